import pytest

from tests.sources.conftest import read_text


def test_a_fund_named_before_its_sum_helps_the_firm() -> None:
    found = read_text("青石公司由银杉基金投了1500万元，占股8%。")
    assert found.pairs("supports") == {("银杉基金", "青石公司")}


def test_who_pays_for_a_fund_does_not_help_it() -> None:
    found = read_text("银杉基金由云溪市财政局出资2亿元、青石银行出资3亿元设立。")
    assert found.pairs("supports") == set()


def test_who_takes_part_in_a_round() -> None:
    found = read_text("银杉基金出资2000万元参与青石公司战略融资。")
    assert found.pairs("supports") == {("银杉基金", "青石公司")}


@pytest.mark.parametrize(
    "text",
    [
        "青石公司完成A轮融资，由银杉基金领投，蓝鲸资本跟投。",
        "青石公司宣布完成C轮融资，银杉基金领投，蓝鲸资本跟投。",
        "青石公司由银杉基金领投，蓝鲸资本跟投。",
    ],
)
def test_who_follows_the_one_that_leads(text: str) -> None:
    found = read_text(text)
    assert found.pairs("supports") == {("银杉基金", "青石公司"), ("蓝鲸资本", "青石公司")}


def test_where_the_first_money_of_a_firm_came_from() -> None:
    found = read_text("青石公司的天使轮资金来自银杉基金。")
    assert found.pairs("supports") == {("银杉基金", "青石公司")}
