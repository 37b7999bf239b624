from sources.topic import drop_loose
from tests.sources.conftest import read_text


def test_a_topic_is_what_those_who_work_on_it_make_it() -> None:
    lab = read_text("银杉实验室聚焦集成电路等领域。")
    zone = read_text("银杉高新区聚焦集成电路等领域。")
    assert lab.types["集成电路"] == "ResearchField"
    assert zone.types["集成电路"] == "Industry"


def test_where_both_work_on_it_the_name_tells() -> None:
    found = read_text("银杉实验室聚焦集成电路等领域。银杉高新区聚焦集成电路等产业。")
    assert found.types["集成电路"] == "Industry"


def test_a_topic_that_nobody_works_on_is_no_thing_of_the_text() -> None:
    statements = read_text("银杉高新区聚焦集成电路等产业。").extraction.statements
    assert drop_loose(statements) == statements
    rest = drop_loose(s for s in statements if s.predicate != "focusesOn")
    assert {s.subject.name for s in rest} == {"银杉高新区"}
