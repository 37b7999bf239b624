"""Strict reader of the tab-separated files that people write: gold and review files.

Whatever is wrong is an error with file, line and what to do; nothing is skipped in silence.
The cells are those of ``tests/articles/GUIDE.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from pathlib import Path

from ontology.errors import ReviewError
from ontology.vocabulary import vocabulary
from sources.document import Document
from sources.fold import fold
from sources.statement import Evidence, Node, Statement, Value, identify

__all__ = [
    "COLUMNS",
    "PARTS",
    "Row",
    "TextIndex",
    "read_rows",
    "read_statements",
    "to_statement",
    "value_of",
]

COLUMNS = (
    "subject",
    "subject_class",
    "predicate",
    "object",
    "object_class",
    "number",
    "unit",
    "indicator",
    "approximator",
    "as_of",
    "status",
    "modality",
    "speaker",
    "quote",
)
#: What parts several quotes of one fact: the last says it, earlier ones say about whom.
PARTS = " ‖ "
#: Object classes that are no entities, by predicate.
_PLAIN = {"type": "Class", "altLabel": "Label", "hasStatus": "Status"}
_NEEDED = {"observation": ("number", "unit", "indicator"), "holds": ("object", "indicator")}
_AS_OF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file: its cells by column, and where it stands, for messages."""

    path: Path
    line: int
    cells: dict[str, str]

    def error(self, what: str, remedy: str) -> ReviewError:
        """An error that names this line."""
        return ReviewError(what, where=f"{self.path}:{self.line}", remedy=remedy)


class TextIndex:
    """A document's text ready for looking up quotes: as it is, and width-folded."""

    def __init__(self, document: Document) -> None:
        """Fold the text once."""
        self.document = document
        self.shadow = fold(document.text)

    def find(self, quote: str) -> list[tuple[int, int]]:
        """Every place of ``quote`` in the text; exact places when there are any.

        Spans are code points of the original text: ``text[start:end]``.
        """
        exact = _places(self.document.text, quote)
        found = exact or _places(self.shadow, fold(quote))
        return [(start, start + len(quote)) for start in found]


def _places(text: str, part: str) -> list[int]:
    found, start = [], text.find(part)
    while part and start >= 0:
        found.append(start)
        start = text.find(part, start + 1)
    return found


def read_rows(path: Path, columns: Sequence[str] = COLUMNS) -> list[Row]:
    """The lines of the file ``path`` below its header, comments (``#``) and blank lines left out.

    :raises ReviewError: unreadable file, other columns than ``columns``, wrong number of cells.
    """
    lines = [
        (number, [cell.strip() for cell in line.split("\t")])
        for number, line in enumerate(_lines(path), 1)
        if line.strip() and not line.startswith("#")
    ]
    remedy = "write the tab-separated columns " + " ".join(columns)
    if not lines:
        raise ReviewError("the file is empty", where=str(path), remedy=remedy)
    first, header = lines[0]
    if tuple(header) != tuple(columns):
        where = f"{path}:{first}"
        raise ReviewError("the header is not the expected one", where=where, remedy=remedy)
    rows = []
    for number, cells in lines[1:]:
        row = Row(path, number, dict(zip(columns, cells, strict=False)))
        if len(cells) != len(columns):
            raise row.error(
                f"{len(cells)} cells instead of {len(columns)}",
                "part cells by tabs and keep empty cells",
            )
        rows.append(row)
    return rows


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(
            f"the file cannot be read: {error}", where=str(path), remedy="give a UTF-8 file"
        ) from error


def read_statements(path: Path, document: Document, method: str = "gold") -> list[Statement]:
    """All rows of a gold file as statements about ``document``; every name needs a type row.

    :raises ReviewError: a broken row, the same fact twice, an entity without a type row.
    """
    index = TextIndex(document)
    rows = read_rows(path)
    classes = {
        r.cells["subject"]: r.cells["object"] for r in rows if r.cells["predicate"] == "type"
    }
    found: list[Statement] = []
    seen: dict[tuple[object, ...], int] = {}
    for row in rows:
        statement = to_statement(row, index, classes, method)
        key = (*_fact(statement), statement.modality)
        if key in seen:
            raise row.error(f"the same fact as in line {seen[key]}", "keep one of the two lines")
        seen[key] = row.line
        found.append(statement)
    return found


def _fact(statement: Statement) -> tuple[object, ...]:
    value = statement.value
    return (
        statement.subject.name,
        statement.predicate,
        statement.object.name if statement.object else None,
        (value.text, value.number, value.unit, value.indicator, value.as_of) if value else None,
    )


