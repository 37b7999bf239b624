"""Workbook: a table as an Excel file that runs nothing and is the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from pyoxigraph import Literal

from exports.spreadsheet import neutralise
from exports.tables import show
from exports.xmltext import checked
from graph.query import Table, Term

__all__ = ["render"]

#: The oldest time a ZIP file can hold; clocks must not change the bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)
#: A double keeps 15 digits (https://support.microsoft.com, "Excel specifications and limits").
_NUMBER = re.compile(r"-?(?=[\d.]{1,15}$)\d+(\.\d+)?")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMERIC = {_XSD + name for name in ("decimal", "integer", "nonNegativeInteger", "double")}


def _cell(sheet: Any, term: Term | None, text: str) -> Any:
    numeric = isinstance(term, Literal) and term.datatype.value in _NUMERIC
    if numeric and _NUMBER.fullmatch(text):
        return WriteOnlyCell(sheet, float(text) if "." in text else int(text))
    cell = WriteOnlyCell(sheet, checked(text, "a cell"))
    cell.data_type = "s"
    cell.quotePrefix = neutralise(text) != text  # what typing an apostrophe in Excel does
    return cell


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal) else show(term)


def _settled(data: bytes) -> bytes:
    """The same archive without the times that openpyxl writes into it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</[^>]*>", b"", content)
            new.writestr(entry, content)
    return target.getvalue()


def render(table: Table) -> bytes:
    """The table as an ``.xlsx`` file: header bold and frozen, filters on, numbers as numbers.

    :raises OutputError: a cell holds a character that no XML file can carry.
    """
    book = Workbook(write_only=True)
    book.properties.creator = "onecity"
    book.properties.created = book.properties.modified = datetime(*_EPOCH)
    sheet = book.create_sheet("onecity")
    sheet.freeze_panes = "A2"
    for number, column in enumerate(table.columns):
        texts = [show(row[number]) for row in table.rows]
        width = max([len(column), *map(len, texts)]) * 1.6
        sheet.column_dimensions[get_column_letter(number + 1)].width = min(max(width, 10), 60)
    if table.columns:
        last = f"{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
        sheet.auto_filter.ref = f"A1:{last}"
    header = [_cell(sheet, None, column) for column in table.columns]
    for cell in header:
        cell.font = Font(bold=True)
    rows = [
        [_cell(sheet, term, text) if (text := _text(term)) else None for term in row]
        for row in table.rows
    ]  # all cells are checked before the first is written
    for cells in [header, *rows]:
        sheet.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    return _settled(buffer.getvalue())
