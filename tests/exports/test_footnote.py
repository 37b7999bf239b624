"""References and notes, by the rules of GB/T 7714-2015 and APA 7, as exact strings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.footnote import annotate, render, write
from graph.citation import Citation, Passage, Publication

ARTICLE = Publication(
    "https://w3id.org/onecity/article/a1", "江边立起一座科学城", "江城日报", "2021-05-09",
    ("李明", "王芳"),
)  # fmt: skip
ENGLISH = Publication("a2", "A city of science", "The River Times", "2021-05-09",
                      ("Ann B. Lee", "Wu, Jian"))  # fmt: skip
STATEMENT = Citation(
    "https://w3id.org/onecity/statement/aa01",
    ("江城大学", "位于", "江城科学城"),
    "asserted",
    "",
    (Passage(3, 8, "江城\n大学"), Passage(20, 24, "落户于此")),
    ARTICLE,
)


@pytest.mark.parametrize(
    ("style", "lang", "expected"),
    [
        ("gbt7714", "zh", "李明, 王芳. 江边立起一座科学城[N]. 江城日报, 2021-05-09."),
        ("gbt7714", "en", "李明, 王芳. 江边立起一座科学城[N]. 江城日报, 2021-05-09."),
        ("apa", "zh", "李明、王芳（2021年5月9日）。江边立起一座科学城。<i>江城日报</i>。"),
        ("apa", "en", "李明, & 王芳 (2021, May 9). 江边立起一座科学城. <i>江城日报</i>."),
    ],
)
def test_a_newspaper_article_is_named_by_the_rules_of_each_style(
    style: str, lang: str, expected: str
) -> None:
    assert write(ARTICLE, style, lang) == expected


@pytest.mark.parametrize(
    ("style", "lang", "expected"),
    [
        ("gbt7714", "en", "LEE A B, WU J. A city of science[N]. The River Times, 2021-05-09."),
        ("apa", "en", "Lee, A. B., & Wu, J. (2021, May 9). A city of science."
                      " <i>The River Times</i>."),
    ],
)  # fmt: skip
def test_latin_names_are_family_and_initials(style: str, lang: str, expected: str) -> None:
    assert write(ENGLISH, style, lang) == expected


@pytest.mark.parametrize(
    ("published", "gbt", "zh", "en"),
    [
        ("2021-05", "2021-05", "2021年5月", "2021, May"),
        ("2021", "2021", "2021", "2021"),
        ("", "[日期不详]", "无日期", "n.d."),
        ("去年春天", "去年春天", "去年春天", "去年春天"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(published: str, gbt: str, zh: str, en: str) -> None:
    article = replace(ARTICLE, published=published)
    assert write(article) == f"李明, 王芳. 江边立起一座科学城[N]. 江城日报, {gbt}."
    assert write(article, "apa", "zh").startswith(f"李明、王芳（{zh}）。")
    assert write(article, "apa", "en").startswith(f"李明, & 王芳 ({en}). ")


def test_without_an_author_the_title_leads() -> None:
    article = replace(ARTICLE, authors=())
    assert write(article) == "江边立起一座科学城[N]. 江城日报, 2021-05-09."
    assert write(article, "apa", "zh") == "江边立起一座科学城（2021年5月9日）。<i>江城日报</i>。"
    assert write(article, "apa", "en") == "江边立起一座科学城. (2021, May 9). <i>江城日报</i>."


def test_what_nobody_knows_is_said_or_left_out_as_the_style_wants() -> None:
    bare = Publication("a3")
    assert write(bare) == "[题名不详][Z]. [出版者不详], [日期不详]."
    assert write(bare, "gbt7714", "en") == "[no title][Z]. [s.n.], [n.d.]."
    assert write(bare, "apa", "zh") == "[无题名]（无日期）。"
    assert write(bare, "apa", "en") == "[Untitled]. (n.d.)."


def test_a_publisher_that_is_no_newspaper_is_another_kind_of_document() -> None:
    notice = replace(ARTICLE, publisher="江城科学城管委会", authors=())
    assert write(notice) == "江边立起一座科学城[Z]. 江城科学城管委会, 2021-05-09."


def test_many_authors_are_cut_where_the_style_cuts_them() -> None:
    four = replace(ARTICLE, authors=("甲", "乙", "丙", "丁"))
    assert write(four).startswith("甲, 乙, 丙, 等. ")
    assert write(four, "apa", "zh").startswith("甲、乙、丙、丁（2021年")
    latin = replace(ENGLISH, authors=("Ann Lee", "Bo Wu", "Cy Xu", "Di Yu"))
    assert write(latin).startswith("LEE A, WU B, XU C, et al. ")
    many = replace(ARTICLE, authors=tuple(map(str, range(1, 23))))
    assert write(many, "apa", "en").startswith("1, 2, 3,")
    assert ", 19, . . . 22 (2021, May 9)." in write(many, "apa", "en")
    assert "、19……22（2021年" in write(many, "apa", "zh")
    twenty = replace(ARTICLE, authors=tuple(map(str, range(1, 21))))
    assert ", 19, & 20 (2021, May 9)." in write(twenty, "apa", "en")


def test_a_title_with_its_own_stop_gets_no_second() -> None:
    asked = replace(ARTICLE, title="科学城建好了吗？")
    told = "李明、王芳（2021年5月9日）。科学城建好了吗？<i>江城日报</i>。"
    assert write(asked, "apa", "zh") == told
    assert write(asked) == "李明, 王芳. 科学城建好了吗？[N]. 江城日报, 2021-05-09."


def test_a_note_quotes_the_words_with_their_place_and_the_statement() -> None:
    assert annotate(STATEMENT) == (
        "李明, 王芳. 江边立起一座科学城[N]. 江城日报, 2021-05-09."
        " 原文：“江城 大学”[3–8]，“落户于此”[20–24]. https://w3id.org/onecity/statement/aa01"
    )
    assert annotate(STATEMENT, "apa", "en") == (
        "李明, & 王芳 (2021, May 9). 江边立起一座科学城. <i>江城日报</i>."
        " Original: “江城 大学” (characters 3–8), “落户于此” (characters 20–24)."
        " https://w3id.org/onecity/statement/aa01"
    )


def test_notes_are_numbered_under_their_facts_and_say_who_means_what() -> None:
    hoped = replace(STATEMENT, modality="target", speaker="李明")
    lines = render([STATEMENT, hoped]).splitlines()
    assert lines[0] == "[1] 江城大学 位于 江城科学城"
    assert lines[1] == "    " + annotate(STATEMENT)
    assert lines[2] == "[2] 江城大学 位于 江城科学城 (目标, 李明)"
    assert render([STATEMENT], part="notes") == f"[1] {annotate(STATEMENT)}\n"


def test_references_name_each_article_once() -> None:
    other = replace(STATEMENT, iri="b", publication=ENGLISH)
    assert render([STATEMENT, other, STATEMENT], "apa", "en", part="references").splitlines() == [
        "[1] 李明, & 王芳 (2021, May 9). 江边立起一座科学城. 江城日报.",
        "[2] Lee, A. B., & Wu, J. (2021, May 9). A city of science. The River Times.",
    ]
    assert render([]) == "\n"


def test_markdown_has_footnotes_and_italics() -> None:
    assert render([STATEMENT], "apa", "zh", markdown=True) == (
        "江城大学 位于 江城科学城[^1]\n\n"
        "[^1]: 李明、王芳（2021年5月9日）。江边立起一座科学城。*江城日报*。"
        "原文：“江城 大学”（字符 3–8），“落户于此”（字符 20–24）。"
        "https://w3id.org/onecity/statement/aa01\n"
    )
