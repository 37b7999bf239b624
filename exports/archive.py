"""The archive: the words of each article as the build read them, so that pages can quote them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exports.harvest import Harvest
from graph.build import ARTICLES, STATEMENTS
from ontology.errors import BuildError
from sources.document import Document
from sources.extract import list_untouched
from sources.segment import segment
from sources.statement import Statement, parse
from sources.verify import Rejection

__all__ = ["NAME", "REJECTED", "Archive", "load"]

#: Names of the files in a build.
NAME, REJECTED = "texts.jsonl", "rejected.jsonl"


class Archive:
    """The texts of a build while it is being made, one JSON line an article.

    None stays in memory, and the file begins with the first article: before that, the folder of
    a build is empty.
    """

    def __init__(self, folder: Path) -> None:
        """Begin without articles; ``folder`` is where the file will be."""
        self._path = folder / NAME

    def add(self, found: Harvest) -> None:
        """Keep the words of one article."""
        document = found.document
        record = {
            "doc": document.doc,
            "published_source": document.published_source,
            "reviewed": found.reviewed,
            "text": document.text,
        }
        with self._path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def load(folder: Path) -> Iterator[Harvest]:
    """What each article of a build gave, in the order in which the build read them.

    :raises BuildError: the build has no texts, or a file of it is damaged.
    """
    path = folder / NAME
    try:
        facts = {record["doc"]: record for record in _records(folder / ARTICLES)}
        told: dict[str, list[Statement]] = defaultdict(list)
        with (folder / STATEMENTS).open(encoding="utf-8") as lines:
            for statement in parse(lines):
                told[statement.doc].append(statement)
        thrown = _rejections(folder)
        for record in _records(path):
            doc = record["doc"]
            yield _harvest(record, facts[doc], told[doc], thrown.get(doc, []))
    except (OSError, ValueError, KeyError) as error:
        raise BuildError(
            "the texts of the articles cannot be read", where=str(path), remedy="build again"
        ) from error


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _rejections(folder: Path) -> dict[str, list[Rejection]]:
    found: dict[str, list[Rejection]] = defaultdict(list)
    for record in _records(folder / REJECTED):
        (statement,) = parse([json.dumps(record["statement"])])
        found[statement.doc].append(Rejection(statement, record["reason"]))
    return found


def _harvest(
    record: dict[str, Any],
    facts: dict[str, Any],
    statements: list[Statement],
    rejected: list[Rejection],
) -> Harvest:
    document = Document(
        doc=record["doc"],
        path="",
        text=record["text"],
        sha256=facts["sha256"],
        title=facts["title"],
        publisher=facts["publisher"],
        authors=tuple(facts["authors"]),
        published=facts["published"],
        published_source=record["published_source"],
        site=facts["site"],
        lang=facts["lang"],
    )
    layout = segment(document)
    return Harvest(
        document,
        tuple(statements),
        tuple(rejected),
        list_untouched(layout, tuple(statements)),
        sum(sentence.kind == "body" for sentence in layout.sentences),
        record["reviewed"],
        tuple((p.kind, p.start, p.end) for p in layout.paragraphs),
    )
