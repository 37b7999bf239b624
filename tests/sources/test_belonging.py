import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "天澜公司的深海牧场项目已经动工。",
        "天澜公司在银杉高新区的深海牧场项目已经动工。",
    ],
)
def test_a_project_of_a_firm_is_built_by_it(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == {("深海牧场项目", "天澜公司")}


@pytest.mark.parametrize(
    "text",
    [
        "云溪市的深海牧场项目已经动工。",
        "天澜公司与深海牧场项目签约。",
        "天澜公司的兰陵实验室已经开放。",
    ],
)
def test_other_belongings_do_not_say_who_built_them(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == set()


@pytest.mark.parametrize("text", ["云溪银行的“窖池贷”已放款9笔。", "云溪银行“窖池贷”余额7亿元。"])
def test_a_bank_issues_the_credit_product_that_it_has(text: str) -> None:
    assert read_text(text).pairs("issuedBy") == {("窖池贷", "云溪银行")}


def test_a_bank_that_meets_those_with_a_credit_product_does_not_issue_it() -> None:
    assert read_text("云溪银行与“窖池贷”客户座谈。").pairs("issuedBy") == set()


def test_a_credit_product_taken_from_its_bank() -> None:
    found = read_text("凭两件专利，恒岳集团从川岳银行拿到“知识产权贷”500万元。")
    assert found.pairs("issuedBy") == {("知识产权贷", "川岳银行")}
    found = read_text("恒岳集团拿到“知识产权贷”500万元，已还给川岳银行。")
    assert found.pairs("issuedBy") == set()
