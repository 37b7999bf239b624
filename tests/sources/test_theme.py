"""Themes: what a clause says of itself whom it is about."""

from tests.sources.conftest import read_text


def test_a_bare_noun_for_things_leaves_the_thing_named_before() -> None:
    text = "云溪高新区引进银杉基地。本次签约项目，包括滦安基地，涉及集成电路产业。"
    assert ("银杉基地", "集成电路") not in read_text(text).pairs("focusesOn")


def test_what_something_is_a_part_of_is_not_what_the_text_goes_on_about() -> None:
    text = "银杉科学城，占地9平方公里，是青石实验室的重要一极，聚焦量子信息。"
    found = read_text(text)
    assert found.pairs("focusesOn") == {("银杉科学城", "量子信息")}
    assert found.pairs("locatedIn") == set()


def test_a_verb_with_its_particle_ends_the_chain_of_the_subject() -> None:
    text = "云溪高新区智谷产业园的建立充分发挥了云溪高新区的优势，规划面积12平方公里。"
    areas = [s.subject.name for s in read_text(text).of("observation")]
    assert areas == ["云溪高新区智谷产业园"]


def test_what_the_subject_is_the_pole_of_is_not_what_goes_on() -> None:
    text = "云溪科学城规划面积19平方公里，是云溪综合性国家科学中心的重要一极，聚焦量子信息。"
    assert read_text(text).pairs("focusesOn") == {("云溪科学城", "量子信息")}


def test_what_an_area_has_begun_is_what_the_clause_is_about() -> None:
    found = read_text("银杉高新区现场开工的青石新材料产业园项目位于云溪市。")
    assert found.pairs("locatedIn") == {("青石新材料产业园项目", "云溪市")}
