import pytest

from tests.sources.conftest import read_stages


def test_mentions_do_not_overlap_and_the_longest_wins() -> None:
    reading = read_stages("西部（云溪）科学城与兰陵大学银杉研究院签约。").reading
    spans = [(mention.start, mention.end) for mention in reading.mentions]
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False))
    assert [m.text for m in reading.mentions] == ["西部(云溪)科学城", "兰陵大学银杉研究院"]
    assert "兰陵大学" in [m.text for m in reading.nested]


@pytest.mark.parametrize(
    "text", ["云溪市集聚了蓝鲸、银杉等企业。", "云溪市集聚了蓝鲸、银杉等5家知名企业。"]
)
def test_plain_items_of_a_list_take_the_class_of_its_noun(text: str) -> None:
    names = read_stages(text).names
    assert (names["蓝鲸"], names["银杉"]) == ("Enterprise", "Enterprise")


@pytest.mark.parametrize(
    "text", ["聚焦电子信息、新材料等企业。", "建成国家重点实验室、孵化器等平台。", "服务等企业。"]
)
def test_industries_and_kinds_are_no_items(text: str) -> None:
    assert read_stages(text).names == {}


def test_a_branch_is_a_part_of_the_name() -> None:
    assert "哈尔滨工业大学(威海)" in read_stages("依托哈尔滨工业大学（威海），建设园区。").names


def test_a_campus_that_is_no_place_is_not() -> None:
    assert "银杉大学" in read_stages("依托银杉大学（校本部），建设园区。").names


def test_a_person_known_by_title_is_found_everywhere() -> None:
    found = read_stages("云溪市市长方亦舟出席。方亦舟说，很好。").reading.mentions
    assert [m.text for m in found if m.cls == "Person"] == ["方亦舟", "方亦舟"]


def test_a_title_cuts_a_word_of_the_segmenter() -> None:
    names = read_stages("兰陵大学校长孟云川出席。").names
    assert names == {"兰陵大学": "University", "孟云川": "Person"}


def test_no_name_reaches_over_somebody_with_a_title() -> None:
    names = read_stages("银杉实验室主任孟云川与兰陵大学校长方亦舟签署协议。").names
    assert names == {
        "银杉实验室": "Laboratory",
        "孟云川": "Person",
        "兰陵大学": "University",
        "方亦舟": "Person",
    }


def test_a_new_place_is_found_again_by_its_short_form() -> None:
    stages = read_stages("蓝鲸科技落户滦安市，滦安加快发展。")
    assert stages.names["滦安"] == "City"
    assert stages.aliases == {("滦安", "滦安市", "place")}


def test_the_classes_of_one_sentence() -> None:
    assert read_stages("云溪市科技局、滦安高新区管委会与华为签约。").names == {
        "云溪市科技局": "GovernmentBody",
        "滦安高新区管委会": "AdministrativeCommittee",
        "华为": "Enterprise",
    }


def test_captions_are_not_searched_for_persons() -> None:
    text = "云溪市市长方亦舟出席。\n图为云溪市市长孟云川。 记者 王文 摄\n"
    assert "孟云川" not in read_stages(text).names


def test_a_stage_of_a_park_is_one_and_that_of_another_thing_a_project() -> None:
    names = read_stages("银杉动力谷二期占地480亩，青石研究中心二期占地10亩。").names
    assert names["银杉动力谷二期"] == "IndustrialPark"
    assert names["青石研究中心二期"] == "Project"


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("银杉高新区（筹）揭牌。", "银杉高新区(筹)", "HighTechZone"),
        ("银杉质检中心（厦门）揭牌。", "银杉质检中心(厦门)", "ServicePlatform"),
        (
            "量子国家重点实验室（云溪大学）揭牌。",
            "量子国家重点实验室(云溪大学)",
            "StateKeyLaboratory",
        ),
        ("银杉大学云溪校区开学。", "银杉大学云溪校区", "University"),
        ("《云溪时报》记者了解到，云溪时报社址搬迁。", "云溪时报", "Media"),
    ],
)
def test_what_a_name_holds_at_its_end(text: str, name: str, cls: str) -> None:
    assert read_stages(text).names.get(name) == cls


@pytest.mark.parametrize("text", ["云溪校区开学。", "银杉产业园（在建）揭牌。"])
def test_a_campus_without_a_university_and_a_remark_are_no_name(text: str) -> None:
    assert not {"云溪校区", "银杉产业园(在建)"} & set(read_stages(text).names)


def test_a_verb_before_a_list_is_no_part_of_its_first_item() -> None:
    stages = read_stages("云溪产业园先后落地蓝鲸半导体公司、青石生物公司等企业。")
    assert "蓝鲸半导体公司" in stages.names


def test_what_a_company_holds_may_stand_in_its_name() -> None:
    assert read_stages("国药控股公司落户。").names == {"国药控股公司": "Enterprise"}
