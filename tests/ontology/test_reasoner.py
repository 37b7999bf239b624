"""The ontology under real reasoners: HermiT for what follows, the OWL API for the profile.

A wrong fact is written as a class that must have no member, so that one run of the reasoner tells
of all of them; a right one as individuals of an invented city.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import owlready2
import pytest
import rdflib
from rdflib.namespace import OWL

from graph.reason import infer
from graph.terms import iri
from ontology.namespaces import NAMESPACES, OC
from tests.ontology.conftest import Closure

EX = "https://example.org/"
PREFIXES = "".join(f"@prefix {name}: <{space}> .\n" for name, space in NAMESPACES.items())
PREFIXES += f"@prefix ex: <{EX}> .\n@prefix level: <{NAMESPACES['concept']}level/> .\n"

#: What must have no member, and why.
WRONG = {
    "a person is no place": "oc:Person oc:Place",
    "a person is no body": "oc:Person oc:Organization",
    "a person is no fund": "oc:Person oc:Fund",
    "a person is no project": "oc:Person oc:Project",
    "a policy is no body": "oc:Policy oc:Organization",
    "a policy is no platform": "oc:Policy oc:Platform",
    "a policy is no place": "oc:Policy oc:Place",
    "an event is no place": "oc:Event oc:Place",
    "a city is no district": "oc:City oc:District",
    "a county is no province": "oc:County oc:Province",
    "a firm is no university": "oc:Enterprise oc:University",
    "a committee is no firm": "oc:AdministrativeCommittee oc:Enterprise",
    "an article is nothing told about": "oc:Article oc:Entity",
    "a statement is nothing told about": "oc:Statement oc:Entity",
    "an observation is nothing told about": "oc:Observation oc:Entity",
    "a component is not what fills it": "oc:LayoutComponent oc:Park",
    "a status is no level": "oc:Status oc:Level",
    "an indicator is no unit": "oc:Indicator oc:Unit",
    "a person is located nowhere": "oc:Person [oc:locatedIn oc:Place]",
    "nothing is located in a person": "oc:Laboratory [oc:locatedIn oc:Person]",
    "a strategy is no place to be in": "oc:Laboratory [oc:locatedIn oc:Strategy]",
    "an industry is no park": "oc:Industry oc:Park",
    "a field is no institute": "oc:ResearchField oc:ResearchInstitute",
    "a title is no body": "oc:Designation oc:University",
    "an industry is in no place": "oc:Industry [oc:locatedIn oc:City]",
    "no industry is a member": "oc:Industry [oc:memberOf oc:Alliance]",
    "no person governs": "oc:Zone [oc:governedBy oc:Person]",
    "nobody is a member of a person": "oc:City [oc:memberOf oc:Person]",
    "a status is one of the ladder": "oc:Project [oc:hasStatus oc:Level]",
    "a number is about an entity": "oc:Observation [oc:observedOn oc:Article]",
    "a speaker is a person": "oc:Statement [oc:attributedTo oc:City]",
    "only a strategy has components": "oc:LayoutComponent [oc:componentOf oc:Park]",
    "no two modalities": "oc:Statement [oc:modality {oc:asserted}] [oc:modality {oc:target}]",
    "nothing succeeds itself": "[oc:succeeds self]",
    "nothing is a member of itself": "[oc:memberOf self]",
    "nothing governs itself": "[oc:governedBy self]",
}
#: What must be able to have members, because life has them.
OPEN = {
    "an institute is body and platform": "oc:Organization oc:Platform oc:ResearchInstitute",
    "a fund may be a registered body": "oc:Fund oc:Organization",
    "a project may be named like its park": "oc:Project oc:Park",
    "a zone may be one park": "oc:HighTechZone oc:Park",
    "a newspaper may be a firm": "oc:Media oc:Enterprise",
    "a bank may be a firm": "oc:FinancialInstitution oc:Enterprise",
    "a programme may be fund and project": "oc:Programme oc:Fund oc:Project",
    "a city acts": "oc:City prov:Agent [oc:issued oc:Policy]",
    "a base is a place to move into": "oc:Enterprise [oc:locatedIn oc:IndustrialBase]",
}
#: Facts of an invented city.
FACTS = """
ex:lab a oc:StateKeyLaboratory ; oc:locatedIn ex:park ; oc:affiliatedWith ex:institute .
ex:institute a oc:ResearchInstitute ; oc:affiliatedWith ex:university .
ex:university a oc:University ; oc:cooperatesWith ex:firm .
ex:firm a oc:Enterprise .
ex:park a oc:SciencePark ; oc:partOf ex:zone .
ex:zone a oc:HighTechZone ; oc:locatedIn ex:city ; oc:partOf ex:layout .
ex:city a oc:City ; oc:locatedIn ex:province .
ex:province a oc:Province .
ex:layout a oc:Strategy ; oc:issuedBy ex:city .
ex:component a oc:LayoutComponent ; oc:component ex:city2 ; oc:componentOf ex:layout .
ex:city2 a oc:ScienceCity .
ex:person a oc:Person ; <http://www.w3.org/ns/org#holds> ex:post .
ex:post <http://www.w3.org/ns/org#postIn> ex:university .
ex:branch a oc:ResearchInstitute ; oc:partOf ex:head .
ex:head a oc:ResearchInstitute ; oc:locatedIn ex:capital .
ex:capital a oc:City .
ex:number a oc:Observation ; oc:observedOn ex:park .
"""
#: What follows from them, and from which axiom.
FOLLOWS = [
    ("lab", "locatedIn", "zone", "what is in a place is in the place of which that is a part"),
    ("lab", "locatedIn", "city", "locatedIn is transitive"),
    ("lab", "locatedIn", "province", "locatedIn is transitive"),
    ("park", "locatedIn", "city", "a part of a place is where that is"),
    ("park", "partOf", "layout", "partOf is transitive"),
    ("lab", "affiliatedWith", "university", "affiliatedWith is transitive"),
    ("firm", "cooperatesWith", "university", "cooperatesWith is symmetric"),
    ("person", "holdsPostIn", "university", "a post joins its holder and its body"),
    ("university", "hasOfficeHolder", "person", "inverse of holdsPostIn"),
    ("city2", "partOf", "layout", "who fills a component is part of its layout"),
    ("layout", "hasComponent", "component", "inverse of componentOf"),
    ("layout", "hasPart", "city2", "inverse of partOf"),
    ("city", "issued", "layout", "inverse of issuedBy"),
    ("park", "hasObservation", "number", "inverse of observedOn"),
    ("zone", "locationOf", "lab", "inverse of locatedIn"),
    ("lab", "level", "national", "every state key laboratory is national"),
]
#: Facts that contradict the ontology only together.
CONTRADICTIONS = {
    "two succeed each other": "ex:a oc:succeeds ex:b . ex:b oc:succeeds ex:a .",
    "two are members of each other": "ex:a oc:memberOf ex:b . ex:b oc:memberOf ex:a .",
    "one observation has two values": "ex:o a oc:Observation ; oc:value 1.0, 2.0 .",
}


def expression(text: str) -> str:
    """An intersection in Turtle: names, ``[property class]``, ``[property {individual}]``."""
    parts = []
    for token in text.replace("[", "\n[").replace("] ", "]\n").split("\n"):
        if token.startswith("["):
            prop, filler = token.strip("[] ").split(" ", 1)
            value = (
                "owl:hasSelf true" if filler == "self"
                else f"owl:hasValue {filler.strip('{}')}" if filler.startswith("{")
                else f"owl:someValuesFrom {filler}"
            )  # fmt: skip
            parts.append(f"[ a owl:Restriction ; owl:onProperty {prop} ; {value} ]")
        else:
            parts.extend(token.split())
    return f"[ a owl:Class ; owl:intersectionOf ( {' '.join(parts)} ) ]"


def values(world: owlready2.World, subject: str, relation: str) -> list[owlready2.Thing]:
    return list(world[OC + relation][world[EX + subject]])


def probe(position: int, kind: str) -> str:
    return f"{EX}{kind}-{position}"


def probes() -> str:
    return "".join(
        f"<{probe(position, kind)}> a owl:Class ; rdfs:subClassOf {expression(text)} .\n"
        for kind, texts in (("wrong", WRONG), ("open", OPEN))
        for position, text in enumerate(texts.values())
    )


def load(path: Path, turtle: str, closure: Closure) -> owlready2.World:
    graph = rdflib.Graph().parse(data=PREFIXES + turtle, format="turtle")
    path.write_text(closure.axioms + graph.serialize(format="nt"), encoding="utf-8")
    world = owlready2.World()
    world.get_ontology(path.as_uri()).load()
    return world


def reason(world: owlready2.World, **options: bool) -> None:
    with next(iter(world.ontologies.values())):
        owlready2.sync_reasoner_hermit(world, debug=0, **options)


@pytest.fixture(scope="module")
def classified(closure: Closure, tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The classes that HermiT finds to have no member."""
    world = load(tmp_path_factory.mktemp("classes") / "probes.nt", probes(), closure)
    reason(world)
    return frozenset(cls.iri for cls in world.inconsistent_classes())


