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
