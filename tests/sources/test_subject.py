import pytest

from tests.sources.conftest import read_text, read_turns


def subjects(text: str) -> list[list[tuple[str, str]]]:
    return [[(s.entity.name, s.source) for s in turn.subjects] for turn in read_turns(text)]


def test_the_group_before_the_verb_is_the_subject_and_stays_it() -> None:
    own = ("银杉高新区", "explicit")
    assert subjects("银杉高新区引进企业，建设园区。") == [[own], [own]]


def test_all_members_of_a_list_are_subjects() -> None:
    assert subjects("滦安科技园、兰陵软件园引进企业。") == [
        [("滦安科技园", "explicit"), ("兰陵软件园", "explicit")]
    ]


def test_the_next_sentence_goes_on_about_it() -> None:
    said = subjects("会议召开。银杉高新区引进企业。随后建设园区。")
    assert said[-1] == [("银杉高新区", "section")]


def test_a_new_paragraph_does_not() -> None:
    text = "会议今天召开。\n银杉高新区引进企业。滦安高新区引进企业。\n建设园区。\n"
    assert subjects(text)[-1] == []


def test_a_section_with_one_actor_goes_on_about_it() -> None:
    text = "会议今天召开。\n一、园区\n银杉高新区引进企业。银杉高新区建设园区。\n随后引进人才。\n"
    assert subjects(text)[-1] == [("银杉高新区", "section")]


def test_the_one_body_of_the_title_stands_in_at_last() -> None:
    text = "银杉高新区加快发展\n会议今天召开。\n随后建设园区。\n"
    assert subjects(text)[-1] == [("银杉高新区", "headline")]


def test_a_title_with_two_bodies_tells_nothing() -> None:
    text = "银杉高新区牵手滦安高新区\n会议今天召开。\n随后建设园区。\n"
    assert subjects(text)[-1] == []


@pytest.mark.parametrize("clause", ["66家企业开展研发", "“多园”包括园区"])
def test_a_clause_about_something_unknown_has_no_subject(clause: str) -> None:
    (first, second) = read_turns(f"银杉高新区引进企业，{clause}。")
    assert second.subjects == ()
    assert [s.entity.name for s in second.context] == ["银杉高新区"]


def test_a_preposition_keeps_its_noun_from_being_the_subject() -> None:
    assert subjects("在银杉高新区建设园区。") == [[]]


def test_a_document_that_says_something_is_not_its_subject() -> None:
    assert subjects("《云溪市科技创新条例》提出，建设园区。") == [[], []]


def test_persons_are_not_what_a_clause_is_about() -> None:
    assert subjects("云溪区区长方亦舟介绍。")[0] == [("云溪区", "explicit")]


def test_both_sides_are_the_partners_of_the_clause_before() -> None:
    assert subjects("兰陵大学与银杉高新区签约，双方将共建园区。")[1] == [
        ("兰陵大学", "explicit"),
        ("银杉高新区", "explicit"),
    ]


def test_a_semicolon_goes_back_to_who_opened_the_sentence() -> None:
    said = subjects("银杉高新区引进滦安科技园，滦安科技园引进企业；建设园区。")
    assert [names[0][0] for names in said] == ["银杉高新区", "滦安科技园", "银杉高新区"]


ROW = "云溪市项目\n1.银杉实验室。银杉公司与滦安大学共建，面积2亩。院里设三部。\n"


def test_an_item_goes_on_about_its_head_behind_its_builders() -> None:
    said = read_turns(ROW)
    assert [s.entity.name for s in said[-2].subjects] == ["银杉实验室"]
    assert [s.entity.name for s in said[-1].head] == ["银杉实验室"]


def test_a_person_before_a_colon_heads_no_item() -> None:
    assert all(
        not turn.head for turn in read_turns("云溪市市长王明华发言\n王明华：银杉实验室投用。")
    )


def test_doers_do_not_outlive_a_semicolon() -> None:
    text = "建设银杉实验室，由兰陵大学和天澜集团共建；设立云溪创新基金。"
    assert read_text(text).pairs("establishedBy") == {
        ("银杉实验室", "兰陵大学"),
        ("银杉实验室", "天澜集团"),
    }