@pytest.fixture(scope="module")
def realized(closure: Closure, tmp_path_factory: pytest.TempPathFactory) -> owlready2.World:
    world = load(tmp_path_factory.mktemp("facts") / "facts.nt", FACTS, closure)
    reason(world, infer_property_values=True)
    return world


def test_the_ontology_is_consistent_and_every_class_can_have_a_member(
    classified: frozenset[str],
) -> None:
    assert {name for name in classified if not name.startswith(EX)} <= {str(OWL.Nothing)}


@pytest.mark.parametrize("position", range(len(WRONG)), ids=list(WRONG))
def test_a_wrong_fact_is_a_contradiction(classified: frozenset[str], position: int) -> None:
    assert probe(position, "wrong") in classified


@pytest.mark.parametrize("position", range(len(OPEN)), ids=list(OPEN))
def test_what_life_has_is_possible(classified: frozenset[str], position: int) -> None:
    assert probe(position, "open") not in classified


@pytest.mark.parametrize(
    ("subject", "relation", "object_", "axiom"),
    FOLLOWS,
    ids=[" ".join(fact[:3]) for fact in FOLLOWS],
)
def test_a_right_fact_follows(
    realized: owlready2.World, subject: str, relation: str, object_: str, axiom: str
) -> None:
    assert object_ in {value.name for value in values(realized, subject, relation)}, axiom


