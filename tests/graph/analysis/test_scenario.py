"""A line of parks and one body, worked by hand.

::

    A ─ u ─ B ─ C          before: 4 things, 1 piece, A–B 2 steps, A–C 3, B–C 1
"""

from collections.abc import Callable

from graph.analysis.network import Network, Thing
from graph.analysis.scenario import Reach, Shape, suppose

Draw = Callable[..., Network]
LINES = ("u locatedIn A/Park", "u locatedIn B/Park", "B cooperatesWith C/Park")


def test_without_the_body_between_them_parks_lose_each_other(draw: Draw) -> None:
    found = suppose(draw(*LINES), without=["u"])
    assert (found.before, found.after) == (Shape(4, 1, 4, 3), Shape(3, 2, 2, 1))
    assert found.fallen == (("A",),)
    assert found.changed == (Reach("A", "B", 2, None), Reach("A", "C", 3, None))


def test_a_new_tie_brings_parks_nearer(draw: Draw) -> None:
    found = suppose(draw(*LINES), tied=[("A", "C")])
    assert found.fallen == ()
    assert found.changed == (Reach("A", "C", 3, 1),)


def test_a_tie_less_and_a_new_body_instead(draw: Draw) -> None:
    new = Thing("x", "x", "Alliance")
    found = suppose(draw(*LINES), untied=[("C", "B")], tied=[("x", "A"), ("x", "C")], new=[new])
    assert found.after == Shape(5, 1, 5, 3)
    assert found.changed == (Reach("A", "C", 3, 2), Reach("B", "C", 1, 4))


def test_what_was_never_joined_has_not_fallen(draw: Draw) -> None:
    assert suppose(draw(*LINES, "D/Park"), without=["C"]).fallen == ()
