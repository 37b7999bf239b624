"""The thesaurus: words that people ask with, from ``graph/questions/synonyms.tsv``.

Every form leads to senses: the first word of its row, ``oc:NAME`` for a term of the vocabulary,
``=NUMBER``, :data:`FILLER` for what only asks or links, and :data:`TURN` for what changes a
question so that only one made for it fits.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from graph.identity import key
from ontology.vocabulary import vocabulary

__all__ = ["FILLER", "TURN", "concept_named", "headword", "senses", "thesaurus"]

FILLER, TURN = "*", "!"
#: Schemes whose concepts people name in a question.
_SCHEMES = ("statuses", "modalities", "units", "levels")


@lru_cache(maxsize=1)
def thesaurus() -> Mapping[str, frozenset[str]]:
    """All forms, folded by :func:`graph.identity.key`, with their senses.

    >>> sorted(thesaurus()["plans"])
    ['oc:Plan', 'oc:planned', '计划']
    """
    found: dict[str, set[str]] = {}
    for name, forms in (*_rows(), *_labels()):
        for form in forms:
            found.setdefault(key(form), set()).add(name)
    return {form: frozenset(names) for form, names in found.items() if form}


def senses(form: str) -> frozenset[str]:
    """All that a word can mean; itself where the thesaurus does not have it.

    >>> sorted(senses("under construction"))
    ['oc:underConstruction', '在建']
    """
    folded = key(form)
    return thesaurus().get(folded) or frozenset({folded})


def headword(form: str) -> frozenset[str]:
    """What a word means in an ``# ask:`` line: that of the row it names, else all its senses.

    >>> sorted(headword("在建")), sorted(headword("being built"))
    (['在建'], ['oc:underConstruction'])
    """
    meant = senses(form)
    folded = key(form)
    return frozenset({folded}) if folded in meant else meant


def concept_named(form: str, scheme: str) -> str:
    """The IRI of the concept of a scheme that people call so, else ``""``.

    >>> concept_named("being built", "statuses")
    'https://w3id.org/onecity/ontology#underConstruction'
    """
    members = vocabulary().concepts[scheme]
    names = {name.removeprefix("oc:") for name in senses(form)} & members.keys()
    return min((members[name].iri for name in names), default="")


def _rows() -> list[tuple[str, list[str]]]:
    text = (files("graph.questions") / "synonyms.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [(name, [*zh.split(), *en.split(", ")]) for name, zh, en in lines[1:]]


def _labels() -> list[tuple[str, list[str]]]:
    """The labels of classes and of the concepts of some schemes."""
    words = vocabulary()
    classes = [
        (f"oc:{name}", [*term.labels.values(), term.labels.get("en", "") + "s"])
        for name, term in words.classes.items()
    ]
    concepts = [
        (f"oc:{concept.name}", list(concept.labels.values()))
        for scheme in _SCHEMES
        for concept in words.scheme(scheme)
    ]
    return classes + concepts
