"""Offices: posts that a sentence gives somebody after the name (饶宜年受聘担任首任院长)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.post import Post, posts_after, posts_before, posts_within, read_post
from sources.surname import has_surname
from sources.token import tokenize

__all__ = [
    *("addressed", "apposed_offices", "dismissed", "offices_of", "openings", "pronoun_offices"),
    *("ranked", "spelt_end"),
]

#: How far behind a name the verb of office may stand, and the verb's titles, in characters.
_VERB_REACH, _TITLE_REACH = 12, 40
#: Longest stretch in which a person's career is told, in characters.
_CAREER = 160
#: Longest body before a title that stands right behind a name, in characters.
_BODY = 24
#: Shortest name that is called with its title behind it, in characters.
_FULL = 3
#: The tag of words that are names.
_NAME = "nr"
_END = re.compile(r"[。!?\n]")
#: How a foreign name is spelt, in brackets behind it.
_SPELLING = re.compile(r"\([A-Za-zÀ-ÿ.' -]{2,40}\)")


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    """A verb of office, at the head of a clause or right behind a name.

    No title stands in the time before it: 常务副主任南国梁同时担任副校长 tells of somebody else.
    """
    time = f"(?:(?!{alternation('Title')})[^,。;、:“”()\n]){{0,{_VERB_REACH}}}?"
    return re.compile(
        f"(?:(?!{alternation('LeavePost')}){alternation('Identity')})?(?:(?!{alternation('LeavePost')}){time}{alternation('CareerDate')})?"
        f"{alternation('TakeGap')}{{0,3}}?"
        f"(?:(?P<over>{alternation('LeavePost')})|{alternation('TakePost')})"
    )


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """Where a name may stand that its post follows."""
    return re.compile(f"(?:^|(?<=[,。;:!?、“”()\n—】\\]])|{alternation('NameLead')})[ \u3000]*")


@lru_cache(maxsize=1)
def _pronoun() -> re.Pattern[str]:
    return re.compile(
        f"(?:{alternation('Pronoun')})(?:{alternation('Identity')},?)?"
        f"(?={_verb().pattern.replace('?P<over>', '?:')}|"
        f"{alternation('Earlier', 'TakeGap')}{{0,3}}{alternation('BodyAt')})"
    )


def openings(shadow: str) -> Iterator[int]:
    """Where a person's name may start that is told by the post behind it."""
    return (match.end() for match in _opening().finditer(shadow))


def offices_of(shadow: str, end: int) -> list[Post]:
    """Posts written behind a name that ends at ``end``: in brackets, or with a verb of office.

    >>> text = "饶宜年任海南海洋研究院院长、党委副书记。"
    >>> [text[post.title_start : post.end] for post in offices_of(text, 3)]
    ['院长', '党委副书记']
    """
    rank = pattern("Honorific").match(shadow, end)
    end = rank.end() if rank else end
    end = spelt_end(shadow, end)
    more = _and_more().match(shadow, end)
    end = more.end() if more else end
    if shadow.startswith("(", end):
        closing = shadow.find(")", end, end + _TITLE_REACH)
        if closing < 0:
            return []
        verb = _verb().match(shadow, end + 1, closing)
        start = verb.end() if verb else end + 1
        posts = list(posts_before(shadow, closing)) if verb is None else []
        posts = posts or list(posts_after(shadow, start, closing))
        over = bool(verb and verb["over"])
        return [_given(p, over) for p in posts] + _career(shadow, closing + 1)
    return _career(shadow, end)


def spelt_end(shadow: str, end: int) -> int:
    """Where a foreign name that ends at ``end`` ends with its spelling in brackets.

    >>> spelt_end("玛尔塔·罗西(Marta Rossi)任副主任", 6)
    19
    """
    spelt = _SPELLING.match(shadow, end)
    return spelt.end() if spelt else end


@lru_cache(maxsize=1)
def _and_more() -> re.Pattern[str]:
    """Behind the last of a row of names, how many they are: 方亦舟等7人|任副理事长."""
    unit = alternation("PersonUnit")
    many = f"(?:{alternation('ListEnd')}?(?:{alternation('PersonCount')}|[0-9]{{1,3}}{unit}))"
    return re.compile(f"{many}(?={alternation('TakeGap')}{{0,2}}{alternation('TakePost')})")


