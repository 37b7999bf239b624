"""The dataset: the store of a build behind rdflib's API, read only."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph
from rdflib.query import Result

from graph.guard import check
from graph.store import open_store
from graph.terms import PREFIXES

__all__ = ["open_dataset"]


class _Guarded(OxigraphStore):
    """The store as it is, but that no query makes it ask other servers."""

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib's names
        initBindings: Mapping[str, Any],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **kwargs: object,
    ) -> Result:
        check(str(query))
        return super().query(query, initNs, initBindings, queryGraph, **kwargs)

    def add_graph(self, graph: Graph) -> None:
        """Nothing: ``Dataset.graph`` calls this for a graph that is only to be read."""


def open_dataset(directory: Path) -> Dataset:
    """The graph of a build, by article in named graphs; the default graph is their union.

    Prefixes such as ``oc:`` are bound. SPARQL goes to the store as it is, but what reaches out is
    refused; nothing can be changed.

    :raises BuildError: when ``directory`` holds no build.
    """
    data = Dataset(store=_Guarded(store=open_store(directory)), default_union=False)
    for prefix, space in PREFIXES.items():
        data.bind(prefix, space, override=True, replace=True)
    return data
