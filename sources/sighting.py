"""Sightings: words that texts and their readers show, and that no cue has.

Verbs between two things that are related, verbs that say how far a thing is, last words of names
that no head noun tells, and such names themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.evaluate import Names, strict
from sources.fold import fold
from sources.headnoun import head_of
from sources.place import is_place
from sources.sample import Sample
from sources.statement import Statement, kind
from sources.token import tokenize

__all__ = ["Seen", "Word", "see"]

#: How far apart two things may stand for a word between them to join them, in characters.
_REACH = 40
#: How much of a sentence a row shows, in characters.
_SHOWN = 80
#: Kinds of small words, which join nothing by themselves.
_SMALL = (
    *("Preposition", "Locative", "AgentMarker", "Pivot", "Comitative", "Joiner", "Future"),
    *("Completed", "Negation", "Denial", "Hypothesis", "Copula", "SayVerb", "LinkingVerb"),
)
#: Lengths of names that may be known by themselves, in characters.
_KNOWN_SIZE = range(2, 11)
_MARKS = re.compile(r"[“”‘’《》「」『』\s]")
_STOP = re.compile(r"[。;!?\n]")
_CLAUSE = re.compile(r"[^,。;!?\n]{1,40}")
_LISTED = re.compile(r"(?<=、)[\u4e00-\u9fffA-Za-z0-9]{4,14}(?=、)")
_QUOTED = re.compile(r"“([^“”\n。!?;:,、]{4,20})”")


@dataclass(frozen=True, slots=True)
class Word:
    """What is proposed: a form of a kind, what it signals, and how it is used."""

    kind: str
    form: str
    signals: str
    agent: str = ""
    pattern: str = ""
    status: str = ""

    @property
    def is_told(self) -> bool:
        """Is it known what the word means?"""
        return bool(self.signals or self.status)

    @property
    def usage(self) -> tuple[str, str, str]:
        """The attributes ``agent``, ``pattern`` and ``status``."""
        return self.agent, self.pattern, self.status


@dataclass(slots=True)
class Seen:
    """Where words were seen: in which names or pairs, sentences and articles."""

    names: dict[Word, set[str]] = field(default_factory=dict)
    sentences: dict[Word, set[str]] = field(default_factory=dict)
    articles: dict[Word, set[str]] = field(default_factory=dict)

    def add(self, word: Word, name: str, sentence: str, article: str) -> None:
        """Count ``word`` once for each ``name``."""
        self.names.setdefault(word, set()).add(name)
        self.sentences.setdefault(word, set()).add(" ".join(sentence.split())[:_SHOWN])
        self.articles.setdefault(word, set()).add(article)

    def row(self, word: Word) -> dict[str, str]:
        """The cells of the sheet that do not depend on the lexicon."""
        return {
            "kind": word.kind,
            "form": word.form,
            "signals": word.signals,
            "agent": word.agent,
            "pattern": word.pattern,
            "status": word.status,
            "count": str(len(self.names[word])),
            "sentence": min(self.sentences[word], key=lambda text: (len(text), text)),
            "articles": " ".join(sorted(self.articles[word])),
        }


def see(sample: Sample, by_rule: Iterable[Statement], seen: Seen) -> None:
    """Add the words of one sample to ``seen``, given what rules read in it."""
    by_rule = tuple(by_rule)
    _see_facts(sample, by_rule, seen)
    _see_names(sample, by_rule, seen)
    _see_text(sample, by_rule, seen)


# --- triggers: words of what people say of things, and rules do not ------------------------------


def _see_facts(sample: Sample, by_rule: Iterable[Statement], seen: Seen) -> None:
    names = Names(sample.statements)
    found = {strict(statement, names) for statement in by_rule}
    shadow = fold(sample.document.text)
    forms = _forms(sample.statements)
    for statement in sample.statements:
        if strict(statement, names) in found or statement.object is None:
            continue
        subject, object_ = statement.subject.name, statement.object.name
        for sentence in _sentences(shadow, statement):
            words: Iterable[Word] = ()
            if kind(statement) == "relation":
                words = _joining(sentence, forms[subject], forms[object_], statement.predicate)
            elif kind(statement) == "status":
                words = _stating(sentence, forms[subject], object_)
            for word in words:
                seen.add(word, f"{subject} {object_}", sentence, sample.document.doc)


def _forms(statements: Iterable[Statement]) -> dict[str, set[str]]:
    """All forms of each name, folded."""
    forms: dict[str, set[str]] = {}
    for statement in statements:
        for node in filter(None, (statement.subject, statement.object)):
            forms.setdefault(node.name, {fold(node.name)})
        if statement.predicate == "altLabel" and statement.object is not None:
            forms[statement.subject.name].add(fold(statement.object.name))
    return forms


def _sentences(shadow: str, statement: Statement) -> list[str]:
    """The sentences in which the evidence of a statement lies."""
    found = {}
    for evidence in statement.evidence:
        start = max((m.end() for m in _STOP.finditer(shadow, 0, evidence.start)), default=0)
        while start < evidence.end:
            stop = _STOP.search(shadow, start)
            end = stop.end() if stop else len(shadow)
            found[start] = shadow[start:end]
            start = end
    return [found[start] for start in sorted(found)]


def _joining(
    sentence: str, subjects: set[str], objects: set[str], predicate: str
) -> Iterator[Word]:
    """The verb between the nearest forms of two things, if none of them is a trigger for it."""
    pairs = [
        (one, other) for one in _places(sentence, subjects) for other in _places(sentence, objects)
    ]
    apart = [(a, b) for a, b in pairs if a[1] <= b[0] or b[1] <= a[0]]
    if not apart:
        return
    one, other = min(apart, key=lambda pair: (_gap(*pair), pair))
    start, end = min(one[1], other[1]), max(one[0], other[0])
    between = sentence[start:end]
    known = {c.form for c in load_lexicon().cues("Trigger") if c.signals == predicate}
    if len(between) > _REACH or any(form in between for form in known):
        return
    verbs = _verbs(sentence, start, end)
    agent = "subject" if one < other else "object"
    if verbs:
        yield Word("Trigger", verbs[-1], predicate, agent, "verb")
    elif between in load_lexicon().forms("Comitative"):
        after = max(one[1], other[1])
        for form in _verbs(sentence, after, min(after + _REACH, len(sentence)))[:1]:
            if form not in known:
                yield Word("Trigger", form, predicate, "subject", "with")


def _stating(sentence: str, subjects: set[str], status: str) -> Iterator[Word]:
    """The last verb that a clause says of a thing, if none before it is a trigger for the rung."""
    known = {c.form for c in load_lexicon().cues("Trigger") if c.attributes.get("status") == status}
    for _, end in _places(sentence, subjects)[:1]:
        said = _CLAUSE.match(sentence, end)
        if said is None or any(form in said[0] for form in known):
            return
        for form in _verbs(sentence, end, said.end())[-1:]:
            if form not in load_lexicon().forms("Trigger"):  # else it says something else
                yield Word("Trigger", form, "", pattern="state", status=status)


def _places(sentence: str, forms: set[str]) -> list[tuple[int, int]]:
    return [
        (match.start(), match.end())
        for form in sorted(forms)
        for match in re.finditer(re.escape(form), sentence)
    ]


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _verbs(sentence: str, start: int, end: int) -> list[str]:
    """Runs of verbs in a stretch of a sentence, as one form each; small words are none."""
    small = load_lexicon().forms(*_SMALL)
    runs: list[tuple[int, str]] = []
    for token in tokenize(sentence, 0, len(sentence)):
        if token.start < start or token.end > end or token.text in small:
            continue
        if not token.pos.startswith("v"):
            continue
        if runs and runs[-1][0] == token.start:
            runs[-1] = (token.end, runs[-1][1] + token.text)
        else:
            runs.append((token.end, token.text))
    return [form for _, form in runs if 1 < len(form) < 7]


# --- head nouns and known names -------------------------------------------------------------------


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    """The classes that head nouns, and that known names, tell."""
    lexicon = load_lexicon()
    kinds = ("HeadNoun", "KnownName")
    return {kind: frozenset(cue.signals for cue in lexicon.cues(kind)) for kind in kinds}


def _see_names(sample: Sample, by_rule: Iterable[Statement], seen: Seen) -> None:
    """Names of annotators that no head noun gives away, and no other rule finds."""
    shadow, found = fold(sample.document.text), _named(by_rule)
    for statement in sample.statements:
        if statement.predicate != "type" or statement.object is None:
            continue
        name, cls = _MARKS.sub("", fold(statement.subject.name)), statement.object.name
        if not _is_headless(name) or name in found:
            continue
        told = (s for s in _sentences(shadow, statement) if name in _MARKS.sub("", s))
        sentence = next(told, name)
        head = _last_word(name)
        if head and cls in _classes()["HeadNoun"]:
            seen.add(Word("HeadNoun", head, cls), name, sentence, sample.document.doc)
        if len(name) in _KNOWN_SIZE and cls in _classes()["KnownName"]:
            word = Word("KnownName", name, cls)
            seen.add(word, sample.document.doc, sentence, sample.document.doc)


def _named(statements: Iterable[Statement]) -> set[str]:
    """The names and other names of things, as they are compared here."""
    forms = _forms(s for s in statements if s.predicate in {"type", "altLabel"})
    return {_MARKS.sub("", form) for several in forms.values() for form in several}


def _see_text(sample: Sample, by_rule: Iterable[Statement], seen: Seen) -> None:
    """Listed and quoted names in the text itself: their class is for the curator to say."""
    shadow = fold(sample.document.text)
    told = _named(sample.statements) | _named(by_rule)
    for pattern in (_LISTED, _QUOTED):
        for match in pattern.finditer(shadow):
            name = match[match.lastindex or 0]
            head = _last_word(name)
            if name not in told and head and _is_headless(name):
                begin = max((m.end() for m in _STOP.finditer(shadow, 0, match.start())), default=0)
                sentence = shadow[begin : match.end() + _SHOWN // 2]
                word = Word("HeadNoun", head, "")
                seen.add(word, name, sentence, sample.document.doc)


def _is_headless(name: str) -> bool:
    bare = name.rstrip(")")
    return head_of(bare) is None and not is_place(name)


def _last_word(name: str) -> str:
    """The noun that a name ends in, and that may end others; empty when it is all of the name."""
    tokens = tokenize(name, 0, len(name))
    if len(tokens) < 2 or not name[-1].isalpha():
        return ""
    word = tokens[-1].text
    if len(word) == 1:
        word = tokens[-2].text + word
    noun = tokens[-1].pos[0] in "nvgk" and not tokens[-1].pos.startswith("nr")
    usable = noun and 1 < len(word) < 7 and word != name
    return word if usable and word not in load_lexicon().forms("FirmTail") else ""
