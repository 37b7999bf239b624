"""Persons and the posts they hold, read from titles: 荣昌区委书记卢红."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern

__all__ = ["Person", "Post", "find_persons"]

#: How far before a name its titles may begin, in characters.
_REACH = 90
#: How far behind a verb of appointing the title may start, in characters.
_APPOINTED_REACH = 24
#: How far apart the brackets inside a name may stand, in characters.
_BRACKET_REACH = 8
#: What ends a chain of titles on its left.
_HARD_STOPS = "。;:!?\n“”()—"


@dataclass(frozen=True, slots=True)
class Post:
    """A post as written.

    ``title_start`` to ``end`` is the title with its committee. The body that the post is in is
    a name that ends at ``title_start``, or one letter into the committee (荣昌区|委书记).
    When ``inherits`` is true no body is written: it is that of the post before, or the
    area spoken of.
    """

    start: int
    title_start: int
    end: int
    former: bool
    inherits: bool


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
    title: re.Pattern[str]
    appointed: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    han = "[\u4e00-\u9fff]"
    surname, title = alternation("DoubleSurname", "Surname"), alternation("Title")
    rank, committee = alternation("TitlePrefix"), alternation("Committee")
    gap = f"(?P<gap>[ \u3000]?|{alternation('Copula')})"
    return _Grammar(
        named=re.compile(f"{title}{gap}(?={surname}{han}|{han}{{2,6}}·)"),
        labelled=re.compile(f"(?:^|(?<=\n))[ \u3000]*(?={surname}{han}{{1,3}}[ \u3000]*[: ])"),
        foreign=re.compile(
            f"{han}{{2,6}}(?:·{han}{{2,8}}?){{1,2}}?(?={alternation('SayVerb')})"
            f"|{han}{{2,6}}(?:·{han}{{2,8}}){{1,2}}"
        ),
        title=re.compile(f"(?P<committee>{committee}{{1,2}})?(?P<rank>{rank})?{title}$"),
        appointed=re.compile(
            f"{alternation('Appoint')}(?P<post>[^,。;、:“”\n]{{0,{_APPOINTED_REACH}}}?{title})"
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
        if span is not None:
            titles_end = match.start("gap")
            posts = (*_posts(shadow, titles_end), *_appointed(shadow, span[1]))
            _keep(found, Person(span[0], span[1], posts))
    for match in grammar.labelled.finditer(shadow):
        span = _name_at(shadow, match.end(), edges)
        if span is not None:
            _keep(found, Person(span[0], span[1], tuple(_following(shadow, span[1]))))
    return [found[start] for start in sorted(found)]


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
        if end not in edges or not name.isalpha() or not name > "\u4e00":
            continue
        if pattern("NotPerson").match(name):
            return None
        if length == 3 and name[2] in _say_letters() and end - 1 in edges:
            continue
        return start, end
    return None


@lru_cache(maxsize=1)
def _say_letters() -> frozenset[str]:
    return frozenset(form for form in load_lexicon().forms("SayVerb") if len(form) == 1)


def _posts(shadow: str, end: int) -> Iterator[Post]:
    """Posts of the chain of titles that ends at ``end``, left to right."""
    start = max(0, end - _REACH)
    for stop in range(end - 1, start - 1, -1):
        if shadow[stop] in _HARD_STOPS and not _in_brackets(shadow, stop, start):
            start = stop + 1
            break
    pieces: list[Post] = []
    piece_end = end
    while piece_end > start:
        piece_start = max(shadow.rfind(mark, start, piece_end) for mark in "、,") + 1
        piece_start = max(piece_start, start)
        post = _post(shadow, piece_start, piece_end)
        if post is None:
            break
        pieces.append(post)
        piece_end = piece_start - 1
    yield from reversed(pieces)


def _in_brackets(shadow: str, at: int, floor: int) -> bool:
    """Does a bracket at ``at`` stand inside a name, as in 西部(重庆)科学城?"""
    if shadow[at] == ")":
        return "(" in shadow[max(floor, at - _BRACKET_REACH) : at]
    return shadow[at] == "(" and ")" in shadow[at : at + _BRACKET_REACH]


def _post(shadow: str, start: int, end: int) -> Post | None:
    piece = shadow[start:end].rstrip()
    match = _grammar().title.search(piece)
    if match is None:
        return None
    body = piece[: match.start()].strip()
    now = pattern("Incumbent").match(body)
    body = body[now.end() :] if now else body
    former = pattern("Former").match(body) or pattern("Former").search(body[-2:])
    return Post(start, start + match.start(), start + len(piece), former is not None, not body)


def _appointed(shadow: str, end: int) -> Iterator[Post]:
    """A post given after the name: 徐振邦当选理事长."""
    match = _grammar().appointed.match(shadow, end)
    if match is not None:
        post = _post(shadow, match.start("post"), match.end("post"))
        if post is not None:
            yield post


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
        post = _post(shadow, start, piece_end)
        if post is None:
            return
        yield post
        start = piece_end + 1
