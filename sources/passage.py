"""Passages: short texts annotated in the line, for tuning, learning and measuring.

A file holds passages parted by empty lines::

    = p1-001 2023-06-12
    {A:ScienceCity 兴隆湖科学城}与{B:University 西南理工大学}共建{C:Laboratory 量子实验室}。
    C establishedBy A
    C establishedBy B

``{A:Class name}`` is a thing's first mention, ``{A form}`` a later one, ``{A= name}`` one in its
fullest form, ``{~A 该园}`` a word that points at it; ``M:Class name`` on a line of its own declares
a thing whose name is only part of another's. Facts follow in the terms of the statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from ontology.errors import ReviewError
from ontology.vocabulary import vocabulary
from sources.document import Document
from sources.statement import Evidence, Node, Statement, Value, identify

__all__ = ["Passage", "Place", "read_passages"]

_BRACE = re.compile(
    r"\{(?P<point>~)?(?P<key>\w+)(?::(?P<cls>[A-Za-z]+))?(?P<full>=)?\s+(?P<form>[^{}]+)\}"
)
_INNER = re.compile(r"(?P<key>\w+):(?P<cls>[A-Z][A-Za-z]+)\s+(?P<form>.+)\Z")
_FACT = re.compile(r"(?P<subject>\w+)\s+(?P<predicate>[a-z]\w+)\s+(?P<rest>\S.*)\Z", re.ASCII)
_OPTIONS = {"approx": "approximators", "modality": "modalities"}
_AS_OF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


@dataclass(frozen=True, slots=True)
class Place:
    """Where ``text[start:end]`` stands for the thing ``key``; ``points``: by a word, not a name."""

    start: int
    end: int
    key: str
    points: bool


@dataclass(slots=True)
class Passage:
    """A passage: its text, what is named where, and what it says.

    ``names`` and ``classes`` are by key; ``statements`` have the whole passage as evidence.
    """

    document: Document
    places: list[Place] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)


def read_passages(path: Path) -> list[Passage]:
    """All passages of a file.

    :raises ReviewError: a broken line, an unknown key, class, relation, status, unit or option.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(
            f"the file cannot be read: {error}", where=str(path), remedy="give a UTF-8 file"
        ) from error
    blocks: list[list[tuple[int, str]]] = []
    for number, line in enumerate(lines, 1):
        if line.startswith("= "):
            blocks.append([])
        elif line.strip() and not blocks:
            raise _error(path, number, "text before the first passage", "open with = ID DATE")
        if blocks and line.strip():
            blocks[-1].append((number, line.rstrip()))
    return [_Reader(path, block).read() for block in blocks]


def _error(path: Path, line: int, what: str, remedy: str) -> ReviewError:
    return ReviewError(what, where=f"{path}:{line}", remedy=remedy)


