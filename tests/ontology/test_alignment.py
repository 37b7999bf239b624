"""The mappings as SSSOM: read by an SSSOM library, checked by closed namespaces and the axioms."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
import rdflib
import sssom_pydantic
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from ontology.alignment import Mapping, expand, read_curies, read_mappings, write_axioms
from ontology.errors import InputError
from ontology.namespaces import OC
from ontology.vocabulary import ontology_files, vocabulary

TABLE = Path(str(files("ontology").joinpath("mappings.sssom.tsv")))
AXIOMS = files("ontology").joinpath("alignments.ttl").read_text(encoding="utf-8")
MAPPINGS = read_mappings()
#: Vocabularies that rdflib knows whole, by prefix.
CLOSED = {
    "dcterms": rdflib.DCTERMS,
    "foaf": rdflib.FOAF,
    "geo": rdflib.namespace.GEO,
    "org": rdflib.ORG,
    "prov": rdflib.PROV,
    "qb": rdflib.namespace.QB,
    "schema": rdflib.SDO,
    "skos": rdflib.SKOS,
    "sosa": rdflib.namespace.SOSA,
    "time": rdflib.TIME,
}
#: Of schema.org, newer than the list of rdflib: https://schema.org/docs/releases.html
NEWER = {"schema:StatisticalVariable", "schema:observationAbout"}
#: Of vocabularies that have no closed list here: looked up in their documents.
LOOKED_UP = {
    *("cerif:Event", "cerif:Facility", "cerif:Funding", "cerif:OrganizationalUnit"),
    *("cerif:Person", "cerif:PriceAward", "cerif:Project"),
    *("eli:LegalResource", "eli:passed_by"),
    *("frapo:Company", "frapo:Facility", "frapo:Funding", "frapo:FundingProgramme"),
    *("frapo:GovernmentOrganization", "frapo:Project", "frapo:ResearchInstitute"),
    *("frapo:University", "frapo:funds", "frapo:supports"),
    *("oa:Annotation", "oa:hasSelector"),
    *("qudt:Unit", "qudt:hasUnit", "qudt:numericValue"),
    *("vivo:Center", "vivo:Company", "vivo:Consortium", "vivo:Facility", "vivo:GovernmentAgency"),
    *("vivo:Institute", "vivo:Laboratory", "vivo:University", "vivo:hasResearchArea"),
}
#: The types of organizations in schema 2 of ROR.
ROR_TYPES = {
    *("archive", "company", "education", "facility", "funder", "government"),
    *("healthcare", "nonprofit", "other"),
}


def axioms() -> rdflib.Graph:
    return rdflib.Graph().parse(data=AXIOMS, format="turtle")


def others() -> rdflib.Graph:
    """All of the ontology but the axioms made of the mappings."""
    graph = rdflib.Graph()
    for path in ontology_files():
        if path.name != "alignments.ttl":
            graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    return graph


def test_an_sssom_library_reads_every_mapping_and_the_metadata() -> None:
    mappings, converter, metadata = sssom_pydantic.read(TABLE)
    assert len(mappings) == len(MAPPINGS) > 150
    assert str(metadata.id) == "https://w3id.org/onecity/ontology/mappings"
    assert metadata.version == "0.2.0"
    assert str(metadata.license) == "https://www.apache.org/licenses/LICENSE-2.0"
    assert converter.expand("vivo:Laboratory") == expand("vivo:Laboratory")
    for mapping in mappings:
        assert mapping.justification.curie == "semapv:ManualMappingCuration"
        assert mapping.comment


def test_every_target_vocabulary_of_the_plan_is_mapped_to() -> None:
    wanted = {*CLOSED, "oa", "qudt", "eli", "frapo", "vivo", "cerif", "wd", "wdt"}
    assert {mapping.object.split(":")[0] for mapping in MAPPINGS} == wanted


def test_no_pair_of_terms_is_mapped_twice() -> None:
    pairs = [(mapping.subject, mapping.object) for mapping in MAPPINGS]
    assert len(pairs) == len(set(pairs))
    assert [m.subject for m in MAPPINGS] == sorted(m.subject for m in MAPPINGS)


def test_every_subject_is_one_of_our_terms_under_its_english_label() -> None:
    graph = others()
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.startswith("oc:")]
    for subject, label, *_ in rows:
        term = rdflib.URIRef(expand(subject))
        assert rdflib.Literal(label, lang="en") in set(graph.objects(term, RDFS.label)), subject


@pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda m: f"{m.subject} {m.object}")
def test_the_other_term_exists(mapping: Mapping) -> None:
    name = mapping.object
    prefix, _, local = name.partition(":")
    if prefix in CLOSED:
        assert local in CLOSED[prefix] or name in NEWER
    elif prefix in {"wd", "wdt"}:
        assert local[:1] == {"wd": "Q", "wdt": "P"}[prefix]
        assert local[1:].isdecimal()
    else:
        assert name in LOOKED_UP


def test_nothing_that_was_looked_up_is_left_unused() -> None:
    used = {mapping.object for mapping in MAPPINGS}
    assert used >= LOOKED_UP | NEWER


def test_reasons_name_only_types_that_ror_has() -> None:
    named = [m.reason.split("ROR type ")[1] for m in MAPPINGS if "ROR type " in m.reason]
    assert set(named) <= ROR_TYPES
    assert sorted(named) == ["company", "education", "facility", "facility", "government"]


def test_the_axioms_are_made_from_the_table() -> None:
    header = AXIOMS[AXIOMS.index("<https://w3id.org/onecity/ontology/alignments>") :]
    assert write_axioms(header[: header.index(" .\n") + 2]) == AXIOMS
    graph = axioms()
    for mapping in MAPPINGS:
        parts = (mapping.subject, mapping.predicate, mapping.object)
        subject, predicate, other = (rdflib.URIRef(expand(part)) for part in parts)
        assert (subject, predicate, other) in graph, mapping


def test_what_an_axiom_stands_on_is_declared() -> None:
    graph = axioms()
    for link, kind in ((RDFS.subClassOf, OWL.Class), (RDFS.subPropertyOf, OWL.ObjectProperty)):
        for _, other in graph.subject_objects(link):
            assert (other, RDF.type, kind) in graph, other


def test_no_other_file_maps_a_term() -> None:
    graph = others()
    for match in (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch):
        assert list(graph.subject_objects(match)) == []
    for link in (RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, RDFS.seeAlso):
        for one, other in graph.subject_objects(link):
            # concepts say so where they stand; reification is kept outside OWL 2 DL
            if str(one).startswith(OC) and isinstance(other, rdflib.URIRef):
                assert str(other).startswith(OC) or other in {SKOS.Concept, RDF.Statement}, one


def test_every_class_is_aligned_or_stands_under_an_aligned_one() -> None:
    words = vocabulary()
    aligned = {mapping.subject.removeprefix("oc:") for mapping in MAPPINGS}
    for name in words.classes:
        above = ({name} | words.ancestors(name)) - ({"Entity"} if name != "Entity" else set())
        assert above & aligned, name


def test_a_match_is_never_stronger_than_its_reason() -> None:
    """What says that one is wider is not called exact."""
    for mapping in MAPPINGS:
        if mapping.predicate == "skos:exactMatch":
            assert mapping.reason.startswith(("same", "the class that", "of the bytes", "place in"))


def test_what_is_wider_here_than_there_is_no_axiom_and_no_exact_match() -> None:
    """Each would say more of a thing than is true of it."""
    links = {(m.subject, m.object): m.predicate for m in MAPPINGS}
    # its members are organizations and it is not recognized in law: https://www.w3.org/ns/org
    assert links["oc:Alliance", "org:OrganizationalCollaboration"] == "skos:closeMatch"
    # a LocalBusiness, and so a Place: https://schema.org/FinancialService
    assert links["oc:FinancialInstitution", "schema:FinancialService"] == "skos:closeMatch"
    # autonomous regions are provinces here and not there
    assert links["oc:Province", "wd:Q1615742"] == "skos:narrowMatch"
    # what one belongs to is an alliance here, any group there
    assert links["oc:memberOf", "wdt:P463"] == "skos:broadMatch"


def test_an_unknown_prefix_is_an_error_with_a_remedy() -> None:
    with pytest.raises(InputError, match="no prefix 'nope'") as caught:
        expand("nope:Thing")
    assert caught.value.remedy == "add it to curie_map"
    assert read_curies()["skos"] == str(SKOS)
