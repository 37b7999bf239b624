"""The remote: a graph behind a SPARQL server, which answers as the store of a build does.

The same question gives the same table: terms come in the engine's own form, an answer that the
server cut is fetched in pages and counted, and what cannot be proved whole is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from typing import Literal as Choice

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)

from graph.courier import Reply, send
from graph.guard import check, explain
from graph.query import Table, Term, in_order, uncommented
from graph.terms import PREFIXES, XSD
from ontology.errors import EndpointError

__all__ = ["TIMEOUT", "Remote"]

#: Seconds that one request may take, unless the user says another number.
TIMEOUT = 60.0
#: Answers of fewer rows are taken as they come: no server is known that cuts so early. Virtuoso's
#: own limit is 10,000, https://docs.openlinksw.com/virtuoso/rdfsparqlprotocolendpoint/
UNCOUNTED = 100
#: Answers of triples cannot be counted by a query; larger ones than this are refused.
MOST_TRIPLES = 1000
_RESULTS = ("application/sparql-results+json", "application/json;q=0.5")
_TRIPLES = ("application/n-triples", "text/plain;q=0.5")
_ROWS = "onecity_rows"
#: https://www.w3.org/TR/sparql11-query/#rPrologue; what follows is the query itself.
_PROLOGUE = re.compile(r"(?:\s|(?i:BASE)\s*<[^>]*>|(?i:PREFIX)\s+[^\s:]*:\s*<[^>]*>)*")
_DECLARED = re.compile(r"(?i:PREFIX)\s+([^\s:]*):")
_FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?(?:<[^>]*>|[\w.-]*:[\w.-]*)", re.IGNORECASE)
_RETURN_VALUE = "__ASK_RETVAL"  # how Virtuoso 7 names what ASK gives
_PARTIAL = "S1TAT"  # its mark of an answer that its time limit ended

_Row = tuple[Term | None, ...]


class Remote:
    """The graph that the SPARQL endpoint at ``url`` serves; read only.

    :param url: may carry parameters of the protocol, such as ``?default-graph-uri=…``.
    :param timeout: seconds that one request may take.
    """

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        """Nothing is asked yet."""
        self.url, self.timeout = url, timeout

    def answer(self, text: str) -> Table:
        """The answer to a SPARQL text, the same that :func:`graph.query.query` gives of a store.

        :raises QueryError: the text does not parse, or would make the server ask others.
        :raises EndpointError: no whole answer came.
        """
        check(text)
        form, columns = _shape(text)
        whole = _declared(text)
        if form == "ask":
            return Table("ask", columns, ((Literal(self._ask(whole)),),))
        if form == "construct":
            return Table("construct", columns, in_order("", self._triples(whole)))
        return Table("select", columns, in_order(text, self._select(whole, columns)))

    def quads_for_pattern(
        self,
        subject: Term | None,
        predicate: NamedNode | None,
        object: Term | None,  # noqa: A002 - the name that the store gives it
        graph_name: NamedNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """The quads of one graph, by default of the default graph, that fit a pattern."""
        parts = dict(zip("spo", (subject, predicate, object), strict=True))
        where = " ".join(str(part or f"?{name}") for name, part in parts.items())
        if isinstance(graph_name, NamedNode):
            # not by its name, for Virtuoso finds nothing there when the URL names a default graph
            where = f"GRAPH ?g {{ {where} }} FILTER(?g = {graph_name})"
        free = [name for name, part in parts.items() if part is None]
        rows: tuple[_Row, ...] = ((),)
        if free:
            rows = self.answer(f"SELECT DISTINCT ?{' ?'.join(free)} {{ {where} }}").rows
        elif not self._ask(f"ASK {{ {where} }}"):
            rows = ()
        for row in rows:
            found: dict[str, Any] = parts | dict(zip(free, row, strict=True))
            yield Quad(found["s"], found["p"], found["o"], graph_name or DefaultGraph())

    def _ask(self, text: str) -> bool:
        reply = send(self.url, text, _RESULTS, self.timeout)
        found = _parsed(reply)
        if isinstance(found, bool):
            return found
        columns, rows = found
        if columns == (_RETURN_VALUE,):
            return any(row[0] == Literal(1) for row in rows)
        raise EndpointError("answers with a table where yes or no was asked", where=reply.url)

    def _triples(self, text: str) -> set[_Row]:
        reply = send(self.url, text, _TRIPLES, self.timeout)
        try:
            found = [quad.triple for quad in parse(reply.body, format=RdfFormat.N_TRIPLES)]
        except SyntaxError as error:
            raise _broken(reply) from error
        if not reply.framed or _cut(reply) or len(found) >= MOST_TRIPLES:
            raise EndpointError(
                f"answers with {len(found)} triples, and nothing tells whether that is all",
                where=reply.url,
                remedy="ask with SELECT, whose rows can be counted",
            )
        return {(t.subject, t.predicate, _own(t.object)) for t in found}

    def _select(self, text: str, columns: tuple[str, ...]) -> list[_Row]:
        reply = send(self.url, text, _RESULTS, self.timeout)
        rows = _rows(reply, columns)
        if len(rows) < UNCOUNTED and not _cut(reply):
            return rows
        total = self._count(text, "SELECT *")
        if len(rows) == total:
            return rows
        return self._paged(text, columns, rows, total)

    def _count(self, text: str, form: str) -> int:
        inner = _wrapped(text, form, "")
        counted = _wrapped(inner, f"SELECT (COUNT(*) AS ?{_ROWS})", "")
        reply = send(self.url, counted, _RESULTS, self.timeout)
        number = _rows(reply, (_ROWS,))[0][0]
        assert isinstance(number, Literal)
        return int(number.value)

    def _paged(
        self, text: str, columns: tuple[str, ...], first: list[_Row], total: int
    ) -> list[_Row]:
        """All rows of an answer of which the server gives only the first ones.

        Pages of an unordered answer might overlap: then there are fewer different rows than the
        server counts, and the answer is refused.
        """
        rows, size = list(first), len(first)
        while size and len(rows) < total:
            page = _wrapped(text, "SELECT *", f"LIMIT {size} OFFSET {len(rows)}")
            found = _rows(send(self.url, page, _RESULTS, self.timeout), columns)
            if not found:
                break
            rows += found
        if len(rows) != total or len(set(rows)) != self._count(text, "SELECT DISTINCT *"):
            raise EndpointError(
                f"cuts its answers at {size} rows; this one has {total}",
                where=self.url,
                remedy="ask with LIMIT, or have its operator raise the limit",
            )
        return rows


def _declared(text: str) -> str:
    """The text with the prefixes that it uses and does not declare."""
    known = set(_DECLARED.findall(text))
    return "".join(
        f"PREFIX {name}: <{space}>\n"
        for name, space in PREFIXES.items()
        if name not in known and re.search(rf"(?<![\w.-]){name}:", text)
    ) + text  # fmt: skip


def _wrapped(text: str, form: str, rest: str) -> str:
    """A query over the answer of another.

    >>> _wrapped("PREFIX a: <b> SELECT ?x FROM <c> { ?x a a:d } # e", "SELECT *", "LIMIT 1")
    'PREFIX a: <b> SELECT * FROM <c> WHERE { { SELECT ?x  { ?x a a:d } } } LIMIT 1'
    """
    text = uncommented(text)
    match = _PROLOGUE.match(text)
    assert match is not None  # it matches the empty text
    body = text[match.end() :]
    graphs = " ".join(_FROM.findall(body.partition("{")[0]))
    head, brace, tail = body.partition("{")
    graphs = f" {graphs}" if graphs else ""
    inner = _FROM.sub("", head) + brace + tail
    return f"{match[0]}{form}{graphs} WHERE {{ {{ {inner.rstrip()} }} }} {rest}".rstrip()


def _shape(text: str) -> tuple[Choice["select", "ask", "construct"], tuple[str, ...]]:
    """What kind of table the answer is, told by the engine's own parser over an empty store."""
    try:
        found = Store().query(text, prefixes=PREFIXES)
    except SyntaxError as error:
        raise explain(text, error) from error
    if isinstance(found, QueryBoolean):
        return "ask", ("answer",)
    if isinstance(found, QueryTriples):
        return "construct", ("subject", "predicate", "object")
    return "select", tuple(variable.value for variable in found.variables)


