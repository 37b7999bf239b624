"""The roster: every name of every article with what tells its bearer from others of that name.

It is all that resolution keeps of the articles: names, classes, bodies and places, not facts.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.identity import is_latin, key
from ontology.vocabulary import vocabulary
from sources.statement import Node, Statement

__all__ = ["NOT_THINGS", "UNIQUE", "Profile", "Record", "Roster", "is_unique", "leaves", "profiles"]

#: Object classes of statements that are no things of their own.
NOT_THINGS = frozenset({"Class", "Label", "Status"})
#: Classes whose names are given once in the country; all others may repeat from city to city.
UNIQUE = (
    "City", "Designation", "Enterprise", "FinancialInstitution", "Industry", "Media",
    "Province", "Region", "ResearchField", "University",
)  # fmt: skip
#: Predicates whose object is the body that a thing belongs to; a policy belongs to its issuer.
_BODY = frozenset({"affiliatedWith", "holds", "issuedBy"})
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Profile:
    """How an article knows a thing; equal profiles of two articles are one thing.

    ``bodies`` are mother institutions, issuers, or for a person where posts are held; ``places``
    where it is said to be; ``areas`` the cities the article is about; all as identity keys.
    ``doc`` is set only where a curator speaks of the name in single articles.
    """

    key: str
    cls: str
    bodies: frozenset[str] = _NONE
    places: frozenset[str] = _NONE
    areas: frozenset[str] = _NONE
    doc: str = ""


@dataclass(slots=True)
class Record:
    """What is known of a profile over all articles: spellings, how many and which articles."""

    names: dict[str, int] = field(default_factory=dict)
    docs: array[int] = field(default_factory=lambda: array("I"))
    first: str = ""


def is_unique(cls: str) -> bool:
    """Whether names of this class are given once in the country.

    >>> is_unique("University"), is_unique("ResearchInstitute")
    (True, False)
    """
    return any(vocabulary().is_a(cls, unique) for unique in UNIQUE)


def leaves(classes: Iterable[str]) -> dict[str, str]:
    """For each class the most specific one that a thing of it may be; itself when unclear.

    >>> leaves(["Zone", "HighTechZone", "University"])
    {'HighTechZone': 'HighTechZone', 'University': 'University', 'Zone': 'HighTechZone'}
    """
    known = sorted(set(classes))
    words = vocabulary()
    below = {one: [c for c in known if c != one and words.is_a(c, one)] for one in known}
    found = {}
    for one in known:
        lowest = [c for c in below[one] if not below[c]]
        found[one] = lowest[0] if len(lowest) == 1 else one
    return found


def things(statement: Statement) -> list[Node]:
    """The nodes of a statement that are things; the speaker is one of class Person."""
    nodes = [statement.subject]
    if statement.object is not None and statement.object.cls not in NOT_THINGS:
        nodes.append(statement.object)
    if statement.speaker:
        nodes.append(Node(statement.speaker, "Person"))
    return nodes


def profiles(
    statements: Sequence[Statement], scoped: frozenset[str] = _NONE
) -> dict[tuple[str, str], Profile]:
    """Profile of each name key and class of one article's statements."""
    classes: dict[str, set[str]] = {}
    typed: dict[str, set[str]] = {}
    for statement in statements:
        if statement.predicate == "type" and statement.object is not None:
            typed.setdefault(key(statement.subject.name), set()).add(statement.object.name)
        for node in things(statement):
            classes.setdefault(key(node.name), set()).add(node.cls)
    leaf = {name: leaves(found | typed.get(name, set())) for name, found in classes.items()}
    bodies, places = _ties(statements)
    areas = _areas(leaf)
    doc = statements[0].doc if statements else ""
    return {
        (name, cls): _profile(name, target, bodies, places, areas, doc if name in scoped else "")
        for name, targets in leaf.items()
        for cls, target in targets.items()
    }


def _profile(
    name: str,
    cls: str,
    bodies: Mapping[str, set[str]],
    places: Mapping[str, set[str]],
    areas: frozenset[str],
    doc: str,
) -> Profile:
    if is_unique(cls):
        return Profile(name, cls, doc=doc)
    others = areas - {name} if name in areas else areas
    return Profile(
        name,
        cls,
        frozenset(bodies[name]) if name in bodies else _NONE,
        frozenset(places[name]) if name in places else _NONE,
        others,
        doc,
    )


def _ties(statements: Sequence[Statement]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    bodies: dict[str, set[str]] = {}
    places: dict[str, set[str]] = {}
    words = vocabulary()
    for statement in statements:
        target = statement.object
        if target is None or statement.modality in {"negated", "denied", "hypothetical"}:
            continue
        name = key(statement.subject.name)
        if statement.predicate in _BODY:
            bodies.setdefault(name, set()).add(key(target.name))
        elif statement.predicate in {"locatedIn", "partOf"} and words.is_a(target.cls, "Place"):
            places.setdefault(name, set()).add(key(target.name))
    return bodies, places


def _areas(leaf: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """The article's cities and provinces; where it has none, its districts and counties."""
    by_class: dict[str, set[str]] = {}
    for name, targets in leaf.items():
        for cls in targets.values():
            by_class.setdefault(cls, set()).add(name)
    wide = by_class.get("City", set()) | by_class.get("Province", set())
    narrow = by_class.get("District", set()) | by_class.get("County", set())
    return frozenset(wide or narrow)


class Roster:
    """All profiles with their records, and the other names that articles declare."""

    def __init__(self, scoped: frozenset[str] = _NONE) -> None:
        """``scoped``: keys of names that a curator rules on article by article."""
        self.scoped = scoped
        self.records: dict[str, dict[Profile, Record]] = {}
        self.aliases: dict[str, dict[Profile, str]] = {}
        self.english: dict[Profile, set[str]] = {}
        self.above: dict[str, set[str]] = {}
        self.indicators: set[str] = set()
        self._articles = 0

    def add(self, statements: Sequence[Statement]) -> None:
        """Take in the names of one article."""
        found = profiles(statements, self.scoped)
        doc = statements[0].doc if statements else ""
        present: dict[Profile, dict[str, int]] = {}
        for statement in statements:
            for node in things(statement):
                profile = found[key(node.name), node.cls]
                names = present.setdefault(profile, {})
                names[node.name] = names.get(node.name, 0) + 1
            self._learn(statement, found)
        for profile, names in present.items():
            record = self.records.setdefault(profile.key, {}).setdefault(profile, Record())
            for name, times in names.items():
                record.names[name] = record.names.get(name, 0) + times
            record.docs.append(self._articles)
            record.first = min(record.first or doc, doc)
            for place in profile.places:
                self.above.setdefault(profile.key, set()).add(place)
        self._articles += 1

    def _learn(self, statement: Statement, found: Mapping[tuple[str, str], Profile]) -> None:
        value, target = statement.value, statement.object
        if value is not None and statement.predicate == "observation" and value.indicator:
            self.indicators.add(value.indicator)
        if statement.predicate != "altLabel" or target is None or statement.modality != "asserted":
            return
        owner = found[key(statement.subject.name), statement.subject.cls]
        if is_latin(target.name):
            self.english.setdefault(owner, set()).add(target.name)
        other = key(target.name)
        if other != owner.key:
            declared = self.aliases.setdefault(other, {})
            declared[owner] = min(declared.get(owner, statement.doc), statement.doc)
