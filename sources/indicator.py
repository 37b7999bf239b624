"""Indicators: what a number counts, in the words of the text (国家重点实验室数量, 总投资)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.clause import Clause
from sources.quantity import Quantity
from sources.token import Token

__all__ = ["Indicator", "name_indicator"]

#: Longest name of an indicator, in characters.
_LONGEST = 24


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
    names: dict[str, str]
    sizes: frozenset[str]
    count: str
    defaults: dict[str, str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    return _Words(
        linking=lexicon.forms("LinkingVerb"),
        stops=lexicon.forms("IndicatorStop"),
        names={c.form: c.attributes["name"] for c in lexicon.cues("IndicatorName")},
        sizes=lexicon.forms("SizeIndicator"),
        count=next(iter(sorted(lexicon.forms("CountNoun"))), ""),
        defaults={c.signals: c.form for c in lexicon.cues("DefaultIndicator")},
    )


def name_indicator(
    shadow: str, clause: Clause, tokens: tuple[Token, ...], quantity: Quantity
) -> Indicator | None:
    """The indicator of ``quantity``: the noun before it, else the noun after it."""
    left = _before(shadow, clause, tokens, quantity)
    counted = quantity.unit in {"NUM", "PERSON"}
    if left is not None and (not counted or not _noun_follows(shadow, tokens, quantity)):
        return _named(shadow, *left, counted)
    right = _after(shadow, clause, tokens, quantity) if counted else None
    if right is not None:
        return _named(shadow, *right, counted)
    if left is not None:
        return _named(shadow, *left, counted)
    default = _words().defaults.get(quantity.kind)
    if default is None:
        return None
    return Indicator(default, quantity.start, quantity.end, True, "quantity/default")


def _named(shadow: str, start: int, end: int, counted: bool) -> Indicator:
    words = _words()
    text = shadow[start:end]
    size = text in words.sizes or any(text.endswith(form) for form in words.sizes)
    name = words.names.get(text, text)
    if counted and not name.endswith(words.count):
        name += words.count
    return Indicator(name, start, end, size, "quantity/noun")


def _before(
    shadow: str, clause: Clause, tokens: tuple[Token, ...], quantity: Quantity
) -> tuple[int, int] | None:
    """The noun phrase that ends right before the number, linking words left out."""
    words = _words()
    inside = [t for t in tokens if clause.start <= t.start and t.end <= quantity.start]
    while inside and (inside[-1].text in words.linking or inside[-1].pos in {"d", "u", "ul", "uz"}):
        inside.pop()
    if not inside:
        return None
    end = inside[-1].end
    start = end
    covered = {at for g in clause.groups for r in g.members for at in range(r.start, r.end)}
    while inside and _belongs(inside[-1]) and inside[-1].start not in covered:
        start = inside.pop().start
    return (start, end) if 2 <= end - start <= _LONGEST else None


def _belongs(token: Token) -> bool:
    words = _words()
    if token.text in words.stops or token.text in words.linking:
        return False
    if token.text in words.names or token.text in words.sizes:
        return True
    return token.pos[0] in "nabjlsfgm" or token.pos in {"vn", "eng", "nz"} or token.text in {
        *load_lexicon().forms("InnerVerb"),
        *load_lexicon().forms("IndicatorWord"),
    }


def _noun_follows(shadow: str, tokens: tuple[Token, ...], quantity: Quantity) -> bool:
    """Is the number followed at once by the noun it counts (28所高校)?"""
    after = next((t for t in tokens if t.start >= quantity.end), None)
    return after is not None and after.start == quantity.end and (
        after.pos[0] in "nbja" or after.pos == "vn"
    ) and after.text not in _words().linking


def _after(
    shadow: str, clause: Clause, tokens: tuple[Token, ...], quantity: Quantity
) -> tuple[int, int] | None:
    """The noun phrase that starts right behind the unit."""
    start = quantity.end
    if shadow.startswith("的", start):
        start += 1
    end = start
    for token in tokens:
        if token.start < start:
            continue
        if token.start != end or token.end > clause.end or not _belongs(token):
            break
        end = token.end
    return (start, end) if 2 <= end - start <= _LONGEST else None
