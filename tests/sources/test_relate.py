import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "predicate", "pair"),
    [
        ("滦安科技园位于云溪市。", "locatedIn", ("滦安科技园", "云溪市")),
        ("滦安科技园坐落在云溪市。", "locatedIn", ("滦安科技园", "云溪市")),
        ("云溪市引进了滦安科技园。", "locatedIn", ("滦安科技园", "云溪市")),
        ("云溪市设立银杉天使投资基金。", "establishedBy", ("银杉天使投资基金", "云溪市")),
        ("云溪市打造滦安科技园。", "establishedBy", ("滦安科技园", "云溪市")),
        ("云溪市推进银杉实验室建设。", "establishedBy", ("银杉实验室", "云溪市")),
        ("银杉基金由云溪市科技局设立。", "establishedBy", ("银杉基金", "云溪市科技局")),
        ("由兰陵大学牵头建设银杉实验室。", "establishedBy", ("银杉实验室", "兰陵大学")),
        ("银杉高新区包括滦安科技园。", "partOf", ("滦安科技园", "银杉高新区")),
        ("滦安科技园隶属于银杉高新区。", "partOf", ("滦安科技园", "银杉高新区")),
        ("银杉研究院隶属于兰陵大学。", "affiliatedWith", ("银杉研究院", "兰陵大学")),
        ("兰陵大学拥有银杉实验室。", "affiliatedWith", ("银杉实验室", "兰陵大学")),
        ("银杉高新区加入蓝鲸产业联盟。", "memberOf", ("银杉高新区", "蓝鲸产业联盟")),
        ("银杉高新区参与组建蓝鲸产业联盟。", "memberOf", ("银杉高新区", "蓝鲸产业联盟")),
        ("云溪市出台《银杉条例》。", "issuedBy", ("银杉条例", "云溪市")),
        ("云溪市科技局印发《银杉条例》。", "issuedBy", ("银杉条例", "云溪市科技局")),
        ("银杉高新区实施“链长制”。", "implements", ("银杉高新区", "链长制")),
        ("银杉高新区率先推行“链长制”。", "implements", ("银杉高新区", "链长制")),
        ("银杉高新区支持兰陵大学。", "supports", ("银杉高新区", "兰陵大学")),
        ("银杉基金投向滦安科技园。", "supports", ("银杉基金", "滦安科技园")),
        ("银杉工业园更名为银杉高新区。", "succeeds", ("银杉高新区", "银杉工业园")),
        ("银杉高新区的前身是银杉工业园。", "succeeds", ("银杉高新区", "银杉工业园")),
    ],
)
def test_a_relation_and_its_direction(text: str, predicate: str, pair: tuple[str, str]) -> None:
    assert read_text(text).pairs(predicate) == {pair}


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("滦安科技园尚未落户云溪市。", "locatedIn", "negated"),
        ("一旦谈成，滦安科技园将落户云溪市。", "locatedIn", "hypothetical"),
        ("网传滦安科技园将落户云溪市，消息不实。", "locatedIn", "denied"),
        ("云溪市没有设立银杉基金。", "establishedBy", "negated"),
        ("云溪市力争建成银杉科技园。", "establishedBy", "target"),
        ("如果获批，云溪市将设立银杉基金。", "establishedBy", "hypothetical"),
        ("银杉高新区拒绝加入蓝鲸产业联盟。", "memberOf", "negated"),
        ("云溪市尚未出台《银杉条例》。", "issuedBy", "negated"),
        ("银杉高新区可能实施“链长制”。", "implements", "hypothetical"),
        ("银杉高新区不再支持兰陵大学。", "supports", "negated"),
        ("银杉工业园有望更名为银杉高新区。", "succeeds", "hypothetical"),
        ("滦安科技园并未并入银杉高新区。", "partOf", "negated"),
        ("银杉研究院不再隶属于兰陵大学。", "affiliatedWith", "negated"),
    ],
)
def test_what_is_not_so_is_not_asserted(text: str, predicate: str, modality: str) -> None:
    found = read_text(text)
    assert found.pairs(predicate) == set()
    assert len(found.pairs(predicate, modality)) == 1