@lru_cache(maxsize=1)
def _apart() -> re.Pattern[str]:
    """What parts a name from the posts behind it, with his or her age or sex between."""
    titled = f"(?![^,。;、\n]{{0,9}}{alternation('Title')})"
    detail = f"{titled}[^,。;、:“”()\n]{{0,9}}?{alternation('PersonDetail')}"
    return re.compile(f"(?:,(?:{detail}[,、;])*|[ \u3000]+)")


def apposed_offices(shadow: str, end: int) -> list[Post]:
    """Posts that stand behind a name without a verb: 饶宜年，海南海洋研究院的院长，….

    >>> text = "饶宜年,40岁,海南海洋研究院院长、党委副书记,研究珊瑚。"
    >>> [text[post.title_start : post.end] for post in apposed_offices(text, 3)]
    ['院长', '党委副书记']
    """
    gap = _apart().match(shadow, end)
    if gap is None:
        return []
    ending = _END.search(shadow, gap.end(), gap.end() + _CAREER)
    stop = ending.start() if ending else min(len(shadow), gap.end() + _CAREER)
    posts = list(posts_after(shadow, gap.end(), stop))
    if not posts or not _is_body(shadow[gap.end() : posts[0].title_start]):
        return []
    return [_given(post, False) for post in posts] + _career(shadow, posts[-1].end)


def addressed(shadow: str, name: tuple[int, int]) -> list[Post]:
    """The post by which somebody is called: 方亦舟|副市长|宣读决定.

    >>> text = "方亦舟副市长宣读决定。"
    >>> [text[post.title_start : post.end] for post in addressed(text, (0, 3))]
    ['副市长']
    """
    start, end = name
    title = pattern("Title").match(shadow, end)
    if title is None or end - start < _FULL or pattern("Honorific", "Rank").match(shadow, end):
        return []
    lexicon, name_text = load_lexicon(), shadow[start:end]
    parts = lexicon.forms("AreaLetter") | lexicon.forms("Department")
    words = tokenize(name_text, 0, len(name_text))
    if name_text[-1] in parts or all(word.pos != _NAME for word in words):
        return []  # 云溪市|副市长, 华科院|院长
    post = read_post(shadow, end, title.end())
    return [_given(post, False)] if post is not None else []


def ranked(shadow: str, name: tuple[int, int]) -> list[Post]:
    """The rank by which somebody of a body is called: 云溪大学的|方亦舟|教授.

    >>> text = "云溪大学的方亦舟教授"
    >>> post, = ranked(text, (5, 8))
    >>> text[post.start : post.body_end], text[post.title_start : post.end]
    ('云溪大学', '教授')
    """
    start, end = name
    rank = pattern("Rank").match(shadow, end)
    tied = shadow[start - 1 : start] in load_lexicon().forms("Attributive")
    tie = start - 1 if tied else start
    floor = max(shadow.rfind(mark, 0, tie) for mark in ",。;:、!?“”()\n") + 1
    if rank is None or floor >= tie or pattern("Title").match(shadow, rank.end()):
        return []
    return [Post(floor, end, rank.end(), former=False, inherits=False, body_end=tie)]


def dismissed(shadow: str, name: tuple[int, int]) -> list[Post]:
    """The posts that somebody is dismissed from: 免去|方亦舟|的市科技局局长职务.

    >>> text = "免去方亦舟的云溪市科技局局长职务。"
    >>> [(text[post.title_start : post.end], post.former) for post in dismissed(text, (2, 5))]
    [('局长', True)]
    """
    start, end = name
    if not shadow.endswith(tuple(load_lexicon().forms("Dismissal")), 0, start):
        return []
    tie = pattern("Attributive").match(shadow, end)
    at = tie.end() if tie else end
    return [_given(post, True) for post in posts_after(shadow, at, at + _TITLE_REACH * 2)]


