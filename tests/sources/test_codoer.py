from tests.sources.conftest import read_text


def test_a_name_that_is_not_known_hides_no_builder_behind_it() -> None:
    found = read_text("银杉实验室由海拓宜动与兰陵大学联合组建。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学")}
    assert found.pairs("cooperatesWith") == set()


def test_who_is_named_after_a_verb_of_its_own_is_no_builder() -> None:
    found = read_text("银杉实验室由省里批准与兰陵大学合署办公。")
    assert found.pairs("establishedBy") == set()
