import pytest

from sources.surname import has_surname, is_torn, name_at
from sources.token import tokenize


@pytest.mark.parametrize(
    ("text", "edges", "name"),
    [
        ("方亦舟表示", {0, 3, 5}, "方亦舟"),
        ("方舟掰着手指", {0, 3, 4, 6}, "方舟"),
        ("温敬和,在列", {0, 3, 4, 6}, "温敬和"),
        ("温敬和孟云", {0, 2, 3, 5}, "温敬"),
        ("裘海算过", {0, 3, 4}, "裘海"),
        ("玉山江·艾力也有打算", {0, 3, 4, 6, 7, 8, 10}, "玉山江·艾力"),
    ],
)
def test_where_a_name_ends(text: str, edges: set[int], name: str) -> None:
    assert name_at(text, 0, frozenset(edges)) == (0, len(name))


def test_a_verb_with_a_title_behind_it_is_no_name() -> None:
    assert name_at("任主任。", 0, frozenset({0, 1, 3, 4})) is None


def test_words_that_open_like_a_name_are_none() -> None:
    assert name_at("国家重点", 0, frozenset({0, 2, 4})) is None


def test_rare_family_names_are_known() -> None:
    assert [has_surname(name, 0) for name in ("翁志明", "祁生云", "的确")] == [True, True, False]


def test_title_and_name_inside_one_word_are_torn() -> None:
    text = "协会长江上游"
    edges = frozenset({0, 2, 4, 6})
    assert is_torn(text, 1, (3, 6), edges)


def test_a_verb_that_opens_like_a_name_is_none() -> None:
    assert name_at("应邀出席", 0, frozenset({0, 2, 4})) is None
    assert name_at("怀疑有误", 0, frozenset({0, 2, 4})) is None


def test_everyday_word_is_a_family_name_only_where_the_segmenter_sees_a_name() -> None:
    text = "院长母学礼出席"
    assert name_at(text, 2, _words(text)) == (2, 5)
    text = "院长来到现场"
    assert name_at(text, 2, _words(text)) is None
    text = "院长首先介绍"
    assert name_at(text, 2, _words(text)) is None


def _words(text: str) -> frozenset[int]:
    return frozenset({0, *(word.end for word in tokenize(text, 0, len(text)))})


@pytest.mark.parametrize(
    ("text", "name"),
    [("首云峰作了发言", "首云峰"), ("折贵田担任", "折贵田"), ("首次提出", ""), ("来园区调研", "")],
)
def test_a_family_name_that_is_mostly_a_word_needs_a_given_name(text: str, name: str) -> None:
    ends = frozenset({0, 1, 2, 3, len(text)})
    span = name_at(text, 0, ends)
    assert text[slice(*span)] == name if span else name == ""


def test_a_name_with_two_points_is_no_two_names() -> None:
    text = "鲁道夫·韦伯和汉斯·穆勒"
    assert name_at(text, 0, frozenset(range(len(text) + 1))) == (0, 6)
    text = "阿卜杜拉·艾山·买买提"
    assert name_at(text, 0, frozenset({0, 4, 5, 7, 8, 11})) == (0, 11)


def test_the_end_of_a_list_is_no_given_name() -> None:
    text = "康毅等介绍"
    assert name_at(text, 0, frozenset({0, 2, 3, 5})) == (0, 2)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("萨仁高娃介绍", "萨仁高娃"),
        ("宝音分别致辞", "宝音"),
        ("宝音和阙明远出席", "宝音"),
        ("达瓦表示", "达瓦"),
    ],
)
def test_a_name_without_a_family_name_ends_before_the_sentence(text: str, name: str) -> None:
    span = name_at(text, 0, frozenset({0, 2, 4, len(text)}))
    assert span is not None and text[slice(*span)] == name


def test_an_adverb_that_is_a_word_by_itself_is_no_part_of_the_name() -> None:
    assert name_at("沈铨则表示", 0, frozenset({0, 2, 3, 5})) == (0, 2)
    assert name_at("王志均表示", 0, frozenset({0, 3, 5})) == (0, 3)
