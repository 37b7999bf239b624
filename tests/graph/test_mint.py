from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.mint import article_iri, assign, clean, slug

HOSTILE = [
    "> <", 'a"b', "行\n行", "{}", " ", "\u202e重庆", "重\u200b庆", "x" * 2000, "长" * 500,
    "\ud800", "<script>alert(1)</script>", "../..", "%2e%2e", "‮", "①②", "☃", "ëñ", "",
]  # fmt: skip


def test_a_slug_is_pinyin_by_syllable_without_tones() -> None:
    assert slug("重庆大学") == "chong-qing-da-xue"
    assert slug("长寿区") == "chang-shou-qu"
    assert slug("绿色技术创新中心") == "lv-se-ji-shu-chuang-xin-zhong-xin"


def test_widths_and_brackets_do_not_change_a_slug() -> None:
    assert slug("西部（重庆）科学城") == slug("西部(重庆)科学城") == "xi-bu-chong-qing-ke-xue-cheng"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_gives_a_safe_slug(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]*(-[a-z0-9]+)*(_[0-9a-f]{8})?", slug(name))
    assert 0 < len(slug(name)) <= 90


@given(st.text())
def test_any_name_gives_a_safe_slug(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9_-]+", slug(name))


def test_names_of_one_sound_all_get_a_hash_and_none_the_plain_form() -> None:
    names = {name: name for name in ("江北区", "疆北区", "重庆")}
    iris = assign(names, "id/")
    assert iris["重庆"] == "id/chong-qing"
    assert iris["江北区"] != iris["疆北区"]
    assert all(re.fullmatch(r"id/jiang-bei-qu_[0-9a-f]{8}", iris[n]) for n in ("江北区", "疆北区"))


def test_the_order_of_names_does_not_matter() -> None:
    names = {name: name for name in ("江北区", "疆北区", "重庆", "！", "？")}
    backwards = dict(reversed(names.items()))
    assert assign(names, "") == assign(backwards, "")
    assert len(set(assign(names, "").values())) == 5


def test_cleaning_keeps_variant_characters_and_widths() -> None:
    assert clean("西部（重庆）科學城½①") == "西部（重庆）科學城½①"
    assert clean("重\u202e庆\u200b\x00 大学\n") == "重庆 大学"


@pytest.mark.parametrize("doc", ["..", "../x", "a b", "通知", "", "a/b", "a" * 300, "<>"])
def test_a_hostile_article_name_stays_one_path_segment(doc: str) -> None:
    assert re.fullmatch(r"https://w3id.org/onecity/article/[\w-]+", article_iri(doc))
