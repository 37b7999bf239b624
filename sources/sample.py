"""Samples: articles with what annotators or curators say of them, for learning words from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import ReviewError
from sources.document import Document
from sources.extract import extract
from sources.read import SUFFIXES, find, read
from sources.review import overlay
from sources.scoreboard import GOLD, SPLIT, entries
from sources.statement import Statement
from sources.tabular import read_statements

__all__ = ["Sample", "collect"]

_REVIEW = ".review.tsv"


@dataclass(frozen=True, slots=True)
class Sample:
    """An article with its true statements; without any where nobody has read it."""

    document: Document
    statements: tuple[Statement, ...] = ()


def collect(paths: Iterable[Path], articles: Sequence[Path] = ()) -> Iterator[Sample]:
    """The samples among ``paths``: articles, their gold or review files, and folders of them.

    Gold outranks review. Articles that ``split.tsv`` calls untuned are left out of folders: what
    is learned from one can no longer be measured by it.

    :param articles: folders in which the article of a gold file may stand, besides its own.
    :raises InputError: a path does not exist. :raises ReviewError: an untuned article by name.
    """
    chosen: dict[Path, Path | None] = {}
    for path in paths:
        for article, gold in _inside(path, articles) if path.is_dir() else [_one(path, articles)]:
            chosen[article] = gold or chosen.get(article)
    for article in sorted(chosen, key=lambda path: path.as_posix()):
        yield _sample(article, chosen[article])


def _sample(article: Path, gold: Path | None) -> Sample:
    document = read(article)
    if gold is not None:
        return Sample(document, tuple(read_statements(gold, document)))
    review = article.with_name(article.stem + _REVIEW)
    if review.is_file():
        reviewed = overlay(extract(document).statements, document, review)
        return Sample(document, reviewed.statements)
    return Sample(document)


def _inside(folder: Path, articles: Sequence[Path]) -> Iterator[tuple[Path, Path | None]]:
    golds = sorted(folder.glob("*" + GOLD))
    measured = (folder / SPLIT).exists()
    untuned = set()
    for entry in entries(folder, articles) if golds else ():
        if measured and not entry.tuned:
            untuned.add(entry.article)
        else:
            yield entry.article, entry.gold
    for article in find([folder]) if not golds else ():
        if article not in untuned:
            yield article, None


def _one(path: Path, articles: Sequence[Path]) -> tuple[Path, Path | None]:
    """The article that a file is or belongs to, and its gold file."""
    if path.name.endswith(_REVIEW):
        stem = path.name.removesuffix(_REVIEW)
        found = [
            beside
            for suffix in sorted(SUFFIXES)
            if (beside := path.with_name(stem + suffix)).exists()
        ]
        if not found:
            raise ReviewError("no article beside it", where=str(path), remedy=f"add {stem}.txt")
        return found[0], None
    gold = path if path.name.endswith(GOLD) else path.with_name(path.stem + GOLD)
    if path != gold and not gold.exists():
        return find([path])[0], None
    (entry,) = entries(gold, articles)
    if (gold.parent / SPLIT).exists() and not entry.tuned:
        raise ReviewError(
            f"{entry.name} is untuned: what is learned from it can no longer be measured by it",
            where=str(path),
            remedy=f"name other articles, or call it tuned in {SPLIT}",
        )
    return entry.article, entry.gold
