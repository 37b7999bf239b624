"""Samples: texts with what annotators or curators say of them, for learning words from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import ReviewError
from sources.document import Document
from sources.extract import extract
from sources.passage import read_passages
from sources.read import SUFFIXES, find, read
from sources.review import overlay
from sources.scoreboard import GOLD, SPLIT, entries
from sources.statement import Statement
from sources.tabular import read_rows, read_statements

__all__ = ["Sample", "collect"]

_REVIEW = ".review.tsv"


@dataclass(frozen=True, slots=True)
class Sample:
    """An article or passage with its true statements; without any where nobody has read it."""

    document: Document
    statements: tuple[Statement, ...] = ()


def collect(paths: Iterable[Path], articles: Sequence[Path] = ()) -> Iterator[Sample]:
    """The samples among ``paths``: articles, their gold or review files, passages, and folders.

    Gold outranks review. Texts that ``split.tsv`` calls untuned are left out of folders: what is
    learned from one can no longer be measured by it.

    :param articles: folders in which the article of a gold file may stand, besides its own.
    :raises InputError: a path does not exist. :raises ReviewError: an untuned article by name.
    """
    chosen: dict[Path, Path | None] = {}
    passages: set[Path] = set()
    for path in paths:
        if found := _passages(path):
            passages.update(found)
            continue
        for article, gold in _inside(path, articles) if path.is_dir() else [_one(path, articles)]:
            chosen[article] = gold or chosen.get(article)
    for article in sorted(chosen, key=lambda path: path.as_posix()):
        yield _sample(article, chosen[article])
    for file in sorted(passages, key=lambda path: path.as_posix()):
        for passage in read_passages(file):
            yield Sample(passage.document, tuple(passage.statements))


def _passages(path: Path) -> list[Path]:
    """The files of passages that ``path`` is or holds; none where it holds articles."""
    if path.is_dir():
        split = path / SPLIT
        if not split.exists() or any(path.glob("*" + GOLD)):
            return []
        rows = read_rows(split, ("file", "split"))
        names = [row.cells["file"] for row in rows if row.cells["split"] == "tuned"]
        return [file for name in names if (file := path / f"{name}.txt").exists()]
    if not path.is_file() or not path.read_bytes().startswith(b"= "):
        return []
    split = path.parent / SPLIT
    if split.exists():
        rows = read_rows(split, ("file", "split"))
        if path.stem not in {r.cells["file"] for r in rows if r.cells["split"] == "tuned"}:
            raise _untuned(path.stem, path)
    return [path]


def _untuned(name: str, path: Path) -> ReviewError:
    return ReviewError(
        f"{name} is untuned: what is learned from it can no longer be measured by it",
        where=str(path),
        remedy=f"name other texts, or call it tuned in {SPLIT}",
    )


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
        raise _untuned(entry.name, path)
    return entry.article, entry.gold
