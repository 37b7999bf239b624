import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from graph.build import Build
from graph.dataset import open_dataset
from ontology.errors import QueryError

OC = Namespace("https://w3id.org/onecity/ontology#")


def test_rdflib_reads_the_same_store(sample: Build) -> None:
    data = open_dataset(sample.directory)
    assert list(data.query("ASK { ?s a oc:ScienceCity }")) == [True]
    (row,) = list(data.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
    assert int(row[0]) == sample.count.triples  # type: ignore[index, arg-type]
    (city,) = data.subjects(RDF.type, OC.ScienceCity)
    assert Literal("西部(重庆)科学城", lang="zh") in set(data.objects(city, None))


def test_what_an_article_says_is_a_graph_of_its_own(sample: Build) -> None:
    data = open_dataset(sample.directory)
    facts = data.graph(URIRef("https://w3id.org/onecity/article/b1/facts"))
    assert isinstance(facts, Graph)
    assert len(set(facts.subjects(RDF.type, OC.Fund))) == 1


def test_a_query_does_not_leave_the_machine_and_changes_nothing(sample: Build) -> None:
    data = open_dataset(sample.directory)
    with pytest.raises(QueryError, match="SERVICE is refused"):
        data.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    with pytest.raises(RuntimeError, match="only possible on read-write"):
        data.add((URIRef("x:a"), RDF.type, OC.City))
