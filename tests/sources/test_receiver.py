import pytest

from tests.sources.conftest import read_text


def owners(text: str) -> list[str]:
    return [s.subject.name for s in read_text(text).of("observation")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("银杉实验室去年投用，天澜集团出了8000万元。", ["银杉实验室"]),
        ("银杉实验室去年投用，天澜集团出了8000万元，云溪市拨款2亿元。", ["银杉实验室"] * 2),
        ("银杉实验室，云溪市政府投资1.1亿元建设。", ["银杉实验室"]),
        ("银杉基金总规模5亿元，天澜集团出资六成。", ["银杉基金"] * 2),
        ("银杉实验室正式揭牌，兰陵大学派驻教授30名。", ["银杉实验室"]),
        # What somebody spends or has himself is his own.
        ("银杉实验室去年投用，天澜集团投资3亿元。", ["天澜集团"]),
        ("银杉实验室去年投用，天澜集团进出口总值3亿元。", ["天澜集团"]),
        ("银杉实验室去年投用；天澜集团出资3亿元。", ["天澜集团"]),
        ("天澜集团出资3亿元。", ["天澜集团"]),
    ],
)
def test_what_somebody_gives_is_told_of_the_thing_it_is_for(text: str, names: list[str]) -> None:
    assert owners(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("兰陵大学与天澜集团共建银杉实验室，现有技术人员55人。", ["银杉实验室"]),
        ("云溪市印发《科技创新若干措施》，累计兑现资金4亿元。", ["科技创新若干措施"]),
        ("云溪市实施“青蓝计划”，三年引进创业团队100个。", ["青蓝计划"]),
        ("兰陵大学把银杉实验室搬到园里，配有试验机具46台。", ["银杉实验室"]),
        # Only areas have these, and a firm keeps its sales.
        ("云溪市建成银杉实验室，高新技术企业达到300家。", ["云溪市"]),
        ("云溪市建设银杉实验室；引进项目12个。", ["云溪市"]),
        ("天澜集团建起银杉实验室，去年订单1.2亿元。", ["天澜集团"]),
    ],
)
def test_what_was_just_founded_has_the_numbers_after_it(text: str, names: list[str]) -> None:
    assert owners(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("兰陵银行给天澜集团授信8000万元。", ["天澜集团"]),
        ("兰陵银行为天澜集团提供2亿元贷款。", ["天澜集团"]),
        ("兰陵银行发放贷款3亿元。", ["兰陵银行"]),
    ],
)
def test_a_loan_is_told_of_who_gets_it(text: str, names: list[str]) -> None:
    assert owners(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪市划出3平方公里，设立滦安科技园。", ["滦安科技园"]),
        ("云溪市拿出5000万元，设立银杉基金。", ["银杉基金"]),
        ("云溪市去年税收5000万元，设立银杉基金。", ["云溪市"]),
    ],
)
def test_what_the_next_clause_founds_with_it(text: str, names: list[str]) -> None:
    assert owners(text) == names


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("湖州丝路文创研究院转企，浙丝文旅集团持股51%。", "湖州丝路文创研究院"),
        ("云河基金已投出第一笔，向氢舟动力公司注资5000万元，占股8.2%。", "氢舟动力公司"),
        ("龙江集团去年上市，员工持股12%。", "龙江集团"),
        ("龙江集团持有多家企业股份，研发投入占营收8%。", "龙江集团"),
    ],
)
def test_a_share_is_of_what_is_held_not_of_who_holds_it(text: str, owner: str) -> None:
    assert {s.subject.name for s in read_text(text).of("observation")} == {owner}


def test_a_sum_for_something_else_is_told_of_who_pays_it() -> None:
    assert owners("银杉实验室去年投用，兰陵大学出资3000万元设立奖学金。") == ["兰陵大学"]


def test_what_only_a_bank_has_is_not_told_of_its_product() -> None:
    assert owners("云溪农商银行推出“科创贷”，各项存款余额900亿元。") == ["云溪农商银行"]


def test_a_number_of_whom_nobody_knows_has_no_owner() -> None:
    assert owners("银杉产业园于去年开园。后者投资3亿元。") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪市帮助天澜集团减免税款1280万元。", ["天澜集团"]),
        ("兰陵银行“青蓝贷”余额7.8亿元。", ["青蓝贷"]),
        (
            "会同兰陵银行推出“青蓝贷”，云溪市设立青云基金，全年为43家企业放款1.56亿元。",
            ["青蓝贷"] * 2,
        ),
    ],
)
def test_help_is_of_the_firm_and_loans_of_their_product(text: str, names: list[str]) -> None:
    assert owners(text) == names
