"""Posts: titles with the body before them, as written beside a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.place import is_place
from sources.surname import has_surname
from sources.token import is_known_word

__all__ = ["Post", "posts_after", "posts_before", "posts_within", "read_post"]

#: How far before a name its titles may begin, in characters.
_REACH = 90
#: Longest bracket that tells how a body is called, in characters.
_ASIDE = 24
#: How far apart the brackets inside a name may stand, in characters.
_BRACKET_REACH = 8
#: A person's name is shorter than this, in characters.
_CALLED = 4
#: Length of a short place name, in characters.
_PLACE = 2
#: Longest body that stands before its verb, in characters.
_BODY = 20
#: Longest word for what somebody looks after, in characters.
_CHARGE = 8
#: What ends a chain of titles on its left.
_HARD_STOPS = "。;:!?\n“”()—"


@dataclass(frozen=True, slots=True)
class Post:
    """A post as written.

    ``title_start`` to ``end`` is the title with its committee. The body that the post is in is
    a name that ends at ``title_start``, or one letter into the committee (荣昌区|委书记), or at
    ``body_end``, before words that are part of neither (某院的|院长).
    When ``inherits`` is true no body is written: it is that of the post before, or the
    area spoken of; when it is ``given`` after the name (某人出任院长), the body spoken of.
    """

    start: int
    title_start: int
    end: int
    former: bool
    inherits: bool
    body_end: int
    given: bool = False


@dataclass(frozen=True, slots=True)
class _Grammar:
    title: re.Pattern[str]
    part: re.Pattern[str]
    first: re.Pattern[str]
    more: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    title = alternation("Title")
    rank, committee = alternation("TitlePrefix"), alternation("Committee")
    # With a letter of its body only if no body is named before it (院党委, 研究院|党委).
    whole = f"(?:^{alternation('BodyCommittee')}|{committee})"
    return _Grammar(
        title=re.compile(
            f"(?P<committee>{whole}{{1,2}})?(?P<rank>{rank})?{title}"
            f"(?P<remark>\\({alternation('PostRemark')}\\))?$"
        ),
        part=re.compile(
            f"[、,;]|{alternation('AndTitle')}(?=(?:{committee}{{1,2}})?{rank}?{title})"
        ),
        first=re.compile(f"{title}(?={alternation('TitleEnd')}|$)"),
        more=re.compile(
            f"{alternation('AndTitle')}(?=[^,。;、:\n]{{2,{_BODY}}}?{title}(?:[,。;、\n]|$))"
        ),
    )


def read_post(shadow: str, start: int, end: int) -> Post | None:
    """The post that ``shadow[start:end]`` ends in.

    >>> text = "云溪区委书记"
    >>> post = read_post(text, 0, len(text))
    >>> post and (text[post.title_start : post.end], post.inherits)
    ('区委书记', False)
    """
    piece = shadow[start:end].rstrip()
    match = _grammar().title.search(piece)
    if match is None:
        return None
    body = piece[: match.start()].strip()
    closing = _tail_of(body)
    opening = _head_of(body[: closing.start()] if closing else body)
    skipped = opening.end() if opening else 0
    bare = body[skipped : closing.start()] if closing else body[skipped:]
    body = body[skipped:]
    marks = "".join(mark.group() for mark in (opening, closing) if mark)
    at, close = start + match.start(), match.start("remark") if match["remark"] else len(piece)
    return Post(
        start + _body_from(piece[: match.start()]), at, start + close,
        former=pattern("Former", "FormerBare").search(marks) is not None,
        inherits=not bare or _leads_on(bare) or _leads_on(body),
        body_end=at - (len(body) - len(bare)),
    )  # fmt: skip


def _body_from(lead: str) -> int:
    """Where the body starts in what stands before a title: 某院由|甲大学(校长), 某院聘请|甲公司."""
    ends = [
        match.end()
        for match in _engaging().finditer(lead)
        if len(match.group()) > 1 or not is_known_word(lead[match.start() - 1 : match.end()])
    ]
    return ends[-1] if ends and ends[-1] < len(lead) else 0


@lru_cache(maxsize=1)
def _engaging() -> re.Pattern[str]:
    """By whom a post is to be held: 由, 聘请."""
    return re.compile(alternation("Through", "Engaging", "Successor"))


def _head_of(body: str) -> re.Match[str] | None:
    """What opens a body and is no part of it; a letter that opens a word is (前|沿院院长)."""
    alone = pattern("FormerBare").fullmatch(body)
    if alone is not None:
        return alone  # 老|所长
    match = pattern("Incumbent", "Former").match(body)
    torn = match is not None and match.end() == 1 and is_known_word(body[:_PLACE])
    return None if torn else match


def _tail_of(body: str) -> re.Match[str] | None:
    """What stands between a body and the title and is part of neither (某院原|院长)."""
    if is_place(body[-_PLACE:]):
        return None  # 太原
    return _tail().search(body)


def _leads_on(body: str) -> bool:
    """Does a word stand before the title that a title follows: 会议由|市长?"""
    return not is_place(body[-_PLACE:]) and body.endswith(tuple(load_lexicon().forms("PostLead")))


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    words, of = alternation("Former", "Incumbent", "Attributive"), alternation("Attributive")
    charge = f"{alternation('ChargeOf')}[^,。;、:]{{1,{_CHARGE}}}?{of}"
    return re.compile(f"(?:{charge}|{words}+|\\()$")


def posts_before(shadow: str, end: int) -> Iterator[Post]:
    """Posts of the chain of titles that ends at ``end``, left to right."""
    start = _chain_from(shadow, end)
    parts = {match.start() for match in _grammar().part.finditer(shadow, start, end)}
    for match in pattern("AndBody").finditer(shadow, start, end):
        if read_post(shadow, start, match.start()) is not None:
            parts.add(match.start())  # 甲院副院长|兼乙公司总经理
    cuts = [start - 1, *sorted(parts)]
    found: list[Post] = []
    piece_end = end
    for cut in reversed(cuts):
        post = read_post(shadow, cut + 1, piece_end)
        if post is None or _is_deed(shadow, post, piece_end) or _is_ranked(shadow, post):
            break
        found.append(post)
        piece_end = cut
    yield from reversed(found)


def _chain_from(shadow: str, end: int) -> int:
    """Where the chain of titles that ends at ``end`` may start at the earliest."""
    floor = max(0, end - _REACH)
    stop = end - 1
    while stop >= floor:
        aside = _aside_from(shadow, stop, floor)
        if aside is not None:
            stop = aside - 1
        elif shadow[stop] in _HARD_STOPS and not _in_brackets(shadow, stop, floor):
            return stop + 1
        else:
            stop -= 1
    return floor


def _aside_from(shadow: str, stop: int, floor: int) -> int | None:
    """Where the bracket that closes at ``stop`` opens, if it tells how the body is called."""
    if shadow[stop] != ")":
        return None
    at = shadow.rfind("(", max(floor, stop - _ASIDE), stop)
    told = at >= 0 and (shadow[at + 1] == "“" or pattern("Declared").match(shadow, at + 1))
    return at if told else None


def _is_deed(shadow: str, post: Post, end: int) -> bool:
    """Does a verb of office or of speech stand before the title, that no 的 turns to a phrase?"""
    verb = pattern("OfficeVerb").search(shadow, post.start, post.title_start)
    if verb is None:
        return False
    opens = verb.start() == post.start and pattern("Incumbent").match(verb.group()) is not None
    return not (opens and pattern("Attributive").match(shadow, end))


def _is_ranked(shadow: str, post: Post) -> bool:
    """Is it the rank by which the person before is called (甲校校长方亦舟|院士|、乙院院长孟云)?"""
    if pattern("Honorific").fullmatch(shadow, post.title_start, post.end) is None:
        return False
    start = max(shadow.rfind(mark, 0, post.title_start) for mark in "、,;。\n") + 1  # 包信|和
    titles = list(pattern("Title").finditer(shadow, start, post.title_start))
    name = shadow[titles[-1].end() : post.title_start] if titles else ""
    return 1 < len(name) < _CALLED and has_surname(name, 0) and not is_place(name)


def posts_after(shadow: str, start: int, stop: int) -> Iterator[Post]:
    """Posts of the chain of titles that starts at ``start``: 某院院长、党委副书记."""
    more = False
    while start < stop:
        match = _grammar().first.search(shadow, start, stop)
        if match is None or _grammar().part.search(shadow, start, match.start()):
            return
        post = read_post(shadow, start, match.end())
        lead = shadow[start : post.title_start] if post else ""
        if post is None or _is_of_other(lead) or (more and _is_ordered(lead)):
            return
        yield post
        more = True
        tie = _grammar().part.match(shadow, match.end(), stop)
        tie = tie or _grammar().more.match(shadow, match.end(), stop)
        if tie is None or _verb().match(shadow, tie.end()):
            return
        start = tie.end()


def _is_of_other(body: str) -> bool:
    """Does what stands before a title tell of somebody else (;孟云任甲大学|院长)?"""
    if _other().search(body) is not None:
        return True
    match = _taker().match(body)
    who = match["who"] if match else ""
    return bool(who) and has_surname(who, 0) and not is_known_word(who) and not is_place(who)


def _is_ordered(lead: str) -> bool:
    """Does it open with a verb that names or dismisses somebody (,聘任孟云女士为|总监)?"""
    return pattern("Engaging", "Dismissal").match(lead) is not None


@lru_cache(maxsize=1)
def _other() -> re.Pattern[str]:
    """A verb of office ends what stands before a title (;孟云任|院长, ;甲院总师孟云任|院长)."""
    bare = f"(?!(?:{alternation('Incumbent', 'Former')})+$)[\u4e00-\u9fff]{{2,4}}"
    return re.compile(f"^{bare}(?:{_takes()})$|{alternation('Title')}.+(?:{_takes()})$")


@lru_cache(maxsize=1)
def _taker() -> re.Pattern[str]:
    return re.compile(f"(?P<who>[\u4e00-\u9fff]{{2,3}}?)(?:{_takes()})")


def _takes() -> str:
    """The verbs of office, without those that are a part of a body, too (中文系|主任)."""
    lexicon = load_lexicon()
    verbs = lexicon.forms("TakePost", "LeavePost") - lexicon.forms("Department")
    return "|".join(sorted(verbs, key=len, reverse=True))


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    """A new verb of office: what follows is no further title of the one before."""
    return re.compile(f"{alternation('TakeGap')}{{0,2}}{alternation('TakePost', 'LeavePost')}")


def posts_within(shadow: str, start: int, stop: int) -> Iterator[Post]:
    """Posts of a clause that names the body before the verb: 之前在|云溪大学|任|教授.

    >>> text = "曾在云溪大学任教授。"
    >>> post, = posts_within(text, 0, len(text))
    >>> text[post.start : post.body_end], text[post.title_start : post.end], post.former
    ('云溪大学', '教授', True)
    """
    match = _within().match(shadow, start, stop)
    if match is None:
        return
    for post in posts_after(shadow, match.end(), stop):
        if not post.inherits:
            return  # 在甲大学任乙学院院长
        start, body_end = match.span("body")
        former = pattern("Earlier").search(match["lead"]) is not None
        yield replace(post, start=start, body_end=body_end, inherits=False, former=former)


@lru_cache(maxsize=1)
def _within() -> re.Pattern[str]:
    gap = f"(?:{alternation('TakeGap', 'Earlier', 'Identity')})"
    body = f"(?:(?!{alternation('Attributive')})[^,。;:、“”()\n]){{2,{_BODY}}}?"
    lead = f"(?P<lead>{gap}{{0,3}}){alternation('BodyAt')}"
    return re.compile(f"{lead}(?P<body>{body}){alternation('BodyVerb')}")


def _in_brackets(shadow: str, at: int, floor: int) -> bool:
    """Does a bracket at ``at`` stand inside a name, as in 西部(重庆)科学城?"""
    if shadow[at] == ")":
        return "(" in shadow[max(floor, at - _BRACKET_REACH) : at]
    return shadow[at] == "(" and ")" in shadow[at : at + _BRACKET_REACH]
