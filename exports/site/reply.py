"""The reply: what a build answers to a saved question with its own parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode, Store

from exports import tables
from exports.site.phrase import phrase
from graph.catalogue import Question
from graph.query import Table, Term, explain, query
from graph.terms import XSD
from ontology.errors import OneCityError

__all__ = ["MOST", "Cell", "Reply", "reply"]

#: Most rows on a page; the file beside it has all.
MOST = 300
#: Columns of words of articles and of the vocabulary: a name among them leads nowhere.
_WORDS = {"quote", "class", "relation", "predicate", "indicator", "role", "title", "post_title"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as text, and the IRI of the thing or article it names, where it names one."""

    text: str
    iri: str = ""
    is_number: bool = False

    @property
    def is_brief(self) -> bool:
        """Whether it is too short to break, as dates are."""
        return len(self.text) <= len("2021-05-21")


@dataclass(frozen=True, slots=True)
class Reply:
    """A question with its answer, or why it could not be put.

    ``values``: what its parameters were; ``sparql``: the query as it was put; ``csv``: the whole
    answer, safe to open in Excel.
    """

    question: Question
    values: dict[str, str]
    sparql: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    count: int = 0
    csv: bytes = b""
    reason: str = ""

    def is_numeric(self, column: int) -> bool:
        """Whether a column holds a number and nothing but numbers."""
        cells = [row[column] for row in self.rows if row[column].text]
        return bool(cells) and all(cell.is_number for cell in cells)


def reply(store: Store, question: Question, known: Mapping[str, str], lang: str = "zh") -> Reply:
    """Ask a saved question with its default parameters; those it needs have their example.

    :param known: the IRI that a name alone tells, so that names in answers can lead somewhere.
    """
    values, put = {}, {}
    for parameter in question.parameters:
        value = parameter.default or (parameter.example if parameter.needed else None)
        if parameter.type == "language":
            put[parameter.name] = lang
        elif value is not None:
            put[parameter.name] = values[parameter.name] = value
    try:
        table = replace(query(store, question, put), lang=lang)
        sparql = explain(store, question, put)
    except OneCityError as error:
        return Reply(question, values, question.sparql, reason=error.what)
    columns, rows = _rows(table, known, lang)
    csv = tables.render(replace(table, lang=None), "spreadsheet")  # both languages share the file
    return Reply(question, values, sparql, columns, rows, len(table.rows), csv)


def _rows(
    table: Table, known: Mapping[str, str], lang: str
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """The first rows; where title and address of an article stand apart, they become one."""
    merged = {"source", "article"} <= set(table.columns)
    columns = tuple(name for name in table.columns if not (merged and name == "article"))
    rows = []
    for row in table.rows[:MOST]:
        terms = dict(zip(table.columns, row, strict=True))
        cells = {
            name: _cell(terms[name], {} if name in _WORDS else known, lang) for name in columns
        }
        if merged:
            cells["source"] = Cell(cells["source"].text, getattr(terms["article"], "value", ""))
        rows.append(tuple(cells.values()))
    return columns, tuple(rows)


def _cell(term: Term | None, known: Mapping[str, str], lang: str) -> Cell:
    text = tables.show(term, lang)
    if isinstance(term, NamedNode):
        return Cell(text, term.value)
    if tables.is_quantity(term):
        return Cell(text, is_number=True)
    if isinstance(term, Literal) and term.datatype.value == XSD + "boolean":
        return Cell(phrase(text, lang))
    return Cell(text, known.get(text, ""))
