"""Tables: the answer of a SELECT or ASK query, for terminals, documents, programs, spreadsheets.

An answer comes as SPARQL results JSON (https://www.w3.org/TR/sparql11-results-json/), the form
in which it leaves the query process.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    Triple,
    parse_query_results,
)
from wcwidth import wcwidth

from exports.prefixes import shorten
from ontology.errors import NotFoundError

__all__ = ["FORMATS", "Table", "Term", "layout", "markdown", "read", "render", "show"]

Term = NamedNode | BlankNode | Literal | Triple
#: What a terminal would obey instead of show, and what would reorder the line.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Table:
    """Column names, and rows of terms; an unbound variable is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


def read(answer: bytes) -> Table:
    """The table of an answer; that of an ASK has the one column ``answer``.

    >>> read(b'{"head": {}, "boolean": true}').rows[0][0].value
    'true'
    """
    result = parse_query_results(answer, format=QueryResultsFormat.JSON)
    if isinstance(result, QueryBoolean):
        return Table(("answer",), ((Literal(bool(result)),),))
    columns = tuple(variable.value for variable in result.variables)
    rows = tuple(tuple(row[name] for name in columns) for row in result)
    return Table(columns, rows)


def show(term: Term | None) -> str:
    """A term as people read it: short IRIs, bare literals, nothing that moves the cursor."""
    if term is None:
        return ""
    text = shorten(term.value) if isinstance(term, NamedNode) else str(term)
    if isinstance(term, Literal):
        text = term.value
    return _CONTROLS.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


def _width(text: str) -> int:
    return sum(max(wcwidth(character), 0) for character in text)


def _wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` terminal columns; Chinese characters take two."""
    lines, line, used = [], "", 0
    for character in text:
        size = max(wcwidth(character), 0)
        if used + size > width and line:
            lines.append(line)
            line, used = "", 0
        line, used = line + character, used + size
    return [*lines, line]


def _widths(cells: list[list[str]], limit: int | None) -> list[int]:
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    while limit and sum(widths) + len(_GAP) * (len(widths) - 1) > limit and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    return widths


def _is_number(term: Term | None) -> bool:
    return isinstance(term, Literal) and bool(re.fullmatch(r"[+-]?\d+(\.\d+)?", term.value))


def layout(table: Table, width: int | None = None) -> str:
    """Aligned columns for a terminal, at most ``width`` columns wide where that is possible."""
    if not table.columns:
        return "\n"
    cells = [list(table.columns), *([show(term) for term in row] for row in table.rows)]
    widths = _widths(cells, width)
    right = [
        bool(table.rows) and all(row[i] is None or _is_number(row[i]) for row in table.rows)
        for i in range(len(widths))
    ]
    lines: list[str] = []
    for number, row in enumerate(cells):
        wrapped = [_wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
        for step in range(max(map(len, wrapped))):
            parts = [part[step] if step < len(part) else "" for part in wrapped]
            padded = [
                " " * (size - _width(part)) + part if flush else part + " " * (size - _width(part))
                for part, size, flush in zip(parts, widths, right, strict=True)
            ]
            lines.append(_GAP.join(padded).rstrip())
        if number == 0:
            lines.append(_GAP.join("─" * size for size in widths))
    return "\n".join(lines) + "\n"


def markdown(table: Table) -> str:
    """A table for Markdown documents."""

    def line(cells: Iterator[str]) -> str:
        return "| " + " | ".join(cells) + " |"

    def escape(text: str) -> str:
        return re.sub(r"([\\|`*_<>\[\]])", r"\\\1", text)

    lines = [line(map(escape, table.columns)), line("---" for _ in table.columns)]
    lines += [line(escape(show(term)) for term in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def _standard(form: QueryResultsFormat) -> Callable[[bytes, int | None], bytes]:
    def write(answer: bytes, _width: int | None) -> bytes:
        result = parse_query_results(answer, format=QueryResultsFormat.JSON)
        return result.serialize(format=form) or b""

    return write


def _xlsx(answer: bytes, _width: int | None) -> bytes:
    from exports.workbook import render as render_workbook

    return render_workbook(read(answer))


#: Format name to writer. CSV, TSV, JSON and XML are exactly what W3C prescribes.
FORMATS: dict[str, Callable[[bytes, int | None], bytes]] = {
    "table": lambda answer, width: layout(read(answer), width).encode(),
    "csv": _standard(QueryResultsFormat.CSV),
    "tsv": _standard(QueryResultsFormat.TSV),
    "json": _standard(QueryResultsFormat.JSON),
    "xml": _standard(QueryResultsFormat.XML),
    "markdown": lambda answer, _width: markdown(read(answer)).encode(),
    "xlsx": _xlsx,
}


def render(answer: bytes, name: str, width: int | None = None) -> bytes:
    """``answer`` in the format ``name``; ``width`` bounds the terminal table.

    :raises NotFoundError: no such format.
    """
    if name not in FORMATS:
        nearest = tuple(get_close_matches(name, FORMATS, n=2)) or tuple(FORMATS)
        raise NotFoundError(f"no table format named {name!r}", nearest=nearest)
    return FORMATS[name](answer, width)
