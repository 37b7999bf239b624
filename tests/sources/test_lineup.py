import pytest

from sources.lineup import find_lineups
from sources.token import tokenize


def _lineups(text: str, *known: str) -> list[str]:
    tokens = tuple(tokenize(text, 0, len(text)))
    ends = {text.index(name) + len(name) for name in known}
    return [text[firm.start : firm.end] for firm in find_lineups(tokens, ends)]


def test_a_count_or_word_for_companies_tells_a_row_of_any_words() -> None:
    assert _lineups("黑菊花、耳朵好、一朵云三家原是对头") == ["黑菊花", "耳朵好", "一朵云"]
    assert _lineups("已有三佳铁、大碗先生等厂家设线") == ["三佳铁", "大碗先生"]
    assert "隆奕" in _lineups("重点企业有康缘药业、隆奕、豪森")


def test_two_companies_tell_the_rest_of_the_row() -> None:
    row = "国鸿氢能、泰极动力、隆奕在列"
    assert _lineups(row, "国鸿氢能", "泰极动力") == ["隆奕"]


def test_what_only_companies_do_tells_a_row() -> None:
    assert _lineups("上海新阳、徐州博康等供货") == ["上海新阳", "徐州博康"]


@pytest.mark.parametrize(
    "text",
    ["聚焦电子信息、新材料等企业", "张建国、李明两位教授", "滦安、平凉等地企业", "白天、晚上都在"],
)
def test_fields_persons_places_and_times_are_none(text: str) -> None:
    assert _lineups(text) == []


def test_an_end_that_only_companies_have_tells_a_row_though_its_words_are_torn() -> None:
    assert _lineups("通鼎新能、琏升科技的负责人同来") == ["通鼎新能", "琏升科技"]


def test_each_company_of_a_row_may_have_its_place() -> None:
    row = "徐州的淮海特钢、镇江的金山醋业、泰州的海陵制药榜上有名"
    assert _lineups(row, "淮海特钢", "金山醋业") == ["海陵制药"]


def test_a_row_that_pays_for_what_is_built_is_of_companies() -> None:
    assert _lineups("它由广汇汽贸、神龙二手车联手投资") == ["广汇汽贸", "神龙二手车"]


@pytest.mark.parametrize(
    "text",
    [
        "老张家、老李家、老王家三家都脱了贫", "张伟、李娜两家合伙开店",
        "一中、二中、实验中学三家办学",
        "嫦娥、神舟、天宫等项目带动企业", "税务、市监等部门为企业上门",
    ],
)  # fmt: skip
def test_families_schools_and_other_things_are_no_row_of_companies(text: str) -> None:
    assert _lineups(text) == []


def test_a_bank_in_a_row_is_no_plain_company() -> None:
    text = "农业银行、建设银行、工商银行三家放贷"
    found = find_lineups(tuple(tokenize(text, 0, len(text))), set())
    assert {firm.cls for firm in found} == {"FinancialInstitution"}
