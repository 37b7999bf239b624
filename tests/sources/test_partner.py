import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "银杉高新区与兰陵大学签署合作协议。",
        "银杉高新区携手兰陵大学开展合作。",
        "银杉高新区和兰陵大学签约。",
        "会议开始，银杉高新区同兰陵大学签约。",
    ],
)
def test_who_works_with_whom(text: str) -> None:
    assert read_text(text).pairs("cooperatesWith") == {("银杉高新区", "兰陵大学")}


def test_a_thing_does_not_work_with_its_founders() -> None:
    found = read_text("银杉研究院由某某大与兰陵大学共建。")
    assert found.pairs("cooperatesWith") == set()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("银杉高新区尚未与兰陵大学签署协议。", "negated"),
        ("银杉高新区与兰陵大学尚未签署协议。", "negated"),
        ("银杉高新区否认将与兰陵大学签署协议。", "denied"),
        ("如果获批，银杉高新区将与兰陵大学签署协议。", "hypothetical"),
        ("银杉高新区力争与兰陵大学签署协议。", "target"),
    ],
)
def test_no_deal_is_no_deal(text: str, modality: str) -> None:
    found = read_text(text)
    assert found.pairs("cooperatesWith") == set()
    assert found.pairs("cooperatesWith", modality) == {("银杉高新区", "兰陵大学")}


def test_every_subject_signs_with_every_partner() -> None:
    found = read_text("云溪市、滦安市与兰陵大学签署合作协议。")
    assert found.pairs("cooperatesWith") == {("云溪市", "兰陵大学"), ("滦安市", "兰陵大学")}


def test_two_lists_sign_one_by_one() -> None:
    found = read_text("云溪市与滦安市分别与兰陵大学、银杉研究院签署合作协议。")
    assert found.pairs("cooperatesWith") == {("云溪市", "兰陵大学"), ("滦安市", "银杉研究院")}


def test_names_of_one_list_without_sides_do_not_work_together() -> None:
    assert read_text("兰陵大学、银杉大学开展合作。").pairs("cooperatesWith") == set()


def test_both_sides_may_have_met_sentences_ago() -> None:
    found = read_text("兰陵大学与滦安大学早有往来。此后，双方合办银杉实验室。")
    assert found.pairs("cooperatesWith") == {("兰陵大学", "滦安大学")}
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学"), ("银杉实验室", "滦安大学")}


def test_who_signs_builds_together_what_the_next_clause_names() -> None:
    found = read_text("云溪市同海天集团签下协议，合建滦安实验室。")
    assert found.pairs("cooperatesWith") == {("云溪市", "海天集团")}
    assert found.pairs("establishedBy") == {("滦安实验室", "云溪市"), ("滦安实验室", "海天集团")}


def test_what_one_builds_alone_after_a_contract_is_its_own() -> None:
    found = read_text("云溪市同海天集团签下协议，设立滦安实验室。")
    assert found.pairs("establishedBy") == {("滦安实验室", "云溪市")}


def test_who_runs_a_thing_together() -> None:
    text = "银杉创新中心由滦安市经信局与青石大学合作运营。"
    assert ("滦安市经信局", "青石大学") in read_text(text).pairs("cooperatesWith")


def test_three_that_sign_one_agreement_are_partners_of_each_other() -> None:
    found = read_text("云溪市、兰陵大学、天澜集团在榕城市签署合作协议。")
    assert found.pairs("cooperatesWith") == {
        ("云溪市", "兰陵大学"),
        ("云溪市", "天澜集团"),
        ("兰陵大学", "天澜集团"),
    }


def test_a_row_of_firms_may_each_sign_with_somebody_else() -> None:
    assert read_text("紫鹰公司、蓝鲸公司、青石公司签约。").pairs("cooperatesWith") == set()
    found = read_text("云溪市、兰陵大学、天澜集团出席签约仪式。")
    assert found.pairs("cooperatesWith") == set()


def test_with_a_district_of_a_city_is_with_the_district() -> None:
    found = read_text("兰陵大学与广州市黄埔区共建银杉实验室。")
    assert found.pairs("cooperatesWith") == {("兰陵大学", "黄埔区")}


def test_a_row_of_places_may_each_sign_with_the_host() -> None:
    assert read_text("安庆市、南平市、丽水市当场签约。").pairs("cooperatesWith") == set()


def test_a_thing_that_is_built_with_somebody_is_built_by_him() -> None:
    found = read_text("银杉实验室，设在云溪市，与兰陵大学共建，去年验收。")
    assert found.pairs("establishedBy") == {("银杉实验室", "兰陵大学")}
    assert found.pairs("cooperatesWith") == set()


def test_two_who_made_a_thing_work_together() -> None:
    found = read_text("银杉实验室是天澜集团与兰陵大学2016年合办的。")
    assert found.pairs("establishedBy") == {("银杉实验室", "天澜集团"), ("银杉实验室", "兰陵大学")}
    assert found.pairs("cooperatesWith") == {("天澜集团", "兰陵大学")}


