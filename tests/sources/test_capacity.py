import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "predicate", "pair"),
    [
        ("银杉实验室昨日揭牌，建设单位为兰陵大学。", "establishedBy", ("银杉实验室", "兰陵大学")),
        ("银杉实验室建设提速，兰陵大学是牵头单位。", "establishedBy", ("银杉实验室", "兰陵大学")),
        ("银杉实验室获批，依托单位是兰陵大学。", "reliesOn", ("银杉实验室", "兰陵大学")),
        (
            "云溪新能源产业联盟成立，首批成员包括兰陵大学。",
            "memberOf",
            ("兰陵大学", "云溪新能源产业联盟"),
        ),
        (
            "《银杉条例》今起施行，起草单位为云溪市科技局。",
            "issuedBy",
            ("银杉条例", "云溪市科技局"),
        ),
        ("滦安科技园是银杉高新区的核心区。", "partOf", ("滦安科技园", "银杉高新区")),
        ("银杉高新区的核心区是滦安科技园。", "partOf", ("滦安科技园", "银杉高新区")),
        ("作为银杉高新区的起步区，滦安科技园发展很快。", "partOf", ("滦安科技园", "银杉高新区")),
    ],
)
def test_a_noun_says_what_a_body_is_to_a_thing(
    text: str, predicate: str, pair: tuple[str, str]
) -> None:
    assert pair in read_text(text).pairs(predicate)


def test_who_leads_is_not_what_the_text_goes_on_about() -> None:
    found = read_text("银杉实验室已揭牌，兰陵大学是牵头单位，主攻储能。")
    assert found.pairs("focusesOn") == {("银杉实验室", "储能")}


def test_a_place_behind_the_noun_of_a_site() -> None:
    text = "银杉产业园。项目地点在滦安新区，由青石公司投资建设。"
    assert ("银杉产业园", "滦安新区") in read_text(text).pairs("locatedIn")


def test_whom_you_names_right_before_the_noun() -> None:
    found = read_text("银杉实验室由兰陵大学作为法人单位建设，去年启用。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学")}


def test_a_labelled_body_is_no_thing_that_the_next_one_built() -> None:
    found = read_text("牵头单位：云溪大学。参建单位：岚山研究院、恒岳集团。")
    assert found.pairs("establishedBy") == set()


@pytest.mark.parametrize(
    "text",
    [
        "银杉走廊的核心区是云溪科学城。",
        "云溪科学城，银杉走廊的策源地，今年又有新动作。",
    ],
)
def test_the_part_behind_its_noun_or_before_it(text: str) -> None:
    assert read_text(text).pairs("partOf") == {("云溪科学城", "银杉走廊")}


def test_the_parts_that_a_count_announces() -> None:
    found = read_text("云溪高新区下设两个分园：银杉产业园、青石产业园。")
    both = {("银杉产业园", "云溪高新区"), ("青石产业园", "云溪高新区")}
    assert found.pairs("partOf") == both


def test_as_the_leading_firm_of_a_park_it_is_in_it() -> None:
    found = read_text("作为云溪高新区的龙头企业，青石公司去年营收突破30亿元。")
    assert found.pairs("locatedIn") == {("青石公司", "云溪高新区")}


def test_who_invests_in_a_firm_supports_it_and_has_not_founded_it() -> None:
    found = read_text("青石公司完成B轮融资，投资方包括银杉基金、蓝鲸资本。")
    assert found.pairs("supports") == {("银杉基金", "青石公司"), ("蓝鲸资本", "青石公司")}
    assert found.pairs("establishedBy") == set()


def test_the_unit_in_charge_carries_a_scheme_out() -> None:
    found = read_text("“雏鹰计划”的责任单位为云溪市科技局。")
    assert found.pairs("implements") == {("云溪市科技局", "雏鹰计划")}


def test_the_site_of_a_building_behind_a_verb_of_lying() -> None:
    found = read_text("银杉超算中心建设地点位于云溪科学城东北部。")
    assert found.pairs("locatedIn") == {("银杉超算中心", "云溪科学城")}


def test_the_rows_of_a_card_tell_of_what_heads_it() -> None:
    text = "银杉中试线\n建设单位：青石公司\n建设地点：溧阳市滦安产业园"
    assert ("银杉中试线", "滦安产业园") in read_text(text).pairs("locatedIn")


def test_platforms_are_of_a_park_only_in_its_card() -> None:
    assert read_text("滦安科技园\n创新平台：银杉实验室").pairs("locatedIn") == {
        ("银杉实验室", "滦安科技园")
    }
    assert read_text("公司总部在云溪市。创新平台有银杉实验室。").pairs("locatedIn") == set()


def test_who_leads_an_alliance_is_its_member() -> None:
    found = read_text("星海产业创新联盟启动。牵头单位为恒岳集团。")
    assert found.pairs("memberOf") == {("恒岳集团", "星海产业创新联盟")}


def test_as_one_of_its_founders() -> None:
    found = read_text("作为星海产业创新联盟的发起单位之一，恒岳集团开放了检测设备。")
    assert found.pairs("establishedBy") == {("星海产业创新联盟", "恒岳集团")}


def test_the_parties_of_an_agreement_work_together() -> None:
    found = read_text("银杉项目签约落地，签约双方为云溪市政府和兰陵大学。")
    assert found.pairs("cooperatesWith") == {("兰陵大学", "云溪市政府")}


def test_the_lines_of_a_form_are_about_the_thing_that_it_names() -> None:
    found = read_text(
        "云溪高新区重点项目\n项目名称：银杉中试基地\n建设地点：滦安科技园\n建设单位：恒岳集团"
    )
    assert found.pairs("establishedBy") == {("银杉中试基地", "恒岳集团")}


def test_a_list_that_the_noun_counts_belongs_to_the_subject() -> None:
    found = read_text("恒岳集团拥有银杉公司、青石公司两家全资企业。")
    assert found.pairs("affiliatedWith") == {("银杉公司", "恒岳集团"), ("青石公司", "恒岳集团")}


def test_a_branch_that_a_body_has_set_up_somewhere() -> None:
    found = read_text("银杉研究中心成立了。中心是兰陵实验室在云溪市设立的分支机构。")
    assert found.pairs("affiliatedWith") == {("银杉研究中心", "兰陵实验室")}


def test_a_row_of_a_card_is_about_the_card_not_about_the_row_above() -> None:
    text = "云溪科技园\n公共平台：云溪交易中心、星光检测中心\n合作院校：云溪大学"
    assert read_text(text).pairs("cooperatesWith") == {("云溪科技园", "云溪大学")}


def test_where_a_project_stands_is_not_what_its_investor_built() -> None:
    text = "项目地点在云溪高新区，投资方是星光科技有限公司。"
    assert read_text(text).pairs("establishedBy") == set()
