"""Panels: lines that only name somebody, whose speech the paragraphs after them are.

Talks are printed so (方亦舟（云溪市副市长） above what he says), and so are reports to an assembly,
where one such line stands under the title and somebody is addressed (各位代表). Who tells the
whole text (口述:方亦舟) or whose speech its title calls it (方亦舟在大会上的讲话) speaks it all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.line import width
from sources.reference import Reference
from sources.segment import Layout, Paragraph

__all__ = ["find_panels"]

#: Longest line that may only name a speaker, and longest label before the name, in characters.
_LONGEST, _LABEL = 60, 10
#: Kinds of paragraphs that may name who speaks after them.
_KINDS = frozenset({"heading", "body", "guest", "byline", "subtitle"})
#: Kinds of paragraphs that may call the text a speech, how many there may be before the text, and
#: the kinds that somebody may have said.
_TITLES, _HEAD = frozenset({"title", "subtitle", "heading", "byline"}), 5
_TOLD = frozenset({"body", "heading"})
_STOP = re.compile(r"[。!?;“”]")
_LEAD = re.compile(rf"(?:【[^【】]{{1,{_LABEL}}}】|[^\s,。:()、]{{1,{_LABEL}}}:)?[ \u3000(]*")
_TITLED = re.compile(r"[ \u3000]*[(,:|/—]|[ \u3000]+\S")
_OPENS = re.compile(r"[^,:]{0,14}:")
#: A paragraph that opens with a tag belongs to the editors again.
_EDITORS = re.compile(r"【")


@lru_cache(maxsize=1)
def _posted() -> re.Pattern[str]:
    return re.compile(f"{alternation('Title')}[ \u3000]*$")


def find_panels(layout: Layout, persons: list[Reference]) -> Iterator[tuple[int, int, Reference]]:
    """Start and end of each stretch of paragraphs, and who speaks there.

    ``persons`` are references to persons in reading order.
    """
    plates = _plates(layout, persons)
    teller = _teller(layout, persons, plates)
    if teller is not None:
        index, ref = teller
        rest = [p for p in layout.paragraphs[index + 1 :] if p.kind in _TOLD]
        if rest:
            yield rest[0].start, rest[-1].end, ref
        return
    lone = [i for i in plates if i - 1 not in plates and i + 1 not in plates]
    if len(lone) == 1 and not _addresses(layout, lone[0]):
        return
    for index, ahead in pairwise([*lone, len(layout.paragraphs)]):
        last = index
        while last + 1 < ahead and not _closes(layout, layout.paragraphs[last + 1]):
            last += 1
        if last > index:
            start, end = layout.paragraphs[index + 1].start, layout.paragraphs[last].end
            yield start, end, plates[index]


def _teller(
    layout: Layout, persons: list[Reference], plates: dict[int, Reference]
) -> tuple[int, Reference] | None:
    """Who tells the whole text, and the index of the paragraph that says so."""
    for index, paragraph in enumerate(layout.paragraphs[:_HEAD]):
        text = layout.shadow[paragraph.start : paragraph.end]
        if index in plates and pattern("NarrationLabel").match(text):
            return index, plates[index]
        inside = {
            ref.entity.name: ref
            for ref in persons
            if paragraph.start <= ref.start and ref.end <= paragraph.end
        }
        titled = paragraph.kind in _TITLES and _speech_title().search(text) is not None
        if titled and len(inside) == 1:
            return index, next(iter(inside.values()))
    return None


@lru_cache(maxsize=1)
def _speech_title() -> re.Pattern[str]:
    """The end of a title that calls the text somebody's speech: …上的讲话(摘要)."""
    return re.compile(
        f"{alternation('Attributive')}{alternation('SpeechNoun')}(?:\\([^()]{{1,{_LABEL}}}\\))?$"
    )


def _plates(layout: Layout, persons: list[Reference]) -> dict[int, Reference]:
    """The lines that name one person and nothing else than posts, by index of the paragraph."""
    starts = [ref.start for ref in persons]
    found = {}
    for index, paragraph in enumerate(layout.paragraphs):
        first = bisect_left(starts, paragraph.start)
        inside = persons[first : bisect_left(starts, paragraph.end)]
        if len({ref.entity.name for ref in inside}) == 1 and _is_plate(
            layout.shadow, paragraph, inside[0]
        ):
            found[index] = inside[0]
    return found


def _is_plate(shadow: str, paragraph: Paragraph, ref: Reference) -> bool:
    text = shadow[paragraph.start : paragraph.end]
    if paragraph.kind not in _KINDS or width(text) > _LONGEST or _STOP.search(text):
        return False
    before, after = shadow[paragraph.start : ref.start], shadow[ref.end : paragraph.end]
    if pattern("BylineStart").search(before):
        return False
    if _LEAD.fullmatch(before):
        return _TITLED.match(after) is not None
    closed = not after.strip(" \u3000)") or _OPENS.fullmatch(after) is not None
    return closed and _posted().search(before) is not None


def _addresses(layout: Layout, index: int) -> bool:
    """Does somebody address an assembly after the line?"""
    words = tuple(sorted(load_lexicon().forms("Salutation")))
    rest = layout.paragraphs[index + 1 :]
    return any(layout.shadow.startswith(words, paragraph.start) for paragraph in rest)


def _closes(layout: Layout, paragraph: Paragraph) -> bool:
    """Is it the editors who speak again?"""
    if _EDITORS.match(layout.shadow, paragraph.start):
        return True
    return pattern("QuestionStart").match(layout.shadow, paragraph.start) is not None
