"""Comparisons: growth, shares and multiples, named after the level that they compare."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.clause import Clause
from sources.nounphrase import noun_before
from sources.quantity import Quantity

__all__ = ["Level", "compare"]


@dataclass(frozen=True, slots=True)
class Level:
    """An indicator told before in the sentence; ``noun`` is its name without 数量.

    Its number has the unit ``unit`` and ends at ``end``.
    """

    name: str
    noun: str
    unit: str
    end: int


@dataclass(frozen=True, slots=True)
class _Grammar:
    share: re.Pattern[str]
    ratio: re.Pattern[str]
    base: re.Pattern[str]
    change: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    link = f"(?:{alternation('LinkingVerb')}|{alternation('Approximator')})*"
    tie = f"{alternation('Attributive')}?"
    time = "(?P<of>[^,。;、]{1,12}?)"
    return _Grammar(
        share=re.compile(
            f"{alternation('ShareName')}(?P<of>[^,。;、]{{0,16}}?){tie}"
            f"(?P<word>{alternation('ShareWord')})?{link}$"
        ),
        ratio=re.compile(f"{alternation('RatioName')}{time}{tie}{link}$"),
        base=re.compile(f"{alternation('BaseOfChange')}{time}{link}$"),
        change=re.compile(f"{alternation('GrowthWord')}{link}$"),
    )


def compare(
    shadow: str,
    clause: Clause,
    quantity: Quantity,
    span: tuple[int, int] | None,
    level: Level | None,
) -> str | None:
    """The name of what a growth, share, multiple or difference tells; ``None``: its noun does.

    ``span`` is the noun before the number, ``level`` what the sentence told last.
    """
    told = _Told(shadow, clause, quantity, span, level)
    if quantity.kind == "share":
        return told.share()
    if quantity.kind == "growth":
        return told.growth()
    return told.multiple() if quantity.kind == "multiple" else told.points()


@dataclass(frozen=True, slots=True)
class _Told:
    shadow: str
    clause: Clause
    quantity: Quantity
    span: tuple[int, int] | None
    level: Level | None

    def share(self) -> str | None:
        """占 X 比重, of the noun before it or of what was told last."""
        found = _grammar().share.search(self.shadow, self.clause.start, self.quantity.start)
        if found is None:
            return None
        noun = self._noun(found.start()) or (self.level.noun if self.level else "")
        cue = load_lexicon().cues("ShareName")[0]
        name = cue.attributes["of"] if found["of"] else cue.attributes["whole"]
        return f"{noun}{name.format(found['of'])}"

    def growth(self) -> str:
        """The level's name and 增长率."""
        words = load_lexicon().cues("RateWord")
        noun = self.shadow[slice(*self.span)] if self.span else ""
        for cue in sorted(words, key=lambda cue: -len(cue.form)):
            if noun.endswith(cue.form):
                stem = noun.removesuffix(cue.form) or (self.level.name if self.level else "")
                return f"{stem}{cue.attributes['says']}"
        if noun and noun.endswith(tuple(load_lexicon().forms("RateNoun"))):
            return noun
        return f"{self.level.name if self.level else noun}{words[0].attributes['says']}"

    def multiple(self) -> str | None:
        """The level's name and 与 X 之比, or how often it grew."""
        at = (self.shadow, self.clause.start, self.quantity.start)
        ratio = _grammar().base.search(*at) or _grammar().ratio.search(*at)
        grown = _grammar().change.search(*at)
        if ratio is not None and grown is None:
            noun = self._counted(self._noun(ratio.start()))
            ratio_name = load_lexicon().cues("RatioName")[0].attributes["of"]
            return f"{noun}{ratio_name.format(ratio['of'])}" if noun else None
        noun = self._counted(self._noun(grown.start() if grown else self.quantity.start))
        times = load_lexicon().cues("RatioName")[0].attributes["times"]
        return f"{noun}{times}" if noun else None

    def points(self) -> str | None:
        """The level's name and the word of change."""
        grown = _grammar().change.search(self.shadow, self.clause.start, self.quantity.start)
        if grown is None:
            return None
        word = pattern("GrowthWord").match(self.shadow, grown.start())
        noun = self._noun(grown.start()) or (self.level.noun if self.level else "")
        return f"{noun}{word.group()}" if noun and word else None

    def _noun(self, end: int) -> str:
        span = noun_before(self.shadow, self.clause, end)
        return self.shadow[slice(*span)] if span else ""

    def _counted(self, noun: str) -> str:
        """``noun`` as a count when it is one of things, else what was told last."""
        if not noun:
            return self.level.name if self.level else ""
        if noun.endswith(tuple(load_lexicon().forms("ListClass"))):
            return noun + min(load_lexicon().forms("CountNoun"), default="")
        return noun
