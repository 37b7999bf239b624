from tests.sources.conftest import read_text


def test_the_pieces_of_a_slogan_and_their_parts() -> None:
    found = read_text(
        "银杉科学城布局“一核两翼”：“一核”是滦安高新区，兰陵科技园、云溪软件园为两翼。"
    )
    parts = {"滦安高新区", "兰陵科技园", "云溪软件园"}
    assert found.pairs("partOf") >= {(part, "银杉科学城") for part in parts}


def test_names_that_end_as_the_slogan_counts() -> None:
    found = read_text("银杉高新区实行“一区三园”管理。滦安科技园、兰陵软件园、云溪产业园错位发展。")
    parts = {"滦安科技园", "兰陵软件园", "云溪产业园"}
    assert found.pairs("partOf") >= {(part, "银杉高新区") for part in parts}


def test_what_is_left_out_is_no_part() -> None:
    found = read_text("银杉高新区实行“一区三园”管理。未纳入“三园”的滦安科技园不享受政策。")
    assert not {pair for pair in found.pairs("partOf") if pair[0] == "滦安科技园"}


def test_parts_listed_one_by_one() -> None:
    found = read_text("银杉新城分两个片区开发：滦安科技园主攻储能，兰陵软件园发展软件。")
    assert found.pairs("partOf") == {("滦安科技园", "银杉新城"), ("兰陵软件园", "银杉新城")}


def test_both_ends_of_a_corridor_are_of_it() -> None:
    found = read_text("青龙创新走廊东起银杉高新区，西至滦安高新区，全长78公里。")
    assert found.pairs("partOf") == {
        ("银杉高新区", "青龙创新走廊"),
        ("滦安高新区", "青龙创新走廊"),
    }


def test_what_bounds_a_zone_is_no_part_of_it() -> None:
    assert read_text("银杉高新区东起青山区，西至云溪市。").pairs("partOf") == set()


def test_a_slogan_that_counts_no_places_has_no_parts() -> None:
    text = "云溪市推行“一园一校”机制：滦安科技园对兰陵大学，银杉产业园对青山学院。"
    assert read_text(text).pairs("partOf") == set()


def test_a_piece_of_the_slogan_is_no_part_of_it() -> None:
    text = "银杉新区由“一谷两园”组成。“一谷”是滦安激光谷，主攻光电。"
    assert ("滦安激光谷", "一谷两园") in read_text(text).pairs("partOf")
    assert all(part != "一谷" for part, _ in read_text(text).pairs("partOf"))


def test_where_a_corridor_starts_and_what_lies_along_it_is_of_it() -> None:
    found = read_text("银杉科创走廊以云溪科学城为起点，全长48公里。")
    assert found.pairs("partOf") == {("云溪科学城", "银杉科创走廊")}
    found = read_text("银杉科创走廊推进会召开，沿线云溪区、兰陵区共落地项目87个。")
    assert found.pairs("partOf") == {("云溪区", "银杉科创走廊"), ("兰陵区", "银杉科创走廊")}
    assert read_text("云溪区以兰陵大学为核心，建设沿线公园。").pairs("partOf") == set()


def test_a_paragraph_takes_up_a_slogan_by_its_piece() -> None:
    text = (
        "滦安高新区按“一区四片”布局。\n"
        "四个片区各有分工：银杉片区做储能，青石片区做材料，兰陵片区留给物流。"
    )
    found = read_text(text).pairs("partOf")
    assert {one for one, other in found if other == "一区四片"} >= {"银杉片区", "青石片区"}


def test_a_place_that_is_only_looked_to_is_no_part() -> None:
    text = "围绕“三谷一城”建设，市里要向滦安科学城学习。"
    assert read_text(text).pairs("partOf") == set()


def test_the_next_clause_names_the_parts_just_counted() -> None:
    text = "滦安科学城由两个片区组成，分别是银杉片区和青石片区。"
    assert read_text(text).pairs("partOf") == {
        ("银杉片区", "滦安科学城"),
        ("青石片区", "滦安科学城"),
    }


def test_areas_that_were_only_visited_are_no_parts() -> None:
    text = "云溪高新区考察了三个园区，分别是星光产业园、蓝海产业园。"
    assert read_text(text).pairs("partOf") == set()


def test_a_slogan_of_aims_parts_nothing() -> None:
    text = "滦安县按照“四区一基地”发展定位，全力推进银杉高新区建设。"
    assert read_text(text).pairs("partOf") == set()
