from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.date import dates
from sources.document import Document
from sources.quantity import quantities
from sources.read import read
from sources.segment import Layout, segment

ARTICLE = Path(__file__).parents[2] / "sources" / "articles" / "chongqing-roundtable.txt"


def _layout(text: str, title: str = "") -> Layout:
    return segment(Document("a", "a.txt", text, "", title=title))


def _kinds(text: str, title: str = "") -> list[tuple[str, str]]:
    layout = _layout(text, title)
    return [(p.kind, layout.shadow[p.start : p.end]) for p in layout.paragraphs]


@cache
def _shipped() -> Layout:
    return segment(read(ARTICLE))


def _said(kind: str) -> list[str]:
    layout = _shipped()
    return [layout.shadow[p.start : p.end] for p in layout.paragraphs if p.kind == kind]


def test_the_shipped_article_falls_into_its_parts() -> None:
    layout = _shipped()
    assert _said("title") == ["科创平台加速建设 集聚创新资源形成合力"]
    assert _said("caption") == [
        *("1.jpg", "肖庆华", "2.jpg", "王茂春", "3.jpg", "明炬", "4.jpg", "卢红")
    ]
    assert _said("byline") == ["重庆日报作者 : 李星婷 白麟", "主持记者:李星婷 白麟"]
    assert _said("guest")[0] == "荣昌区委书记 卢红" and len(_said("guest")) == 4
    assert _said("source") == ["来源:重庆日报"]
    assert _said("noise")[0].startswith("重庆大学| 主页焦点") and len(_said("noise")) == 5
    assert [len(section.heading) for section in layout.sections] == [1, 2, 2, 2, 2]
    headings = [[layout.shadow[a:b] for a, b in s.heading] for s in layout.sections]
    assert headings[4] == ["依托国家高新区农牧特色优势", "荣昌全力推进高层次创新平台建设"]
    assert len(_said("body")) == 27


def test_summaries_said_again_further_on_are_abstracts_and_others_leads() -> None:
    assert [text[:6] for text in _said("abstract")] == [
        "市委五届十次",
        "重庆经开区将",
        "荣昌正探索建",
    ]
    assert [text[:6] for text in _said("lead")] == [
        *("市委五届十次", "如何集聚创新", "科学城将在科", "重庆大学将进")
    ]


def test_full_width_and_half_width_forms_have_one_layout_and_one_set_of_facts() -> None:
    text = ARTICLE.read_text("utf-8")
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    assert wide != text
    narrow_layout, wide_layout = _layout(text), _layout(wide)
    assert narrow_layout == wide_layout
    assert quantities(wide_layout.shadow) == quantities(narrow_layout.shadow)
    assert dates(wide_layout.shadow, published="2021-05") == dates(
        narrow_layout.shadow, published="2021-05"
    )


def test_traditional_characters_have_the_layout_of_simplified_ones() -> None:
    rows = files("ontology").joinpath("lexicon", "traditional.tsv").read_text("utf-8").splitlines()
    table = {ord(row[2]): row[0] for row in rows if len(row) == 3}
    text = ARTICLE.read_text("utf-8")
    traditional = text.translate(table)
    assert sum(a != b for a, b in zip(text, traditional, strict=True)) > 1000
    assert _layout(traditional) == _layout(text)


def test_numbers_of_the_shipped_article() -> None:
    shadow = _shipped().shadow
    found = {q.text: (q.number, q.unit, q.approximator) for q in quantities(shadow)}
    assert found["1689亿元"] == ("168900000000", "CNY", None)
    assert found["约8.7平方公里"] == ("8700000", "M2", "about")
    assert found["近7倍"] == ("7", "MULTIPLE", "nearly")
    assert found["30余项"] == ("30", "NUM", "over")
    assert found["70%"] == ("0.70", "FRACTION", None)
    assert len(quantities(shadow)) == 29


def test_numbered_headings_nest_by_their_style() -> None:
    layout = _layout(
        "规划\n第一章 目标\n一、总体要求\n发展要快。\n(一)近期\n到2025年建成。\n"
        "二、布局\n(一)建强平台。建设3个实验室。\n第二章 组织\n由科技局牵头。\n"
    )
    shape = [(s.level, s.parent, layout.shadow[slice(*s.heading[0])]) for s in layout.sections]
    assert shape == [
        (0, None, "规划"),
        (1, 0, "第一章 目标"),
        (2, 1, "一、总体要求"),
        (3, 2, "(一)近期"),
        (2, 1, "二、布局"),
        (3, 4, "(一)建强平台"),
        (1, 0, "第二章 组织"),
    ]
    ends = [section.end for section in layout.sections]
    assert ends == [section.start for section in layout.sections[1:]] + [len(layout.shadow)]


