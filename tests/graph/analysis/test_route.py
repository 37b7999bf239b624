from collections.abc import Callable

from graph.analysis.network import Network
from graph.analysis.route import find_routes

Draw = Callable[..., Network]


def test_ways_come_from_the_shortest_with_the_ties_of_each_step(draw: Draw) -> None:
    network = draw(
        "u/University locatedIn A/Park", "u cooperatesWith B/Park planned", "B supports u",
        "A cooperatesWith C/Park", "C cooperatesWith B",
    )  # fmt: skip
    first, second = find_routes(network, "A", "B")
    assert [(step.source, step.target, step.forward) for step in first] == [
        ("A", "C", True),
        ("C", "B", True),
    ]
    assert [step.forward for step in second] == [False, False]
    assert [tie.kind for tie in second[1].ties] == ["stated", "planned"]


def test_no_way_leads_through_a_city_unless_it_is_an_end(draw: Draw) -> None:
    network = draw("A/Park locatedIn M/City", "B/Park locatedIn M")
    assert find_routes(network, "A", "B") == []
    assert len(find_routes(network, "A", "M")) == 1
    assert len(find_routes(network, "A", "B", without=())) == 1


def test_of_many_ways_as_many_as_asked_for(draw: Draw) -> None:
    lines = [line for n in range(5) for line in (f"A/Park supports u{n}", f"u{n} supports B/Park")]
    assert len(find_routes(draw(*lines), "A", "B", most=4)) == 4
