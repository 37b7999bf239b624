from collections.abc import Callable
from dataclasses import replace

from graph.analysis.comparison import Reading, compare, contrast
from graph.analysis.network import Figure, Network, Quote, Rung

Draw = Callable[..., Network]


def test_two_things_share_some_and_have_some_alone(draw: Draw) -> None:
    network = draw(
        "A/Park focusesOn i/Industry", "B/Park focusesOn i", "A focusesOn j/Industry",
        "u/University locatedIn B",
    )  # fmt: skip
    found = {row.predicate: row for row in compare(network, "A", "B")}
    focus = found["focusesOn"]
    assert (focus.only_first, focus.both, focus.only_second) == (("j",), ("i",), ())
    assert found["^locatedIn"].only_second == ("u",)


def test_two_articles_share_ties_and_tell_numbers_and_statuses_of_their_own(draw: Draw) -> None:
    drawn = draw("A/Park supports u @a1", "B/Park supports u @b1", "A supports B planned @b1")
    one, two = (Quote(article) for article in ("a1", "b1"))
    network = replace(
        drawn,
        figures=(
            Figure("A", "面积", "7平方公里", as_of="2020", quotes=(one,)),
            Figure("A", "面积", "9平方公里", as_of="2020", quotes=(two,)),
            Figure("A", "产值", "1亿元", kind="target", quotes=(two,)),
        ),
        rungs=(Rung("A", "planned", (one,)), Rung("A", "operational", (two,))),
    )
    found = contrast(network, ["a1"], ["b1"])
    assert [(t.source, t.target, t.kind) for t in found.only_first] == [("A", "u", "stated")]
    assert found.both == ()
    assert [(t.source, t.kind) for t in found.only_second] == [("A", "planned"), ("B", "stated")]
    assert found.numbers == (
        Reading("A", "产值 →", (), ("1亿元",)),
        Reading("A", "面积 2020", ("7平方公里",), ("9平方公里",)),
    )
    assert found.statuses == (Reading("A", "", ("planned",), ("operational",)),)
    assert not found.statuses[0].agrees


def test_what_both_articles_say_stands_on_both_sides(draw: Draw) -> None:
    network = draw("A/Park supports u ×1 @a1")
    said_twice = tuple(replace(tie, quotes=(*tie.quotes, Quote("b1"))) for tie in network.ties)
    found = contrast(replace(network, ties=said_twice), ["a1"], ["b1"])
    assert (len(found.only_first), len(found.both), len(found.only_second)) == (0, 1, 0)
