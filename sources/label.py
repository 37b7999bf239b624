"""Labels: what a line above a list, or a word before one, says of how its items stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon

__all__ = ["Label", "read_label", "tells_rung"]

#: Longest label, in characters.
_LONGEST = 24
#: How many items a label has, in brackets, marks around it, and marks inside it.
_COUNT = re.compile(r"\([^()]*[0-9][^()]*\):?\Z")
_OPENERS, _CLOSERS = "【[<〈(*#·", "】]>〉)*#"
_MARKS = re.compile(r"[·:()\s0-9]+")
_JOINERS = frozenset(",/")


@dataclass(frozen=True, slots=True)
class Label:
    """The status word of a label at ``start:end``, the rung that it tells, and by which cue.

    ``whole``: where all of the label stands. ``built``: it says that the items are projects, so
    that a head without a class of its own is one.
    """

    start: int
    end: int
    rung: str
    cue: str
    built: bool
    whole: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Words:
    rungs: dict[str, Cue]
    nouns: frozenset[str]
    every: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    plain = [
        cue
        for cue in lexicon.cues("Trigger")
        if cue.attributes.get("pattern") == "state"
        and not {"modality", "of"} & cue.attributes.keys()
    ]
    rungs = {cue.form: cue for cue in [*plain, *lexicon.cues("StatusLabel")]}
    forms = sorted(
        rungs.keys() | lexicon.forms("LabelFill", "LabelNoun", "Joiner") | _JOINERS,
        key=lambda form: (-len(form), form),
    )
    return _Words(
        rungs,
        lexicon.forms("LabelNoun"),
        re.compile("|".join(map(re.escape, forms))),
    )


def read_label(shadow: str, start: int, end: int, marked: bool = False) -> Label | None:
    """The label that ``shadow[start:end]`` is, without the number before it; None if it is none.

    A label without a noun (在建) has marks around it, or is ``marked`` as one by a sign before it.

    >>> text = "【新开工项目】"
    >>> read_label(text, 0, len(text)).rung, read_label("开工仪式举行", 0, 6)
    ('underConstruction', None)
    """
    if end - start > _LONGEST:
        return None
    whole = (start, end)
    count = _COUNT.search(shadow[start:end])
    end = start + count.start() if count is not None and count.start() else end
    framed = marked or shadow[start] in _OPENERS or shadow[whole[1] - 1] in ":" + _CLOSERS
    at, stop = start, end
    while at < stop and shadow[at] in _OPENERS:
        at += 1
    while stop > at and shadow[stop - 1] in ":" + _CLOSERS:
        stop -= 1
    words, found = _words(), list[tuple[int, int, Cue]]()
    named = built = False
    while at < stop:
        mark = _MARKS.match(shadow, at, stop)
        word = mark or words.every.match(shadow, at, stop)
        if word is None:
            return None
        cue = words.rungs.get(word.group())
        if cue is not None:
            found.append((word.start(), word.end(), cue))
        named = named or word.group() in words.nouns
        built = built or word.group() in load_lexicon().forms("UnnamedProject")
        at = word.end()
    rungs = {cue.attributes["status"] for _, _, cue in found}
    if len(rungs) != 1 or not (named or framed):
        return None
    first, last, cue = found[0]
    return Label(first, last, cue.attributes["status"], cue.id, built, whole)


def tells_rung(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` hold a word that tells how a thing stands?

    >>> tells_rung("(未投用)", 0, 5), tells_rung("(甲县)", 0, 4)
    (True, False)
    """
    return any(form in shadow[start:end] for form in _words().rungs)
