import pytest

from sources.quoted import find_quoted, list_class
from sources.token import tokenize
from tests.sources.conftest import read_stages


def test_fields_before_their_companies_are_no_companies() -> None:
    assert list_class("关注氢能、核药等8个新兴赛道的企业", 7) is None


def quoted(text: str) -> dict[str, str]:
    found = find_quoted(text, tuple(tokenize(text, 0, len(text))))
    return {text[q.start : q.end]: q.cls for q in found}


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("出台《云溪市科技创新条例》", "云溪市科技创新条例", "PolicyDocument"),
        ("印发《云溪市科技创新规划(2021-2025年)》", "云溪市科技创新规划(2021-2025年)", "Plan"),
        ("实行“链长制”", "链长制", "Mechanism"),
        ("推出“银杉十条”", "银杉十条", "PolicyPackage"),
        ("推出“兰易贷”", "兰易贷", "FinancialProduct"),
        ("引进国家级孵化器“启明星”", "启明星", "Incubator"),
        ("实施“未来”行动", "未来", "Programme"),
        ("实施“未来计划”", "未来计划", "Programme"),
        ("推出“未来”计划", "未来", "Programme"),
        ("印发《未来计划》", "未来计划", "Plan"),
        ("形成“一核两翼三带”", "一核两翼三带", "Strategy"),
        ("构建“银杉引领、蓝鲸支撑”格局", "银杉引领、蓝鲸支撑", "Strategy"),
    ],
)
def test_the_class_of_a_quoted_name(text: str, name: str, cls: str) -> None:
    assert quoted(text) == {name: cls}


@pytest.mark.parametrize(
    "text",
    [
        "他说“我们很高兴。”",
        "真正的“大考”来了",
        "获得《兰陵日报》好评",
        "“科技”很重要",
        "“平台”",
    ],
)
def test_other_quotes_are_left_alone(text: str) -> None:
    assert quoted(text) == {}


def test_quotes_side_by_side_share_the_class_noun_of_their_list() -> None:
    found = quoted("建成“天光”“海眼”和“地听”等大科学装置")
    assert found == dict.fromkeys(["天光", "海眼", "地听"], "ScienceFacility")


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        ("等企业", "Enterprise"),
        ("等5家知名企业", "Enterprise"),
        ("”等孵化器", "Incubator"),
        ("等高校", "University"),
    ],
)
def test_a_list_ends_in_the_class_of_its_items(text: str, cls: str) -> None:
    cue = list_class(text, 0)
    assert cue is not None
    assert cue.signals == cls


@pytest.mark.parametrize("text", ["企业", "等,企业", "等各方面都有进步的很多很多很多很多企业", ""])
def test_no_class_without_a_list_end_and_a_near_noun(text: str) -> None:
    assert list_class(text, 0) is None


def test_what_is_carried_out_under_a_name_is_a_way_of_working() -> None:
    stages = read_stages("云溪市率先推行“工业上楼”，成效明显。他说“效果很好”。")
    assert stages.names["工业上楼"] == "Mechanism"
    assert "效果很好" not in stages.names


def test_a_count_in_quotes_is_no_name() -> None:
    assert "2+3+5" not in read_stages("推进区委“2+3+5”工作机制落地。").names


def test_a_handbook_is_a_document_in_title_marks_only() -> None:
    stages = read_stages("云溪市发布《云溪水质蓝皮书》，把“政策手册”送到企业。")
    assert stages.names["云溪水质蓝皮书"] == "PolicyDocument"
    assert "政策手册" not in stages.names


def test_two_clauses_in_quotes_name_nothing() -> None:
    assert quoted("实现“研发在校园、转化在园区”。") == {}


def test_other_things_before_a_word_for_companies_are_none() -> None:
    for text in ("甲、乙等部门上门为企业服务", "甲、乙等企业家发言", "甲、乙等走访企业"):
        assert list_class(text, text.index("等")) is None


def test_a_quote_that_counts_aims_names_nothing() -> None:
    assert "五个中心" not in read_stages("云溪市加快“五个中心”建设。").names


def test_words_of_praise_before_a_head_noun_name_nothing() -> None:
    assert quoted("建设“国内领先、世界一流”大学") == {}
