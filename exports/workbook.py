"""Workbook: a table as an Excel file that runs nothing and is the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from pyoxigraph import Literal, NamedNode
from wcwidth import wcswidth

from exports.spreadsheet import neutralise
from exports.tables import headings, is_quantity, show
from exports.xmltext import checked
from graph.query import Table, Term
from ontology.errors import OutputError

__all__ = ["render"]

#: The oldest time a ZIP file can hold; clocks must not change the bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)
#: A double keeps 15 digits (https://support.microsoft.com, "Excel specifications and limits").
_NUMBER = re.compile(r"-?(?=[\d.]{1,15}$)\d+(\.\d+)?")
#: Digits that people read without commas between them.
_UNGROUPED = 4


#: Most characters (UTF-16 units) of a cell and most rows of a sheet, by the same page.
_LONGEST, _MOST_ROWS = 32_767, 1_048_576
#: Widest column, in digits; what is longer is wrapped.
_WIDEST = 60
#: Excel drops the links of a sheet that has more (its specifications and limits, as above).
_MOST_LINKS = 65_530
_LINK = Font(color="0563C1", underline="single")


class _Sheet:
    """Makes the cells of one sheet."""

    def __init__(self, sheet: Any, raw: bool, link: Callable[[Table, int, int], str]) -> None:
        self.sheet, self.raw, self.link, self.links = sheet, raw, link, 0

    def cell(self, term: Term | None, text: str, target: str = "") -> Any:
        if is_quantity(term) and _NUMBER.fullmatch(text):
            cell = WriteOnlyCell(self.sheet, float(text) if "." in text else int(text))
            if "." not in text and len(text) > _UNGROUPED:
                cell.number_format = "#,##0"
        else:
            if len(text.encode("utf-16-le", "surrogatepass")) > 2 * _LONGEST:
                raise _too_large(f"a cell has more than {_LONGEST} characters")
            cell = WriteOnlyCell(self.sheet, checked(text, "a cell"))
            cell.data_type = "s"
            cell.quotePrefix = not self.raw and neutralise(text) != text  # as if typed: '=1+1
        if target and self.links < _MOST_LINKS:
            self.links += 1
            cell.hyperlink = target
            cell.value, cell.data_type, cell.font = text, "s", _LINK
        cell.alignment = Alignment(vertical="top", wrap_text=wcswidth(text) > _WIDEST - 2)
        return cell

    def rows(self, table: Table) -> Iterator[list[Any]]:
        header = [self.cell(None, words) for words in headings(table)]
        for cell in header:
            cell.font = Font(bold=True)
        yield header
        for at, row in enumerate(table.rows):
            yield [
                self.cell(term, _text(term), self.link(table, at, place)) if _text(term) else None
                for place, term in enumerate(row)
            ]


def _too_large(what: str) -> OutputError:
    return OutputError(f"{what}, which Excel would cut", remedy="choose csv, or ask for less")


def _iri(table: Table, row: int, column: int) -> str:
    term = table.rows[row][column]
    if isinstance(term, NamedNode) and term.value.startswith(("http://", "https://")):
        return term.value
    return ""


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal) else show(term).strip("<>")


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


def render(
    table: Table, *, raw: bool = False, link: Callable[[Table, int, int], str] | None = None
) -> bytes:
    """The table as an ``.xlsx`` file: header bold and frozen, filters on, numbers as numbers.

    :param raw: let Excel take a cell for a formula once somebody edits it.
    :param link: the address that the cell in a row and column opens; by default its IRI.
    :raises OutputError: a cell holds a character that no XML file can carry, or the table is more
        than Excel can hold.
    """
    if len(table.rows) >= _MOST_ROWS:
        raise _too_large(f"the answer has {len(table.rows)} rows")
    book = Workbook(write_only=True)
    book.properties.creator = "onecity"
    book.properties.created = book.properties.modified = datetime(*_EPOCH)
    sheet = book.create_sheet("onecity")
    sheet.freeze_panes = "A2"
    for number, words in enumerate(headings(table)):
        texts = [words, *(_text(row[number]) for row in table.rows)]
        width = max(max(wcswidth(line), 0) for text in texts for line in text.split("\n")) + 3
        sheet.column_dimensions[get_column_letter(number + 1)].width = min(max(width, 8), _WIDEST)
    if table.columns:
        last = f"{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
        sheet.auto_filter.ref = f"A1:{last}"
    made = list(_Sheet(sheet, raw, link or _iri).rows(table))
    for cells in made:  # all are checked before the first is written
        sheet.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    return _settled(buffer.getvalue())
