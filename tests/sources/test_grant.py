"""Words that say a rung only with the verb before them."""

from __future__ import annotations

import pytest

from sources.clause import clauses
from sources.grant import grants
from tests.sources.conftest import read_stages, read_text


def words(text: str) -> list[str]:
    stages = read_stages(text)
    shadow = stages.layout.shadow
    parts = clauses(shadow, 0, stages.reading.tokens[0], stages.references)
    return [shadow[hit.start : hit.end] for clause in parts for hit in grants(shadow, clause)]


def test_the_verb_stands_before_the_noun_with_who_grants_between() -> None:
    assert words("银杉实验室获国家科技部批准。") == ["批准"]
    assert words("银杉实验室通过省科技厅验收。") == ["验收"]
    assert words("银杉实验室通过了省发改委立项。") == ["立项"]


@pytest.mark.parametrize(
    "text",
    [
        "科技部批准了方案。",
        "银杉实验室获得社会认可。",
        "银杉实验室组织验收。",
        "银杉实验室通过竣工验收。",
    ],
)
def test_without_the_verb_or_inside_a_status_word_it_says_nothing(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("银杉基金已在协会完成备案。", "approved"),
        ("银杉科技园施工图正在审查。", "design"),
        ("银杉科技园的可研报告已编制完成。", "planned"),
        ("银杉实验室的组建方案获省政府常务会议审议通过。", "approved"),
    ],
)
def test_which_rung_it_says_hangs_on_the_word_before(text: str, rung: str) -> None:
    assert {found[1:] for found in read_text(text).statuses} == {(rung, "asserted")}
