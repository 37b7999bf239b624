"""Employers: bodies that only the post of who is named behind them tells (零零糖总经理某某)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon, pattern
from sources.headnoun import head_of
from sources.modifier import is_general
from sources.person import Person
from sources.place import is_place
from sources.post import Post
from sources.settlement import COINED_PLACE
from sources.sphere import areas_of
from sources.token import Token, is_known_word, tokenize

__all__ = ["Employer", "find_employers"]

#: Lengths of what goes by a brand, of an area, an office and an institute, in characters.
_FIRM, _AREA, _OFFICE, _INSTITUTE = range(2, 9), range(2, 4), range(4, 16), range(3, 16)
#: First letters of tags of words that stand in no name.
_SMALL = frozenset("pcurdmtyvx")
#: Tags that the segmenter gives to names, and to letters that only names use.
_PROPER = frozenset({"nr", "ns", "nz", "nrt", "nrfg", "ng", "zg", "j"})
#: Length of somebody's name, in characters, which opens no name of a firm.
_PERSON = 3


@dataclass(frozen=True, slots=True)
class Employer:
    """A body that somebody has a post in: span, class and cue."""

    start: int
    end: int
    cls: str
    cue: str


def find_employers(
    shadow: str, persons: Iterable[Person], named: frozenset[int]
) -> Iterator[Employer]:
    """Bodies that stand before the titles of ``persons``; none where a name ends at ``named``.

    >>> from sources.person import find_persons
    >>> text = "零零糖总经理方亦舟介绍"
    >>> persons = find_persons(text, frozenset(range(len(text) + 1)))
    >>> [text[e.start : e.end] for e in find_employers(text, persons, frozenset())]
    ['零零糖']
    """
    for person in persons:
        for post in person.posts:
            if post.inherits or named & {post.title_start, post.title_start + 1, post.body_end}:
                continue
            start = _opening(shadow, post)
            if not shadow[start : post.body_end].isalnum():
                continue
            found = _area(shadow, start, post) or _office(shadow, start, post)
            found = found or _firm(shadow, start, post)
            if found is not None:
                yield found


def _opening(shadow: str, post: Post) -> int:
    """Where the body starts, behind words that are no part of it (现任|零零糖)."""
    start, lead = post.start, pattern("Incumbent", "Former", "PostLead")
    while shadow[start : start + 1].isspace():
        start += 1
    word = lead.match(shadow, start, post.body_end)
    return word.end() if word else start


def _area(shadow: str, start: int, post: Post) -> Employer | None:
    """A city or county that no table has (汕州|市委常委), a town or village (北单村|党支部书记)."""
    title = shadow[post.title_start : post.end]
    towns = load_lexicon().forms("LedTown")
    if shadow[post.body_end - 1] in towns:
        size = post.body_end - start - 1
        if size not in _AREA or pattern("TownTitle").match(title) is None:
            return None
        plain = _is_plain(tokenize(shadow, start, post.body_end))
        return None if plain else Employer(start, post.body_end, "AdministrativeArea", "post/area")
    classes = areas_of(title)
    letter = next((c.form for c in load_lexicon().cues("AreaLetter") if title[0] == c.form), "")
    bare = shadow[start : post.body_end]
    if not classes or not letter or len(bare) not in _AREA or is_place(bare):
        return None
    if is_place(bare + letter) or _is_common(bare) or is_known_word(bare):
        return None
    words = tokenize(shadow, start, post.body_end)
    if any(word.pos[0] in _SMALL and is_known_word(word.text) for word in words):
        return None  # 组长是|市委书记
    return Employer(start, post.title_start + 1, classes[0], COINED_PLACE)


def _office(shadow: str, start: int, post: Post) -> Employer | None:
    """An office that ends in the letter of its head's title (创新科技署|署长)."""
    body, title = shadow[start : post.body_end], shadow[post.title_start : post.end]
    cue = next((c for c in load_lexicon().cues("LedBody") if body.endswith(c.form)), None)
    if cue is None or title[-2:-1] != cue.form:
        return None
    office = cue.attributes["of"] == "GovernmentBody"
    office &= body not in load_lexicon().forms("Abbreviation")
    if len(body) not in (_OFFICE if office else _INSTITUTE):
        return None
    head = head_of(body)
    whole = head is not None and head.form == body
    if "anaphor" in head.attributes if head is not None and whole else is_known_word(body):
        return None  # 研究所, 派出所
    joiners = load_lexicon().forms("InnerJoiner")
    words = tokenize(shadow, start, post.body_end)
    odd = (w for w in words if w.pos[0] in _SMALL and w.text not in joiners)
    if any(w.pos != "vn" and not is_general(w.text) for w in odd):
        return None
    cls = head.signals if head is not None else cue.attributes["of"]
    return Employer(start, post.body_end, cls, "post/office")


def _firm(shadow: str, start: int, post: Post) -> Employer | None:
    """A company that goes by a brand (零零糖|总经理)."""
    title = shadow[post.title_start : post.end]
    body = shadow[start : post.body_end]
    if title not in _firm_titles() or len(body) not in _FIRM or head_of(body) is not None:
        return None
    if _is_common(body) or is_place(body) or is_known_word(body):
        return None
    words = tokenize(shadow, start, post.body_end)
    if words[-1].text in load_lexicon().forms("PersonRole", "Honorific", "PersonDetail"):
        return None  # 海归博士|董事长
    if _is_plain(words) or body[-1] in _ends() or pattern("Demonstrative").match(body):
        return None
    return Employer(start, post.body_end, "Enterprise", "post/firm")


@lru_cache(maxsize=1)
def _firm_titles() -> frozenset[str]:
    """Titles that are held in companies only."""
    hints = (c for c in load_lexicon().cues("TitleHint") if c.attributes["of"][:10] == "Enterprise")
    return load_lexicon().forms("FirmPost") & frozenset(cue.form for cue in hints)


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    """Last letters of parts of a company and of areas, which are no companies."""
    return load_lexicon().forms("Department", "AreaLetter", "TownLetter", "ShortHead")


def _is_common(text: str) -> bool:
    return is_general(text) or text in load_lexicon().forms("ListClass", "GenericModifier")


def _is_plain(words: list[Token]) -> bool:
    """Are there words that stand in no name, or none that only names have?"""
    if words[0].pos == "nr" and len(words[0].text) == _PERSON:
        return True
    for at, word in enumerate(words):
        closes = at and at == len(words) - 1 and word.pos[0] == "v"
        small = word.pos[0] in _SMALL and word.pos != "vn" and is_known_word(word.text)
        if small and not closes:
            return True
    return not any(_is_rare(word) for word in words)


def _is_rare(word: Token) -> bool:
    if not is_known_word(word.text):
        return True
    return word.pos in _PROPER and not is_place(word.text)
