import pytest

from sources.document import Document
from sources.extract import extract
from sources.statement import Statement
from tests.sources.conftest import read_text


def one(text: str) -> Statement:
    (statement,) = read_text(text).of("observation")
    return statement


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "滦安科技园总投资5亿元，占地200亩。",
            {
                ("滦安科技园", "总投资", "500000000", "CNY"),
                ("滦安科技园", "占地面积", "133333.33", "M2"),
            },
        ),
        ("云溪市的滦安科技园总投资5亿元。", {("滦安科技园", "总投资", "500000000", "CNY")}),
        ("云溪市拥有15亿元的银杉基金。", {("银杉基金", "规模", "1500000000", "CNY")}),
        ("滦安科技园选址云溪市，面积3平方公里。", {("滦安科技园", "面积", "3000000", "M2")}),
        (
            "滦安科技园、兰陵软件园分别投资21亿元、8亿元。",
            {
                ("滦安科技园", "投资额", "2100000000", "CNY"),
                ("兰陵软件园", "投资额", "800000000", "CNY"),
            },
        ),
        (
            "云溪市拥有28所高校、200家高新技术企业。",
            {("云溪市", "高校数量", "28", "NUM"), ("云溪市", "高新技术企业数量", "200", "NUM")},
        ),
        (
            "云溪市项目135个、总投资1689亿元。",
            {("云溪市", "项目数量", "135", "NUM"), ("云溪市", "总投资", "168900000000", "CNY")},
        ),
    ],
)
def test_whom_a_number_is_about(text: str, numbers: set[tuple[str, str, str, str]]) -> None:
    assert read_text(text).numbers == numbers


def test_how_long_a_thing_lasts_is_a_number_of_it() -> None:
    found = read_text("银杉基金存续期8年。连续三年，银杉基金规模5亿元。").numbers
    assert found == {
        ("银杉基金", "存续期", "8", "YR"),
        ("银杉基金", "规模", "500000000", "CNY"),
    }


def test_the_word_that_points_back_is_the_subject() -> None:
    found = read_text("兰陵大学建成。学校拥有28个实验室。")
    assert found.numbers == {("兰陵大学", "实验室数量", "28", "NUM")}
    assert found.of("observation")[0].subject_source == "alias"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("云溪市引进企业100家。", "asserted"),
        ("云溪市力争引进企业100家。", "target"),
        ("预计到2025年，云溪市企业达到100家。", "target"),
        ("下一步，云溪市引进企业100家。", "target"),
        ("云溪市尚未引进企业100家。", "negated"),
        ("如果获批，云溪市引进企业100家。", "hypothetical"),
        ("云溪市否认引进企业100家。", "denied"),
    ],
)
def test_a_number_that_is_only_meant(text: str, modality: str) -> None:
    assert one(text).modality == modality


def test_a_goal_holds_for_the_numbers_after_it() -> None:
    found = read_text("云溪市力争引进企业100家、新增项目20个。")
    assert {s.modality for s in found.of("observation")} == {"target"}


def test_a_range_is_two_bounds() -> None:
    found = read_text("云溪市引进企业50至60家。").of("observation")
    assert {(s.value.number, s.value.approximator) for s in found if s.value} == {
        ("50", "atLeast"),
        ("60", "atMost"),
    }


def test_a_decrease_is_negative() -> None:
    value = one("云溪市企业数量下降8.5%。").value
    assert value is not None
    assert (value.number, value.unit) == ("-0.085", "FRACTION")


def test_the_time_is_evidence() -> None:
    statement = one("2020年，云溪市企业达到103家。")
    assert statement.value is not None
    assert statement.value.as_of == "2020"
    assert ("time", "2020年") in {(e.role, e.exact) for e in statement.evidence}


def test_relative_time_counts_from_the_day_of_publication() -> None:
    value = one("去年，云溪市引进企业103家。").value
    assert value is not None
    assert value.as_of == "2022"


@pytest.mark.parametrize(
    "text",
    [
        "引进企业100家。",
        "第3实验室开工。",
        "云溪市5年来变化很大。",
        "2020年，云溪市开会。",
        "云溪市12英寸芯片项目开工。",
        "云溪大学是这50所高校之一。",
    ],
)
def test_numbers_that_claim_nothing(text: str) -> None:
    assert read_text(text).of("observation") == []


