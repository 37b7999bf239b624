from collections.abc import Callable

import pytest

from graph.analysis.coverage import Coverage, cover
from graph.analysis.meaning import meanings
from graph.analysis.network import Network, select, sites

Draw = Callable[..., Network]
LINES = (
    "A/Park supports u ×2",
    "A focusesOn i/Industry @b1",
    "A locatedIn M/City @b1",
    "B/District supports u planned",
    "B supports A target",
    "u locatedIn M inferred",
)


def test_only_what_is_stated_is_looked_at_unless_more_is_asked_for(draw: Draw) -> None:
    network = draw(*LINES)
    assert [(t.source, t.target) for t in select(network).ties] == [("A", "u")]
    more = select(network, {"stated", "planned", "target"})
    assert [t.kind for t in more.ties] == ["stated", "target", "planned"]


def test_a_thing_can_be_kept_whatever_its_class(draw: Draw) -> None:
    kept = select(draw(*LINES), keep=["M"])
    assert sorted(kept.things) == ["A", "B", "M", "u"]


def test_parks_and_areas_are_sites(draw: Draw) -> None:
    assert sites(draw(*LINES)) == ["A", "B"]


def test_coverage_counts_quotes_articles_publishers_and_single_quotes(draw: Draw) -> None:
    network = draw(*LINES)
    ties = {"stated": 3, "planned": 1, "target": 1, "inferred": 1}
    assert cover(network, network.ties) == Coverage(ties, 6, 2, 1, 4)


def test_one_article_alone_says_only_its_own(draw: Draw) -> None:
    told = draw(*LINES).within(["b1"])
    assert [(t.source, t.target) for t in told.ties] == [("A", "M"), ("A", "i")]
    assert sorted(told.things) == ["A", "M", "i"]
    assert list(told.articles) == ["b1"]


@pytest.mark.parametrize("name", sorted(meanings()["measures"]))
def test_every_measure_is_explained_in_both_languages(name: str) -> None:
    told = meanings()["measures"][name]
    assert all(told[lang][part] for lang in ("zh", "en") for part in ("name", "meaning", "caution"))
    assert told["source"] == "" or told["source"].startswith("https://doi.org/")
