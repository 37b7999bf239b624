"""Spotting: what the words of an asker can mean in a store, word by word.

The text is cut where the fewest characters stay unknown, and then into the fewest words. Words are
those of the thesaurus, names of things in the store, numbers, and words of other languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import DefaultGraph, NamedNode, Store

from graph.identity import key
from graph.lookup import names
from graph.terms import CONCEPT, ENTITY, PREFIXES
from graph.thesaurus import FILLER, TURN, thesaurus
from sources.quantity import quantities

__all__ = ["Spot", "Vocabulary", "cut", "spot_names"]

_WORD = re.compile(r"[a-z0-9]+(?:[-'’.][a-z0-9]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"\d+")
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
#: What a cut costs: a word, a name, and what nobody knows. An unknown character costs more than
#: any number of words that could explain it.
_KNOWN, _NAMED, _UNKNOWN = 1.0, 0.9, 40.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of the question: where it stands, and what it can mean.

    ``things`` are IRIs; ``amount`` is a sum in yuan, ``number`` a plain number or year as digits;
    a ``fragment`` is part of a label, or the ``whole`` of one.
    """

    start: int
    end: int
    text: str
    senses: frozenset[str] = frozenset()
    things: tuple[str, ...] = ()
    number: str = ""
    amount: str = ""
    fragment: bool = False
    whole: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it means anything at all."""
        return bool(self.senses or self.things or self.number or self.amount or self.fragment)

    @property
    def is_filler(self) -> bool:
        """Whether it can be left out and the question stays the same."""
        return FILLER in self.senses and TURN not in self.senses and not self.things

    @property
    def year(self) -> str:
        """The year it names, or ``""``."""
        return self.number if _YEAR.fullmatch(self.number) else ""


#: Names by their folded form, with the IRIs that have it.
Vocabulary = Mapping[str, tuple[str, ...]]


def spot_names(store: Store, text: str) -> Vocabulary:
    """The names of things of the store that occur in ``text``.

    Where several have a name, things go before concepts and labels before other names, as in
    :func:`graph.lookup.find_entity`.
    """
    folded = key(text)
    found: dict[str, dict[tuple[bool, bool], set[str]]] = {}
    for name, iri, is_label in names(store):
        if not iri.startswith((ENTITY, CONCEPT)) or len(name) < 2:
            continue
        form = key(name)
        if form and form in folded and _is_thing(store, iri):
            tier = (iri.startswith(ENTITY), is_label)
            found.setdefault(form, {}).setdefault(tier, set()).add(iri)
    return {form: tuple(sorted(tiers[max(tiers)])) for form, tiers in found.items()}


def _is_thing(store: Store, iri: str) -> bool:
    node, entity = NamedNode(iri), NamedNode(PREFIXES["oc"] + "Entity")
    return next(store.quads_for_pattern(node, _TYPE, entity, DefaultGraph()), None) is not None


def cut(text: str, things: Vocabulary, labels: Iterable[str] = ()) -> list[Spot]:
    """The words of ``text`` in their order, without spaces and punctuation.

    :param labels: texts of which a part counts as a word: three characters, or two at the end.

    >>> [spot.text for spot in cut("哪些园区没有实验室？", {})]
    ['哪些', '园区', '没有', '实验室']
    """
    folded = key(text)
    whole = "\n" + "".join(f"{key(label)}\n" for label in labels)
    amounts = _amounts(folded)
    best: list[tuple[float, tuple[Spot, ...]]] = [(0.0, ())] * (len(folded) + 1)
    for start in range(len(folded) - 1, -1, -1):
        choices = []
        for cost, found in _words(folded, start, things, whole, amounts):
            after = best[found.end]
            kept = () if cost == 0 else (found,)
            choices.append((cost + after[0], -(found.end - start), kept + after[1]))
        least = min(choices, key=lambda choice: choice[:2])
        best[start] = (least[0], least[2])
    return _join(best[0][1], folded)


def _amounts(folded: str) -> dict[int, Spot]:
    """Sums of money by where they begin."""
    return {
        found.start: Spot(
            found.start, found.end, folded[found.start : found.end], amount=found.number
        )
        for found in quantities(folded)
        if found.unit == "CNY"
    }


def _words(
    text: str, start: int, things: Vocabulary, whole: str, amounts: Mapping[int, Spot]
) -> Iterable[tuple[float, Spot]]:
    """Every word that can begin at ``start``, with its cost; at least one."""
    first = text[start]
    latin = _WORD.match(text, start)
    if not first.isalnum():
        yield 0.0, Spot(start, start + 1, first)
        return
    if start in amounts:
        yield _KNOWN, amounts[start]
    unknown_end = latin.end() if latin else start + 1
    digits = _DIGITS.match(text, start)
    if digits:
        yield _KNOWN, Spot(start, digits.end(), digits[0], number=digits[0])
    yield (
        _UNKNOWN * (unknown_end - start),
        Spot(start, unknown_end, text[start:unknown_end]),
    )
    if _splits(text, start):
        return
    known = thesaurus()
    for end in range(start + 1, min(len(text), start + 60) + 1):
        if _splits(text, end):
            continue
        form = text[start:end]
        meant, named = known.get(form, frozenset()), things.get(form, ())
        part = _is_part(form, whole)
        if not (meant or named or part):
            continue
        number = next((sense[1:] for sense in meant if sense.startswith("=")), "")
        entire = part and f"\n{form}\n" in whole
        found = Spot(start, end, form, meant, named, number, fragment=part, whole=entire)
        yield _NAMED if named else _KNOWN, found


def _is_part(form: str, whole: str) -> bool:
    """Whether ``form`` stands for the labels that it is part of.

    Not so where it cuts into one with a number or a filler in front: in "多少家企业" the 家 counts,
    though "国家企业" has it too.
    """
    if form not in whole or len(form) < 2 or (len(form) == 2 and f"{form}\n" not in whole):
        return False
    lead = _DIGITS.match(form)
    fills = lead or FILLER in thesaurus().get(form[0], ())
    return not fills or f"\n{form}" in whole


def _splits(text: str, place: int) -> bool:
    """Whether ``place`` is inside a word of letters or digits."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if before.isdigit() and after.isdigit():
        return True
    return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()


def _join(spots: Iterable[Spot], folded: str) -> list[Spot]:
    """Neighbours that nobody knows as one word."""
    joined: list[Spot] = []
    for found in spots:
        last = joined[-1] if joined else None
        if last and not last.is_known and not found.is_known and last.end == found.start:
            joined[-1] = replace(last, end=found.end, text=folded[last.start : found.end])
        else:
            joined.append(found)
    return joined
