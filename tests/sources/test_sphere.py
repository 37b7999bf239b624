"""In bodies of which classes a title is held."""

from __future__ import annotations

from sources.sphere import areas_of, bodies_of


def test_the_longest_end_of_a_title_tells_the_bodies() -> None:
    assert bodies_of("执行副理事长")[0] == "Alliance"
    assert bodies_of("负责人") == ()


def test_a_title_of_an_area_opens_with_its_letter_or_ends_in_its_head() -> None:
    assert areas_of("区委书记") == areas_of("常务副区长") == ("District",)
    assert areas_of("院长") == ()
