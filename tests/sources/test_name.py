import pytest

from sources.modifier import is_general
from sources.name import find_names
from sources.token import tokenize
from tests.sources.conftest import read_stages


def names(text: str) -> list[str]:
    return [text[n.start : n.end] for n in find_names(text, tuple(tokenize(text, 0, len(text))))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("建立健全银杉科技金融中心", "银杉科技金融中心"),
        ("此次会议标志着银杉科学城进入新阶段", "银杉科学城"),
        ("加快建设银杉质检基地", "银杉质检基地"),
        ("学校人工智能研究院与滦安科技园", "滦安科技园"),
        ("全国首个银杉示范基地", "银杉示范基地"),
        ("网传滦安科技园", "滦安科技园"),
        ("传言滦安科技园将扩建", "滦安科技园"),
        ("原银杉研究院", "银杉研究院"),
        ("获省科技厅批准", "省科技厅"),
        ("找到银杉创业园", "银杉创业园"),
        ("云溪　银杉大学", "银杉大学"),
        ("镁银岭与豫北工学院签约", "豫北工学院"),
    ],
)
def test_a_name_ends_on_its_left_where_the_sentence_goes_on(text: str, name: str) -> None:
    assert name in names(text)


def test_a_joiner_of_two_modifiers_is_inside_the_name() -> None:
    assert names("共建银杉量子材料与器件研究中心") == ["银杉量子材料与器件研究中心"]


def test_a_dash_of_two_places_is_inside_the_name() -> None:
    assert names("共建苏州—深圳量子研究院") == ["苏州—深圳量子研究院"]


@pytest.mark.parametrize("text", ["银杉召开大会", "代表从南宁去曼谷"])
def test_a_head_noun_inside_another_word_makes_no_name(text: str) -> None:
    assert names(text) == []


def test_a_joiner_of_two_names_is_between_them() -> None:
    assert names("银杉大学与兰陵大学") == ["银杉大学", "兰陵大学"]


@pytest.mark.parametrize("name", ["西部(云溪)科学城", "“龙腾”新材料产业园", "云溪市12英寸芯片项目"])
def test_brackets_quotes_and_measures_may_stand_inside(name: str) -> None:
    assert names(f"{name}开工") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "国家级孵化器已建成",
        "高新区发展迅速",
        "一批科技创新平台",
        "设立天使投资基金",
        "荣昌国家级孵化器",
        "在校大学生",
        "中心城区",
    ],
)
def test_kinds_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_place_before_a_weak_head_makes_no_name() -> None:
    assert names("重庆平台") == []
    assert names("重庆软件园") == ["重庆软件园"]


def test_an_amount_makes_a_fund_of_general_words_specific() -> None:
    assert names("科技成果转化基金成立") == []
    assert names("15亿元的科技成果转化基金成立") == ["科技成果转化基金"]


def test_a_name_knows_the_name_it_starts_with() -> None:
    text = "兰陵大学银杉研究院"
    (name,) = find_names(text, tuple(tokenize(text, 0, len(text))))
    assert [text[inner.start : inner.end] for inner in name.inner] == ["兰陵大学"]


def test_general_words_are_one_modifier_or_two() -> None:
    assert is_general("成果转化")
    assert not is_general("量子")


def test_the_class_comes_with_the_name() -> None:
    found = read_stages("银杉科技园与兰陵生态城、滦安综合保税区开园。").names
    assert found == {
        "银杉科技园": "SciencePark",
        "兰陵生态城": "EcoCity",
        "滦安综合保税区": "BondedZone",
    }


def test_a_city_written_out_is_no_part_of_the_name_of_a_zone() -> None:
    assert names("落户荣成市好运角旅游度假区") == ["好运角旅游度假区"]
    assert names("荣成市科技局出台") == ["荣成市科技局"]


@pytest.mark.parametrize("name", ["第六届东北亚创新大会", "2022苍洱科技大会"])
def test_a_meeting_is_named_with_its_number(name: str) -> None:
    assert names(f"参加{name}") == [name]


def test_an_alliance_may_be_of_the_whole_country() -> None:
    assert names("加入全国深海装备产业联盟") == ["全国深海装备产业联盟"]


def test_the_generation_of_a_technology_belongs_to_the_name() -> None:
    assert names("加快建设银杉第三代半导体产业园") == ["银杉第三代半导体产业园"]
    assert names("启动第三代光纤产业园") == ["第三代光纤产业园"]


@pytest.mark.parametrize(
    "text", ["迈向新时代高新区的行列", "响应省委省政府号召", "筹建高校科研创业基地"]
)
def test_slogans_and_two_bodies_in_one_breath_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_first_letter_that_looks_like_a_joiner_stays_with_its_name() -> None:
    assert "以岚国际医药产业项目" in names("云鲸装备项目、以岚国际医药产业项目")


def test_a_part_of_a_university_is_told_as_the_university() -> None:
    assert names("银杉大学化工学院研制材料") == ["银杉大学"]
    assert names("银杉大学威海学院研制材料") == ["银杉大学威海学院"]


@pytest.mark.parametrize(
    "text",
    [
        "云溪快讯3月5日电(记者 孟云)银杉科创园",
        "云溪日报讯(记者 孟云)银杉科创园",
        "云溪3月5日电(孟云)银杉科创园",
    ],
)
def test_who_reports_is_no_part_of_a_name(text: str) -> None:
    assert "银杉科创园" in names(text)


def test_what_ends_as_a_trades_park_is_one_behind_a_place_only() -> None:
    assert names("曹妃甸不锈钢园扩建") == ["曹妃甸不锈钢园"]
    assert names("六个园中园各有活法,孩子进了葡萄园") == []
    assert names("位于上海幼儿园旁,建有云溪庄园") == []


def test_a_word_for_companies_is_no_part_of_one() -> None:
    assert names("上市公司天骄股份公告称") == ["天骄股份"]


def test_a_letter_that_the_segmenter_has_no_tag_for_is_inside_a_name() -> None:
    assert names("推进银杉皂苷单体项目") == ["银杉皂苷单体项目"]


@pytest.mark.parametrize(
    "name",
    ["大庆龙江数据湖", "漳州水仙家纺城", "霍尔果斯口岸", "云冈学研究院新址", "青海共和光热博物馆"],
)
def test_works_and_sights_are_named_by_a_place_or_an_owner(name: str) -> None:
    assert name in names(f"{name}近日投用")


@pytest.mark.parametrize("text", ["公司新址启用", "贵州磷矿资源丰富", "孩子们爱去博物馆"])
def test_the_bare_words_for_works_and_sights_name_nothing(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("text", ["要激活青石农谷", "肩负青石农谷的使命", "重塑青石农谷"])
def test_what_is_done_to_a_thing_is_no_part_of_its_name(text: str) -> None:
    assert names(text) == ["青石农谷"]
