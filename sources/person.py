"""Persons and the posts they hold, read from titles: 荣昌区委书记卢红."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.office import offices_of, openings, pronoun_offices
from sources.post import Post, posts_before, read_post
from sources.token import is_known_word, tokenize

__all__ = ["Person", "find_persons"]

#: How far behind 院长由 the name may stand, and behind a name a pronoun for it, in characters.
_THROUGH_REACH, _PRONOUN_REACH = 24, 150


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name at ``start:end`` with the posts written beside it, left to right.

    >>> text = "云溪区委书记方亦舟介绍"
    >>> person, = find_persons(text, frozenset(range(len(text) + 1)))
    >>> text[person.start : person.end], [text[p.title_start : p.end] for p in person.posts]
    ('方亦舟', ['区委书记'])
    """

    start: int
    end: int
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class _Grammar:
    named: re.Pattern[str]
    labelled: re.Pattern[str]
    foreign: re.Pattern[str]
    given: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    han = "[\u4e00-\u9fff]"
    surname, title = alternation("DoubleSurname", "Surname"), alternation("Title")
    gap = f"(?P<gap>[ \u3000]?|{alternation('Copula')})"
    return _Grammar(
        named=re.compile(f"{title}{gap}(?={surname}{han}|{han}{{2,6}}·)"),
        labelled=re.compile(f"(?:^|(?<=\n))[ \u3000]*(?={surname}{han}{{1,3}}[ \u3000]*[: ])"),
        foreign=re.compile(
            f"{han}{{2,6}}(?:·{han}{{2,8}}?){{1,2}}?(?={alternation('SayVerb')})"
            f"|{han}{{2,6}}(?:·{han}{{2,8}}){{1,2}}"
        ),
        given=re.compile(
            f"{alternation('Title')}{alternation('OneOffice')}?{alternation('Through')}"
            f"(?=[^,。;\n]{{2,24}}?{alternation('TakePost')})"
        ),
    )


def find_persons(shadow: str, edges: frozenset[int]) -> list[Person]:
    """Persons named beside a title or as the label of a line, in reading order.

    ``edges`` are the offsets at which words start or end; a name must end at one.
    """
    grammar = _grammar()
    found: dict[int, Person] = {}
    for match in grammar.named.finditer(shadow):
        span = _name_at(shadow, match.end(), edges)
        if span is not None and not _is_torn(shadow, match.start(), span, edges):
            posts = (*posts_before(shadow, match.start("gap")), *offices_of(shadow, span[1]))
            _keep(found, Person(span[0], span[1], posts))
    for match in grammar.labelled.finditer(shadow):
        span = _name_at(shadow, match.end(), edges)
        if span is not None:
            posts = tuple(_following(shadow, span[1])) or tuple(offices_of(shadow, span[1]))
            _keep(found, Person(span[0], span[1], posts))
    for start in openings(shadow):
        span = _name_at(shadow, start, edges) if _has_surname(shadow, start) else None
        posts = tuple(offices_of(shadow, span[1])) if span is not None else ()
        if span is not None and posts:
            _keep(found, Person(span[0], span[1], posts))
    _add_given(shadow, found)
    return [found[start] for start in sorted(found)]


def _is_torn(shadow: str, title: int, name: tuple[int, int], edges: frozenset[int]) -> bool:
    """Are title and name both cut out of words of the language (协|会长|江上游)?

    A word that only opens with the name's first letters must be a place: 市长|盛文 is a person's.
    """
    start, end = name
    if title in edges or start in edges or end not in edges:
        return False
    while start > title and start not in edges:
        start -= 1
    close = next(at for at in range(name[0] + 1, end + 1) if at in edges)
    word = tokenize(shadow, start, close)
    whole = close == end and is_known_word(word[0].text)
    return len(word) == 1 and (whole or word[0].pos == "ns")


def _has_surname(shadow: str, start: int) -> bool:
    return pattern("DoubleSurname", "Surname").match(shadow, start) is not None


def _add_given(shadow: str, found: dict[int, Person]) -> None:
    """Posts told before the name (院长由某人兼任), or of him or her who was named last."""
    starts = sorted(found)
    for match in _grammar().given.finditer(shadow):
        place = bisect_left(starts, match.end())
        title = pattern("Title").match(shadow, match.start())
        if title and place < len(starts) and starts[place] - match.end() <= _THROUGH_REACH:
            before = [replace(post, given=True) for post in posts_before(shadow, title.end())]
            _extend(found, starts[place], before)
    for at, posts in pronoun_offices(shadow):
        place = bisect_right(starts, at) - 1
        if place >= 0 and at - starts[place] <= _PRONOUN_REACH:
            _extend(found, starts[place], posts)


def _extend(found: dict[int, Person], start: int, posts: list[Post]) -> None:
    person = found[start]
    found[start] = replace(person, posts=(*person.posts, *posts))


def _keep(found: dict[int, Person], person: Person) -> None:
    known = found.get(person.start)
    if known is None or len(person.posts) > len(known.posts):
        found[person.start] = person


def _name_at(shadow: str, start: int, edges: frozenset[int]) -> tuple[int, int] | None:
    """The name that starts at ``start``, as words allow: three characters, else two.

    With a family name of two characters it is four, else three.
    """
    foreign = _grammar().foreign.match(shadow, start)
    if foreign is not None:
        return foreign.span()
    double = shadow[start : start + 2] in load_lexicon().forms("DoubleSurname")
    for length in (4, 3, 2) if double else (3, 2):
        end = start + length
        name = shadow[start:end]
        if not name.isalpha() or not name > "\u4e00" or len(name) < length:
            continue
        if pattern("NotPerson").match(name):
            return None
        said = pattern("SayVerb").match(shadow, end) is not None
        if length > 2 and name[-1] in load_lexicon().forms("NotGivenName") and not said:
            continue
        if length > 2 and pattern("LeavePost", "TakePost").match(shadow, end - 1):
            continue  # the last sign opens the word behind the name: 吴楠|原是
        if end in edges or _after_name().match(shadow, end):
            return start, end
    return None


@lru_cache(maxsize=1)
def _after_name() -> re.Pattern[str]:
    """What stands behind a name even when the segmenter cuts it elsewhere (揭|志明说)."""
    return re.compile(f"[,。;:、()\n“]|{alternation('SayVerb', 'TakePost', 'LeavePost')}")


def _following(shadow: str, end: int) -> Iterator[Post]:
    """Posts written after a name that opens a line: 罗建成 佛山市科技局局长."""
    line_end = shadow.find("\n", end)
    line_end = len(shadow) if line_end < 0 else line_end
    start = end
    while start < line_end and shadow[start] in " \u3000:,)":
        start += 1
    if start == end or shadow[end:start].strip() == ":":
        return
    while start < line_end:
        stops = [shadow.find(mark, start, line_end) for mark in "、,;"]
        piece_end = min((stop for stop in stops if stop >= 0), default=line_end)
        post = read_post(shadow, start, piece_end)
        if post is None:
            return
        yield post
        start = piece_end + 1
