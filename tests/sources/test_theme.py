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
