"""Ladders: how the things of a text stand by the rules, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ontology.vocabulary import vocabulary
from sources.built import is_buildable
from sources.draft import Draft
from sources.item import Item
from sources.label import Label, read_label, tells_rung
from sources.learned.standing import Sight, step
from sources.outlook import look_ahead
from sources.parse import Parse, passage, rule_relations
from sources.reference import Reference
from sources.row import Rows, stand_alike
from sources.rung import LABELLED
from sources.status import state
from sources.turn import Turn
from sources.unnamed import Unnamed

__all__ = ["Stated", "climb"]

#: Longest note in brackets behind a thing, in characters.
_LONGEST_NOTE = 10


@dataclass(frozen=True, slots=True)
class Stated:
    """The statuses that rules read in one sentence, and the relations that they rest on.

    ``held``: those that are withheld, for they are about a thing without a name. ``sight``: what
    is known of the sentence beside its words. ``labelled``: what a label over the list says of
    the items that the sentence opens; no model weighs it.
    """

    turns: list[Turn]
    related: list[Draft]
    drafts: list[Draft]
    held: list[Draft]
    sight: Sight
    labelled: list[Draft] = field(default_factory=list)


def climb(parsed: Parse, published: str | None, unnamed: Unnamed) -> list[Stated]:
    """The statuses of all sentences; ``unnamed`` tells which are about things without a name."""
    layout = parsed.layout
    rows, outlook = Rows.of(layout, parsed.turns), look_ahead(layout)
    found: list[Stated] = []
    # All sentences share it; it is filled once the last one has been read.
    told: dict[str, frozenset[str]] = {}
    for turns in filter(None, parsed.turns):
        related = list(rule_relations(parsed, turns))
        sentence = turns[0].clause.sentence
        block = layout.sentences[sentence].paragraph
        labelled = any(item.label for item in parsed.items.get(block, ()))
        paragraph = passage(layout, block)
        above = None if labelled else rows.above.get(sentence)
        founded = list(unnamed.withhold(turns, related))
        raw = list(state(layout.shadow, turns, founded, paragraph, published, outlook[block]))
        kept = list(unnamed.withhold(turns, raw))
        held = [draft for draft in raw if not any(draft is one for one in kept)]
        if not outlook[block]:
            kept += stand_alike(layout.shadow, turns, above, kept, published)
        sight = Sight(published, paragraph, outlook[block], above, told)
        found.append(Stated(turns, related, kept, held, sight))
    said: dict[str, set[str]] = {}
    for draft in (draft for stated in found for draft in stated.drafts):
        said.setdefault(draft.subject.name, set()).add(step(draft.name, draft.modality))
    told.update((name, frozenset(steps)) for name, steps in said.items())
    drafts = sorted((draft for stated in found for draft in stated.drafts), key=_place)
    for stated in found:
        block = layout.sentences[stated.turns[0].clause.sentence].paragraph
        for item in parsed.items.get(block, ()):
            first, last = (bisect_left(drafts, at, key=_place) for at in (item.start, item.end))
            own = drafts[first:last]
            stated.labelled.extend(_labelled(layout.shadow, item, stated.turns, own))
        if not outlook[block]:
            stated.labelled.extend(_bracketed(layout.shadow, stated.turns))
    return found


def _bracketed(shadow: str, turns: Sequence[Turn]) -> Iterator[Draft]:
    """What the words in brackets right behind a thing say of it: 甲项目(在建)."""
    for group in (group for turn in turns for group in turn.clause.groups):
        for ref in group.members:
            end = shadow.find(")", ref.end, ref.end + _LONGEST_NOTE) + 1
            noted = end and shadow[ref.end] == "(" and is_buildable(ref.entity.cls)
            label = read_label(shadow, ref.end, end) if noted else None
            if label is not None:
                yield _draft(ref, label)


def _place(draft: Draft) -> int:
    """Where what a draft rests on starts."""
    return draft.spans[0][1]


def _labelled(
    shadow: str, item: Item, turns: Sequence[Turn], own: Sequence[Draft]
) -> Iterator[Draft]:
    """What the label over an item says of the things that head it, in the sentence of its head.

    What the item says itself of a rung as high, or that it is not so, outranks the label: ``own``.
    """
    label = item.label
    if label is None:
        return
    for ref in _heads(shadow, item, turns):
        told = (draft for draft in own if draft.subject is ref.entity)
        higher = any(_outranks(draft, label.rung) for draft in told) or _is_noted(shadow, ref)
        if is_buildable(ref.entity.cls) and not higher:
            yield _draft(ref, label)


def _outranks(draft: Draft, rung: str) -> bool:
    """Is a rung told that is as high, or that is only to come?"""
    if draft.modality == "target":
        return _rank(draft.name) <= _rank(rung)
    stated = draft.modality in ("asserted", "negated")
    return stated and _rank(draft.name) >= _rank(rung)


def _is_noted(shadow: str, ref: Reference) -> bool:
    """Do brackets right behind a thing tell how it stands (甲园(未投用))?"""
    end = shadow.find(")", ref.end, ref.end + _LONGEST_NOTE) + 1
    return bool(end) and shadow[ref.end] == "(" and tells_rung(shadow, ref.end, end)


def _draft(ref: Reference, label: Label) -> Draft:
    return Draft(
        ref.entity, "hasStatus", None, f"{LABELLED}{label.rung}",
        (("predicate", label.start, label.end), ("subject", ref.start, ref.end)),
        "explicit", name=label.rung,
    )  # fmt: skip


def _heads(shadow: str, item: Item, turns: Sequence[Turn]) -> Iterator[Reference]:
    """The references that are a whole head of an item."""
    for group in (group for turn in turns for group in turn.clause.groups):
        for ref in group.members:
            if item.is_head(shadow, ref.start, ref.end):
                yield ref


def _rank(rung: str) -> int:
    return [concept.name for concept in vocabulary().scheme("statuses")].index(rung)
