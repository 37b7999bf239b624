"""Traits: what tells whether a word puts a thing at a rung."""

from __future__ import annotations

from sources.learned.standing import standings
from sources.learned.trait import see_standing
from tests.sources.learned.conftest import stated_in


def traits(text: str, thing: str) -> set[str]:
    scene, stated = stated_in(text)
    return {
        feature
        for one in standings(scene, stated.drafts, stated.sight)
        if one.item.entity.name == thing
        for feature in see_standing(scene, one, stated.drafts, stated.held, stated.sight)
    }


def test_they_tell_the_thing_the_rung_and_what_rules_say() -> None:
    found = traits("银杉科技园昨日投用。", "银杉科技园")
    assert {"k=Park", "s=operational", "p=before", "h~投用", "rule=this", "w=昨日|before"} <= found


def test_they_tell_that_rules_say_it_of_another_thing() -> None:
    found = traits("青岚科技园附近的银杉科技园投用。", "青岚科技园")
    assert "rule=other" in found and "rule=this" not in found


def test_they_tell_what_lies_ahead_and_what_is_denied() -> None:
    assert "f|future" not in traits("银杉科技园投用。", "银杉科技园")
    assert "f|future=True" in traits("银杉科技园即将全面投用。", "银杉科技园")
    assert "f|unmet=True" in traits("银杉科技园迟迟没有投用。", "银杉科技园")


def test_numbers_are_told_as_numbers() -> None:
    assert "w=0|before" in traits("银杉科技园 8 投用。", "银杉科技园")


def test_they_tell_what_rules_say_of_the_thing_elsewhere() -> None:
    found = traits("银杉科技园竣工。银杉科技园投用。", "银杉科技园")
    assert "told|completed|operational" in found


def test_they_tell_whether_the_thing_opens_its_sentence_or_paragraph() -> None:
    assert "ld=TrueTrue|:|-1" in traits("银杉科技园:去年投用。", "银杉科技园")
    assert "ab=open|section" in traits("银杉科技园位于云溪市。去年投用。", "银杉科技园")
