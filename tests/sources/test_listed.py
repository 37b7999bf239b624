"""Plain items of lists."""

from __future__ import annotations

from sources.listed import find_listed
from sources.token import tokenize


def _found(text: str) -> list[str]:
    tokens = tuple(tokenize(text, 0, len(text)))
    return [f"{text[start:end]}:{cue.signals}" for start, end, cue in find_listed(text, tokens)]


def test_the_noun_behind_a_list_tells_its_items() -> None:
    assert sorted(_found("云溪市集聚了蓝鲸、银杉等企业。")) == [
        "蓝鲸:Enterprise",
        "银杉:Enterprise",
    ]


def test_a_verb_before_the_first_item_is_no_part_of_it() -> None:
    found = sorted(_found("先后落地蓝鲸、银杉等企业。"))
    assert found == ["蓝鲸:Enterprise", "银杉:Enterprise"]


def test_kinds_industries_and_a_single_word_are_no_items() -> None:
    assert _found("建成国家重点实验室、孵化器等平台。") == []
    assert _found("聚焦电子信息、新材料等企业。") == []
    assert _found("服务等企业。") == []
