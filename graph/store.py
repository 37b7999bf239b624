"""The store: a dataset on disk in Oxigraph, loaded once and then only read.

Named graphs keep what each article says. The store's default graph holds every triple of all
named graphs once: a query without ``GRAPH`` sees their union, and a triple that two articles
state gives one row. (Oxigraph's own union of graphs would give two.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from ontology.errors import BuildError

__all__ = ["QUADS", "STORE", "Count", "count", "load", "open_store", "quads"]

#: Name of the folder of the store inside a build.
STORE = "store"
#: Name of the file of all named graphs inside a build.
QUADS = "onecity.nq"
#: Quads loaded at a time: one load of everything takes about 0.9 KB of memory for each.
CHUNK = 200_000


@dataclass(frozen=True, slots=True)
class Count:
    """``quads`` of the named graphs, distinct ``triples`` of their union, number of ``graphs``."""

    quads: int
    triples: int
    graphs: int


def load(directory: Path, paths: Iterable[Path]) -> Count:
    """Make the store of ``directory`` from N-Quads files whose quads all name their graph.

    :raises BuildError: when a store is there already, or a file is no N-Quads.
    """
    target = directory / STORE
    if target.exists():
        raise BuildError("a store is there already", where=str(target), remedy="use a new folder")
    store = Store(str(target))
    try:
        for path in paths:
            _load_file(store, path)
    except (SyntaxError, ValueError) as error:
        raise BuildError(f"the graph is not readable: {error}", where=str(target)) from error
    store.flush()
    found = count(store)
    if found.quads > CHUNK:
        # the files of many loads become few, so that a look-up reads less: loaded once, read often
        store.optimize()
    return found


def _load_file(store: Store, path: Path) -> None:
    with path.open("rb") as lines:
        while chunk := list(islice(lines, CHUNK)):
            store.bulk_load(b"".join(chunk), format=RdfFormat.N_QUADS)
            # the same terms again, so that they need no second check
            union = b" .\n".join(line.rsplit(b" <", 1)[0] for line in chunk) + b" .\n"
            store.bulk_load(union, format=RdfFormat.N_TRIPLES, lenient=True)


def open_store(directory: Path) -> Store:
    """The store of a build, read only.

    :raises BuildError: when ``directory`` holds no store.
    """
    path = directory / STORE
    if not (path / "CURRENT").exists():
        raise BuildError("no build is here", where=str(directory), remedy="run: onecity build")
    try:
        return Store.read_only(str(path))
    except (OSError, ValueError) as error:
        raise BuildError(
            f"the store cannot be opened: {error}", where=str(path), remedy="build again"
        ) from error


def quads(directory: Path) -> Iterator[Quad]:
    """All quads of the named graphs, in the order of the file: a graph's quads stand together."""
    return parse(path=str(directory / QUADS), format=RdfFormat.N_QUADS)


def count(store: Store) -> Count:
    """How much a store holds."""
    answer = store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    triples = int(next(iter(answer))["n"].value)  # type: ignore[arg-type]
    graphs = sum(1 for name in store.named_graphs() if isinstance(name, NamedNode))
    return Count(len(store) - triples, triples, graphs)
