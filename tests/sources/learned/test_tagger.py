"""The tagger's names come in place of those of rules, save what rules know better."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from sources.learned.linear import Linear
from sources.learned.tagger import Tagger, see_name, tag
from sources.learned.vote import Span
from sources.learned.word import WordSight, split_words
from sources.mention import Reading, mention
from sources.segment import segment
from sources.token import Token
from tests.sources.conftest import document

#: Gives each name the class that rules give it, and what they do not know the class of a firm.
CLASSES = Linear(
    ("Enterprise", "HighTechZone", "University"),
    (0.0, -1.0, -1.0),
    {
        f"r={cls}": ((at, 9.0),)
        for at, cls in enumerate(("Enterprise", "HighTechZone", "University"))
    },
)


@dataclass
class Fixed(Tagger):
    """A tagger that knows some words by heart, and how sure it is of them."""

    learned: dict[str, str]
    sure: dict[str, float] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    sight: WordSight = field(default_factory=WordSight)

    def __post_init__(self) -> None:
        self.words = []

    def tag(self, features: list[list[str]]) -> list[str]:
        self.words = [f[2:] for word in features for f in word if f.startswith("t=")]
        return [self.learned.get(word, "O") for word in self.words]

    def marginal(self, label: str, at: int) -> float:
        return self.sure.get(self.words[at], 0.9)


def spans(tagger: Tagger, *texts: str) -> list[Span]:
    words, at = [], 0
    for text in texts:
        words.append(Token(at, at + len(text), text, "n"))
        at += len(text)
    return list(tagger.names(words, []))


def tagged(text: str, known: dict[str, str], sure: dict[str, float] | None = None) -> Reading:
    layout = segment(document(text))
    return tag(layout, mention(layout), [Fixed(known, sure or {})], CLASSES)


def names(reading: Reading) -> dict[str, str]:
    return {mention.text: mention.cls for mention in reading.mentions}


def test_words_of_one_name_make_one_span() -> None:
    tagger = Fixed({"青岚": "B-firm", "智造": "I-firm", "松河": "B-firm"})
    assert [(s.start, s.end, s.family) for s in spans(tagger, "青岚", "智造", "松河", "在")] == [
        (0, 4, "firm"),
        (4, 6, "firm"),
    ]


def test_a_name_of_another_family_is_another_name() -> None:
    tagger = Fixed({"滦安": "B-area", "大学": "I-school"})
    assert [(s.start, s.end) for s in spans(tagger, "滦安", "大学")] == [(0, 2), (2, 4)]


def test_a_name_is_as_sure_as_its_least_sure_word() -> None:
    tagger = Fixed({"青岚": "B-firm", "智造": "I-firm"}, {"智造": 0.3})
    assert [s.chance for s in spans(tagger, "青岚", "智造")] == [0.3]


def test_a_name_that_no_rule_saw_is_found_where_it_stands() -> None:
    text = "大家说起青岚都高兴。"
    reading = tagged(text, {"青岚": "B-firm"})
    found = next(m for m in reading.mentions if m.text == "青岚")
    assert text[found.start : found.end] == found.text
    assert (found.cls, found.source, found.cue) == ("Enterprise", "tagged", "learned/firm")


def test_a_name_of_which_it_is_not_sure_is_left_out() -> None:
    assert names(tagged("大家说起青岚都高兴。", {"青岚": "B-firm"}, {"青岚": 0.2})) == {}


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"松河": "B-designation", "之": "I-designation", "芯": "I-designation"}, "松河之芯"),
        ({"“": "B-event", "松河": "I-event", "之": "I-event", "芯": "I-event"}, "“松河之芯”"),
    ],
)
def test_a_name_keeps_both_marks_of_a_pair_or_none(known: dict[str, str], name: str) -> None:
    text = "打造“松河之芯”。"
    found = [m.text for m in tagged(text, known).mentions if "松河" in m.text]
    assert found == [name]


def test_what_rules_know_of_a_name_stays() -> None:
    text = "云溪高新区揭牌。"
    ruled = mention(segment(document(text))).mentions
    assert tagged(text, {"云溪": "B-zone", "高新区": "I-zone"}).mentions == ruled


def test_a_name_that_it_does_not_see_is_gone() -> None:
    assert names(tagged("云溪高新区揭牌。", {})) == {}


def test_the_model_of_classes_has_the_last_word() -> None:
    layout = segment(document("云溪高新区揭牌。"))
    firms = Linear(("Enterprise",), (0.0,), {})
    reading = tag(layout, mention(layout), [Fixed({"云溪": "B-zone", "高新区": "I-zone"})], firms)
    assert names(reading) == {"云溪高新区": "Enterprise"}


def test_persons_are_left_to_the_rules() -> None:
    text = "滦安大学校长李明远介绍情况。"
    assert names(tagged(text, {}))["李明远"] == "Person"
    assert names(tagged(text, {"李明远": "B-firm"}))["李明远"] == "Person"


def test_a_name_inside_a_longer_one_is_still_known() -> None:
    reading = tagged("滦安大学青岚学社成立。", dict.fromkeys(("青岚", "学社"), "I-body") | {
        "滦安": "B-body", "大学": "I-body"
    })  # fmt: skip
    inner = [(m.text, m.source) for m in reading.nested]
    assert ("滦安大学", "nested") in inner
    assert "滦安大学" not in names(reading)


def test_names_come_in_order_and_do_not_overlap() -> None:
    known = {"青岚": "B-firm", "云溪": "B-zone", "高新区": "I-zone", "檀溪": "B-firm"}
    found = tagged("青岚、檀溪落户云溪高新区。李明远出席。青岚揭牌。", known).mentions
    assert [m.start for m in found] == sorted(m.start for m in found)
    for one, other in zip(found, found[1:], strict=False):
        assert one.end <= other.start


def test_words_are_cut_as_the_rules_cut_them() -> None:
    reading = mention(segment(document("云溪高新区揭牌。")))
    words = [word.text for word in split_words(reading.tokens[0], reading.mentions)]
    assert words[:2] == ["云溪", "高新区"]


def test_a_class_is_told_by_name_family_and_rule() -> None:
    features = see_name("走进青岚大学。", Span(2, 6, "school", 1.0), "University")
    assert {"g=school", "r=University", "h=University", "$大学", "^=青岚", "~岚大"} <= set(features)
    assert {"-1=进", "+1=。"} <= set(features)


def test_a_name_at_the_edge_of_the_text_has_nothing_around_it() -> None:
    assert {"-1=", "+1="} <= set(see_name("青岚", Span(0, 2, "firm", 1.0), ""))


def test_bodies_of_posts_are_left_to_the_rules() -> None:
    """A body before a title: the title is no part of its name, whatever the tagger sees."""
    text = "滦安大学校长李明远介绍情况。"
    assert names(tagged(text, {}))["滦安大学"] == "University"
    wide = names(tagged(text, {"滦安": "B-body", "大学": "I-body", "校长": "I-body"}))
    assert "滦安大学" in wide and "滦安大学校长" not in wide


def test_a_name_once_seen_is_found_wherever_it_stands() -> None:
    text = "走进青岚智造车间。今天,青岚智造开工。"
    known = {"青岚": "B-firm", "智造": "I-firm"}
    assert [m.start for m in tagged(text, known).mentions if m.text == "青岚智造"] == [2, 12]
