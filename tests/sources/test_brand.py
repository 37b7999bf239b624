import pytest

from sources.brand import brand_in, is_brand
from sources.token import Token


def _first(text: str) -> Token:
    return Token(0, len(text), text, "n")


def test_letters_of_the_sentence_are_cut_from_a_brand() -> None:
    assert brand_in("赛诺迪等") == "赛诺迪"
    assert brand_in("银湖镁业各获") == "银湖镁业"
    assert brand_in("天骄信") == "天骄信"


@pytest.mark.parametrize("text", ["生物", "云溪镇", "南宁", "光子学院", "方亦舟", "签着约"])
def test_words_places_towns_bodies_and_persons_are_no_brands(text: str) -> None:
    assert not is_brand(text, _first(text))


def test_a_word_that_no_dictionary_has_is_a_brand() -> None:
    assert is_brand("纽尔利", _first("纽尔利"))


def test_a_count_of_firms_makes_a_brand_of_what_looks_like_a_person() -> None:
    assert not is_brand("罗莱云", _first("罗莱云"))
    assert is_brand("罗莱云", _first("罗莱云"), counted=True)


def test_goods_with_a_letter_before_them_are_no_brand() -> None:
    assert is_brand("镁富康", _first("镁"), lettered=True)
    assert not is_brand("民族药", _first("民族"), lettered=True)
