from __future__ import annotations

import subprocess
import sys

import pytest

from ontology.errors import NotFoundError
from ontology.namespaces import NAMESPACES, OC
from ontology.vocabulary import vocabulary

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("predicate", "subject", "object_"),
    [
        ("locatedIn", "Laboratory", "ScienceCity"),
        ("locatedIn", "Enterprise", "IndustrialBase"),
        ("partOf", "SciencePark", "Strategy"),
        ("establishedBy", "Fund", "District"),
        ("establishedBy", "ResearchInstitute", "University"),
        ("affiliatedWith", "SciencePark", "University"),
        ("governedBy", "HighTechZone", "AdministrativeCommittee"),
        ("governedBy", "HighTechZone", "District"),
        ("reliesOn", "EconomicDevelopmentZone", "Park"),
        ("focusesOn", "Fund", "Industry"),
        ("memberOf", "HighTechZone", "Alliance"),
        ("cooperatesWith", "Incubator", "Incubator"),
        ("issuedBy", "PolicyDocument", "District"),
        ("implements", "City", "Mechanism"),
        ("supports", "Programme", "Project"),
        ("designatedAs", "City", "Designation"),
        ("succeeds", "StateKeyLaboratory", "Laboratory"),
        ("holds", "Person", "AdministrativeCommittee"),
        ("type", "University", "Class"),
        ("altLabel", "University", "Label"),
        ("hasStatus", "Project", "Status"),
        ("observation", "Zone", ""),
    ],
)
def test_a_real_use_fits(predicate: str, subject: str, object_: str) -> None:
    assert WORDS.fits(predicate, subject, object_)


@pytest.mark.parametrize(
    ("predicate", "subject", "object_"),
    [
        ("locatedIn", "Person", "City"),
        ("locatedIn", "Laboratory", "Person"),
        ("memberOf", "University", "University"),
        ("holds", "University", "City"),
        ("focusesOn", "University", "City"),
        ("hasStatus", "Person", "Status"),
        ("hasStatus", "Project", "Industry"),
        ("observation", "Zone", "City"),
        ("unknown", "Zone", "City"),
        ("locatedIn", "Unknown", "City"),
    ],
)
def test_a_wrong_use_does_not_fit(predicate: str, subject: str, object_: str) -> None:
    assert not WORDS.fits(predicate, subject, object_)


def test_a_research_institute_is_organization_and_platform() -> None:
    assert WORDS.is_a("ResearchInstitute", "Organization")
    assert WORDS.is_a("ResearchInstitute", "Platform")
    assert not WORDS.is_a("University", "Platform")
    assert not WORDS.is_a("Unknown", "Platform")


def test_ancestors_and_descendants_mirror_each_other() -> None:
    for name in WORDS.classes:
        for above in WORDS.ancestors(name):
            assert name in WORDS.descendants(above)
    assert WORDS.descendants("Laboratory") == {"Laboratory", "StateKeyLaboratory"}


def test_an_unknown_class_is_named_with_near_ones() -> None:
    with pytest.raises(NotFoundError) as error:
        WORDS.ancestors("Parc")
    assert str(error.value) == "no class 'Parc' (nearest: Park, Place, Project)"


def test_an_unknown_unit_is_named_with_near_ones() -> None:
    with pytest.raises(NotFoundError) as error:
        WORDS.unit("KiloWatt")
    assert str(error.value) == "no unit 'KiloWatt' (nearest: KiloW, KiloW-HR, KiloGM)"


def test_predicates_lead_to_the_properties_of_the_evidence_graph() -> None:
    assert WORDS.predicates["type"] == NAMESPACES["rdf"] + "type"
    assert WORDS.predicates["altLabel"] == NAMESPACES["skos"] + "altLabel"
    assert WORDS.predicates["holds"] == NAMESPACES["org"] + "holds"
    assert WORDS.predicates["observation"] == OC + "hasObservation"
    assert WORDS.predicates["locatedIn"] == OC + "locatedIn"
    assert WORDS.relations["holds"].iri == NAMESPACES["org"] + "holds"


def test_three_relations_are_transitive_and_only_cooperation_symmetric() -> None:
    relations = WORDS.relations.values()
    assert [r.name for r in relations if r.transitive] == [
        "affiliatedWith",
        "locatedIn",
        "partOf",
    ]
    assert [r.name for r in relations if r.symmetric] == ["cooperatesWith"]


@pytest.mark.parametrize(
    ("term", "zh", "en"),
    [
        ("HighTechZone", "高新技术产业开发区", "High-tech industrial development zone"),
        ("locatedIn", "位于", "located in"),
        ("type", "类型", "type"),
        ("altLabel", "别名", "other name"),
        ("planned", "计划中", "planned"),
        (OC + "target", "目标", "target"),
        ("http://www.w3.org/ns/org#Post", "职务", "post"),
        ("https://w3id.org/onecity/concept/level/national", "国家级", "national"),
        ("unheard-of", "unheard-of", "unheard-of"),
        ("http://example.org/a#b", "b", "b"),
    ],
)
def test_labels_in_both_languages(term: str, zh: str, en: str) -> None:
    assert (WORDS.label(term, "zh"), WORDS.label(term, "en")) == (zh, en)


def test_relations_read_from_their_object_too() -> None:
    assert WORDS.inverse_label("partOf") == "包括"
    assert WORDS.inverse_label("partOf", "en") == "has part"
    assert WORDS.inverse_label("hasStatus") == WORDS.label("hasStatus")


def test_badges_are_one_character_and_groups_are_inherited() -> None:
    for name in WORDS.descendants("Entity"):
        assert len(WORDS.badge(name)) == 1, name
        assert WORDS.group(name).name in WORDS.groups, name
    assert WORDS.group("StateKeyLaboratory").name == "platform"
    assert WORDS.group("ResearchInstitute").name == "academia"
    assert WORDS.group("Alliance").name == "alliance"
    assert WORDS.group("AdministrativeCommittee").name == "government"
    assert WORDS.badge("SciencePark") == "科"


def test_a_new_process_reads_the_vocabulary_without_rdflib() -> None:
    code = (
        "import sys; from ontology.vocabulary import vocabulary; "
        "print(len(vocabulary().classes), 'rdflib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(len(WORDS.classes)), "False"]


def test_the_same_object_is_given_on_every_call() -> None:
    assert vocabulary() is WORDS