def test_every_object_of_a_list_is_meant() -> None:
    assert read_text("银杉高新区包括滦安科技园、兰陵软件园。").pairs("partOf") == {
        ("滦安科技园", "银杉高新区"),
        ("兰陵软件园", "银杉高新区"),
    }


def test_two_lists_are_paired_off_one_by_one() -> None:
    found = read_text("云溪市、滦安市分别设立银杉基金、蓝鲸基金。")
    assert found.pairs("establishedBy") == {("银杉基金", "云溪市"), ("蓝鲸基金", "滦安市")}


def test_partners_found_a_thing_together() -> None:
    found = read_text("兰陵大学联合银杉大学共同成立蓝鲸实验室。")
    assert found.pairs("establishedBy") == {("蓝鲸实验室", "兰陵大学"), ("蓝鲸实验室", "银杉大学")}


def test_two_doers_who_found_together_work_together() -> None:
    found = read_text("由兰陵大学、银杉大学联合设立蓝鲸实验室。")
    assert found.pairs("cooperatesWith") == {("兰陵大学", "银杉大学")}


def test_the_founder_of_an_alliance_is_a_member() -> None:
    found = read_text("云溪市成立蓝鲸产业联盟。")
    assert found.pairs("memberOf") == {("云溪市", "蓝鲸产业联盟")}
    assert read_text("云溪市探索建立蓝鲸产业联盟。").pairs("memberOf") == set()


@pytest.mark.parametrize(
    "text",
    [
        "云溪市推进银杉实验室发展。",
        "云溪市建设重庆科技创新的力量。",
        "云溪市建设兰陵大学的队伍。",
        "云溪市建设银杉科技园队伍。",
        "云溪市设立的银杉工业园拥有厂房。",
        "66家企业共建银杉实验室。",
    ],
)
def test_what_only_stands_near_a_verb_is_not_founded(text: str) -> None:
    assert read_text(text).pairs("establishedBy") <= {("银杉工业园", "云溪市")}


def test_a_body_that_has_a_laboratory_is_no_place() -> None:
    assert read_text("兰陵大学拥有银杉实验室。").pairs("locatedIn") == set()


def test_the_evidence_quotes_verb_and_object_and_the_subject() -> None:
    (statement,) = read_text("滦安科技园位于云溪市。").of("locatedIn")
    assert [(e.role, e.exact) for e in statement.evidence] == [
        ("subject", "滦安科技园"),
        ("predicate", "位于云溪市"),
    ]
    assert statement.method == "rule:trigger/sit/位于"


def test_who_is_pushed_to_build_is_not_built() -> None:
    found = read_text("云溪高新区推动兰陵大学建设银杉实验室。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学")}


def test_the_subject_goes_on_founding_elsewhere() -> None:
    text = "2018年，云溪高新区在榕城市设立银杉孵化器，2019年又到深圳布局银杉创新中心。"
    assert read_text(text).pairs("establishedBy") == {
        ("银杉孵化器", "云溪高新区"),
        ("银杉创新中心", "云溪高新区"),
    }
    assert read_text("天澜集团布局云溪高新区。").pairs("establishedBy") == set()


def test_one_letter_says_something_only_as_a_word() -> None:
    assert read_text("云溪市设想兰陵实验室。").pairs("establishedBy") == set()
    found = read_text("云溪市引进青石公司，设兰陵实验室。")
    assert found.pairs("establishedBy") == {("兰陵实验室", "云溪市")}


def test_an_agreement_to_build_names_what_is_built() -> None:
    found = read_text("天澜集团与兰陵大学签订共建银杉科创园协议。")
    assert found.pairs("establishedBy") == {("银杉科创园", "天澜集团"), ("银杉科创园", "兰陵大学")}


