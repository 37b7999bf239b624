import pytest

from sources.masthead import find_mastheads


def _found(text: str) -> list[str]:
    return [text[start:end] for start, end in sorted(find_mastheads(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("来源:江淮创投观察 作者:木子", "江淮创投观察"),
        ("云溪新报记者 方亦舟", "云溪新报"),
        ("《云溪观察》全媒体记者 方亦舟", "云溪观察"),
        ("云溪快讯4月1日电(记者 方亦舟)", "云溪快讯"),
        ("新华社南京11月18日电 长江边的城市", "新华社"),
        ("东江晨报惠州讯(记者 方亦舟)", "东江晨报"),
        ("云江科技编辑部", "云江科技"),
        ("来源:云溪观察客户端", "云溪观察"),
        ("《云溪纵谈》周刊记者 方亦舟", "云溪纵谈"),
        ("【云溪太空记者】请问", "云溪太空"),
        ("云溪潮讯(记者 方亦舟)昨日开工", "云溪潮"),
    ],
)
def test_frames_tell_the_names_of_papers(text: str, name: str) -> None:
    assert _found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "本报讯(记者 方亦舟)昨日开工",
        "会后记者追问进展",
        "外国记者提问",
        "来源:云溪市科技局 浏览次数:28",
        "来源:本站原创",
        "方亦舟向记者介绍",
        "云溪大学官网消息",
        "合肥讯(记者 方亦舟)昨日开工",
        "《云溪科技条例》第3期",
    ],
)
def test_own_papers_offices_and_speech_are_none(text: str) -> None:
    assert _found(text) == []
