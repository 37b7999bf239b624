"""Quoted names: titles in 《 》 and names in “ ”, whose class the text around them tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon
from sources.name import head_of
from sources.token import Token

__all__ = ["Quoted", "find_quoted", "list_class"]

#: Longer texts in “ ” are speech or emphasis, not names.
_LONGEST_NAME = 20
#: A slogan before a layout noun has more characters than this.
_SHORT_SLOGAN = 3
_SPANS = re.compile(r"《([^《》\n]{2,60})》|“([^“”\n]{2,40})”|‘([^‘’\n]{2,40})’")
#: Marks that make a quoted text a sentence.
_SENTENCE = re.compile(r"[。!?;:]")
#: Documents whose quoted title ends in none of our heads are left alone.
_DOCUMENT = frozenset({"PolicyDocument", "Plan", "PolicyPackage", "Strategy", "Mechanism"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """A name between quotation marks: ``start:end`` leaves the marks out."""

    start: int
    end: int
    cls: str
    cue: str


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], dict[str, Cue], frozenset[str], re.Pattern[str]]:
    lexicon = load_lexicon()
    classes = {cue.form: cue for cue in lexicon.cues("ListClass")}
    numerals = "".join(sorted(lexicon.forms("LayoutNumeral")))
    slogan = re.compile(f"(?:[{numerals}][^{numerals}、,]{{1,3}}){{2,6}}$")
    forms = "|".join(map(re.escape, sorted(classes, key=lambda form: (-len(form), form))))
    return re.compile(f"({forms})"), classes, lexicon.forms("LayoutNoun"), slogan


def find_quoted(shadow: str, tokens: list[Token]) -> list[Quoted]:
    """Quoted names among ``tokens`` (one sentence), in reading order."""
    if not tokens:
        return []
    found = []
    for match in _SPANS.finditer(shadow, tokens[0].start, tokens[-1].end):
        group = match.lastindex or 1
        start, end = match.span(group)
        cue = _titled(shadow[start:end]) if group == 1 else _named(shadow, start, end)
        if cue is not None:
            found.append(Quoted(start, end, cue.signals, cue.id))
    return found


def _titled(title: str) -> Cue | None:
    """The class of a document by the end of its title; brackets at the end do not count."""
    bare = re.sub(r"\([^()]*\)$", "", title)
    cue = head_of(bare)
    return cue if cue is not None and cue.signals in _DOCUMENT else None


def _named(shadow: str, start: int, end: int) -> Cue | None:
    text = shadow[start:end]
    if end - start > _LONGEST_NAME or _SENTENCE.search(text):
        return None
    after = shadow[end + 1 : end + 26]
    slogan = _slogan(text, after)
    if slogan is not None:
        return slogan
    listed = list_class(shadow, end + 1)
    if listed is not None:
        return listed
    cue = head_of(text)
    named = cue is not None and (
        len(text) > len(cue.form) or cue.attributes.get("needs") == "quotes"
    )
    if named and len(text) > 2 and "," not in text:
        return cue
    return _apposition(shadow, start - 1) or _followed(after)


def _slogan(text: str, after: str) -> Cue | None:
    """A layout slogan: numerals and nouns in turn (一城多园), or any slogan before 模式."""
    _, _, nouns, pattern = _patterns()
    lexicon = load_lexicon()
    strategy = lexicon.cues("Slogan")[0]
    if pattern.match(text):
        return strategy
    fillers = "|".join(map(re.escape, sorted(lexicon.forms("SloganFiller"))))
    lead = re.sub(f"^(?:{fillers})*", "", after)
    if "、" in text or len(text) > _SHORT_SLOGAN:
        return strategy if any(lead.startswith(noun) for noun in nouns) else None
    return None


def list_class(shadow: str, at: int) -> Cue | None:
    """The class noun that closes a list: 等 (N 家) (知名) 企业, read from ``at`` on.

    >>> list_class("华为、中兴等5家知名企业", 5).signals
    'Enterprise'
    """
    pattern, classes, _, _ = _patterns()
    rest = re.match(r"[”’》]?(?:[、和与及]?[“‘《][^”’》]{1,20}[”’》])*等", shadow[at : at + 90])
    if rest is None:
        return None
    start = at + rest.end()
    window = shadow[start : start + 16]
    stop = re.search(r"[,。;:!?、“”\n]", window)
    window = window[: stop.start()] if stop else window
    hit = pattern.search(window)
    return classes[hit.group(1)] if hit is not None else None


def _apposition(shadow: str, end: int) -> Cue | None:
    """A class noun right before the quote: 国家级孵化器“古思特”."""
    if end <= 0:
        return None
    cue = head_of(shadow[max(0, end - 12) : end])
    return cue if cue is not None and cue.attributes.get("needs") != "quotes" else None


def _followed(after: str) -> Cue | None:
    """A class noun right after the quote: “未来”计划."""
    for length in range(min(6, len(after)), 1, -1):
        cue = head_of(after[:length])
        if cue is not None and cue.form == after[:length]:
            return cue
    return None
