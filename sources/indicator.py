"""Indicators: what a number counts, in the words of the text (国家重点实验室数量, 总投资)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon, pattern
from sources.clause import Clause
from sources.quantity import Quantity
from sources.token import Token

__all__ = ["Indicator", "name_indicator"]

#: Shortest and longest name of an indicator, in characters.
_SHORTEST, _LONGEST = 2, 24
#: Units of what is counted: things and persons.
_COUNTS = frozenset({"NUM", "PERSON"})
#: Tags of words that may stand between the noun and its number: adverbs, particles.
_LINKING_TAGS = frozenset({"d", "u", "ul", "uz"})
#: First letters of tags that may be part of an indicator, and that may open the noun counted.
_NOMINAL, _COUNTED = frozenset("nabjlsfgm"), frozenset("nbja")
_NOMINAL_TAGS = frozenset({"vn", "eng", "nz"})


@dataclass(frozen=True, slots=True)
class Indicator:
    """A named indicator at ``start:end``; ``size``: it belongs to the thing last named."""

    name: str
    start: int
    end: int
    size: bool
    cue: str


@dataclass(frozen=True, slots=True)
class _Words:
    linking: frozenset[str]
    stops: frozenset[str]
    parts: frozenset[str]
    names: dict[str, str]
    sizes: tuple[str, ...]
    count: str
    defaults: dict[str, str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    named = lexicon.cues("IndicatorName")
    return _Words(
        linking=lexicon.forms("LinkingVerb"),
        stops=lexicon.forms("IndicatorStop", "LinkingVerb"),
        parts=lexicon.forms("InnerVerb", "IndicatorName", "IndicatorWord", "SizeIndicator"),
        names={cue.form: cue.attributes["name"] for cue in named},
        sizes=tuple(sorted(lexicon.forms("SizeIndicator"))),
        count=min(lexicon.forms("CountNoun"), default=""),
        defaults={cue.signals: cue.form for cue in lexicon.cues("DefaultIndicator")},
    )


def name_indicator(shadow: str, clause: Clause, quantity: Quantity) -> Indicator | None:
    """The indicator of ``quantity``: the noun it counts after it, else the noun before it."""
    counted = quantity.unit in _COUNTS
    span = _before(clause, quantity)
    if span is None or (counted and _noun_follows(clause, quantity)):
        span = (_after(shadow, clause, quantity) if counted else None) or span
    if span is not None:
        return _named(shadow, *span, counted)
    default = _words().defaults.get(quantity.kind)
    if default is None:
        return None
    return Indicator(default, quantity.start, quantity.end, True, "quantity/default")


def _named(shadow: str, start: int, end: int, counted: bool) -> Indicator:
    words = _words()
    text = shadow[start:end]
    name = words.names.get(text, text)
    if counted and not name.endswith(words.count):
        name += words.count
    return Indicator(name, start, end, text.endswith(words.sizes), "quantity/noun")


def _before(clause: Clause, quantity: Quantity) -> tuple[int, int] | None:
    """The noun phrase that ends right before the number, linking words left out."""
    inside = [token for token in clause.tokens if token.end <= quantity.start]
    while inside and (inside[-1].text in _words().linking or inside[-1].pos in _LINKING_TAGS):
        inside.pop()
    if not inside:
        return None
    end = start = inside[-1].end
    covered = {at for g in clause.groups for r in g.members for at in range(r.start, r.end)}
    after = ""
    while inside and _belongs(inside[-1]) and inside[-1].start not in covered:
        if inside[-1].text.isdecimal() and after[:1] in load_lexicon().forms("TimeMark"):
            # A year that the segmenter left without its mark (2027|年产值) is a time.
            break
        after = inside[-1].text
        start = inside.pop().start
    return _fitting(start, end)


def _fitting(start: int, end: int) -> tuple[int, int] | None:
    return (start, end) if _SHORTEST <= end - start <= _LONGEST else None


def _belongs(token: Token) -> bool:
    """May the word be part of an indicator?"""
    words = _words()
    if token.text in words.stops:
        return False
    return token.text in words.parts or token.pos[0] in _NOMINAL or token.pos in _NOMINAL_TAGS


def _noun_follows(clause: Clause, quantity: Quantity) -> bool:
    """Is the number followed at once by the noun it counts (28所高校)?"""
    after = next((token for token in clause.tokens if token.start >= quantity.end), None)
    if after is None or after.start != quantity.end or after.text in _words().linking:
        return False
    return after.pos[0] in _COUNTED or after.pos == "vn"


def _after(shadow: str, clause: Clause, quantity: Quantity) -> tuple[int, int] | None:
    """The noun phrase that starts right behind the unit."""
    tie = pattern("Attributive").match(shadow, quantity.end)
    start = end = tie.end() if tie is not None else quantity.end
    for token in clause.tokens:
        if token.start < start:
            continue
        if token.start != end or not _belongs(token):
            break
        end = token.end
    return _fitting(start, end)
