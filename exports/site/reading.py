"""The reading: an article with every fact underlined, names leading to their pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from exports.annotation import Annotation, annotate
from exports.harvest import Harvest
from exports.site.address import link, page
from exports.site.passage import Passages
from graph.query import query
from graph.terms import STATEMENT

__all__ = ["Ends", "Reading", "read_all", "read_ends"]

#: The things at both ends of each statement, by its id.
Ends = Mapping[str, tuple[str, str]]
_ENDS = """
SELECT DISTINCT ?id ?s ?o {
  ?id a oc:Statement ; rdf:subject ?s ; rdf:object ?end . FILTER(isIRI(?end))
  OPTIONAL { ?end org:postIn ?body } BIND(COALESCE(?body, ?end) AS ?o) }"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article gave."""

    found: Harvest

    @property
    def share(self) -> str:
        """The share of sentences from which nothing was taken."""
        return f"{100 * len(self.found.untouched) / (self.found.sentences or 1):.0f} %"

    def annotate(self, path: str, lang: str, pages: Mapping[str, str], ends: Ends) -> Annotation:
        """The text and its facts, as they stand on the page ``path``."""
        here = page(path, lang)

        def lead(iri: str) -> str:
            return link(here, page(pages[iri], lang)) if iri in pages else ""

        told = {statement.id for statement in self.found.statements}
        told |= {rejection.statement.id for rejection in self.found.rejected}
        leads = {key: (lead(ends[key][0]), lead(ends[key][1])) for key in told if key in ends}
        return annotate(self.found, leads)


def read_all(found: Iterable[Harvest], passages: Passages) -> dict[str, Reading]:
    """The readings of all articles by IRI; their texts are left in ``passages``."""
    return {passages.add(harvest.document): Reading(harvest) for harvest in found}


def read_ends(store: Store) -> Ends:
    """Which things each statement of a build is about; that of a post is the body it is in."""
    found = {}
    for row in query(store, _ENDS).rows:
        key, subject, target = (getattr(term, "value", "") for term in row)
        found[key.removeprefix(STATEMENT)] = (subject, target)
    return found
