"""Calibrate: measures on untuned articles how often statements are right, by how they were made.

``python -m sources.calibrate tests/articles tests/passages`` extracts the articles and passages
that rules and models were never tuned on (see ``split.tsv`` in both folders), compares them with
their annotation and writes ``sources/calibration.json``. Run it after models or rules have changed.
It prints sums only: single errors in untuned articles are not to be looked at.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sources.confidence import BANDS, Band, Calibration, count, dump
from sources.document import Document
from sources.evaluate import judge
from sources.extract import extract
from sources.passage import read_passages
from sources.read import read
from sources.scoreboard import entries
from sources.statement import Statement
from sources.tabular import read_rows, read_statements

__all__ = ["Judged", "calibrate", "judged"]

#: In how many parts the texts are cut, so that each is foretold by counts that never saw it.
_FOLDS = 10
_HERE = Path(__file__).parent

#: A statement with its text and whether it is right.
Judged = tuple[str, Statement, bool]


def judged(articles: Path, passages: Path) -> Iterator[Judged]:
    """What is extracted from the untuned texts of two folders, each as right or wrong."""
    for entry in entries(articles, (_HERE / "articles",)):
        if not entry.tuned:
            document = read(entry.article)
            yield from _judge(document, read_statements(entry.gold, document))
    for row in read_rows(passages / "split.tsv", ("file", "split")):
        if row.cells["split"] == "untuned":
            for passage in read_passages(passages / (row.cells["file"] + ".txt")):
                yield from _judge(passage.document, passage.statements)


def _judge(document: Document, gold: Iterable[Statement]) -> Iterator[Judged]:
    for statement, right in judge(gold, extract(document).statements):
        yield document.doc, statement, right


def calibrate(given: Sequence[Judged]) -> Calibration:
    """Counts of all, and the bands as measured text by text with the counts of the others."""
    docs = sorted({doc for doc, _, _ in given})
    fold = {doc: index % _FOLDS for index, doc in enumerate(docs)}
    told: list[tuple[float, bool]] = []
    for part in range(min(_FOLDS, len(docs))):
        others = count((s, right) for doc, s, right in given if fold[doc] != part)
        told += [(others.confidence(s), right) for doc, s, right in given if fold[doc] == part]
    texts = {"texts": len(docs), "statements": len(given)}
    whole = count((statement, right) for _, statement, right in given)
    return replace(whole, bands=tuple(_bands(told)), texts=texts)


def _bands(told: Sequence[tuple[float, bool]]) -> Iterator[Band]:
    for index, least in enumerate(BANDS):
        inside = [pair for pair in told if bisect_right(BANDS, pair[0]) - 1 == index]
        if inside:
            stated, measured = (sum(side) / len(inside) for side in zip(*inside, strict=True))
            yield Band(least, round(stated, 3), round(measured, 3), len(inside))


def main(articles: Path, passages: Path) -> None:
    """Write the shipped calibration and print its bands."""
    found = calibrate(list(judged(articles, passages)))
    (_HERE / "calibration.json").write_text(dump(found), encoding="utf-8")
    print("confidence  stated  measured  count")
    for band in found.bands:
        print(f"{band.least:9.1f}+  {band.stated:6.3f}  {band.measured:8.3f}  {band.count:5}")
    print(f"expected calibration error {found.error:.3f}, {found.texts['texts']} texts")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
