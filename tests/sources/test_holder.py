"""Holders: all who are named in a row behind a title that more than one may hold."""

from __future__ import annotations

import pytest

from sources.holder import sharers
from sources.post import posts_before
from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪实验室副主任方亦舟、孟云川和南国梁出席。", {"方亦舟", "孟云川", "南国梁"}),
        ("云溪大学校长方亦舟、孟云川出席。", {"方亦舟"}),
        ("云溪大学副校长方亦舟、高新区代表出席。", {"方亦舟"}),
        ("云溪高新区前两任管委会主任分别为方亦舟（2011—2013年）和孟云川。", {"方亦舟", "孟云川"}),
    ],
)
def test_a_row_of_names_shares_a_title_that_many_hold(text: str, names: set[str]) -> None:
    assert {person for person, _, _ in read_text(text).posts} == names


def test_nobody_shares_without_a_title() -> None:
    text = "方亦舟、孟云川出席。"
    assert list(posts_before(text, 0)) == []
    assert list(sharers(text, [], "", 3, frozenset(range(len(text) + 1)))) == []
