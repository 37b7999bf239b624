import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("银杉实验室在滦安科技园揭牌。", ("银杉实验室", "滦安科技园")),
        ("走进滦安科技园，银杉实验室已投入使用。", ("银杉实验室", "滦安科技园")),
        ("滦安科技园的银杉实验室主攻储能。", ("银杉实验室", "滦安科技园")),
        ("滦安科技园里，青石公司投资11亿元建起银杉中试基地。", ("银杉中试基地", "滦安科技园")),
        ("滦安科技园今日开园，首批有银杉公司入驻。", ("银杉公司", "滦安科技园")),
    ],
)
def test_where_a_thing_stands(text: str, pair: tuple[str, str]) -> None:
    assert pair in read_text(text).pairs("locatedIn")


def test_an_area_right_behind_a_wider_one_is_in_it() -> None:
    assert read_text("银杉公司来自广州市黄埔区。").pairs("locatedIn") >= {("黄埔区", "广州市")}


def test_where_a_contract_is_signed_says_nothing_of_the_site() -> None:
    assert read_text("兰陵大学与银杉公司在云溪市签约。").pairs("locatedIn") == set()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("滦安科技园内的青石公司获奖。", {("青石公司", "滦安科技园")}),
        ("坐落在云溪市城东的银杉实验室投用。", {("银杉实验室", "云溪市")}),
        ("青石公司与云溪市的银杉集团签约。", {("银杉集团", "云溪市")}),
        (
            "在滦安科技园，青石公司做培训，银杉研究院做中试。",
            {("青石公司", "滦安科技园"), ("银杉研究院", "滦安科技园")},
        ),
    ],
)
def test_a_place_beside_a_thing_or_as_the_scene(text: str, pairs: set[tuple[str, str]]) -> None:
    assert pairs <= read_text(text).pairs("locatedIn")


def test_a_place_in_a_list_is_no_partner() -> None:
    found = read_text("青石集团与云溪市的银杉公司共同设立蓝鲸基金。")
    assert found.pairs("establishedBy") == {("蓝鲸基金", "青石集团"), ("蓝鲸基金", "银杉公司")}


def test_a_division_in_brackets_is_where_the_thing_before_it_stands() -> None:
    text = "已投用：银杉创新中心（南陵县）、青石检测中心（宣州区）。"
    assert read_text(text).pairs("locatedIn") == {
        ("银杉创新中心", "南陵县"),
        ("青石检测中心", "宣州区"),
    }


def test_what_would_be_built_in_a_place_is_there_on_the_same_condition() -> None:
    found = read_text("如果资金到位，银杉公司将在滦安科技园设立青石实验室。")
    assert {s.modality for s in found.of("locatedIn")} == {"hypothetical"}


def test_one_letter_of_founding_without_its_object_says_nothing() -> None:
    assert read_text("银杉高新区要在云溪市建总部大楼。").pairs("locatedIn") == set()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("滦安科技园全部在云溪市范围内。", ("滦安科技园", "云溪市")),
        ("银杉实验室在云溪市青山区，去年开放。", ("银杉实验室", "青山区")),
        ("银杉实验室所在的滦安科技园正在扩建。", ("银杉实验室", "滦安科技园")),
        ("已投用：银杉检测中心（云溪市）。", ("银杉检测中心", "云溪市")),
        ("滦安数谷 | 云溪市 | 3亿元 | 已开工。", ("滦安数谷", "云溪市")),
        ("兰陵大学计划到云溪市设立银杉研究院。", ("银杉研究院", "云溪市")),
        ("滦安科技园已落户银杉公司、青石公司等企业139家。", ("青石公司", "滦安科技园")),
    ],
)
def test_a_place_tied_to_a_thing_by_few_words(text: str, pair: tuple[str, str]) -> None:
    assert pair in read_text(text).pairs("locatedIn")


@pytest.mark.parametrize(
    "text",
    [
        "银杉公司在云溪市，与青石公司签约。",
        "滦安科技园在云溪市的影响很大。",
        "签约企业有银杉公司（云溪市）。",
        "银杉实验室（兰陵大学）揭牌。",
        "青石公司把生产线搬到云溪市。",
        "银杉公司与青石公司到云溪市考察。",
    ],
)
def test_a_place_near_a_thing_that_does_not_say_where_it_is(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == set()


def test_a_colon_opens_the_list_of_a_county() -> None:
    text = "滦平县：滦安科技园，拟7月开工；银杉实验室，年底交付。"
    assert read_text(text).pairs("locatedIn") == {
        ("滦安科技园", "滦平县"),
        ("银杉实验室", "滦平县"),
    }


def test_where_the_subject_of_the_clause_lies_not_what_is_in_it() -> None:
    text = "银杉实验室所在的滦安科技园，位于云溪市南部。"
    assert read_text(text).pairs("locatedIn") == {
        ("银杉实验室", "滦安科技园"),
        ("滦安科技园", "云溪市"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "滦平县只有两个项目：滦安科技园，立项刚批；银杉实验室，年底交付。",
        "落在滦平县的2个：滦安科技园（12亿元）、银杉实验室（3亿元）。",
    ],
)
def test_a_list_of_what_a_county_has(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == {
        ("滦安科技园", "滦平县"),
        ("银杉实验室", "滦平县"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "滦平县考察3个园区：滦安科技园，去年开园；兰陵软件园，今年开园。",
        "滦平县与兰陵大学合作的2个：银杉实验室、青石实验室。",
    ],
)
def test_a_list_of_what_a_county_saw_or_shares(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == set()


def test_a_word_that_compares_is_no_place_marker() -> None:
    assert read_text("滦安科技园晚于银杉科技园建成。").pairs("locatedIn") == set()


def test_an_item_of_a_list_that_says_its_own_place_is_there_alone() -> None:
    text = "滦平县有2家企业：银杉公司在云溪市建厂，青石公司投产。"
    assert ("银杉公司", "滦平县") not in read_text(text).pairs("locatedIn")


def test_the_inside_of_a_park_behind_its_county_is_the_scene() -> None:
    found = read_text("云溪县银杉产业园内，青石公司的生产线开足马力。")
    assert ("青石公司", "银杉产业园") in found.pairs("locatedIn")


def test_a_place_has_the_projects_that_begin_there() -> None:
    found = read_text("云溪经开区新签约银杉储能项目、青石整车项目等35个。")
    both = {("银杉储能项目", "云溪经开区"), ("青石整车项目", "云溪经开区")}
    assert found.pairs("locatedIn") == both
