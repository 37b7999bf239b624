"""Resolution: which names in which articles are one thing, why, and under which IRI.

Works on the roster of names, never on all statements at once, and gives the same result
whatever the order of the articles. Every merge of different names or of different articles is a
:class:`Decision`; a curator's file can forbid or force any of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.curation import Curation
from graph.homonym import Surroundings
from graph.identity import key
from graph.mint import assign, clean, concept_iri
from graph.roster import Profile, Roster, profiles
from graph.terms import ENTITY, shorten
from graph.union import Decision, Things, unite
from ontology.vocabulary import Concept, vocabulary
from sources.statement import Statement

__all__ = ["Decision", "Entity", "Resolution", "Scope", "resolve", "roster_of"]

#: Schemes of shipped concepts by the class whose things may be one of them.
SCHEMES = {"Industry": "industries", "ResearchField": "fields", "Designation": "designations"}


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the graph: its IRI, fullest label, English label if any, most specific class."""

    iri: str
    label: str
    english: str
    cls: str


@dataclass(frozen=True, slots=True)
class Scope:
    """One article's names."""

    _profiles: dict[tuple[str, str], Profile]
    _entities: dict[Profile, Entity]

    def find(self, name: str, cls: str) -> Entity:
        """The thing that the article means by ``name``, used as one of class ``cls``.

        :raises KeyError: when the article's statements never use the name so.
        """
        return self._entities[self._profiles[key(name), cls]]


@dataclass(slots=True)
class Resolution:
    """The result: things by the articles' names, indicators, and the decisions taken."""

    entities: dict[Profile, Entity]
    indicators: dict[str, str]
    decisions: tuple[Decision, ...]
    scoped: frozenset[str] = field(default_factory=frozenset)

    def scope(self, statements: Sequence[Statement]) -> Scope:
        """The names of one article; ``statements`` are all of it, as they were resolved."""
        return Scope(profiles(statements, self.scoped), self.entities)

    def count(self) -> int:
        """How many things there are."""
        return len({entity.iri for entity in self.entities.values()})


def roster_of(articles: Sequence[Sequence[Statement]], curation: Curation | None = None) -> Roster:
    """The roster of some articles, each given as its statements."""
    roster = Roster((curation or Curation()).scoped)
    for statements in articles:
        roster.add(statements)
    return roster


def resolve(roster: Roster, curation: Curation | None = None) -> Resolution:
    """Decide on all names of the roster.

    :raises ReviewError: when rulings of the curator contradict each other.

    >>> from sources.statement import Node
    >>> node = Node("重庆大学", "University")
    >>> one = Statement("a", "", node, "type", Node("University", "Class"))
    >>> resolve(roster_of([[one]])).scope([one]).find("重庆大学", "University").iri
    'https://w3id.org/onecity/id/chong-qing-da-xue'
    """
    curation = curation or Curation()
    things = unite(roster, Surroundings.of(roster), curation)
    groups = things.groups()
    labels = [things.label(group) for group in groups]
    classes = [things.cls(group) for group in groups]
    concepts = [_concept(label, cls) for label, cls in zip(labels, classes, strict=True)]
    identities = _identities(things, groups, labels)
    own = zip(identities, labels, concepts, strict=True)
    iris = assign({identity: label for identity, label, concept in own if not concept}, ENTITY)
    said = _fullest(concepts, labels)
    entities: dict[Profile, Entity] = {}
    named: list[Entity] = []
    for number, (group, concept) in enumerate(zip(groups, concepts, strict=True)):
        if concept is None:
            iri, english = iris[identities[number]], things.english(group)
            entity = Entity(iri, labels[number], english, classes[number])
        else:
            label = said[concept.iri]
            entity = Entity(concept.iri, label, concept.labels.get("en", ""), classes[number])
            if label != labels[number]:
                reason = f"both are names of {shorten(concept.iri)}"
                things.note(number, "merged", label, reason, things.first(group))
        named.append(entity)
        entities |= dict.fromkeys(things.profiles(group), entity)
    decisions = things.decisions([entity.iri for entity in named], groups)
    return Resolution(entities, _indicators(roster), decisions, roster.scoped)


def _fullest(concepts: Sequence[Concept | None], labels: Sequence[str]) -> dict[str, str]:
    """The fullest form in which the articles name each concept: no word that they do not have."""
    said: dict[str, str] = {}
    for concept, label in zip(concepts, labels, strict=True):
        if concept is not None:
            forms = (said.get(concept.iri, ""), label)
            said[concept.iri] = max(forms, key=lambda form: (len(form), form))
    return said


def _concept(label: str, cls: str) -> Concept | None:
    """The shipped concept of that name, never by its code."""
    scheme = SCHEMES.get(cls)
    if scheme is None or label.isascii():
        return None
    return vocabulary().find(scheme, clean(label))


def _identities(
    things: Things, groups: Sequence[tuple[int, ...]], labels: Sequence[str]
) -> list[str]:
    """What tells each thing from all others: its name, and for homonyms where it is."""
    by_name: dict[str, list[int]] = {}
    for number, label in enumerate(labels):
        by_name.setdefault(key(label), []).append(number)
    identities = [""] * len(groups)
    for name, numbers in by_name.items():
        if len(numbers) == 1:
            identities[numbers[0]] = name
            continue
        marks = {number: things.mark(groups[number]) for number in numbers}
        twins = Counter(marks.values())
        for number in numbers:
            extra = things.first(groups[number]) if twins[marks[number]] > 1 else ""
            identities[number] = "\x1f".join((name, marks[number], extra))
    return identities


def _indicators(roster: Roster) -> dict[str, str]:
    """IRI of each indicator as written: the shipped concept, else one of its own."""
    found: dict[str, str] = {}
    own: dict[str, str] = {}
    for name in sorted(roster.indicators):
        concept = vocabulary().find("indicators", clean(name))
        if concept is not None:
            found[name] = concept.iri
        else:
            own.setdefault(key(name), clean(name))
    iris = assign(own, concept_iri("indicator", ""))
    taken = {concept.iri for concept in vocabulary().scheme("indicators")}
    for name in roster.indicators - found.keys():
        iri = iris[key(name)]
        found[name] = iri + "_" if iri in taken else iri
    return found
