from sources.foreigner import find_foreigners
from sources.token import tokenize


def _found(text: str) -> list[str]:
    words = tuple(tokenize(text, 0, len(text)))
    edges = frozenset(at for word in words for at in (word.start, word.end))
    return [text[start:end] for start, end in find_foreigners(text, words, edges)]


def test_a_name_with_a_point_is_a_person() -> None:
    assert _found("皮埃尔·杜朗教授继续留任") == ["皮埃尔·杜朗"]


def test_places_and_parks_with_a_point_are_none() -> None:
    assert _found("南宁·中关村孵化器开园") == []


def test_one_part_may_be_no_word_at_all() -> None:
    assert _found("塞缪·约翰逊来访") == ["塞缪·约翰逊"]


def test_a_sign_that_was_torn_off_belongs_to_the_name() -> None:
    assert _found("埃尔克·鲍曼来访") == ["埃尔克·鲍曼"]
