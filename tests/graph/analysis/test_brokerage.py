"""Roles worked by hand after Gould and Fernandez 1989; parks are the groups.

::

    home A: a1 ─ b ─ a2        b–a1–a2: coordinator
                 │             a1–b–c1, a2–b–c1: gatekeeper, twice
    home C:     c1 ─ b2 ─ c2   b2 is of D: c1–b2–c2 itinerant
                      │
    home E:          e1        c1–b2–e1 and c2–b2–e1: liaison, twice
"""

from collections.abc import Callable

from graph.analysis.brokerage import Brokerage, find_brokers, find_homes
from graph.analysis.network import Network

Draw = Callable[..., Network]
HOMES = {"a1": "A", "b": "A", "a2": "A", "c1": "C", "c2": "C", "b2": "D", "e1": "E"}
TIES = ("a1 b", "b a2", "b c1", "c1 b2", "b2 c2", "b2 e1")


def test_each_role_is_counted_as_worked_by_hand(draw: Draw) -> None:
    network = draw(*(" cooperatesWith ".join(tie.split()) for tie in TIES))
    found = {broker.thing: broker for broker in find_brokers(network, HOMES)}
    assert found["b"] == Brokerage("b", "A", coordinator=1, gatekeeper=2, itinerant=0, liaison=0)
    assert found["b2"] == Brokerage("b2", "D", coordinator=0, gatekeeper=0, itinerant=1, liaison=2)
    assert found["b"].across == 2
    assert "a1" not in found


def test_who_are_tied_to_each_other_need_no_broker(draw: Draw) -> None:
    network = draw("a1 cooperatesWith b", "b cooperatesWith c1", "a1 cooperatesWith c1")
    assert find_brokers(network, HOMES) == []


def test_a_thing_belongs_where_its_surest_relation_leads(draw: Draw) -> None:
    network = draw(
        "lab/Laboratory establishedBy A/Zone ×3",
        "lab locatedIn B/Park",
        "room/Laboratory partOf lab",
        "B partOf A",
        "A governedBy committee/AdministrativeCommittee",
        "boss/Person holds committee",
        "lost/Laboratory locatedIn M/City",
    )
    homes = find_homes(network)
    assert homes["lab"] == homes["room"] == homes["B"] == "B"
    assert homes["committee"] == homes["boss"] == homes["A"] == "A"
    assert "lost" not in homes


def test_a_park_is_an_end_and_never_a_broker(draw: Draw) -> None:
    network = draw("u locatedIn A/Park", "v locatedIn A", "boss/Person holds A",
                   "boss holds B/District")  # fmt: skip
    homes = find_homes(network)
    assert find_brokers(network, homes) == [
        Brokerage("boss", "A", coordinator=0, gatekeeper=1, itinerant=0, liaison=0)
    ]
