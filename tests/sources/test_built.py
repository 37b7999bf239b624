import pytest

from ontology.lexicon import Cue
from sources.built import is_buildable, is_site, may_stand

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
