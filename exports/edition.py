"""The edition: all files of one build, made from its articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from exports import network, report, turtle
from exports.archive import NAME as TEXTS
from exports.archive import REJECTED, Archive
from exports.harvest import Failure, Harvest, harvest
from exports.ledger import Ledger, LeftOut
from exports.manifest import NAME as MANIFEST
from exports.picture_reader import read_picture
from exports.publish import Published, prepare, publish
from exports.refusal import Results, refuse, tell_once
from exports.serialize import FORMATS
from graph.build import ARTICLES, DECISIONS, STATEMENTS, build
from graph.store import QUADS, STORE, open_store, quads
from graph.validate import validate, violations
from ontology.errors import BuildError
from sources.document import Document
from sources.statement import Statement, dump

__all__ = ["PRODUCTS", "check", "draw", "produce", "summarize"]

TURTLE, TRIG = "onecity.ttl", "onecity.trig"
NETWORK, REPORT = "network.html", "report.html"
#: What a build shows in its output folder, each with a word on what it is.
PRODUCTS = {
    NETWORK: "the page",
    REPORT: "the articles, every fact underlined, and what was not read",
    TURTLE: "plain facts",
    TRIG: "everything, with evidence",
    QUADS: "everything, one quad a line",
    STATEMENTS: "statements with their quotes",
    REJECTED: "candidates thrown out, with reasons",
    DECISIONS: "which names were taken for one thing",
    ARTICLES: "the articles",
    TEXTS: "their words, as read",
    STORE: "the store that queries read",
    MANIFEST: "sizes and hashes",
}


def _left_out(found: Harvest) -> tuple[list[LeftOut], list[LeftOut]]:
    """What was thrown out and what was not used, as the report shows it."""
    doc, text = found.document.doc, found.document.text
    rejected = [
        LeftOut(doc, first.start, rejection.reason, first.exact)
        if (first := next(iter(rejection.statement.evidence), None))
        else LeftOut(doc, -1, rejection.reason, rejection.statement.subject.name)
        for rejection in found.rejected
    ]
    untouched = [LeftOut(doc, start, "", text[start:end]) for start, end in found.untouched]
    return rejected, untouched


def _runs(
    results: Iterable[Harvest | Failure],
    ledger: Ledger,
    articles: report.Articles,
    archive: Archive,
    thrown: list[tuple[str, str]],
    leave_out: Callable[[Failure], None],
) -> Iterator[tuple[Document, tuple[Statement, ...]]]:
    """Pass each article on to the graph, and enter it in the books on the way."""
    for result in results:
        if isinstance(result, Failure):
            leave_out(result)
            ledger.failures.append(LeftOut(result.name, -1, result.what, ""))
            continue
        rejected, untouched = _left_out(result)
        ledger.add(
            result.document,
            result.statements,
            rejected,
            untouched,
            sentences=result.sentences,
            reviewed=result.reviewed,
        )
        articles.add(result)
        archive.add(result)
        for rejection in result.rejected:
            record = {
                "reason": rejection.reason,
                "statement": json.loads(dump(rejection.statement)),
            }
            thrown.append((result.document.doc, json.dumps(record, ensure_ascii=False)))
        yield result.document, result.statements


def _make(
    folder: Path,
    *,
    results: Callable[[], Iterator[Harvest | Failure]],
    leave_out: Callable[[Failure], None],
    rulings: Path | None,
) -> dict[str, Any]:
    """Write all files of the build into ``folder``; what the manifest says about them."""
    ledger, thrown = Ledger(), list[tuple[str, str]]()
    articles = report.Articles(folder)
    runs = _runs(results(), ledger, articles, Archive(folder), thrown, leave_out)
    built = build(runs, folder, curation=rulings)
    lines = [line for _, line in sorted(thrown, key=lambda pair: pair[0])]
    (folder / REJECTED).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    ledger.sort()
    dataset = list(quads(folder))
    turtle.write(dataset, folder / TURTLE)
    trig = FORMATS["trig"].render(dataset, False)
    assert isinstance(trig, bytes)
    (folder / TRIG).write_bytes(trig)
    del dataset, trig
    draw(folder, folder / NETWORK)
    report.write(ledger, folder / REPORT, articles)
    with (folder / ARTICLES).open(encoding="utf-8") as records:
        inputs = [json.loads(record) for record in records]
    return {
        "articles": [{"doc": item["doc"], "sha256": item["sha256"]} for item in inputs],
        "left_out": [{"file": item.doc, "reason": item.reason} for item in ledger.failures],
        "counts": {
            **ledger.totals(),
            "things": built.entities,
            "quads": built.count.quads,
            "triples": built.count.triples,
            "inferred": built.inferred,
        },
    }


def produce(
    paths: Iterable[Path],
    out: Path,
    *,
    published: str | None = None,
    reviewing: bool = True,
    confidence: float | None = None,
    workers: int | None = None,
    rulings: Path | None = None,
    leave_out: Callable[[Failure], None] = lambda failure: None,
    progress: Callable[[int, int], None] | None = None,
) -> Published:
    """Build everything from the articles among ``paths`` and put it in place in ``out``.

    :param confidence: statements that are less sure stay out of the graph.
    :param rulings: a curator's file on which names are one thing.
    :param leave_out: told of each article that cannot be used; may raise to stop the build.
    :raises InputError: no article can be read. :raises ReviewError: a curator's file is broken.
    :raises OutputError: ``out`` cannot be written; said before any article is read.
    :raises BuildError: a curator's statement violates a shape, or the build is not as it was
        written.
    """
    prepare(out, [*PRODUCTS, report.PAGES])
    results = partial(
        harvest, list(paths), published=published, reviewing=reviewing,
        confidence=confidence or 0.0, workers=workers, progress=progress,
    )  # fmt: skip
    tell = tell_once(leave_out)

    def make(folder: Path, read: Results) -> dict[str, Any]:
        return _make(folder, results=read, leave_out=tell, rulings=rulings)

    return publish(out, partial(refuse, make=make, results=results))


def summarize(published: Published, out: Path) -> str:
    """What a build took, and where it is."""
    counts = published.manifest["counts"]
    shown = "articles", "left_out", "statements", "things", "triples", "rejected", "untouched"
    lines = [f"{counts[name]:>8,}  {name.replace('_', ' ')}" for name in shown]
    width = max(len(str(out / name)) for name in PRODUCTS)
    lines += ["", *(f"{out / name!s:<{width}}  {word}" for name, word in PRODUCTS.items())]
    return "\n".join([*lines, ""])


def draw(folder: Path, path: Path) -> None:
    """Draw the network page of the build in ``folder``."""
    network.write(read_picture(open_store(folder)), path)


def check(folder: Path) -> str:
    """What the shapes find in the build in ``folder``, one finding a line.

    :raises BuildError: a shape is violated; the message has all findings.
    """
    findings = validate(folder)
    broken = len(violations(findings))
    lines = [str(finding) for finding in findings]
    if broken:
        raise BuildError("\n".join([f"{broken} shapes are violated", *lines]), where=str(folder))
    return "\n".join([*lines, f"0 violations, {len(findings)} other findings", ""])
