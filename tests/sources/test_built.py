import pytest

from ontology.lexicon import Cue
from sources.built import is_buildable, is_site, may_stand
from tests.sources.conftest import read_text

PLAIN = Cue("state/x", "Trigger", "投用", "", {"status": "operational"})
OF_POLICIES = Cue("state/y", "Trigger", "征求意见", "", {"status": "planned", "of": "Policy"})


@pytest.mark.parametrize(
    ("cls", "rung", "stands"),
    [
        ("Laboratory", "operational", True),
        ("Fund", "planned", True),
        ("City", "operational", False),
        ("Enterprise", "operational", False),
        ("Enterprise", "closed", True),
        ("PolicyDocument", "closed", True),
    ],
)
def test_which_things_stand_on_a_rung(cls: str, rung: str, stands: bool) -> None:
    assert may_stand(cls, rung, PLAIN) is stands


def test_a_word_that_tells_of_some_things_is_said_of_no_others() -> None:
    assert may_stand("PolicyDocument", "planned", OF_POLICIES) is True
    assert may_stand("Laboratory", "planned", OF_POLICIES) is False


def test_a_fund_is_set_up_but_not_of_stone() -> None:
    assert (is_buildable("Fund"), is_site("Fund")) == (True, False)
    assert (is_buildable("Laboratory"), is_site("Laboratory")) == (True, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("《银杉科创条例》已于去年施行。", {("银杉科创条例", "operational", "asserted")}),
        ("《银杉科创条例》自印发之日起施行。", set()),
        (
            "银杉储能中心、滦安检测基地两个项目已完工。",
            {
                ("银杉储能中心", "completed", "asserted"),
                ("滦安检测基地", "completed", "asserted"),
            },
        ),
        ("银杉储能中心主任出席了产业园的开工仪式。", set()),
        ("银杉天使基金存续期届满，已依法注销。", {("银杉天使基金", "closed", "asserted")}),
        ("银杉大学新校区破土动工。", {("银杉大学新校区", "underConstruction", "asserted")}),
    ],
)
def test_what_stands_there_is_named_itself(text: str, said: set[tuple[str, str, str]]) -> None:
    assert read_text(text).statuses == said
