"""Reading a network from the store of a build, by SPARQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Store

from graph.analysis.network import Article, Figure, Network, Quote, Rung, Thing, Tie
from graph.query import query
from graph.terms import INFERRED, OC
from ontology.vocabulary import vocabulary

__all__ = ["UNBUILT", "read_network"]

#: Rungs of the ladder on which a thing is not there yet.
UNBUILT = ("exploring", "planned", "design")
_THINGS = f"""
SELECT DISTINCT ?s ?cls {{ GRAPH ?facts {{ ?s a ?cls }} FILTER(?facts != <{INFERRED}>)
  FILTER(STRSTARTS(STR(?cls), "{OC}")) }}"""
_NAMES = "SELECT DISTINCT ?s ?name (LANG(?name) AS ?lang) { ?s rdfs:label ?name }"
_STATUSES = "SELECT DISTINCT ?s ?o { ?s oc:hasStatus ?o }"
_STATEMENTS = """
SELECT ?id ?s ?p ?o ?modality {
  ?id a oc:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; oc:modality ?modality .
  FILTER(isIRI(?o)) }"""
_QUOTES = """
SELECT ?id ?article ?start ?end ?exact ?role {
  ?id prov:wasDerivedFrom ?article ; oc:evidence ?e . ?e oa:exact ?exact .
  OPTIONAL { ?e oa:start ?start } OPTIONAL { ?e oa:end ?end }
  OPTIONAL { ?e oc:evidenceRole ?role } }"""
_TRIPLES = f"""
SELECT DISTINCT ?s ?p ?o ?inferred {{
  GRAPH ?g {{ ?s ?p ?o }} FILTER(isIRI(?o) && STRSTARTS(STR(?p), "{OC}"))
  FILTER(STRENDS(STR(?g), "/facts") || ?g = <{INFERRED}>)
  BIND(STR(?g = <{INFERRED}>) AS ?inferred) }}"""
_POSTS = """
SELECT DISTINCT ?s ?post ?o ?title {
  ?s org:holds ?post . ?post org:postIn ?o . OPTIONAL { ?post rdfs:label ?title } }"""
_FIGURES = """
SELECT DISTINCT ?o ?s ?indicator ?text ?value ?unit ?as_of ?modality {
  ?o a oc:Observation ; oc:observedOn ?s . OPTIONAL { ?o oc:valueText ?text }
  OPTIONAL { ?o oc:indicator ?i . ?i rdfs:label|skos:prefLabel ?indicator
             FILTER(LANG(?indicator) = "zh") }
  OPTIONAL { ?o oc:value ?value } OPTIONAL { ?o oc:unit ?unit }
  OPTIONAL { ?o oc:asOf ?as_of } OPTIONAL { ?o oc:modality ?modality } }"""
_ARTICLES = """
SELECT DISTINCT ?s ?title ?date ?publisher { ?s a oc:Article .
  OPTIONAL { ?s rdfs:label ?title } OPTIONAL { ?s schema:datePublished ?date }
  OPTIONAL { ?s schema:publisher ?publisher } }"""

_Triple = tuple[str, str, str]


def read_network(store: Store) -> Network:
    """The network of a build: everything said, planned, aimed at or inferred, with its quotes.

    What is negated, supposed or denied is no tie at all.
    """
    return _Reader(store).network()


class _Reader:
    """One pass over a store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        words = vocabulary()
        self.relations = {r.iri: name for name, r in words.relations.items() if name != "holds"}
        self.quotes = self._quotes()
        self.said: dict[_Triple, list[tuple[str, Quote]]] = {}
        for key, s, p, o, modality in self.rows(_STATEMENTS):
            told = modality.removeprefix(OC), self.quotes[key]
            self.said.setdefault((s, p, o), []).append(told)
        self.statuses = self._statuses()
        self.things = self._things()

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        for row in query(self.store, text).rows:
            yield tuple(getattr(term, "value", "") for term in row)

    def _quotes(self) -> dict[str, Quote]:
        """Of each statement the first words that say it."""
        found: dict[str, tuple[bool, Quote]] = {}
        for key, article, start, end, exact, role in self.rows(_QUOTES):
            mine = role != "predicate", Quote(article, int(start or 0), int(end or 0), exact)
            found[key] = min(found.get(key, mine), mine)
        return {key: quote for key, (_, quote) in found.items()}

    def _told(self, s: str, p: str, o: str, *modalities: str) -> tuple[Quote, ...]:
        known = self.said.get((s, p, o), ())
        return tuple(sorted({q for modality, q in known if modality in modalities}))

    def _statuses(self) -> dict[str, str]:
        """The last rung told of each thing."""
        ladder = [status.name for status in vocabulary().scheme("statuses")]
        found: dict[str, str] = {}
        for s, o in self.rows(_STATUSES):
            rung = o.removeprefix(OC)
            if rung in ladder:
                found[s] = max(found.get(s, rung), rung, key=ladder.index)
        return found

    def _things(self) -> dict[str, Thing]:
        names: dict[str, dict[str, str]] = {}
        for s, name, lang in self.rows(_NAMES):
            names.setdefault(s, {}).setdefault(lang, name)
        words, classes = vocabulary(), dict[str, str]()
        for s, cls in self.rows(_THINGS):
            name = cls.removeprefix(OC)
            known = s in names and words.is_a(name, "Entity")
            if known and (s not in classes or words.is_a(name, classes[s])):
                classes[s] = name
        return {s: self._thing(s, classes[s], names[s]) for s in sorted(classes)}

    def _thing(self, s: str, cls: str, names: dict[str, str]) -> Thing:
        rdf_type = vocabulary().predicates["type"]
        quotes = self._told(s, rdf_type, OC + cls, "asserted", "target")
        en, zh = names.get("en", ""), names.get("zh", "")
        return Thing(s, zh or next(iter(names.values())), cls, en, self.statuses.get(s, ""), quotes)

    def network(self) -> Network:
        ties = sorted(
            {*self._relations(), *self._posts()},
            key=lambda t: (t.source, t.target, t.predicate, t.title, t.kind),
        )
        articles = {row[0]: Article(*row) for row in reversed(list(self.rows(_ARTICLES)))}
        return Network(
            self.things,
            tuple(ties),
            tuple(self._figures()),
            tuple(self._rungs()),
            dict(sorted(articles.items())),
        )

    def _relations(self) -> Iterator[Tie]:
        plain: set[_Triple] = set()
        inferred: set[_Triple] = set()
        for s, p, o, follows in self.rows(_TRIPLES):
            if p in self.relations and s in self.things and o in self.things:
                (inferred if follows == "true" else plain).add((s, p, o))
        for triple in sorted(plain):
            quotes = self._told(*triple, "asserted", "target")
            yield self._tie(triple, self._kind(triple), quotes)
        for triple in sorted(inferred - plain):
            yield self._tie(triple, "inferred", ())
        for triple in sorted(self.said.keys() - plain):
            s, p, o = triple
            quotes = self._told(*triple, "target")
            if quotes and p in self.relations and s in self.things and o in self.things:
                yield self._tie(triple, "target", quotes)

    def _tie(self, triple: _Triple, kind: str, quotes: tuple[Quote, ...]) -> Tie:
        return Tie(triple[0], triple[2], self.relations[triple[1]], kind, "", quotes)

    def _kind(self, triple: _Triple) -> str:
        """A fact about what is not built yet is a plan, whichever words tell of its status."""
        return "planned" if self.things[triple[0]].status in UNBUILT else "stated"

    def _posts(self) -> Iterator[Tie]:
        holds = vocabulary().predicates["holds"]
        for s, post, o, title in self.rows(_POSTS):
            if s in self.things and o in self.things:
                yield Tie(s, o, "holds", "stated", title, self._told(s, holds, post, "asserted"))

    def _figures(self) -> Iterable[Figure]:
        link = vocabulary().predicates["observation"]
        codes = {unit.iri: unit.code for unit in vocabulary().scheme("units")}
        found = []
        for o, s, indicator, text, value, unit, as_of, modality in self.rows(_FIGURES):
            kind = {"asserted": "stated", "target": "target"}.get(modality.removeprefix(OC))
            if kind and s in self.things:
                quotes = self._told(s, link, o, "asserted", "target")
                code = codes.get(unit, unit)
                found.append(Figure(s, indicator, text, value, code, as_of, kind, quotes))
        return sorted(found, key=lambda f: (f.thing, f.indicator, f.as_of, f.text, f.kind))

    def _rungs(self) -> Iterator[Rung]:
        link = vocabulary().predicates["hasStatus"]
        for s, o in self.rows(_STATUSES):
            if s in self.things:
                yield Rung(s, o.removeprefix(OC), self._told(s, link, o, "asserted", "target"))