@pytest.mark.parametrize("verb", ["设立银杉基金", "负责年度监测", "起草了实施细则"])
def test_who_acts_jointly_with_another_works_with_him(verb: str) -> None:
    found = read_text(f"云溪市财政局会同云溪市科技局{verb}。")
    assert found.pairs("cooperatesWith") == {("云溪市财政局", "云溪市科技局")}


def test_those_who_are_urged_to_build_together_work_together() -> None:
    found = read_text("支持兰陵研究院和天澜大学共建银杉实验室。")
    assert found.pairs("cooperatesWith") == {("兰陵研究院", "天澜大学")}


@pytest.mark.parametrize(
    "text",
    [
        "银杉实验室由天澜集团、海拓集团与兰陵大学共同组建。",
        "天澜集团、海拓集团与兰陵大学共同组建银杉实验室。",
    ],
)
def test_a_row_of_three_founders_says_nothing_of_two(text: str) -> None:
    found = read_text(text)
    bodies = {"天澜集团", "海拓集团", "兰陵大学"}
    assert found.pairs("establishedBy") == {("银杉实验室", body) for body in bodies}
    assert found.pairs("cooperatesWith") == set()


def test_the_first_of_three_founders_works_with_those_behind_it() -> None:
    found = read_text("银杉实验室由兰陵大学与天澜集团、海拓集团共同组建。")
    assert found.pairs("cooperatesWith") == {("兰陵大学", "天澜集团"), ("兰陵大学", "海拓集团")}


def test_a_thing_is_no_partner_of_those_who_made_it() -> None:
    found = read_text("银杉研究院是公司和兰陵大学前年合办的，占了两栋楼。")
    assert found.pairs("cooperatesWith") == set()


@pytest.mark.parametrize(
    "text",
    [
        "银杉研究院和兰陵大学一起办的星海实验室去年发了12篇论文。",
        "星海实验室，是银杉研究院联合兰陵大学共同打造的平台。",
        "银杉研究院拿出2亿元，与兰陵大学一道建了星海实验室。",
        "银杉研究院的合作伙伴是兰陵大学。",
        "兰陵大学是银杉研究院的长期合作伙伴。",
        "银杉研究院与兰陵大学的校企合作进入第八年。",
        "银杉研究院、兰陵大学签署共建协议，蓝鲸科技公司到场见证。",
    ],
)
def test_ways_of_working_together(text: str) -> None:
    assert read_text(text).pairs("cooperatesWith") in (
        {("银杉研究院", "兰陵大学")},
        {("兰陵大学", "银杉研究院")},
    )


def test_pairs_of_a_list_work_with_each_other_alone() -> None:
    found = read_text("云溪大学与恒岳集团、岚山研究院与蓝鲸科技公司分别签约。")
    assert found.pairs("cooperatesWith") == {
        ("云溪大学", "恒岳集团"),
        ("岚山研究院", "蓝鲸科技公司"),
    }


def test_those_who_work_with_somebody_listed_behind_the_verb() -> None:
    found = read_text("与银杉研究院合作的有兰陵大学、滦安大学。")
    assert found.pairs("cooperatesWith") == {
        ("兰陵大学", "银杉研究院"),
        ("滦安大学", "银杉研究院"),
    }


def test_three_sides_of_one_agreement() -> None:
    found = read_text("恒岳集团、银杉研究院与兰陵大学三方在云溪市签署合作框架协议。")
    assert found.pairs("cooperatesWith") == {
        ("恒岳集团", "银杉研究院"),
        ("恒岳集团", "兰陵大学"),
        ("银杉研究院", "兰陵大学"),
    }


def test_cities_that_sign_together() -> None:
    found = read_text("赣州、韶关、郴州三市签署合作协议。")
    assert found.pairs("cooperatesWith") == {
        ("赣州", "韶关"),
        ("赣州", "郴州"),
        ("韶关", "郴州"),
    }


def test_what_the_two_build_may_be_described_by_it() -> None:
    found = read_text("去年底，恒岳集团找到兰陵大学。半年后，二者合建的银杉研究院挂牌。")
    pairs = {("银杉研究院", "恒岳集团"), ("银杉研究院", "兰陵大学")}
    assert found.pairs("establishedBy") == pairs
    assert found.pairs("cooperatesWith") == {("恒岳集团", "兰陵大学")}


def test_a_counted_row_that_builds_together_is_but_a_row() -> None:
    found = read_text("银杉研究院揭牌，兰陵大学、恒岳集团等6家单位共建。")
    assert found.pairs("cooperatesWith") == set()


def test_areas_whose_abilities_are_raised_do_not_work_together() -> None:
    text = "建设实验室对提升山东省和烟台市制造业创新能力、强化基础研究、开展科研协作具有重要意义。"
    assert read_text(text).pairs("cooperatesWith") == set()
