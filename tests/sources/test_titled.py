import pytest

from tests.sources.conftest import read_text

CHAPTERS = "\n一、总体目标\n到2025年，全市高新技术企业达到300家。\n二、重点任务\n建设银杉科创园。"


def test_the_title_of_a_printed_document_is_a_document() -> None:
    found = read_text("云溪市“十四五”科技创新规划（节选）\n全市有高校3所。")
    assert found.types["云溪市“十四五”科技创新规划"] == "Plan"


def test_chapters_make_a_text_a_document_without_a_word_of_its_printing() -> None:
    title = "云溪市支持科技创新若干措施（试行）"
    assert read_text(title + CHAPTERS).types[title] == "PolicyDocument"


def test_the_area_that_opens_the_title_is_whom_the_whole_area_means() -> None:
    found = read_text("云溪市“十四五”科技创新规划" + CHAPTERS)
    assert [(s.subject.name, s.modality) for s in found.of("observation")] == [("云溪市", "target")]


@pytest.mark.parametrize(
    "title",
    [
        "云溪市出台科技创新行动方案",
        "云溪市重点科技产业项目清单",
        "云溪市科技创新规划，怎么看",
        "云溪市政府工作报告（节选）",
    ],
)
def test_a_headline_that_tells_of_a_document_or_heads_a_list_is_none(title: str) -> None:
    kinds = set(read_text(title + CHAPTERS).types.values())
    assert kinds.isdisjoint({"Plan", "PolicyDocument"})


def test_the_title_of_a_notice_names_the_document_that_it_brings() -> None:
    found = read_text(
        "云溪市人民政府关于印发云溪市支持生物产业发展若干政策的通知\n各县人民政府：\n"
        "现将政策印发给你们，请认真贯彻执行。"
    )
    name = "云溪市支持生物产业发展若干政策"
    assert found.types[name] == "PolicyDocument"
    assert found.pairs("issuedBy") == {(name, "云溪市人民政府")}
    assert "云溪市科技计划" not in read_text("关于申报云溪市科技计划的通知\n各单位：").types
