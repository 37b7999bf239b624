from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph.build import Build
from graph.query import query
from graph.store import count, load, open_store
from ontology.errors import BuildError

A, P, B, C = (NamedNode(f"http://x/{name}") for name in "apbc")
LINES = "<http://x/a> <http://x/p> <http://x/b> <http://g/1> .\n" * 2 + (
    "<http://x/a> <http://x/p> <http://x/b> <http://g/2> .\n"
    '<http://x/a> <http://x/p> "a > b <c> \\" ." <http://g/2> .\n'
)


def test_the_default_graph_holds_every_triple_once(tmp_path: Path) -> None:
    path = tmp_path / "x.nq"
    path.write_text(LINES)
    counted = load(tmp_path, [path])
    assert (counted.quads, counted.triples, counted.graphs) == (3, 2, 2)
    assert len(query(open_store(tmp_path), "SELECT * { ?s ?p ?o }").rows) == 2


def test_more_lines_than_one_read_holds_all_arrive(tmp_path: Path) -> None:
    path = tmp_path / "x.nq"
    path.write_text(
        "".join(f"<http://x/{n}> <http://x/p> <http://x/b> <http://g> .\n" for n in range(5000))
    )
    assert load(tmp_path, [path]).triples == 5000


def test_the_store_is_read_only(sample: Build) -> None:
    with pytest.raises(RuntimeError, match="only possible on read-write"):
        open_store(sample.directory).add(Quad(A, P, B))


def test_a_second_store_in_one_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.nq"
    path.write_text(LINES)
    load(tmp_path, [path])
    with pytest.raises(BuildError, match="a store is there already"):
        load(tmp_path, [path])


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.nq"
    path.write_text("<http://x/a> <http://x/p>\n")
    with pytest.raises(BuildError, match="the graph is not readable"):
        load(tmp_path, [path])


@pytest.mark.parametrize("name", ["CURRENT", "MANIFEST"])
def test_a_damaged_store_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.nq"
    path.write_text(LINES)
    load(tmp_path, [path])
    for part in (tmp_path / "store").glob(f"{name}*"):
        part.unlink()
    with pytest.raises(BuildError):
        open_store(tmp_path)


def test_an_empty_store_counts_nothing() -> None:
    assert count(Store()).quads == 0
