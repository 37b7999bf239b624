"""Speech: who says what, in quotation marks or reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.entity import Entity
from sources.reference import Reference
from sources.segment import Layout

__all__ = ["Speech", "find_speech", "speaker_at"]

#: Longest stretch between a speaker's name and the verb of saying, in characters.
_SAY_REACH = 14


@dataclass(frozen=True, slots=True)
class Speech:
    """``shadow[start:end]`` is said by ``speaker``."""

    start: int
    end: int
    speaker: Entity


@lru_cache(maxsize=1)
def _say() -> re.Pattern[str]:
    forms = sorted(load_lexicon().forms("SayVerb"), key=lambda form: (-len(form), form))
    verbs = "|".join(map(re.escape, forms))
    return re.compile(f"[^,。;:!?“”\n]{{0,{_SAY_REACH}}}?(?:{verbs})")


def find_speech(layout: Layout, references: list[Reference]) -> list[Speech]:
    """Stretches of direct and reported speech, in reading order."""
    shadow = layout.shadow
    found: list[Speech] = []
    for ref in references:
        if ref.entity.cls != "Person":
            continue
        if shadow.startswith(":", ref.end) and _opens_line(shadow, ref.start):
            found.append(Speech(ref.end, _line_end(shadow, ref.end), ref.entity))
            continue
        verb = _say().match(shadow, ref.end)
        if verb is None:
            continue
        found += _around(layout, ref, verb.end())
    return sorted(found, key=lambda speech: (speech.start, speech.end))


def _around(layout: Layout, ref: Reference, verb_end: int) -> list[Speech]:
    """The sentence with the verb, and the quotation before or after it."""
    shadow, name = layout.shadow, ref.entity
    found = []
    sentence = next((s for s in layout.sentences if s.start <= ref.start < s.end), None)
    if sentence is not None:
        found.append(Speech(sentence.start, sentence.end, name))
        paragraph = layout.paragraphs[sentence.paragraph]
        before = shadow.rfind("”", paragraph.start, ref.start)
        opening = shadow.rfind("“", paragraph.start, before) if before >= 0 else -1
        if before >= 0 and sentence.start - before <= 1 or sentence.start < before:
            if opening >= 0 and before - opening > _SAY_REACH:
                found.append(Speech(opening, before + 1, name))
        opening = shadow.find("“", verb_end, paragraph.end)
        if 0 <= opening - verb_end <= 2:
            closing = shadow.find("”", opening, paragraph.end)
            found.append(Speech(opening, closing + 1 or paragraph.end, name))
    return found


def _opens_line(shadow: str, start: int) -> bool:
    return not shadow[shadow.rfind("\n", 0, start) + 1 : start].strip()


def _line_end(shadow: str, at: int) -> int:
    end = shadow.find("\n", at)
    return len(shadow) if end < 0 else end


def speaker_at(speech: list[Speech], at: int) -> Entity | None:
    """Who says what stands at ``at``: the innermost speech."""
    around = [s for s in speech if s.start <= at < s.end]
    return min(around, key=lambda s: s.end - s.start).speaker if around else None
