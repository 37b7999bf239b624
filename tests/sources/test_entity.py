import pytest

from tests.sources.conftest import read_stages


@pytest.mark.parametrize(
    ("bracket", "form"),
    [
        ("（以下简称“银杉中心”）", "银杉中心"),
        ("（以下简称：银杉中心）", "银杉中心"),
        ("（以下简称为“银杉中心”）", "银杉中心"),
        ("（简称银杉中心）", "银杉中心"),
        ("（下称“银杉中心”）", "银杉中心"),
        ("（“银杉中心”）", "银杉中心"),
    ],
)
def test_a_bracket_declares_a_short_form(bracket: str, form: str) -> None:
    text = f"滦安银杉生物技术创新中心{bracket}揭牌。"
    assert (form, "滦安银杉生物技术创新中心", "declared") in read_stages(text).aliases


@pytest.mark.parametrize("label", ["", "英文名：", "英文:"])
def test_a_bracket_gives_a_foreign_name(label: str) -> None:
    aliases = read_stages(f"银杉科学城（{label}Yinshan Science City）开园。").aliases
    assert aliases == {("Yinshan Science City", "银杉科学城", "english")}


def test_a_remark_in_brackets_declares_nothing() -> None:
    assert read_stages("银杉科学城（在建）开园。").aliases == set()


def test_leaving_out_general_words_makes_a_short_form() -> None:
    text = "银杉产业技术研究院揭牌。银杉研究院引进人才。"
    assert ("银杉研究院", "银杉产业技术研究院", "short") in read_stages(text).aliases


def test_leaving_out_the_area_makes_a_short_form() -> None:
    text = "成都银杉软件园开园。银杉软件园引进企业。"
    assert ("银杉软件园", "成都银杉软件园", "short") in read_stages(text).aliases


@pytest.mark.parametrize(
    "text",
    [
        "重庆软件园与中电重庆软件园同步建设。",
        "重庆大学与重庆医科大学签约。",
        "银杉科技园与银杉软件园开园。",
        "云溪市与云溪高新区合作。",
    ],
)
def test_names_of_different_things_stay_apart(text: str) -> None:
    stages = read_stages(text)
    assert stages.aliases == set()
    assert len({stages.entities.of(m).name for m in stages.reading.mentions}) == 2


def test_a_short_form_of_two_names_is_of_neither() -> None:
    text = "银杉产业技术研究院与银杉工业技术研究院揭牌。银杉研究院引进人才。"
    assert read_stages(text).aliases == set()


def test_a_place_in_short_is_the_place_written_out() -> None:
    stages = read_stages("荣昌区引进企业。荣昌、永川建设园区。")
    assert ("荣昌", "荣昌区", "place") in stages.aliases
    assert stages.meant_by("荣昌") == ["荣昌区"]


def test_the_class_is_what_most_mentions_say() -> None:
    entities = read_stages("银杉研究院揭牌。银杉研究院引进人才。").entities
    assert entities.by_name["银杉研究院"].cls == "ResearchInstitute"
    assert len(entities.by_name["银杉研究院"].mentions) == 2


def test_a_thing_met_as_an_object_becomes_an_entity_once() -> None:
    entities = read_stages("银杉大学建成。").entities
    first = entities.coin("电子信息", "Industry", 0, 4, "cue")
    assert entities.coin("电子信息", "Industry", 9, 13, "cue") is first
    assert [(m.start, m.source) for m in first.mentions] == [(0, "coined")]
    assert entities.coin("银杉大学", "Industry", 0, 4, "cue").cls == "University"


def test_a_place_written_out_only_inside_a_name_does_not_name_the_place() -> None:
    stages = read_stages("宜昌市科技局出台办法，推动宜昌引进企业。")
    assert stages.meant_by("宜昌") == ["宜昌"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("氦星低温", "氦星"),
        ("青锂科技有限公司", "青锂科技"),
        ("江淮科技大学", "江淮科大"),
        ("银杉光学研究所", "银杉光学所"),
    ],
)
def test_a_brand_or_a_shortened_end_is_another_name(full: str, short: str) -> None:
    text = f"由{full}牵头建设银杉中心。{short}与云溪市签约。"
    assert (short, full, "short") in read_stages(text).aliases


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("云溪经济技术开发区", "云溪经开区"),
        ("云溪经济开发区", "云溪经开区"),
        ("云溪高新技术产业开发区", "云溪高新区"),
        ("云溪市科学技术局", "云溪市科技局"),
    ],
)
def test_zones_and_bureaus_have_short_ends(full: str, short: str) -> None:
    assert (short, full, "short") in read_stages(f"{full}发布计划。{short}引进企业。").aliases


def test_a_bureau_goes_by_the_letter_of_its_area() -> None:
    stages = read_stages("荣昌区科技局出台办法。区科技局局长方亦舟出席。")
    assert ("区科技局", "荣昌区科技局", "short") in stages.aliases


def test_brackets_may_declare_several_forms() -> None:
    stages = read_stages(
        "银杉研究院（Yinshan Academy of Grain, Ltd，英文缩写YAG）揭牌。"
        "由荣昌大学（下称荣大，又名银大）共建。"
    )
    assert stages.aliases >= {
        ("YAG", "银杉研究院", "declared"),
        ("荣大", "荣昌大学", "declared"),
        ("银大", "荣昌大学", "declared"),
    }


def test_a_name_goes_on_without_its_place() -> None:
    stages = read_stages("荣昌玻纤研究院揭牌。玻纤研究院引进人才，研究院开放。")
    assert {short for short, full, _ in stages.aliases if full == "荣昌玻纤研究院"} == {
        "玻纤研究院"
    }


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("银杉大学云溪研究院即“云研院”，去年成立。", "云研院", "银杉大学云溪研究院"),
        ("《银杉若干措施》（以下简称《若干措施》）印发。", "若干措施", "银杉若干措施"),
        ("银杉集聚区（业内称“银杉谷”）开园。", "银杉谷", "银杉集聚区"),
    ],
)
def test_a_short_form_may_be_declared_in_quotes_and_titles(text: str, form: str, name: str) -> None:
    assert (form, name, "declared") in read_stages(text).aliases


def test_what_several_are_called_together_names_none_of_them() -> None:
    text = "银杉科创园、青川科创园统称“两园”，去年开园。"
    assert read_stages(text).aliases == set()
