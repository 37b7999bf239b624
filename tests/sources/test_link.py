from tests.sources.conftest import read_text


def test_what_a_relative_clause_describes_is_the_subject_of_the_main_verb() -> None:
    found = read_text("兰陵大学牵头的银杉实验室落户滦安科技园，主攻储能。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学")}
    assert found.pairs("locatedIn") == {("银杉实验室", "滦安科技园")}
    assert found.pairs("focusesOn") == {("银杉实验室", "储能")}


def test_two_who_build_it_together() -> None:
    found = read_text("云溪市与兰陵大学合作共建的银杉研究院落户滦安科技园。")
    pairs = {("银杉研究院", "云溪市"), ("银杉研究院", "兰陵大学")}
    assert found.pairs("establishedBy") == pairs
    assert found.pairs("locatedIn") == {("银杉研究院", "滦安科技园")}


def test_the_thing_described_may_be_the_one_that_does_it() -> None:
    found = read_text("位于云溪市的银杉实验室由兰陵大学建设。")
    assert found.pairs("locatedIn") == {("银杉实验室", "云溪市")}
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学")}


def test_the_doers_of_a_relative_clause() -> None:
    found = read_text("由兰陵大学、云溪大学共同发起的银杉基金支持滦安科技园。")
    pairs = {("银杉基金", "兰陵大学"), ("银杉基金", "云溪大学")}
    assert found.pairs("establishedBy") == pairs
    assert found.pairs("supports") == {("银杉基金", "滦安科技园")}


def test_the_kind_described_is_named_behind_the_copula() -> None:
    found = read_text("首家落户云溪保税区的研发机构是青石研究院。")
    assert found.pairs("locatedIn") == {("青石研究院", "云溪保税区")}