def test_approximators() -> None:
    values = [one(f"云溪市引进企业{word}100家。").value for word in ("约", "近", "超过", "")]
    assert [v.approximator for v in values if v] == ["about", "nearly", "over", None]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("今年，云溪市计划引进高校4所，引进企业20家。", ["target", "target"]),
        ("云溪市拟建总投资5亿元的滦安科技园。", ["asserted"]),
        ("预计滦安科技园总建筑面积5万平方米，年产值80亿元。", ["asserted", "target"]),
        ("如果获批，云溪市引进企业100家；云溪市现有企业20家。", ["hypothetical", "asserted"]),
        ("云溪市企业不良率为0.92%。", ["asserted"]),
    ],
)
def test_a_plan_carries_over_and_a_size_is_no_promise(text: str, modality: list[str]) -> None:
    found = sorted(read_text(text).of("observation"), key=lambda s: s.evidence[0].start)
    assert sorted(s.modality for s in found) == sorted(modality)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "兰陵实验室、滦安软件园等12家单位入驻云溪高新区。",
            {("云溪高新区", "入驻单位数量", "12", "NUM")},
        ),
        (
            "云溪市设立银杉基金，总规模15亿元。",
            {("银杉基金", "总规模", "1500000000", "CNY")},
        ),
        (
            "云溪市工业总产值300亿元，同比增长8%，占全省的10%。",
            {
                ("云溪市", "工业总产值", "30000000000", "CNY"),
                ("云溪市", "工业总产值增长率", "0.08", "FRACTION"),
                ("云溪市", "工业总产值占全省比重", "0.10", "FRACTION"),
            },
        ),
    ],
)
def test_whose_number_it_is_by_rule(text: str, numbers: set[tuple[str, str, str, str]]) -> None:
    said = {
        (s.subject.name, s.value.indicator, s.value.number, s.value.unit)
        for s in extract(Document("a", "", text, ""), learned=False).statements
        if s.value is not None and s.predicate == "observation"
    }
    assert said == numbers


@pytest.mark.parametrize(
    "text",
    [
        "云溪高新区产值100亿元,全市产值5000亿元。",
        "云溪高新区产值100亿元,全国共有高新区178家。",
        "云溪高新区产值100亿元,全省现有企业2万家。",
    ],
)
def test_what_a_wider_area_has_is_not_the_zones(text: str) -> None:
    assert [s.value.number for s in read_text(text).of("observation") if s.value] == ["10000000000"]


def test_a_date_that_has_passed_is_no_goal() -> None:
    document = Document("a", "", "云溪高新区到2025年底已有企业800家。", "", published="2026-03")
    (found,) = [s for s in extract(document, learned=False).statements if s.value]
    assert found.modality == "asserted"


def test_a_measure_is_not_what_it_counts() -> None:
    found = [s.value for s in read_text("滦安市人口由300万人增至310万人。").of("observation")]
    assert all(value is not None and "万人" not in (value.indicator or "") for value in found)


ITEM = "云溪市项目清单\n【开工项目】\n1.{}\n"


@pytest.mark.parametrize(
    ("item", "owned"),
    [
        (
            "银杉实验室二期工程。选址滦安科技城，总投资8亿元。",
            {("银杉实验室二期工程", "800000000")},
        ),
        ("银杉产业园：滦安新区，建筑面积2万平方米。", {("银杉产业园", "20000")}),
        ("银杉产业园。青石大学与松河公司共建，总投资8亿元。", {("银杉产业园", "800000000")}),
        ("滦安新区。银杉孵化器坐落区内，孵化面积2万平方米。", {("银杉孵化器", "20000")}),
        (
            "银杉产业园、青石检测中心。分别投资8亿元、2亿元。",
            {("银杉产业园", "800000000"), ("青石检测中心", "200000000")},
        ),
    ],
)
def test_numbers_of_a_list_item_are_its_heads(item: str, owned: set[tuple[str, str]]) -> None:
    assert {(name, number) for name, _, number, _ in read_text(ITEM.format(item)).numbers} == owned


