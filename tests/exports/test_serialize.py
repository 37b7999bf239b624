import csv
import io
import random
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, Triple, parse

from exports.prefixes import expand
from exports.propertygraph import split
from exports.selection import facts
from exports.serialize import FORMATS, export, find_format
from ontology.errors import NotFoundError, OutputError

#: What rdflib calls each format.
RDFLIB = {
    "trig": "trig",
    "nquads": "nquads",
    "jsonld": "json-ld",
    "turtle": "turtle",
    "ntriples": "nt",
    "rdfxml": "xml",
}


@pytest.fixture(autouse=True)
def as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep rdflib from rewriting dates and numbers while it reads."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def canon(quads: Dataset) -> list[str]:
    quads.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, quads))


def written(quads: list[Quad], name: str, *, everything: bool = False) -> bytes:
    content = FORMATS[name].render(quads, everything)
    assert isinstance(content, bytes)
    return content


@pytest.mark.parametrize("name", ["trig", "nquads", "jsonld"])
def test_rdflib_reads_every_graph_back(quads: list[Quad], name: str) -> None:
    dataset = rdflib.Dataset().parse(data=written(quads, name), format=RDFLIB[name])
    back = parse(dataset.serialize(format="nquads").encode(), format=RdfFormat.N_QUADS)
    assert canon(Dataset(back)) == canon(Dataset(quads))


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("name", ["ntriples", "rdfxml"])
def test_rdflib_reads_every_triple_back(quads: list[Quad], name: str, everything: bool) -> None:
    data = written(quads, name, everything=everything)
    graph = rdflib.Graph().parse(data=data, format=RDFLIB[name])
    back = parse(graph.serialize(format="nt").encode(), format=RdfFormat.N_TRIPLES)
    chosen = quads if everything else facts(quads)
    merged = Dataset(Quad(q.subject, q.predicate, q.object) for q in chosen)
    assert canon(Dataset(Quad(*q.triple) for q in back)) == canon(merged)


def expected(quads: list[Quad]) -> set[tuple[str, str, str]]:
    return {
        (q.subject.value, q.predicate.value, q.object.value)  # type: ignore[union-attr]
        for q in facts(quads)
    }


def from_attributes(iri: str, classes: str, attributes: dict[str, str]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    found |= {(iri, expand("rdf:type"), expand(name)) for name in classes.split()}
    for column, text in attributes.items():
        predicate = expand(column.split("@")[0].split("^^")[0])
        found |= {(iri, predicate, value) for value in split(text)}
    return found


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_every_fact_back(quads: list[Quad], name: str, tmp_path: Path) -> None:
    export(quads, name, tmp_path / "network")
    reader = nx.read_graphml if name == "graphml" else nx.read_gexf
    network = reader(tmp_path / "network")
    back: set[tuple[str, ...]] = set()
    for iri, about in network.nodes(data=True):
        columns = {n: str(v) for n, v in about.items() if ":" in n}
        back |= from_attributes(iri, about.get("class", ""), columns)
    for source, target, about in network.edges(data=True):
        back.add((source, expand(about["predicate"]), target))
    assert back == expected(quads)


def test_network_edges_carry_their_quote(quads: list[Quad], tmp_path: Path) -> None:
    export(quads, "graphml", tmp_path / "network")
    network = nx.read_graphml(tmp_path / "network")
    quoted = [about for *_, about in network.edges(data=True) if about.get("quotes")]
    assert [(about["statements"], about["quotes"]) for about in quoted] == [
        ("aa01", "江城大学位于江城")
    ]


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_csv_pair_holds_every_fact(quads: list[Quad], tmp_path: Path) -> None:
    nodes, edges = export(quads, "csv", tmp_path)
    back: set[tuple[str, ...]] = set()
    for row in read_csv(nodes):
        columns = {name: text for name, text in row.items() if ":" in name and text}
        back |= from_attributes(row["id"], row["class"], columns)
    for row in read_csv(edges):
        back.add((row["source"], expand(row["label"]), row["target"]))
    assert back == expected(quads)


def test_raw_csv_is_exact_and_the_spreadsheet_runs_no_formula(
    quads: list[Quad], tmp_path: Path
) -> None:
    raw, _ = export(quads, "csv", tmp_path / "raw")
    safe, _ = export(quads, "spreadsheet", tmp_path / "safe")
    name = '=江城<科学>城&"引"'
    assert name in {row["label"] for row in read_csv(raw)}
    assert "'" + name in {row["label"] for row in read_csv(safe)}
    assert safe.read_bytes().startswith(b"\xef\xbb\xbf")
    assert not raw.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_input_order_does_not_change_a_byte(quads: list[Quad], name: str) -> None:
    shuffled = quads[:]
    random.Random(3).shuffle(shuffled)
    assert FORMATS[name].render(shuffled, False) == FORMATS[name].render(quads, False)


def test_another_process_writes_the_same_bytes(quads: list[Quad], tmp_path: Path) -> None:
    source = tmp_path / "in.nq"
    source.write_bytes(written(quads, "nquads"))
    code = (
        "import sys, hashlib; from pyoxigraph import parse; from exports.serialize import FORMATS\n"
        "q = list(parse(path=sys.argv[1]))\n"
        "for n in ('trig', 'turtle', 'rdfxml', 'jsonld', 'graphml', 'gexf'):\n"
        "    print(n, hashlib.sha256(FORMATS[n].render(q, False)).hexdigest())\n"
        "    print(n, hashlib.sha256(FORMATS[n].render(q, True)).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(source)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[0].count(b"\n") == 12


@pytest.mark.parametrize("name", ["rdfxml", "graphml", "gexf"])
def test_characters_that_xml_cannot_carry_are_refused_with_their_place(name: str) -> None:
    line = (
        "<https://w3id.org/onecity/id/x> <http://www.w3.org/2000/01/rdf-schema#label> "
        '"a\\u000Bb"@zh <https://w3id.org/onecity/article/a/facts> .'
    )
    quads = list(parse(line.encode(), format=RdfFormat.N_QUADS))
    with pytest.raises(OutputError, match=r"onecity/id/x.*U\+000B cannot stand in an XML file"):
        FORMATS[name].render(quads, False)


def test_a_mistyped_format_gets_the_nearest() -> None:
    with pytest.raises(NotFoundError, match="no export format named 'turtel'.*turtle"):
        find_format("turtel")
    assert find_format("ttl").name == "turtle"


def test_a_path_that_cannot_be_written_leaves_nothing_behind(
    quads: list[Quad], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError, match="cannot be written"):
        export(quads, "turtle", tmp_path / "file" / "x.ttl")
    with pytest.raises(OutputError, match="is not a folder"):
        export(quads, "csv", tmp_path / "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "mine"


def test_triples_are_written_once_though_two_articles_say_them(quads: list[Quad]) -> None:
    twice = quads + [
        Quad(
            q.subject,
            q.predicate,
            q.object,
            type(q.graph_name)(  # type: ignore[call-arg]
                "https://w3id.org/onecity/article/b/facts"
            ),
        )
        for q in facts(quads)
    ]
    assert written(twice, "ntriples") == written(quads, "ntriples")
    assert Triple(*facts(quads)[0].triple) in {q.triple for q in facts(twice)}
