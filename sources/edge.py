"""Edges: where a name ends, by what stands behind it or by the list item that it heads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ontology.lexicon import Cue, alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.cover import Cover
from sources.headnoun import head_of
from sources.item import Item
from sources.mention import STAGED, Mention, Reading
from sources.name import may_be_inside
from sources.place import division_class
from sources.tier import part_tiers
from sources.token import Token

__all__ = ["settle_edges"]

#: A place written out in brackets behind a name.
_SITE = re.compile(r"\((?P<place>[\u4e00-\u9fff]{2,12})\)\Z")
#: Shortest division written out, in characters (县 and two more).
_SHORTEST_PLACE = 3
#: Things that works are done on.
_WORKED = (*STAGED, "Platform", "Project", "Organization", "Place")
#: Shortest and longest name that a whole head of an item may be, in characters.
_SHORTEST, _LONGEST = 4, 30
#: Things that lists are of; of a list of names at least so many, and this share, are known.
_LISTED = ("Project", "Platform", "Park", "Zone", "ResearchInstitute", "Fund", "Enterprise")
_FEWEST, _MOST = 3, 0.6
_CUE, _PHASE, _PROJECT = "item/head", "name/phase", "Project"


@dataclass(frozen=True, slots=True)
class _Text:
    shadow: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> Sequence[Token]:
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def settle_edges(shadow: str, reading: Reading, items: Mapping[int, Sequence[Item]]) -> Reading:
    """The reading with names cut before a place in brackets, and led on over what belongs to them.

    That is the works on a thing (甲中心迁建工程) and, where it heads an item, its stage or all of
    the head (“潮起”加速器).
    """
    tokens = tuple(token for words in reading.tokens for token in words)
    text = _Text(shadow, tokens, tuple(token.start for token in tokens))
    rows = [item for row in items.values() for item in row if item.label or item.closed]
    heads = {head: item for item in rows for head in item.heads}
    labels = Cover(row.label.whole for row in rows if row.label is not None)
    free = (m for m in reading.mentions if not labels.touches(m.start, m.end))
    bare = (part for mention in free for part in _unbracketed(shadow, mention))
    kept = [tier for mention in bare for tier in part_tiers(mention)]
    ends = {end for _, end in heads}
    kept = [_worked(text, mention, ends) for mention in kept]
    whole = list(_whole(text, kept, heads, _alike(kept, items)))
    spans = Cover((mention.start, mention.end) for mention in whole)
    kept = [m for m in kept if not spans.touches(m.start, m.end)] + whole
    kept = sorted(_parted(kept), key=lambda mention: mention.start)
    inside = [*reading.nested, *_nested(reading.mentions, kept)]
    return replace(reading, mentions=tuple(kept), nested=tuple(inside))


def _unbracketed(shadow: str, mention: Mention) -> Iterator[Mention]:
    """The name and the place in brackets behind it as two: 甲中心(南陵县), but not 甲大学(深圳)."""
    found = _SITE.search(mention.text)
    place = found["place"] if found is not None else ""
    written = len(place) >= _SHORTEST_PLACE and place[-1] in load_lexicon().forms("AreaLetter")
    cls = division_class(place) if written else ""
    if found is None or not cls:
        yield mention
        return
    end = mention.start + found.start()
    yield replace(mention, end=end, text=shadow[mention.start : end])
    yield Mention(end + 1, end + 1 + len(place), place, cls, "place", "division/bracket")


@lru_cache(maxsize=1)
def _tails() -> tuple[re.Pattern[str], dict[str, Cue]]:
    """Works and stages behind a name; the cue of each tail."""
    cues = {cue.form: cue for cue in load_lexicon().cues("NameTail")}
    stage = f"{alternation('CountSign')}{alternation('Phase')}"
    works = alternation("NameTail")
    return re.compile(f"(?P<stage>{stage})?(?P<works>{works})|(?P<bare>{stage})"), cues


def _worked(text: _Text, mention: Mention, heads: set[int]) -> Mention:
    """The name of the works on a thing that its name goes on to: 甲中心|迁建工程."""
    form, cues = _tails()
    mention = _staged(mention)
    found = form.match(text.shadow, mention.end)
    if found is None or not vocabulary().is_any(mention.cls, _WORKED):
        return mention
    if vocabulary().is_a(mention.cls, "AdministrativeArea"):
        return mention
    end, head = found.end(), found.end() in heads
    cue = cues.get(found["works"] or "")
    if cue is None or cue.attributes.get("weak") == "true":
        if not head:
            return mention
    elif not head and not _ends(text, end):
        return mention
    cls = cue.signals if cue is not None else _PROJECT
    if cue is None and vocabulary().is_any(mention.cls, STAGED):
        cls = mention.cls
    name = text.shadow[mention.start : end]
    return Mention(mention.start, end, name, cls, "head", cue.id if cue is not None else _PHASE)


def _staged(mention: Mention) -> Mention:
    """The stage of a park, zone, fund or facility as one more such thing (甲产业园二期)."""
    found = _tails()[0].fullmatch(mention.text[-2:]) if mention.cls == _PROJECT else None
    head = head_of(mention.text[:-2]) if found is not None and found["bare"] else None
    if head is None or not vocabulary().is_any(head.signals, STAGED):
        return mention
    return replace(mention, cls=head.signals, cue=_PHASE)


def _ends(text: _Text, end: int) -> bool:
    """Does no noun go on behind ``end``: 二期工程|开工, but not 二期工程|可行性报告?"""
    after = next(iter(text.within(end, end + 1)), None)
    if re.match(rf"[0-9]+{alternation('ListMeasure')}", text.shadow[end : end + 8]):
        return False
    return after is None or (after.pos[0] not in "nbjl" and after.pos != "vn")


def _alike(
    kept: Sequence[Mention], items: Mapping[int, Sequence[Item]]
) -> dict[tuple[int, int], str]:
    """The heads in lists most of whose rows are headed by names, and the class of most of those."""
    named = {(m.start, m.end): m.cls for m in kept if vocabulary().is_any(m.cls, _LISTED)}
    found: dict[tuple[int, int], str] = {}
    runs: list[list[Item]] = []
    last = -2
    for index in sorted(items):
        rows = [item for item in items[index] if item.marked and item.closed]
        if rows and index != last + 1:
            runs.append([])
        if rows:
            runs[-1] += rows
            last = index
    for run in runs:
        heads = [head for item in run for head in item.heads]
        classes = Counter(named[head] for head in heads if head in named)
        if classes.total() >= max(_FEWEST, _MOST * len(heads)):
            usual = min(classes, key=lambda cls: (-classes[cls], cls))
            found.update(dict.fromkeys(heads, usual))
    return found


def _whole(
    text: _Text,
    kept: Sequence[Mention],
    heads: Mapping[tuple[int, int], Item],
    alike: Mapping[tuple[int, int], str],
) -> Iterator[Mention]:
    """The heads that are names as a whole, where less of them was taken for one.

    That are heads under labels and, by ``alike``, in lists of names.
    """
    named = {(mention.start, mention.end): mention for mention in kept}
    spans = Cover(named)
    for (start, end), item in heads.items():
        listed = item.label is not None or (start, end) in alike
        if not listed or not _SHORTEST <= end - start <= _LONGEST:
            continue
        inner = [named[span] for span in spans.touching(start, end)]
        if any((m.start, m.end) == (start, end) for m in inner):
            continue
        outside = any(m.start < start or m.end > end or m.cls == "Person" for m in inner)
        if outside or not all(_is_inner(token, inner) for token in _unquoted(text, start, end)):
            continue
        built = item.label is not None and item.label.built
        cls = _class(text.shadow[start:end], inner, end, built) or alike.get((start, end), "")
        if cls:
            yield Mention(start, end, text.shadow[start:end], cls, "head", _CUE)


def _unquoted(text: _Text, start: int, end: int) -> Iterator[Token]:
    """The words of a head that no quotation marks hold."""
    quoted = False
    for token in text.within(start, end):
        quoted = token.text == "“" or (quoted and token.text != "”")
        if not quoted:
            yield token


def _is_inner(token: Token, inner: Sequence[Mention]) -> bool:
    """May the word stand in a name, or does it lie in one?"""
    if any(m.start <= token.start < m.end for m in inner) or token.text in "“”()":
        return True
    joiner = token.text in load_lexicon().forms("InnerJoiner", "Joiner") and token.text != "、"
    return joiner or token.pos in ("m", "nr", "i") or may_be_inside(token)


def _class(name: str, inner: Sequence[Mention], end: int, built: bool) -> str:
    """The class of a head as a whole; empty when nothing tells it."""
    joined = pattern("InnerJoiner").search(name) is not None and len(inner) > 0
    if joined and built:
        return _PROJECT
    last = next((m for m in inner if m.end == end), None)
    head = head_of(name)
    if last is not None and not vocabulary().is_any(last.cls, ("AdministrativeArea", "Person")):
        return last.cls
    if head is not None and head.attributes.get("needs") is None:
        return head.signals
    return _PROJECT if built else ""


def _parted(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions without those that lie in a longer one."""
    reach = 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.start >= reach:
            yield mention
            reach = mention.end


def _nested(before: Sequence[Mention], kept: Sequence[Mention]) -> Iterator[Mention]:
    """The names that now open a longer one."""
    longer = {mention.start: mention for mention in kept}
    for mention in before:
        outer = longer.get(mention.start)
        if outer is not None and mention.end < outer.end:
            yield replace(mention, source="nested")
