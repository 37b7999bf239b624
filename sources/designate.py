"""Designations: titles that somebody is given, such as 国家双创示范基地."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Hit
from sources.draft import Draft
from sources.entity import Entities
from sources.modality import modality_of
from sources.subject import Turn

__all__ = ["designate"]

#: Longest title, in characters.
_LONGEST = 30


def _any(kind: str) -> str:
    forms = sorted(load_lexicon().forms(kind), key=lambda form: (-len(form), form))
    return "|".join(map(re.escape, forms))


@lru_cache(maxsize=1)
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lead = re.compile(f"^(?:{_any('TitleLead')})*")
    title = re.compile(
        f"(?P<title>(?:[“‘《]?(?:{_any('TitleOpener')})|[“《])[^,。;、]{{1,{_LONGEST}}}?"
        f"(?:{_any('TitleNoun')})[”’》]?(?:\\([^()]{{1,10}}\\))?)(?=[,。;:!?、”和及与的]|{_any('TitleTail')}|$)"
    )
    return lead, title


def designate(shadow: str, turns: list[Turn], entities: Entities) -> Iterator[Draft]:
    """Drafts of ``designatedAs`` of one sentence; titles become entities as they are met."""
    for turn in turns:
        for hit in turn.clause.hits:
            cues = [cue for cue in hit.cues if cue.signals == "designatedAs"]
            if not cues:
                continue
            for start, end in _titles(shadow, turn.clause, hit):
                text = shadow[start:end].strip("“”‘’《》")
                begin = shadow.index(text, start)
                entity = entities.coin(text, "Designation", begin, begin + len(text), cues[0].id)
                for subject in turn.subjects:
                    if subject.entity is entity:
                        continue
                    if vocabulary().fits("designatedAs", subject.entity.cls, entity.cls):
                        yield Draft(
                            subject.entity, "designatedAs", entity, cues[0].id,
                            (("predicate", hit.start, end),
                             ("subject", subject.start, subject.end)),
                            subject.source,
                            modality=modality_of(
                                shadow, turn.clause.start, hit.start, turn.clause.end, turn.sentence
                            ),
                            sentence=turn.clause.sentence,
                        )  # fmt: skip


def _titles(shadow: str, clause: Clause, hit: Hit) -> Iterator[tuple[int, int]]:
    lead, title = _grammar()
    at = hit.end
    while at < clause.end:
        skipped = lead.match(shadow[at : clause.end])
        at += skipped.end() if skipped else 0
        match = title.match(shadow, at, clause.end)
        if match is None:
            return
        yield match.span("title")
        at = match.end()
        if at < clause.end and shadow[at] in "、和及与":
            at += 1
        else:
            return
