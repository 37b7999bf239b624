"""Ladders: the statuses that rules read, with what models need to see of each sentence."""

from __future__ import annotations

from sources.ladder import climb
from sources.unnamed import Unnamed
from tests.sources.conftest import PUBLISHED
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