def test_nothing_is_located_in_a_slogan(realized: owlready2.World) -> None:
    for name in ("lab", "park", "zone"):
        assert "layout" not in {place.name for place in values(realized, name, "locatedIn")}


def test_a_branch_is_not_where_its_head_is(realized: owlready2.World) -> None:
    assert values(realized, "branch", "locatedIn") == []


def test_a_city_that_acts_is_an_agent_and_one_that_does_not_is_none(
    realized: owlready2.World,
) -> None:
    agent = realized["http://www.w3.org/ns/prov#Agent"]
    assert agent in realized[EX + "city"].INDIRECT_is_a
    assert agent not in realized[EX + "province"].INDIRECT_is_a
    assert realized[OC + "City"] in realized[EX + "city"].INDIRECT_is_a


@pytest.mark.parametrize("facts", CONTRADICTIONS.values(), ids=list(CONTRADICTIONS))
def test_facts_that_contradict_each_other_are_caught(
    closure: Closure, tmp_path: Path, facts: str
) -> None:
    world = load(tmp_path / "facts.nt", facts, closure)
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(world)


def test_the_build_infers_of_places_wholes_and_mothers_what_the_reasoner_does(
    realized: owlready2.World,
) -> None:
    relations = ("locatedIn", "partOf", "affiliatedWith", "level")
    graph = rdflib.Graph().parse(data=PREFIXES + FACTS, format="turtle")
    lines = [f"{s.n3()} {p.n3()} {o.n3()} <https://example.org/g/facts> .\n" for s, p, o in graph]
    told = {tuple(line.split(" ")[:3]) for line in (*lines, *infer(lines).lines)}
    # of a component, the build has the statement itself that it is part of the layout
    told.add((iri(EX + "city2"), iri(OC + "partOf"), iri(EX + "layout")))
    for relation in relations:
        built = {(s, o) for s, p, o in told if p == iri(OC + relation)}
        reasoned = {
            (iri(one), iri(other.iri))
            for one in {str(subject) for subject in graph.subjects()}
            for other in values(realized, one.removeprefix(EX), relation)
        }
        assert built == reasoned, relation


def test_the_import_closure_is_owl_2_dl(closure: Closure, tmp_path: Path) -> None:
    """The OWL API's profile checker, as Pellet prints it."""
    (tmp_path / "closure.owl").write_text(closure.rdfxml, encoding="utf-8")
    said = pellet("info", tmp_path / "closure.owl")
    assert "OWL Profile = OWL 2 DL\n" in said, said


def test_the_profile_checker_sees_what_is_outside(tmp_path: Path) -> None:
    """A transitive relation with a cardinality is outside OWL 2 DL."""
    wrong = (
        "ex:within a owl:ObjectProperty, owl:TransitiveProperty . ex:C a owl:Class ;"
        " rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:within ;"
        ' owl:maxCardinality "1"^^xsd:nonNegativeInteger ] .'
    )
    graph = rdflib.Graph().parse(data=PREFIXES + wrong, format="turtle")
    (tmp_path / "wrong.owl").write_text(graph.serialize(format="xml"), encoding="utf-8")
    assert "OWL Profile = OWL 2\n" in pellet("info", tmp_path / "wrong.owl")


def pellet(*words: str | Path) -> str:
    folder = Path(owlready2.__file__).parent / "pellet"
    jars = ":".join(map(str, sorted(folder.glob("*.jar"))))
    (command, path) = words
    return subprocess.run(
        ["java", "-cp", jars, "pellet.Pellet", str(command), Path(path).as_uri()],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
