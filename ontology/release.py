"""Release: which terms each version of the ontology has, and what changed between them.

``releases/VERSION.tsv`` lists the terms of a version when it was released; ``changes.tsv`` says of
each change since what was done and why. A term that a release had is never taken away at once: it
is marked ``owl:deprecated``, with ``dcterms:isReplacedBy`` where another takes its place, stays so
for one release at least, and only then may be removed.

>>> read_changes()[0].version
'0.2.0'
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["Change", "find_breaches", "read_changes", "read_releases"]

_ACTIONS = ("added", "changed", "deprecated", "removed")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: version, action, term, what takes its place, and why, by language."""

    version: str
    action: str
    term: str
    replacement: str
    notes: dict[str, str]


@lru_cache(maxsize=1)
def read_changes() -> tuple[Change, ...]:
    """All changes, in the order of the file."""
    lines = files("ontology").joinpath("changes.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(
        Change(row["version"], row["action"], row["term"], row["replacement"],
               {"zh": row["zh"], "en": row["en"]})
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    )  # fmt: skip


def read_releases() -> dict[str, dict[str, str]]:
    """Terms with their kind, by version, the oldest first."""
    found = {}
    for path in files("ontology").joinpath("releases").iterdir():
        if path.name.endswith(".tsv"):
            lines = path.read_text(encoding="utf-8").splitlines()[1:]
            cells = [line.split("\t") for line in lines]
            found[path.name.removesuffix(".tsv")] = {row[0]: row[1] for row in cells}
    return dict(sorted(found.items(), key=lambda pair: _order(pair[0])))


def find_breaches(
    released: dict[str, dict[str, str]],
    now: dict[str, str],
    deprecated: frozenset[str],
    changes: tuple[Change, ...],
    version: str,
) -> list[str]:
    """What the terms of today break of the promise; empty where nothing.

    :param now: the terms declared, with their kind; :param deprecated: those marked so.

    >>> before = {"0.1.0": {"City": "class"}}
    >>> find_breaches(before, {}, frozenset(), (), "0.2.0")
    ['City was in 0.1.0 and is gone without a deprecation']
    """
    told = {(change.term, change.action) for change in changes if change.version == version}
    early = {change.term for change in changes if change.action == "deprecated"
             and _order(change.version) < _order(version)}  # fmt: skip
    before = dict(pair for terms in released.values() for pair in terms.items())
    last = {term: number for number, terms in released.items() for term in terms}
    gone = {change.term for change in changes if change.action == "removed"}
    found = []
    for term, kind in before.items():
        if term not in now:
            if not (term in early and term in gone):
                found.append(f"{term} was in {last[term]} and is gone without a deprecation")
        elif now[term] != kind:
            found.append(f"{term} was a {kind} in {last[term]} and is a {now[term]} now")
    for term in sorted(now.keys() - before.keys()):
        if (term, "added") not in told:
            found.append(f"{term} is new in {version} and not in changes.tsv")
    for term in sorted(deprecated - early):
        if (term, "deprecated") not in told:
            found.append(f"{term} is deprecated in {version} and not in changes.tsv")
    return found


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
