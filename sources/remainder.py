"""Remainders: what a text goes on with when it leaves out how a name begins.

渤海院士小镇 goes on as 院士小镇, 无棣县政府 as 县政府, 遂潼合作产业园 as 合作产业园. Such words
are no names by themselves, so each place is looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.headnoun import head_of
from sources.mention import Mention, Reading
from sources.place import is_place
from sources.segment import Layout
from sources.token import Token, tokenize

__all__ = ["find_remainders"]

#: Classes of offices, which go by their word alone, and of things that go by the end of a name.
_OFFICES = ("GovernmentBody", "AdministrativeCommittee")
_THINGS = (
    *("Park", "Zone", "Platform", "Fund", "ResearchInstitute", "Alliance"),
    "FinancialInstitution",
)
#: Shortest form, and the least that one of an office leaves out, in characters.
_SHORTEST, _LEAST = 3, 2
#: First letters of tags: a word of these before the form makes it another thing.
_DESCRIBERS = frozenset("nabmqfsz")


def find_remainders(
    layout: Layout, reading: Reading, told: frozenset[str]
) -> Iterator[tuple[Mention, int, int]]:
    """The mention of the full name and each place where the text goes on with the end of it.

    ``told`` are forms that are names already.
    """
    named: dict[str, Mention | None] = {}
    seen: set[str] = set()
    for mention in reading.mentions:
        if mention.text in seen:
            continue
        seen.add(mention.text)
        for form in _forms(mention):
            # Two things go by it, or it is a name of its own.
            named[form] = None if form in named or form in told else mention
    forms = {form: m for form, m in named.items() if m is not None and form in layout.shadow}
    if not forms:
        return
    text = _Text(layout, reading)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        mention = forms[form]
        if mention is not None:
            yield from ((mention, at, at + len(form)) for at in text.uses(mention, form))


def _forms(mention: Mention) -> Iterator[str]:
    """The ends of a name that may stand for it."""
    name, words = mention.text, vocabulary()
    if words.is_any(mention.cls, _OFFICES):
        yield from _offices(name)
        return
    cue = head_of(name) if words.is_any(mention.cls, _THINGS) else None
    if cue is None or "(" in name or "“" in name:
        return
    cut = len(name) - len(cue.form)
    for token in tokenize(name, 0, len(name))[1:]:
        if token.start >= cut or len(name) - token.start < _SHORTEST:
            return
        if token.text not in _joiners() and not is_place(token.text):
            yield name[token.start :]


def _offices(name: str) -> Iterator[str]:
    """县政府 of 无棣县政府, 省政府 of 吉林省人民政府, 管委会 of 银杉高新区管委会."""
    lexicon = load_lexicon()
    short = [
        name[: -len(cue.attributes["full"])] + cue.form
        for cue in lexicon.cues("Abbreviation")
        if name.endswith(cue.attributes["full"])
    ]
    letters, plain = lexicon.forms("AreaLetter"), lexicon.forms("BareBody")
    for whole in (name, *short):
        for at in range(_LEAST, len(whole) - _SHORTEST + 1):
            form = whole[at:]
            # 政府 alone is any government.
            general = form not in plain and any(other.endswith(form) for other in plain)
            office = _is_office(form) or (form[0] in letters and _is_office(form[1:]))
            if office and not general:
                yield form


def _is_office(form: str) -> bool:
    cue = head_of(form)
    return cue is not None and cue.form == form


@lru_cache(maxsize=1)
def _joiners() -> frozenset[str]:
    return load_lexicon().forms("InnerJoiner", "Attributive")


class _Text:
    """The words of a text and what its names cover."""

    def __init__(self, layout: Layout, reading: Reading) -> None:
        self.shadow = layout.shadow
        self.words: list[Token] = [word for words in reading.tokens for word in words]
        self._starts = [word.start for word in self.words]
        self._covered = {at for m in reading.mentions for at in range(m.start, m.end)}
        self._sentences = [sentence.start for sentence in layout.sentences]

    def uses(self, mention: Mention, form: str) -> list[int]:
        """Where the form stands for the thing; nowhere if it ever stands for another."""
        office = vocabulary().is_any(mention.cls, _OFFICES)
        found: list[int] = []
        at = self.shadow.find(form, mention.end)
        while at >= 0:
            if self._covered.isdisjoint(range(at, at + len(form))):
                if self._is_other(at, at + len(form), office):
                    return []
                if not office or not _titled(self.shadow, at + len(form)):
                    found.append(at)
            at = self.shadow.find(form, at + len(form))
        first = bisect_right(self._sentences, mention.start)
        return [at for at in found if bisect_right(self._sentences, at) > first]

    def _is_other(self, start: int, end: int, office: bool) -> bool:
        """Does the word before make it another thing, or is it no word of its own?"""
        index = bisect_left(self._starts, start)
        if index == len(self.words) or self._starts[index] != start:
            return True
        last = bisect_left(self._starts, end) - 1
        if self.words[last].end != end:
            return True
        before = self.words[index - 1] if index and self.words[index - 1].end == start else None
        if before is None or before.pos[0] in "xpcdur" or before.text in _pointing():
            return before is not None and before.text in load_lexicon().forms("Attributive")
        if before.pos[0] in _DESCRIBERS:
            return True
        return not office and before.text in load_lexicon().forms("Trigger")


@lru_cache(maxsize=1)
def _pointing() -> frozenset[str]:
    return load_lexicon().forms("Demonstrative")


def _titled(shadow: str, at: int) -> bool:
    """Does a title follow (管委会主任), so that the word belongs to a post?"""
    return pattern("Title", "PersonRole").match(shadow, at) is not None
