from tests.sources.conftest import read_text


def test_who_works_with_somebody_by_what_the_clause_before_tells() -> None:
    found = read_text("通过与兰陵大学合作，银杉研究院研发周期缩短40%。")
    assert found.pairs("cooperatesWith") == {("银杉研究院", "兰陵大学")}


def test_what_the_next_subject_did_before() -> None:
    found = read_text("继去年出台《云溪市人才办法》后，滦安市又推出《滦安市创新办法》。")
    assert ("滦安市创新办法", "滦安市") in found.pairs("issuedBy")


def test_what_it_has_joined_is_told_before_its_name() -> None:
    found = read_text("云溪园区很热闹。加入星海产业创新联盟后，恒岳集团订单翻番。")
    assert found.pairs("memberOf") == {("恒岳集团", "星海产业创新联盟")}


def test_a_paper_that_is_only_cited_carries_nothing_out() -> None:
    text = "为落实《国务院关于创新的意见》，结合《云溪绿色实施方案》，银杉高新区坚持创新。"
    assert read_text(text).pairs("implements") == set()
