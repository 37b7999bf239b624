"""Designations: titles that somebody is given, such as 国家双创示范基地."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import alternation, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Hit
from sources.draft import Draft
from sources.entity import Entities
from sources.subject import Turn

__all__ = ["designate"]

#: Longest title, in characters.
_LONGEST = 30
#: Classes of names that are titles where they are given (获评国家生态工业示范园区).
_GIVEN = (
    *("Zone", "Park", "DemonstrationBase", "IndustrialBase", "Incubator", "Makerspace"),
    *("ServicePlatform",),
)
_QUOTES = "“”‘’《》"


@dataclass(frozen=True, slots=True)
class _Grammar:
    lead: re.Pattern[str]
    title: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    opener = f"(?:[“‘《]?{alternation('TitleOpener')}|[“《])"
    noun = f"{alternation('TitleNoun')}[”’》]?(?:\\([^()]{{1,10}}\\))?"
    end = f"[,。;:!?”]|{alternation('ItemJoiner', 'Attributive', 'TitleTail')}|$"
    return _Grammar(
        lead=re.compile(f"{alternation('TitleLead')}*"),
        title=re.compile(f"(?P<title>{opener}[^,。;、]{{1,{_LONGEST}}}?{noun})(?={end})"),
    )


def designate(shadow: str, turns: list[Turn], entities: Entities) -> Iterator[Draft]:
    """Drafts of ``designatedAs`` of one sentence; titles become entities as they are met."""
    for turn in turns:
        for hit in turn.clause.hits:
            cue = next((cue for cue in hit.cues if cue.signals == "designatedAs"), None)
            if cue is None:
                continue
            for start, end in _titles(shadow, turn.clause, hit):
                text = shadow[start:end].strip(_QUOTES)
                begin = shadow.index(text, start)
                entity = entities.coin(text, "Designation", begin, begin + len(text), cue.id)
                if _is_only_given(entity.cls) and all(m.start == begin for m in entity.mentions):
                    entity.cls = "Designation"
                for subject in turn.subjects:
                    if subject.entity is entity:
                        continue
                    if vocabulary().fits("designatedAs", subject.entity.cls, entity.cls):
                        yield Draft(
                            subject.entity, "designatedAs", entity, cue.id,
                            (("predicate", hit.start, end), subject.span), subject.source,
                            modality=turn.modality(shadow, hit.start),
                        )  # fmt: skip


def _is_only_given(cls: str) -> bool:
    """Is it a title when somebody gets it: a kind of zone, park or base, not a body by name?"""
    return vocabulary().is_any(cls, _GIVEN)


def _titles(shadow: str, clause: Clause, hit: Hit) -> Iterator[tuple[int, int]]:
    """Spans of the titles after the trigger, with their quotation marks."""
    grammar, end = _grammar(), clause.end
    at = hit.end
    while at < end:
        lead = grammar.lead.match(shadow, at, end)
        at = lead.end() if lead is not None else at
        match = grammar.title.match(shadow, at, end)
        if match is None:
            return
        yield match.span("title")
        joiner = pattern("ItemJoiner").match(shadow, match.end(), end)
        if joiner is None:
            return
        at = joiner.end()
