import pytest

from tests.sources.conftest import read_text

BOTH = {("银杉高新区", "电子信息"), ("银杉高新区", "生物医药")}


@pytest.mark.parametrize(
    "text",
    [
        "银杉高新区聚焦电子信息、生物医药等主导产业。",
        "银杉高新区聚焦电子信息、生物医药等两大主导产业。",
        "银杉高新区围绕电子信息和生物医药产业。",
        "银杉高新区以电子信息、生物医药为主导产业。",
        "银杉高新区重点发展电子信息和生物医药。",
        "银杉高新区主导产业为电子信息、生物医药。",
        "银杉高新区形成电子信息、生物医药等产业集群。",
    ],
)
def test_industries_of_a_list(text: str) -> None:
    assert read_text(text).pairs("focusesOn") == BOTH


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("银杉高新区尚未聚焦电子信息、生物医药等产业。", "negated"),
        ("银杉高新区有望聚焦电子信息、生物医药等产业。", "hypothetical"),
        ("银杉高新区力争聚焦电子信息、生物医药等产业。", "target"),
        ("银杉高新区否认聚焦电子信息、生物医药等产业。", "denied"),
    ],
)
def test_a_focus_that_is_not_so(text: str, modality: str) -> None:
    found = read_text(text)
    assert found.pairs("focusesOn") == set()
    assert found.pairs("focusesOn", modality) == BOTH


@pytest.mark.parametrize(
    "text",
    ["银杉高新区围绕企业需求开展服务。", "聚焦电子信息产业。", "银杉高新区推进改革。"],
)
def test_no_focus_without_industry_or_actor(text: str) -> None:
    assert read_text(text).pairs("focusesOn") == set()


def test_a_quoted_name_before_a_field_noun_is_an_industry() -> None:
    found = read_text("银杉高新区加快培育“芯屏器核网”产业。")
    assert found.pairs("focusesOn") == {("银杉高新区", "芯屏器核网")}
    assert found.types["芯屏器核网"] == "Industry"


def test_a_plain_noun_counts_but_not_a_goal_or_need() -> None:
    for text in ("银杉高新区聚焦光电玻璃等产业。", "银杉高新区聚焦光电玻璃。"):
        assert read_text(text).pairs("focusesOn") == {("银杉高新区", "光电玻璃")}
    assert read_text("银杉高新区聚焦企业需求、发展目标。").pairs("focusesOn") == set()


def test_the_frames_that_say_a_focus() -> None:
    for text in (
        "银杉高新区把光电玻璃确定为首位产业。",
        "银杉高新区主导产业为光电玻璃。",
        "银杉高新区以光电玻璃见长。",
        "银杉高新区专做光电玻璃研发。",
    ):
        assert read_text(text).pairs("focusesOn") == {("银杉高新区", "光电玻璃")}


def test_respectively_pairs_who_with_what() -> None:
    found = read_text("滦安科技园、兰陵软件园分别侧重储能和工业软件。")
    assert found.pairs("focusesOn") == {("滦安科技园", "储能"), ("兰陵软件园", "工业软件")}


def test_a_research_field_is_no_industry() -> None:
    found = read_text("银杉研究院主攻量子信息。")
    assert set(found.types.values()) >= {"ResearchInstitute"}
    assert found.pairs("focusesOn") == {("银杉研究院", "量子信息")}


def test_what_an_institute_works_on_is_a_field_and_what_a_zone_promotes_an_industry() -> None:
    found = read_text("银杉研究院聚焦柔性光伏等领域。银杉高新区聚焦轻质合金等产业。")
    assert found.types["柔性光伏"] == "ResearchField"
    assert found.types["轻质合金"] == "Industry"


def test_a_topic_is_a_field_for_the_institute_that_works_on_it() -> None:
    found = read_text("银杉实验室围绕柔性光伏等方向攻关。")
    assert found.types["柔性光伏"] == "ResearchField"


def test_parts_named_right_before_are_told_of_one_by_one() -> None:
    text = "滦安高新区下设青石产业园和银杉产业园，分别以新材料和生物医药为主导产业。"
    assert read_text(text).pairs("focusesOn") == {
        ("青石产业园", "新材料"),
        ("银杉产业园", "生物医药"),
    }


def test_what_is_set_beside_the_main_industry() -> None:
    text = "滦安高新区形成了以机器人为主导，新材料、生物医药为两翼的产业体系。"
    industries = {name for _, name in read_text(text).pairs("focusesOn")}
    assert industries == {"机器人", "新材料", "生物医药"}


