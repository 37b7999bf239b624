"""Labels over lists: status words beside words that say what the items are, and nothing else."""

from __future__ import annotations

import pytest

from sources.fold import fold
from sources.label import read_label


def rung(text: str, *, marked: bool = False) -> str | None:
    """The rung that a line tells as a label."""
    label = read_label(fold(text), 0, len(text), marked)
    return label.rung if label is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【开工项目】", "underConstruction"),
        ("新开工项目（16个）", "underConstruction"),
        ("【已建成投用·3个】", "operational"),
        ("投用、揭牌平台：", "operational"),
        ("竣工项目", "completed"),
        ("签约项目：", "signed"),
        ("前期：", "planned"),
        ("【拟建项目】", "planned"),
        ("在建一批（40个，793亿元）：", "underConstruction"),
        ("【已啟用平台】", "operational"),
        ("【终止项目】", "closed"),
    ],
)
def test_a_label_tells_one_rung(text: str, expected: str) -> None:
    assert rung(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "【开工、竣工项目】",
        "【重点项目】",
        "【项目开工仪式】",
        "规划",
        "云溪市12个项目开工：",
        "【计划竣工项目】",
        "各分会场同步开工的项目还有以下这些，一起来看看吧：",
    ],
)
def test_other_lines_tell_none(text: str) -> None:
    assert rung(text) is None


def test_a_status_alone_is_a_label_where_a_sign_marks_it() -> None:
    assert [rung("在建"), rung("在建", marked=True)] == [None, "underConstruction"]


def test_a_label_knows_whether_its_items_are_projects() -> None:
    built = [read_label(text, 0, len(text)) for text in ("开工项目", "投用平台")]
    assert [label.built for label in built if label is not None] == [True, False]
