"""Contractions: short forms that a text makes of a name without saying so.

绿谷新材料科创园 goes on as 绿谷科创园, 云溪甬材研究院 as 甬材院: a telling part of the name and its
head noun, or the last letter of that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.brand import FIRMS
from sources.firm import brands_of
from sources.headnoun import head_of
from sources.initial import initials
from sources.mention import Mention, Reading
from sources.modifier import is_general
from sources.place import is_place, place_size
from sources.segment import Layout
from sources.token import Token, is_known_word, tokenize

__all__ = ["TITLES", "find_contractions"]

#: Classes of things that are spoken of by part of their names; of funds it makes another one.
_CONTRACTED = ("Place", "Platform", "ResearchInstitute", "University", "Alliance", "Project")
_NEVER = frozenset({"City", "District", "County", "Province", "Region", "AdministrativeArea"})
#: Tags that the segmenter gives to words that only names use.
_PROPER = frozenset({"nr", "nrt", "nz"})
#: Classes of things that go by their place and the end of a long head noun.
_PLACED = ("Zone", "Park", "Platform")
#: Classes of things that go by first letters of their names.
_INITIALS = (*_CONTRACTED[:-1], "FinancialInstitution")
#: Sources of names that stand in a table.
_TABLED = frozenset({"place", "known"})
#: Kinds of sentences that may have a short form before the name.
TITLES = frozenset({"title", "subtitle", "heading"})
#: Shortest part of a name that tells the thing, and longest short form, in characters.
_SHORTEST, _LONGEST = 2, 12
#: Shortest part of a name with a point that stands for it, in characters.
_LONG_PART = 3
#: A word of a company's name of this length is more than its brand.
_LONG_BRAND = 4


def find_contractions(layout: Layout, reading: Reading) -> Iterator[tuple[Mention, int, int]]:
    """The mention of the full name, and where a short form of it stands for the first time."""
    made: dict[str, Mention | None] = {}
    known = {mention.text for mention in reading.mentions}
    seen: set[str] = set()
    for mention in reading.mentions:
        if mention.text in seen:
            continue
        seen.add(mention.text)
        for form in sorted(_forms(layout.shadow, mention)):
            known_as = made.setdefault(form, mention)
            if known_as is None or known_as is mention:
                continue
            one, other = sorted((mention, known_as), key=lambda m: len(m.text))
            made[form] = one if other.text.endswith(one.text) else None  # two things go by it
    edges = {at for words in reading.tokens for word in words for at in (word.start, word.end)}
    # A place may open a short form (涟源园), a longer name may go on with one (海大|水产学院).
    long = [m for m in reading.mentions if m.source not in _TABLED]
    taken = {at for m in long for at in range(m.start, m.end)}
    opened = {m.start: m.end for m in long}
    for form in sorted(made, key=lambda form: (-len(form), form)):
        named = made[form]
        if named is None:
            continue
        free = form in known
        at = _first(layout, named, form, edges, set() if free else taken, {} if free else opened)
        if at is not None:
            taken.update(range(at, at + len(form)))
            yield named, at, at + len(form)


def _forms(shadow: str, mention: Mention) -> set[str]:
    """The short forms that the class of a thing lets its name have."""
    forms: set[str] = set()
    if mention.cls == "Person":
        return set(_parts(mention.text))
    if vocabulary().is_any(mention.cls, FIRMS):
        forms.update(_brands(mention.text))
    elif vocabulary().is_any(mention.cls, _CONTRACTED) and mention.cls not in _NEVER:
        forms.update(contract(mention.text))
        if vocabulary().is_any(mention.cls, _PLACED):
            forms.update(_placed(mention.text))
    if vocabulary().is_any(mention.cls, _INITIALS):
        forms.update(initials(shadow, mention.text))
    return {form for form in forms if not is_place(form)}


def _brands(name: str) -> Iterator[str]:
    """What a company goes by: 晴岚 for 晴岚集团, or the word of its name that no other text has."""
    words = tokenize(name, 0, len(name))
    rare = len(words) == 2 and _SHORTEST <= len(words[0].text) < _LONG_BRAND
    forms = {*brands_of(name), *([words[0].text] if rare else ())}
    size = place_size(name)
    if size and len(name) - size >= _LONG_BRAND:
        forms.update((name[size:], *brands_of(name[size:])))  # 江苏|循环三宝
        forms.update(form[size:] for form in brands_of(name) if len(form) - size >= _LONG_BRAND)
    yield from (form for form in sorted(forms) if _is_rare(form) and not is_place(form))


def _parts(name: str) -> Iterator[str]:
    """The parts of a name with a point that a text goes on with: 索尔海姆 of 埃里克·索尔海姆."""
    parts = name.split("·")
    if len(parts) > 1:
        yield from (part for part in parts if len(part) >= _LONG_PART and _is_rare(part))


def _is_rare(form: str) -> bool:
    """Is it no word of the language, or one that only names use?"""
    words = tokenize(form, 0, len(form))
    return not is_known_word(form) or (len(words) == 1 and words[0].pos in _PROPER)


def contract(name: str) -> Iterator[str]:
    """The short forms that may stand for ``name``.

    >>> sorted(contract("银杉光学研究院"))
    ['光学研究院', '光学院', '银杉光学院', '银杉研究院', '银杉院']
    """
    cue = head_of(name)
    if cue is None or "(" in name or "“" in name:
        return
    words = tokenize(name, 0, len(name))
    cut = len(name) - len(cue.form)
    tails = [name[at:] for at in range(cut, len(name) - 1) if _is_tail(name[at:])]
    if name[-1] in load_lexicon().forms("ShortHead"):
        tails.append(name[-1])
    if len(tails) and tails[-1] == name[-1] and is_place(words[0].text):
        yield words[0].text + name[-1]  # 青川园
    for first in range(len(words)):
        for last in range(first, len(words)):
            if words[last].end > cut:
                break
            stem = name[words[first].start : words[last].end]
            if _is_telling(stem, words[first : last + 1]):
                yield from (
                    stem + tail
                    for tail in tails
                    if stem + tail != name and len(stem + tail) <= _LONGEST
                )


def _placed(name: str) -> Iterator[str]:
    """The place that a name opens with and the end of its head noun: 合肥科学中心."""
    size = place_size(name)
    cue = head_of(name)
    cut = len(name) - len(cue.form) if cue is not None else 0
    if size and size <= cut and (size == cut or is_general(name[size:cut])):
        tails = (name[at:] for at in range(cut + 1, len(name) - _SHORTEST))
        yield from (name[:size] + tail for tail in tails if _is_tail(tail))


def _is_tail(text: str) -> bool:
    cue = head_of(text)
    return cue is not None and cue.form == text


def _is_telling(stem: str, words: list[Token]) -> bool:
    """Does part of a name tell the thing from others of its kind?"""
    lexicon = load_lexicon()
    loose = lexicon.forms("LevelModifier", "ThinModifier", "GenericModifier", "InnerJoiner")
    if len(stem) < _SHORTEST or is_place(stem) or is_general(stem):
        return False
    joined = words[-1].text in lexicon.forms("InnerJoiner")
    if joined or words[0].text in loose or is_place(words[0].text):
        return False
    return any(len(word.text) > 1 and word.text not in loose for word in words)


def _first(
    layout: Layout,
    named: Mention,
    form: str,
    edges: set[int],
    taken: set[int],
    opened: dict[int, int],
) -> int | None:
    """Where ``form`` first stands by itself, if never beside the full name or of many (各家)."""
    names = _places(layout.shadow, named.text)
    beside = {_sentence(layout, at) for at in names}
    inside = {offset for at in names for offset in range(at, at + len(named.text))}
    found = [at for at in _places(layout.shadow, form) if at not in inside]
    many = tuple(load_lexicon().forms("UnnamedMeasure", "WholeArea"))
    if any(layout.shadow.endswith(many, 0, at) for at in found):
        return None
    found = [at for at in found if opened.get(at, 0) <= at + len(form)]
    for at in found:
        end, sentence = at + len(form), _sentence(layout, at)
        whole = {at, end} <= edges and taken.isdisjoint(range(at, end))
        if not whole or sentence in beside or not sentence:
            return None
        if at < named.start and layout.sentences[sentence - 1].kind not in TITLES:
            return None
    return found[0] if found else None


def _sentence(layout: Layout, at: int) -> int:
    """The number of the sentence at an offset, from 1 on."""
    return bisect_right(layout.sentences, at, key=lambda sentence: sentence.start)


def _places(shadow: str, form: str) -> list[int]:
    found, at = [], shadow.find(form)
    while at >= 0:
        found.append(at)
        at = shadow.find(form, at + 1)
    return found
