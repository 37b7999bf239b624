from tests.sources.conftest import read_text


def test_the_last_of_a_list_builds_what_follows() -> None:
    found = read_text("由恒岳集团投资建设的银杉产业园、天澜集团投资建设的青石科技园同日开工。")
    assert found.pairs("establishedBy") == {("银杉产业园", "恒岳集团"), ("青石科技园", "天澜集团")}


def test_a_list_of_things_stays_one() -> None:
    found = read_text("恒岳集团投资建设的银杉产业园、青石科技园同日开工。")
    assert found.pairs("establishedBy") == {("银杉产业园", "恒岳集团"), ("青石科技园", "恒岳集团")}
