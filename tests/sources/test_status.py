import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("云溪市探索建立滦安科技园。", "exploring"),
        ("云溪市计划建设滦安科技园。", "planned"),
        ("云溪市将建设滦安科技园。", "planned"),
        ("下一步，云溪市建设滦安科技园。", "planned"),
        ("滦安科技园即将投用。", "planned"),
        ("滦安科技园正开展设计工作。", "design"),
        ("滦安科技园正式签约。", "signed"),
        ("滦安科技园获批。", "approved"),
        ("云溪市加快推进滦安科技园建设。", "underConstruction"),
        ("滦安科技园主体结构封顶。", "underConstruction"),
        ("破土动工的还有滦安科技园。", "underConstruction"),
        ("滦安科技园竣工。", "completed"),
        ("云溪市建成滦安科技园。", "completed"),
        ("滦安科技园正式揭牌。", "operational"),
        ("滦安科技园被撤销。", "closed"),
    ],
)
def test_each_rung_of_the_ladder(text: str, rung: str) -> None:
    assert read_text(text).statuses == {("滦安科技园", rung, "asserted")}


@pytest.mark.parametrize(
    ("text", "rung", "modality"),
    [
        ("滦安科技园未建成。", "completed", "negated"),
        ("滦安科技园计划于2025年投用。", "operational", "target"),
        ("如果顺利，滦安科技园开工。", "underConstruction", "hypothetical"),
        ("滦安科技园竣工的消息不实。", "completed", "denied"),
    ],
)
def test_a_rung_not_reached(text: str, rung: str, modality: str) -> None:
    statuses = read_text(text).statuses
    assert not {status for status in statuses if status[2] == "asserted"}
    assert statuses <= {("滦安科技园", rung, modality)}


def test_all_things_of_a_list_have_the_status() -> None:
    assert read_text("目前，滦安科技园、兰陵软件园投用。").statuses == {
        ("滦安科技园", "operational", "asserted"),
        ("兰陵软件园", "operational", "asserted"),
    }


def test_two_things_two_rungs() -> None:
    assert read_text("云溪市成立银杉基金，将设立蓝鲸基金。").statuses == {
        ("蓝鲸基金", "planned", "asserted")
    }


def test_a_contract_signed_before_makes_what_is_planned_signed() -> None:
    found = read_text("云溪市与滦安市签约，双方将共建银杉科技园。")
    assert found.statuses == {("银杉科技园", "signed", "asserted")}


@pytest.mark.parametrize("text", ["云溪市打造滦安科技园。", "云溪市成立银杉基金。"])
def test_building_alone_says_no_rung(text: str) -> None:
    assert read_text(text).statuses == set()


def test_who_signs_is_not_signed() -> None:
    assert read_text("兰陵大学与银杉大学签约。").statuses == set()


def test_a_fund_is_pushed_forward_without_being_built() -> None:
    assert read_text("云溪市加快推进银杉基金建设。").statuses == set()


def test_a_policy_can_end_but_not_open() -> None:
    assert read_text("《银杉条例》废止。").statuses == {("银杉条例", "closed", "asserted")}
    assert read_text("《银杉条例》启用。").statuses == set()


def test_places_and_persons_have_no_status() -> None:
    assert read_text("云溪市揭牌。").statuses == set()


def test_what_a_clause_goes_on_to_say_is_not_its_status() -> None:
    assert read_text("滦安科技园开工建设了很多别的工程。").statuses == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("滦安实验室近日获科技部批准建设。", {("滦安实验室", "approved", "asserted")}),
        ("滦安实验室尚未获得省政府批复。", {("滦安实验室", "approved", "negated")}),
        ("省政府批复设立云溪高新区。", {("云溪高新区", "approved", "asserted")}),
        ("网上说滦安实验室关停，这是谣言，兰陵实验室已开工。",
         {("滦安实验室", "closed", "denied"), ("兰陵实验室", "underConstruction", "asserted")}),
        ("滦安科技园与兰陵软件园签约。", set()),
        ("滦安实验室启用仪式在云溪市举行。", {("滦安实验室", "operational", "asserted")}),
    ],
)  # fmt: skip
def test_rungs_in_other_places_of_the_sentence(text: str, said: set[tuple[str, str, str]]) -> None:
    found = read_text(text).of("hasStatus")
    assert {(s.subject.name, s.object.name if s.object else "", s.modality) for s in found} == said


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("云溪重机获批建设土方机械实验室。", "approved"),
        ("滦安科技园打下第一根桩。", "underConstruction"),
        ("滦安科技园全面启用。", "operational"),
    ],
)
def test_words_of_the_rungs(text: str, rung: str) -> None:
    assert [s.object.name for s in read_text(text).of("hasStatus") if s.object] == [rung]


