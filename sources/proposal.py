"""Proposals: words that the lexicon lacks, told by what annotators and curators found.

A proposal is a row of the lexicon's sheet (:mod:`ontology.lexicon.sheet`) that is off. Nothing here
changes the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.lexicon.cue import local
from ontology.lexicon.resource import Resource, read_files, read_resources
from ontology.lexicon.sheet import NOTES, OFF
from ontology.vocabulary import vocabulary
from sources.evaluate import Names, strict
from sources.extract import extract
from sources.fold import fold
from sources.name import head_of
from sources.place import is_place
from sources.sample import Sample
from sources.statement import Statement, kind
from sources.token import tokenize

__all__ = ["PROPOSED", "propose"]

#: Columns of the rows.
PROPOSED = (
    *("id", "kind", "form", "signals", "agent", "pattern", "meaning", "example", "active", "file"),
    *NOTES,
)
_ORDER = {"Trigger": 0, "HeadNoun": 1, "KnownName": 2}
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
_LISTED = re.compile(r"(?<=、)[\u4e00-\u9fffA-Za-z0-9]{4,14}(?=、)")
_QUOTED = re.compile(r"“([^“”\n。!?;:,、]{4,20})”")


@dataclass(frozen=True, slots=True)
class _Word:
    """What is proposed: a form of a kind, what it signals, and how it is used."""

    kind: str
    form: str
    signals: str
    agent: str = ""
    pattern: str = ""


@dataclass(slots=True)
class _Seen:
    """Where words were seen: in which names or pairs, sentences and articles."""

    names: dict[_Word, set[str]] = field(default_factory=dict)
    sentences: dict[_Word, set[str]] = field(default_factory=dict)
    articles: dict[_Word, set[str]] = field(default_factory=dict)

    def add(self, word: _Word, name: str, sentence: str, article: str) -> None:
        """Count ``word`` once for each ``name``."""
        self.names.setdefault(word, set()).add(name)
        self.sentences.setdefault(word, set()).add(" ".join(sentence.split())[:_SHOWN])
        self.articles.setdefault(word, set()).add(article)

    def row(self, word: _Word) -> dict[str, str]:
        """The cells of the sheet that do not depend on the lexicon."""
        return {
            "kind": word.kind,
            "form": word.form,
            "signals": word.signals,
            "agent": word.agent,
            "pattern": word.pattern,
            "active": OFF,
            "count": str(len(self.names[word])),
            "sentence": min(self.sentences[word], key=lambda text: (len(text), text)),
            "articles": " ".join(sorted(self.articles[word])),
        }


def propose(samples: Iterable[Sample]) -> list[dict[str, str]]:
    """Rows for the words that triggers, head nouns and known names lack; often seen first.

    ``count`` says in how many pairs of things, names or articles a word was seen; ``occurs`` how
    often the texts have it at all, so that everyday words stand out. What signals nothing that
    could be told is left out when it was seen once; so is what a curator has switched off.
    """
    seen = _Seen()
    shadows = []
    for sample in samples:
        shadows.append(fold(sample.document.text))
        found = extract(sample.document, learned=False).statements
        _see_relations(sample, found, seen)
        _see_names(sample, found, seen)
        _see_text(sample, found, seen)
    resources = read_resources(read_files()).values()
    refused = {
        (kind, form, local(resource.signals))
        for resource in resources
        for kind in resource.kinds
        for form, active in resource.forms.items()
        if not active
    }
    words = [
        word
        for word, names in seen.names.items()
        if (word.signals or len(names) > 1) and (word.kind, word.form, word.signals) not in refused
    ]
    words.sort(key=lambda w: (_ORDER[w.kind], -len(seen.names[w]), w.form, w.signals, w.agent))
    rows = [_place(word, seen.row(word), resources) for word in words]
    for row in rows:
        row["occurs"] = str(sum(shadow.count(row["form"]) for shadow in shadows))
    examples: dict[str, str] = {}
    for row in rows:
        if "example" in row:  # all words of a new id share one
            row["example"] = examples.setdefault(row["id"], row["example"])
    return rows


def _place(word: _Word, row: dict[str, str], resources: Iterable[Resource]) -> dict[str, str]:
    """The row with the id of the resource that means the same, or of one to be made."""
    peers = [one for one in resources if word.kind in one.kinds]
    alike = [one for one in peers if word.signals and _means(one, word)]
    if alike:
        home = max(alike, key=lambda one: (len(one.forms), one.name))
        return {**row, "id": home.name, "file": home.file}
    row = {**row, "file": peers[0].file}
    if not word.signals:
        return row
    space = peers[0].name.split("/")[0]
    told = "-".join(filter(None, (word.signals, word.agent, word.pattern)))
    name = f"{space}/" + re.sub(r"(?<=[a-z])(?=[A-Z])", "-", told).lower()
    while any(name == one.name for one in resources):  # taken by another meaning
        name += "-more"
    return {
        **row,
        "id": name,
        "meaning": vocabulary().label(word.signals, "en"),
        "example": row["sentence"],
    }


def _means(resource: Resource, word: _Word) -> bool:
    told = resource.attributes
    used = told.get("agent", ""), told.get("pattern", "")
    return (
        "status" not in told
        and local(resource.signals) == word.signals
        and used == (word.agent, word.pattern)
    )


# --- triggers: words between two things that people say are related, and rules do not ------------


def _see_relations(sample: Sample, by_rule: Iterable[Statement], seen: _Seen) -> None:
    related = [s for s in sample.statements if kind(s) == "relation" and s.object is not None]
    names = Names(sample.statements)
    found = {strict(statement, names) for statement in by_rule}
    shadow = fold(sample.document.text)
    forms = _forms(sample.statements)
    for statement in related:
        if strict(statement, names) in found or statement.object is None:
            continue
        subject, object_ = statement.subject.name, statement.object.name
        for sentence in _sentences(shadow, statement):
            for word in _joining(sentence, forms[subject], forms[object_], statement.predicate):
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
) -> Iterator[_Word]:
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
        yield _Word("Trigger", verbs[-1], predicate, agent, "verb")
    elif between in load_lexicon().forms("Comitative"):
        after = max(one[1], other[1])
        for form in _verbs(sentence, after, min(after + _REACH, len(sentence)))[:1]:
            if form not in known:
                yield _Word("Trigger", form, predicate, "subject", "with")


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


def _see_names(sample: Sample, by_rule: Iterable[Statement], seen: _Seen) -> None:
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
            seen.add(_Word("HeadNoun", head, cls), name, sentence, sample.document.doc)
        if len(name) in _KNOWN_SIZE and cls in _classes()["KnownName"]:
            word = _Word("KnownName", name, cls)
            seen.add(word, sample.document.doc, sentence, sample.document.doc)


def _named(statements: Iterable[Statement]) -> set[str]:
    """The names and other names of things, as they are compared here."""
    forms = _forms(s for s in statements if s.predicate in {"type", "altLabel"})
    return {_MARKS.sub("", form) for several in forms.values() for form in several}


def _see_text(sample: Sample, by_rule: Iterable[Statement], seen: _Seen) -> None:
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
                word = _Word("HeadNoun", head, "")
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
