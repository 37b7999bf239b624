"""What the tagger of letters sees of a character: where it stands in its word, and around it."""

from __future__ import annotations

from sources.learned.letter import LetterSight, split_letters
from sources.learned.word import split_words
from sources.mention import mention
from sources.segment import segment
from tests.sources.conftest import document

TEXT = "滦安大学与松河实验室调研。"


def seen(text: str, known: frozenset[str] | None = None) -> list[set[str]]:
    reading = mention(segment(document(text)))
    words = split_words(reading.tokens[0], reading.mentions)
    return list(map(set, LetterSight(known).see(words, reading.mentions)))


def test_letters_cover_the_words() -> None:
    reading = mention(segment(document(TEXT)))
    letters = split_letters(reading.tokens[0])
    assert "".join(letter.text for letter in letters) == TEXT
    assert [letter.start for letter in letters] == list(range(len(TEXT)))
    assert all(letter.end == letter.start + 1 for letter in letters)


def test_each_letter_tells_its_word_and_its_place_in_it() -> None:
    first, second, third, *_ = seen(TEXT)
    assert {"B|t=滦安", "0:滦", "0:滦安"} <= first
    assert {"E|t=滦安", "-1:滦", "+E|t=大学"} <= second
    assert {"B|t=大学", "-B|t=滦安", "B|h=school"} <= third


def test_the_edges_of_a_name_that_rules_found_are_those_of_its_letters() -> None:
    letters = seen(TEXT)
    assert "r=B-school/head" in letters[0]
    assert "r=I-school/head" in letters[1]
    assert "r=IE-school/head" in letters[3]
    assert "r=O" in letters[4]


def test_what_stands_beyond_the_sentence_is_nothing() -> None:
    letters = seen(TEXT)
    assert {"-1:#", "-#"} <= letters[0]
    assert {"1:#", "+#"} <= letters[-1]


def test_only_what_the_model_knows_is_told() -> None:
    every = seen(TEXT)
    known = frozenset(f for letter in every for f in letter if "=" in f)
    assert seen(TEXT, known) == [letter & known for letter in every]
