"""Bare numbers: large ones that have no unit, as a noun or verb beside them tells it."""

from __future__ import annotations

from ontology.lexicon import Cue, load_lexicon, pattern

__all__ = ["find_unit", "is_large"]

#: How far before a number its noun is looked for, in characters.
_REACH = 12


def is_large(signs: str) -> bool:
    """Does a numeral in words end in ten thousands or more?

    >>> is_large("四千万"), is_large("四百"), is_large("")
    (True, False, False)
    """
    return signs[-1:] in load_lexicon().forms("Myriad")


def find_unit(shadow: str, start: int, number: tuple[int, int], stop: int) -> Cue | None:
    """The cue for the unit of the number at ``number`` in the clause ``shadow[start:stop]``.

    >>> find_unit("常住人口15万", 0, (4, 7), 7).signals
    'PERSON'
    >>> find_unit("投资15万锭项目", 0, (2, 5), 8) is None
    True
    """
    cues = load_lexicon().cues("BareNoun")
    first, end = number
    tie = pattern("Attributive").match(shadow, end, stop)
    after = tie.end() if tie is not None else end
    nouns = [cue for cue in cues if "position" not in cue.attributes]
    behind = [cue for cue in nouns if shadow.startswith(cue.form, after, stop)]
    if behind:
        return _longest(behind)
    if end < stop and shadow[end].isalnum():
        return None  # a measure word that nobody told us
    lead = shadow[max(start, first - _REACH) : first].rstrip(" ")
    while link := _longest_end(lead):
        lead = lead[: -len(link)]
    before = [cue for cue in cues if lead.endswith(cue.form)]
    return _longest(before) if before else None


def _longest(cues: list[Cue]) -> Cue:
    return max(cues, key=lambda cue: len(cue.form))


def _longest_end(lead: str) -> str:
    forms = load_lexicon().forms("LinkingVerb", "Approximator")
    return max((form for form in forms if lead.endswith(form)), key=len, default="")
