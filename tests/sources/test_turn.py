from tests.sources.conftest import read_turns


def test_a_word_between_subject_and_verb_pairs_two_lists_off() -> None:
    text = "兰陵大学、银杉大学分别设立基金。"
    (turn,) = read_turns(text)
    assert turn.pairs_off(text, text.index("设立"))
    assert not turn.pairs_off(text, text.index("分别"))


def test_a_denied_partner_denies_the_deed() -> None:
    text = "银杉高新区尚未与兰陵大学签署协议。"
    (turn,) = read_turns(text)
    verb = text.index("签署")
    assert turn.modality(text, verb) == "negated"
    assert turn.modality(text, verb, turn.clause.groups[1]) == "negated"
