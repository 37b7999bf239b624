from collections.abc import Callable
from dataclasses import replace

from graph.analysis.gap import find_gaps, find_overlaps, find_strays
from graph.analysis.network import Figure, Network, select

Draw = Callable[..., Network]


def test_a_gap_keeps_plans_and_inferences_apart_from_nothing_at_all(draw: Draw) -> None:
    network = draw(
        "u/University locatedIn A/Park",
        "f/Fund establishedBy A planned",
        "p/Plan issuedBy A target",
        "l/Laboratory locatedIn A inferred",
        "B/Zone partOf M/City",
    )
    first, second = find_gaps(network)
    assert (first.park, first.missing) == ("B", ("Laboratory", "Fund", "Policy", "University"))
    assert (second.park, second.missing) == ("A", ())
    assert (second.planned, second.inferred) == (("Fund", "Policy"), ("Laboratory",))
    assert len(second.ties) == 4


def test_what_a_number_tells_of_is_no_gap_but_only_counted(draw: Draw) -> None:
    figures = (
        Figure("A", "国家重点实验室数量", "7个", "7"),
        Figure("A", "高校院所数量", "28所", "28", kind="target"),
        Figure("A", "高校毕业生数量", "9万名", "90000"),
        Figure("A", "基金数量", "0只", "0"),
    )
    (gap,) = find_gaps(replace(draw("A/Park partOf M/City"), figures=figures))
    assert (gap.counted, gap.missing) == (("Laboratory",), ("Fund", "Policy", "University"))


def test_a_park_that_has_all_is_no_gap(draw: Draw) -> None:
    network = draw("f/Fund establishedBy A/Park")
    assert find_gaps(network, ("Fund",)) == []


def test_an_inferred_industry_of_a_neighbour_fills_no_gap(draw: Draw) -> None:
    network = draw("A/Park cooperatesWith u/University inferred")
    assert find_gaps(network, ("University",))[0].missing == ("University",)


def test_an_overlap_names_the_parks_that_claim_an_industry(draw: Draw) -> None:
    network = draw(
        "A/Park focusesOn i/Industry",
        "B/District focusesOn i",
        "C/Park focusesOn i target",
        "u/University focusesOn i",
        "A focusesOn j/Industry",
    )
    (overlap,) = find_overlaps(select(network, without=()))
    assert (overlap.theme, sorted(overlap.claims)) == ("i", ["A", "B"])
    assert find_overlaps(select(network, without=()), least=3) == []


def test_a_platform_that_nothing_brings_to_a_park_is_a_stray(draw: Draw) -> None:
    network = draw(
        "l/Laboratory locatedIn A/Park", "m/Laboratory partOf l", "n/Laboratory locatedIn M/City"
    )
    assert find_strays(network) == ["n"]
