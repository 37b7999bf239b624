"""How well and how fast names are found, beside a packaged tagger, and in what memory.

Run ``python -m tests.benchmarks.bench_tagger``. The yardstick is the part-of-speech tagger of jieba
(rjieba), whose words tagged as person, place, body or other name count as names. Both are compared
with the names of the untuned articles, whatever their class; speeds are of the same run. The last
line is the most memory that this process has held, with everything loaded.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from functools import lru_cache

import rjieba

from sources.document import Document
from sources.evaluate import Names
from sources.extract import extract
from sources.fold import fold
from sources.read import read
from sources.score import Score
from sources.scoreboard import Entry, entries
from sources.tabular import read_statements
from tests.console import ROOT

#: Tags of the ICTCLAS set for names: persons, places, bodies, other names.
NAMES = frozenset({"nr", "ns", "nt", "nz"})

Finder = Callable[[Document], set[str]]


@lru_cache(maxsize=1)
def _packaged() -> rjieba.Jieba:
    return rjieba.Jieba()


def by_yardstick(document: Document) -> set[str]:
    """The names that the packaged tagger finds."""
    words = _packaged().tag(fold(document.text))
    return {word for word, tag in words if tag in NAMES and len(word) > 1}


def by_rules(document: Document) -> set[str]:
    """The names that the rules find by themselves."""
    statements = extract(document, learned=False).statements
    return {s.subject.name for s in statements if s.predicate == "type"}


def by_both(document: Document) -> set[str]:
    """The names that rules and models find together."""
    return {s.subject.name for s in extract(document).statements if s.predicate == "type"}


def judge(entry: Entry, find: Finder) -> Score:
    """The names found in an article against those of its gold."""
    document = read(entry.article)
    gold = read_statements(entry.gold, document)
    names = Names(gold)
    wanted = {names(s.subject.name) for s in gold if s.predicate == "type"}
    found = {names(name) for name in find(document)}
    return Score(len(wanted), len(found), len(wanted & found))


def main() -> None:
    """Print precision, recall, F1 and characters per second of each way."""
    chosen = [
        entry
        for entry in entries(ROOT / "tests/articles", [ROOT / "sources/articles"])
        if not entry.tuned
    ]
    documents = [read(entry.article) for entry in chosen]
    size = sum(len(document.text) for document in documents)
    print(f"names in {len(chosen)} untuned articles      P      R     F1   characters/s")
    for label, find in (("jieba", by_yardstick), ("rules", by_rules), ("with models", by_both)):
        score = sum((judge(entry, find) for entry in chosen), Score())
        begin = time.process_time()
        for document in documents:
            find(document)
        speed = size / (time.process_time() - begin)
        figures = f"{score.precision:>12.3f}{score.recall:>7.3f}{score.f1:>7.3f}{speed:>15,.0f}"
        print(f"{label:<20}{figures}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
