import pytest

from tests.sources.conftest import read_text


def test_an_institute_named_after_a_university_is_its_own() -> None:
    found = read_text("兰陵大学滦安研究院开工。")
    assert found.pairs("affiliatedWith") == {("兰陵大学滦安研究院", "兰陵大学")}
    assert found.types["兰陵大学"] == "University"


def test_a_zone_is_governed_by_the_committee_named_after_it() -> None:
    found = read_text("银杉高新区提速。银杉高新区管委会揭牌。")
    assert found.pairs("governedBy") == {("银杉高新区", "银杉高新区管委会")}


def test_a_zone_that_only_its_committee_names_is_no_thing_of_the_text() -> None:
    found = read_text("银杉高新区管委会揭牌。")
    assert found.pairs("governedBy") == set()
    assert "银杉高新区" not in found.types


def test_a_committee_called_by_the_short_word_for_the_one_zone() -> None:
    found = read_text("银杉光电新区提速。新区管委会与云溪大学签约。")
    assert found.pairs("governedBy") == {("银杉光电新区", "新区管委会")}


@pytest.mark.parametrize("other", ["滦安新区", "云溪高新区"])
def test_a_short_word_that_fits_two_zones_or_half_a_word_says_nothing(other: str) -> None:
    first = "银杉新区、" if other.endswith("安新区") else ""
    found = read_text(f"{first}{other}提速。新区管委会与云溪大学签约。")
    assert found.pairs("governedBy") == set()


def test_a_brand_that_opens_a_name_is_no_mother() -> None:
    assert read_text("华为滦安研究院揭牌。").pairs("affiliatedWith") == set()


def test_a_place_that_opens_a_name_says_nothing() -> None:
    found = read_text("成都滦安研究院揭牌。")
    assert found.pairs("affiliatedWith") == set()
    assert found.pairs("locatedIn") == set()


def test_an_alliance_of_a_kind_of_schools_is_no_child_of_one() -> None:
    assert read_text("滦安研究型大学联盟成立。").pairs("affiliatedWith") == set()


def test_a_product_is_no_child_of_its_trade() -> None:
    found = read_text("桥面板自动化检修平台发布。")
    assert found.pairs("affiliatedWith") == set()


def test_two_committees_in_one_breath_are_none() -> None:
    text = "青石科学城2020年成立。青石科学城党工委、管委会负责日常管理。"
    assert read_text(text).pairs("governedBy") == set()
    alone = "青石科学城2020年成立。青石科学城党工委印发通知。"
    assert read_text(alone).pairs("governedBy") == {("青石科学城", "青石科学城党工委")}
