"""Each view of an invented city, triple by triple."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Store
from rdflib.namespace import DCTERMS, FOAF, SKOS

from exports.prefixes import PREFIXES
from exports.view import construct, render, views
from graph.build import build
from graph.store import open_store
from ontology.errors import NotFoundError, OutputError
from ontology.namespaces import ENTITY
from tests.graph.conftest import write

SDO = rdflib.Namespace("https://schema.org/")
FACTS = (
    "江州实验室/StateKeyLaboratory locatedIn 江州科学城/ScienceCity",
    "江州实验室/StateKeyLaboratory affiliatedWith 江州大学/University",
    "江州研究院/ResearchInstitute affiliatedWith 江州大学/University",
    "江州研究院/ResearchInstitute focusesOn 人工智能/Industry",
    "江州研究院/ResearchInstitute altLabel 江研院",
    "江州科学城/ScienceCity partOf 江州市/City",
    "江州实验室/StateKeyLaboratory partOf 一城多园/Strategy",
    "江州大学/University locatedIn 江州科学城/ScienceCity",
    "江州大学/University memberOf 江州联盟/Alliance",
    "江州基金/Fund supports 江州研究院/ResearchInstitute",
    "江州基金/Fund establishedBy 江州集团/Enterprise",
    "江州市/City designatedAs 国家创新型城市/Designation",
    "李明/Person holds 江州大学/University text=校长",
    "江州大学/University observation number=7 unit=NUM indicator=国家重点实验室数量 as_of=2021",
    "江州大学/University observation number=9 unit=NUM indicator=实验室数量 modality=target",
    "江州中心/ScienceCenter locatedIn 江州市/City modality=denied",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    built = build([write("a", *FACTS)], tmp_path_factory.mktemp("view") / "build")
    return open_store(built.directory)


def told(store: Store, name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=render(store, name, "turtle"), format="turtle")


def named(graph: rdflib.Graph, label: str) -> rdflib.term.Node:
    labelled = {s for s, o in graph.subject_objects() if str(o) == label}
    (node,) = {subject for subject in labelled if str(subject).startswith(ENTITY)}
    return node


def around(graph: rdflib.Graph, label: str) -> set[tuple[str, str]]:
    """What a view says of a thing: short predicates, and names or values."""
    spaces = sorted(PREFIXES.items(), key=lambda pair: -len(pair[1]))

    def short(term: rdflib.term.Node) -> str:
        if isinstance(term, rdflib.URIRef):
            for naming in (SDO.name, rdflib.RDFS.label, FOAF.name, SKOS.prefLabel, DCTERMS.title):
                for name in graph.objects(term, naming):
                    if getattr(name, "language", "") == "zh":
                        return str(name)
            for prefix, space in spaces:
                if term.startswith(space):
                    return f"{prefix}:{term.removeprefix(space)}"
        return str(term)

    return {(short(p), short(o)) for p, o in graph.predicate_objects(named(graph, label))}


def test_every_view_says_in_both_languages_what_it_shows() -> None:
    assert set(views()) == {"schema", "skgif", "vivo"}
    for titles in views().values():
        assert set(titles) == {"zh", "en"}


def test_schema_org_knows_places_bodies_and_their_ties(store: Store) -> None:
    graph = told(store, "schema")
    assert around(graph, "江州科学城") == {
        ("rdf:type", "schema:Thing"),
        ("rdf:type", "schema:Place"),
        ("schema:name", "江州科学城"),
        ("schema:containedInPlace", "江州市"),
    }
    assert around(graph, "江州研究院") == {
        ("rdf:type", "schema:Thing"),
        ("rdf:type", "schema:Organization"),
        ("rdf:type", "schema:ResearchOrganization"),
        ("schema:name", "江州研究院"),
        ("schema:alternateName", "江研院"),
        ("schema:parentOrganization", "江州大学"),
        ("schema:knowsAbout", "人工智能"),
        ("schema:funder", "江州基金"),
    }
    assert ("schema:award", "国家创新型城市") in around(graph, "江州市")
    assert ("schema:memberOf", "江州联盟") in around(graph, "江州大学")
    assert {("schema:jobTitle", "校长"), ("schema:worksFor", "江州大学")} < around(graph, "李明")


def test_schema_org_gets_numbers_of_fact_and_claims_with_their_words(store: Store) -> None:
    graph = told(store, "schema")
    university = named(graph, "江州大学")
    ours = list(graph.subjects(rdflib.URIRef("https://schema.org/observationAbout"), university))
    assert [str(graph.value(number, SDO.value)) for number in ours] == ["7"]
    (article,) = graph.subjects(rdflib.RDF.type, SDO.NewsArticle)
    words = {str(graph.value(c, SDO.text)) for c in graph.subjects(SDO.appearance, article)}
    assert "江州大学memberOf江州联盟" in words
    assert not any("江州中心locatedIn" in text for text in words)


def test_a_claim_of_schema_org_shows_the_words_that_say_it(tmp_path: Path) -> None:
    """Not those that only name its subject; of an alias, which nothing else says, those do."""
    document, told_here = write(
        "a", "江州大学/University locatedIn 江州市/City", "江州大学/University altLabel 江大"
    )
    place, alias, named_first, *rest = told_here
    subject = replace(named_first.evidence[0], role="subject")
    statements = [
        replace(place, evidence=(*place.evidence, subject)),
        replace(alias, evidence=(replace(alias.evidence[0], role="alias"),)),
        named_first,
        *rest,
    ]
    built = build([(document, statements)], tmp_path / "build")
    graph = told(open_store(built.directory), "schema")
    claims = list(graph.subjects(rdflib.RDF.type, SDO.Claim))
    words = sorted(str(text) for claim in claims for text in graph.objects(claim, SDO.text))
    assert words == ["江州大学", "江州大学altLabel江大", "江州大学locatedIn江州市", "江州市"]
    assert len(claims) == len(words)


def test_vivo_knows_laboratories_positions_and_research_areas(store: Store) -> None:
    graph = told(store, "vivo")
    assert around(graph, "江州实验室") == {
        ("rdf:type", "vivo:Laboratory"),
        ("rdf:type", "vivo:Facility"),
        ("rdfs:label", "江州实验室"),
        ("obo:BFO_0000050", "江州大学"),
        ("obo:RO_0001025", "江州科学城"),
        ("obo:RO_0001025", "江州市"),
    }
    assert ("vivo:hasResearchArea", "人工智能") in around(graph, "江州研究院")
    vivo = rdflib.Namespace(PREFIXES["vivo"])
    (position,) = graph.subjects(rdflib.RDF.type, vivo.Position)
    assert set(graph.objects(position, vivo.relates)) == {
        named(graph, "李明"),
        named(graph, "江州大学"),
    }
    for end in ("李明", "江州大学"):
        assert (named(graph, end), vivo.relatedBy, position) in graph
    for place in ("江州科学城", "江州市"):
        assert ("rdf:type", "vivo:GeographicLocation") in around(graph, place)


@pytest.mark.parametrize("name", ["schema", "skgif", "vivo"])
def test_whatever_a_view_says_something_of_has_a_type(store: Store, name: str) -> None:
    graph = told(store, name)
    assert set(graph.subjects()) == set(graph.subjects(rdflib.RDF.type))


def test_skg_if_knows_agents_affiliations_grants_and_topics(store: Store) -> None:
    graph = told(store, "skgif")
    assert around(graph, "江州大学") == {
        ("rdf:type", "foaf:Organization"),
        ("rdf:type", "frapo:University"),
        ("foaf:name", "江州大学"),
    }
    assert ("rdf:type", "frapo:Company") in around(graph, "江州集团")
    assert around(graph, "江州基金") == {
        ("rdf:type", "frapo:Grant"),
        ("dcterms:title", "江州基金"),
        ("frapo:supports", "江州研究院"),
        ("frapo:hasFundingAgency", "江州集团"),
    }
    pro = rdflib.Namespace(PREFIXES["pro"])
    role = graph.value(named(graph, "李明"), pro.holdsRoleInTime)
    assert graph.value(role, pro.relatesToOrganization) == named(graph, "江州大学")
    assert (role, rdflib.RDF.type, pro.RoleInTime) in graph
    (topic,) = graph.subjects(rdflib.RDF.type, rdflib.URIRef(PREFIXES["fabio"] + "SubjectTerm"))
    labels = set(map(str, graph.objects(topic, SKOS.prefLabel)))
    assert labels == {"artificial intelligence", "人工智能"}


@pytest.mark.parametrize("name", ["schema", "skgif", "vivo"])
@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_a_view_is_the_same_triples_in_every_format(store: Store, name: str, form: str) -> None:
    formats = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
    content = render(store, name, form)
    assert content == render(store, name, form)
    graph = rdflib.Dataset() if form == "jsonld" else rdflib.Graph()
    graph.parse(data=content, format=formats[form])
    expected = {tuple(map(str, quad.triple)) for quad in construct(store, name)}
    assert {tuple(str(t.n3()) for t in triple[:3]) for triple in graph} == {
        tuple(part if part[0] != '"' else rdflib_literal(part) for part in triple)
        for triple in expected
    }


def rdflib_literal(text: str) -> str:
    """A literal of the engine as rdflib writes it."""
    line = f"<a:b> <a:b> {text} ."
    (triple,) = rdflib.Graph().parse(data=line, format="nt")
    return str(triple[2].n3())


@pytest.mark.parametrize("name", ["schema", "skgif"])
def test_a_view_uses_terms_that_the_vocabulary_has(store: Store, name: str) -> None:
    graph = told(store, name)
    # in schema.org since release 14, after the list of rdflib
    newer = {"StatisticalVariable", "observationAbout"}
    for space, known in ((str(SDO), rdflib.SDO), (str(FOAF._NS), FOAF)):
        used = {str(t) for triple in graph for t in triple if str(t).startswith(space)}
        for term in used:
            local = term.removeprefix(space)
            assert local in newer or local in known, term


def test_an_unknown_view_offers_the_nearest(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no view named 'shema'") as caught:
        construct(store, "shema")
    assert caught.value.nearest == ("schema",)


def test_a_format_of_networks_cannot_hold_a_view(store: Store) -> None:
    with pytest.raises(OutputError, match="gexf cannot hold a view") as caught:
        render(store, "schema", "gexf")
    assert "turtle" in caught.value.remedy