def _parsed(reply: Reply) -> bool | tuple[tuple[str, ...], list[_Row]]:
    """The answer as yes or no, or as its columns and rows."""
    if reply.headers.get("X-SQL-State") == _PARTIAL:
        raise EndpointError(
            "stopped the query at its own time limit and gives what it had by then",
            where=reply.url,
            remedy="ask for less, with LIMIT or a narrower question",
        )
    try:
        return _read(reply.body)
    except (SyntaxError, ValueError, LookupError, TypeError) as error:
        # without its frames, which hold the engine's answer, and that may only die in this thread
        raise _broken(reply) from error.with_traceback(None)


def _read(body: bytes) -> bool | tuple[tuple[str, ...], list[_Row]]:
    found = parse_query_results(_relabel(body), format=QueryResultsFormat.JSON)
    if isinstance(found, QueryBoolean):
        return bool(found)
    columns = tuple(variable.value for variable in found.variables)
    return columns, [tuple(_own(row[name]) for name in columns) for row in found]


def _relabel(body: bytes) -> bytes:
    """The answer with labels of blank nodes that every parser takes, such as ``b0``.

    They may be any text (https://www.w3.org/TR/sparql11-results-json/#select-encode-terms), and
    Virtuoso writes ``nodeID://b1``.

    >>> _relabel(b'{"results": {"bindings": [{"s": {"type": "bnode", "value": "nodeID://b1"}}]}}')
    b'{"results": {"bindings": [{"s": {"type": "bnode", "value": "b0"}}]}}'
    """
    if b'"bnode"' not in body:
        return body
    answer = json.loads(body)
    labels: dict[str, str] = {}
    for row in answer["results"]["bindings"]:
        for term in row.values():
            if term["type"] == "bnode":
                term["value"] = labels.setdefault(term["value"], f"b{len(labels)}")
    return json.dumps(answer, ensure_ascii=False).encode()


