import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "银杉高新区成为蓝鲸产业联盟首批会员。",
        "蓝鲸产业联盟成立。银杉高新区当选副理事长单位。",
        "银杉高新区是蓝鲸产业联盟成员单位。",
    ],
)
def test_who_belongs_to_an_alliance(text: str) -> None:
    assert read_text(text).pairs("memberOf") == {("银杉高新区", "蓝鲸产业联盟")}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("银杉高新区有望成为蓝鲸产业联盟会员。", "hypothetical"),
        ("银杉高新区尚未成为蓝鲸产业联盟会员。", "negated"),
        ("银杉高新区力争成为蓝鲸产业联盟会员。", "target"),
    ],
)
def test_who_does_not_belong_yet(text: str, modality: str) -> None:
    found = read_text(text)
    assert found.pairs("memberOf") == set()
    assert found.pairs("memberOf", modality) == {("银杉高新区", "蓝鲸产业联盟")}


def test_without_an_alliance_there_is_no_member() -> None:
    assert read_text("银杉高新区成为首批会员。").pairs("memberOf") == set()


def test_an_alliance_named_before_is_evidence() -> None:
    (statement,) = read_text("蓝鲸产业联盟成立。银杉高新区当选理事单位。").of("memberOf")
    assert {(e.role, e.exact) for e in statement.evidence} == {
        ("alias", "蓝鲸产业联盟"),
        ("predicate", "当选理事单位"),
        ("subject", "银杉高新区"),
    }


def test_who_joins_the_alliance_just_named() -> None:
    found = read_text("蓝鲸产业联盟成立，青石集团、银杉公司随后入盟，海天公司暂未加入。")
    assert found.pairs("memberOf") == {
        ("青石集团", "蓝鲸产业联盟"),
        ("银杉公司", "蓝鲸产业联盟"),
    }


def test_whom_an_alliance_takes_in_is_a_member_and_no_part() -> None:
    found = read_text("蓝鲸产业联盟涵盖青石集团、银杉公司。")
    assert found.pairs("memberOf") == {
        ("青石集团", "蓝鲸产业联盟"),
        ("银杉公司", "蓝鲸产业联盟"),
    }
    assert found.pairs("partOf") == set()


def test_a_counted_list_joins_the_alliance_of_the_sentence() -> None:
    text = "云溪新材料联盟由兰陵大学发起，银杉研究院、青石公司等86家单位加入。"
    assert read_text(text).pairs("memberOf") >= {
        ("银杉研究院", "云溪新材料联盟"),
        ("青石公司", "云溪新材料联盟"),
    }


def test_who_the_text_is_about_holds_a_seat_of_an_alliance() -> None:
    text = "银杉高新区先后两次获奖，是云溪新材料联盟的理事长单位。"
    assert read_text(text).pairs("memberOf") == {("银杉高新区", "云溪新材料联盟")}


@pytest.mark.parametrize("joined", ["等17家单位参加", "先后加入"])
def test_who_takes_part_in_an_alliance_just_named_belongs_to_it(joined: str) -> None:
    found = read_text(f"蓝鲸产业联盟由银杉实验室牵头，天澜集团、兰陵大学{joined}。")
    members = {"银杉实验室", "天澜集团", "兰陵大学"}
    assert found.pairs("memberOf") == {(body, "蓝鲸产业联盟") for body in members}


def test_who_takes_part_in_a_meeting_belongs_to_no_alliance() -> None:
    found = read_text("会议由银杉实验室主办，天澜集团、兰陵大学参加。蓝鲸产业联盟下月成立。")
    assert found.pairs("memberOf") == set()


@pytest.mark.parametrize("verb", ["新增", "去年吸纳了"])
def test_whom_an_alliance_takes_in_belongs_to_it(verb: str) -> None:
    found = read_text(f"蓝鲸产业联盟{verb}兰陵大学、银杉研究院等15家单位，总数达82家。")
    assert found.pairs("memberOf") == {("兰陵大学", "蓝鲸产业联盟"), ("银杉研究院", "蓝鲸产业联盟")}


def test_what_an_alliance_adds_for_a_member_is_no_member() -> None:
    found = read_text("蓝鲸产业联盟新增兰陵大学的专利15件。")
    assert found.pairs("memberOf") == set()


def test_who_is_led_to_join() -> None:
    found = read_text("恒岳集团发起成立星海产业创新联盟，吸引兰陵大学、滦安大学等单位加入。")
    assert found.pairs("memberOf") == {
        ("恒岳集团", "星海产业创新联盟"),
        ("兰陵大学", "星海产业创新联盟"),
        ("滦安大学", "星海产业创新联盟"),
    }


def test_a_member_told_by_the_clause_before() -> None:
    found = read_text("作为星海产业创新联盟的一员，恒岳集团开放了全部检测设备。")
    assert found.pairs("memberOf") == {("恒岳集团", "星海产业创新联盟")}


@pytest.mark.parametrize(
    "more", ["兰陵大学、滦安大学均在其列。", "今年新加入的有兰陵大学、滦安大学。"]
)
def test_who_stands_in_the_list_of_an_alliance_named_before(more: str) -> None:
    found = read_text("星海产业创新联盟在云溪成立，首批成员42家。" + more)
    assert found.pairs("memberOf") == {
        ("兰陵大学", "星海产业创新联盟"),
        ("滦安大学", "星海产业创新联盟"),
    }


def test_of_partners_the_first_is_the_member_that_the_next_clause_tells() -> None:
    found = read_text("银杉研究院与恒岳集团、天澜集团保持合作，是星海产业创新联盟的会员。")
    assert found.pairs("memberOf") == {("银杉研究院", "星海产业创新联盟")}


@pytest.mark.parametrize(("lead", "count"), [("在成都", 1), ("均", 3), ("先后", 3)])
def test_a_word_for_all_is_none_inside_the_name_of_a_city(lead: str, count: int) -> None:
    text = f"银杉研究院与恒岳集团、天澜集团保持合作，{lead}成为星海产业创新联盟的会员。"
    assert len(read_text(text).pairs("memberOf")) == count
