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
