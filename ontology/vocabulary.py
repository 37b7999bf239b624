"""The vocabulary as Python sees it: classes, relations and concepts, read from the Turtle files.

>>> words = vocabulary()
>>> words.label("StateKeyLaboratory", "zh"), words.is_a("StateKeyLaboratory", "Platform")
('国家重点实验室', True)
>>> words.fits("memberOf", "HighTechZone", "Alliance")
True
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pyoxigraph import RdfFormat, parse

from ontology.errors import NotFoundError
from ontology.namespaces import (
    ARTICLE,
    CONCEPT,
    ENTITY,
    INFERRED_GRAPH,
    NAMESPACES,
    OBSERVATION,
    OC,
    ONTOLOGY_GRAPH,
    POST,
    STATEMENT,
)
from ontology.terms import (
    ClassTerm,
    Concept,
    Group,
    Relation,
    evidence_iri,
    index_triples,
    read_classes,
    read_concepts,
    read_domains,
    read_groups,
    read_labels,
    read_predicates,
    read_relations,
    read_values,
)

__all__ = [
    "ARTICLE",
    "CONCEPT",
    "ENTITY",
    "INFERRED_GRAPH",
    "NAMESPACES",
    "OBSERVATION",
    "OC",
    "ONTOLOGY_GRAPH",
    "POST",
    "STATEMENT",
    "ClassTerm",
    "Concept",
    "Group",
    "Relation",
    "Vocabulary",
    "ontology_files",
    "vocabulary",
]

#: Classes of objects that only statements know: a class, another name, a rung of the ladder.
_STATEMENT_OBJECTS = {"type": "Class", "altLabel": "Label", "hasStatus": "Status"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms, by local name, in the order of their names.

    ``concepts`` maps a scheme (``statuses``, ``industries`` …) to its concepts by name, ordered
    by rank, then name. ``predicates`` maps each predicate of statements to its property.
    ``values`` are property and value that all things of a class have.
    """

    classes: dict[str, ClassTerm]
    relations: dict[str, Relation]
    concepts: dict[str, dict[str, Concept]]
    groups: dict[str, Group]
    predicates: dict[str, str]
    terms: dict[str, dict[str, str]]
    values: dict[str, tuple[tuple[str, str], ...]]
    _ancestors: dict[str, frozenset[str]] = field(repr=False)
    _domains: dict[str, frozenset[str]] = field(repr=False)
    _names: dict[tuple[str, str], Concept] = field(repr=False)

    def ancestors(self, cls: str) -> frozenset[str]:
        """Every class above ``cls``, itself not included.

        >>> sorted(vocabulary().ancestors("HighTechZone"))
        ['DevelopmentZone', 'Entity', 'Place', 'Zone']
        """
        return self._ancestors[self._known(cls)]

    def descendants(self, cls: str) -> frozenset[str]:
        """``cls`` and every class below it."""
        known = self._known(cls)
        return frozenset(name for name in self.classes if self.is_a(name, known))

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Whether ``cls`` is ``ancestor`` or stands below it; False for unknown classes."""
        return cls == ancestor or ancestor in self._ancestors.get(cls, ())

    def is_any(self, cls: str, kinds: Collection[str]) -> bool:
        """Whether ``cls`` is one of ``kinds`` or stands below one.

        >>> vocabulary().is_any("University", ("Place", "Organization"))
        True
        """
        return cls in kinds or not self._ancestors.get(cls, frozenset()).isdisjoint(kinds)

    def fits(self, predicate: str, subject: str, object_: str = "") -> bool:
        """Whether a statement may join these classes; an observation has no object.

        >>> vocabulary().fits("focusesOn", "University", "Person")
        False
        """
        if predicate in self.relations:
            relation = self.relations[predicate]
            return subject in relation.domain and object_ in relation.range
        if predicate not in self._domains or subject not in self._domains[predicate]:
            return False
        return object_ == _STATEMENT_OBJECTS.get(predicate, "")

    def label(self, term: str, lang: str = "zh") -> str:
        """The label of a class, property or concept, by local name or IRI; else its name.

        >>> vocabulary().label("locatedIn", "en"), vocabulary().label("planned", "zh")
        ('located in', '计划中')
        """
        name = term.removeprefix(OC)
        return self.terms.get(name, {}).get(lang) or term.rsplit("#", 1)[-1].rsplit("/", 1)[-1]

    def inverse_label(self, predicate: str, lang: str = "zh") -> str:
        """How a relation reads from its object: 位于 becomes 拥有."""
        relation = self.relations.get(predicate)
        return (relation.inverse_labels.get(lang) if relation else "") or self.label(
            predicate, lang
        )

    def badge(self, cls: str) -> str:
        """The Chinese character that stands for ``cls``, its own or the nearest ancestor's."""
        return self.classes[self._known(cls)].badge

    def group(self, cls: str) -> Group:
        """The legend group of ``cls``, its own or the nearest ancestor's."""
        return self.groups[self.classes[self._known(cls)].group]

    def scheme(self, name: str) -> tuple[Concept, ...]:
        """The concepts of a scheme in order: ``scheme("statuses")`` is the status ladder."""
        return tuple(self.concepts[name].values())

    def find(self, scheme: str, name: str) -> Concept | None:
        """The concept of ``scheme`` whose label, other label or code is ``name``, else None.

        >>> vocabulary().find("industries", "人工智能产业").name
        'artificial-intelligence'
        """
        return self._names.get((scheme, name.casefold()))

    def unit(self, code: str) -> str:
        """The IRI of a unit code of statements.

        >>> vocabulary().unit("M2")
        'http://qudt.org/vocab/unit/M2'
        """
        units = self.scheme("units")
        for unit in units:
            if unit.code == code:
                return unit.iri
        nearest = _nearest(code, (unit.code for unit in units))
        raise NotFoundError(f"no unit {code!r}", nearest=nearest)

    def _known(self, cls: str) -> str:
        if cls not in self.classes:
            raise NotFoundError(f"no class {cls!r}", nearest=_nearest(cls, self.classes))
        return cls


