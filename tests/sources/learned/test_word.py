"""What the tagger sees of a word: itself, what rules say of it, and what stands around."""

from __future__ import annotations

import pytest

from ontology.vocabulary import vocabulary
from sources.learned.word import WordSight, family, split_words
from sources.mention import mention
from sources.segment import segment
from tests.sources.conftest import document


def seen(text: str) -> dict[str, set[str]]:
    """The features of each word of a sentence; of equal words, the last."""
    reading = mention(segment(document(text)))
    words = split_words(reading.tokens[0], reading.mentions)
    features = WordSight().see(words, reading.mentions)
    return {word.text: set(found) for word, found in zip(words, features, strict=True)}


def test_words_cover_the_sentence_and_are_cut_where_names_end() -> None:
    text = "青岚智造落户云溪高新区。"
    reading = mention(segment(document(text)))
    words = split_words(reading.tokens[0], reading.mentions)
    assert "".join(word.text for word in words) == text
    edges = {word.start for word in words} | {word.end for word in words}
    for found in reading.mentions:
        assert {found.start, found.end} <= edges


def test_every_word_has_features_and_the_same_each_time() -> None:
    one, other = seen("滦安大学到松河实验室调研。"), seen("滦安大学到松河实验室调研。")
    assert one == other
    assert all("bias" in features for features in one.values())


def test_a_word_tells_what_rules_found() -> None:
    words = seen("滦安大学到松河实验室调研。")
    assert "r=B-school/head" in words["滦安"]
    assert "r=IE-school/head" in words["大学"]
    assert "r=O" in words["调研"]
    assert "1:r=IE-school/head" in words["滦安"]


def test_a_word_tells_what_cue_it_is() -> None:
    assert "k=Joiner" in seen("滦安大学和松河大学签约。")["和"]


@pytest.mark.parametrize(
    ("text", "mark"), [("印发《松河规划》。", "q=b"), ("打造“松河之芯”品牌。", "q=q")]
)
def test_a_word_knows_in_which_marks_it_stands(text: str, mark: str) -> None:
    words = seen(text)
    assert any("松河" in word and mark in features for word, features in words.items())
    assert "q=" in words["。"]


def test_a_word_looks_ahead_to_the_head_of_its_name() -> None:
    assert "nh=zone" in seen("走进鹿鸣高新区。")["鹿鸣"]


def test_the_members_of_a_list_hear_its_end() -> None:
    assert "le" in seen("引进青岚、松河、檀溪等企业。")["青岚"]


def test_the_ends_of_a_sentence_are_seen() -> None:
    words = list(seen("大会在松河举行。").values())
    assert ["-1:#" in features for features in words] == [True] + [False] * (len(words) - 1)
    assert ["1:#" in features for features in words] == [False] * (len(words) - 1) + [True]


def test_every_class_has_a_family() -> None:
    families = {family(cls) for cls in vocabulary().classes}
    assert {"area", "zone", "school", "firm", "person", "fund"} <= families
    assert all(name.isalpha() for name in families)


def test_only_features_that_count_are_seen() -> None:
    text = "滦安大学到松河实验室调研。"
    reading = mention(segment(document(text)))
    words = split_words(reading.tokens[0], reading.mentions)
    known = frozenset({"t=调研", "-1:t=大学", "r=O", "nh=platform", "never=seen"})
    every = WordSight().see(words, reading.mentions)
    some = WordSight(known).see(words, reading.mentions)
    assert [sorted(f for f in all_ if f in known) for all_ in every] == [sorted(f) for f in some]
    assert "t=调研" in some[-2]
