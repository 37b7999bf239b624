"""Items of lists: their heads, and the label that holds for them."""

from __future__ import annotations

import pytest

from sources.item import Item, itemize
from sources.segment import segment
from tests.sources.conftest import document


def rows(text: str) -> list[tuple[list[str], str | None]]:
    """The heads of each item, and the rung of the label over it."""
    layout = segment(document("云溪市项目清单\n" + text))
    found: list[Item] = [item for items in itemize(layout).values() for item in items]
    return [
        (
            [layout.shadow[start:end] for start, end in item.heads],
            item.label.rung if item.label is not None else None,
        )
        for item in found
    ]


SITE = "underConstruction"


@pytest.mark.parametrize(
    "text",
    [
        "【开工项目】\n1.银杉中心。投资2亿元。\n2.滦安园区。投资3亿元。",
        "开工项目：\n（1）银杉中心，投资2亿元；\n（2）滦安园区，投资3亿元。",
        "一、新开工项目\n（一）银杉中心。投资2亿元。\n（二）滦安园区。投资3亿元。",
        "▍开工一批（2个，5亿元）\n银杉中心，投资2亿元；滦安园区，投资3亿元。",
        "◆在建\n● 银杉中心：投资2亿元。\n● 滦安园区：投资3亿元。",
        "【興建中項目】\n①银杉中心——投資2億元\n②滦安园区——投資3億元",
        "在建项目\n银杉中心　|　北区　|　2亿元\n滦安园区　|　南区　|　3亿元",
    ],
)
def test_a_label_holds_for_the_rows_below_it(text: str) -> None:
    assert rows(text) == [(["银杉中心"], SITE), (["滦安园区"], SITE)]


def test_a_label_stands_before_its_items_on_their_line() -> None:
    text = "已投用：银杉中心（滦安县）、青石基地（黛山区）。\n在建：松河院，投资2亿元；柏溪馆。"
    assert rows(text) == [
        (["银杉中心", "青石基地"], "operational"),
        (["松河院"], SITE),
        (["柏溪馆"], SITE),
    ]


@pytest.mark.parametrize(
    ("between", "rung"),
    [
        ("【投用平台】\n", "operational"),
        ("【专家点评】\n", None),
        ("二、下一步工作\n全市加快推进。\n", None),
        ("补充一句，天气很好。\n", "underConstruction"),
    ],
)
def test_a_label_ends_at_the_next_heading(between: str, rung: str | None) -> None:
    text = "【开工项目】\n1.银杉中心。投资2亿元。\n" + between + "2.滦安园区。投资3亿元。"
    assert rows(text)[-1] == (["滦安园区"], rung)


def test_rows_without_a_mark_end_their_heads_alike() -> None:
    text = "◆在建\n银杉中心：投资2亿元。\n滦安园区，是老园区。\n柏溪馆：投资3亿元。"
    assert rows(text) == [(["银杉中心"], SITE), (["柏溪馆"], None)]


def test_words_around_the_heads_are_no_part_of_them() -> None:
    text = "投用项目：含银杉中心、西部（云溪）科学城等。"
    assert rows(text) == [(["银杉中心", "西部(云溪)科学城"], "operational")]


def test_a_name_alone_before_a_full_stop_heads_its_paragraph() -> None:
    assert rows("银杉科学城。位于云溪市，面积42平方公里。") == [(["银杉科学城"], None)]
