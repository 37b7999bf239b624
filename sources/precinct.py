"""Precincts: headings that are places, and the things that stand there by standing under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ontology.lexicon import alternation
from ontology.vocabulary import vocabulary
from sources.draft import Draft, Subject
from sources.line import heading_rank
from sources.segment import Layout, Section
from sources.site import fits_in
from sources.trail import Trail
from sources.turn import Turn

__all__ = ["gather_under"]

#: Places that a heading may be.
_PLACES = ("AdministrativeArea", "Zone", "Park")
#: What heads the rows under such a heading.
_ROWS = ("Project", "Platform", "ResearchInstitute", "Park")
#: Marks that may open a heading or a row.
_MARKS = re.compile(r"[^\w“《]*")
#: How far from the start of its row the name may stand that heads it, in characters.
_LEAD = 4


def gather_under(
    layout: Layout, sentence: int, parts: Sequence[Sequence[Turn]], trail: Trail
) -> Iterator[Draft]:
    """Drafts of ``locatedIn`` of the row that ``sentence`` opens: (二)平果市 / 3.甲项目,占地….

    ``parts`` are the turns of all sentences.
    """
    opened = layout.sentences[sentence]
    paragraph = layout.paragraphs[opened.paragraph]
    if opened.start != paragraph.start or paragraph.kind == "heading" or not parts[sentence]:
        return
    place = _place(layout, layout.sections[opened.section], paragraph.start, trail)
    turn = parts[sentence][0]
    own = turn.head or (tuple(map(Subject.of, turn.own.members)) if turn.own is not None else ())
    if place is None or not own or own[0].start - paragraph.start > _LEAD:
        return
    if _is_sited(layout, sentence, parts):
        return
    for thing in own:
        row = vocabulary().is_any(thing.entity.cls, _ROWS)
        if row and thing.entity is not place.entity and fits_in(thing.entity, place.entity):
            spans = (("predicate", thing.start, thing.end), ("alias", place.start, place.end))
            yield Draft(
                thing.entity, "locatedIn", place.entity, "structure/precinct", spans, "section"
            )


def _place(layout: Layout, section: Section, row: int, trail: Trail) -> Subject | None:
    """The place that the heading over the row is, but for its number and what it counts."""
    while section.parent is not None and section.heading[-1][0] >= row:
        section = layout.sections[section.parent]  # 1.甲项目。 is a heading of its own
    if not section.level:
        return None
    start, end = section.heading[-1]
    ref = trail.last(end, _PLACES)
    if ref is None or ref.start < start:
        return None
    number = heading_rank(layout.shadow[start:end])[1]
    lead = _MARKS.fullmatch(layout.shadow, start + number, ref.start)
    return Subject.of(ref) if lead and _count().fullmatch(layout.shadow, ref.end, end) else None


@lru_cache(maxsize=1)
def _count() -> re.Pattern[str]:
    """What a heading may count behind the place (平果市(共3个))."""
    return re.compile(rf"[ :(]*{alternation('HeadingCount')}?[ ]*(?:[0-9]+[^。]{{0,24}}?)?[):]?")


def _is_sited(layout: Layout, sentence: int, parts: Sequence[Sequence[Turn]]) -> bool:
    """Does the paragraph say itself where the thing is?"""
    inside = layout.sentences[sentence].paragraph
    for turns in parts[sentence:]:
        if not turns:
            continue
        if layout.sentences[turns[0].clause.sentence].paragraph != inside:
            break
        if any(hit.says("locatedIn") for turn in turns for hit in turn.clause.hits):
            return True
    return False
