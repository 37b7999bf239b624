"""The tagger: which words make the names of a sentence, learned on top of what rules find.

A conditional random field over words (Lafferty et al. 2001,
https://repository.upenn.edu/cis_papers/159) whose features include the mentions of the rules; a
linear model then gives each name its class.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

import pycrfsuite

from sources.learned.linear import Linear, load_linear
from sources.learned.word import family, see_words, split_words
from sources.mention import Mention, Reading
from sources.name import head_of
from sources.segment import Layout
from sources.token import Token

__all__ = ["Span", "Tagger", "see_name", "tag", "tag_words"]

#: A name of which the tagger is less sure than this is left out.
_SURE = 0.45
#: Names that rules alone decide: persons come with their posts.
_RULED = frozenset({"person"})
#: Longest ending of a name, and what stands around it, that tell its class, in characters.
_ENDING, _BEFORE, _AFTER = 6, 2, 3


@dataclass(frozen=True, slots=True)
class Span:
    """A name that the tagger saw: where, of which family, and how sure it is."""

    start: int
    end: int
    family: str
    chance: float


class Tagger(pycrfsuite.Tagger):  # type: ignore[misc]
    """A trained tagger; it keeps the bytes of its model, which the engine only points at."""

    def __init__(self, model: bytes) -> None:
        """Open the model."""
        super().__init__()
        self.model = model
        self.open_inmemory(model)


@lru_cache(maxsize=1)
def _tagger() -> Tagger:
    return Tagger(files("sources.learned").joinpath("tagger.crf").read_bytes())


def tag_words(tagger: Tagger, words: Sequence[Token], features: list[list[str]]) -> Iterator[Span]:
    """The names among the words of one sentence."""
    labels = tagger.tag(features)
    at = 0
    while at < len(labels):
        first, label = at, labels[at]
        at += 1
        if label == "O":
            continue
        while at < len(labels) and labels[at] == f"I-{label[2:]}":
            at += 1
        chance = min(tagger.marginal(labels[i], i) for i in range(first, at))
        yield Span(words[first].start, words[at - 1].end, label[2:], chance)


def tag(
    layout: Layout,
    reading: Reading,
    tagger: Tagger | None = None,
    classes: Linear | None = None,
) -> Reading:
    """The reading with the tagger's names in place of those that rules found.

    Where both see the same name it keeps what the rule knows of it; a name inside another one
    stays known as such. ``tagger`` and ``classes`` are the shipped models if not given.
    """
    tagger = tagger or _tagger()
    classes = classes or load_linear("classes")
    starts = [mention.start for mention in reading.mentions]
    kept: list[Mention] = []
    for tokens in reading.tokens:
        if not tokens:
            continue
        first = bisect_left(starts, tokens[0].start)
        ruled = reading.mentions[first : bisect_left(starts, tokens[-1].end)]
        words = split_words(tokens, ruled)
        spans = list(tag_words(tagger, words, see_words(words, ruled)))
        kept += _settle(layout.shadow, spans, ruled, classes)
    inside = _inside(kept, [*reading.mentions, *reading.nested])
    return replace(reading, mentions=tuple(kept), nested=tuple(inside))


def _settle(
    shadow: str, spans: list[Span], ruled: Sequence[Mention], classes: Linear
) -> list[Mention]:
    """The mentions of one sentence, in order: sure names, and persons of the rules."""
    persons = [mention for mention in ruled if mention.source in _RULED]
    known = {(mention.start, mention.end): mention for mention in ruled}
    found = list(persons)
    for span in spans:
        if any(span.start < p.end and p.start < span.end for p in persons):
            continue
        rule = known.get((span.start, span.end))
        if span.chance >= _SURE:
            found.append(_named(shadow, span, rule, classes))
    return sorted(found, key=lambda mention: mention.start)


def _named(shadow: str, span: Span, rule: Mention | None, classes: Linear) -> Mention:
    cls, _ = classes.best(see_name(shadow, span, rule.cls if rule else ""))
    if rule is not None:
        return rule if rule.cls == cls else replace(rule, cls=cls)
    text = shadow[span.start : span.end]
    head = head_of(text)
    cue = head.id if head is not None and head.signals == cls else f"learned/{family(cls)}"
    return Mention(span.start, span.end, text, cls, "tagged", cue)


def see_name(shadow: str, span: Span, rule: str) -> list[str]:
    """The features that tell the class of a name; ``rule`` is the class that rules give it."""
    text = shadow[span.start : span.end]
    before = shadow[max(0, span.start - _BEFORE) : span.start]
    after = shadow[span.end : span.end + _AFTER]
    head = head_of(text)
    features = [
        *(f"g={span.family}", f"r={rule}", f"r|g={rule}|{span.family}"),
        *(f"l={min(len(text) // 2, 8)}", f"-1={before[-1:]}", f"+1={after[:1]}"),
        *(f"+2={after[:2]}", f"h={head.signals if head else ''}", f"^={text[:2]}"),
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
