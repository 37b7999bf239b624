from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from graph.build import Build
from graph.show import Card, card, show
from ontology.errors import BuildError, NotFoundError


@pytest.fixture(scope="module")
def university(store: Store) -> Card:
    """The card of 重庆大学."""
    return card(store, "重庆大学")


def facts(found: Card) -> set[tuple[str, bool, str]]:
    return {(fact.predicate, fact.incoming, fact.text) for fact in found.facts}


def test_a_card_has_labels_other_names_and_classes_specific_first(store: Store) -> None:
    found = card(store, "科学城")
    assert found.labels == {"zh": "西部(重庆)科学城"}
    assert found.other_names == ("科学城",)
    assert found.classes == ("ScienceCity", "Zone", "Place", "Entity")


def test_a_card_lists_facts_both_ways(university: Card) -> None:
    assert university.labels == {"zh": "重庆大学", "en": "Chongqing University"}
    assert facts(university) >= {
        ("locatedIn", False, "西部(重庆)科学城"),
        ("establishedBy", True, "科学城基金"),
        ("holds", True, "明炬 副校长"),
        ("observation", False, "国家重点实验室数量 7个 2021-04"),
    }


def test_what_is_inferred_has_no_words(university: Card) -> None:
    inferred = [fact for fact in university.facts if not fact.said]
    assert {(fact.predicate, fact.text) for fact in inferred} == {
        ("locatedIn", "沙坪坝区"),
        ("locatedIn", "重庆"),
    }


def test_a_fact_comes_with_speaker_article_date_and_quote(store: Store) -> None:
    found = card(store, "超瞬态实验装置")
    (fact,) = [fact for fact in found.facts if fact.predicate == "establishedBy"]
    (said,) = fact.said
    assert (said.speaker, said.title, said.published) == ("明炬", "a1的标题", "2021-05-21")
    assert said.modality == "target"
    assert said.quotes[0].exact == "超瞬态实验装置establishedBy重庆大学"


def test_a_fact_of_two_articles_stands_once_with_both(store: Store) -> None:
    found = card(store, "科学城")
    (fact,) = [f for f in found.facts if f.predicate == "locatedIn" and f.said and not f.incoming]
    assert [said.title for said in fact.said] == ["a1的标题", "b1的标题"]


def test_what_is_denied_is_shown_as_denied(sample: Build) -> None:
    text = show(sample.directory, "物流港")
    assert "\n→ 位于\n  重庆\n    否认 · a1的标题 · 2021-05-21\n" in text


def test_a_card_reads_in_english_too(sample: Build) -> None:
    lines = show(sample.directory, "重庆大学", "en").splitlines()
    assert lines[0] == "Chongqing University"
    assert "→ located in" in lines


@pytest.mark.parametrize(
    "name",
    ["西部（重庆）科学城", "xi-bu-chong-qing-ke-xue-cheng", "id:xi-bu-chong-qing-ke-xue-cheng"],
)
def test_a_thing_is_found_by_any_spelling_slug_or_iri(store: Store, name: str) -> None:
    assert card(store, name).labels["zh"] == "西部(重庆)科学城"


@pytest.mark.parametrize("name", ["重庆大雪", "重大学", "庆大学"])
def test_an_unknown_name_offers_the_nearest(store: Store, name: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        card(store, name)
    assert caught.value.nearest[0] == "重庆大学"
    assert "重庆大学" in str(caught.value)


def test_a_folder_without_a_build_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no build is here"):
        show(tmp_path, "重庆")
