"""Populate: one article's statements become quads, as sorted lines of N-Quads.

Facts and evidence go into two graphs. What is negated, hypothetical or denied is in the evidence
graph only, as a statement with that modality, and never a plain triple.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.layout import find_components
from graph.mint import article_iri, clean, digest
from graph.resolve import Entity, Scope
from graph.terms import (
    COMPONENT,
    CONCEPT,
    OBSERVATION,
    OC,
    POST,
    PREFIXES,
    STATEMENT,
    decimal,
    evidence_graph,
    facts_graph,
    iri,
    literal,
    moment,
    typed,
)
from ontology.errors import BuildError, NotFoundError
from ontology.vocabulary import vocabulary
from sources.statement import Node, Statement

__all__ = ["Passage", "Source", "populate"]

#: A thing at one of these is not there yet: a target about it is a plan, not a forecast.
NOT_YET = frozenset({"exploring", "planned", "design", "signed", "approved", "underConstruction"})
_A = iri(PREFIXES["rdf"] + "type")
_LABEL = iri(PREFIXES["rdfs"] + "label")
_ALT = iri(PREFIXES["skos"] + "altLabel")
_PREF = iri(PREFIXES["skos"] + "prefLabel")

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_ID = re.compile(r"[A-Za-z0-9_-]+")

#: ``emit(subject, predicate, object)``, each as N-Quads text.
Emit = Callable[[str, str, str], None]


@dataclass(frozen=True, slots=True)
class Source:
    """What the graph says about an article; the metadata of a ``Document`` without its text."""

    doc: str
    sha256: str
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    site: str = ""
    lang: str = "zh"


@dataclass(frozen=True, slots=True)
class Passage:
    """The words just before and after a quote, at most twelve characters each."""

    prefix: str
    suffix: str


def _oc(name: str) -> str:
    if not _WORD.fullmatch(name):
        raise ValueError(f"not a term of the ontology: {name!r}")
    return iri(OC + name)


def _p(name: str) -> str:
    prefix, _, local = name.partition(":")
    return iri(PREFIXES[prefix] + local)


class _Writer:
    """Collects the lines of one article."""

    def __init__(
        self,
        source: Source,
        statements: Sequence[Statement],
        scope: Scope,
        indicators: dict[str, str],
    ) -> None:
        self.source, self.scope, self.indicators = source, scope, indicators
        self.article = article_iri(source.doc)
        self.lines: set[str] = set()
        self.not_yet = {
            statement.subject.name
            for statement in statements
            if statement.predicate == "hasStatus"
            and statement.modality == "asserted"
            and statement.object is not None
            and statement.object.name in NOT_YET
        }
        self._facts, self._evidence = (
            iri(graph(self.article)) for graph in (facts_graph, evidence_graph)
        )

    def fact(self, subject: str, predicate: str, object_: str) -> None:
        self.lines.add(f"{subject} {predicate} {object_} {self._facts} .\n")

    def evidence(self, subject: str, predicate: str, object_: str) -> None:
        self.lines.add(f"{subject} {predicate} {object_} {self._evidence} .\n")

    def entity(self, node: Node) -> Entity:
        return self.scope.find(node.name, node.cls)

    def is_plain(self, statement: Statement) -> bool:
        """Whether a statement is told as a fact, or as a plan about a thing still planned."""
        if statement.modality == "target":
            relation = statement.predicate in vocabulary().relations
            return relation and statement.subject.name in self.not_yet
        return statement.modality == "asserted"


def populate(
    source: Source,
    statements: Sequence[Statement],
    passages: Sequence[Sequence[Passage]],
    scope: Scope,
    indicators: dict[str, str],
) -> list[str]:
    """The sorted N-Quads lines of one article.

    :param passages: for each statement the surroundings of each of its quotes.
    :param scope: what the article's names mean, from :meth:`graph.resolve.Resolution.scope`.
    :raises BuildError: when a statement has a number or predicate that cannot be written.
    """
    writer = _Writer(source, statements, scope, indicators)
    _write_article(writer)
    for statement, around in zip(statements, passages, strict=True):
        try:
            object_ = _write_claim(writer, statement)
            _write_statement(writer, statement, object_, around)
        except (KeyError, ValueError) as error:
            raise BuildError(
                f"statement {statement.id or statement.predicate} cannot be written: {error}",
                where=statement.doc,
            ) from error
    _write_layouts(writer, statements)
    return sorted(writer.lines)


def _write_layouts(writer: _Writer, statements: Sequence[Statement]) -> None:
    """The components of layouts: beside the evidence, for order and role are read from the text."""
    emit = writer.evidence
    for found in find_components(statements):
        statement = found.statement
        if statement.object is None:
            continue
        whole, entity = writer.entity(statement.object).iri, writer.entity(statement.subject).iri
        node = iri(COMPONENT + digest(writer.article, whole, entity, size=16))
        emit(node, _A, _oc("LayoutComponent"))
        emit(node, _oc("componentOf"), iri(whole))
        emit(node, _oc("component"), iri(entity))
        emit(node, _oc("position"), typed(str(found.position), "integer"))
        if found.role:
            emit(node, _oc("componentRole"), iri(f"{CONCEPT}role/{found.role}"))
        emit(node, _p("prov:wasDerivedFrom"), iri(STATEMENT + statement.id))


def _write_article(writer: _Writer) -> None:
    source, article, emit = writer.source, iri(writer.article), writer.evidence
    title = clean(source.title)
    emit(article, _A, _oc("Article"))
    emit(article, _LABEL, literal(title or source.doc, source.lang if title else ""))
    emit(article, _oc("sha256"), literal(source.sha256))
    if title:
        emit(article, _p("schema:headline"), literal(title, source.lang))
    if source.publisher:
        emit(article, _p("schema:publisher"), literal(clean(source.publisher), source.lang))
    for author in source.authors:
        emit(article, _p("schema:author"), literal(clean(author), source.lang))
    if len(source.authors) > 1:  # in their order, which the triples above do not keep
        credit = "; ".join(map(clean, source.authors))
        emit(article, _p("schema:creditText"), literal(credit, source.lang))
    if source.published:
        emit(article, _p("schema:datePublished"), moment(source.published))
    if source.site:
        emit(article, _oc("publishedSource"), literal(clean(source.site)))


def _write_claim(writer: _Writer, statement: Statement) -> str:
    """Write what the statement says where that is a plain fact; its object in any case."""
    predicate = statement.predicate
    subject = iri(writer.entity(statement.subject).iri)
    plain = writer.is_plain(statement)
    if predicate == "observation":
        return _write_observation(writer, statement, subject)
    if statement.object is None:
        raise ValueError("it has no object")
    if predicate == "holds":
        return _write_post(writer, statement, subject)
    if predicate == "altLabel":
        lang = "en" if clean(statement.object.name).isascii() else "zh"
        other = literal(clean(statement.object.name), lang)
        entity = writer.entity(statement.subject)
        if plain and clean(statement.object.name) not in {entity.label, entity.english}:
            writer.fact(subject, _ALT, other)
        return other
    if predicate == "type":
        target = _oc(statement.object.name)
        if plain:
            _write_thing(writer, statement.subject, target)
        return target
    if predicate == "hasStatus":
        target = _oc(statement.object.name)
    elif predicate in vocabulary().relations:
        target = iri(writer.entity(statement.object).iri)
    else:
        raise ValueError(f"unknown predicate {predicate!r}")
    if plain:
        writer.fact(subject, _oc(predicate), target)
    return target


def _write_thing(writer: _Writer, node: Node, cls: str) -> None:
    entity = writer.entity(node)
    subject = iri(entity.iri)
    writer.fact(subject, _A, cls)
    writer.fact(subject, _LABEL, literal(entity.label, "zh"))
    if entity.english:
        writer.fact(subject, _LABEL, literal(entity.english, "en"))
    name = clean(node.name)
    if name and name != entity.label:
        writer.fact(subject, _ALT, literal(name, "zh"))


def _write_post(writer: _Writer, statement: Statement, subject: str) -> str:
    """A post; one that is over is evidence only: nobody holds it by this statement."""
    value, target = statement.value, statement.object
    if value is None or target is None:
        raise ValueError("a post has a title and a body")
    body, title = writer.entity(target).iri, clean(value.text)
    post = iri(POST + digest(body, title, size=16))
    held = writer.is_plain(statement) and statement.status != "closed"
    emit = writer.fact if held else writer.evidence
    if held:
        emit(subject, _p("org:holds"), post)
        emit(post, _A, _p("org:Post"))
    emit(post, _LABEL, literal(title, "zh"))
    emit(post, _p("org:postIn"), iri(body))
    return post


def _write_observation(writer: _Writer, statement: Statement, subject: str) -> str:
    """A number; only facts and targets are observations, the rest keeps its value as evidence."""
    value, modality = statement.value, statement.modality
    if value is None or value.number is None:
        raise ValueError("an observation has a number")
    parts = (value.indicator, value.number, value.unit, value.as_of, value.approximator)
    marks = (statement.doc, statement.subject.name, modality, value.text)
    node = iri(OBSERVATION + digest(*marks, *(part or "" for part in parts), size=16))
    claimed = modality in {"asserted", "target"}
    emit = writer.fact if claimed else writer.evidence
    if claimed:
        emit(node, _A, _oc("Observation"))
        emit(node, _oc("observedOn"), subject)
    emit(node, _oc("modality"), _oc(modality))
    emit(node, _oc("value"), decimal(value.number))
    emit(node, _oc("valueText"), literal(value.text, "zh"))
    if value.indicator:
        emit(node, _oc("indicator"), _write_indicator(writer, value.indicator, emit))
    if value.unit:
        emit(node, _oc("unit"), iri(_unit(value.unit)))
    if value.as_of:
        emit(node, _oc("asOf"), moment(value.as_of))
    if value.approximator:
        emit(node, _oc("approximator"), _oc(value.approximator))
    return node


def _unit(code: str) -> str:
    try:
        return vocabulary().unit(code)
    except NotFoundError as error:
        raise ValueError(f"unknown unit {code!r}") from error


def _write_indicator(writer: _Writer, name: str, emit: Emit) -> str:
    concept = writer.indicators[name]
    node = iri(concept)
    if vocabulary().find("indicators", clean(name)) is None:
        emit(node, _A, _oc("Indicator"))
        emit(node, _PREF, literal(clean(name), "zh"))
        emit(node, _LABEL, literal(clean(name), "zh"))
    return node


def _write_statement(
    writer: _Writer, statement: Statement, object_: str, around: Sequence[Passage]
) -> None:
    if not _ID.fullmatch(statement.id):
        raise ValueError(f"not a statement's id: {statement.id!r}")
    emit, node = writer.evidence, iri(STATEMENT + statement.id)
    emit(node, _A, _oc("Statement"))
    emit(node, _p("rdf:subject"), iri(writer.entity(statement.subject).iri))
    emit(node, _p("rdf:predicate"), iri(vocabulary().predicates[statement.predicate]))
    emit(node, _p("rdf:object"), object_)
    emit(node, _oc("modality"), _oc(statement.modality))
    if statement.status:
        emit(node, _oc("statementStatus"), _oc(statement.status))
    if statement.speaker:
        speaker = writer.scope.find(statement.speaker, "Person")
        emit(node, _oc("attributedTo"), iri(speaker.iri))
    emit(node, _oc("confidence"), decimal(statement.confidence))
    emit(node, _oc("method"), literal(statement.method))
    emit(node, _oc("subjectSource"), literal(statement.subject_source))
    emit(node, _p("prov:wasDerivedFrom"), iri(writer.article))
    for number, (quote, passage) in enumerate(
        zip(statement.evidence, around, strict=True), start=1
    ):
        piece = iri(f"{STATEMENT}{statement.id}/evidence/{number}")
        emit(node, _oc("evidence"), piece)
        emit(piece, _A, _p("oa:TextQuoteSelector"))
        emit(piece, _A, _p("oa:TextPositionSelector"))
        emit(piece, _oc("evidenceRole"), literal(quote.role))
        emit(piece, _p("oa:exact"), literal(quote.exact, writer.source.lang))
        emit(piece, _p("oa:prefix"), literal(passage.prefix, writer.source.lang))
        emit(piece, _p("oa:suffix"), literal(passage.suffix, writer.source.lang))
        emit(piece, _p("oa:start"), typed(str(quote.start), "nonNegativeInteger"))
        emit(piece, _p("oa:end"), typed(str(quote.end), "nonNegativeInteger"))
