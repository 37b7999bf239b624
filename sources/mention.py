"""Mentions: every place in the text where a thing is named, with its class."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.again import firms_again, occurrences
from sources.brand import FIRMS
from sources.closer import is_row_of
from sources.council import find_councils
from sources.counted import find_named
from sources.employer import find_employers
from sources.firm import Firm, find_firms
from sources.foreigner import find_foreigners
from sources.headnoun import head_of
from sources.lineup import find_lineups
from sources.listed import find_listed
from sources.masthead import find_mastheads
from sources.name import Name
from sources.peer import find_peers
from sources.person import Person, find_persons
from sources.place import Place, find_places, is_place
from sources.portion import find_portions
from sources.quoted import find_quoted
from sources.segment import Layout
from sources.settlement import COINED_PLACE, Settlement, area_class, find_settlements
from sources.slot import find_mothers, find_slots
from sources.stretch import brand_runs
from sources.subsidiary import find_subsidiaries
from sources.token import Token, tokenize

__all__ = ["STAGED", "Mention", "Reading", "mention"]

#: Longest place in brackets, in characters.
_LONGEST_PLACE = 4
#: Paragraphs in which no names are looked for.
_SILENT = frozenset({"noise", "caption", "abstract", "source", "byline"})
#: Areas that share their short names with other things, and things that may be called so.
_SMALL, _LABS = frozenset({"County", "District"}), ("Laboratory", "ResearchInstitute")
#: Tags that the segmenter gives to places, or to places that it takes for other names.
_PLACE_TAGS = frozenset({"ns", "nr", "nrt", "nz"})
#: Institutions that have branches, and the branch's place in brackets.
_BRANCHED = ("University", "ResearchInstitute", "Platform", "Park")
#: Classes of things that are built in stages, and the cue of a stage.
_BUILT, _PHASE = ("Place", "Platform", "Project"), "name/phase"
#: Of these, things whose later stages are of their class; a stage of another is a project.
STAGED = ("Zone", "Park", "Fund", "ScienceFacility", "Region", "Incubator")
#: What finds names by the frame around them, with their class and cue.
_FRAMED = (
    (find_mastheads, "Media", "media/frame"),
    (find_portions, "Zone", "portion/row"),
    (find_councils, "GovernmentBody", "name/bare-body"),
)
_SUFFIX = re.compile(r"\((?P<inside>[\u4e00-\u9fff]{1,10})\)")
#: Of mentions as long as each other in one place, the first of these sources is kept.
_RANKS = {"person": 0, "quoted": 1, "head": 2, "known": 3, "place": 4, "firm": 5, "listed": 6}


@dataclass(slots=True)
class Mention:
    """A thing named at ``start:end`` of the shadow.

    ``source``: person, quoted, head, known (a name of the lexicon), place, firm, listed (an item
    of a list with a class noun), nested (inside a longer name) or coined (met as an object).
    ``full``: the full form of a place's short name. ``cue``: the cue that gave the class.
    """

    start: int
    end: int
    text: str
    cls: str
    source: str
    cue: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a document: tokens per sentence, mentions in order, persons with posts.

    ``nested`` are the mentions that lie inside longer ones.
    """

    tokens: tuple[tuple[Token, ...], ...]
    mentions: tuple[Mention, ...]
    nested: tuple[Mention, ...]
    persons: tuple[Person, ...]


def mention(layout: Layout) -> Reading:
    """Find the mentions of a document, without overlaps, in reading order."""
    shadow = layout.shadow
    tokens = tuple(
        tuple(tokenize(shadow, sentence.start, sentence.end)) for sentence in layout.sentences
    )
    edges = frozenset(at for words in tokens for token in words for at in (token.start, token.end))
    readable = _readable(layout)
    persons = tuple(p for p in find_persons(shadow, edges) if readable(p.start))
    posts = [post for person in persons for post in person.posts]
    edges |= {at for post in posts for at in (post.title_start, post.title_start + 1)}
    titles = frozenset(at for post in posts for at in range(post.title_start, post.end))
    # No name goes on behind somebody: 主任孙伟民|与|清华大学.
    titles |= {person.end for person in persons if pattern("Joiner").match(shadow, person.end)}
    given = {post.start for post in posts if post.given}
    tokens = _parted(tokens, {post.title_start for post in posts} | given, given)
    found = list(_person_mentions(shadow, persons, edges))
    for words in tokens:
        found += _in_sentence(shadow, words, titles)
        found += [_person(shadow, *name) for name in find_foreigners(shadow, words, edges)]
    for new in find_employers(shadow, persons, frozenset(mention.end for mention in found)):
        text = shadow[new.start : new.end]
        found.append(Mention(new.start, new.end, text, new.cls, "firm", new.cue))
    found += _short_forms(shadow, {m.text for m in found if m.cue == COINED_PLACE}, edges)
    found += _firms_again(shadow, found, edges)
    rows = list(_lined_up(shadow, tokens, found))
    found += rows
    found += _firms_again(shadow, rows, edges)
    found += _place_mentions(shadow, edges, tokens)
    for find, cls, cue in _FRAMED:
        found += [Mention(*at, shadow[slice(*at)], cls, "head", cue) for at in find(shadow)]
    kept, inside = _without_overlaps(found)
    return Reading(tokens, tuple(kept), tuple(inside), persons)