@pytest.mark.parametrize(
    "text",
    ["江东高新区坚持高水平对外开放。", "云溪科学城已上报国务院批准。", "云溪科学城请省政府核准。"],
)
def test_words_of_office_are_no_status(text: str) -> None:
    assert read_text(text).of("hasStatus") == []


def test_a_question_states_nothing() -> None:
    found = read_text("云溪科学城何时开工建设？").of("hasStatus")
    assert all(statement.modality != "asserted" for statement in found)


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园具备开园条件。",
        "各方推动滦安科技园早日投产。",
        "银杉公司与滦安科技园终止合作。",
    ],
)
def test_what_is_hoped_for_or_ready_is_no_status(text: str) -> None:
    assert {s.status for s in read_text(text).of("hasStatus")} == set()


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园12栋厂房全部竣工。",
        "滦安科技园道路、管网均已建成。",
        "滦安科技园全年实施项目40个，均已开工。",
    ],
)
def test_what_stands_in_a_place_says_nothing_of_the_place(text: str) -> None:
    assert read_text(text).of("hasStatus") == []


def test_each_of_several_named_things_stands_so() -> None:
    found = read_text("滦安科技园、云溪实验室均已建成。").of("hasStatus")
    assert {s.subject.name for s in found} == {"滦安科技园", "云溪实验室"}


@pytest.mark.parametrize(
    "text",
    [
        "市长为滦安科技园、兰陵软件园揭牌。",
        "滦安科技园，昨天在云溪市揭牌；兰陵软件园是昨天揭牌的园区。",
        "活动分两批：揭牌一批，滦安科技园、兰陵软件园等5个，总投资8亿元。",
    ],
)
def test_who_is_opened_may_stand_in_many_places(text: str) -> None:
    assert read_text(text).statuses == {
        ("滦安科技园", "operational", "asserted"),
        ("兰陵软件园", "operational", "asserted"),
    }


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("滦安科技园签约落户云溪市。", "signed"),
        ("滦安科技园获国家科技部批准，规划面积3平方公里。", "approved"),
        ("滦安科技园通过省级验收。", "completed"),
        ("滦安科技园总投资8亿元，一期已投产，二期正在建设。", "operational"),
        ("滦安科技园正在开展环评公示。", "planned"),
        ("滦安科技园将于近期设立。", "planned"),
        ("云溪市正与青石大学洽谈共建滦安科技园。", "exploring"),
        ("云溪市与青石大学签了约，准备共建滦安科技园。", "planned"),
    ],
)
def test_rungs_that_more_than_one_word_tells(text: str, rung: str) -> None:
    assert ("滦安科技园", rung, "asserted") in read_text(text).statuses


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园总投资8亿元，二期已投产。",
        "滦安科技园申请验收。",
        "滦安科技园关闭了设在云溪市的分园。",
        "滦安科技园获省级奖励。",
        "滦安科技园停工半年后恢复如初。",
        "云溪市推动滦安科技园开工。",
        "滦安科技园尚未取得施工许可。",
        "滦安高新区举行活动：开工一批，某项目等5个。",
    ],
)
def test_words_that_say_no_rung_of_the_thing(text: str) -> None:
    assert not {status for status in read_text(text).statuses if status[2] == "asserted"}


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园将成立管委会。",
        "滦安科技园拟组建团队。",
        "为防止滦安科技园烂尾，云溪市成立专班。",
        "晴岚集团被除名。",
    ],
)
def test_what_a_thing_sets_up_or_is_kept_from_is_not_its_status(text: str) -> None:
    assert read_text(text).statuses == set()


def test_a_place_struck_off_a_list_is_closed() -> None:
    assert read_text("滦安科技园被摘牌。").statuses == {("滦安科技园", "closed", "asserted")}


def test_what_is_got_ready_has_not_happened() -> None:
    found = read_text("云溪市为滦安科技园揭牌做准备。").statuses
    assert found == {("滦安科技园", "operational", "hypothetical")}


def test_a_plan_that_is_approved_is_no_plan_to_approve() -> None:
    found = read_text("滦安科学城总体规划获批。").statuses
    assert found == {("滦安科学城", "approved", "asserted")}


def test_a_halt_denies_that_it_is_being_built() -> None:
    assert read_text("滦安科技园因欠款停工。").statuses == {
        ("滦安科技园", "underConstruction", "negated")
    }


def test_a_policy_that_is_being_written_is_planned() -> None:
    found = read_text("《云溪市科技促进办法》正在公开征求意见。").statuses
    assert {rung for _, rung, _ in found} == {"planned"}
    assert read_text("滦安科技园公开征求意见。").statuses == set()


