from tests.sources.conftest import read_text


def test_each_doer_has_a_verb_of_its_own() -> None:
    found = read_text("银杉实验室由兰陵大学牵头、滦安大学承建。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学"), ("银杉实验室", "滦安大学")}


def test_who_joins_in_the_next_clause() -> None:
    found = read_text("银杉实验室由兰陵大学牵头，联合滦安大学共同建设。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学"), ("银杉实验室", "滦安大学")}


def test_who_allows_it_does_not_build_it() -> None:
    assert read_text("银杉实验室由云溪市科技局批准组建。").pairs("establishedBy") == set()


def test_a_document_is_issued_not_founded() -> None:
    found = read_text("《银杉条例》由云溪市科技局印发。")
    assert found.pairs("issuedBy") == {("银杉条例", "云溪市科技局")}
    assert found.pairs("establishedBy") == set()


def test_bodies_that_merge_are_succeeded() -> None:
    found = read_text("银杉研究所与滦安研究所合并，组建银杉研究院。")
    assert found.pairs("succeeds") == {("银杉研究院", "银杉研究所"), ("银杉研究院", "滦安研究所")}
    assert found.pairs("establishedBy") == set()