def ontology_files(*, shapes: bool = False) -> tuple[Traversable, ...]:
    """The Turtle files of ontology and concepts, in order of name; with SHACL if asked."""
    root = files("ontology")
    found = [*root.iterdir(), *root.joinpath("concepts").iterdir()]
    return tuple(
        sorted(
            (
                path
                for path in found
                if path.name.endswith(".ttl") and (shapes or path.name != "shapes.ttl")
            ),
            key=lambda path: path.name,
        )
    )


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read the vocabulary; the same object on every call, not to be changed."""
    graph = index_triples(
        triple
        for path in ontology_files()
        for triple in parse(path.read_bytes(), format=RdfFormat.TURTLE)
    )
    classes, ancestors = read_classes(graph)
    below = {
        name: frozenset(other for other in classes if name == other or name in ancestors[other])
        for name in classes
    }
    predicates = read_predicates(graph)
    concepts = read_concepts(graph)
    return Vocabulary(
        classes=classes,
        relations=read_relations(graph, predicates, below),
        concepts=concepts,
        groups=read_groups(graph),
        predicates={name: evidence_iri(graph, node) for name, node in predicates.items()},
        terms=read_labels(graph),
        values=read_values(graph),
        _ancestors=ancestors,
        _domains=read_domains(graph, predicates, below),
        _names=dict(_names(concepts)),
    )


def _nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    return tuple(get_close_matches(name, list(known), n=3, cutoff=0.5))


def _names(
    concepts: dict[str, dict[str, Concept]],
) -> Iterator[tuple[tuple[str, str], Concept]]:
    """Every name of every concept; a label of one outranks another label of the next."""
    for scheme, members in concepts.items():
        for concept in members.values():
            for others in concept.alt_labels.values():
                yield from (((scheme, other.casefold()), concept) for other in others)
        for concept in members.values():
            for name in (concept.code, *concept.labels.values()):
                if name:
                    yield (scheme, name.casefold()), concept