@pytest.mark.parametrize("text", ["滦安科技园围绕三个方向招商。", "滦安科技园推进三项工作。"])
def test_a_small_number_that_only_opens_a_list_claims_nothing(text: str) -> None:
    assert read_text(text).of("observation") == []


def test_a_number_of_things_is_a_claim_however_small() -> None:
    value = one("滦安科技园引进三家企业。").value
    assert value is not None and value.number == "3"


def test_money_that_did_not_come_in_is_negated() -> None:
    assert one("银杉基金首期2亿元没有到账。").modality == "negated"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪市建成5个平台，新开工项目34个。", ["云溪市"] * 2),
        ("滦安科技园已有天澜集团、银杉公司等14家企业签约，其中7家开工建设。", ["滦安科技园"] * 2),
        ("兰陵大学与天澜集团共建银杉实验室。今年专利达到30件。", ["银杉实验室"]),
        ("兰陵大学与天澜集团共建银杉实验室。她还透露，明年引进博士30名。", ["兰陵大学"]),
        ("云溪市发布消息。云溪市科技局引进企业30家。", ["云溪市"]),
    ],
)
def test_who_has_the_numbers_of_a_list_an_office_and_a_sentence_without_a_subject(
    text: str, names: list[str]
) -> None:
    assert [s.subject.name for s in read_text(text).of("observation")] == names


def test_a_small_numeral_in_a_sentence_that_names_no_owner_only_points() -> None:
    text = "滦安科技园去年投用。两年过去，{}栋厂房立起来了。"
    found = [read_text(text.format(number)).of("observation") for number in ("三", "13")]
    assert [len(said) for said in found] == [0, 1]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("滦安研究院有28个科研人员。", "PERSON"),
        ("滦安研究院引进博士27个。", "PERSON"),
        ("滦安科技园提供1500个就业机会。", "PERSON"),
        ("滦安研究院有12个项目。", "NUM"),
        ("滦安研究院引进工业机器人40台。", "NUM"),
        ("滦安科技园综合排名前移21位。", "NUM"),
        ("滦安研究院引进专家21位。", "PERSON"),
    ],
)
def test_people_are_persons_by_whatever_measure_word(text: str, unit: str) -> None:
    value = one(text).value
    assert value is not None
    assert value.unit == unit


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "兰陵大学分别与天澜集团、蓝海集团签订合同，金额为260万元和145万元。",
            ["天澜集团", "蓝海集团"],
        ),
        ("银杉实验室总投资9亿元，其中云溪市出资4亿元。", ["银杉实验室"] * 2),
        ("银杉基金的出资人为天澜集团（65%）、蓝海集团（35%）。", ["天澜集团", "蓝海集团"]),
        ("兰陵大学设立银杉实验室。全市高新技术企业200家。云溪市很大。", ["云溪市"]),
        # Who has a post in a thing and who approves it own none of its numbers.
        ("银杉实验室揭牌，兰陵大学副校长李明兼任主任，现有人员40人。", ["银杉实验室"]),
        ("银杉实验室2015年获云溪市科技局批准，专职人员52人。", ["银杉实验室"]),
    ],
)
def test_numbers_of_pairs_and_parts_find_their_owner(text: str, names: list[str]) -> None:
    assert [s.subject.name for s in read_text(text).of("observation")] == names


def test_a_number_beside_another_place_stays_with_the_subject() -> None:
    found = read_text("滦安科技园产值增长13.2%，高出银杉科技园4.1个百分点。")
    assert {who for who, _, _, _ in found.numbers} == {"滦安科技园"}


def test_a_small_number_that_sums_up_a_list_is_none() -> None:
    found = read_text("远达公司、博恒公司两家企业签约进入滦安科技园。")
    assert found.numbers == set()


def test_a_place_right_before_its_number_is_not_counted() -> None:
    found = read_text("云溪市有效专利1.6万件。其中滦安科技园7200件，银杉科技园2100件。")
    told = {(who, number) for who, _, number, _ in found.numbers}
    assert {("滦安科技园", "7200"), ("银杉科技园", "2100")} <= told
