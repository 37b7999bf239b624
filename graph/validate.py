"""Validation: the graph against the shapes in ``ontology/shapes.ttl``.

The engine is pyrudof; articles are validated in batches beside the ontology, so that memory does
not grow with their number. Each article's facts name the classes of all that they mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

if TYPE_CHECKING:
    import pyrudof

from graph.background import background
from graph.store import QUADS
from graph.terms import ARTICLE
from ontology.vocabulary import ontology_files

__all__ = ["Finding", "validate", "violations"]

#: Lines of N-Quads that are validated together; an article is never divided.
BATCH = 20_000
_SH = "http://www.w3.org/ns/shacl#"
_MESSAGE = re.compile(r'"((?:[^"\\]|\\.)*)"@(zh|en)')
_GRAPH = re.compile(r" <([^<>]*)/(?:facts|evidence)> \.\n$")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One result: which node, along which path, how bad (``Violation``, ``Warning``, ``Info``).

    ``messages`` say what is wrong and what to do, by language ``zh`` and ``en``.
    """

    severity: str
    focus: str
    path: str
    value: str
    zh: str
    en: str

    def __str__(self) -> str:
        """One line for the terminal."""
        value = f" {self.value}" if self.value else ""
        return f"{self.severity}: {self.focus} {self.path}{value}: {self.en} / {self.zh}"


def validate(directory: Path) -> tuple[Finding, ...]:
    """All findings about the articles of a build, violations first, in a fixed order."""
    found: set[Finding] = set()
    for batch in _batches(directory / QUADS):
        found |= _check(batch)
    rank = {"Violation": 0, "Warning": 1, "Info": 2}
    return tuple(sorted(found, key=lambda finding: (rank.get(finding.severity, 3), finding)))


def violations(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that stop a build."""
    return tuple(finding for finding in findings if finding.severity == "Violation")


def _batches(path: Path) -> Iterator[list[str]]:
    """Triples as N-Triples lines, whole articles together."""

    def article(line: str) -> str:
        match = _GRAPH.search(line)
        return match[1] if match and match[1].startswith(ARTICLE) else ""

    batch: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for name, members in groupby(lines, key=article):
            if not name:
                continue
            batch.extend(line.rsplit(" <", 1)[0] + " .\n" for line in members)
            if len(batch) >= BATCH:
                yield batch
                batch = []
    if batch:
        yield batch


@lru_cache(maxsize=1)
def _ontology() -> str:
    return "".join(line.rsplit(" <", 1)[0] + " .\n" for line in background())


def _shapes() -> bytes:
    files = {path.name: path for path in ontology_files(shapes=True)}
    return files["shapes.ttl"].read_bytes()


def _check(batch: list[str]) -> set[Finding]:
    import pyrudof

    session = pyrudof.Rudof(pyrudof.RudofConfig())
    session.read_shacl(_shapes().decode(), format=pyrudof.ShaclFormat.Turtle)
    session.read_data(
        _ontology() + "".join(batch),
        format=pyrudof.RDFFormat.NTriples,
        reader_mode=pyrudof.ReaderMode.Strict,
    )
    return {
        _finding(*parts)
        for parts in map(_parts, session.validate_shacl())
        if not _is_short_enough(*parts[2:])
    }


def _parts(entry: pyrudof.ShaclValidationEntry) -> tuple[str, str, str, str, str, str]:
    return (
        str(entry.severity).rsplit(".", 1)[-1],
        str(entry.focus_node or ""),
        str(entry.path or ""),
        str(entry.value or ""),
        str(entry.message or ""),
        str(entry.constraint_component or "").rsplit("#", 1)[-1],
    )


def _is_short_enough(path: str, value: str, message: str, component: str) -> bool:
    """The engine measures ``sh:maxLength`` in bytes; SHACL means characters, so measure again."""
    if component != "MaxLengthConstraintComponent" or not value.startswith('"'):
        return False
    return len(value[1 : value.rindex('"')]) <= _longest().get(path, 0)


def _finding(
    severity: str, focus: str, path: str, value: str, message: str, component: str
) -> Finding:
    texts = {lang: text for text, lang in _MESSAGE.findall(message)}
    if not texts:
        rule = component.removesuffix("ConstraintComponent")
        texts = _messages().get((path, rule[:1].lower() + rule[1:]), {})
    plain = component or message
    return Finding(severity, focus, path, value, texts.get("zh", plain), texts.get("en", plain))


@lru_cache(maxsize=1)
def _property_shapes() -> tuple[tuple[str, tuple[Triple, ...]], ...]:
    """Path and triples of every property shape that has a plain path."""
    triples: dict[object, list[Triple]] = {}
    for triple in parse(_shapes(), format=RdfFormat.TURTLE):
        triples.setdefault(triple.subject, []).append(triple)
    return tuple(
        (triple.object.value, tuple(members))
        for members in triples.values()
        for triple in members
        if triple.predicate.value == _SH + "path" and isinstance(triple.object, NamedNode)
    )


@lru_cache(maxsize=1)
def _longest() -> dict[str, int]:
    return {
        path: int(triple.object.value)
        for path, members in _property_shapes()
        for triple in members
        if triple.predicate.value == _SH + "maxLength" and isinstance(triple.object, Literal)
    }


@lru_cache(maxsize=1)
def _messages() -> dict[tuple[str, str], dict[str, str]]:
    """Messages by path and constraint: the engine leaves them out for ``sh:or`` and the like."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for path, members in _property_shapes():
        texts = {
            triple.object.language or "": triple.object.value
            for triple in members
            if triple.predicate.value == _SH + "message" and isinstance(triple.object, Literal)
        }
        for triple in members if texts else ():
            found.setdefault((path, triple.predicate.value.removeprefix(_SH)), texts)
    return found
