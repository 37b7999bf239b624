"""The fixed corpus, and the expected answers of the saved questions on it.

The corpus is made of what annotators read in six articles, not of what rules find, so that an
answer changes only when a question, the graph or an annotation does.

``questions/NAME.tsv`` holds answers of question NAME. A line ``? zone=科学城 status=在建`` says
what is given, ``?`` alone that nothing is, and the table follows. ``python -m tests.graph.answers``
writes the tables anew below the lines that are there, and begins a file for a question that has
none; read the difference against the articles before you keep it.
"""

from __future__ import annotations

import re
import shlex
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from graph.build import Build, Run, build
from graph.catalogue import questions
from graph.query import Table, query
from graph.store import open_store
from sources.read import read
from sources.tabular import read_statements

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "questions"
_ARTICLES, _OWN = ROOT / "tests" / "articles", Path(__file__).parent / "corpus"
_TOLD = ("chongqing-roundtable", "a2", "a7", "c7", "c8")
#: Each article of the corpus, with its gold list.
CORPUS = {
    ROOT / "sources/articles/chongqing-roundtable.txt": _ARTICLES / f"{_TOLD[0]}.gold.tsv",
    **{_ARTICLES / f"{name}.txt": _ARTICLES / f"{name}.gold.tsv" for name in _TOLD[1:]},
    _OWN / "songhu.txt": _OWN / "songhu.gold.tsv",
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What a question is asked with, and the lines of its answer, tab-separated, with a header."""

    name: str
    given: str
    lines: tuple[str, ...]

    @property
    def values(self) -> dict[str, str]:
        """The parameters by name."""
        return dict(part.split("=", 1) for part in shlex.split(self.given))


def runs() -> Iterator[Run]:
    """The articles of the corpus with their statements."""
    for text, gold in CORPUS.items():
        document = read(text)
        yield document, read_statements(gold, document)


def build_corpus(directory: Path) -> Build:
    """The corpus as a dataset."""
    return build(runs(), directory)


def lines(table: Table) -> tuple[str, ...]:
    """An answer as a file holds it."""
    return tuple("\t".join(row).rstrip() for row in (table.columns, *table.texts()))


def expected() -> list[Expected]:
    """All expected answers, by question, in the order of the file."""
    return [found for path in sorted(EXPECTED.glob("*.tsv")) for found in _read(path)]


def _read(path: Path) -> Iterator[Expected]:
    text = path.read_text(encoding="utf-8")
    if not text.startswith("?"):
        yield Expected(path.stem, "", tuple(text.splitlines()))
        return
    for block in re.split(r"^\?", text, flags=re.MULTILINE)[1:]:
        given, *rest = block.rstrip("\n").splitlines() or [""]
        yield Expected(path.stem, given.strip(), tuple(rest))


def refresh(store: Store) -> None:
    """Write the answers anew; a question without a file gets one, asked with nothing given."""
    for question in questions():
        path = EXPECTED / f"{question.name}.tsv"
        blocks = list(_read(path)) if path.exists() else [Expected(question.name, "", ())]
        text = [
            "\n".join([f"? {block.given}".rstrip(), *lines(query(store, question, block.values))])
            for block in blocks
        ]
        path.write_text("\n\n".join(text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        refresh(open_store(build_corpus(Path(folder) / "build").directory))
