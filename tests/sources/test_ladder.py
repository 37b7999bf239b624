"""Ladders: the statuses that rules read, with what models need to see of each sentence."""

from __future__ import annotations

import pytest

from sources.ladder import climb
from sources.unnamed import Unnamed
from tests.sources.conftest import PUBLISHED, read_text
from tests.sources.learned.conftest import parse_text, stated_in


def test_each_sentence_knows_what_rules_say_of_its_things_anywhere() -> None:
    parsed = parse_text("银杉科技园竣工。银杉科技园投用。")
    found = climb(parsed, PUBLISHED, Unnamed(parsed.layout.shadow, parsed.turns))
    assert [[draft.name for draft in one.drafts] for one in found] == [
        ["completed"],
        ["operational"],
    ]
    assert all(
        one.sight.told == {"银杉科技园": frozenset({"completed", "operational"})} for one in found
    )


def test_what_is_said_of_a_thing_without_a_name_is_held() -> None:
    _, stated = stated_in("银杉科技园10个项目开工。")
    assert stated.drafts == []
    assert [draft.name for draft in stated.held] == ["underConstruction"]


LABEL = "云溪市项目清单\n【投用平台】\n1.银杉创新中心。{}\n2.青石产业园。总投资2亿元。\n"


def rungs(told: str) -> dict[str, str]:
    """The rungs of the things in a list under a label; ``told``: what its first item says."""
    found = read_text(LABEL.format(told)).statuses
    return {name: rung for name, rung, modality in found if modality == "asserted"}


@pytest.mark.parametrize("told", ["总投资2亿元。", "2021年开工，由滦安大学建设。", "去年获批。"])
def test_items_stand_as_the_label_says(told: str) -> None:
    assert rungs(told) == {"银杉创新中心": "operational", "青石产业园": "operational"}


def test_what_an_item_says_of_a_higher_rung_outranks_the_label() -> None:
    assert rungs("因合同到期已停办。")["银杉创新中心"] == "closed"


def test_a_date_ahead_is_a_target_beside_the_label() -> None:
    text = "云溪市项目清单\n【开工项目】\n1.银杉创新中心。总投资2亿元，计划2026年6月竣工。\n"
    assert read_text(text).statuses == {
        ("银杉创新中心", "underConstruction", "asserted"),
        ("银杉创新中心", "completed", "target"),
    }


def test_words_in_brackets_behind_a_thing_tell_its_rung() -> None:
    text = "银杉产业园（在建）、青石实验室（已批未建）按原方案执行。"
    assert read_text(text).statuses == {
        ("银杉产业园", "underConstruction", "asserted"),
        ("青石实验室", "approved", "asserted"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "云溪市项目\n已开工项目\n1.银杉产业园。\n未开工项目\n2.青石产业园。",
        "云溪市项目\n【在建项目】\n1.银杉产业园。\n2.青石产业园：投资3亿元，尚未开工。",
        "云溪市项目\n【开工项目】\n1.银杉产业园。\n2.青石产业园。明年开工。",
        "云溪市项目\n投用项目\n1.银杉产业园。\n2.青石产业园（规划）",
    ],
)
def test_a_label_gives_way_to_another_line_and_to_the_words_of_an_item(text: str) -> None:
    reached = {("underConstruction", "asserted"), ("operational", "asserted")}
    statuses = read_text(text).statuses
    assert {s[0] for s in statuses if s[1:] in reached} == {"银杉产业园"}
