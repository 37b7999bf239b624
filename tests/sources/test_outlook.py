import pytest

from sources.document import Document
from sources.extract import extract
from sources.outlook import look_ahead
from sources.segment import segment
from tests.sources.conftest import read_text


def test_a_short_line_puts_the_paragraphs_below_it_ahead() -> None:
    text = "去年工作。\n引进企业20家,新增岗位300个。\n今年安排。\n全年引进企业40家,添岗位50个。"
    layout = segment(Document("a", "", text, ""))
    assert look_ahead(layout)[-1]
    assert not look_ahead(layout)[1]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("银杉大学每年投入不少于600万元。", "asserted"),
        ("银杉大学三年投入不少于600万元。", "target"),
        ("云溪市年度计划投资52亿元。", "target"),
        ("滦安科技园计划总投资52亿元。", "asserted"),
        ("云溪市要把产值做到900亿元。", "target"),
        ("云溪市意向投资26亿元。", "hypothetical"),
        ("有消息称，云溪市引进企业30家。", "hypothetical"),
    ],
)
def test_what_is_only_promised_is_no_fact(text: str, modality: str) -> None:
    assert [s.modality for s in read_text(text).of("observation")] == [modality]


def test_a_heading_after_one_that_is_left_out_heads_its_parts() -> None:
    text = (
        "云溪市工作报告\n一、去年工作\n云溪市去年引进企业20家。\n二、今后五年的主要任务（略）\n"
        "三、2022年工作安排\n（一）聚力平台建设。云溪市引进企业30家，去年引进10家。"
    )
    found = extract(Document("a", "", text, "", published="2022-01-12")).statements
    numbers = {s.value.number: s.modality for s in found if s.value}
    assert numbers == {"20": "asserted", "30": "target", "10": "asserted"}


@pytest.mark.parametrize(
    ("opening", "ahead"),
    [
        ("滦安市代表团介绍，全市将从两个方面发力：", True),
        ("滦安市从两个方面发力，成效如下：", False),
    ],
)
def test_what_somebody_will_work_at_is_listed_behind_a_colon(opening: str, ahead: bool) -> None:
    text = f"{opening}\n一是优化布局，完善设施；\n二是引进企业20家；\n三是新增岗位300个。"
    assert look_ahead(segment(Document("a", "", text, "")))[-1] is ahead
