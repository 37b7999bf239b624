"""Headings: which lines open a section."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.line import LONGEST_HEADING, Line, heading_rank, is_sentence, width

__all__ = ["PLAIN_RANK", "mark_headings", "run_in_heading"]

#: Rank of a heading without number: as outer as 一、, so that both kinds end each other.
PLAIN_RANK = 4
# Newspapers stack up to three lines; more short lines in a row are a list.
_MOST_STACKED = 3
_RUN_IN = 30
# 周刊:… or a full sentence before the question: somebody is asking, no editor is heading.
_SPEAKER = re.compile(r"[^:,]{1,12}:|[^?]*。")
_RUN_IN_RANKS = frozenset({4, 5, 6})


@lru_cache(maxsize=4)
def _starts(kind: str) -> tuple[str, ...]:
    return tuple(sorted(load_lexicon().forms(kind)))


def _may_head(line: Line) -> bool:
    """Short, no sentence (a question may be one), no announcement of a list, no speech label."""
    text = line.text
    if line.kind or width(text) > LONGEST_HEADING or text.endswith((":", ",", "、", ";")):
        return False
    if text.startswith(_starts("QuestionStart") + _starts("ClosingLine")):
        return False
    return not is_sentence(text) or (text.endswith("?") and not _SPEAKER.match(text))


def mark_headings(found: list[Line]) -> None:
    """Give every line that is left its kind: heading, lead (a pull-quote) or body.

    Works on runs of lines that are no sentences: what follows a run tells what it is.
    """
    index = 0
    while index < len(found):
        if found[index].kind:
            index += 1
        elif not _may_head(found[index]):
            found[index].kind = "body"
            index += 1
        else:
            stop = index
            while stop < len(found) and _may_head(found[stop]):
                stop += 1
            _mark_run(found, index, stop)
            index = stop


def _mark_run(found: list[Line], first: int, stop: int) -> None:
    """Headings when text follows; the last lines of an article and lists are body."""
    follower = stop
    while follower < len(found) and found[follower].kind in {"noise", "caption"}:
        follower += 1
    headed = follower < len(found) and found[follower].kind in {"", "lead", "guest"}
    after_colon = first > 0 and found[first - 1].text.endswith(":")
    run = found[first:stop]
    plain_run = 0
    for line in reversed(run):
        plain_run = plain_run + 1 if line.rank == 0 else 0
        if plain_run > _MOST_STACKED:
            headed = False
    for place, line in enumerate(run):
        after = run[place + 1] if place + 1 < len(run) else None
        if line.rank < 0:
            line.kind = "heading"  # Markdown says so
        elif line.rank:
            beside = [other for other in (after, *run[max(0, place - 1) : place]) if other]
            item = any(other.rank == line.rank for other in beside)
            item = item and not any(_is_elided(other) for other in (line, *beside))
            line.kind = "body" if item or (after is None and not headed) else "heading"
        else:
            line.kind = "heading" if headed and not after_colon else "body"
            line.rank = PLAIN_RANK if line.kind == "heading" else 0
    if run[-1].kind == "heading" and headed:
        _mark_pull_quote(found, stop)


def _is_elided(line: Line) -> bool:
    """Does it head a part that is left out (二、主要任务(略))?"""
    return line.text.endswith(_starts("ElisionMark"))


def _mark_pull_quote(found: list[Line], index: int) -> None:
    """A long line without end mark between a heading and the text that it sums up."""
    if index + 1 < len(found) and not found[index].kind and not found[index].rank:
        quote, text = found[index], found[index + 1]
        open_end = not quote.text.endswith(("。", "!", "?", ";", ":", "”", "…"))
        if open_end and "。" not in quote.text and not text.kind and is_sentence(text.text):
            quote.kind = "lead"


def run_in_heading(line: Line) -> tuple[int, int] | None:
    """The heading at the start of a numbered paragraph: （一）建设平台。到2025年，……"""
    if line.kind != "body" or line.rank not in _RUN_IN_RANKS:
        return None
    rank, number = heading_rank(line.text)
    stop = line.text.find("。")
    if rank == 0 or stop <= number or stop + 1 >= len(line.text):
        return None
    first = line.text[:stop]
    if width(first) > _RUN_IN or "," in first:
        return None
    return line.start, line.start + stop
