"""Where names end: before a place in brackets, behind works, with the head of an item."""

from __future__ import annotations

import pytest

from tests.sources.conftest import read_text

TITLE = "云溪市项目清单\n"


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("银杉实验室二期工程开工。", "银杉实验室二期工程", "Project"),
        ("青石检测中心迁建工程由黛山大学建设。", "青石检测中心迁建工程", "Project"),
        ("云溪市设立银杉科技园产业基金。", "银杉科技园产业基金", "Fund"),
    ],
)
def test_a_name_goes_on_over_works(text: str, name: str, cls: str) -> None:
    assert read_text(text).types[name] == cls


def test_a_noun_behind_the_works_leaves_the_name_alone() -> None:
    types = read_text("银杉实验室迁建工程可行性报告通过评审。").types
    assert types["银杉实验室"] == "Laboratory"


@pytest.mark.parametrize(
    ("head", "cls"),
    [
        ("银杉生物公司总部", "Project"),
        ("银杉科技园国际人才社区", "Project"),
        ("云溪科技馆与青少年创客中心", "Project"),
        ("“潮起”加速器", "Incubator"),
    ],
)
def test_the_head_of_an_item_under_a_label_is_a_name(head: str, cls: str) -> None:
    text = TITLE + f"【开工项目】\n1.{head}。总投资2亿元。\n"
    assert read_text(text).types[head] == cls


@pytest.mark.parametrize(
    ("name", "cls"),
    [
        ("银杉产业园二期", "IndustrialPark"),
        ("银杉产业园二期工程", "Project"),
        ("银杉实验室二期", "Project"),
        ("银杉生物公司二期", "Project"),
    ],
)
def test_only_a_bare_stage_of_a_park_is_a_park(name: str, cls: str) -> None:
    assert read_text(TITLE + f"【开工项目】\n1.{name}。总投资2亿元。\n").types[name] == cls


def test_a_head_that_tells_a_deed_is_no_name() -> None:
    text = TITLE + "【开工项目】\n1.完成银杉实验室选址工作。总投资2亿元。\n"
    assert not any("选址" in name for name in read_text(text).types)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("滦安创新中心（南陵县）投用。", {"滦安创新中心", "南陵县"}),
        ("哈尔滨工业大学（深圳）投用。", {"哈尔滨工业大学（深圳）"}),
        ("西部（重庆）科学城投用。", {"西部（重庆）科学城"}),
    ],
)
def test_only_a_division_written_out_ends_a_name(text: str, names: set[str]) -> None:
    assert names <= read_text(text).types.keys()


def test_a_label_is_no_name() -> None:
    types = read_text(TITLE + "【新开工项目】\n1.银杉科技园。总投资2亿元。\n").types
    assert "新开工项目" not in types


def test_in_a_list_of_names_the_other_heads_are_names() -> None:
    heads = ("银杉实验室", "青石研究院", "黛山产业园", "大型整车风洞")
    rows = "".join(f"（{at}）{head}——投资{at}亿元；\n" for at, head in enumerate(heads, 1))
    assert "大型整车风洞" in read_text(TITLE + rows).types