def test_markdown_marks_are_not_part_of_the_text() -> None:
    assert _kinds("# 科学城开工\n\n## 项目\n\n- 引进**3个**项目。\n\n![图](a.png)\n") == [
        ("title", "科学城开工"),
        ("heading", "项目"),
        ("body", "引进**3个**项目。"),
        ("caption", "![图](a.png)"),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("首页 > 新闻中心 > 要闻 > 正文", "noise"),
        ("登录 | 注册 | 无障碍浏览 | 手机版", "noise"),
        ("阅读：0", "noise"),
        ("分享到：微信 微博", "noise"),
        ("第03版：要闻", "noise"),
        ("- 3 -", "noise"),
        ("版权所有 © 2021 某某网", "noise"),
        ("上一篇：周末去哪儿", "noise"),
        ("渝ICP备12345678号", "noise"),
        ("责任编辑：李娜", "byline"),
        ("2021-05-23 08:15  来源：滇中新闻网  作者：普丽华", "byline"),
        ("2023年06月01日  星期四", "byline"),
        ("本报记者 李星婷 白麟", "byline"),
        ("漳政办规〔2024〕6号", "byline"),
        ("来源：重庆日报", "source"),
        ("DSC_001.JPG", "caption"),
        ("图为园区全景。", "caption"),
        ("园区全景。记者 张三 摄", "caption"),
        ("科学城引进3个项目。", "body"),
    ],
)
def test_lines_are_known_by_their_looks(line: str, kind: str) -> None:
    found = _kinds(f"科学城开工\n科学城昨日开工。\n{line}\n科学城明日竣工。\n")
    assert [kind for kind, _ in found] == ["title", "body", kind, "body"]


def test_links_to_other_articles_are_noise_up_to_the_next_text() -> None:
    found = _kinds("开工\n科学城开工。\n相关阅读\n某区揭牌\n某市签约\n科学城竣工。\n")
    assert [kind for kind, _ in found] == ["title", "body", "noise", "noise", "noise", "body"]


def test_contents_are_noise_and_come_back_as_headings() -> None:
    found = _kinds("规划\n目录\n一、目标 1\n二、布局 3\n一、目标\n要快。\n二、布局\n要好。\n")
    assert [kind for kind, _ in found] == [
        *("title", "noise", "noise", "noise", "heading", "body", "heading", "body")
    ]


def test_questions_of_an_interview_and_short_items_are_no_headings() -> None:
    found = _kinds(
        "对话\n周刊：进展如何？\n罗建成：很好。\n项目包括：\n甲园\n乙园\n丙园\n就这些。\n"
    )
    assert [kind for kind, _ in found] == ["title", *["body"] * 7]


def test_guests_in_either_order_and_with_spaced_names() -> None:
    text = (
        "圆桌\n嘉宾：\n某区委书记 卢 红\n明炬 某大学副校长\nHelen Zhou(周海伦) 某城主任\n开场。\n"
    )
    assert [kind for kind, _ in _kinds(text)] == ["title", "noise", *["guest"] * 3, "body"]


def test_a_repeated_duty_in_every_section_of_a_plan_is_kept() -> None:
    text = "计划\n" + "".join(f"{n}、任务{n}\n建设平台。\n责任单位:市科技局。\n" for n in "一二三")
    assert sum(kind == "body" for kind, _ in _kinds(text)) == 6


def test_the_title_of_the_sidecar_finds_its_line() -> None:
    assert _kinds("肩题在上\n科学城开工\n开工了。\n", "科学城开工")[1] == ("title", "科学城开工")


def test_a_text_without_headings_is_one_section() -> None:
    layout = _layout("科学城今天开工。\n共3个项目。\n")
    assert [p.kind for p in layout.paragraphs] == ["body", "body"]
    assert len(layout.sections) == 1 and layout.sections[0].heading == ()


def test_nothing_to_read_gives_an_empty_layout() -> None:
    layout = _layout("\n \n")
    assert (layout.paragraphs, layout.sentences, len(layout.sections)) == ((), (), 1)


_WORDS = st.sampled_from(
    [
        *"一二,。!?:;()“”‘’\n\n\r#>-*1. ",
        "摘要\n",
        "嘉宾:\n",
        "目录\n",
        "a.jpg\n",
        "第一章 ",
        "来源:",
    ]
)


@settings(deadline=None)
@given(st.lists(st.one_of(_WORDS, st.text(max_size=5)), max_size=60).map("".join))
def test_any_text_has_an_ordered_layout(text: str) -> None:
    layout = _layout(text)
    assert len(layout.shadow) == len(text)
    last = 0
    for paragraph in layout.paragraphs:
        assert last <= paragraph.start < paragraph.end <= len(text)
        section = layout.sections[paragraph.section]
        assert section.start <= paragraph.start and paragraph.end <= section.end
        last = paragraph.end
    last = 0
    for sentence in layout.sentences:
        paragraph = layout.paragraphs[sentence.paragraph]
        assert max(last, paragraph.start) <= sentence.start < sentence.end <= paragraph.end
        assert sentence.clauses and sentence.clauses[0][0] == sentence.start
        last = sentence.end
    for section in layout.sections[1:]:
        assert section.parent is not None and section.parent < section.index
        assert section.level == layout.sections[section.parent].level + 1


def test_a_numbered_heading_with_a_year_is_no_byline() -> None:
    text = "科技工作报告\n一、2025年工作回顾\n引进项目30个。\n三、2026年工作安排\n再引进3个。"
    assert [kind for kind, _ in _kinds(text)] == ["title", "heading", "body", "heading", "body"]
