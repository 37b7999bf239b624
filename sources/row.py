"""Rows: how the things of a list stand, as the heading or sentence above the list says of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.built import may_stand
from sources.clause import Clause, Hit, Word
from sources.dating import is_dated_ahead
from sources.draft import Draft
from sources.label import Label, read_label
from sources.modality import (
    is_future,
    is_negated,
    is_past_plan,
    modality_of,
    opens_horizon,
)
from sources.reference import Reference
from sources.segment import Layout
from sources.turn import Turn

__all__ = ["Rows", "stand_alike"]

#: Things that a row can be about, and kinds of lines that stand above rows.
_THINGS = ("Project", "Platform", "Park", "ResearchInstitute", "Fund", "Alliance")
_HEADINGS = frozenset({"title", "subtitle", "heading"})
#: What opens a row: a number, a bullet, a place or kind in brackets.
_MARK = re.compile(
    r"[(]?\d{1,2}[.、)][ ]*|[\u2460-\u2473\u25cf\u25a0\u25c6\u25b2\u00b7][ ]*|\u2014{1,2}|"
    r"\u3010[^\u3011]{1,12}\u3011[ ]*"
)
#: How far behind its mark the name of a row may start, in characters.
_REACH = 2
#: Longest line that is but a label of the rows below it (新建:), in characters.
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Rows:
    """For the sentences that are rows of a list, by index, the word for how its things stand."""

    above: dict[int, Hit]

    @classmethod
    def of(cls, layout: Layout, turns: Sequence[Sequence[Turn]]) -> Rows:
        """Look for lists of things that are opened, signed or built together."""
        above: dict[int, Hit] = {}
        event: Hit | None = None
        announced, inside, paragraph = False, False, -1
        for index, sentence in enumerate(layout.sentences):
            said = turns[index]
            opens = sentence.paragraph != paragraph
            paragraph = sentence.paragraph
            label = read_label(layout.shadow, sentence.start, sentence.end) if opens else None
            if label is not None:
                event, announced, inside = _labelled(layout.shadow, label), True, False
                continue
            row = _row(layout.shadow, sentence.start, said[0].clause) if said and opens else None
            # What a row goes on to tell is of itself alone.
            inside = row is not None and row[1] if opens else inside
            if inside and not opens:
                continue
            if event is not None and row is not None and (announced or row[1]):
                above[index] = event
                continue
            if event is not None and opens and _MARK.match(layout.shadow, sentence.start):
                continue  # a row, too, but of a thing that we do not know
            ends = layout.shadow[sentence.end - 1] == ":"
            if row is not None and row[1] and not ends:
                event, announced = None, False  # it is a row itself, and stands over no other
                continue
            found = _event(layout.shadow, said)
            if sentence.kind in _HEADINGS:
                event, announced = found, False
            elif opens and said:
                lasts = ends and sentence.end - sentence.start > _SHORT
                event, announced = found or (event if lasts else None), ends
            else:
                event, announced = found or event, announced or ends
        return cls(above)


def _labelled(shadow: str, label: Label) -> Hit | None:
    """The status word of a line that is a label of what follows (【开工项目】), as a word."""
    form = shadow[label.start : label.end]
    cues = [cue for cue in load_lexicon().cues("Trigger") if cue.form == form]
    cues = [cue for cue in cues if cue.attributes.get("pattern") == "state"]
    return Hit(label.start, label.end, Word.of(cues)) if cues else None


def _row(shadow: str, start: int, clause: Clause) -> tuple[Reference, bool] | None:
    """The thing that a row opens with, and whether a mark opens the row."""
    mark = _MARK.match(shadow, start)
    at = mark.end() if mark else start
    ref = _first(clause, at)
    return (ref, mark is not None) if ref is not None else None


def _first(clause: Clause, at: int) -> Reference | None:
    """The thing named right at a place."""
    group = next((group for group in clause.groups if group.start >= at), None)
    if group is None or group.start - at > _REACH or len(group.members) > 1:
        return None
    ref = group.members[0]
    return ref if vocabulary().is_any(ref.entity.cls, _THINGS) else None


def _batch(shadow: str, turn: Turn, published: str | None) -> Hit | None:
    """The word of a clause that only announces a batch, named in the next (开工一批,X等9个).

    The sentence so far may put it ahead (明年,开工一批).
    """
    hit, since = _told(shadow, turn), turn.sentence[0]
    if hit is None or hit.start != turn.clause.start:
        return None
    if is_future(shadow, since, hit.start) or opens_horizon(shadow, since, hit.start):
        return None
    meant = modality_of(shadow, since, hit.start, turn.sentence) != "asserted"
    if meant or is_dated_ahead(shadow, since, hit.start, published):
        return None
    return hit if pattern("BatchWord").fullmatch(shadow, hit.end, turn.clause.end) else None


def _all(clause: Clause, at: int) -> Iterator[Reference]:
    """The things of the list that starts right at a place."""
    group = next((group for group in clause.groups if group.start >= at), None)
    if group is not None and group.start - at <= _REACH and not group.governor:
        yield from (r for r in group.members if vocabulary().is_any(r.entity.cls, _THINGS))


def _event(shadow: str, turns: Sequence[Turn]) -> Hit | None:
    """The word by which a sentence says how several things stand that it does not name."""
    for turn in turns:
        hit = _told(shadow, turn)
        if hit is not None and pattern("EventNoun").search(shadow, *turn.sentence):
            return hit
    return None


def _told(shadow: str, turn: Turn) -> Hit | None:
    start = turn.clause.start
    for hit in turn.clause.hits:
        ahead = is_future(shadow, start, hit.start) or is_past_plan(shadow, start, hit.start)
        if hit.of("state") and not ahead and turn.modality(shadow, hit.start) == "asserted":
            return hit
    return None


def stand_alike(
    shadow: str,
    turns: Sequence[Turn],
    above: Hit | None,
    told: Sequence[Draft],
    published: str | None = None,
) -> Iterator[Draft]:
    """Statuses of the rows in a sentence; ``told`` are those that it says itself.

    ``above``: what the list says of all, if the sentence is a row. A sentence may also be a list
    in itself: 本次签约的项目有：X，由…建设；Y，….
    """
    stated = {draft.subject.name for draft in told if draft.modality == "asserted"}
    for ref, hit, turn in _listed(shadow, turns, above, published):
        end = turn.clause.end
        if ref.entity.name in stated or is_negated(shadow, turn.clause.start, end):
            continue
        for cue in hit.of("state"):
            rung = cue.attributes.get("status", "")
            if may_stand(ref.entity.cls, rung, cue):
                yield Draft(
                    ref.entity, "hasStatus", None, cue.id,
                    (("predicate", hit.start, hit.end), ("subject", ref.start, ref.end)),
                    "explicit", name=rung, modality=cue.attributes.get("modality", "asserted"),
                )  # fmt: skip


def _listed(
    shadow: str, turns: Sequence[Turn], above: Hit | None, published: str | None
) -> Iterator[tuple[Reference, Hit, Turn]]:
    if above is not None:
        row = _row(shadow, turns[0].sentence[0], turns[0].clause)
        if row is not None:
            yield row[0], above, turns[0]
        return
    event: Hit | None = None
    marks = ":;"
    for turn in turns:
        start = turn.clause.start
        if event is not None and shadow[start - 1] in marks:
            for ref in _all(turn.clause, start):
                yield ref, event, turn
        batch = _batch(shadow, turn, published)
        if batch is not None:
            event, marks = batch, ","
        elif marks == ",":
            event, marks = None, ":;"
        if shadow[turn.clause.end : turn.clause.end + 1] == ":":
            noun = pattern("EventNoun").search(shadow, start, turn.clause.end)
            event = _told(shadow, turn) if noun else None
