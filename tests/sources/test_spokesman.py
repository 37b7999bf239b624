import pytest

from sources.mention import mention
from sources.parse import Parse, parse
from sources.segment import segment
from tests.sources.conftest import document, read_text

_TALK = (
    "云溪对话\n\n嘉宾\n\n云溪高新区党工委书记 方亦舟\n长丰县委书记 孟云\n\n"
    "方亦舟：我们去年引进企业42家。营业收入96亿元。\n\n"
    "园区设立了云溪天使基金，我们还要扩容。\n\n"
    "孟云：我们推出“长丰十条”。到2026年，全县研发投入强度达到3.2%。\n"
)


def _parse(text: str) -> Parse:
    layout = segment(document(text))
    return parse(layout, mention(layout))


def _meant(text: str, word: str) -> list[str]:
    parsed = _parse(text)
    shadow = parsed.layout.shadow
    return [r.entity.name for r in parsed.references if shadow[r.start : r.end] == word]


def test_we_are_the_body_that_the_speaker_heads() -> None:
    assert _meant(_TALK, "我们") == ["云溪高新区", "云溪高新区", "长丰县"]
    assert _meant(_TALK, "园区") == ["云溪高新区"]
    assert _meant(_TALK, "全县") == ["长丰县"]


def test_what_a_speaker_leaves_unsaid_is_his_body() -> None:
    numbers = read_text(_TALK).numbers
    incomes = {name for name, _, number, _ in numbers if number == "9600000000"}
    assert incomes == {"云溪高新区"}


@pytest.mark.parametrize(
    "text",
    [
        "“我们去年引进企业42家。”方亦舟说。",
        "云溪大学教授方亦舟说：“我们去年引进企业42家。”",
        "原云溪高新区党工委书记方亦舟说：“我们去年引进企业42家。”",
        "云溪高新区党工委书记方亦舟说：“我们团队去年引进企业42家。”",
        "云溪高新区党工委书记方亦舟出席。我们去年引进企业42家。",
    ],
)
def test_where_no_body_is_told_we_are_nobody(text: str) -> None:
    assert _meant(text, "我们") == []


def test_who_only_asks_owns_nothing() -> None:
    text = "《云溪观察》：园区有多大？\n\n《云溪观察》记者方亦舟报道。"
    parsed = _parse(text)
    assert "云溪观察" not in {ref.entity.name for ref in parsed.references}
