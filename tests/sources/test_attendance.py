"""Attendance: guests of an event and others of its kind are no numbers of a body."""

from __future__ import annotations

import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "银杉研究院成立。专家学者和企业负责人等近200人参加成立大会。",
        "银杉实验室揭牌。目前，10家省实验室已集聚130多位院士。",
    ],
)
def test_who_comes_and_what_others_have_is_no_number_of_a_body(text: str) -> None:
    assert read_text(text).numbers == set()


def test_who_works_in_a_body_is_its_number() -> None:
    assert {name for name, *_ in read_text("银杉实验室现有科研人员120人。").numbers} == {
        "银杉实验室"
    }


def test_staff_who_take_part_in_no_gathering_are_no_guests() -> None:
    (found,) = read_text("青石科技有限公司有员工500人参加职工医保。").of("observation")
    assert found.value is not None
    assert found.value.number == "500"
