"""Addresses: a file name for each page that any system takes, and links from page to page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.mint import digest
from ontology.namespaces import ARTICLE, CONCEPT, ENTITY

__all__ = ["LANGUAGES", "assign", "link", "page"]

#: The first is at the root of the site, the others in folders of their own.
LANGUAGES = ("zh", "en")
#: Longest name without its ending; what is cut off is replaced by a hash.
LONGEST = 100
_UNSAFE = re.compile(r"[^a-z0-9_-]+")
#: Names that Windows keeps for devices, whatever follows the dot:
#: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_KEPT = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


def _stem(iri: str) -> str:
    """A readable name: what follows the namespace, in small letters.

    >>> _stem(ENTITY + "chong-qing"), _stem(CONCEPT + "industry/new-energy")
    ('chong-qing', 'industry-new-energy')
    """
    for space in (ENTITY, ARTICLE, CONCEPT):
        if iri.startswith(space):
            local = iri.removeprefix(space)
            break
    else:
        local = iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    name = _UNSAFE.sub("-", local.lower()).strip("-")
    if not name or _KEPT.fullmatch(name):
        return f"{name}_{digest(iri)}"
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}_{digest(iri)}"


def assign(iris: Iterable[str]) -> dict[str, str]:
    """A name for each IRI: ASCII, in small letters, no other's on any file system.

    >>> assign([ENTITY + "chong-qing", ENTITY + "../Park"])
    {'https://w3id.org/onecity/id/../Park': 'park',
     'https://w3id.org/onecity/id/chong-qing': 'chong-qing'}
    """
    groups: dict[str, list[str]] = {}
    for iri in sorted(set(iris)):
        groups.setdefault(_stem(iri), []).append(iri)
    names = {}
    for stem, members in groups.items():
        for iri in members:
            names[iri] = stem if len(members) == 1 else f"{stem}_{digest(iri)}"
    if len(set(names.values())) < len(names):  # one hashed name is another's plain one
        names = {iri: f"{name}_{digest(iri, size=16)}" for iri, name in names.items()}
    return dict(sorted(names.items()))


def page(path: str, lang: str) -> str:
    """Where a page of a language stands in the site.

    >>> page("entity/x.html", "zh"), page("entity/x.html", "en")
    ('entity/x.html', 'en/entity/x.html')
    """
    return path if lang == LANGUAGES[0] else f"{lang}/{path}"


def link(source: str, target: str) -> str:
    """The relative address of ``target`` as seen from the page ``source``.

    >>> link("en/entity/x.html", "data/x.ttl"), link("index.html", "entity/x.html")
    ('../../data/x.ttl', 'entity/x.html')
    """
    return "../" * source.count("/") + target
