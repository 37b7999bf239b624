"""Turtle for people: the plain facts, grouped by class, each IRI beside its Chinese name.

Serializers write what the store hands them; this writer puts cities with cities and
parks with parks, so that the file can be read, searched and compared between versions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from exports.prefixes import BASE, expand, prefixes_of, shorten
from exports.selection import canonical, facts, within
from ontology.namespaces import ONTOLOGY_GRAPH

__all__ = ["render", "write"]

_Term = NamedNode | BlankNode | Literal | Triple
_RDF_TYPE = expand("rdf:type")
_LABELS = (expand("rdfs:label"), expand("skos:prefLabel"))
_SUBCLASS = expand("rdfs:subClassOf")
#: Names first, then types of claim, then everything else by name.
_FIRST = {expand(name): rank for rank, name in enumerate(
    ("rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "oc:hasStatus")
)}  # fmt: skip
#: Sections that come after the entities, in this order; the number sorts them.
_LAST = {expand(name): rank for rank, name in enumerate(
    ("org:Post", "oc:Observation", "skos:Concept", "oc:Article"), start=1
)}  # fmt: skip
#: Literals that Turtle may write bare: https://www.w3.org/TR/turtle/#abbrev
_BARE = {
    expand("xsd:integer"): re.compile(r"[+-]?[0-9]+"),
    expand("xsd:decimal"): re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    expand("xsd:boolean"): re.compile(r"true|false"),
}
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]')


class _Names:
    """Labels and class paths of the dataset, for headings and comments."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.labels: dict[str, dict[str, str]] = defaultdict(dict)
        self.parents: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            subject, value = quad.subject, quad.object
            if not isinstance(subject, NamedNode):
                continue
            if quad.predicate.value in _LABELS and isinstance(value, Literal):
                self.labels[subject.value].setdefault(value.language or "", value.value)
            elif quad.predicate.value == _SUBCLASS and isinstance(value, NamedNode):
                self.parents[subject.value].append(value.value)

    def chinese(self, iri: str) -> str:
        """The Chinese label, else any label; empty when there is none."""
        labels = self.labels.get(iri, {})
        return labels.get("zh") or next(iter(labels.values()), "")

    def path(self, cls: str) -> tuple[str, ...]:
        """From the top class of the ontology down to ``cls``, so that kin stand together."""
        path, seen = [cls], {cls}
        while True:
            ours = sorted(p for p in self.parents.get(path[0], ()) if p.startswith(BASE))
            if not ours or ours[0] in seen:
                return tuple(path)
            seen.add(ours[0])
            path.insert(0, ours[0])


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", text)


def _literal(literal: Literal) -> str:
    datatype = literal.datatype.value
    bare = _BARE.get(datatype)
    if bare is not None and bare.fullmatch(literal.value):
        return literal.value
    quoted = f'"{_escape(literal.value)}"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    return quoted if datatype == expand("xsd:string") else f"{quoted}^^{shorten(datatype)}"


def _term(term: _Term) -> str:
    if isinstance(term, Literal):
        return _literal(term)
    return shorten(term.value) if isinstance(term, NamedNode) else str(term)


def _comment(names: _Names, term: _Term) -> str:
    """``  # 重庆高新区`` after an IRI of ours whose local name alone says little."""
    label = names.chinese(term.value) if isinstance(term, NamedNode) else ""
    return f"  # {_CONTROLS.sub(' ', label)}" if label else ""


def _lines(names: _Names, predicate: str, objects: list[_Term], end: str) -> Iterator[str]:
    verb = "a" if predicate == _RDF_TYPE else shorten(predicate)
    written = sorted((_term(term), _comment(names, term)) for term in objects)
    if len(written) == 1:
        yield f"    {verb} {written[0][0]} {end}{written[0][1]}"
        return
    yield f"    {verb}"
    for position, (text, comment) in enumerate(written, start=1):
        yield f"        {text} {end if position == len(written) else ','}{comment}"


def _block(names: _Names, subject: str, properties: dict[str, list[_Term]]) -> list[str]:
    order = sorted(properties, key=lambda p: (_FIRST.get(p, len(_FIRST)), shorten(p)))
    lines = [subject]
    for predicate in order:
        end = "." if predicate == order[-1] else ";"
        lines.extend(_lines(names, predicate, properties[predicate], end))
    return [*lines, ""]


def _section_of(names: _Names, properties: dict[str, list[_Term]]) -> tuple[int, tuple[str, ...]]:
    classes = sorted(t.value for t in properties.get(_RDF_TYPE, ()) if isinstance(t, NamedNode))
    special = [cls for cls in classes if cls in _LAST]
    if special:
        return _LAST[special[0]], (special[0],)
    return (0, names.path(classes[0])) if classes else (len(_LAST) + 1, ("",))


def _heading(names: _Names, cls: str, count: int) -> list[str]:
    title = f"{names.chinese(cls)} {shorten(cls)}".strip() if cls else "other"
    return [f"### {title} ({count})", ""]


def _concepts(ontology: list[Quad], used: set[str]) -> list[Quad]:
    """Names of the shipped concepts that the facts point to, so that the file stands alone."""
    wanted = (_RDF_TYPE, expand("skos:prefLabel"))
    return [
        quad
        for quad in ontology
        if isinstance(quad.subject, NamedNode)
        and quad.subject.value in used
        and quad.subject.value.startswith(BASE + "concept/")
        and quad.predicate.value in wanted
    ]


def render(quads: Iterable[Quad]) -> str:
    """Turtle text of the plain facts in ``quads``; the ontology graph lends its labels."""
    dataset = list(quads)
    said = facts(dataset)
    ontology = within(dataset, ONTOLOGY_GRAPH)
    used = {q.object.value for q in said if isinstance(q.object, NamedNode)}
    said = said + _concepts(ontology, used)
    triples = canonical(Quad(q.subject, q.predicate, q.object) for q in said)
    names = _Names(sorted([*ontology, *triples], key=str))
    blocks: dict[str, dict[str, list[_Term]]] = {}
    for quad in triples:
        properties = blocks.setdefault(_term(quad.subject), defaultdict(list))
        properties[quad.predicate.value].append(quad.object)
    sections: dict[tuple[int, tuple[str, ...]], list[str]] = defaultdict(list)
    for subject, properties in blocks.items():
        sections[_section_of(names, properties)].append(subject)
    lines = _header(triples, len(blocks))
    for key in sorted(sections):
        lines.extend(_heading(names, key[1][-1], len(sections[key])))
        for subject in sorted(sections[key]):
            lines.extend(_block(names, subject, blocks[subject]))
    return "\n".join(lines).rstrip("\n") + "\n"


def _header(triples: list[Quad], subjects: int) -> list[str]:
    iris = {
        term.value
        for quad in triples
        for term in (quad.subject, quad.predicate, quad.object)
        if isinstance(term, NamedNode)
    } | {q.object.datatype.value for q in triples if isinstance(q.object, Literal)}
    declared = [f"@prefix {name}: <{space}> ." for name, space in prefixes_of(iris).items()]
    return [
        "# Facts that the articles state, without their evidence (that is in onecity.trig).",
        f"# {subjects} things, {len(triples)} triples.",
        "",
        *declared,
        "",
    ]


def write(quads: Iterable[Quad], path: Path) -> None:
    """Write :func:`render` to ``path`` as UTF-8."""
    path.write_text(render(quads), encoding="utf-8", newline="\n")
