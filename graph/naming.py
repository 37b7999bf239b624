"""Naming: what the name of a thing says by itself: its level, its instrument, its pattern.

国家应用数学中心 is of the national level, 知识价值信用贷款 uses credit, and 一城多园 is the pattern
of that name. Only whole words of the concept schemes count; what else a text says of these is left
to curators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache

from graph.terms import OC, iri
from ontology.vocabulary import vocabulary

__all__ = ["Names", "name_facts"]

_ZH = re.compile(r'"((?:[^"\\]|\\.)*)"@zh$')


@dataclass(slots=True)
class Names:
    """Things whose name has a word of a scheme, and which words: collected line by line."""

    words: dict[str, set[str]] = field(default_factory=dict)

    def note(self, subject: str, label: str) -> None:
        """Keep what ``label``, a literal as N-Quads text, says of ``subject``."""
        match = _ZH.fullmatch(label)
        if match is None:
            return
        name = match[1]
        found = set(_instruments()[0].findall(name))
        if leading := _levels()[0].match(name):
            found.add("^" + leading[0])
        if name in _patterns():
            found.add("=" + name)
        if found:
            self.words.setdefault(subject, set()).update(found)


def _scheme(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the Chinese names of a scheme, and the concept of each."""
    concepts = {
        word: iri(concept.iri)
        for concept in vocabulary().scheme(name)
        for word in (concept.labels["zh"], *concept.alt_labels.get("zh", ()))
    }
    return re.compile("|".join(sorted(map(re.escape, concepts), key=len, reverse=True))), concepts


@lru_cache(maxsize=1)
def _levels() -> tuple[re.Pattern[str], dict[str, str]]:
    return _scheme("levels")


@lru_cache(maxsize=1)
def _instruments() -> tuple[re.Pattern[str], dict[str, str]]:
    return _scheme("instruments")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, str]:
    return _scheme("layouts")[1]


@lru_cache(maxsize=1)
def _bearers() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """For each property the classes that bear it, and those among them that do not."""
    words = vocabulary()

    def below(*names: str) -> frozenset[str]:
        return frozenset(iri(OC + n) for name in names for n in words.descendants(name))

    return {
        "level": (below("Platform"), below("Organization")),
        "usesInstrument": (below("Policy", "Fund", "FinancialProduct"), frozenset()),
        "followsPattern": (below("Strategy"), frozenset()),
    }


@lru_cache(maxsize=1)
def _values() -> dict[str, tuple[tuple[str, str], ...]]:
    words = vocabulary()
    return {
        iri(OC + below): tuple((iri(prop), iri(value)) for prop, value in pairs)
        for name, pairs in words.values.items()
        for below in words.descendants(name)
    }


def name_facts(names: Names, types: Mapping[str, Set[str]]) -> Iterator[str]:
    """Triples as N-Quads text: by name, and by a class whose things all have a value."""
    for subject, classes in types.items():
        for cls in classes:
            for prop, value in _values().get(cls, ()):
                yield f"{subject} {prop} {value}"
    for subject, found in names.words.items():
        for prop, (bearers, others) in _bearers().items():
            classes = types.get(subject, frozenset())
            if classes & bearers and not classes & others:
                for concept in _told(prop, found):
                    yield f"{subject} {iri(OC + prop)} {concept}"


def _told(prop: str, found: Set[str]) -> Iterator[str]:
    if prop == "level":
        yield from (_levels()[1][word[1:]] for word in found if word.startswith("^"))
    elif prop == "followsPattern":
        yield from (_patterns()[word[1:]] for word in found if word.startswith("="))
    else:
        yield from (concept for word, concept in _instruments()[1].items() if word in found)