def _rows(reply: Reply, columns: tuple[str, ...]) -> list[_Row]:
    found = _parsed(reply)
    if isinstance(found, bool):
        raise EndpointError("answers yes or no where a table was asked", where=reply.url)
    given, rows = found
    if given == columns:
        return rows
    if missing := sorted(set(columns) - set(given)):
        raise EndpointError(f"answers without the column {missing[0]!r}", where=reply.url)
    places = [given.index(name) for name in columns]
    return [tuple(row[place] for place in places) for row in rows]


def _cut(reply: Reply) -> bool:
    """Whether the server says that it cut the answer at its limit of rows."""
    return "X-SPARQL-MaxRows" in reply.headers


def _broken(reply: Reply) -> EndpointError:
    return EndpointError(
        "breaks off in the middle of its answer, or writes it wrongly",
        where=reply.url,
        remedy="ask again; nothing of it was used",
    )


def _own(term: Term | None) -> Term | None:
    """The term as the store keeps it: ``7.0`` and ``+7`` as ``7``, derived integers as integers."""
    if isinstance(term, Literal) and term.language is None:
        return _stored(term.value, term.datatype.value)
    return term


@lru_cache(maxsize=4096)
def _stored(value: str, datatype: str) -> Literal:
    if datatype == XSD + "string":
        return Literal(value)
    node = NamedNode("urn:x")
    store = Store()
    store.add(Quad(node, node, Literal(value, datatype=NamedNode(datatype))))
    kept = next(iter(store)).object
    assert isinstance(kept, Literal)
    return kept
