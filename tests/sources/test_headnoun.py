"""Head nouns: the words at the end of a name that tell its class."""

import pytest

from sources.headnoun import head_of, opens_other


def test_the_longest_head_gives_the_class() -> None:
    cue = head_of("银杉国家重点实验室")
    assert cue is not None
    assert (cue.form, cue.signals) == ("国家重点实验室", "StateKeyLaboratory")
    assert head_of("银杉") is None
    assert head_of("") is None


@pytest.mark.parametrize(
    ("text", "end", "opens"),
    [
        ("现代化省域副中心城市", 8, True),
        ("云溪重点实验室处处长", 7, True),
        ("云溪研究中心主任", 6, False),
    ],
)
def test_a_head_may_only_open_the_name_of_another_thing(text: str, end: int, opens: bool) -> None:
    head = head_of(text[:end])
    assert head is not None
    assert opens_other(text, end, head) is opens
