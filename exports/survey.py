"""The survey: what stands behind the planner's commands, and how it is told.

A :class:`Survey` opens a build once and knows names, kinds of tie and languages; the modules
``sights`` (side by side and gaps), ``gauge`` (measures) and ``outlook`` (what if, policy chains)
make tables with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from exports.answer import tabulate
from exports.publish import current
from graph.analysis.coverage import cover
from graph.analysis.meaning import caveat, explain, word
from graph.analysis.network import Network, Quote, Tie
from graph.analysis.reader import read_network
from graph.identity import key
from graph.lookup import find_entity, names
from graph.query import Table
from graph.store import open_store
from ontology.errors import NotFoundError
from ontology.vocabulary import vocabulary

__all__ = ["Finding", "Survey", "quote_text"]

#: Longest quote in a cell.
_LONG = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """A table, and what it means and stands on in a sentence or two."""

    table: Table
    note: str


class Survey:
    """One build, looked at in one language."""

    def __init__(self, out: Path, lang: str = "zh") -> None:
        """Open the build in ``out``.

        :raises BuildError: there is none.
        """
        self.store, self.lang = open_store(current(out)), lang

    @cached_property
    def network(self) -> Network:
        """Everything that is tied, of all kinds."""
        return read_network(self.store)

    def find(self, name: str) -> str:
        """The IRI of a thing of the network, by a name as people write it.

        :raises NotFoundError: nothing is called so, or what is so called is only a word.
        """
        iri = find_entity(self.store, name)
        if iri not in self.network.things:
            raise NotFoundError(f"no article tells of {name!r}", where=name)
        return iri

    def knows(self, name: str) -> bool:
        """Whether anything at all is called so."""
        wanted = key(name)
        return any(key(text) == wanted for text, _, _ in names(self.store))

    def find_article(self, name: str) -> str:
        """The IRI of an article, by its file name or the beginning of its title.

        :raises NotFoundError: none or several are called so; with their names.
        """
        known = self.network.articles
        names = {iri: iri.rsplit("/", 1)[-1] for iri in known}
        exact = [iri for iri in known if name in (iri, names[iri], known[iri].title)]
        found = exact or [iri for iri in known if known[iri].title.startswith(name)]
        if len(found) != 1:
            near = tuple(names[iri] for iri in found or known)[:5]
            raise NotFoundError(f"{len(found)} articles are called {name!r}", nearest=near)
        return found[0]

    def name(self, iri: str) -> str:
        """The name of a thing."""
        thing = self.network.things.get(iri)
        return thing.name(self.lang) if thing else iri

    def names(self, iris: Iterable[str], most: int = 0) -> str:
        """Names in their order; only the first ``most`` and how many more, when given."""
        listed = [self.name(iri) for iri in iris]
        if most and len(listed) > most:
            listed = [*listed[:most], f"+{len(listed) - most}"]
        return ", ".join(listed)

    def cls(self, iri: str) -> str:
        """What kind of thing it is."""
        return vocabulary().label(self.network.things[iri].cls, self.lang)

    def relation(self, predicate: str, title: str = "") -> str:
        """A relation as people read it; that of a post goes with its title."""
        label = vocabulary().label(predicate.removeprefix("^"), self.lang)
        return f"{label} {title}".rstrip()

    def tie(self, tie: Tie) -> str:
        """A tie as a short clause."""
        relation = self.relation(tie.predicate, tie.title)
        return f"{self.name(tie.source)} {relation} {self.name(tie.target)}"

    def word(self, key: str) -> str:
        """A word of the analysis, such as the name of a kind of tie."""
        return word(key, self.lang)

    def finding(
        self,
        measure: str,
        columns: tuple[str, ...],
        rows: Iterable[tuple[str, ...]],
        ties: Collection[Tie],
    ) -> Finding:
        """A table with what its measure means and how much text stands behind it."""
        note = f"{explain(measure, self.lang)}\n{caveat(cover(self.network, ties), self.lang)}"
        return Finding(tabulate(columns, rows), note)


def quote_text(quotes: Collection[Quote]) -> str:
    """The first of some quotes, shortened for a cell, and how many more there are."""
    if not quotes:
        return ""
    text = " ".join(min(quotes).exact.split())
    short = text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
    return short if len(quotes) == 1 else f"{short} (+{len(quotes) - 1})"
