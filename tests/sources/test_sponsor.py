import pytest

from tests.sources.conftest import read_text


def helped(text: str) -> set[tuple[str, str]]:
    return read_text(text).pairs("supports")


def test_who_pays_a_part_helps_what_the_sentence_before_was_about() -> None:
    text = "青石钛材中试平台总投资3.2亿元。其中云溪高新区出1亿元，青石钛业集团出8000万元。"
    platform = "青石钛材中试平台"
    assert helped(text) == {("云溪高新区", platform), ("青石钛业集团", platform)}


def test_a_bank_lends_to_the_firm_that_the_text_is_about() -> None:
    text = "蓝鲸公司去年订单掉了三成。关键时候，云溪农商银行送来2000万元信用贷款。"
    assert helped(text) == {("云溪农商银行", "蓝鲸公司")}


def test_those_among_whom_a_fund_put_its_money_are_helped() -> None:
    text = "青崖创投基金总规模8亿元。到去年底，已投项目23个，蓝鲸公司、青石公司都在其中。"
    assert helped(text) == {("青崖创投基金", "蓝鲸公司"), ("青崖创投基金", "青石公司")}


def test_who_used_a_product_was_helped_by_it_not_by_the_bank() -> None:
    text = "岭南银行推出“专精贷”，最高1000万元。半年已放款4.6亿元，蓝鲸公司一家就用了800万元。"
    assert helped(text) == {("专精贷", "蓝鲸公司")}


@pytest.mark.parametrize(
    "text",
    [
        "青石装置去年动工。清河大学出人，云溪县出地。",  # they found it
        "青石产业园去年投用。云溪高新区拿出1亿元，把旧厂房拆了，盖起新楼。",
        "青石实验室去年揭牌。云溪高新区出资3000万元设立奖学金。",
        "蓝鲸公司去年投产。青石公司出资3000万元。",
        "青崖创投基金去年开了年会。蓝鲸公司、青石公司都在其中。",
    ],
)
def test_money_for_something_else_helps_nobody(text: str) -> None:
    assert helped(text) == set()


def test_who_gives_rooms_helps_beside_who_gives_money() -> None:
    text = "青石研究院去年落户。滁州经开区腾出8000平方米厂房，滁州市又给了2000万元开办费。"
    assert helped(text) == {("滁州经开区", "青石研究院"), ("滁州市", "青石研究院")}


@pytest.mark.parametrize(
    "text",
    [
        "青石产业园去年开园。市财政局今年预算支出2亿元。",
        "青石产业园去年开园。岭南银行向20家企业发放贷款5亿元。",
        "青石集团产值5亿元。岭南银行发放贷款20亿元，同比增长一成。",
        "蓝鲸公司产值5亿元。岭南银行向它的竞争对手注资2亿元。",
    ],
)
def test_money_for_others_or_of_a_whole_year_helps_nobody(text: str) -> None:
    assert helped(text) == set()
