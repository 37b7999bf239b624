import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "predicate", "pair"),
    [
        (
            "银杉高新区支持兰陵大学建设银杉实验室。",
            "establishedBy",
            ("银杉实验室", "兰陵大学"),
        ),
        ("兰陵大学把银杉实验室建在云溪市。", "locatedIn", ("银杉实验室", "云溪市")),
        ("兰陵大学把银杉实验室建在云溪市。", "establishedBy", ("银杉实验室", "兰陵大学")),
        ("云溪市设立银杉研究院，选址滦安科技园。", "locatedIn", ("银杉研究院", "滦安科技园")),
        ("银杉实验室今年揭牌，由兰陵大学牵头建设。", "establishedBy", ("银杉实验室", "兰陵大学")),
        (
            "会议召开。由兰陵大学牵头，联合云溪大学组建银杉实验室。",
            "establishedBy",
            ("银杉实验室", "兰陵大学"),
        ),
        ("滦安科技园已开园，银杉公司落户于此。", "locatedIn", ("银杉公司", "滦安科技园")),
    ],
)
def test_each_verb_has_a_subject_of_its_own(
    text: str, predicate: str, pair: tuple[str, str]
) -> None:
    assert pair in read_text(text).pairs(predicate)


def test_who_is_supported_builds_not_who_supports() -> None:
    found = read_text("银杉高新区支持兰陵大学建设银杉实验室。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学")}


def test_what_is_founded_is_located_not_its_founder() -> None:
    found = read_text("兰陵大学设立银杉研究院，选址滦安科技园。")
    assert found.pairs("locatedIn") == {("银杉研究院", "滦安科技园")}


def test_a_cleft_says_who_made_the_subject() -> None:
    found = read_text("银杉实验室是兰陵大学2019年设立的科研平台。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学")}


def test_what_a_colon_lists_is_the_object() -> None:
    found = read_text("兰陵大学新建了两所研究院：银杉研究院和滦安研究院。")
    assert found.pairs("establishedBy") == {("银杉研究院", "兰陵大学"), ("滦安研究院", "兰陵大学")}


def test_a_paper_goes_on_to_say_whom_it_supports() -> None:
    text = "云溪市科创措施\n一、突出重点。云溪市推行“链长制”。支持兰陵大学建设银杉实验室。"
    found = read_text(text.replace("云溪市科创措施", "《云溪市科技创新若干措施》"))
    assert found.pairs("supports") == {("云溪市科技创新若干措施", "兰陵大学")}


@pytest.mark.parametrize(
    "text",
    [
        "云溪市企业投资建设银杉实验室。",
        "云溪市企业投资建设的银杉实验室揭牌。",
        "银杉实验室由云溪市的一家公司承建。",
    ],
)
def test_where_a_firm_without_a_name_is_from_builds_nothing(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == set()


@pytest.mark.parametrize(
    "text",
    [
        "星海研究院，是云溪大学举办的事业单位。",
        "星海研究院系云溪大学兴办。",
        "继蓝湾实验室之后，云溪大学又把星海研究院建了起来。",
    ],
)
def test_a_thing_told_of_before_who_made_it(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == {("星海研究院", "云溪大学")}


def test_who_is_left_out_of_a_relative_clause_is_whom_the_paragraph_is_about() -> None:
    found = read_text(
        "兰陵大学在校生2万人。牵头组建的银杉研究院去年挂牌，与云溪县共建的滦安实验室已收样品420份。"
    )
    assert found.pairs("establishedBy") == {
        ("银杉研究院", "兰陵大学"),
        ("滦安实验室", "兰陵大学"),
        ("滦安实验室", "云溪县"),
    }
    assert found.pairs("cooperatesWith") == {("兰陵大学", "云溪县")}


def test_a_bank_goes_on_behind_its_product() -> None:
    found = read_text("云溪银行发力科创。去年推出的“银杉贷”放款3亿元，今年又上线“青石贷”。")
    assert found.pairs("issuedBy") == {("银杉贷", "云溪银行"), ("青石贷", "云溪银行")}


@pytest.mark.parametrize(
    "text",
    [
        "兰陵大学在校生2万人。1958年设立的银杉研究院，如今已搬走。",
        "兰陵大学在校生2万人。当地乡贤兴建的银杉产业园开园。",
    ],
)
def test_nobody_is_told_who_made_it(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == set()


def test_who_did_it_before() -> None:
    found = read_text("金寨县推出“银杉十条”，是继霍山县发布“青石十条”后，又一份人才政策。")
    assert found.pairs("issuedBy") == {("银杉十条", "金寨县"), ("青石十条", "霍山县")}
