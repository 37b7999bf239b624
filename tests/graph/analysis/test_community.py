"""Two triangles joined by one tie: the parts are the triangles.

Modularity by hand: 7 ties; each triangle has 3 inside and 7 tie ends, so
Q = 2 · (3/7 − (7/14)²) = 6/7 − 1/2 = 0.357143.
"""

from collections.abc import Callable

from graph.analysis.community import Partition, find_communities
from graph.analysis.network import Network

Draw = Callable[..., Network]
TIES = ("a b", "a c", "b c", "d e", "d f", "e f", "c d")


def test_groups_and_modularity_are_as_worked_by_hand(draw: Draw) -> None:
    network = draw(*(" cooperatesWith ".join(tie.split()) for tie in TIES), "alone")
    assert find_communities(network) == Partition((("a", "b", "c"), ("d", "e", "f")), 0.357143)


def test_no_ties_make_no_groups(draw: Draw) -> None:
    assert find_communities(draw("a", "b")) == Partition((), 0.0)
