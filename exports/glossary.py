"""The glossary: cues as a spreadsheet file, for curators to change, and back.

Three formats: ``.xlsx``, and ``.tsv`` or ``.csv`` in which cells that a spreadsheet would run as a
formula begin with an apostrophe, which reading takes away.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from pyoxigraph import Literal

from exports.spreadsheet import BOM, neutralise
from graph.query import Table
from ontology.errors import InputError, OutputError, ReviewError
from ontology.lexicon.sheet import Line
from sources.decode import decode

__all__ = ["read_sheet", "render_sheet"]

_DELIMITERS = {".tsv": "\t", ".csv": ","}
_Rows = list[tuple[int, list[str]]]


def render_sheet(columns: Sequence[str], rows: Iterable[dict[str, str]], suffix: str) -> bytes:
    """The rows as a file that ends in ``suffix``.

    >>> render_sheet(["id", "form"], [{"id": "unit/range/-", "form": "-"}], ".tsv").decode()
    "\\ufeffid\\tform\\nunit/range/-\\t'-\\n"

    :raises OutputError: no such format.
    """
    cells = [[row.get(column, "") for column in columns] for row in rows]
    if suffix == ".xlsx":
        from exports.workbook import render

        terms = tuple(tuple(map(Literal, row)) for row in cells)
        return render(Table("select", tuple(columns), terms))
    if suffix not in _DELIMITERS:
        raise OutputError(
            f"no spreadsheet ends in {suffix!r}", remedy="name a file .xlsx, .tsv or .csv"
        )
    end = "\r\n" if suffix == ".csv" else "\n"
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=_DELIMITERS[suffix], lineterminator=end)
    writer.writerow(columns)
    writer.writerows([_guard(cell) for cell in row] for row in cells)
    return (BOM + buffer.getvalue()).encode()


def _guard(cell: str) -> str:
    """``cell`` safe in a spreadsheet; an apostrophe that it has of itself gets another."""
    return "'" + cell if cell.startswith("'") else neutralise(cell)


def _bare(cell: str) -> str:
    """What :func:`_guard` was given.

    >>> [_bare(_guard(cell)) for cell in ("-", "'-", "''", "a", "-5")]
    ['-', "'-", "''", 'a', '-5']
    """
    rest = cell[1:]
    guarded = cell.startswith("'") and (rest.startswith("'") or neutralise(rest) != rest)
    return rest if guarded else cell


def read_sheet(path: Path) -> list[Line]:
    """The rows of a spreadsheet below its header; empty ones are left out.

    :raises ReviewError: no such file, no spreadsheet, or a row that does not fit its header.
    """
    suffix = path.suffix.lower()
    readers: dict[str, Callable[[Path], _Rows]] = {
        ".xlsx": _read_book,
        **dict.fromkeys(_DELIMITERS, _read_text),
    }
    if suffix not in readers:
        raise ReviewError(
            "no spreadsheet", where=str(path), remedy="give an .xlsx, .tsv or .csv file"
        )
    rows = readers[suffix](path)
    if not rows:
        raise ReviewError(
            "the file is empty", where=str(path), remedy="begin with `onecity lexicon export`"
        )
    number, header = rows[0]
    columns = [cell.strip() for cell in header]
    if doubled := [name for name in columns if name and columns.count(name) > 1]:
        raise ReviewError(
            f"two columns {doubled[0]!r}", where=f"{path}:{number}", remedy="delete one of them"
        )
    return [_line(path, number, cells, columns) for number, cells in rows[1:]]


def _line(path: Path, number: int, cells: list[str], columns: list[str]) -> Line:
    line = Line(str(path), number, {name: "" for name in columns if name})
    for place, cell in enumerate(cells):
        if place < len(columns) and columns[place]:
            line.cells[columns[place]] = cell
        elif cell.strip():
            raise line.error(f"{cell!r} stands under no column", "move it, or empty the cell")
    return line


def _read_text(path: Path) -> _Rows:
    try:
        text, _ = decode(path.read_bytes(), str(path))
        lines = csv.reader(
            io.StringIO(text), delimiter=_DELIMITERS[path.suffix.lower()], strict=True
        )
        rows = [(lines.line_num, [_bare(cell) for cell in row]) for row in lines]
    except (OSError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or error
        remedy = "check the path" if isinstance(error, OSError) else "save it as .xlsx"
        raise ReviewError(f"cannot be read: {reason}", where=str(path), remedy=remedy) from error
    except InputError as error:
        raise ReviewError(error.what, where=error.where, remedy=error.remedy) from error
    return [(number, row) for number, row in rows if any(cell.strip() for cell in row)]


def _read_book(path: Path) -> _Rows:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True)
        sheet = book.worksheets[0]
        rows = [
            (number, [_text(path, number, cell) for cell in row])
            for number, row in enumerate(sheet.iter_rows(), start=1)
        ]
        book.close()
    except ReviewError:
        raise
    except OSError as error:
        raise ReviewError(
            f"cannot be read: {error.strerror}", where=str(path), remedy="check the path"
        ) from error
    except Exception as error:  # openpyxl has no error of its own for damaged files
        raise ReviewError(
            "no Excel workbook that can be read", where=str(path), remedy="save it as .xlsx again"
        ) from error
    return [(number, row) for number, row in rows if any(cell.strip() for cell in row)]


def _text(path: Path, number: int, cell: Any) -> str:
    """A cell as text: numbers without the zeros that Excel adds."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f" or not isinstance(value, str | int | float):
        what = "formula" if cell.data_type == "f" else type(value).__name__
        raise ReviewError(
            f"{value!s} is a {what}, not text",
            where=f"{path}:{number}",
            remedy="format the cell as text and write it again",
        )
    if isinstance(value, bool):
        return str(value).lower()
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole else value)
