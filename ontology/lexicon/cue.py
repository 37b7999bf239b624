"""The lexicon: words and the terms they signal, read from Turtle that curators edit.

A *cue* is one word form with the meaning it signals. A Turtle resource may list many
forms that share one meaning; each becomes a cue of its own, with its own id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

__all__ = [
    "LEXICON",
    "Cue",
    "Lexicon",
    "alternation",
    "load_lexicon",
    "local",
    "pattern",
    "read_lexicon",
]

#: Namespace of the lexicon's own terms.
LEXICON = "https://w3id.org/onecity/lexicon#"
#: Properties of a resource that are no attributes of its cues.
_NO_ATTRIBUTES = frozenset({"form", "inactiveForm", "signals", "active"})
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("http://qudt.org/vocab/unit/M2"), local("https://w3id.org/onecity/lexicon#up")
    ('M2', 'up')
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Cue:
    """One word form and what it signals.

    ``attributes`` holds every other ``lex:`` property of the resource, such as ``factor``.
    """

    id: str
    kind: str
    form: str
    signals: str
    attributes: dict[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All active cues, by kind, in the order of their ids."""

    by_kind: dict[str, tuple[Cue, ...]]
    #: The forms of kinds that rules have asked for: they ask for the same ones all the time.
    _forms: dict[tuple[str, ...], frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def cues(self, kind: str) -> tuple[Cue, ...]:
        """Cues of ``kind``, such as ``HeadNoun``; empty when the kind has none.

        >>> {cue.signals for cue in load_lexicon().cues("Unit") if cue.form == "亿元"}
        {'CNY'}
        """
        return self.by_kind.get(kind, ())

    def forms(self, *kinds: str) -> frozenset[str]:
        """The word forms of all ``kinds``.

        >>> load_lexicon().forms("FormerOne", "LatterOne") == {"前者", "后者"}
        True
        """
        if kinds not in self._forms:
            cues = (cue for kind in kinds for cue in self.cues(kind))
            self._forms[kinds] = frozenset(cue.form for cue in cues)
        return self._forms[kinds]


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Read every ``ontology/lexicon/*.ttl``, without what a curator has switched off.

    That is each word that is a ``lex:inactiveForm`` instead of a ``lex:form``, and each resource
    with ``lex:active false``.
    """
    folder = files("ontology.lexicon")
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(".ttl"))
    return read_lexicon(folder.joinpath(name).read_bytes() for name in names)


def read_lexicon(texts: Iterable[bytes]) -> Lexicon:
    """The active cues of Turtle texts, as if they were one."""
    resources: dict[str, dict[str, list[str]]] = {}
    for turtle in texts:
        for quad in parse(turtle, format=RdfFormat.TURTLE):
            if not isinstance(quad.subject, NamedNode):
                continue
            value = quad.object
            text = value.value if isinstance(value, Literal | NamedNode) else ""
            entry = resources.setdefault(quad.subject.value, {})
            entry.setdefault(quad.predicate.value, []).append(text)
    by_kind: dict[str, list[Cue]] = {}
    for iri, properties in sorted(resources.items()):
        for cue in _cues(iri, properties):
            by_kind.setdefault(cue.kind, []).append(cue)
    return Lexicon({kind: tuple(cues) for kind, cues in by_kind.items()})


@cache
def alternation(*kinds: str) -> str:
    """A regular expression that matches any form of ``kinds``, the longest first.

    It is grouped, so that it can be set into a longer one; without forms it matches nothing.

    >>> alternation("FormerOne", "LatterOne"), alternation("NoSuchKind")
    ('(?:前者|后者)', '(?!)')
    """
    forms = sorted(load_lexicon().forms(*kinds), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(map(re.escape, forms))})" if forms else "(?!)"


@cache
def pattern(*kinds: str) -> re.Pattern[str]:
    """:func:`alternation`, compiled once.

    >>> pattern("Negation").search("尚未开工").group()
    '尚未'
    """
    return re.compile(alternation(*kinds))


def _cues(iri: str, properties: dict[str, list[str]]) -> list[Cue]:
    kinds = [kind for kind in properties.get(_RDF_TYPE, []) if kind.startswith(LEXICON)]
    if not kinds or properties.get(LEXICON + "active", ["true"])[0] == "false":
        return []
    attributes = {
        local(name): values[0]
        for name, values in properties.items()
        if name.startswith(LEXICON) and local(name) not in _NO_ATTRIBUTES
    }
    signals = properties.get(LEXICON + "signals", [""])[0]
    name = iri.split("/lexicon/", 1)[-1]
    return [
        Cue(f"{name}/{form}", local(kind), form, local(signals), attributes)
        for kind in sorted(kinds)
        for form in sorted(properties.get(LEXICON + "form", []))
    ]
