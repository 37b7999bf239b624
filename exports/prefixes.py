"""Prefixes: the short names under which every export writes IRIs.

>>> shorten("https://w3id.org/onecity/ontology#locatedIn")
'oc:locatedIn'
>>> shorten("https://w3id.org/onecity/concept/industry/new-energy")
'industry:new-energy'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ontology.namespaces import (
    ARTICLE,
    COMPONENT,
    CONCEPT,
    ENTITY,
    NAMESPACES,
    OBSERVATION,
    OC,
    POST,
    STATEMENT,
)

__all__ = ["BASE", "PREFIXES", "expand", "prefixes_of", "shorten"]

#: Everything that onecity mints starts here.
BASE = CONCEPT.removesuffix("concept/")

#: Ours first, then the others: the order in which a file declares them.
PREFIXES = {
    "oc": OC,
    "id": ENTITY,
    "post": POST,
    "observation": OBSERVATION,
    "statement": STATEMENT,
    "component": COMPONENT,
    "article": ARTICLE,
    "currency": "http://qudt.org/vocab/currency/",
    "fabio": "http://purl.org/spar/fabio/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "frapo": "http://purl.org/cerif/frapo/",
    "obo": "http://purl.obolibrary.org/obo/",
    "pro": "http://purl.org/spar/pro/",
    "scoro": "http://purl.org/spar/scoro/",
    "vivo": "http://vivoweb.org/ontology/core#",
} | {name: space for name, space in sorted(NAMESPACES.items()) if not space.startswith(BASE)}
_CONCEPT = re.compile(re.escape(BASE) + r"concept/([a-z][a-z0-9-]*)/")
#: A careful subset of https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL, no escapes.
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*")


@lru_cache(maxsize=1 << 16)
def _split(iri: str) -> tuple[str, str] | None:
    """Namespace prefix and local name, or None when no prefix fits."""
    concept = _CONCEPT.match(iri)
    if concept and concept[1] not in PREFIXES:
        return concept[1], iri[concept.end() :]
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    for prefix, namespace in PREFIXES.items():
        if iri[:cut] == namespace:
            return prefix, iri[cut:]
    return None


def shorten(iri: str) -> str:
    """``oc:City`` where a prefix fits, else ``<the whole IRI>``."""
    parts = _split(iri)
    if parts is None or not _LOCAL.fullmatch(parts[1]):
        return f"<{iri}>"
    return f"{parts[0]}:{parts[1]}"


def expand(name: str) -> str:
    """The IRI of a name that :func:`shorten` wrote.

    >>> expand("industry:new-energy")
    'https://w3id.org/onecity/concept/industry/new-energy'
    """
    if name.startswith("<"):
        return name[1:-1]
    prefix, local = name.split(":", 1)
    return PREFIXES.get(prefix, f"{BASE}concept/{prefix}/") + local


def prefixes_of(iris: Iterable[str]) -> dict[str, str]:
    """The prefixes that these IRIs need: the fixed ones in their order, then concept schemes."""
    used = {parts[0] for parts in map(_split, iris) if parts and _LOCAL.fullmatch(parts[1])}
    fixed = {prefix: namespace for prefix, namespace in PREFIXES.items() if prefix in used}
    schemes = {name: f"{BASE}concept/{name}/" for name in sorted(used - PREFIXES.keys())}
    return fixed | schemes
