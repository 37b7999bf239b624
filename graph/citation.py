"""The citation: a statement with all that a reference to it names.

Statements that name a thing come in the order of their articles and quotes, from a store or from
a remote graph.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from graph.lookup import find_entity
from graph.query import Source, Term, query, show_term
from graph.terms import OC, STATEMENT, expand
from ontology.errors import NotFoundError

__all__ = ["Citation", "Passage", "Publication", "cite"]

_ABOUT = """{ ?s rdf:subject $it } UNION { ?s rdf:object $it }
  UNION { ?s rdf:object ?held . ?held org:postIn $it }"""
_ONE = "VALUES ?s { $it }"
# as in the saved questions: a post with its body, a number with what it counts
_STATEMENTS = """SELECT DISTINCT ?s ?article ?start ?end ?role ?exact ?modality ?subject ?predicate
  ?object ?counted ?body ?number ?speaker WHERE {
  WHICH
  ?s rdf:subject ?x ; rdf:predicate ?p ; rdf:object ?y ; oc:modality ?modality ;
     prov:wasDerivedFrom ?article ; oc:evidence ?e .
  ?e oa:exact ?exact ; oa:start ?start ; oa:end ?end ; oc:evidenceRole ?role .
  ?x rdfs:label|skos:prefLabel ?subject . ?p rdfs:label ?predicate .
  FILTER(LANG(?subject) = "zh" && LANG(?predicate) = $lang)
  OPTIONAL { ?y rdfs:label|skos:prefLabel ?named . FILTER(LANG(?named) = $lang) }
  OPTIONAL { ?y rdfs:label|skos:prefLabel ?chinese . FILTER(LANG(?chinese) = "zh") }
  OPTIONAL { ?y org:postIn ?in . ?in rdfs:label ?body . FILTER(LANG(?body) = "zh") }
  OPTIONAL { ?y oc:indicator ?i ; oc:valueText ?number . ?i skos:prefLabel ?counted .
             FILTER(LANG(?counted) = "zh") }
  OPTIONAL { ?s oc:attributedTo ?who . ?who rdfs:label ?speaker . FILTER(LANG(?speaker) = "zh") }
  BIND(COALESCE(?named, ?chinese, ?y) AS ?object)
}"""
_ARTICLE = """SELECT ?title ?publisher ?published ?author ?credit WHERE {
  OPTIONAL { $it schema:headline ?title }
  OPTIONAL { $it schema:publisher ?publisher }
  OPTIONAL { $it schema:datePublished ?published }
  OPTIONAL { $it schema:author ?author }
  OPTIONAL { $it schema:creditText ?credit }
}"""


@dataclass(frozen=True, slots=True)
class Publication:
    """An article as a reference names it; what is not known is empty."""

    iri: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of the article: ``exact`` stands at ``start:end``, counted in code points."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement: its IRI, what it says in words, how it is meant, by whom, where."""

    iri: str
    fact: tuple[str, str, str]
    modality: str
    speaker: str
    passages: tuple[Passage, ...]
    publication: Publication


def cite(source: Store | Source, name: str, lang: str = "zh") -> tuple[Citation, ...]:
    """The statements about the thing that ``name`` names, or the one of that IRI.

    :param name: a name, slug or IRI of a thing; or ``statement:…``, the IRI of a statement.
    :raises NotFoundError: there is no such thing or statement.
    """
    iri = expand(name)
    single = iri.startswith(STATEMENT)
    text = _STATEMENTS.replace("WHICH", _ONE if single else _ABOUT)
    try:
        node = NamedNode(iri if single else find_entity(source, name))
        rows = query(source, text, {"it": node, "lang": Literal(lang)}).rows
    except ValueError:  # no IRI can have such a character
        rows = ()
    if single and not rows:
        raise NotFoundError("there is no such statement", where=iri,
                            remedy="take its IRI from onecity.trig or the report")  # fmt: skip
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        cells = _texts(row)
        found.setdefault(cells["s"], []).append(cells)
    articles = {cells["article"] for told in found.values() for cells in told}
    known = {article: _publication(source, article) for article in sorted(articles)}
    made = [_citation(told, known) for told in found.values()]
    return tuple(sorted(made, key=lambda c: (c.publication.published, c.publication.iri,
                                             c.passages, c.fact, c.iri)))  # fmt: skip


_COLUMNS = ("s", "article", "start", "end", "role", "exact", "modality", "subject", "predicate",
            "object", "counted", "body", "number", "speaker")  # fmt: skip


def _texts(row: tuple[Term | None, ...]) -> dict[str, str]:
    values = ((getattr(term, "value", "")) for term in row)
    cells = dict(zip(_COLUMNS, values, strict=True))
    cells["object"] = show_term(row[_COLUMNS.index("object")])
    return cells


def _citation(told: list[dict[str, str]], known: dict[str, Publication]) -> Citation:
    first = min(told, key=lambda cells: tuple(cells.values()))
    what = first["number"] or first["object"]
    passages = {Passage(int(c["start"]), int(c["end"]), c["exact"]) for c in told}
    return Citation(
        iri=first["s"],
        fact=(
            first["subject"],
            first["predicate"],
            " ".join(filter(None, (first["body"] or first["counted"], what))),
        ),
        modality=first["modality"].removeprefix(OC),
        speaker=first["speaker"],
        passages=tuple(sorted(passages)),
        publication=known[first["article"]],
    )


def _publication(source: Store | Source, article: str) -> Publication:
    table = query(source, _ARTICLE, {"it": NamedNode(article)})
    title, publisher, published, _, credit = table.rows[0]
    authors = {row[3].value for row in table.rows if isinstance(row[3], Literal)}
    order = getattr(credit, "value", "").split("; ")
    return Publication(
        iri=article,
        title=getattr(title, "value", ""),
        publisher=getattr(publisher, "value", ""),
        published=getattr(published, "value", ""),
        authors=tuple(order if set(order) == authors else sorted(authors)),
    )
