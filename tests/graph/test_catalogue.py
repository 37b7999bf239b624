from __future__ import annotations

import pytest

from graph.catalogue import Parameter, find_question, questions, read_question
from ontology.errors import NotFoundError, QueryError


def test_every_saved_question_has_its_wordings() -> None:
    found = questions()
    assert found
    assert all(question.labels["zh"] and question.labels["en"] for question in found)
    assert [(q.group, q.name) for q in found] == sorted((q.group, q.name) for q in found)


def test_parameters_are_read_with_defaults_and_wordings() -> None:
    text = (
        "# zh: 问？\n# en: Ask?\n# group: zones\n"
        '# param zone: type=entity default="西部(重庆)科学城 东区" zh=园区 en="zone or park"\n'
        "# param year: type=integer default=2021 zh=年份\nASK {}"
    )
    question = read_question("q", text)
    assert question.group == "zones"
    assert question.parameters == (
        Parameter("zone", "entity", "西部(重庆)科学城 东区", {"zh": "园区", "en": "zone or park"}),
        Parameter("year", "integer", "2021", {"zh": "年份"}),
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
