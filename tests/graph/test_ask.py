"""Asking in words: phrasings written before the matcher, and what it must never do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from graph.ask import ask
from graph.catalogue import find_question
from graph.query import query
from graph.spotting import cut
from graph.value import read_value
from ontology.errors import NotFoundError, OneCityError, QueryError

#: A saved question with its values as terms; None where no question is meant or found.
Meant = tuple[str, frozenset[tuple[str, object]]] | None


def phrasings() -> list[tuple[str, str]]:
    """Each phrasing with what it means, in the order of the file."""
    text = (Path(__file__).parent / "phrasings.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return [(words, meant) for words, meant in lines]


TUNED, HELD_OUT = phrasings()[::2], phrasings()[1::2]


def meanings(store: Store, text: str) -> list[Meant]:
    """What a phrasing may mean, as the file says it."""
    found = []
    for part in text.split(" | ") if text != "-" else []:
        name, *given = part.split(" ")
        found.append(_meant(store, name, dict(pair.split("=", 1) for pair in given)))
    return found or [None]


def _meant(store: Store, name: str, values: dict[str, str]) -> Meant:
    question = find_question(name)
    return name, frozenset(
        (key, read_value(store, question.parameter(key), value))
        for key, value in values.items()
        if key != "lang"
    )


def understood(store: Store, words: str) -> Meant:
    lang = "zh" if re.search("[\u4e00-\u9fff]", words) else "en"
    try:
        asked = ask(store, words, lang)
    except NotFoundError:
        return None
    return _meant(store, asked.question.name, asked.values)


def judge(store: Store, cases: list[tuple[str, str]]) -> tuple[float, list[str]]:
    """The share of phrasings that are understood, and those answered by another question."""
    right, wrong = 0, []
    for words, meant in cases:
        found = understood(store, words)
        if found in meanings(store, meant):
            right += 1
        elif found is not None:
            wrong.append(words)
    return right / len(cases), wrong


def test_phrasings_are_many_and_some_have_no_answer() -> None:
    assert len(phrasings()) >= 140
    assert sum(meant == "-" for _, meant in phrasings()) >= 20


def test_phrasings_to_tune_by_are_understood(corpus: Store) -> None:
    share, wrong = judge(corpus, TUNED)
    assert share >= 0.95
    assert wrong == []


def test_of_phrasings_nobody_tuned_by_few_are_answered_by_another_question(corpus: Store) -> None:
    share, wrong = judge(corpus, HELD_OUT)
    assert share >= 0.84
    assert len(wrong) <= 0.05 * len(HELD_OUT)


def test_a_question_no_saved_one_fits_is_left_unanswered(corpus: Store) -> None:
    for words, meant in phrasings():
        if meant == "-":
            assert understood(corpus, words) is None, words


def test_values_and_question_are_those_of_the_words(corpus: Store) -> None:
    asked = ask(corpus, "科学城有哪些在建平台?")
    assert asked.question.name == "platforms-by-status"
    assert asked.values == {"status": "underConstruction", "zone": "科学城"}
    assert [question.name for question in asked.also] == ["platforms-by-zone"]
    assert query(corpus, asked.question, asked.values).rows


def test_the_language_of_the_answer_is_a_value_too(corpus: Store) -> None:
    assert ask(corpus, "Which zones have no fund?", "en").values == {"lang": "en"}
    assert ask(corpus, "哪些园区没有基金？").values == {}


def test_a_word_nobody_understands_is_named_with_what_comes_near(corpus: Store) -> None:
    with pytest.raises(NotFoundError) as caught:
        ask(corpus, "火星有哪些在建平台？")
    assert caught.value.what == (
        "no saved question fits these words: nothing says what to do with '火星'"
    )
    assert "哪些平台处于哪一阶段？在哪里、由谁建设？ [platforms-by-status]" in caught.value.nearest


@pytest.mark.parametrize(
    "words",
    [
        "哪些平台不在建？",
        "Which platforms are not under construction?",
        "科学城没有聚焦哪些产业？",
        "哪些园区既没有基金也没有实验室？",
        "2025年前科学城要建成哪些平台？",
        "谁反对新材料？",
    ],
)
def test_a_word_that_turns_the_question_is_never_passed_over(corpus: Store, words: str) -> None:
    assert understood(corpus, words) is None


def test_who_gives_and_who_takes_is_told_by_the_order(corpus: Store) -> None:
    assert ask(corpus, "湘赣储能基金支持谁？").values == {"fund": "湘赣储能基金"}
    assert ask(corpus, "谁支持周山智慧岛？").values == {"receiver": "周山智慧岛"}
    asked = ask(corpus, "Which companies invest in 周山智慧岛?")
    assert (asked.question.name, asked.values) == ("support", {"receiver": "周山智慧岛"})


def test_a_line_that_needs_every_word_goes_before_one_that_does_without(corpus: Store) -> None:
    asked = ask(corpus, "Who funds 周山智慧岛?")
    assert (asked.question.name, asked.values) == ("support", {"receiver": "周山智慧岛"})


def test_a_name_of_two_things_is_asked_back(corpus: Store) -> None:
    asked = ask(corpus, "市科技局出台了什么政策？")
    with pytest.raises(NotFoundError, match="2 things are called '市科技局'"):
        query(corpus, asked.question, asked.values)


def test_a_quoted_word_is_looked_for_as_it_is(corpus: Store) -> None:
    assert ask(corpus, "原文里哪些句子带“在建平台”？").values == {"word": "在建平台"}


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("多少家高新企业", "高新企业"),
        ("多少家国家高新企业", "国家高新企业"),
        ("多少家中小企业", "中小企业"),
        ("2015年有多少", ""),
    ],
)
def test_a_word_that_counts_or_dates_is_no_part_of_an_indicator(words: str, part: str) -> None:
    labels = ("国家高新企业较2015年增长", "高新企业数量", "中小企业数量")
    assert "".join(spot.text for spot in cut(words, {}, labels) if spot.fragment) == part


@pytest.mark.parametrize(
    "words",
    [
        "Which funds are above 1000000000 yuan?",
        "湘赣储能基金什么时候签约？",
        "前任区委书记是谁？",
        "荣昌区前区委书记是谁？",
        "荣昌区有哪些国家级基金？",
        "全国有哪些平台？",
    ],
)
def test_a_question_about_one_thing_is_not_answered_with_another(corpus: Store, words: str) -> None:
    assert understood(corpus, words) is None


def test_national_platforms_are_not_all_platforms(corpus: Store) -> None:
    asked = ask(corpus, "哪些平台是国家级的？")
    assert (asked.question.name, asked.values) == ("platform-levels", {"level": "national"})


def test_how_big_is_asked_of_the_funds_of_a_place(corpus: Store) -> None:
    asked = ask(corpus, "荣昌区的基金有多大？")
    assert (asked.question.name, asked.values) == ("funds", {"whose": "荣昌区"})


def test_a_text_too_long_is_no_question(corpus: Store) -> None:
    with pytest.raises(QueryError, match="at most 300 characters"):
        ask(corpus, "科" * 301)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_answered_or_refused(corpus: Store, words: str) -> None:
    try:
        asked = ask(corpus, words)
    except OneCityError:
        return
    assert asked.question.asks
