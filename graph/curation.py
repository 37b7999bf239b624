"""Curation: what a person decides about identity, in a plain file.

Tab-separated, one decision per line, ``#`` begins a comment::

    merge       西部(重庆)科学城      重庆科学城              the same by the notice of 2020
    keep-apart  人工智能研究院@a1     人工智能研究院@b2       two universities

``name@article`` is the thing of that name in that article; a name alone, in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.identity import key
from ontology.errors import ReviewError

__all__ = ["Curation", "Ruling", "Side", "read_curation"]

ACTIONS = ("merge", "keep-apart")


@dataclass(frozen=True, slots=True)
class Side:
    """A thing as a curator names it; ``doc`` is empty where all articles are meant."""

    key: str
    doc: str
    text: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """One line: ``action`` is merge or keep-apart."""

    action: str
    one: Side
    other: Side
    where: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Curation:
    """All rulings of a file, in its order."""

    rulings: tuple[Ruling, ...] = ()

    @property
    def scoped(self) -> frozenset[str]:
        """Keys of names of which some ruling speaks in one article only."""
        sides = (side for ruling in self.rulings for side in (ruling.one, ruling.other))
        return frozenset(side.key for side in sides if side.doc)


def read_curation(path: Path | None) -> Curation:
    """The rulings of a curator's file; none when there is no path.

    :raises ReviewError: naming the line that is not understood or contradicts another.
    """
    if path is None:
        return Curation()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(f"cannot be read: {error}", where=path.name) from error
    rulings: list[Ruling] = []
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            rulings.append(_ruling(line, f"{path.name}:{number}"))
    seen: dict[frozenset[tuple[str, str]], Ruling] = {}
    for ruling in rulings:
        pair = frozenset({(side.key, side.doc) for side in (ruling.one, ruling.other)})
        earlier = seen.setdefault(pair, ruling)
        if earlier.action != ruling.action:
            raise ReviewError(
                f"says {ruling.action} where {earlier.where} says {earlier.action}",
                where=ruling.where,
                remedy="keep one of the two lines",
            )
    return Curation(tuple(rulings))


def _ruling(line: str, where: str) -> Ruling:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) < 3 or cells[0] not in ACTIONS or not cells[1] or not cells[2]:
        raise ReviewError(
            f"not a decision: {line.strip()[:60]!r}",
            where=where,
            remedy="write merge or keep-apart, then two names, separated by tabs",
        )
    one, other = _side(cells[1]), _side(cells[2])
    if (one.key, one.doc) == (other.key, other.doc):
        raise ReviewError(
            "both names are the same",
            where=where,
            remedy="say which articles are meant: name@article",
        )
    return Ruling(cells[0], one, other, where, " ".join(cells[3:]))


def _side(text: str) -> Side:
    name, _, doc = text.partition("@")
    return Side(key(name), doc.strip(), text)
