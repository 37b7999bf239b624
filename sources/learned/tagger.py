"""Taggers: which words make the names of a sentence, learned on top of what rules find.

Conditional random fields (Lafferty et al. 2001, https://repository.upenn.edu/cis_papers/159), one
over words and one over letters, whose features include the mentions of the rules; both vote on
each name, and a linear model then gives it its class.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

import pycrfsuite
from ahocorasick_rs import AhoCorasick, MatchKind

from sources.headnoun import head_of
from sources.learned.doubt import is_likely
from sources.learned.linear import Linear
from sources.learned.trim import trim
from sources.learned.vote import Span, vote
from sources.learned.word import WordSight, family, split_words
from sources.mention import Mention, Reading
from sources.place import division_class
from sources.segment import Layout
from sources.token import Token

__all__ = ["Tagger", "see_name", "tag"]

#: A name of which the taggers are less sure than this is left out.
_SURE = 0.3
#: A class other than the one that a rule gives must be this likely.
_OTHERWISE = 0.5
#: Shortest name that is looked for in the whole text once the tagger saw it, in characters.
_FAMILIAR = 3
#: Marks that come in pairs.
_PAIRS = ("“”", "‘’", "《》", "()")
#: Longest ending of a name, and what stands around it, that tell its class, in characters.
_ENDING, _BEFORE, _AFTER = 6, 2, 3


class Sight(Protocol):
    """What a tagger sees of a sentence."""

    def cut(self, words: Sequence[Token]) -> Sequence[Token]:
        """What is labelled, from the words of the sentence."""

    def see(self, words: Sequence[Token], mentions: Sequence[Mention]) -> list[list[str]]:
        """The features of each of them; ``mentions`` are what rules found, in order."""


class Tagger(pycrfsuite.Tagger):  # type: ignore[misc]
    """A trained tagger; it keeps the bytes of its model, which the engine only points at."""

    def __init__(
        self,
        model: bytes,
        known: Iterable[str] | None = None,
        sight: Callable[[frozenset[str] | None], Sight] = WordSight,
    ) -> None:
        """Open the model; ``known`` are the features that it has, looked up in it if not given.

        ``sight`` shows it a sentence.
        """
        super().__init__()
        self.model = model
        self.open_inmemory(model)
        self.known = frozenset(self.info().attributes if known is None else known)
        self.sight = sight(self.known)

    def names(self, words: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Span]:
        """The names among the words of one sentence; ``mentions`` are what rules found there."""
        units = self.sight.cut(words)
        labels = self.tag(self.sight.see(words, mentions))
        at = 0
        while at < len(labels):
            first, label = at, labels[at]
            at += 1
            if label == "O":
                continue
            while at < len(labels) and labels[at] == f"I-{label[2:]}":
                at += 1
            chance = min(self.marginal(labels[i], i) for i in range(first, at))
            yield Span(units[first].start, units[at - 1].end, label[2:], chance)


def tag(
    layout: Layout,
    reading: Reading,
    taggers: Sequence[Tagger],
    classes: Linear,
) -> Reading:
    """The reading with the taggers' names in place of those that rules found.

    Where rules see the same name it keeps what the rule knows of it; a name inside another one
    stays known as such.
    """
    starts = [mention.start for mention in reading.mentions]
    offices = _office_edges(reading)
    kept: list[Mention] = []
    for tokens in filter(None, reading.tokens):
        first = bisect_left(starts, tokens[0].start)
        ruled = reading.mentions[first : bisect_left(starts, tokens[-1].end)]
        words = split_words(tokens, ruled)
        seen = [
            [_trimmed(layout.shadow, tokens, ruled, span) for span in tagger.names(words, ruled)]
            for tagger in taggers
        ]
        found = _settle(layout.shadow, vote(seen), ruled, offices, classes)
        kept += (m for m in found if not _is_learned(m) or is_likely(layout.shadow, tokens, m))
    kept += _familiar(layout.shadow, kept, reading.tokens)
    kept.sort(key=lambda mention: mention.start)
    inside = _inside(kept, [*reading.mentions, *reading.nested])
    return replace(reading, mentions=tuple(kept), nested=tuple(inside))


def _trimmed(shadow: str, tokens: Sequence[Token], ruled: Sequence[Mention], span: Span) -> Span:
    whole = _whole(shadow, span)
    start, end = trim(shadow, tokens, ruled, whole.start, whole.end)
    return replace(span, start=start, end=end)


def _is_learned(mention: Mention) -> bool:
    """Did the models alone see the name, or its class?"""
    return mention.source == "tagged" or mention.cue == "learned/firm"


def _office_edges(reading: Reading) -> frozenset[int]:
    """Where a body may end before the title of a post: 荣昌区|区委书记, 荣昌区|委书记."""
    starts = [post.title_start for person in reading.persons for post in person.posts]
    return frozenset(at for start in starts for at in (start, start + 1))


def _settle(
    shadow: str,
    spans: list[Span],
    ruled: Sequence[Mention],
    offices: frozenset[int],
    classes: Linear,
) -> list[Mention]:
    """The mentions of one sentence: sure names, and of the rules persons and who has offices."""
    kept = [m for m in ruled if m.source == "person" or m.end in offices]
    known = {(mention.start, mention.end): mention for mention in ruled}
    found = list(kept)
    for span in spans:
        if any(span.start < m.end and m.start < span.end for m in kept):
            continue
        if span.chance >= _SURE and span.start < span.end:
            found.append(_named(shadow, span, known.get((span.start, span.end)), classes))
    return found


def _whole(shadow: str, span: Span) -> Span:
    """The span with both marks of a pair or none: “小巨人” and not “小巨人."""
    start, end = span.start, span.end
    for opener, closer in map(tuple, _PAIRS):
        inside = shadow[start:end]
        if inside.count(opener) > inside.count(closer):
            if shadow[end : end + 1] == closer:
                end += 1
            elif inside.startswith(opener):
                start += 1
        elif inside.count(opener) < inside.count(closer):
            if shadow[max(0, start - 1) : start] == opener:
                start -= 1
            elif inside.endswith(closer):
                end -= 1
    return Span(start, end, span.family, span.chance)


def _familiar(
    shadow: str, kept: Sequence[Mention], sentences: Sequence[Sequence[Token]]
) -> Iterator[Mention]:
    """Further places of names that the tagger saw elsewhere in the text."""
    named = {m.text: m for m in reversed(kept) if len(m.text) >= _FAMILIAR}
    if not named:
        return
    edges = {at for tokens in sentences for token in tokens for at in (token.start, token.end)}
    taken = {at for mention in kept for at in range(mention.start, mention.end)}
    matcher = AhoCorasick(sorted(named), matchkind=MatchKind.LeftmostLongest)
    for _, start, end in matcher.find_matches_as_indexes(shadow):
        if start in edges and end in edges and taken.isdisjoint(range(start, end)):
            yield replace(named[shadow[start:end]], start=start, end=end)


def _named(shadow: str, span: Span, rule: Mention | None, classes: Linear) -> Mention:
    cls, chance = classes.best(see_name(shadow, span, rule.cls if rule else ""))
    if rule is not None:
        if cls == rule.cls or chance < _OTHERWISE:
            return rule
        return replace(rule, cls=cls, cue=f"learned/{family(cls)}")
    text = shadow[span.start : span.end]
    head = head_of(text)
    cue = head.id if head is not None and head.signals == cls else f"learned/{family(cls)}"
    return Mention(span.start, span.end, text, cls, "tagged", cue)


def see_name(shadow: str, span: Span, rule: str) -> list[str]:
    """The features that tell the class of a name; ``rule`` is the class that rules give it."""
    text = shadow[span.start : span.end]
    before = shadow[max(0, span.start - _BEFORE) : span.start]
    after = shadow[span.end : span.end + _AFTER]
    head, division = head_of(text), division_class(text)
    features = [
        *(f"g={span.family}", f"r={rule}", f"r|g={rule}|{span.family}"),
        *(f"l={min(len(text) // 2, 8)}", f"-1={before[-1:]}", f"+1={after[:1]}"),
        *(f"+2={after[:2]}", f"h={head.signals if head else ''}", f"^={text[:2]}"),
        *(f"d={division}", f"d|={division}|{rule}"),
    ]
    features += [f"${text[-size:]}" for size in range(1, min(_ENDING, len(text)) + 1)]
    features += [f"~{text[at : at + 2]}" for at in range(len(text) - 1)]
    return features


def _inside(kept: Sequence[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions that lie inside the names kept, the longer ones first at each place."""
    starts = [mention.start for mention in kept]
    seen = set()
    for mention in sorted(others, key=lambda m: (m.start, -m.end)):
        at = bisect_left(starts, mention.start + 1) - 1
        if at < 0 or mention.end > kept[at].end:
            continue
        span = (mention.start, mention.end)
        if span != (kept[at].start, kept[at].end) and span not in seen:
            seen.add(span)
            yield replace(mention, source="nested")
