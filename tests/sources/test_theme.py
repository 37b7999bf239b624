"""Themes: what a clause says of itself whom it is about."""

from tests.sources.conftest import read_text


def test_a_bare_noun_for_things_leaves_the_thing_named_before() -> None:
    text = "云溪高新区引进银杉基地。本次签约项目，包括滦安基地，涉及集成电路产业。"
    assert ("银杉基地", "集成电路") not in read_text(text).pairs("focusesOn")


def test_what_an_area_has_begun_is_what_the_clause_is_about() -> None:
    found = read_text("银杉高新区现场开工的青石新材料产业园项目位于云溪市。")
    assert found.pairs("locatedIn") == {("青石新材料产业园项目", "云溪市")}