def to_statement(row: Row, index: TextIndex, classes: dict[str, str], method: str) -> Statement:
    """The statement of one row, with its quotes found in the text.

    ``classes`` gives the class of each entity that has a ``type`` statement.

    :raises ReviewError: unknown names, missing cells, a quote that is not in the text.
    """
    cells = row.cells
    predicate = _known(row, "predicate", sorted(vocabulary().predicates))
    for column in ("subject", *_NEEDED.get(predicate, ("object",)), "quote"):
        if not cells[column]:
            raise row.error(f"the cell {column} is empty", f"{predicate} needs it")
    _check_cells(row)
    subject = Node(cells["subject"], _class_of(row, "subject", classes))
    if predicate == "observation":
        object_ = None
    elif predicate in _PLAIN:
        object_ = Node(cells["object"], _PLAIN[predicate])
    else:
        object_ = Node(cells["object"], _class_of(row, "object", classes))
    evidence = _evidence(row, index)
    return identify(
        Statement(
            doc=index.document.doc,
            sha256=index.document.sha256,
            subject=_placed(subject, index, evidence),
            predicate=predicate,
            object=object_ and _placed(object_, index, evidence),
            value=value_of(cells),
            status=cells["status"] or None,
            modality=cells["modality"] or "asserted",
            speaker=cells["speaker"] or None,
            evidence=evidence,
            method=method,
            subject_source="explicit" if len(evidence) == 1 else "section",
        )
    )


def value_of(cells: dict[str, str]) -> Value | None:
    """The number, or the title of a post, that the cells give; wording as the cell has it."""
    if cells["predicate"] == "holds":
        return Value(text=cells["indicator"])
    if cells["predicate"] != "observation":
        return None
    return Value(
        text=cells["number"],
        number=cells["number"],
        unit=cells["unit"],
        indicator=cells["indicator"],
        approximator=cells["approximator"] or None,
        as_of=cells["as_of"] or None,
    )


def _known(row: Row, column: str, names: Iterable[str]) -> str:
    """The cell, which must be one of ``names``."""
    name, known = row.cells[column], list(names)
    if name not in known:
        near = get_close_matches(name, known, 3, 0.5) or known[:12]
        raise row.error(f"unknown {column} {name!r}", "write one of " + ", ".join(near))
    return name


def _check_cells(row: Row) -> None:
    words, cells = vocabulary(), row.cells
    if cells["predicate"] in ("type", "hasStatus"):
        is_type = cells["predicate"] == "type"
        _known(row, "object", list(words.classes if is_type else words.concepts["statuses"]))
    for column, names in (
        ("status", words.concepts["statuses"]),
        ("modality", words.concepts["modalities"]),
        ("approximator", words.concepts["approximators"]),
        ("unit", [unit.code for unit in words.scheme("units")]),
    ):
        if cells[column]:
            _known(row, column, names)
    if cells["as_of"] and not _AS_OF.match(cells["as_of"]):
        raise row.error(f"as_of {cells['as_of']!r} is no date", "write 2021, 2021-04 or 2021-04-30")
    if cells["predicate"] == "observation":
        try:
            Decimal(cells["number"])
        except InvalidOperation:
            raise row.error(
                f"number {cells['number']!r} is no decimal", "write it in base units: 20000000000"
            ) from None


def _class_of(row: Row, column: str, classes: dict[str, str]) -> str:
    """The class of the subject or object: of its type row, which the cell must not contradict."""
    name, cell = row.cells[column], f"{column}_class"
    if row.cells["predicate"] == "type":
        return row.cells["object"]
    if name not in classes:
        raise row.error(f"{name!r} has no type", f"add a type line for {name}")
    if row.cells[cell] and row.cells[cell] != classes[name]:
        raise row.error(
            f"{name!r} is a {row.cells[cell]} here and a {classes[name]} in its type line",
            "write the same class in both",
        )
    return classes[name]


def _evidence(row: Row, index: TextIndex) -> tuple[Evidence, ...]:
    """The quotes of a row; a part that occurs more than once is taken nearest to the last part."""
    parts = row.cells["quote"].split(PARTS)
    anchor: int | None = None
    found: list[Evidence] = []
    for part in reversed(parts):
        places = index.find(part)
        if not places:
            raise row.error(
                f"the quote {part!r} is not in the text", "copy it from the article, sign by sign"
            )
        if anchor is None:
            start, end = places[0]
            anchor = start
        else:
            target = anchor
            start, end = min(places, key=lambda place: (abs(place[0] - target), place[0]))
        role = "subject" if found else "predicate"
        found.append(Evidence(role, start, end, index.document.text[start:end]))
    return tuple(found)


def _placed(node: Node, index: TextIndex, evidence: tuple[Evidence, ...]) -> Node:
    """``node`` with the place of its name: within the quotes if it is there, else anywhere."""
    if node.cls in _PLAIN.values() and node.cls != "Label":
        return node
    places = index.find(node.name)
    inside = [p for e in evidence for p in places if e.start <= p[0] and p[1] <= e.end]
    best = inside or places
    return replace(node, span=best[0]) if best else node
