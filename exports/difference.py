"""Difference: which statements one build has and another has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import BuildError
from sources.statement import Statement, kind, parse

__all__ = ["STATEMENTS", "Difference", "compare", "describe", "render"]

#: Name of the file of all statements inside a build.
STATEMENTS = "statements.jsonl"


@dataclass(frozen=True, slots=True)
class Difference:
    """Facts only in the old build, facts only in the new one, and how many are in both.

    A fact whose wording or evidence alone changed counts as the same.
    """

    removed: tuple[Statement, ...]
    added: tuple[Statement, ...]
    same: int


def describe(statement: Statement) -> str:
    """A statement on one line.

    >>> from sources.statement import Node
    >>> university, city = Node("重庆大学", "University"), Node("重庆", "City")
    >>> describe(Statement("a", "", university, "locatedIn", city))
    '重庆大学 · locatedIn · 重庆'
    """
    parts = [statement.subject.name, statement.predicate]
    if statement.object is not None:
        parts.append(statement.object.name)
    value = statement.value
    if value is not None:
        parts.append(" ".join(filter(None, (value.indicator, value.text, value.as_of))))
    if statement.modality != "asserted":
        parts.append(statement.modality)
    return " · ".join(parts)


def _facts(folder: Path) -> dict[tuple[str, ...], Statement]:
    path = folder / STATEMENTS
    try:
        with path.open(encoding="utf-8") as lines:
            found = list(parse(lines))
    except (OSError, ValueError, KeyError) as error:
        raise BuildError(
            "is no build with readable statements", where=str(folder), remedy="give a build folder"
        ) from error
    return {(s.doc, kind(s), describe(s), s.speaker or "", s.status or ""): s for s in found}


def compare(old: Path, new: Path) -> Difference:
    """What changed between the builds in two folders.

    :raises BuildError: a folder holds no readable ``statements.jsonl``.
    """
    before, after = _facts(old), _facts(new)
    return Difference(
        tuple(before[key] for key in sorted(before.keys() - after.keys())),
        tuple(after[key] for key in sorted(after.keys() - before.keys())),
        len(before.keys() & after.keys()),
    )


def _lines(sign: str, statements: Iterable[Statement]) -> Iterator[str]:
    for statement in statements:
        quote = next((e.exact for e in statement.evidence), "").replace("\n", " ")
        yield f"{sign} {describe(statement)}" + (f"    「{quote}」" if quote else "")


def render(difference: Difference) -> str:
    """One line per change, with its quote, and a last line that counts."""
    count = f"{len(difference.removed)} removed, {len(difference.added)} added, "
    lines = [*_lines("-", difference.removed), *_lines("+", difference.added)]
    return "\n".join([*lines, f"{count}{difference.same} the same", ""])
