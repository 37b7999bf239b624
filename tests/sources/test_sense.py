from ontology.lexicon import Cue
from sources.entity import Entity
from sources.sense import relation_of
from tests.sources.conftest import read_text


def _cue(signals: str, agent: str) -> Cue:
    return Cue("trigger/sample", "Trigger", "", signals, {"agent": agent})


def test_a_place_has_a_laboratory_in_it_not_as_its_part() -> None:
    lab, zone = Entity("甲实验室", "Laboratory"), Entity("乙高新区", "HighTechZone")
    assert relation_of(_cue("partOf", "object"), lab, zone) == "locatedIn"


def test_a_body_that_is_part_of_a_university_is_its_own() -> None:
    institute, mother = Entity("甲研究院", "ResearchInstitute"), Entity("乙大学", "University")
    assert relation_of(_cue("partOf", "subject"), institute, mother) == "affiliatedWith"


def test_no_institute_succeeds_an_area_or_authority() -> None:
    institute = Entity("甲研究院", "ResearchInstitute")
    cue = _cue("succeeds", "object")
    assert relation_of(cue, institute, Entity("乙县", "County")) is None
    assert relation_of(cue, institute, Entity("乙省编办", "GovernmentBody")) is None
    assert relation_of(cue, Entity("甲区", "District"), Entity("乙县", "County")) == "succeeds"


def test_a_makerspace_is_a_house_with_tenants() -> None:
    lab, house = Entity("甲实验室", "Laboratory"), Entity("乙众创空间", "Makerspace")
    assert relation_of(_cue("locatedIn", "subject"), lab, house) == "locatedIn"


def test_only_a_corridor_runs_through_its_parts() -> None:
    cue = Cue("trigger/sample", "Trigger", "", "partOf", {"agent": "object", "whole": "Region"})
    park, hall = Entity("甲园", "Park"), Entity("乙众创空间", "Makerspace")
    corridor, road = Entity("丙走廊", "Region"), Entity("丁高速", "Project")
    assert relation_of(cue, park, corridor) == relation_of(cue, hall, corridor) == "partOf"
    assert relation_of(cue, park, road) is None


def test_a_project_is_built_and_not_carried_out() -> None:
    cue, zone = _cue("implements", "subject"), Entity("甲高新区", "HighTechZone")
    assert relation_of(cue, zone, Entity("乙项目", "Project")) is None
    assert relation_of(cue, zone, Entity("乙计划", "Programme")) == "implements"


def test_a_corridor_across_areas_has_them_and_a_park_lies_in_them() -> None:
    found = read_text("银杉科创走廊地跨云溪区、兰陵区。")
    assert found.pairs("partOf") == {("云溪区", "银杉科创走廊"), ("兰陵区", "银杉科创走廊")}
    found = read_text("银杉产业园地跨云溪区、兰陵区。")
    assert found.pairs("locatedIn") == {("银杉产业园", "云溪区"), ("银杉产业园", "兰陵区")}
