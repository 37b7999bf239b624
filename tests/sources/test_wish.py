import pytest

from sources.document import Document
from sources.extract import extract
from tests.sources.conftest import read_text


def modalities(text: str) -> list[tuple[str, str]]:
    found = read_text(text).of("observation")
    return sorted((s.value.text, s.modality) for s in found if s.value)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("银杉公司计划扩建产线，新增用房3万平方米。", "target"),
        ("银杉公司拟设博士站，首批引进专家12人。", "target"),
        ("银杉公司计划扩建，现有专家12人。", "asserted"),
        ("银杉公司已完成扩建，引进专家12人。", "asserted"),
    ],
)
def test_a_plan_told_before_reaches_the_counts_after_it(text: str, modality: str) -> None:
    assert {said for _, said in modalities(text)} == {modality}


def test_what_a_number_is_raised_from_is_a_fact() -> None:
    found = modalities("银杉公司将把专家由900人增加到1500人。")
    assert found == [("1500人", "target"), ("900人", "asserted")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("今年，云溪市要开工项目150个。", "target"),
        ("满租之后，滦安科技园年租金收入可达4000万元。", "target"),
        ("滦安科技园容亏率最高可达50%。", "asserted"),
        ("云溪市盼着明年企业达到40家。", "target"),
        ("云溪市的主要企业有150家。", "asserted"),
        ("云溪市全年共争取资金2亿元。", "asserted"),
        ("云溪市争取资金2亿元。", "target"),
        ("滦安科技园准备金余额3亿元。", "asserted"),
        ("云溪市未来科技城2021年引进企业40家。", "asserted"),
        ("滦安科技园计划内项目40个。", "asserted"),
        ("云溪市研发投入占比低于2.2%的预期。", "target"),
        ("滦安科技园座席规划8000个。", "target"),
        ("云溪市将为银杉公司提供6000平方米场地。", "target"),
    ],
)
def test_words_beside_a_number_tell_a_wish(text: str, modality: str) -> None:
    assert {said for _, said in modalities(text)} == {modality}


def test_what_of_a_goal_is_there_is_a_fact() -> None:
    found = modalities("银杉基金目标规模50亿元，首期认缴20亿元。")
    assert found == [("20亿元", "asserted"), ("50亿元", "target")]


def test_a_plan_holds_for_its_shares() -> None:
    found = modalities("银杉研究院计划五年投入10亿元，其中云溪市出资6亿元。")
    assert dict(found)["6亿元"] == "target"


def test_what_was_so_in_a_year_before_is_no_goal() -> None:
    found = modalities("银杉创新中心的目标是服务企业300家，2020年服务了企业120家。")
    assert found == [("120家", "asserted"), ("300家", "target")]


def test_a_plan_made_in_a_year_before_is_one() -> None:
    found = modalities("银杉创新中心2020年出台方案，力争引进企业300家，培育企业50家。")
    assert found == [("300家", "target"), ("50家", "target")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("滦安科技园全部达产后，年产值20亿元。", "target"),
        ("滦安科技园达产后年产值20亿元。", "target"),
        ("滦安科技园建成后，累计引进企业20家。", "asserted"),
        ("滦安科技园2019年建成后，年产值20亿元。", "asserted"),
    ],
)
def test_what_comes_once_a_thing_is_there_is_wished_for(text: str, modality: str) -> None:
    document = Document("a", "", text, "", published="2023-06-02")
    found = extract(document, learned=False).statements
    assert {s.modality for s in found if s.predicate == "observation"} == {modality}


def test_a_number_asked_of_somebody_is_a_goal() -> None:
    found = extract(Document("a", "", "鼓励云溪科学城实现产值800亿元。", "")).statements
    assert [s.modality for s in found if s.predicate == "observation"] == ["target"]