def _is_body(text: str) -> bool:
    """May ``text`` be the body that a title is in, not a clause of its own?"""
    bare = pattern("Former", "Incumbent").sub("", text)
    verb = pattern("SayVerb", "TakePost", "LeavePost").search(bare)
    return len(bare) <= _BODY and verb is None


def _career(shadow: str, start: int) -> list[Post]:
    """Posts of the verbs of office from ``start`` to the end of the sentence."""
    ending = _END.search(shadow, start, start + _CAREER)
    stop = ending.start() if ending else min(len(shadow), start + _CAREER)
    found: list[Post] = []
    at = start
    while at < stop:
        verb = _verb().match(shadow, at, stop)
        posts = []
        if verb is not None:
            limit = min(stop, verb.end() + _TITLE_REACH * 2)
            posts = list(posts_after(shadow, verb.end(), limit))
            if _is_of_next(shadow, verb.end()):
                return found
        if not posts and verb is None:
            posts = list(posts_within(shadow, at, stop)) or _rise(shadow, at, stop)
        if not posts and at == start and shadow[at : at + 1] not in ",;":
            return _bygone(shadow, at, stop)
        found += [_given(post, verb is not None and _is_over(verb)) for post in posts]
        marks = [shadow.find(mark, max(at, posts[-1].end if posts else at), stop) for mark in ",;"]
        marks = [mark for mark in marks if mark >= 0]
        if not marks or (not posts and at > start + 1):
            return found
        at = min(marks) + 1
    return found


def _is_of_next(shadow: str, at: int) -> bool:
    """Is somebody named behind the verb whose post it ends (;免去|孟云的局长职务)?"""
    ties = load_lexicon().forms("Attributive")
    return has_surname(shadow, at) and any(shadow[at + n : at + n + 1] in ties for n in (2, 3))


def _rise(shadow: str, start: int, stop: int) -> list[Post]:
    """The post that somebody leaves for another, and that (由甲局副局长|升任局长)."""
    match = _risen().match(shadow, start, stop)
    if match is None:
        return []
    left = read_post(shadow, match.start("left"), match.end("left"))
    taken = list(posts_after(shadow, match.end(), stop))
    if left is None or not taken:
        return []
    return [replace(left, former=True), *taken]


@lru_cache(maxsize=1)
def _risen() -> re.Pattern[str]:
    left = f"(?P<left>[^,。;:“”\n]{{0,{_BODY}}}?{alternation('Title')})"
    gap = f"{alternation('TakeGap')}{{0,2}}"
    return re.compile(f"{gap}{alternation('RiseFrom')}{left}{gap}{alternation('TakePost')}")


def _bygone(shadow: str, start: int, stop: int) -> list[Post]:
    """Posts of old that a later clause tells (是本地人,此前任甲公司总监), its subject unsaid."""
    for comma in re.finditer(",", shadow[start:stop]):
        at = start + comma.end()
        verb = _verb().match(shadow, at, stop)
        if verb is None or not (verb["over"] or pattern("Incumbent").search(verb.group())):
            continue
        if pattern("Title").search(shadow, start, at) is None:
            return _career(shadow, at - 1)
        if verb["over"] and ":" not in shadow[start:at]:
            posts = list(posts_after(shadow, verb.end(), min(stop, verb.end() + _TITLE_REACH * 2)))
            return [replace(post, given=True, former=True) for post in posts]
    return []


def _is_over(verb: re.Match[str]) -> bool:
    """Does the verb say that the post is over, or its time end in a year (2001年至2005年任)?"""
    return bool(verb["over"]) or _term().search(verb.group()) is not None


@lru_cache(maxsize=1)
def _term() -> re.Pattern[str]:
    """A span of time that has an end: 至今 has none."""
    return re.compile(f"[0-9]{alternation('CareerDate')}?{alternation('RangeMark')}[0-9]{{4}}")


def _given(post: Post, over: bool) -> Post:
    return replace(post, given=True, former=post.former or over)


def pronoun_offices(shadow: str) -> Iterator[tuple[int, list[Post]]]:
    """Posts of him or her whom the text named last: 此前，他曾担任副院长."""
    for match in _pronoun().finditer(shadow):
        posts = _career(shadow, match.end())
        if posts:
            yield match.start(), posts
