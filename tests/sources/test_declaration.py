import pytest

from sources.declaration import is_made_of
from tests.sources.conftest import read_stages


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("滦安银杉综合保税区，简称银杉综保区，地处海边。", "银杉综保区", "滦安银杉综合保税区"),
        ("银杉化工循环产业园（银化园）位于云溪市。", "银化园", "银杉化工循环产业园"),
        ("云溪高投有限公司（以下简称“云创投”或“管理人”）揭牌。", "云创投", "云溪高投有限公司"),
        ("银杉科技新城，当地人多称“杉城”，坐落在海边。", "杉城", "银杉科技新城"),
        ("背后是云溪光学研究所，业内都习惯叫它“光学老所”。", "光学老所", "云溪光学研究所"),
        ("银杉科学城（英文名Yinshan City，缩写YSC，旧称银杉科教园）开园。", "YSC", "银杉科学城"),
    ],
)
def test_a_name_is_told_to_go_by_another(text: str, form: str, name: str) -> None:
    assert (form, name, "declared") in read_stages(text).aliases


def test_a_place_behind_a_comma_belongs_to_the_foreign_name() -> None:
    aliases = read_stages("银杉大学云溪校区（Yinshan University, Yunxi）揭牌。").aliases
    assert {form for form, _, how in aliases if how == "english"} == {"Yinshan University, Yunxi"}


@pytest.mark.parametrize(
    "text",
    [
        "银杉科学城，即将开园。",
        "银杉科学城（云溪）开园。",
        "银杉科学城（AI、大数据）开园。",
        "银杉科学城，企业称“没有时间表”。",
        "银杉科学城，俗称科技的高地，开园了。",
        "银杉科学城、银杉软件园，当地人称“两城”。",
    ],
)
def test_a_remark_behind_a_name_is_no_other_name(text: str) -> None:
    assert read_stages(text).aliases == set()


def test_letters_in_their_order_make_a_short_form() -> None:
    assert is_made_of("银化园", "银杉化工循环产业园")
    assert not is_made_of("园银", "银杉化工循环产业园")


def test_a_later_clause_tells_the_other_name_by_its_letters() -> None:
    text = "银杉新能源创新联合体由六家单位发起，简称“新能源联合体”。"
    assert ("新能源联合体", "银杉新能源创新联合体", "declared") in read_stages(text).aliases


def test_a_later_clause_about_another_thing_tells_none() -> None:
    text = "银杉科学城由六家单位发起，简称“光谷会”。"
    assert read_stages(text).aliases == set()
