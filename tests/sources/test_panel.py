from sources.panel import find_panels
from tests.sources.conftest import read_stages


def panels(text: str) -> list[tuple[str, str]]:
    stages = read_stages(text)
    persons = [ref for ref in stages.references if ref.entity.cls == "Person"]
    return [
        (ref.entity.name, text[start:end])
        for start, end, ref in find_panels(stages.layout, persons)
    ]


TALK = """银杉高新区圆桌谈
方亦舟（云溪市副市长）
云溪市去年引进项目30个。
陆明川（银杉高新区管委会主任）
高新区今年再建一座园区。
【编辑点评】
两地都在加速。"""


def test_the_paragraphs_under_a_line_that_only_names_somebody_are_theirs() -> None:
    assert panels(TALK) == [
        ("方亦舟", "云溪市去年引进项目30个。"),
        ("陆明川", "高新区今年再建一座园区。"),
    ]


def test_one_line_alone_makes_a_panel_only_where_somebody_is_addressed() -> None:
    report = "云溪市科技工作报告\n云溪市市长 方亦舟\n{}去年引进项目30个。"
    assert panels(report.format("各位代表：\n")) == [("方亦舟", "各位代表：\n去年引进项目30个。")]
    assert panels(report.format("")) == []


def test_who_tells_the_whole_text_speaks_all_of_it() -> None:
    told = "把实验室搬回来\n口述：方亦舟（云溪研究院院长）\n现在不一样了。\n院里员工143人。"
    assert panels(told) == [("方亦舟", "现在不一样了。\n院里员工143人。")]


def test_a_title_that_calls_the_text_a_speech_tells_whose_it_is() -> None:
    speech = "云溪区委书记方亦舟在全区大会上的{}\n（2023年3月5日）\n去年，全区引进项目30个。"
    assert panels(speech.format("讲话（摘要）")) == [("方亦舟", "去年，全区引进项目30个。")]
    assert panels(speech.format("要求")) == []
