import pytest

from sources.clause import clauses
from sources.compare import Level
from sources.indicator import Indicator, is_term, name_indicator
from sources.quantity import quantities
from tests.sources.conftest import read_stages, read_text


def indicators(text: str, level: Level | None = None) -> list[Indicator | None]:
    stages = read_stages(text)
    shadow = stages.layout.shadow
    parts = clauses(shadow, 0, stages.reading.tokens[0], stages.references)
    return [
        name_indicator(shadow, clause, quantity, level)
        for clause in parts
        for quantity in quantities(shadow, clause.start, clause.end)
    ]


@pytest.mark.parametrize(
    ("text", "name", "size"),
    [
        ("云溪市高新技术企业达到103家。", "高新技术企业数量", False),
        ("云溪市拥有28所高校。", "高校数量", False),
        ("滦安科技园占地310亩。", "占地面积", True),
        ("滦安科技园总投资约5亿元。", "总投资", True),
        ("滦安科技园投资18亿元。", "投资额", True),
        ("云溪市实际到位资金330亿元。", "实际到位资金", True),
        ("云溪市拥有15亿元的基金。", "规模", True),
        ("增长8.5%。", "增长率", False),
        ("云溪市其中企业15家。", "企业数量", False),
    ],
)
def test_what_a_number_counts(text: str, name: str, size: bool) -> None:
    (indicator,) = indicators(text)
    assert indicator is not None
    assert (indicator.name, indicator.size) == (name, size)


def test_the_name_of_a_thing_is_no_part_of_the_indicator() -> None:
    (indicator,) = indicators("滦安科技园总投资5亿元。")
    assert indicator is not None
    assert (indicator.start, indicator.end) == (5, 8)


@pytest.mark.parametrize(
    ("text", "name"),
    [("研究院核定编制12个。", "编制数量"), ("已经签了14家。", "数量")],
)
def test_a_number_without_a_noun_is_named_by_the_word_before_it(text: str, name: str) -> None:
    (indicator,) = indicators(text)
    assert indicator is not None
    assert (indicator.name, indicator.size) == (name, False)


def test_a_count_without_a_word_goes_on_with_what_was_counted_last() -> None:
    level = Level("平台数量", "平台", "NUM", 0)
    (indicator,) = indicators("另外8个。", level)
    assert indicator is not None
    assert indicator.name == "平台数量"


def test_a_small_number_in_words_only_points() -> None:
    assert indicators("前三个。") == [None]
    assert indicators("他们三家。") == [None]


@pytest.mark.parametrize(
    ("text", "terms"), [("有效期五年。", [True]), ("期限12年。", [True]), ("连续三年。", [False])]
)
def test_a_duration_is_a_term_if_its_noun_says_so(text: str, terms: list[bool]) -> None:
    stages = read_stages(text)
    shadow = stages.layout.shadow
    (clause,) = clauses(shadow, 0, stages.reading.tokens[0], stages.references)
    found = quantities(shadow, clause.start, clause.end)
    assert [is_term(shadow, clause, quantity) for quantity in found] == terms


def test_the_number_of_a_building_behind_a_door_counts_nothing() -> None:
    assert read_text("银杉电子公司注册地址为创新路66号2栋。").of("observation") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "云溪高新区有市级以上创新平台210家，其中国家级62家。",
            ["市级以上创新平台数量", "国家级创新平台数量"],
        ),
        ("云溪高新区实施39个“青山”项目。", ["“青山”项目数量"]),
        ("云溪高新区有74家企业常态化开展测试。", ["企业数量"]),
    ],
)
def test_what_a_number_counts_is_told_whole(text: str, names: list[str]) -> None:
    found = read_text(text).of("observation")
    assert sorted(s.value.indicator or "" for s in found if s.value) == sorted(names)


@pytest.mark.parametrize("text", ["云溪市举办四批项目开工。", "云溪市设立2支规模100亿的基金。"])
def test_times_and_sums_are_no_things_that_are_counted(text: str) -> None:
    assert all(found is None for found in indicators(text) if found is None or not found.size)


def test_the_name_of_a_currency_is_no_indicator() -> None:
    found, *_ = indicators("云溪市投资总额为新台币19.2亿元。")
    assert found is not None
    assert found.name == "投资总额"