def test_a_colon_lists_nothing_that_a_small_word_governs() -> None:
    text = "兰陵大学与云溪市共建的“资产”不断生长：2015年与天澜集团办起银杉实验室。"
    assert ("天澜集团", "兰陵大学") not in read_text(text).pairs("establishedBy")


def test_the_next_sentence_goes_on_about_whom_the_last_was_about_first() -> None:
    said = subjects("银杉高新区去年扩区，蓝鲸集团引进人才。随后建设园区。")
    assert said[-1] == [("银杉高新区", "section")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("去年开工的滦安科技园位于云溪市。", "滦安科技园"),
        ("银杉实验室去年揭牌，是云溪市首批建设的实验室之一。", "银杉实验室"),
        ("滦安科技园去年投用，云溪市每年补贴80万元，占地20亩。", "滦安科技园"),
    ],
)
def test_what_a_clause_is_not_about(text: str, last: str) -> None:
    assert [name for name, _ in subjects(text)[-1]] == [last]


def test_the_next_sentence_knows_what_was_brought_up() -> None:
    said = read_turns("兰陵大学与天澜集团共建银杉实验室。今年开放。随后扩建。")
    assert [[s.entity.name for s in turn.past] for turn in said] == [[], ["银杉实验室"], []]


def test_a_clause_that_opens_with_a_partner_goes_on_about_the_subject() -> None:
    found = read_text("天澜集团去年迁来，与兰陵大学共建银杉实验室。")
    assert found.pairs("establishedBy") == {("银杉实验室", "天澜集团"), ("银杉实验室", "兰陵大学")}
    assert found.pairs("cooperatesWith") == {("天澜集团", "兰陵大学")}


def test_what_a_rung_only_describes_is_still_the_subject() -> None:
    found = read_text("昨日开工的银杉产业园占地418亩，由天澜集团投资52亿元兴建。")
    assert found.pairs("establishedBy") == {("银杉产业园", "天澜集团")}


def test_a_body_of_the_area_before_an_adverb_is_another_subject() -> None:
    found = read_text("云溪市出台《甲措施》，市发展局随后制定了《云溪市创新券管理办法》。")
    assert ("云溪市创新券管理办法", "云溪市") not in found.pairs("issuedBy")


@pytest.mark.parametrize(
    "text",
    [
        "银杉高新区去年扩区。天澜集团、蓝鲸集团都已入驻。前三季度营业收入58亿元。",
        "银杉高新区去年扩区，兰陵大学教授周岚任主任，引进博士14人。",
        "银杉高新区去年扩区，获兰陵大学支持，引进博士14人。",
    ],
)
def test_who_comes_in_or_takes_a_post_is_not_what_the_text_is_about(text: str) -> None:
    assert [name for name, _ in subjects(text)[-1]] == ["银杉高新区"]


def test_who_gives_does_not_open_what_follows_a_semicolon() -> None:
    text = "银杉研究院由兰陵大学建设。学校选派团队；滦安县政府提供用房80平方米。"
    assert [name for name, _ in subjects(text)[-2]] == ["兰陵大学"]
    assert subjects(text)[-1][0][0] != "兰陵大学"


def test_the_firms_of_a_counted_list_are_not_what_follows_is_about() -> None:
    text = "银杉实验室去年投用。远达公司、博恒公司等11家企业同实验室合作。去年合同额1.17亿元。"
    assert {who for who, _, _, _ in read_text(text).numbers} == {"银杉实验室"}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("市委书记周岚来到银杉超算中心。中心负责人介绍，去年服务用户1400家。", "银杉超算中心"),
        ("云溪市引进远达公司。去年，这家企业产值2.4亿元。", "远达公司"),
        ("银杉支行由云溪银行在云溪高新区设立，是全区第二家支行，现有员工28人。", "银杉支行"),
        ("云溪高新区与兰陵大学约定合作建设银杉研究院，首期投入3000万元。", "银杉研究院"),
    ],
)
def test_what_is_come_to_or_brought_up_has_the_numbers_that_follow(text: str, owner: str) -> None:
    assert {who for who, _, _, _ in read_text(text).numbers} == {owner}


def test_who_invests_in_the_thing_is_whom_the_sentence_is_about() -> None:
    found = read_text("银杉产业园已开园。园区的投资方恒岳集团很低调，去年又建起滦安实验室。")
    assert ("滦安实验室", "恒岳集团") in found.pairs("establishedBy")
