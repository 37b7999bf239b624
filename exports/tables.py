"""Tables: the answer of a query, for terminals, documents, programs and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse_query_results,
)
from wcwidth import wcwidth

from exports.magnitude import read_out
from exports.prefixes import PREFIXES, shorten
from exports.serialize import write_triples
from exports.spreadsheet import BOM, neutralise
from exports.xmltext import checked
from graph.catalogue import heading
from graph.query import Table, Term
from ontology.errors import NotFoundError, QueryError

__all__ = [
    "FORMATS", "Style", "encode", "find_form", "headings", "is_quantity", "layout", "markdown",
    "render", "show",
]  # fmt: skip

#: What a terminal would obey instead of show, and what would reorder the line.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_GAP = "  "
_QUANTITIES = {
    PREFIXES["xsd"] + name for name in ("integer", "nonNegativeInteger", "decimal", "double")
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is written, where its format leaves a choice.

    :param width: columns of the terminal. :param raw: leave formulas in spreadsheets as they are.
    :param link: the address that a term opens, given its row; by default that of its IRI.
    """

    width: int | None = None
    raw: bool = False
    link: Callable[[Table, int, int], str] | None = None


_Writer = Callable[[Table, Style], bytes]


def encode(table: Table) -> bytes:
    """The answer as SPARQL results JSON (https://www.w3.org/TR/sparql11-results-json/).

    >>> encode(Table("ask", ("answer",), ((Literal(True),),)))
    b'{"head": {}, "boolean": true}'
    """
    if table.form == "ask":
        return json.dumps({"head": {}, "boolean": show(table.rows[0][0]) == "true"}).encode()
    bindings = [
        {
            name: _encode(term)
            for name, term in zip(table.columns, row, strict=True)
            if term is not None
        }
        for row in table.rows
    ]
    answer = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False).encode()


def _encode(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _encode(part) for name, part in parts.items()}}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    plain = term.datatype.value == PREFIXES["xsd"] + "string"
    datatype = {} if plain else {"datatype": term.datatype.value}
    return {"type": "literal", "value": term.value, **datatype}


def headings(table: Table) -> tuple[str, ...]:
    """What stands above the columns for people: words in their language, or the variables."""
    if table.lang is None:
        return table.columns
    return tuple(heading(column, table.lang) for column in table.columns)


def is_quantity(term: Term | None) -> bool:
    """Whether a term is a number by its type, as a year is not."""
    return isinstance(term, Literal) and term.datatype.value in _QUANTITIES


def show(term: Term | None, lang: str | None = None) -> str:
    """A term as people read it: short IRIs, bare literals, nothing that moves the cursor.

    :param lang: in which large numbers are read out; without it they stand as they are.
    """
    if term is None:
        return ""
    text = shorten(term.value) if isinstance(term, NamedNode) else str(term)
    if isinstance(term, Literal):
        text = read_out(term.value, lang) if lang and is_quantity(term) else term.value
    return _CONTROLS.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


def _width(text: str) -> int:
    return sum(max(wcwidth(character), 0) for character in text)


def _wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` terminal columns; Chinese characters take two.

    >>> _wrap("reached approximator", 14), _wrap("科学城 park", 9)
    (['reached ', 'approximator'], ['科学城 ', 'park'])
    """
    lines, line, used = [], "", 0
    for character in text:
        size = max(wcwidth(character), 0)
        if used + size > width and line:
            whole, space, word = line.rpartition(" ")
            if not whole or character == " " or not f"{word}{character}".isascii():
                whole, space, word = line, "", ""  # no word to keep together
            lines.append(whole + space)
            line, used = word, len(word)
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
    shown = ([show(term, table.lang) for term in row] for row in table.rows)
    cells = [list(headings(table)), *shown]
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
    """A table for Markdown documents: IRIs are links, and no cell can end its column or line."""

    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |"

    def escape(text: str) -> str:
        return re.sub(r"([\\|`*_~<>\[\]])", r"\\\1", text.replace("&", "&amp;"))

    def cell(term: Term | None) -> str:
        text = show(term, table.lang)
        text = escape(text.strip("<>") if isinstance(term, NamedNode) else text)
        if isinstance(term, NamedNode) and term.value.startswith(("http://", "https://")):
            return f"[{text}](<{term.value}>)"
        return text

    lines = [line(map(escape, headings(table))), line("---" for _ in table.columns)]
    lines += [line(map(cell, row)) for row in table.rows]
    return "\n".join(lines) + "\n"


def _standard(form: QueryResultsFormat) -> _Writer:
    def write(table: Table, _style: Style) -> bytes:
        result = parse_query_results(encode(table), format=QueryResultsFormat.JSON)
        return result.serialize(format=form) or b""

    return write


def _xml(table: Table, style: Style) -> bytes:
    for row in table.rows:
        for term in row:
            if isinstance(term, Literal):
                checked(term.value, "a cell")
    # readers of XML would take a bare carriage return for a line feed
    return _standard(QueryResultsFormat.XML)(table, style).replace(b"\r", b"&#13;")


def _turtle(table: Table, _style: Style) -> bytes:
    if table.form != "construct":
        raise QueryError("only a CONSTRUCT or DESCRIBE query has Turtle for an answer")
    triples = [Triple(*row) for row in table.rows]  # type: ignore[arg-type]
    return write_triples(triples, RdfFormat.TURTLE)


def _xlsx(table: Table, style: Style) -> bytes:
    from exports.workbook import render as render_workbook

    return render_workbook(table, raw=style.raw, link=style.link)


def _spreadsheet(table: Table, style: Style) -> bytes:
    """CSV that Excel opens as it is meant: marked as UTF-8, and no cell is run as a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    cells = [[t.value if isinstance(t, Literal) else show(t) for t in row] for row in table.rows]
    for row in [headings(table), *cells]:
        writer.writerow(row if style.raw else map(neutralise, row))
    return (BOM + text.getvalue()).encode()


#: Format name to writer. CSV, TSV, JSON and XML are exactly what W3C prescribes.
FORMATS: dict[str, _Writer] = {
    "table": lambda table, style: layout(table, style.width).encode(),
    "csv": _standard(QueryResultsFormat.CSV),
    "tsv": _standard(QueryResultsFormat.TSV),
    "json": _standard(QueryResultsFormat.JSON),
    "xml": _xml,
    "markdown": lambda table, _style: markdown(table).encode(),
    "xlsx": _xlsx,
    "spreadsheet": _spreadsheet,
    "turtle": _turtle,
}


def find_form(name: str) -> _Writer:
    """The writer of that format; a :class:`NotFoundError` offers the nearest names."""
    if name not in FORMATS:
        nearest = tuple(get_close_matches(name, FORMATS, n=2)) or tuple(FORMATS)
        raise NotFoundError(f"no table format named {name!r}", nearest=nearest)
    return FORMATS[name]


def render(table: Table, name: str, style: Style = Style()) -> bytes:
    """``table`` in the format ``name``.

    :raises NotFoundError: no such format. :raises QueryError: Turtle of an answer without triples.
    :raises OutputError: a character that the format cannot carry.
    """
    return find_form(name)(table, style)
