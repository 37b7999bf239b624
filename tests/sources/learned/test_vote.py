"""Votes: what several taggers see of a sentence, as one."""

from __future__ import annotations

from sources.learned.vote import Span, vote


def test_what_both_see_is_as_sure_as_both_are_on_average() -> None:
    (span,) = vote([[Span(0, 4, "firm", 0.8)], [Span(0, 4, "firm", 0.4)]])
    assert (span.start, span.end, round(span.chance, 3)) == (0, 4, 0.6)


def test_the_surer_one_names_the_family() -> None:
    (span,) = vote([[Span(0, 4, "firm", 0.4)], [Span(0, 4, "zone", 0.8)]])
    assert span.family == "zone"


def test_what_only_one_sees_is_half_as_sure() -> None:
    assert vote([[Span(0, 4, "firm", 0.8)], []]) == [Span(0, 4, "firm", 0.4)]


def test_of_names_that_meet_the_surer_stays() -> None:
    found = vote([[Span(0, 4, "firm", 0.9), Span(6, 8, "area", 0.8)], [Span(2, 8, "zone", 0.7)]])
    assert [(span.start, span.end) for span in found] == [(0, 4), (6, 8)]


def test_one_tagger_is_taken_at_its_word() -> None:
    spans = [Span(0, 4, "firm", 0.9), Span(4, 8, "area", 0.3)]
    assert vote([spans]) == spans
