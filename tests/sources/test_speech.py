import pytest

from tests.sources.conftest import read_text

SAYS = "云溪市副市长方亦舟"


@pytest.mark.parametrize(
    "text",
    [
        f"{SAYS}介绍，云溪市引进项目30个。",
        f"“云溪市引进项目30个。”{SAYS}说。",
        f"{SAYS}说：“云溪市引进项目30个。”",
        f"{SAYS}在接受采访时表示，云溪市引进项目30个。",
        f"{SAYS}出席。\n方亦舟：云溪市引进项目30个。",
    ],
)
def test_direct_and_reported_speech_has_a_speaker(text: str) -> None:
    (statement,) = read_text(text).of("observation")
    assert statement.speaker == "方亦舟"


@pytest.mark.parametrize(
    "text",
    [
        f"云溪市引进项目30个。{SAYS}介绍，情况很好。",
        f"{SAYS}出席。云溪市引进项目30个。",
        "“云溪市引进项目30个。”",
    ],
)
def test_outside_speech_nobody_speaks(text: str) -> None:
    (statement,) = read_text(text).of("observation")
    assert statement.speaker is None


def test_a_long_quotation_goes_on_over_its_sentences() -> None:
    text = f"{SAYS}说：“云溪市引进项目30个，这是一个很好的开始。云溪市建成学校20所。”"
    assert {s.speaker for s in read_text(text).of("observation")} == {"方亦舟"}


def test_a_line_of_an_interview_ends_with_the_line() -> None:
    text = f"{SAYS}出席。\n方亦舟：云溪市引进项目30个。\n云溪市建成学校20所。\n"
    assert [s.speaker for s in read_text(text).of("observation")] == ["方亦舟", None]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAYS}介绍，情况很好。云溪市引进项目30个。",
        f"{SAYS}摆了摆手：“没有的事，云溪市引进项目30个。”",
        f"{SAYS}出席。他透露，云溪市引进项目30个。",
        "方亦舟（云溪市副市长）：云溪市引进项目30个。",
        f"{SAYS}介绍了三点：\n一是云溪市引进项目30个。",
        f"{SAYS}接受了采访。\n问：情况如何？\n答：云溪市引进项目30个。",
    ],
)
def test_speech_goes_on_and_may_be_labelled_or_pointed_at(text: str) -> None:
    assert "方亦舟" in {s.speaker for s in read_text(text).of("observation")}


def test_lines_that_only_name_somebody_give_the_floor() -> None:
    text = (
        "座谈会发言摘登\n方亦舟（云溪市副市长）\n云溪市引进项目30个。\n也建了学校。\n"
        "孟云川（云溪大学校长）\n云溪市建成学校20所。\n【链接】云溪市建成医院5所。"
    )
    speakers = [s.speaker for s in read_text(text).of("observation")]
    assert speakers == ["方亦舟", "孟云川", None]


def test_names_in_a_list_of_guests_do_not_speak() -> None:
    text = "座谈会\n方亦舟（云溪市副市长）\n孟云川（云溪大学校长）\n云溪市建成学校20所。"
    assert [s.speaker for s in read_text(text).of("observation")] == [None]


def test_who_reports_to_an_assembly_says_it_all() -> None:
    text = "政府工作报告\n市长　方亦舟\n各位代表：\n云溪市引进项目30个。\n云溪市建成学校20所。"
    assert [s.speaker for s in read_text(text).of("observation")] == ["方亦舟", "方亦舟"]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAYS}算了一笔账：云溪市引进项目30个。",
        f"在{SAYS}看来，云溪市引进项目30个。",
        f"{SAYS}（兼任云溪大学理事会的名誉理事长）说，云溪市引进项目30个。",
        f"{SAYS}说：“情况很好。\n“云溪市引进项目30个。”",
        f"{SAYS}说：“喊‘快’不如做。”\n“云溪市引进项目30个。”",
        f"{SAYS}说：“我们叫它“样板”，云溪市引进项目30个。”",
        f"{SAYS}接受了采访。\n问：如何？\n方亦舟：很好。\n云溪市引进项目30个。\n问：还有呢？",
        f"问：如何？\n答（{SAYS}）：云溪市引进项目30个。",
    ],
)
def test_what_is_told_counted_or_quoted_further_on_is_said_too(text: str) -> None:
    assert [s.speaker for s in read_text(text).of("observation")] == ["方亦舟"]


def test_what_a_meeting_says_is_not_said_by_who_spoke_before() -> None:
    text = f"{SAYS}强调，要有耐心。会议明确，云溪市引进项目30个。"
    assert [s.speaker for s in read_text(text).of("observation")] == [None]


def test_a_turn_goes_on_while_somebody_speaks_of_himself() -> None:
    text = (
        f"{SAYS}与滦安市市长孟云对谈。\n方亦舟：先说平台。\n云溪市引进项目30个，我们很高兴。\n"
        "孟云：再说人才。\n云溪市建成学校20所。\n"
    )
    assert [s.speaker for s in read_text(text).of("observation")] == ["方亦舟", None]
