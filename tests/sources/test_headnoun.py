"""Head nouns: the words at the end of a name that tell its class."""

from sources.headnoun import head_of


def test_the_longest_head_gives_the_class() -> None:
    cue = head_of("银杉国家重点实验室")
    assert cue is not None
    assert (cue.form, cue.signals) == ("国家重点实验室", "StateKeyLaboratory")
    assert head_of("银杉") is None
    assert head_of("") is None
