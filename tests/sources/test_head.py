"""Heads of list items: which clauses are about them."""

from __future__ import annotations

import pytest

from tests.sources.learned.conftest import parse_text


def heads(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each clause with the things that head the item around it, and how they are known."""
    parsed = parse_text("云溪市项目清单\n" + text)
    shadow = parsed.layout.shadow
    return [
        (
            shadow[turn.clause.start : turn.clause.end],
            [(subject.entity.name, subject.source) for subject in turn.head],
        )
        for turns in parsed.turns[1:]
        for turn in turns
    ]


def test_a_head_is_no_longer_said_behind_its_sentence() -> None:
    assert heads("1.银杉实验室。面积2亩。") == [
        ("1.银杉实验室", [("银杉实验室", "explicit")]),
        ("面积2亩", [("银杉实验室", "section")]),
    ]


def test_items_in_one_line_have_their_own_heads() -> None:
    found = dict(heads("在建：银杉实验室，面积2亩；青石产业园，面积3亩。"))
    assert found["面积2亩"] == [("银杉实验室", "explicit")]
    assert found["面积3亩"] == [("青石产业园", "explicit")]


def test_one_item_may_have_two_heads() -> None:
    found = dict(heads("●银杉实验室、青石产业园：均位于云溪新区。"))
    assert [name for name, _ in found["均位于云溪新区"]] == ["银杉实验室", "青石产业园"]


@pytest.mark.parametrize(
    "text",
    [
        "1.银杉实验室投用。面积2亩。",
        "王明华：面积2亩。",
        "一、云溪市。面积2亩。",
        "银杉实验室，面积2亩。",
        "1.银杉实验室选址。面积2亩。",
    ],
)
def test_without_a_thing_alone_there_is_no_head(text: str) -> None:
    assert all(not named for _, named in heads(text))
