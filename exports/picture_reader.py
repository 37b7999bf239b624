"""Reading a picture: what the network page shows, from the store by SPARQL.

The store's default graph is the union of its named graphs (see :mod:`graph.store`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from exports.picture import (
    Article,
    Link,
    Name,
    Node,
    Number,
    Picture,
    Post,
    Proof,
    Quote,
    page_words,
)
from ontology.namespaces import INFERRED_GRAPH, NAMESPACES, OC
from ontology.vocabulary import vocabulary

__all__ = ["read_picture"]

Row = dict[str, str]
Keep = Callable[[Proof], bool]

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(NAMESPACES.items()))
_ENTITIES = """SELECT ?s ?class WHERE {
  GRAPH ?g { ?s a ?class } FILTER(STRENDS(STR(?g), "/facts")) }"""
_LABELS = """SELECT ?s ?kind ?label WHERE {
  { ?s rdfs:label ?label BIND("name" AS ?kind) } UNION
  { ?s skos:prefLabel ?label BIND("name" AS ?kind)
    FILTER NOT EXISTS { ?s rdfs:label ?said } } UNION
  { ?s skos:altLabel ?label BIND("other" AS ?kind) } }"""
_STATUS = """SELECT ?s ?o WHERE { ?s oc:hasStatus ?o }"""
_TRIPLES = """SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(isIRI(?o))
  FILTER(STRENDS(STR(?g), "/facts") || STR(?g) = "%s") }"""
_STATEMENTS = """SELECT ?id ?s ?p ?o ?modality ?speaker ?confidence ?article WHERE {
  ?id a oc:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
  OPTIONAL { ?id oc:modality ?modality }
  OPTIONAL { ?id oc:attributedTo ?speaker }
  OPTIONAL { ?id oc:confidence ?confidence }
  OPTIONAL { ?id prov:wasDerivedFrom ?article } }"""
_QUOTES = """SELECT ?id ?quote ?role ?exact ?prefix ?suffix ?start ?end WHERE {
  ?id oc:evidence ?quote . ?quote oa:exact ?exact .
  OPTIONAL { ?quote oc:evidenceRole ?role }
  OPTIONAL { ?quote oa:prefix ?prefix } OPTIONAL { ?quote oa:suffix ?suffix }
  OPTIONAL { ?quote oa:start ?start } OPTIONAL { ?quote oa:end ?end } }"""
_NUMBERS = """SELECT ?o ?node ?indicator ?value ?unit ?asOf ?about ?modality ?text WHERE {
  ?o a oc:Observation ; oc:observedOn ?node .
  OPTIONAL { ?o oc:indicator ?indicator } OPTIONAL { ?o oc:value ?value }
  OPTIONAL { ?o oc:unit ?unit } OPTIONAL { ?o oc:asOf ?asOf }
  OPTIONAL { ?o oc:approximator ?about } OPTIONAL { ?o oc:modality ?modality }
  OPTIONAL { ?o oc:valueText ?text } }"""
_POSTS = """SELECT ?person ?post ?body ?title WHERE {
  ?person org:holds ?post . ?post org:postIn ?body . OPTIONAL { ?post rdfs:label ?title } }"""
_ARTICLES = """SELECT ?s ?headline ?title ?date ?publisher WHERE { ?s a oc:Article .
  OPTIONAL { ?s schema:headline ?headline } OPTIONAL { ?s rdfs:label ?title }
  OPTIONAL { ?s schema:datePublished ?date } OPTIONAL { ?s schema:publisher ?publisher } }"""

#: Classes of our own that are no entities.
_RECORDS = {"Article", "Observation", "Statement", "Entity"}
_CLAIMS = {"negated", "hypothetical", "denied"}


def read_picture(store: Store) -> Picture:
    """Entities, relations, numbers and posts of all articles in ``store``, each with its quotes."""
    return _Reader(store).picture()


class _Reader:
    """One pass over a store; every answer is sorted so that the engine's order has no say."""

    def __init__(self, store: Store) -> None:
        self.store = store
        words = vocabulary()
        self.relations = {
            relation.iri: name for name, relation in words.relations.items() if name != "holds"
        }
        self.units = {unit.iri: unit.code for unit in words.scheme("units")}
        self.names, self.others = self._labels()
        self.proofs, self.statements = self._statements()
        self.classes = self._classes()

    def rows(self, text: str) -> list[Row]:
        """The answer as sorted rows of texts; unbound variables are left out."""
        answer = self.store.query(_PREFIXES + text)
        assert isinstance(answer, QuerySolutions)
        names = [variable.value for variable in answer.variables]
        found: set[tuple[tuple[str, str], ...]] = set()
        for solution in answer:
            row: list[tuple[str, str]] = []
            for name in names:
                term = solution[name]
                if isinstance(term, NamedNode | Literal):
                    row.append((name, term.value))
                    if isinstance(term, Literal) and term.language:
                        row.append((f"{name}@", term.language))
            found.add(tuple(row))
        return [dict(row) for row in sorted(found)]

    def picture(self) -> Picture:
        """All that :func:`read_picture` promises."""
        statuses = self._status()
        nodes = tuple(self._node(iri, statuses) for iri in sorted(self.classes))
        return Picture(
            nodes=nodes,
            links=tuple(self._links(statuses)),
            numbers=tuple(self._numbers()),
            posts=tuple(self._posts()),
            articles=tuple(self._articles()),
        )

    def _labels(self) -> tuple[dict[str, dict[str, str]], dict[str, list[str]]]:
        names: dict[str, dict[str, str]] = {}
        others: dict[str, list[str]] = {}
        for row in self.rows(_LABELS):
            if row["kind"] == "name":
                language = row.get("label@", "zh").split("-")[0]
                names.setdefault(row["s"], {}).setdefault(language, row["label"])
            else:
                others.setdefault(row["s"], []).append(row["label"])
        return names, others

    def _name(self, iri: str) -> Name:
        labels = self.names.get(iri, {})
        last = iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
        return Name(labels.get("zh", "") or ("" if "en" in labels else last), labels.get("en", ""))

    def _classes(self) -> dict[str, str]:
        """Entities and their classes: the most special class said, else the first by name."""
        words = vocabulary()
        found: dict[str, str] = {}
        for row in self.rows(_ENTITIES):
            name = row["class"].removeprefix(OC)
            if name in _RECORDS or not words.is_a(name, "Entity"):
                continue
            old = found.get(row["s"])
            if old is None or words.is_a(name, old):
                found[row["s"]] = name
        return found

    def _status(self) -> dict[str, str]:
        """The last rung said of each entity."""
        ladder = [status.name for status in vocabulary().scheme("statuses")]
        found: dict[str, str] = {}
        for row in self.rows(_STATUS):
            rung = row["o"].removeprefix(OC)
            old = found.get(row["s"])
            if rung in ladder and (old is None or ladder.index(rung) > ladder.index(old)):
                found[row["s"]] = rung
        return found

    def _statements(
        self,
    ) -> tuple[dict[tuple[str, str, str], list[Proof]], list[tuple[str, str, str]]]:
        """Proofs by the triple they stand for, and the triples in their order."""
        quotes: dict[str, list[Quote]] = {}
        for row in self.rows(_QUOTES):
            quotes.setdefault(row["id"], []).append(
                Quote(
                    row["exact"],
                    row.get("prefix", ""),
                    row.get("suffix", ""),
                    int(row.get("start", 0)),
                    int(row.get("end", 0)),
                    row.get("role", "predicate"),
                )
            )
        found: dict[tuple[str, str, str], list[Proof]] = {}
        for row in self.rows(_STATEMENTS):
            mine = sorted(
                quotes.get(row["id"], []), key=lambda q: (q.role != "predicate", q.start, q.end)
            )
            proof = Proof(
                article=row.get("article", ""),
                quotes=tuple(mine),
                speaker=self._name(row["speaker"]).zh if "speaker" in row else "",
                confidence=round(float(row.get("confidence", 1)), 4),
                modality=row.get("modality", OC + "asserted").removeprefix(OC),
            )
            found.setdefault((row["s"], row["p"], row["o"]), []).append(proof)
        return found, sorted(found)

    def _proof(self, subject: str, predicate: str, object_: str) -> tuple[Proof, ...]:
        return tuple(self.proofs.get((subject, predicate, object_), ()))

    def _node(self, iri: str, statuses: dict[str, str]) -> Node:
        cls, status = self.classes[iri], statuses.get(iri, "")
        name = self._name(iri)
        return Node(
            iri=iri,
            name=name,
            cls=cls,
            aliases=tuple(sorted({*self.others.get(iri, [])} - {name.zh, name.en})),
            status=status,
            proofs=self._proof(iri, NAMESPACES["rdf"] + "type", OC + cls),
            status_proofs=self._proof(iri, OC + "hasStatus", OC + status) if status else (),
        )

    def _links(self, statuses: dict[str, str]) -> Iterator[Link]:
        """Plain triples, then those only inferred, then what was said but is no fact."""
        stated: set[tuple[str, str, str]] = set()
        inferred: set[tuple[str, str, str]] = set()
        for row in self.rows(_TRIPLES % INFERRED_GRAPH):
            if row["p"] in self.relations and row["s"] in self.classes and row["o"] in self.classes:
                group = inferred if row["g"] == INFERRED_GRAPH else stated
                group.add((row["s"], row["p"], row["o"]))
        for triple in sorted(stated):
            unbuilt = statuses.get(triple[0], "") in page_words()["unbuilt"]
            style = "planned" if unbuilt else "stated"
            yield self._link(triple, style, lambda proof: proof.modality not in _CLAIMS)
        for triple in sorted(inferred - stated):
            yield self._link(triple, "inferred", lambda proof: False)
        for triple in self.statements:
            s, p, o = triple
            drawn = p in self.relations and s in self.classes and o in self.classes
            if drawn and any(proof.modality in _CLAIMS for proof in self.proofs[triple]):
                yield self._link(triple, "claim", lambda proof: proof.modality in _CLAIMS)

    def _link(self, triple: tuple[str, str, str], style: str, keep: Keep) -> Link:
        proofs = tuple(proof for proof in self._proof(*triple) if keep(proof))
        return Link(triple[0], triple[2], self.relations[triple[1]], style, proofs)

    def _numbers(self) -> Iterator[Number]:
        for row in self.rows(_NUMBERS):
            if row["node"] not in self.classes:
                continue
            yield Number(
                node=row["node"],
                indicator=self._name(row.get("indicator", "")),
                text=row.get("text", ""),
                value=row.get("value", ""),
                unit=self.units.get(row.get("unit", ""), row.get("unit", "").rsplit("/", 1)[-1]),
                as_of=row.get("asOf", ""),
                approximator=row.get("about", "").removeprefix(OC),
                modality=row.get("modality", OC + "asserted").removeprefix(OC),
                proofs=self._proof(row["node"], OC + "hasObservation", row["o"]),
            )

    def _posts(self) -> Iterator[Post]:
        for row in self.rows(_POSTS):
            if row["person"] in self.classes and row["body"] in self.classes:
                proofs = self._proof(row["person"], NAMESPACES["org"] + "holds", row["post"])
                yield Post(row["person"], row["body"], row.get("title", ""), proofs)

    def _articles(self) -> Iterator[Article]:
        seen: set[str] = set()
        for row in self.rows(_ARTICLES):
            if row["s"] not in seen:
                seen.add(row["s"])
                title = row.get("headline", "") or row.get("title", "")
                yield Article(row["s"], title, row.get("date", ""), row.get("publisher", ""))
