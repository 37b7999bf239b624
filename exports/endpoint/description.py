"""The service description: what the endpoint says of itself to programs.

https://www.w3.org/TR/sparql11-service-description/
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

__all__ = ["write_description"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_VOID = "http://rdfs.org/ns/void#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_A = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
#: Names of the W3C for what can be had, https://www.w3.org/ns/formats/
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads",
)  # fmt: skip


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)


def write_description(
    endpoint: str, quads: int, updates: bool, form: RdfFormat = RdfFormat.TURTLE
) -> bytes:
    """The description as RDF.

    :param endpoint: address of the endpoint, as the client knows it.
    :param quads: how many quads its named graphs hold.

    >>> b"sd:endpoint <http://x/sparql>" in write_description("http://x/sparql", 7, False)
    True
    """
    prefixes = {"sd": _SD, "formats": _FORMATS, "void": _VOID}
    triples = list(_describe(endpoint, quads, updates))
    return serialize(triples, format=form, prefixes=prefixes) or b""


def _describe(endpoint: str, quads: int, updates: bool) -> Iterator[Triple]:
    service, dataset, graph = (BlankNode(name) for name in ("service", "dataset", "graph"))
    yield Triple(service, _A, _sd("Service"))
    yield Triple(service, _sd("endpoint"), NamedNode(endpoint))
    yield Triple(service, _LABEL, Literal("onecity"))
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    if updates:
        yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Update"))
    else:
        yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for name in _RESULTS:
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + name))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, _A, _sd("Dataset"))
    yield Triple(dataset, _A, NamedNode(_VOID + "Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), graph)
    count = Literal(str(quads), datatype=NamedNode(_XSD + "integer"))
    yield Triple(dataset, NamedNode(_VOID + "triples"), count)
    yield Triple(graph, _A, _sd("Graph"))