def _parted(
    tokens: tuple[tuple[Token, ...], ...], cuts: set[int], given: set[int]
) -> tuple[tuple[Token, ...], ...]:
    """Tokens cut where the title of a post starts: 大学|校长 is one word to the segmenter.

    What stands before a post ``given`` to somebody is its verb (曾担|任云溪|大学).
    """
    ordered = sorted(cuts)

    def cut(token: Token) -> Iterator[Token]:
        at = next((at for at in range(token.start + 1, token.end) if at in cuts), None)
        if at is None:
            verb = token.end in given and token.pos[0] != "x"
            yield Token(token.start, token.end, token.text, "v") if verb else token
        else:
            size = at - token.start
            tag = "v" if at in given else "n"
            yield Token(token.start, at, token.text[:size], tag)
            yield Token(at, token.end, token.text[size:], "n")

    def is_cut(words: tuple[Token, ...]) -> bool:
        place = bisect_right(ordered, words[0].start) if words else len(ordered)
        return place < len(ordered) and ordered[place] <= words[-1].end

    return tuple(
        tuple(part for token in words for part in cut(token)) if is_cut(words) else words
        for words in tokens
    )


def _in_sentence(
    shadow: str, tokens: tuple[Token, ...], titles: frozenset[int]
) -> Iterator[Mention]:
    """Mentions of one sentence that its own words give; they may overlap.

    No name ends in or reaches over one of ``titles``.
    """
    for quoted in find_quoted(shadow, tokens):
        text = shadow[quoted.start : quoted.end]
        yield Mention(quoted.start, quoted.end, text, quoted.cls, "quoted", quoted.cue)
    runs = groupby(tokens, lambda token: token.end - 1 not in titles)
    names = [name for free, run in runs if free for name in find_named(shadow, tuple(run))]
    for name in names:
        yield from _phase(shadow, name)
        for part in (name, *name.inner):
            end = _bracketed(shadow, part.end, part.cls)
            if part is not name and end < name.end and part.cls == "University":
                end = part.end  # 甲大学(青石)|城市研究院 is of 甲大学
            text = shadow[part.start : end]
            yield Mention(part.start, end, text, part.cls, "head", part.cue)
    for start, end, cue in find_listed(shadow, tokens):
        yield Mention(start, end, shadow[start:end], cue.signals, "listed", cue.id)
    stretches = list(brand_runs(tokens))
    firms = [*find_firms(tokens, stretches), *find_slots(shadow, tokens)]
    firms += find_mothers(shadow, tokens, names)
    ends = {firm.end for firm in firms} | {n.end for n in names if n.cls in FIRMS}
    told: list[Firm | Settlement] = [*firms, *find_peers(tokens, stretches, ends)]
    for new in (*told, *find_settlements(tokens)):
        text = shadow[new.start : new.end]
        yield Mention(new.start, new.end, text, new.cls, "firm", new.cue)


def _phase(shadow: str, name: Name) -> Iterator[Mention]:
    """A stage of building that is named after the thing: 动力谷二期."""
    match = _phases().match(shadow, name.end)
    if match is not None and vocabulary().is_any(name.cls, _BUILT):
        end = match.end()
        cls = name.cls if vocabulary().is_any(name.cls, STAGED) else "Project"
        yield Mention(name.start, end, shadow[name.start : end], cls, "head", _PHASE)


@lru_cache(maxsize=1)
def _phases() -> re.Pattern[str]:
    return re.compile(f"{alternation('CountSign')}{alternation('Phase')}")


def _place_mentions(
    shadow: str, edges: frozenset[int], tokens: tuple[tuple[Token, ...], ...]
) -> Iterator[Mention]:
    at = load_lexicon().forms("Locative", "Destination")
    tagged = frozenset(t.start for words in tokens for t in words if t.pos == "ns")
    sited = frozenset(
        after.start
        for words in tokens
        for before, after in zip(words, words[1:], strict=False)
        if before.text in at and after.pos in _PLACE_TAGS
    )
    places = find_places(shadow, edges, tagged, sited)
    firms = {place.end: place for place in places if place.cls in FIRMS}
    longer = (found for words in tokens for found in find_subsidiaries(words, firms))
    for place in (*(p for p in places if not _is_shared(shadow, p)), *longer):
        source = "known" if place.cue.startswith("known/") else "place"
        text = shadow[place.start : place.end]
        yield Mention(place.start, place.end, text, place.cls, source, place.cue, place.full)


