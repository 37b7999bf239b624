"""Ladders: how the things of a text stand by the rules, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from sources.draft import Draft
from sources.learned.standing import Sight, step
from sources.outlook import look_ahead
from sources.parse import Parse, passage, rule_relations
from sources.row import Rows, stand_alike
from sources.status import state
from sources.subject import Turn
from sources.unnamed import Unnamed

__all__ = ["Stated", "climb"]


@dataclass(frozen=True, slots=True)
class Stated:
    """The statuses that rules read in one sentence, and the relations that they rest on.

    ``held``: those that are withheld, for they are about a thing without a name. ``sight``: what
    is known of the sentence beside its words.
    """

    turns: list[Turn]
    related: list[Draft]
    drafts: list[Draft]
    held: list[Draft]
    sight: Sight


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
        paragraph, above = passage(layout, block), rows.above.get(sentence)
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
    return found
