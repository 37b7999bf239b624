"""Rungs: what a status word says, and that a text leaves a thing at one rung."""

from __future__ import annotations

import pytest

from sources.draft import Draft
from sources.entity import Entity
from sources.extract import extract
from sources.rung import settle_rungs
from tests.sources.conftest import document, read_text

PARK, LAB = Entity("银杉科技园", "Park"), Entity("云溪实验室", "Laboratory")


def status(
    thing: Entity, rung: str, modality: str = "asserted", chance: float | None = None
) -> Draft:
    return Draft(
        thing, "hasStatus", None, "trigger/x", (), "explicit",
        name=rung, modality=modality, chance=chance,
    )  # fmt: skip


def test_the_highest_rung_is_where_a_thing_stands() -> None:
    drafts = [status(PARK, "approved"), status(PARK, "operational"), status(LAB, "planned")]
    assert settle_rungs(drafts) == drafts[1:]


def test_the_likeliest_rung_counts_where_models_weighed_them() -> None:
    drafts = [status(PARK, "completed", chance=0.9), status(PARK, "closed", chance=0.5)]
    assert settle_rungs(drafts) == drafts[:1]


def test_goals_stay_beside_what_is_reached() -> None:
    drafts = [status(PARK, "underConstruction"), status(PARK, "completed", "target")]
    assert settle_rungs(drafts) == drafts


def test_a_denial_of_another_word_is_not_taken_over() -> None:
    found = read_text("银杉科技园因迟迟未动工被终止。").statuses
    assert ("银杉科技园", "closed", "asserted") in found


def test_building_that_shall_begin_is_planned() -> None:
    assert read_text("云溪市明年将启动建设银杉科技园。").statuses == {
        ("银杉科技园", "planned", "asserted")
    }


def test_what_goes_on_in_the_next_clause_lies_ahead_too() -> None:
    found = read_text("云溪市将设立蓝鲸基金,并开工建设银杉科技园。").statuses
    assert ("银杉科技园", "planned", "asserted") in found
    assert ("银杉科技园", "underConstruction", "asserted") not in found


@pytest.mark.parametrize(
    ("text", "rung", "modality"),
    [
        ("今年任务清单：银杉科技园投用。", "operational", "target"),
        ("今年任务清单：银杉科技园开工。", "planned", "asserted"),
        ("今年任务清单：银杉科技园已投用。", "operational", "asserted"),
        ("今年任务清单：银杉科技园正在施工。", "underConstruction", "asserted"),
        ("明年9月，银杉科技园就会投用。", "operational", "target"),
        ("银杉科技园年底竣工。", "completed", "target"),
        ("银杉科技园去年底竣工。", "completed", "asserted"),
        ("银杉科技园预计通过初步设计评审。", "design", "target"),
    ],
)
def test_what_lies_ahead_is_no_fact(text: str, rung: str, modality: str) -> None:
    assert read_text(text).statuses == {("银杉科技园", rung, modality)}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("青岚产业园建成后,将新增就业3000人。", "target"),
        ("青岚产业园已经投用了吗?", "hypothetical"),
        ("为防止青岚产业园关停,市里给了补贴。", "hypothetical"),
        ("青岚产业园必须年底前投用。", "target"),
    ],
)
def test_what_is_asked_for_ahead_or_kept_off_is_no_fact(text: str, modality: str) -> None:
    assert {s.modality for s in read_text(text).of("hasStatus")} == {modality}


def test_what_a_thing_made_or_does_is_not_the_thing() -> None:
    found = extract(document("青岚研究院研制的设备通过验收。"), learned=False).statements
    assert "hasStatus" not in {statement.predicate for statement in found}


def test_what_is_near_is_not_there() -> None:
    assert read_text("滦安科技园开园在即。").statuses == {("滦安科技园", "operational", "target")}


def test_a_day_without_a_year_before_a_bare_word_lies_ahead() -> None:
    assert read_text("银杉科技园春节后正式启用。").statuses == {
        ("银杉科技园", "operational", "target")
    }
    assert read_text("银杉科技园去年春节后启用。").statuses == {
        ("银杉科技园", "operational", "asserted")
    }


def test_a_step_of_work_is_no_day_of_the_year() -> None:
    assert read_text("银杉科技园过了调试环节后启用。").statuses == {
        ("银杉科技园", "operational", "asserted")
    }


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("银杉科技园只等月底开门迎客。", "target"),
        ("银杉科技园3月底开门迎客。", "asserted"),
        ("2023年小目标：银杉储能平台完成立项。", "target"),
        ("银杉储能平台完成立项。", "asserted"),
        ("银杉科技园定于下月开园。", "target"),
        ("银杉科技园名称确定于3月，昨日开园。", "asserted"),
        ("银杉科技园超预期完成立项。", "asserted"),
    ],
)
def test_the_end_of_this_month_and_a_list_of_goals_lie_ahead(text: str, modality: str) -> None:
    assert {found for _, _, found in read_text(text).statuses} == {modality}


def test_who_sees_to_it_stands_outside_of_names() -> None:
    assert read_text("《银杉市促进创新条例》昨日正式实施。").statuses == {
        ("银杉市促进创新条例", "operational", "asserted")
    }
    assert read_text("推动银杉科技园年内开工建设。").statuses == {
        ("银杉科技园", "underConstruction", "target")
    }
