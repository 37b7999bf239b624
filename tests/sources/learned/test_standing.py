"""Standings: each word that may say a rung with each thing of which it may be said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sources.learned.standing import standings, step
from tests.sources.learned.conftest import stated_in


def said(text: str) -> set[tuple[str, str, str, str]]:
    """Thing, where it stands, the word, and the rung with its modality."""
    scene, stated = stated_in(text)
    return {
        (
            one.item.entity.name,
            one.place,
            scene.shadow[one.hit.start : one.hit.end],
            step(one.rung, one.modality),
        )
        for one in standings(scene, stated.drafts, stated.sight)
    }


def test_a_status_word_may_speak_of_what_stands_before_and_behind_it() -> None:
    assert said("青岚科技园揭牌,银杉科技园随后揭牌。") == {
        ("青岚科技园", "before", "揭牌", "operational"),
        ("青岚科技园", "-1", "揭牌", "operational"),
        ("银杉科技园", "before", "揭牌", "operational"),
    }


def test_whom_the_text_spoke_of_may_stand_on_a_rung() -> None:
    assert ("银杉科技园", "absent", "开工", "underConstruction") in said(
        "银杉科技园位于云溪市。去年开工。"
    )


def test_what_lies_ahead_may_be_a_goal_or_a_plan() -> None:
    found = {rung for _, _, word, rung in said("银杉科技园计划投运。") if word == "计划投运"}
    assert found == {"planned"}
    found = {rung for _, _, word, rung in said("银杉科技园2027年投用。") if word == "投用"}
    assert {"operational/target", "planned"} <= found


def test_hints_are_weighed_though_rules_leave_them_alone() -> None:
    scene, stated = stated_in("银杉科技园刚有效果图。")
    assert stated.drafts == []
    assert ("银杉科技园", "before", "效果图", "design") in said("银杉科技园刚有效果图。")


def test_persons_and_places_stand_on_no_rung() -> None:
    assert said("云溪市市长李明远宣布开工。") == set()


def test_what_rules_say_is_weighed_once() -> None:
    scene, stated = stated_in("银杉科技园、青岚科技园投用。")
    ruled = [one.draft for one in standings(scene, stated.drafts, stated.sight) if one.draft]
    assert sorted(map(id, ruled)) == sorted(map(id, stated.drafts))


def test_a_row_is_weighed_with_the_word_above_it() -> None:
    scene, stated = stated_in("今日集中开工的项目有:\n1.银杉科技园,总投资12亿元。")
    (draft,) = stated.drafts
    found = [one for one in standings(scene, stated.drafts, stated.sight) if one.draft is draft]
    assert [scene.shadow[one.hit.start : one.hit.end] for one in found] == ["集中开工"]
    unseen = replace(stated.sight, above=None)
    assert not [one for one in standings(scene, stated.drafts, unseen) if one.draft is draft]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("银杉科技园投用。", ()),
        ("银杉科技园已经投用。", ("past=True",)),
        ("银杉科技园至今尚未投用。", ("mod=negated", "unmet=True")),
        ("银杉科技园将于年底投用。", ("future=True", "dated=True", "time=True")),
    ],
)
def test_the_mood_is_how_the_clause_puts_the_deed(text: str, mood: tuple[str, ...]) -> None:
    scene, stated = stated_in(text)
    assert {one.mood for one in standings(scene, stated.drafts, stated.sight)} == {mood}


def test_a_place_behind_a_word_stands_on_no_rung_by_it() -> None:
    found = {(name, place) for name, place, word, _ in said("银杉中心选址青岚科技园。")}
    assert ("青岚科技园", "behind") not in found


def test_what_was_once_planned_is_no_fact() -> None:
    found = {rung for _, _, _, rung in said("原定去年投用的银杉科技园仍是空地。")}
    assert "operational" not in found


def test_a_word_may_deny_its_rung() -> None:
    assert ("银杉科技园", "before", "落选", "approved/negated") in said("银杉科技园最终落选。")


def test_the_first_thing_of_a_sentence_or_paragraph_is_weighed_however_far() -> None:
    row = "银杉科技园:占地9亩,投资5亿元,厂房3栋,员工90人,产值2亿元,去年开工。"
    assert ("银杉科技园", "-6", "开工", "underConstruction") in said(row)
    found = said("银杉科技园位于云溪市。青岚科技园、红枫科技园、白桦科技园在旁。去年开工。")
    assert ("银杉科技园", "absent", "开工", "underConstruction") in found


def test_what_somebody_sees_to_is_a_goal() -> None:
    found = {rung for _, _, word, rung in said("云溪市推动银杉科技园投用。") if word == "投用"}
    assert found == {"operational/target", "planned"}


def test_what_is_only_supposed_is_no_plan() -> None:
    found = {rung for _, _, word, rung in said("若资金到位,银杉科技园年内开工。") if word == "开工"}
    assert found == {"underConstruction/hypothetical"}
