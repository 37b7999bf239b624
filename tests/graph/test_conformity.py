"""What annotators read in every article of the project, against the shapes and the axioms."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import owlready2
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS

from graph.build import Build, build
from graph.store import QUADS
from graph.validate import violations
from ontology.namespaces import OC
from ontology.vocabulary import ontology_files
from sources.document import Document
from sources.read import read
from sources.tabular import read_statements

ROOT = Path(__file__).parents[2]
#: Datatypes outside OWL 2, and notes that no axiom is about.
_LEFT_OUT = re.compile(rf"<{re.escape(OC)}asOf>|#(?:label|altLabel|prefLabel)> ")


def text_of(gold: Path) -> Document:
    name = gold.name.removesuffix(".gold.tsv") + ".txt"
    shipped = ROOT / "sources" / "articles" / name
    return read(shipped if shipped.exists() else gold.with_name(name))


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """All annotated articles in one graph; nothing stops the build."""
    golds = sorted((ROOT / "tests" / "articles").glob("*.gold.tsv"))
    runs = [(document := text_of(gold), read_statements(gold, document)) for gold in golds]
    return build(runs, tmp_path_factory.mktemp("annotated") / "build", check=False)


def test_the_annotations_of_every_article_conform(annotated: Build) -> None:
    assert annotated.articles >= 40
    assert violations(annotated.findings) == ()
    assert {finding.severity for finding in annotated.findings} <= {"Warning", "Info"}


def test_every_finding_says_in_both_languages_what_to_do(annotated: Build) -> None:
    for finding in annotated.findings:
        assert re.search(r"[\u4e00-\u9fff]", finding.zh), finding
        assert re.search(r"[a-z]", finding.en), finding


def hermit(directory: Path, folder: Path, *wrong: str) -> str:
    """What HermiT says of the facts of a build under the ontology."""
    graph = rdflib.Graph()
    for path in ontology_files():
        if path.name != "reification.ttl":
            graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    for note in set(graph.subjects(RDF.type, OWL.AnnotationProperty)) | {RDFS.label}:
        graph.remove((None, note, None))
    for header in set(graph.subjects(RDF.type, OWL.Ontology)):
        graph.remove((header, None, None))
    with (directory / QUADS).open(encoding="utf-8") as lines:
        told = [line.rsplit(" <", 1)[0] + " .\n" for line in lines if line.endswith("/facts> .\n")]
    kept = [line for line in told if not _LEFT_OUT.search(line)]
    graph.parse(data="".join([*kept, *wrong]), format="nt")
    path = folder / "facts.owl"
    path.write_text(graph.serialize(format="xml"), encoding="utf-8")
    home = Path(owlready2.__file__).parent / "hermit"
    done = subprocess.run(
        ["java", "-cp", f"{home}:{home / 'HermiT.jar'}", "org.semanticweb.HermiT.cli.CommandLine",
         "-k", path.as_uri()],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_no_annotated_fact_contradicts_the_ontology(annotated: Build, tmp_path: Path) -> None:
    assert "owl#Thing is satisfiable" in hermit(annotated.directory, tmp_path)


def test_a_contradiction_among_the_facts_would_be_seen(annotated: Build, tmp_path: Path) -> None:
    """A university that is also a person."""
    with (annotated.directory / QUADS).open(encoding="utf-8") as lines:
        typed = f"<{RDF.type}> <{OC}University> <"
        facts = (line for line in lines if line.endswith("/facts> .\n"))
        university = next(line.split()[0] for line in facts if typed in line)
    wrong = f"{university} <{RDF.type}> <{OC}Person> .\n"
    assert "InconsistentOntologyException" in hermit(annotated.directory, tmp_path, wrong)