class _Reader:
    """Reads the lines of one passage."""

    def __init__(self, path: Path, lines: list[tuple[int, str]]) -> None:
        self.path, self.line = path, lines[0][0]
        self.head, self.lines = lines[0][1].split()[1:], lines[1:]
        self.aliases: list[tuple[int, str, str]] = []
        self.first: dict[str, str] = {}

    def fail(self, what: str, remedy: str) -> ReviewError:
        return _error(self.path, self.line, what, remedy)

    def read(self) -> Passage:
        """The passage of these lines."""
        body, facts = self._split()
        passage = Passage(self._document(""))
        text = "\n".join(self._plain(passage, number, line, at) for number, line, at in body)
        passage.document = self._document(text)
        for number, line in facts:
            self.line = number
            inner = _INNER.match(line)
            if inner is not None:
                self._declare(passage, inner["key"], inner["cls"], inner["form"])
        passage.statements += self._naming(passage)
        for number, line in facts:
            self.line = number
            if not _INNER.match(line):
                passage.statements.append(self._fact(passage, line))
        return passage

    def _document(self, text: str) -> Document:
        name = self.head[0] if self.head else "passage"
        date = self.head[1] if len(self.head) > 1 else None
        if date is not None and not _AS_OF.match(date):
            raise self.fail(f"{date!r} is no date", "write 2023-06-12")
        return Document(name, str(self.path), text, "", published=date)

    def _split(self) -> tuple[list[tuple[int, str, int]], list[tuple[int, str]]]:
        """Lines of text with where each starts in the plain text, and lines of facts."""
        body: list[tuple[int, str, int]] = []
        facts: list[tuple[int, str]] = []
        at = 0
        for number, line in self.lines:
            if _FACT.match(line) or _INNER.match(line):
                facts.append((number, line))
            elif facts:
                raise _error(self.path, number, f"no fact: {line[:30]}", "write SUBJECT is OBJECT")
            else:
                body.append((number, line, at))
                at += len(_BRACE.sub(lambda m: m["form"], line)) + 1
        return body, facts

    def _plain(self, passage: Passage, number: int, line: str, start: int) -> str:
        """The text of a line without braces; its mentions join the passage."""
        self.line = number
        parts: list[str] = []
        size = last = 0
        for match in _BRACE.finditer(line):
            parts += [line[last : match.start()], match["form"]]
            size += match.start() - last
            last = match.end()
            key = match["key"]
            if match["cls"]:
                self._declare(passage, key, match["cls"], match["form"])
            elif key not in passage.names:
                raise self.fail(f"unknown key {key}", f"write {{{key}:Class …}} first")
            begin = start + size
            size += len(match["form"])
            passage.places.append(Place(begin, start + size, key, bool(match["point"])))
            if match["full"]:
                passage.names[key] = match["form"]
        plain = "".join([*parts, line[last:]])
        if "{" in plain or "}" in plain:
            raise self.fail("a brace that is no mention", "write {A:Class name} or {A name}")
        return plain

    def _declare(self, passage: Passage, key: str, cls: str, form: str) -> None:
        if key in passage.names:
            raise self.fail(f"the key {key} is declared twice", "use {A form} for later mentions")
        if cls not in vocabulary().classes:
            raise self.fail(f"unknown class {cls}", "write a class of the ontology")
        passage.names[key], passage.classes[key] = form, cls

    def _naming(self, passage: Passage) -> Iterator[Statement]:
        """What the mentions themselves say: the things there are, and their other names."""
        text = passage.document.text
        for key, name in passage.names.items():
            if name not in text:
                raise self.fail(f"{name!r} is not in the text", "copy the name from it")
            cls = passage.classes[key]
            yield self._make(passage, Node(name, cls), "type", Node(cls, "Class"))
        seen = set()
        for place in passage.places:
            form = text[place.start : place.end]
            name = passage.names[place.key]
            if not place.points and form != name and (name, form) not in seen:
                seen.add((name, form))
                node = Node(name, passage.classes[place.key])
                yield self._make(passage, node, "altLabel", Node(form, "Label"))

    def _node(self, passage: Passage, key: str) -> Node:
        if key not in passage.names:
            raise self.fail(
                f"unknown key {key}", "use a key of the text: " + " ".join(passage.names)
            )
        return Node(passage.names[key], passage.classes[key])

    def _fact(self, passage: Passage, line: str) -> Statement:
        match = _FACT.match(line)
        assert match is not None
        subject, predicate = self._node(passage, match["subject"]), match["predicate"]
        words = match["rest"].split()
        if predicate not in vocabulary().predicates:
            raise self.fail(f"unknown relation {predicate}", "write a relation of the ontology")
        if predicate == "observation":
            return self._observation(passage, subject, words)
        if predicate == "hasStatus":
            self._known(words[0], "statuses")
            object_ = Node(words[0], "Status")
        else:
            object_ = self._node(passage, words[0])
        rest = words[1:]
        value = status = None
        if predicate == "holds":
            if not rest:
                raise self.fail("no title", "write PERSON holds BODY title")
            value, rest = Value(text=rest[0]), rest[1:]
            if rest[:1] == ["closed"]:
                status, rest = "closed", rest[1:]
        options = self._options(passage, rest)
        return self._make(passage, subject, predicate, object_, value, status, options)

    def _observation(self, passage: Passage, subject: Node, words: list[str]) -> Statement:
        if len(words) < 3:
            raise self.fail("too few words", "write SUBJECT observation NUMBER UNIT INDICATOR")
        number, unit, indicator, *rest = words
        try:
            Decimal(number)
        except InvalidOperation:
            raise self.fail(f"{number!r} is no number", "write it in base units") from None
        if unit not in [known.code for known in vocabulary().scheme("units")]:
            codes = " ".join(known.code for known in vocabulary().scheme("units"))
            raise self.fail(f"unknown unit {unit}", f"write one of {codes}")
        options = self._options(passage, rest)
        value = Value(
            number, number, unit, indicator, options.pop("approx", None), options.pop("as_of", None)
        )
        return self._make(passage, subject, "observation", None, value, None, options)

    def _options(self, passage: Passage, words: list[str]) -> dict[str, str]:
        found = {}
        for word in words:
            name, _, text = word.partition("=")
            if name not in ("approx", "as_of", "modality", "speaker") or not text:
                raise self.fail(f"unknown option {word!r}", "use approx as_of modality speaker")
            if name in _OPTIONS:
                self._known(text, _OPTIONS[name])
            if name == "as_of" and not _AS_OF.match(text):
                raise self.fail(f"{text!r} is no date", "write 2021, 2021-04 or 2021-04-30")
            found[name] = self._node(passage, text).name if name == "speaker" else text
        return found

    def _known(self, word: str, scheme: str) -> None:
        known = vocabulary().concepts[scheme]
        if word not in known:
            raise self.fail(f"unknown word {word!r}", "write one of " + " ".join(known))

    def _make(
        self,
        passage: Passage,
        subject: Node,
        predicate: str,
        object_: Node | None,
        value: Value | None = None,
        status: str | None = None,
        options: dict[str, str] | None = None,
    ) -> Statement:
        text, doc = passage.document.text, passage.document.doc
        options = options or {}
        return identify(
            Statement(
                doc, "", subject, predicate, object_, value, status,
                options.get("modality", "asserted"), options.get("speaker"),
                (Evidence("predicate", 0, len(text), text),), "gold",
            )
        )  # fmt: skip
