"""What a heading or sentence says of a list holds for each of its rows, if they do not differ."""

from __future__ import annotations

import pytest

from tests.sources.conftest import read_text

LEAD = "云溪市二季度集中开工\n6月12日，云溪市举行集中开工活动。本次开工的项目有：\n"
SITE = "underConstruction"


def rungs(text: str) -> dict[str, str]:
    """The thing of each asserted status, and its rung."""
    return {
        name: rung for name, rung, modality in read_text(text).statuses if modality == "asserted"
    }


@pytest.mark.parametrize(
    "rows",
    [
        "1.银杉电池产业园。总投资9亿元。\n2.松河工程研究中心。总投资2亿元。\n",
        "——银杉电池产业园，总投资9亿元。\n——松河工程研究中心，总投资2亿元。\n",
        "【鹿鸣县】银杉电池产业园，总投资9亿元。\n【檀溪县】松河工程研究中心，总投资2亿元。\n",
        "银杉电池产业园，总投资9亿元。\n松河工程研究中心，总投资2亿元。\n",
    ],
)
def test_rows_stand_as_the_sentence_above_them_says(rows: str) -> None:
    assert rungs(LEAD + rows) == {"银杉电池产业园": SITE, "松河工程研究中心": SITE}


def test_a_row_of_an_unknown_thing_does_not_end_the_list() -> None:
    rows = "1.某处。总投资9亿元。\n2.松河工程研究中心。总投资2亿元。\n"
    assert rungs(LEAD + rows) == {"松河工程研究中心": SITE}


def test_items_of_one_sentence_stand_as_it_says() -> None:
    text = "此次签约的项目分别是：银杉电池产业园，投资9亿元；松河工程研究中心，投资2亿元。"
    assert rungs(text) == {"银杉电池产业园": "signed", "松河工程研究中心": "signed"}


def test_what_a_row_says_itself_outranks_the_list() -> None:
    rows = "1.银杉电池产业园竣工。\n2.松河工程研究中心尚未开工。\n"
    assert rungs(LEAD + rows) == {"银杉电池产业园": "completed"}


@pytest.mark.parametrize(
    "text",
    [
        "云溪市项目介绍\n以下项目值得关注：\n1.银杉电池产业园。总投资9亿元。\n",
        "下一步计划开工的项目有：\n1.银杉电池产业园。总投资9亿元。\n",
        LEAD + "1.某处。\n记者走访了各县。\n银杉电池产业园，总投资9亿元。\n",
    ],
)
def test_without_such_a_sentence_nothing_is_said(text: str) -> None:
    assert SITE not in rungs(text).values()


def test_a_batch_names_its_things_in_the_next_clause() -> None:
    text = "活动分两批：签约一批，银杉电池产业园等5个；开工一批，松河工程研究中心等9个，投资2亿元。"
    assert rungs(text) == {"银杉电池产业园": "signed", "松河工程研究中心": SITE}


def test_a_list_behind_a_colon_may_hold_several_things() -> None:
    text = "本次签约的项目有：银杉电池产业园、松河工程研究中心。"
    assert rungs(text) == {"银杉电池产业园": "signed", "松河工程研究中心": "signed"}


BATCH = "开工一批，银杉电池产业园、松河工程研究中心等9个项目。"


@pytest.mark.parametrize("lead", ["2099年，", "下一步，", "今年力争，", "三、下一步重点任务\n"])
def test_a_batch_that_lies_ahead_has_not_begun(lead: str) -> None:
    assert rungs(BATCH) == {"银杉电池产业园": SITE, "松河工程研究中心": SITE}
    assert rungs(lead + BATCH) == {}


def test_a_batch_that_is_halted_is_not_being_built() -> None:
    assert rungs("停工一批，银杉电池产业园等9个项目。") == {}


def test_what_a_batch_leaves_out_has_not_begun() -> None:
    assert rungs("开工一批，除银杉电池产业园外，松河工程研究中心等9个项目。") == {}


def test_what_a_row_goes_on_to_tell_holds_for_no_other() -> None:
    rows = (
        "——银杉电池产业园。总投资9亿元。项目一期已于去年投产。\n——松河工程研究中心。总投资2亿元。"
    )
    found = rungs("云溪市项目介绍\n今年安排重点项目10个，主要包括：\n" + rows)
    assert "松河工程研究中心" not in found


def test_a_label_stands_over_the_rows_up_to_the_next() -> None:
    text = (
        "云溪市举行集中签约仪式。本次签约和开工的部分项目如下：\n【签约项目】\n"
        "1．甲子铜箔项目。总投资78亿元。\n【开工项目】\n■云溪高新区　9个\n"
        "银杉甲醇项目，总投资62亿元。\n其他：\n3．兰陵电池项目，总投资5亿元。"
    )
    rungs = {(name, rung) for name, rung, _ in read_text(text).statuses}
    assert ("甲子铜箔项目", "signed") in rungs
    assert ("银杉甲醇项目", "underConstruction") in rungs
    assert not any(name == "兰陵电池项目" for name, _ in rungs)
