"""Query: SPARQL over the store, saved questions by name, answers as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal as Choice
from typing import Protocol

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryTriples,
    Store,
)

from graph.catalogue import Question, find_question
from graph.guard import check
from graph.guard import explain as explain_syntax
from graph.lookup import Patterns
from graph.terms import PREFIXES, shorten
from graph.value import Term, read_value
from ontology.errors import QueryError

__all__ = [
    "Source",
    "Table",
    "Term",
    "bind",
    "explain",
    "in_order",
    "query",
    "show_term",
    "uncommented",
]

_Row = tuple[Term | None, ...]

_NAME = re.compile(r"[A-Za-z0-9_-]+")
#: Comments, addresses and strings, in which a ``$`` is no parameter; then the parameter.
_TOKEN = re.compile(
    r"""(#[^\n\r]*|<[^<>"{}|^`\\\s]*>|\"\"\".*?\"\"\"|'''.*?'''"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\$([A-Za-z_]\w*)""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: rows of terms under named columns; a cell is None where nothing is bound.

    ``ask`` has one cell ``answer``; ``construct`` has the columns subject, predicate, object.
    Rows come in the order the query asks for; where it asks for none, sorted. ``lang`` is that
    in which people read the answer of a saved question; one of a query of their own has none.
    """

    form: Choice["select", "ask", "construct"]
    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    lang: str | None = None

    def texts(self) -> list[tuple[str, ...]]:
        """The rows for reading: literals as their text, IRIs shortened, nothing as ``""``."""
        return [tuple(map(show_term, row)) for row in self.rows]

    def without(self, column: str) -> Table:
        """The table with one column less."""
        at = self.columns.index(column)
        rows = tuple((*row[:at], *row[at + 1 :]) for row in self.rows)
        columns = (*self.columns[:at], *self.columns[at + 1 :])
        return replace(self, columns=columns, rows=rows)


class Source(Patterns, Protocol):
    """A graph that another program keeps, such as a :class:`graph.remote.Remote`."""

    def answer(self, text: str) -> Table:
        """The answer to a SPARQL text."""


def show_term(term: Term | None) -> str:
    """A term as a person reads it.

    >>> show_term(NamedNode("https://w3id.org/onecity/ontology#City"))
    'oc:City'
    """
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return shorten(term.value)
    return term.value if isinstance(term, Literal | BlankNode) else str(term)


def query(
    store: Store | Source, question: str | Question, params: Mapping[str, str | Term] | None = None
) -> Table:
    """Answer a question: a saved one by its name, one that was read, or a SPARQL text.

    The default graph is the union of all graphs. Prefixes such as ``oc:`` need no declaration.

    :param store: of a build, or an endpoint that another program serves.
    :param params: values for the parameters ``$name`` in the query. Text is read as the saved
        question's type for it says; in free SPARQL it is a plain string, so give terms there.
    :raises QueryError: when the text does not parse, reaches out or cannot be evaluated; or the
        saved question lacks a value that it needs, or was given one of another class.
    :raises NotFoundError: for an unknown question, or an entity unknown to the store.
    """
    given = dict(params or {})
    if isinstance(question, str) and _NAME.fullmatch(question.strip()):
        question = find_question(question.strip())
    if isinstance(question, Question):
        text, terms = question.text, _terms(store, question, given)
    else:
        text = question
        terms = {
            name: Literal(value) if isinstance(value, str) else value
            for name, value in given.items()
        }
    return _evaluate(store, bind(text, terms))


def explain(store: Patterns, saved: Question, params: Mapping[str, str | Term]) -> str:
    """The SPARQL text that a saved question becomes with these values; it runs as it stands."""
    return bind(saved.sparql, _terms(store, saved, dict(params)))


def bind(text: str, terms: Mapping[str, Term]) -> str:
    """The query with every ``$name`` outside strings, addresses and comments as its term.

    What is put in is a term of the engine, written by the engine's own serializer, so that a
    value stays one term whatever its characters. (Oxigraph's own substitutions only reach
    variables that the outermost SELECT projects.)

    :raises QueryError: when a name has no place in the query.

    >>> bind('ASK { ?s ?p $x }  # $x', {"x": Literal('" } ; DROP ALL #')})
    'ASK { ?s ?p "\\\\" } ; DROP ALL #" }  # $x'
    """
    used = set()

    def put(match: re.Match[str]) -> str:
        name = match[2]
        if name is None or name not in terms:
            return match[0]
        used.add(name)
        return str(terms[name])

    bound = _TOKEN.sub(put, text)
    if missing := sorted(terms.keys() - used):
        raise QueryError(f"the query has no parameter ${missing[0]}", remedy="leave it out")
    return bound


def uncommented(text: str) -> str:
    """The query without its comments.

    >>> uncommented("ASK { <a#b> ?p '#' } # {")
    "ASK { <a#b> ?p '#' } "
    """
    return _TOKEN.sub(lambda match: "" if match[0].startswith("#") else match[0], text)


def _terms(store: Patterns, saved: Question, given: dict[str, str | Term]) -> dict[str, Term]:
    for name in sorted(given):
        saved.parameter(name)
    if lacking := [p.name for p in saved.parameters if p.needed and given.get(p.name) is None]:
        example = " ".join(f"--{p.name} {p.example}" for p in saved.parameters if p.needed)
        raise QueryError(
            f"question {saved.name!r} needs --{lacking[0]}", remedy=f"for example {example}"
        )
    terms: dict[str, Term] = {}
    for parameter in saved.parameters:
        value = given.get(parameter.name, parameter.default)
        if isinstance(value, str):
            terms[parameter.name] = read_value(store, parameter, value)
        elif value is not None:
            terms[parameter.name] = value
    return terms


def _evaluate(store: Store | Source, text: str) -> Table:
    if not isinstance(store, Store):
        return store.answer(text)
    check(text)
    try:
        answer = store.query(text, prefixes=PREFIXES)
        if isinstance(answer, QueryBoolean):
            return Table("ask", ("answer",), ((Literal(bool(answer)),),))
        if isinstance(answer, QueryTriples):
            found = {(t.subject, t.predicate, t.object) for t in answer}
            names = ("subject", "predicate", "object")
            return Table("construct", names, in_order("", found))
        columns: tuple[str, ...] = tuple(variable.value for variable in answer.variables)
        rows = [tuple(row[name] for name in columns) for row in answer]
    except SyntaxError as error:
        raise explain_syntax(text, error) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query cannot be evaluated: {error}", where="query") from error
    return Table("select", columns, in_order(text, rows))


def in_order(text: str, rows: Iterable[_Row]) -> tuple[_Row, ...]:
    """The rows as they are when the query ``text`` asks for an order, else sorted."""
    if re.search(r"\border\s+by\b", text, re.IGNORECASE):
        return tuple(rows)
    return tuple(sorted(rows, key=_order))


def _order(row: _Row) -> tuple[str, ...]:
    return tuple("" if term is None else str(term) for term in row)
