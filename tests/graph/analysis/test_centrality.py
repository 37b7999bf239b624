"""Measures worked by hand on a kite.

::

    a ─ b ─ c ─ d      and a ─ c
    e alone

Betweenness of c: of the pairs without c (a b, a d, b d, and those with e) the only shortest ways
a–d and b–d lead through c: 2 of 6 pairs = 1/3. Cores: a, b, c stand in a triangle, 2; d 1; e 0.
Constraint of d: its one partner takes all, (1)² = 1. Of c, p = 1/3 for each of a, b, d:
a: 1/3 + p_cb p_ba = 1/3 + 1/3 · 1/2 = 1/2, b likewise, d: 1/3; 1/4 + 1/4 + 1/9 = 0.611111.
"""

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis import centrality
from graph.analysis.centrality import Standing, measure
from graph.analysis.network import Network, Thing, Tie

Draw = Callable[..., Network]
LINES = [f"{one} cooperatesWith {two}" for one, two in ("ab", "bc", "cd", "ac")] + ["e"]


def test_measures_are_as_worked_by_hand(draw: Draw) -> None:
    found = {standing.thing: standing for standing in measure(draw(*LINES))}
    assert found["c"] == Standing("c", 3, 2, 0.333333, 0.611111)
    assert found["d"] == Standing("d", 1, 1, 0.0, 1.0)
    assert found["e"] == Standing("e", 0, 0, 0.0, None)
    assert next(iter(found)) == "c"


@settings(deadline=None)
@given(st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=16))
def test_constraint_is_that_of_networkx(edges: set[tuple[int, int]]) -> None:
    things = {str(n): Thing(str(n), str(n), "Enterprise") for n in range(8)}
    network = Network(things, tuple(Tie(str(a), str(b), "supports") for a, b in sorted(edges)))
    known = nx.constraint(network.graph())
    for standing in measure(network):
        if standing.constraint is not None:
            assert standing.constraint == pytest.approx(known[standing.thing], abs=1e-5)


def test_in_a_large_network_starts_stand_for_all(
    draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    star = draw(*(f"leaf{number:03} supports hub" for number in range(60)))
    exact = measure(star)[0]
    monkeypatch.setattr(centrality, "EXACT", 50)
    monkeypatch.setattr(centrality, "PIVOTS", 30)
    sampled = measure(star)[0]
    assert (exact.thing, exact.betweenness) == ("hub", 1.0)
    assert sampled.thing == "hub"
    assert sampled.betweenness == pytest.approx(1.0, abs=0.05)
