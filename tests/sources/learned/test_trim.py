"""What a model takes for a name begins and ends where the rules and the words beside let it."""

from __future__ import annotations

import pytest

from sources.learned.trim import trim
from sources.mention import Mention
from sources.token import tokenize


def trimmed(text: str, seen: str, ruled: str) -> str:
    start, at = text.index(seen), text.rindex(ruled)
    mention = Mention(at, at + len(ruled), ruled, "Park", "head", "head/park")
    tokens = tokenize(text, 0, len(text))
    begin, end = trim(text, tokens, [mention], start, start + len(seen))
    return text[begin:end]


@pytest.mark.parametrize(
    ("seen", "ruled", "name"),
    [
        ("名义找到银杉创业园", "银杉创业园", "银杉创业园"),
        ("云溪银杉创业园", "银杉创业园", "云溪银杉创业园"),
        ("银杉林草局发布", "银杉林草局", "银杉林草局"),
        ("深圳市深圳湾科技园", "深圳湾科技园", "深圳湾科技园"),
    ],
)
def test_a_verb_beside_a_name_of_the_rules_is_no_part_of_it(
    seen: str, ruled: str, name: str
) -> None:
    assert trimmed(f"今年{seen}。", seen, ruled) == name
