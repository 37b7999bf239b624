"""Build: statements of many articles become a dataset on disk.

A build reads every article once. What it needs again is kept in a spool file, one article per
line, and the articles are then taken in the order of their names: the same files come out
whatever order they came in, and memory does not grow with the text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import IO

from graph.background import background
from graph.blame import blame
from graph.curation import Curation, read_curation
from graph.populate import Passage, Source, populate
from graph.reason import fact_lines, infer
from graph.resolve import Resolution, resolve
from graph.roster import Roster
from graph.store import QUADS, Count, load
from graph.union import Decision
from graph.validate import Finding, validate, violations
from ontology.errors import BuildError, OutputError, ShapeError
from sources.document import Document
from sources.statement import Statement, dump, identify, maker, parse

__all__ = [
    "ARTICLES",
    "DECISIONS",
    "STATEMENTS",
    "Build",
    "Run",
    "build",
    "read_articles",
    "replay",
]

#: Files of a build beside the store and the quads.
STATEMENTS, ARTICLES, DECISIONS = "statements.jsonl", "articles.jsonl", "merges.tsv"
#: Characters of context kept on either side of a quote.
CONTEXT = 12
#: An article and what was read from it.
Run = tuple[Document, Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class Build:
    """What a build holds; ``findings`` are those of the shapes that did not stop it.

    ``too_deep`` are IRIs whose chains of places or wholes were not followed to their end.
    """

    directory: Path
    articles: int
    statements: int
    entities: int
    count: Count
    inferred: int
    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...]
    too_deep: tuple[str, ...] = ()


def build(
    runs: Iterable[Run], directory: Path, *, curation: Path | None = None, check: bool = True
) -> Build:
    """Write statements, quads, decisions and store into ``directory``, new or empty.

    :param runs: each article with its statements, read once, in any order.
    :param curation: file of rulings on identity, see :mod:`graph.curation`.
    :param check: whether a violated shape stops the build.
    :raises BuildError: when a quote is not in its article or an article comes twice.
    :raises ShapeError: when the graph violates a shape.
    :raises OutputError: when the directory cannot be written or is not empty.
    :raises ReviewError: when the file of rulings is broken.
    """
    rulings = read_curation(curation)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if any(directory.iterdir()):
            raise OutputError("the folder is not empty", where=str(directory))
        return _build(runs, directory, rulings, check)
    except OSError as error:
        raise OutputError(
            f"cannot be written: {error.strerror or error}", where=str(directory)
        ) from error


def _build(runs: Iterable[Run], directory: Path, rulings: Curation, check: bool) -> Build:
    spool = directory / "spool.tmp"
    roster = Roster(rulings.scoped)
    places = _spool(runs, spool, roster)
    resolution = resolve(roster, rulings)
    _write_decisions(directory / DECISIONS, resolution.decisions)
    total = _write_articles(directory, spool, places, resolution)
    spool.unlink()
    inference = infer(fact_lines(directory / QUADS))
    with (directory / QUADS).open("a", encoding="utf-8", newline="\n") as quads:
        quads.writelines(inference.lines)
    findings = validate(directory)
    if check and (broken := violations(findings)):
        raise _violated(broken, _refusable(directory, broken))
    return Build(
        directory=directory,
        articles=len(places),
        statements=total,
        entities=resolution.count(),
        count=load(directory, [directory / QUADS]),
        inferred=len(inference.lines),
        decisions=resolution.decisions,
        findings=findings,
        too_deep=inference.cut,
    )


def _spool(runs: Iterable[Run], path: Path, roster: Roster) -> dict[str, int]:
    """Keep every article's line; the offset of each by the article's name, in their order."""
    places: dict[str, int] = {}
    with path.open("wb") as spool:
        for document, given in runs:
            if document.doc in places:
                raise BuildError("two articles have this name", where=document.doc)
            unique = {found.id: found for found in map(identify, given)}
            statements = list(unique.values())
            passages = [_passages(document, statement) for statement in statements]
            roster.add(statements)
            record = {
                "source": asdict(_source(document)),
                "statements": list(map(dump, statements)),
                "passages": passages,
            }
            places[document.doc] = spool.tell()
            spool.write(_encode(record, document.doc))
    return dict(sorted(places.items()))


def _encode(record: Mapping[str, object], doc: str) -> bytes:
    try:
        return json.dumps(record, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError as error:
        raise BuildError(
            f"character U+{ord(error.object[error.start]):04X} cannot be written", where=doc
        ) from error


def _source(document: Document) -> Source:
    return Source(
        document.doc,
        document.sha256,
        document.title,
        document.publisher,
        document.authors,
        document.published,
        document.site,
        document.lang,
    )


def _passages(document: Document, statement: Statement) -> list[list[str]]:
    text = document.text
    if statement.doc != document.doc:
        raise BuildError(f"statement {statement.id} is of {statement.doc!r}", where=document.doc)
    for quote in statement.evidence:
        if text[quote.start : quote.end] != quote.exact:
            raise BuildError(
                f"statement {statement.id} quotes {quote.exact[:40]!r}, which does not stand at "
                f"{quote.start}–{quote.end}",
                where=document.doc,
                remedy="read the article again",
            )
    return [
        [text[max(0, q.start - CONTEXT) : q.start], text[q.end : q.end + CONTEXT]]
        for q in statement.evidence
    ]


def _write_articles(
    directory: Path, spool: Path, places: dict[str, int], resolution: Resolution
) -> int:
    """Write statements, articles and quads, article by article; the number of statements."""
    total = 0
    with (
        spool.open("rb") as lines,
        _text(directory / STATEMENTS) as told,
        _text(directory / ARTICLES) as listed,
        _text(directory / QUADS) as quads,
    ):
        quads.writelines(background())
        for offset in places.values():
            lines.seek(offset)
            record = json.loads(lines.readline())
            source = record["source"]
            statements = list(parse(record["statements"]))
            total += len(statements)
            told.writelines(line + "\n" for line in record["statements"])
            listed.write(json.dumps(source, ensure_ascii=False) + "\n")
            passages = [[Passage(*pair) for pair in pairs] for pairs in record["passages"]]
            quads.writelines(
                populate(
                    Source(**source | {"authors": tuple(source["authors"])}),
                    statements,
                    passages,
                    resolution.scope(statements),
                    resolution.indicators,
                )
            )
    return total


def _text(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8", newline="\n")


def _write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    with _text(path) as table:
        table.write("action\tname\tclass\tother\treason\tarticles\texample\tiri\n")
        for decision in decisions:
            cells = (
                decision.action,
                decision.name,
                decision.cls,
                decision.other,
                decision.reason,
                str(decision.articles),
                decision.example,
                decision.iri,
            )
            table.write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")


def _refusable(directory: Path, broken: Sequence[Finding]) -> dict[str, str]:
    """Statements to leave out so that no shape is broken, with the reason; curators' never are."""
    guilty = blame(directory, broken)
    with (directory / STATEMENTS).open(encoding="utf-8") as lines:
        known = {s.id for s in parse(lines) if s.id in guilty and maker(s) != "curated"}
    if known != set(guilty):
        return {}
    return {key: f"breaks a shape: {finding.en}" for key, finding in guilty.items()}


def _violated(broken: Sequence[Finding], refusable: dict[str, str]) -> ShapeError:
    shown = "\n  ".join(map(str, broken[:10]))
    more = f"\n  … and {len(broken) - 10} more" if len(broken) > 10 else ""
    return ShapeError(
        f"the graph violates {len(broken)} shape(s):\n  {shown}{more}\n",
        remedy="correct or reject the statements in the review file",
        refusable=refusable,
    )


def read_articles(directory: Path) -> tuple[Source, ...]:
    """What a build knows of its articles, by name."""
    with (directory / ARTICLES).open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return tuple(Source(**record | {"authors": tuple(record["authors"])}) for record in records)


def replay(statements: Path, document: Callable[[str], Document]) -> Iterator[Run]:
    """Runs from a ``statements.jsonl`` on disk, whose articles stand together.

    :param document: gives the article of a name, with its text.
    """
    with statements.open(encoding="utf-8") as lines:
        for doc, members in groupby(parse(lines), key=lambda statement: statement.doc):
            yield document(doc), list(members)
