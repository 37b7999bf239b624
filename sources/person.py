"""Persons and the posts they hold, read from titles: 荣昌区委书记卢红."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.holder import is_shared, sharers
from sources.office import (
    addressed,
    apposed_offices,
    dismissed,
    offices_of,
    openings,
    pronoun_offices,
    ranked,
    spelt_end,
)
from sources.place import is_place
from sources.post import Post, posts_before, read_post
from sources.surname import has_point, has_surname, is_torn, name_at
from sources.witness import find_witnesses, is_coined

__all__ = ["Person", "find_persons"]

#: How far behind 院长由 the name may stand, and behind a name a pronoun for it, in characters.
_THROUGH_REACH, _PRONOUN_REACH = 24, 150
#: How far behind a verb the body of the next title may start, in characters (为|原|甲院院长).
_SHIFT = 4
#: Longest name that a list of persons may hold, with the blank behind it, and what follows it.
_LONGEST = 7
_ROW = re.compile(r" +([^ ,、。;:\n]+)")
#: What stands behind a name that is a label.
_BREAK = re.compile(r"[: \u3000]")
#: What ends a clause, and what stands before a name at the head of a sentence.
_END = re.compile(r"[,。;\n]")
_LISTED = re.compile("[、,;]")
_HEADS = "\n。;:!?】]"


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
    given: re.Pattern[str]
    held: re.Pattern[str]
    next: re.Pattern[str]
    posing: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    han = "[\u4e00-\u9fff]"
    surname = alternation("DoubleSurname", "Surname", "RareSurname")
    title = alternation("Title")
    remark = f"(?:\\({alternation('PostRemark')}\\))?"
    home = f"{han}{{2,4}}?{alternation('NationalSign')}(?={han}{{2,6}}·)"
    gap = (
        f"(?P<gap>{remark}\\)?[ \u3000]?|"
        f"{alternation('Copula')}(?:{alternation('PersonRole')}|{home})?|{alternation('Naming')})"
    )
    foreign = f"(?!{alternation('Copula')}){han}{{2,6}}"
    aged = f"[0-9]{{2}}{alternation('AgeSign')}{alternation('Attributive')}"
    return _Grammar(
        named=re.compile(f"{title}{gap}(?={surname}{han}|{foreign}·)"),
        labelled=re.compile(f"(?:^|(?<=\n))[ \u3000]*(?={surname}{han}{{1,4}}[ \u3000]*[: ])"),
        given=re.compile(
            f"{alternation('Title')}{alternation('OneOffice')}?{alternation('Through')}"
            f"(?=[^,。;\n]{{2,24}}?{alternation('TakePost')})"
        ),
        held=re.compile(
            f"{alternation('Title')}{alternation('OneOffice')}?{alternation('HeldBy')}"
        ),
        posing=re.compile(
            f"(?:^|(?<=[,。;:!?“\n])){alternation('AsMarker')}"
            f"(?P<title>[^,。;:“”\n]{{0,30}}?{title}),(?={surname}{han})"
        ),
        next=re.compile(f"{alternation('Successor')}(?:{aged})?"),
    )


def _through() -> frozenset[str]:
    return load_lexicon().forms("Through")


@lru_cache(maxsize=1)
def _holder() -> re.Pattern[str]:
    """What stands behind who holds a post: 院长由方亦舟|担任, not 院长由云溪|大学校长."""
    return re.compile(f"[、,。;()\n]|{alternation('TakePost', 'Honorific')}")


def find_persons(shadow: str, edges: frozenset[int]) -> list[Person]:
    """Persons named beside a title or as the label of a line, in reading order.

    ``edges`` are the offsets at which words start or end; a name must end at one.
    """
    grammar = _grammar()
    found: dict[int, Person] = {}
    _add_named(shadow, edges, found)
    for match in grammar.posing.finditer(shadow):
        span = name_at(shadow, match.end(), edges)
        if span is not None and is_coined(shadow, span):
            posts = (*posts_before(shadow, match.end("title")), *offices_of(shadow, span[1]))
            _keep(found, Person(span[0], span[1], posts))
    for match in grammar.labelled.finditer(shadow):
        span = _listed(shadow, match.end()) or name_at(shadow, match.end(), edges)
        if span is not None and _BREAK.match(shadow, span[1]):
            posts = tuple(_following(shadow, span[1])) or tuple(offices_of(shadow, span[1]))
            _keep(found, Person(span[0], span[1], posts))
    for start in openings(shadow):
        _add_told(shadow, start, edges, found)
    for match in grammar.next.finditer(shadow):
        span = name_at(shadow, match.end(), edges)
        if span is not None and not is_place(shadow[slice(*span)]):
            _keep(found, Person(span[0], span[1], ()))
    for start, end in find_witnesses(shadow, edges):
        posts = tuple(_following(shadow, end))
        if not posts and not is_place(shadow[start:end]):
            posts = tuple(ranked(shadow, (start, end)))
        _keep(found, Person(start, end, posts))
    _add_given(shadow, found)
    _share(shadow, found)
    return [found[start] for start in sorted(found)]


def _add_named(shadow: str, edges: frozenset[int], found: dict[int, Person]) -> None:
    """Persons named right behind their titles, and who shares these."""
    for match in _grammar().named.finditer(shadow):
        span = name_at(shadow, match.end(), edges)
        if match["gap"].endswith(")") and pattern("TakePost").match(shadow, match.end()):
            continue  # 首席科学家方亦舟(兼教授)任|学术委员会副主任
        if match["gap"][:1] in load_lexicon().forms("Attributive") and not _is_held(shadow, match):
            continue  # 校长的学生方亦舟
        if span is None or (match["gap"] in _through() and not _holder().match(shadow, span[1])):
            continue
        if not is_torn(shadow, match.start(), span, edges):
            titles = tuple(posts_before(shadow, match.start("gap")))
            offices = offices_of(shadow, span[1])
            if match["gap"] in load_lexicon().forms("HeldBy") and not offices:
                offices = [p for p in apposed_offices(shadow, span[1]) if not p.inherits]
            _keep(found, Person(span[0], span[1], (*titles, *offices)))
            for start, end in sharers(shadow, titles, match["gap"], span[1], edges):
                _keep(found, Person(start, end, titles))


def _is_held(shadow: str, match: re.Match[str]) -> bool:
    """Does a verb before the title tell that it is held (担任院长的方亦舟)?"""
    clause = max(shadow.rfind(mark, 0, match.start()) for mark in ",。;:\n") + 1
    return pattern("TakePost").search(shadow, clause, match.start("gap")) is not None


def _add_told(shadow: str, start: int, edges: frozenset[int], found: dict[int, Person]) -> None:
    """Persons whose posts stand behind their names: 方亦舟、孟云任副院长; 方亦舟，某院院长."""
    names: list[tuple[int, int]] = []
    at = start
    while has_surname(shadow, at) or has_point(shadow, at):
        span = name_at(shadow, at, edges)
        if span is None:
            break
        names.append(span)
        joiner = pattern("Joiner").match(shadow, spelt_end(shadow, span[1]))
        if joiner is None:
            break
        at = _named_from(shadow, joiner.end(), found)
    if not names or names[-1][0] != at:
        return
    end = names[-1][1]
    posts = dismissed(shadow, names[-1]) or offices_of(shadow, end)
    clause = max(shadow.rfind(mark, 0, start) for mark in ",。;:\n") + 1
    respectively = pattern("Respectively").search(shadow, clause, start) is not None
    if len(names) > 1:
        ends = shadow.find(",", end)
        posts = [post for post in posts if not 0 <= ends < post.start]
    elif not posts:
        posts = [post for post in addressed(shadow, names[0]) if post.end not in found]
        if not posts and shadow[start - 1 : start] in _HEADS:
            posts = apposed_offices(shadow, end)
    for span in names if posts else ():
        # 分别由甲、乙任主任: each of another body
        _keep(found, Person(span[0], span[1], () if respectively else tuple(posts)))


def _listed(shadow: str, start: int) -> tuple[int, int] | None:
    """The name of any length that opens a line in which only a title follows it."""
    end = shadow.find(" ", start, start + _LONGEST)
    line = shadow.find("\n", start)
    if end < 0 or (0 <= line < end) or pattern("NotPerson").match(shadow, start):
        return None
    after = _ROW.match(shadow, end)
    return (start, end) if after and read_post(shadow, after.start(1), after.end(1)) else None


def _named_from(shadow: str, at: int, found: dict[int, Person]) -> int:
    """Where the name stands before which the titles from ``at`` on do (某人和|甲院院长某人)."""
    if not has_surname(shadow, at) or at not in found:
        for start in range(at + 2, at + _THROUGH_REACH):
            posts = found[start].posts if start in found else ()
            if posts and posts[0].start <= at < posts[0].title_start:
                return start
    return at


def _add_given(shadow: str, found: dict[int, Person]) -> None:
    """Posts told before the name (院长由某人兼任), or of him or her who was named last."""
    starts = sorted(found)
    for match in _grammar().given.finditer(shadow):
        start = _next_named(shadow, match.end(), starts)
        if start is not None:
            _extend(found, start, _titles_of(shadow, match.start()))
    for match in _grammar().held.finditer(shadow):
        for start in _row(shadow, match.end(), starts, found):
            _extend(found, start, _titles_of(shadow, match.start()))
    for match in _grammar().next.finditer(shadow):
        _succeed(shadow, match, found)
    for at, posts in pronoun_offices(shadow):
        place = bisect_right(starts, at) - 1
        if place >= 0 and at - starts[place] <= _PRONOUN_REACH:
            _extend(found, starts[place], posts)


def _next_named(shadow: str, at: int, starts: list[int]) -> int | None:
    """Who is named next behind ``at`` in the clause."""
    place = bisect_left(starts, at)
    reach = shadow[at : starts[place]] if place < len(starts) else "\n"
    return None if len(reach) > _THROUGH_REACH or _END.search(reach) else starts[place]


def _row(shadow: str, at: int, starts: list[int], found: dict[int, Person]) -> list[int]:
    """Who are named from ``at`` on, each behind a title of his or her own (甲院院长某某和…)."""
    row: list[int] = []
    listed = shadow[at - 1 : at] == ":"
    while True:
        start = _next_named(shadow, at, starts)
        person = found[start] if start is not None else None
        own = person.posts[0] if person is not None and person.posts else None
        if person is None or own is None or not own.start - _SHIFT <= at <= own.title_start:
            break
        row.append(person.start)
        joiner = (_LISTED if listed else pattern("Joiner")).match(shadow, person.end)
        if joiner is None:
            return row if _holder().match(shadow, person.end) else row[:-1]
        at = joiner.end()
    return row


def _titles_of(shadow: str, start: int) -> list[Post]:
    """The posts that end in the title at ``start``, as given to who is named behind."""
    title = pattern("Title").match(shadow, start)
    before = posts_before(shadow, title.end()) if title else ()
    return [replace(post, given=True) for post in before]


def _succeed(shadow: str, match: re.Match[str], found: dict[int, Person]) -> None:
    """Gives who takes over the post of him or her who was named last in the sentence."""
    at = _named_from(shadow, match.end(), found)
    after = found.get(at)
    before = [person for start, person in found.items() if start < match.start()]
    last = max(before, key=lambda person: person.start, default=None)
    if after is None or last is None or not last.posts:
        return
    if not re.search(r"[。!?\n]", shadow[last.end : match.start()]):
        _extend(found, at, [replace(last.posts[0], former=False)])


def _share(shadow: str, found: dict[int, Person]) -> None:
    """Gives a post to all who stand in the row: 甲校校长方亦舟、乙院院长孟云|任副理事长."""
    starts = sorted(found)
    for before, start in reversed(list(pairwise(starts))):
        mate, person = found[before], found[start]
        own = [post for post in person.posts if not post.given]
        given = [post for post in person.posts if post.given and post.start >= person.end]
        joiner = pattern("Joiner").match(shadow, mate.end)
        if not own or not given or joiner is None or any(post.given for post in mate.posts):
            continue
        alike = joiner.end() < own[0].title_start and is_shared(shadow, given[0])
        alike &= _LISTED.search(shadow, joiner.end(), own[0].title_start) is None
        alike &= pattern("Respectively").search(shadow, person.end, given[0].start) is None
        if alike and mate.posts:
            _extend(found, before, given[:1])


def _extend(found: dict[int, Person], start: int, posts: list[Post]) -> None:
    person = found[start]
    found[start] = replace(person, posts=(*person.posts, *posts))


def _keep(found: dict[int, Person], person: Person) -> None:
    known = found.get(person.start)
    if known is None or len(person.posts) > len(known.posts):
        found[person.start] = person


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
