import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "兰陵区科技局承担“雏鹰计划”的组织实施工作。",
        "兰陵区科技局对“雏鹰计划”进行全面落实。",
        "兰陵区科技局推动“雏鹰计划”落地见效。",
        "兰陵区科技局的“雏鹰计划”已实施五年。",
        "“雏鹰计划”实施三年来，兰陵区科技局走访企业260家。",
        "随着“雏鹰计划”的落实，兰陵区科技局走访企业260家。",
        "通过实施“雏鹰计划”，兰陵区科技局帮助企业260家。",
        "今年实施“雏鹰计划”，由兰陵区科技局负责承办，每年培训120人。",
    ],
)
def test_who_carries_a_scheme_out_in_any_order(text: str) -> None:
    assert read_text(text).pairs("implements") == {("兰陵区科技局", "雏鹰计划")}


def test_where_a_scheme_runs_it_is_carried_out() -> None:
    found = read_text("“链长制”在云溪市全面推开。")
    assert found.pairs("implements") == {("云溪市", "链长制")}


@pytest.mark.parametrize(
    "text",
    [
        "为推动“链长制”落地见效，特制定以下措施。",
        "银杉公司入选“雏鹰计划”，兰陵区科技局颁奖。",
        "通过实施“雏鹰计划”，银杉公司快速成长。",
        "“雏鹰计划”在云溪市召开评审会。",
    ],
)
def test_aims_winners_and_meetings_carry_nothing_out(text: str) -> None:
    assert read_text(text).pairs("implements") == set()


def test_who_helps_the_leader_and_who_has_it_in_hand() -> None:
    found = read_text("“雏鹰计划”由云溪市科技局牵头，云溪市人社局、云溪市财政局配合实施。")
    both = {("云溪市人社局", "雏鹰计划"), ("云溪市财政局", "雏鹰计划")}
    assert both <= found.pairs("implements")
    found = read_text("“雏鹰计划”的日常管理由云溪市科技局负责。")
    assert found.pairs("implements") == {("云溪市科技局", "雏鹰计划")}


def test_who_does_something_for_the_sake_of_a_scheme_carries_it_out() -> None:
    found = read_text("为推进“雏鹰计划”，云溪市科技局走访企业260家。")
    assert found.pairs("implements") == {("云溪市科技局", "雏鹰计划")}


@pytest.mark.parametrize(
    "text",
    [
        "“雏鹰计划”实施三年来，云溪市未获一分钱。",
        "“雏鹰计划”在云溪市推开之前，滦安市已有先例。",
    ],
)
def test_what_a_scheme_has_not_done_tells_no_doer(text: str) -> None:
    assert read_text(text).pairs("implements") == set()


def test_who_is_laid_out_by_a_scheme_carries_it_out() -> None:
    text = "青石高新区去年挂牌。今后按“一区四片”布局，各片区不再单独招商。"
    assert read_text(text).pairs("implements") == {("青石高新区", "一区四片")}
    wish = "有专家建议按“一区四片”布局建设青石高新区。"
    assert read_text(wish).pairs("implements") == set()


def test_who_is_in_charge_of_what_the_sentence_before_brought_up() -> None:
    text = "江北新区2020年推出“栖梧计划”。该计划由区人才办负责组织，每年评选一次。"
    assert read_text(text).pairs("implements") == {("区人才办", "栖梧计划")}
