import pytest

from sources.document import Document
from sources.extract import extract
from sources.statement import Statement
from tests.sources.conftest import read_text


def read(text: str, predicate: str) -> list[Statement]:
    found = extract(Document("a", "", text, "", published="2024-06-02"), learned=False)
    return [s for s in found.statements if s.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("发展目标\n滦安大学加入银杉产业联盟。", "target"),
        ("发展目标\n滦安大学已加入银杉产业联盟。", "asserted"),
        ("到2027年，环境明显改善，滦安大学加入银杉产业联盟。", "target"),
        ("到2023年，环境明显改善，滦安大学加入银杉产业联盟。", "asserted"),
        ("滦安大学原计划加入银杉产业联盟，后来取消。", "target"),
        ("滦安大学打算扩大规模，加入银杉产业联盟。", "target"),
        ("滦安大学打算扩大规模，目前已加入银杉产业联盟。", "asserted"),
        ("规划提出，滦安大学加入银杉产业联盟。", "target"),
    ],
)
def test_a_deed_ahead_is_a_goal(text: str, modality: str) -> None:
    assert [s.modality for s in read(text, "memberOf")] == [modality]


def test_what_a_plan_makes_is_planned() -> None:
    text = "银杉公司计划投资3亿元，在滦安市建设银杉研究院。"
    assert [s.status for s in read(text, "establishedBy")] == ["planned"]
    assert [(s.subject.name, s.object and s.object.name) for s in read(text, "hasStatus")] == [
        ("银杉研究院", "planned")
    ]


def test_what_others_are_to_make_is_marked_as_planned() -> None:
    founded = read("鼓励滦安大学与银杉公司共建云溪实验室。", "establishedBy")
    assert {s.status for s in founded} == {"planned"}
    done = read("滦安大学与银杉公司共建云溪实验室。", "establishedBy")
    assert {s.status for s in done} == {None}


def test_what_was_only_planned_does_not_end() -> None:
    stands = read("滦安市原计划与滦安大学共建银杉研究院，后来取消。", "hasStatus")
    assert "closed" not in {s.object.name for s in stands if s.object}


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("银杉公司将扩大规模，引进人才，加快建设云溪软件园。", "planned"),
        ("银杉公司将扩大规模。引进人才，加快建设云溪软件园。", "planned"),
        ("银杉公司将扩大规模。滦安市加快建设云溪软件园。", "underConstruction"),
        ("银杉公司扩大规模，引进人才，加快建设云溪软件园。", "underConstruction"),
    ],
)
def test_building_that_somebody_only_means_is_planned(text: str, rung: str) -> None:
    assert [s.object and s.object.name for s in read(text, "hasStatus")] == [rung]


@pytest.mark.parametrize(
    "lead", ["将成果转化放在首位", "承担省级科技计划项目30个", "提供有意义的服务", "将科研作为重点"]
)
def test_what_is_put_somewhere_or_called_a_plan_puts_nothing_ahead(lead: str) -> None:
    found = read_text(f"兰陵大学{lead}，与云溪高新区共建银杉研究院。")
    assert {s.modality for s in found.of("cooperatesWith")} == {"asserted"}
    assert found.of("hasStatus") == []
