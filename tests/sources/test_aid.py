import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "银杉银行向兰陵大学授信2亿元。",
        "银杉银行为兰陵大学提供贷款2亿元。",
        "兰陵大学获银杉银行授信2亿元。",
        "兰陵大学获得银杉银行资金支持。",
    ],
)
def test_who_helps_whom_from_either_side(text: str) -> None:
    assert read_text(text).pairs("supports") == {("银杉银行", "兰陵大学")}


def test_a_policy_says_what_it_supports() -> None:
    found = read_text("云溪市印发《银杉措施》。《银杉措施》提出，支持兰陵大学建设银杉实验室。")
    assert found.pairs("supports") == {("银杉措施", "兰陵大学")}


def test_who_is_put_on_the_list_of_those_to_help() -> None:
    text = "《银杉条例》把青石实验室列为重点资助对象。"
    assert read_text(text).pairs("supports") == {("银杉条例", "青石实验室")}


def test_whom_a_fund_has_helped_got_its_money() -> None:
    found = read_text("银杉基金首期5亿元已经到位，青石公司、蓝鲸公司等14家企业拿到了投资。")
    assert found.pairs("supports") == {("银杉基金", "青石公司"), ("银杉基金", "蓝鲸公司")}
    assert found.pairs("establishedBy") == set()


@pytest.mark.parametrize(
    "text",
    [
        "蓝鲸公司上周从银杉银行拿到了800万元贷款。",
        "银杉银行给蓝鲸公司贷了900万元。",
        "银杉银行已向蓝鲸公司放贷1.2亿元。",
    ],
)
def test_money_lent_or_got(text: str) -> None:
    assert read_text(text).pairs("supports") == {("银杉银行", "蓝鲸公司")}


def test_money_from_a_place_is_from_nobody() -> None:
    assert read_text("蓝鲸公司从云溪市获得投资。").pairs("supports") == set()


def test_who_is_said_to_have_been_helped() -> None:
    found = read_text("银杉基金规模20亿元，青石公司、蓝鲸公司都曾获投。")
    assert found.pairs("supports") == {("银杉基金", "青石公司"), ("银杉基金", "蓝鲸公司")}


def test_a_credit_product_helps_whom_it_is_opened_for() -> None:
    found = read_text("银杉银行为蓝鲸公司等5家企业开通“甲乙贷”。")
    assert found.pairs("supports") == {("银杉银行", "蓝鲸公司"), ("甲乙贷", "蓝鲸公司")}
    assert found.pairs("issuedBy") == {("甲乙贷", "银杉银行")}


@pytest.mark.parametrize(
    ("text", "helped"),
    [
        ("云溪市每年给兰陵研究院运行经费1200万元。", {("云溪市", "兰陵研究院")}),
        ("天澜公司两年前拿到银杉基金1200万元。", {("银杉基金", "天澜公司")}),
        ("银杉基金投了14家企业，其中天澜公司一家就拿走1.2亿元。", {("银杉基金", "天澜公司")}),
        ("银杉基金已经运作三年，天澜公司、海拓公司都是受益企业。",
         {("银杉基金", "天澜公司"), ("银杉基金", "海拓公司")}),
        ("天澜公司给海拓公司报价1200万元。", set()),
        ("银杉基金规模3亿元，天澜公司拿到订单1.2亿元。", set()),
    ],
)  # fmt: skip
def test_a_sum_that_is_given_or_got_is_help(text: str, helped: set[tuple[str, str]]) -> None:
    assert read_text(text).pairs("supports") == helped


@pytest.mark.parametrize(
    "text",
    [
        "云溪市拿出3000万元给青石研究院。",
        "云溪市对新落户的青石研究院给予最高5000万元支持。",
    ],
)
def test_who_gives_a_sum_that_stands_before_or_behind(text: str) -> None:
    assert read_text(text).pairs("supports") == {("云溪市", "青石研究院")}


def test_who_only_asks_a_bank_for_money_does_not_help_it() -> None:
    assert read_text("青石公司向银杉银行申请贷款500万元。").pairs("supports") == set()


@pytest.mark.parametrize(
    "text",
    [
        "对青石研究院，云溪市连续五年每年补助1000万元。",
        "青石研究院每年从云溪市财政得到3000万元运行经费。",
        "云溪市给了青石研究院200亩地和5000万元开办费。",
    ],
)
def test_an_institute_named_first_or_last_gets_what_a_city_gives(text: str) -> None:
    assert read_text(text).pairs("supports") == {("云溪市", "青石研究院")}


def test_a_fund_that_favours_a_firm_helps_it() -> None:
    found = read_text("受银杉基金青睐，青石公司两年内融资3轮。")
    assert found.pairs("supports") == {("银杉基金", "青石公司")}


def test_a_loan_that_lets_a_firm_have_money_helps_it() -> None:
    found = read_text("“科创贷”让青石公司拿到600万元周转资金。")
    assert found.pairs("supports") == {("科创贷", "青石公司")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川创投基金投了舜江光模公司3000万元。", {("云川创投基金", "舜江光模公司")}),
        ("舜江光模公司拿了云川创投基金的3000万元。", {("云川创投基金", "舜江光模公司")}),
        ("舜江光模公司是“揽月计划”扶持的对象。", {("揽月计划", "舜江光模公司")}),
        ("云川创投基金重点支持云川光电实验室的成果转化。", {("云川创投基金", "云川光电实验室")}),
    ],
)
def test_money_from_either_side_of_the_sum(text: str, expected: set[tuple[str, str]]) -> None:
    assert read_text(text).pairs("supports") == expected


def test_who_gets_the_first_of_a_product_just_issued_is_helped_by_it() -> None:
    text = "东林银行推出“揽月贷”，舜江光模公司拿到第一笔1200万元。"
    assert ("揽月贷", "舜江光模公司") in read_text(text).pairs("supports")


def test_a_sum_is_given_to_what_the_sentence_is_about() -> None:
    found = read_text("云川材料研究院去年揭牌，云川市科技局给了800万元开办费。")
    assert found.pairs("supports") == {("云川市科技局", "云川材料研究院")}


def test_a_sum_told_behind_an_area_is_not_given_to_it() -> None:
    found = read_text("云川高新区免掉五年房租，云川市每年给1500万元。")
    assert found.pairs("supports") == set()


@pytest.mark.parametrize(
    "text",
    [
        "东林银行为舜江光模公司的竞争对手提供贷款。",
        "东林银行为舜江光模公司员工提供购房贷款。",
        "东林银行向舜江光模公司催收贷款。",
        "东林银行对舜江光模公司的贷款申请予以驳回。",
        "东林银行给舜江光模公司的授信被撤销。",
    ],
)
def test_help_for_others_is_no_help(text: str) -> None:
    assert read_text(text).pairs("supports") == set()


@pytest.mark.parametrize(
    "text", ["东林银行停止向舜江光模公司放贷。", "东林银行取消对舜江光模公司的资助。"]
)
def test_help_that_has_stopped_is_negated(text: str) -> None:
    found = read_text(text).of("supports")
    assert [one.modality for one in found] == ["negated"]


def test_who_is_thanked_has_helped() -> None:
    text = "银杉高新区领导对兰陵大学给予云溪市的支持表示感谢。"
    assert read_text(text).pairs("supports") == set()


def test_a_place_is_no_denial() -> None:
    found = read_text("青石科技完成A轮融资，本轮融资由无锡梁溪天使基金领投。")
    assert {s.modality for s in found.of("supports")} <= {"asserted"}
