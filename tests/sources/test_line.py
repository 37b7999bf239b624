import pytest

from sources.heading import run_in_heading
from sources.line import Line, heading_rank, is_date_line, is_sentence, label_end, lines, width


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("第一编 总则", 1),
        ("第二章 目标", 2),
        ("第三节 布局", 3),
        ("一、总体要求", 4),
        ("(一)近期", 5),
        ("1.平台", 6),
        ("1.2 平台", 6),
        ("(1)平台", 7),
        ("①平台", 8),
        ("一是平台", 0),
        ("1.5亿元", 0),
        ("2021年平台", 0),
    ],
)
def test_numbers_of_headings_have_ranks(text: str, rank: int) -> None:
    assert heading_rank(text)[0] == rank


def test_width_counts_two_latin_signs_as_one() -> None:
    assert (width("科学城"), width("abcd"), width("科ab")) == (3, 2, 2)


def test_running_text_is_known_by_its_marks() -> None:
    assert is_sentence("开工。") and is_sentence("“开工!”") and is_sentence("开工。项目")
    assert not is_sentence("做亮科学城这张名片") and not is_sentence("国家(重庆)")


def test_date_lines_hold_little_else() -> None:
    assert is_date_line("2021年5月23日 08:30") and is_date_line("渝州日报 2021-05-23 星期日")
    assert not is_date_line("5月23日") and not is_date_line(
        "到2025年科学城建成国家创新中心和示范基地"
    )


def test_labels_end_where_their_text_begins() -> None:
    assert label_end("摘要:科技", "AbstractStart") == 3
    assert label_end("【导读】科技", "AbstractStart") == 4
    assert label_end("摘要写得好", "AbstractStart") is None


def test_lines_leave_out_white_space_and_marks() -> None:
    found = list(lines(" ## 产业 \r\n\r\n\t> 引言\n**要点**\n"))
    assert [(line.text, line.rank) for line in found] == [("产业", -5), ("引言", 0), ("要点", 0)]


def test_a_numbered_paragraph_carries_its_heading() -> None:
    line = Line(10, 40, "(一)建设平台。到2025年,建成3个。", "body", 5)
    assert run_in_heading(line) == (10, 17)
    assert run_in_heading(Line(0, 30, "(一)到2025年,建成。再建。", "body", 5)) is None
    assert run_in_heading(Line(0, 30, "(一)建设平台。", "body", 5)) is None