def _is_shared(shadow: str, place: Place) -> bool:
    """Is a county in short rather what a laboratory of a row is called (青石、龙门等省实验室)?"""
    short = place.cls in _SMALL and shadow[place.start : place.end] != place.full
    return short and is_row_of(shadow, place.end, _LABS)


def _readable(layout: Layout) -> Callable[[int], bool]:
    """Tells whether names are looked for at an offset."""
    ends = [paragraph.end for paragraph in layout.paragraphs]

    def readable(at: int) -> bool:
        index = bisect_left(ends, at + 1)
        return index < len(ends) and layout.paragraphs[index].kind not in _SILENT

    return readable


def _person_mentions(
    shadow: str, persons: tuple[Person, ...], edges: frozenset[int]
) -> Iterator[Mention]:
    """Every place where a person known from a title is named in full."""
    found = occurrences(shadow, {shadow[person.start : person.end] for person in persons})
    yield from (_person(shadow, *at) for at in found if not edges.isdisjoint(at))


def _person(shadow: str, start: int, end: int) -> Mention:
    return Mention(start, end, shadow[start:end], "Person", "person", "person/name")


def _short_forms(shadow: str, coined: set[str], edges: frozenset[int]) -> Iterator[Mention]:
    """Later short forms of places that only this text has: 滦安 for 滦安市."""
    letters: dict[str, list[str]] = {}
    for full in sorted(coined):
        letters.setdefault(full[:-1], []).append(full[-1])
    for start, stop in occurrences(shadow, set(letters)):
        for letter in letters[shadow[start:stop]]:
            end = stop + shadow.startswith(letter, stop)
            if start in edges and end in edges:
                full = shadow[start:stop] + letter
                cls = area_class(full)
                yield Mention(start, end, shadow[start:end], cls, "place", COINED_PLACE, full)


def _lined_up(
    shadow: str, tokens: tuple[tuple[Token, ...], ...], found: list[Mention]
) -> Iterator[Mention]:
    """Firms that the rows tell in which others of the text stand."""
    ends = {mention.end for mention in found if mention.cls in FIRMS}
    for words in tokens:
        for firm in find_lineups(words, ends):
            text = shadow[firm.start : firm.end]
            yield Mention(firm.start, firm.end, text, firm.cls, "firm", firm.cue)


def _firms_again(shadow: str, found: list[Mention], edges: frozenset[int]) -> Iterator[Mention]:
    """Other places that name a firm, in full or by its brand, where less tells that it is one."""
    firms = {m.text: m for m in found if m.source == "firm" and m.cue != COINED_PLACE}
    taken = {(m.start, m.end) for m in found}
    for start, end, name in firms_again(shadow, firms, edges):
        if (start, end) not in taken:
            form = shadow[start:end]
            full = name if name != form else ""
            yield replace(firms[name], start=start, end=end, text=form, full=full)


def _bracketed(shadow: str, end: int, cls: str) -> int:
    """The end of a name with a bracket that belongs to it: 哈尔滨工业大学(威海), 高新区(筹)."""
    match = _SUFFIX.match(shadow, end)
    if match is None:
        return end
    inside = match["inside"]
    if pattern("SuffixRemark").fullmatch(inside):
        return match.end()
    place = len(inside) <= _LONGEST_PLACE and vocabulary().is_any(cls, _BRANCHED)
    if place and is_place(inside):
        return match.end()
    mother = head_of(inside) if vocabulary().is_a(cls, "Laboratory") else None
    return match.end() if mother is not None and mother.signals == "University" else end


def _without_overlaps(found: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The longest mentions, and those that lie wholly inside a longer one, both in order."""
    ordered = sorted(found, key=lambda m: (-(m.end - m.start), _RANKS[m.source], m.start))
    kept: list[Mention] = []
    inside: list[Mention] = []
    owner: dict[int, Mention] = {}
    for candidate in ordered:
        span = range(candidate.start, candidate.end)
        outer = owner.get(candidate.start)
        if outer is not None and owner.get(candidate.end - 1) is outer:
            if (candidate.start, candidate.end) != (outer.start, outer.end):
                inside.append(replace(candidate, source="nested"))
            continue
        if any(at in owner for at in span):
            continue
        kept.append(candidate)
        owner.update((at, candidate) for at in span)
    kept.sort(key=lambda m: m.start)
    inside.sort(key=lambda m: (m.start, m.end))
    return kept, inside
