import pytest

from sources.bare import find_unit, is_large


def unit(text: str, number: str) -> str | None:
    first = text.index(number)
    cue = find_unit(text, 0, (first, first + len(number)), len(text))
    return cue.signals if cue else None


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("常住人口15万", "15万", "PERSON"),
        ("在校生接近20万", "20万", "PERSON"),
        ("聚集8.6万学生", "8.6万", "PERSON"),
        ("100万的学费", "100万", "CNY"),
        ("企业出资1500万", "1500万", "CNY"),
        ("每家给10万", "10万", "CNY"),
    ],
)
def test_a_noun_or_verb_beside_a_number_tells_its_unit(text: str, number: str, code: str) -> None:
    assert unit(text, number) == code


@pytest.mark.parametrize("text", ["投资15万锭", "每家给15万份", "建成15万", "15万套设备投资"])
def test_an_unknown_measure_word_or_none_beside_it_tells_nothing(text: str) -> None:
    assert unit(text, "15万") is None


def test_large_numerals_end_in_ten_thousands() -> None:
    assert [is_large(signs) for signs in ("四千万", "百亿", "四百", "")] == [
        True,
        True,
        False,
        False,
    ]
