"""Appraisal: how well extraction does against annotators, and what a review file changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from exports.difference import describe
from exports.harvest import REVIEW
from ontology.errors import NotFoundError
from sources.confidence import sift
from sources.document import Document
from sources.extract import extract
from sources.read import read
from sources.review import overlay
from sources.scoreboard import entries, errors, measure, record, table
from sources.statement import Statement

__all__ = ["appraise", "inspect_review"]


def _reviewed(document: Document, statements: Iterable[Statement]) -> Iterable[Statement]:
    """The statements of an article as a build takes them, with its review file applied."""
    path = Path(document.path)
    review = path.with_name(path.stem + REVIEW)
    return overlay(statements, document, review).statements if review.is_file() else statements


def appraise(
    gold: Path,
    articles: Path,
    *,
    full: bool = False,
    listing: bool = False,
    reviewing: bool = False,
    rules: bool = False,
    confidence: float | None = None,
    as_json: bool = False,
) -> str:
    """Figures of the gold files in ``gold``, whose articles stand beside them or in ``articles``.

    :param listing: what is missing and what is wrong instead of figures.
    :param reviewing: after the review files, instead of before.
    :param rules: by the rules alone, without the learned models.
    :param confidence: statements that are less sure do not count as found.
    """

    def found(document: Document) -> Iterable[Statement]:
        statements: Iterable[Statement] = extract(document, learned=not rules).statements
        if reviewing:
            statements = _reviewed(document, statements)
        return sift(statements, confidence or 0.0)[0]

    board = measure(entries(gold, (articles,)), found)
    if as_json:
        return json.dumps(record(board), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return errors(board) if listing else table(board, full=full)


def inspect_review(article: Path) -> str:
    """What the review file of ``article`` changes, one line each.

    :raises ReviewError: the file is broken; with file and line.
    :raises NotFoundError: the article has no review file.
    """
    document = read(article)
    review = article.with_name(article.stem + REVIEW)
    if not review.is_file():
        raise NotFoundError(
            "no review file", where=str(review), remedy="its columns are in CONTRIBUTING"
        )
    found = extract(document).statements
    outcome = overlay(found, document, review)
    curated = [s for s in outcome.statements if s.method.startswith("curated")]
    lines = [f"+ {describe(statement)}" for statement in curated]
    lines += [f"- {describe(statement)}" for statement in outcome.rejected]
    lines += [f"- {describe(statement)} (orphaned)" for statement in outcome.orphaned]
    count = f"{outcome.accepted} accepted, {outcome.added} added, {len(outcome.rejected)} rejected"
    whole = f"{len(found)} statements as read, {len(outcome.statements)} after review"
    return "\n".join([*lines, f"{count}: {whole}", ""])
