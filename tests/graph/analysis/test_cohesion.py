"""Two triangles and a tail, worked by hand.

::

    a ─ b      d ─ e ─ g
    │ ╱        │ ╱
    c ──────── f
    h (alone)

Bridges: c–f, which leaves {a b c}; e–g, which leaves {g}. Cut points: c, without which {a b} is
lost; f, without which {d e g} is (of two pieces of one size the first by name remains); e,
without which {g} is.
"""

from collections.abc import Callable

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.cohesion import find_bridges, find_cut_points, find_pieces
from graph.analysis.network import Network, Thing, Tie

Draw = Callable[..., Network]
LINES = [f"{one} cooperatesWith {two}" for one, two in ("ab", "ac", "bc", "de", "df", "ef", "cf")]
LINES += ["e supports g ×2", "h"]


def test_a_bridge_tells_the_smaller_part_it_holds(draw: Draw) -> None:
    found = [(b.one, b.other, b.part, len(b.ties)) for b in find_bridges(draw(*LINES))]
    assert found == [("c", "f", ("a", "b", "c"), 1), ("e", "g", ("g",), 1)]


def test_a_cut_point_tells_what_falls_off(draw: Draw) -> None:
    found = [(cut.thing, cut.parts, cut.lost) for cut in find_cut_points(draw(*LINES))]
    assert found == [
        ("f", (("d", "e", "g"),), 3),
        ("c", (("a", "b"),), 2),
        ("e", (("g",),), 1),
    ]


def test_two_relations_of_one_pair_are_still_one_bridge(draw: Draw) -> None:
    (bridge,) = find_bridges(draw("x supports y", "y memberOf x"))
    assert [tie.predicate for tie in bridge.ties] == ["supports", "memberOf"]


def test_pieces_come_from_the_largest(draw: Draw) -> None:
    assert [len(piece) for piece in find_pieces(draw(*LINES).graph())] == [7, 1]


@settings(deadline=None)
@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=16))
def test_without_it_each_part_is_what_the_network_loses(edges: set[tuple[int, int]]) -> None:
    things = {str(n): Thing(str(n), str(n), "Enterprise") for n in range(10)}
    network = Network(things, tuple(Tie(str(a), str(b), "supports") for a, b in sorted(edges)))
    drawn = network.graph()
    for bridge in find_bridges(network):
        rest = drawn.copy()
        rest.remove_edge(bridge.one, bridge.other)
        sides = [nx.node_connected_component(rest, end) for end in (bridge.one, bridge.other)]
        assert set(bridge.part) in sides
        assert len(bridge.part) == min(map(len, sides))
    for cut in find_cut_points(network):
        rest = drawn.copy()
        rest.remove_node(cut.thing)
        touched = [p for p in find_pieces(rest) if any(cut.thing in drawn[node] for node in p)]
        assert list(cut.parts) == touched[1:]
        assert len(touched) > 1
