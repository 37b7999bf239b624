from __future__ import annotations

import pytest

from graph.catalogue import (
    Parameter,
    find_question,
    groups,
    questions,
    read_question,
    search_questions,
)
from ontology.errors import NotFoundError, QueryError


def test_every_saved_question_has_its_wordings_and_groups_have_an_order() -> None:
    found = questions()
    assert all(question.labels["zh"] and question.labels["en"] for question in found)
    order = list(groups())
    assert [(order.index(q.group), q.name) for q in found] == sorted(
        (order.index(q.group), q.name) for q in found
    )


def test_parameters_are_read_with_all_that_is_said_of_them() -> None:
    text = (
        "# zh: 问？\n# en: Ask?\n# group: zones\n"
        '# param zone: type=entity of="Zone Park" example="科学城 东区" zh=园区 en="a zone"\n'
        "# param year: type=year default=2021 needed=yes zh=年份\n# ask: {zone} 平台 [年份]\nASK {}"
    )
    question = read_question("q", text)
    assert question.group == "zones"
    assert question.asks == ("{zone} 平台 [年份]",)
    assert question.sparql == "ASK {}"
    assert question.parameters == (
        Parameter(
            name="zone",
            type="entity",
            default=None,
            labels={"zh": "园区", "en": "a zone"},
            of=("Zone", "Park"),
            example="科学城 东区",
        ),
        Parameter("year", "year", "2021", {"zh": "年份"}, needed=True),
    )


def test_a_question_without_a_wording_is_refused() -> None:
    with pytest.raises(QueryError, match="q.rq: no wording in en"):
        read_question("q", "# zh: 问？\nASK {}")


def test_an_unknown_parameter_type_is_named_by_line() -> None:
    with pytest.raises(QueryError, match="q.rq:3: parameter x has no known type: 'zone'"):
        read_question("q", "# zh: 问？\n# en: Ask?\n# param x: type=zone\nASK {}")


def test_a_question_far_from_all_names_points_to_the_list() -> None:
    with pytest.raises(NotFoundError, match="run: onecity questions"):
        find_question("qqqq")


def test_a_name_of_the_same_parts_is_near() -> None:
    with pytest.raises(NotFoundError) as caught:
        find_question("zone-platforms")
    assert "platforms-by-zone" in caught.value.nearest


def test_a_parameter_mistyped_offers_the_nearest() -> None:
    with pytest.raises(QueryError) as caught:
        find_question("platforms-by-zone").parameter("zne")
    assert caught.value.what == "question 'platforms-by-zone' has no parameter 'zne'"
    assert caught.value.remedy == "nearest: zone; it has: zone, status, lang"


def test_questions_are_found_by_words_of_either_language_and_by_what_they_mean() -> None:
    def names(*words: str, group: str | None = None) -> set[str]:
        return {question.name for question in search_questions(words, group)}

    assert {"funds", "funds-without-amount", "zones-without-fund"} <= names("基金")
    assert {"funds", "funds-without-amount", "zones-without-fund"} <= names("fund")
    assert "succession" in names("renamed")
    assert names("fund", group="gaps") == names("基金", group="空白")
    assert names("fund", group="gaps") <= {q.name for q in questions() if q.group == "gaps"}
    assert len(names()) == len(questions())


def test_a_search_that_finds_nothing_says_so() -> None:
    with pytest.raises(NotFoundError, match="no saved question speaks of aliasses"):
        search_questions(["aliasses"])
    with pytest.raises(NotFoundError, match="no group is called 'gap'"):
        search_questions([], "gap")