def test_no_industry_ends_in_a_body_or_a_mark() -> None:
    found = read_text("云溪高新区聚焦新材料、行业协会、园区管委会。")
    assert found.pairs("focusesOn") == {("云溪高新区", "新材料")}
    assert read_text("云溪高新区围绕“蓝鲸院+”建设平台。").pairs("focusesOn") == set()


@pytest.mark.parametrize(
    ("text", "industries"),
    [
        ("银杉高新区聚焦超导材料、磷石膏无害化处理。", {"超导材料", "磷石膏无害化处理"}),
        ("银杉高新区主攻激光熔覆。", {"激光熔覆"}),
        ("银杉高新区围绕激光与增材制造、新型储能三大产业。", {"激光与增材制造", "新型储能"}),
        ("银杉高新区围绕农畜产品、铜材补链强链。", {"农畜产品", "铜材"}),
        ("银杉高新区主攻生物医药、数字经济。", {"生物医药", "数字经济"}),
        ("银杉高新区以钢铁起家。", {"钢铁"}),
    ],
)
def test_names_of_industries_hold_technical_verbs(text: str, industries: set[str]) -> None:
    found = read_text(text).pairs("focusesOn")
    assert found == {("银杉高新区", industry) for industry in industries}


@pytest.mark.parametrize(
    "text",
    [
        "银杉高新区围绕人才培养、干部交流等方面开展合作。",
        "银杉高新区主投银杉大学科技园内企业。",
        "银杉高新区聚焦项目推进、园区提质。",
        "银杉高新区围绕重大项目招商。",
    ],
)
def test_deeds_and_places_are_no_industries(text: str) -> None:
    assert read_text(text).pairs("focusesOn") == set()


def test_a_weak_verb_takes_industries_that_everybody_knows() -> None:
    found = read_text("银杉高新区培育壮大集成电路、生物医药。").pairs("focusesOn")
    assert found == {("银杉高新区", "集成电路"), ("银杉高新区", "生物医药")}
    assert read_text("银杉高新区培育壮大集成电路企业。").pairs("focusesOn") == set()


def test_what_somebody_did_once_is_not_what_they_do() -> None:
    assert read_text("银杉高新区原以纺织、化工为主导产业。").pairs("focusesOn") == set()


def test_a_name_that_ends_like_once_is_read_to_its_end() -> None:
    assert read_text("太原以新能源为主导产业。").pairs("focusesOn") == {("太原", "新能源")}


def test_a_zone_beside_another_one_works_on_what_a_weak_word_says() -> None:
    text = "青石产业园以高精铝加工为主导，远帆产业园发展梅花鹿生物制品，蓝鲸科技园发展迅速。"
    assert read_text(text).pairs("focusesOn") == {
        ("青石产业园", "高精铝加工"),
        ("远帆产业园", "梅花鹿生物制品"),
    }


def test_a_counted_list_of_industries_follows_its_colon() -> None:
    text = "青石生物医药产业园建在城南。主导产业有三个：创新药、医疗器械和合成生物。"
    found = read_text(text).pairs("focusesOn")
    assert {o for _, o in found} == {"创新药", "医疗器械", "合成生物"}


def test_a_plan_says_what_the_zone_it_is_named_after_works_on() -> None:
    text = "青石大学城去年开园。《青石大学城发展规划》提出以智能网联汽车为主攻方向。"
    assert read_text(text).pairs("focusesOn") == {("青石大学城", "智能网联汽车")}


def test_no_field_is_but_an_adjective() -> None:
    assert read_text("青石科技园定位清晰，去年增长5%。").pairs("focusesOn") == set()


def test_a_letter_inside_the_last_name_does_not_close_a_counted_list() -> None:
    found = read_text("青石产业园重点布局航空维修、跨境电商和冷链物流三大产业。").pairs("focusesOn")
    assert {o for _, o in found} == {"航空维修", "跨境电商", "冷链物流"}


def test_what_is_asked_for_from_above_is_no_field() -> None:
    text = "滦安县紧紧围绕中央和省、市部署，推进园区建设。"
    assert read_text(text).pairs("focusesOn") == set()


def test_a_part_of_a_quote_is_no_industry() -> None:
    text = "云溪高新区围绕“研发机构—科学园”的平台体系，推进39个项目。"
    assert read_text(text).of("focusesOn") == []


@pytest.mark.parametrize("text", ["兰陵大学与云溪市深耕合作。", "兰陵大学围绕首席科学家组建团队。"])
def test_working_together_and_persons_are_no_fields(text: str) -> None:
    assert read_text(text).pairs("focusesOn") == set()