def test_what_came_of_a_plan_is_told_of_what_it_was_for() -> None:
    found = read_text("原定去年底投用的滦安科技园，因资金问题未能如期投用。").statuses
    assert found == {("滦安科技园", "operational", "negated")}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("滦安科技园环评通过验收。", set()),
        ("滦安科技园控规获批。", set()),
        ("滦安科技园申请通过国家验收。", {("滦安科技园", "completed", "target")}),
        ("银杉公司驳斥了这一说法：滦安科技园关停。", {("滦安科技园", "closed", "denied")}),
        ("坊间传滦安科技园关停。", {("滦安科技园", "closed", "hypothetical")}),
        ("他主张关停滦安科技园。", {("滦安科技园", "closed", "hypothetical")}),
    ],
)
def test_papers_that_pass_wishes_and_rumours_are_no_rung_reached(
    text: str, statuses: set[tuple[str, str, str]]
) -> None:
    assert read_text(text).statuses == statuses


def test_who_approves_may_stand_before_the_word_in_a_clause_of_its_own() -> None:
    found = read_text("银杉实验室走得快些，云溪市科技局3月已批复。")
    assert found.statuses == {("银杉实验室", "approved", "asserted")}


def test_what_can_hardly_be_done_is_not_done() -> None:
    assert read_text("滦安科技园难以复工。").statuses == {
        ("滦安科技园", "underConstruction", "negated")
    }


def test_a_policy_in_force_is_working() -> None:
    found = read_text("云溪市印发的《银杉条例》已正式施行。")
    assert found.statuses == {("银杉条例", "operational", "asserted")}


@pytest.mark.parametrize("text", ["滦安科技园推迟开工。", "滦安科技园险些关停。"])
def test_what_was_put_off_or_nearly_came_has_not_come(text: str) -> None:
    assert read_text(text).statuses == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("滦安科技园，可研报告已获批复。", ("approved", "asserted")),
        ("滦安科技园，由云溪县政府推进，计划三季度动工。", ("underConstruction", "target")),
        ("滦安科技园将于年内关停。", ("closed", "target")),
    ],
)
def test_papers_that_make_a_project_and_quarters_that_lie_ahead(
    text: str, status: tuple[str, str]
) -> None:
    assert read_text(text).statuses == {("滦安科技园", *status)}


def test_a_paper_that_only_checks_a_project_approves_nothing() -> None:
    assert not read_text("滦安科技园，环评报告已获批复。").statuses


def test_who_runs_a_thing_says_not_that_it_runs() -> None:
    assert read_text("银杉科技园交由杉木开发公司运营。").statuses == set()
    assert read_text("银杉科技园已正式运营。").statuses == {
        ("银杉科技园", "operational", "asserted")
    }


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园由天澜集团负责运营。",
        "滦安科技园隔壁的住宅楼封顶。",
        "滦安科技园配套学校开工。",
        "银杉实验室一项课题获批立项。",
    ],
)
def test_what_stands_beside_a_thing_or_is_done_in_it_tells_no_rung(text: str) -> None:
    assert not read_text(text).statuses


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("银杉科技园刚打完桩。", "underConstruction"),
        ("银杉科技园还在画图纸。", "design"),
        ("银杉科技园正在编制可研。", "planned"),
        ("银杉实验室去年春天开的门。", "operational"),
        ("银杉实验室正月对外开放。", "operational"),
        ("银杉基金完成中基协备案。", "approved"),
        ("银杉联盟2019年被民政部门注销。", "closed"),
    ],
)
def test_steps_of_sites_bodies_and_funds(text: str, rung: str) -> None:
    assert {found for _, found, _ in read_text(text).statuses} == {rung}


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("滦安学院今秋迎来首批128名学生。", "operational"),
        ("滦安科技园首批6家企业入驻。", "operational"),
        ("滦安研究院的地基早就打好了。", "underConstruction"),
        ("滦安科技园的批文是6月下来的。", "approved"),
        ("滦安研究院的牌子是去年挂上的。", "operational"),
        ("滦安实验室的筹建方案已经上报。", "planned"),
    ],
)
def test_a_rung_told_by_a_part_or_by_who_comes_first(text: str, rung: str) -> None:
    assert {row[1:] for row in read_text(text).statuses} == {(rung, "asserted")}


def test_what_a_heading_puts_ahead_is_planned() -> None:
    text = "云溪市科技规划\n三、重点任务\n组建滦安检测中心，编制8名。"
    assert ("滦安检测中心", "planned", "asserted") in read_text(text).statuses
