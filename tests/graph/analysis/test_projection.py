"""Weights reckoned by hand after Newman 2001, equation 2: the sum of 1/(n−1) over what is shared.

::

    A ── u ── B          u university, two parks: 1
    A ── i ── B          i industry, three parks: 1/2 for each of A–B, A–C, B–C
         i ── C
    B ── C               direct: 1
    p person in C alone: nothing
"""

from collections.abc import Callable

import pytest

from graph.analysis.network import HUBS, Network, select
from graph.analysis.projection import project

Draw = Callable[..., Network]
LINES = (
    "u/University locatedIn A/Park",
    "u cooperatesWith B/Zone",
    "A focusesOn i/Industry",
    "B focusesOn i",
    "C/District focusesOn i",
    "B cooperatesWith C",
    "p/Person holds C",
    "A locatedIn M/City",
    "B locatedIn M",
)


def test_parks_are_as_close_as_what_they_share_is_exclusive(draw: Draw) -> None:
    found = project(select(draw(*LINES), without=HUBS))
    assert [(tie.one, tie.other, tie.weight) for tie in found] == [
        ("A", "B", 1.5),
        ("B", "C", 1.5),
        ("A", "C", 0.5),
    ]


def test_each_tie_keeps_what_is_shared_and_the_relations_that_say_so(draw: Draw) -> None:
    first = project(select(draw(*LINES), without=HUBS))[0]
    assert [(s.thing, s.group) for s in first.shared] == [("i", "industry"), ("u", "institution")]
    assert {(t.source, t.predicate, t.target) for t in first.shared[1].ties} == {
        ("u", "locatedIn", "A"),
        ("u", "cooperatesWith", "B"),
    }
    assert first.direct == ()


def test_the_city_around_them_ties_no_parks(draw: Draw) -> None:
    network = draw("A/Park locatedIn M/City", "B/Park locatedIn M")
    assert project(network) == []


@pytest.mark.parametrize(("kinds", "tied"), [({"stated"}, 0), ({"stated", "planned"}, 1)])
def test_a_plan_ties_parks_only_where_plans_are_asked_for(
    draw: Draw, kinds: set[str], tied: int
) -> None:
    network = draw("x/Alliance establishedBy A/Park", "B/Park memberOf x planned")
    assert len(project(select(network, kinds, HUBS))) == tied
