import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.token import is_known_word, tokenize


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text, 0, len(text))]


def test_head_nouns_and_triggers_stay_whole() -> None:
    assert words("获批国家重点实验室") == ["获批", "国家重点实验室"]
    assert words("兰陵大学坐落于云溪")[-2:] == ["坐落于", "云溪"]


def test_a_particle_is_cut_from_the_name_behind_it() -> None:
    assert "由" in words("由市科技局设立")
    assert "经" in words("9月经专家论证")


@pytest.mark.parametrize(
    ("text", "verb"),
    [("获省科技厅批准", "获"), ("设庆绥创新走廊", "设"), ("新能源和凉州大学", "和")],
)
def test_a_letter_is_cut_from_a_name_that_it_makes_no_word_with(text: str, verb: str) -> None:
    assert verb in words(text)


def test_an_area_has_its_letter_back_from_the_verb_behind_it() -> None:
    assert words("深化与云南省校合作")[-3:] == ["云南省", "校", "合作"]
    assert words("推动省校合作")[-1] == "省校合作"


def test_words_that_deny_are_words() -> None:
    assert words("网传滦安科技园") == ["网传", "滦安", "科技园"]


def test_provinces_cities_and_regions_are_tagged_as_places() -> None:
    assert [token.pos for token in tokenize("成渝", 0, 2)] == ["ns"]


def test_only_the_span_asked_for_is_parted() -> None:
    tokens = tokenize("甲。兰陵大学。", 2, 6)
    assert (tokens[0].start, tokens[-1].end) == (2, 6)


def test_the_dictionary_knows_common_words_only() -> None:
    assert is_known_word("发展")
    assert not is_known_word("滦安")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_tokens_tile_the_text(text: str) -> None:
    assert "".join(words(text)) == text
    ends = [token.end for token in tokenize(text, 0, len(text))]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("云鲸股份有限公司、和泽气体有限公司", "和泽"),
        ("云鲸药业项目;以岚医药产业项目", "以岚"),
    ],
)
def test_behind_the_mark_of_a_row_a_joining_letter_opens_a_brand(text: str, word: str) -> None:
    assert word in [token.text for token in tokenize(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    ["云鲸股份和泽气体有限公司", "云溪区、和市科技局", "改造老城;以城带乡发展", "甲、以新换旧"],
)
def test_elsewhere_it_joins(text: str) -> None:
    words = [token.text for token in tokenize(text, 0, len(text))]
    assert {"和", "以"} & set(words)


def test_who_does_it_is_cut_from_a_name_that_some_person_bears() -> None:
    assert words("由云杉集团建设") == ["由", "云杉", "集团", "建设"]


def test_the_torn_end_of_an_investors_name_is_whole() -> None:
    assert words("沭水城投认缴1亿元")[:3] == ["沭", "水", "城投"]


def test_a_verb_that_a_sum_follows_is_no_end_of_a_name() -> None:
    assert "投" in words("为水城投3亿元")
