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