@pytest.mark.parametrize(
    "text",
    [
        "滦安工业园与银杉工业园合并，组建青山高新区。",
        "滦安工业园将与银杉工业园整合，组建青山高新区。",
        "滦安工业园、银杉工业园合并，定名青山高新区。",
    ],
)
def test_what_two_merged_bodies_become_succeeds_both(text: str) -> None:
    assert read_text(text).pairs("succeeds") == {
        ("青山高新区", "滦安工业园"),
        ("青山高新区", "银杉工业园"),
    }


def test_the_new_name_of_a_zone_that_rose() -> None:
    found = read_text("2010年，滦安高新区升级为国家级高新区，定名为银杉高新区。")
    assert found.pairs("succeeds") == {("银杉高新区", "滦安高新区")}


def test_the_text_goes_on_about_what_a_body_has_become() -> None:
    text = "滦安物流园去年改建为青石科创谷，今年1月开园，首批迁入的有银杉研究院、青山研究院。"
    assert read_text(text).pairs("locatedIn") == {
        ("银杉研究院", "青石科创谷"),
        ("青山研究院", "青石科创谷"),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("青石公司把总部搬到云溪市。", {("青石公司", "云溪市")}),
        ("青石公司把生产线搬到云溪市。", set()),
        ("青石公司的生产线迁往云溪市。", set()),
        ("青石公司迁往云溪市。", {("青石公司", "云溪市")}),
        ("云溪市去年提速，先后落户在滦安科技园的企业有80家。", set()),
    ],
)
def test_what_moves_there(text: str, found: set[tuple[str, str]]) -> None:
    assert read_text(text).pairs("locatedIn") == found


def test_who_moves_a_laboratory_has_not_founded_it() -> None:
    found = read_text("青石公司把银杉实验室搬到云溪市。")
    assert found.pairs("establishedBy") == set()
    assert found.pairs("locatedIn") == {("银杉实验室", "云溪市")}


def test_what_governs_a_document_does_not_govern_who_issued_it() -> None:
    found = read_text("根据云溪市今年3月印发的《银杉行动计划》，产值将翻番。")
    assert found.pairs("issuedBy") == {("银杉行动计划", "云溪市")}


@pytest.mark.parametrize("verb", ["获批建设", "今年又开建", "获准组建"])
def test_who_may_build_or_begins_to_builds(verb: str) -> None:
    found = read_text(f"兰陵研究院{verb}银杉实验室。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵研究院")}


def test_a_storey_belongs_to_the_place_just_named() -> None:
    found = read_text("银杉实验室选址滦安科技园二楼，面积680平方米。")
    assert found.pairs("locatedIn") == {("银杉实验室", "滦安科技园")}


def test_a_policy_only_tells_who_shall_carry_a_scheme_out() -> None:
    found = read_text("云溪市印发《银杉措施》。《银杉措施》提出，实施“揽月计划”。")
    assert ("银杉措施", "揽月计划") not in found.pairs("implements")


def test_who_is_congratulated_has_built_it() -> None:
    found = read_text("银杉大学祝贺云溪市建成白桦实验室。")
    assert found.pairs("establishedBy") == {("白桦实验室", "云溪市")}


def test_who_has_come_to_a_place_without_a_name_is_not_in_the_one_before() -> None:
    text = "滦安新区内，银杉研究院已经投用；希望园区则吸引了青石公司扎根。"
    assert ("青石公司", "滦安新区") not in read_text(text).pairs("locatedIn")


def test_what_the_building_of_a_thing_is_good_for_tells_of_no_builder() -> None:
    text = "会议由兰陵大学承办。专家一致认为，建设高水平银杉实验室符合云溪市的战略部署。"
    assert read_text(text).pairs("establishedBy") == set()


def test_a_school_is_not_built_by_who_furthers_its_subjects() -> None:
    text = "云溪市推进兰陵大学“双一流”建设进程。"
    assert read_text(text).pairs("establishedBy") == set()
