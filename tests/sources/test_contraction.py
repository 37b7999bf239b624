import pytest

from tests.sources.conftest import read_stages, read_text


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("银杉新材料科创园", "银杉科创园"),
        ("宁波甬松材料研究院", "甬松院"),
        ("晴岚集团", "晴岚"),
        ("青川新材料产业园", "青川园"),
        ("国家银杉酿造工程技术研究中心", "银杉酿造中心"),
    ],
)
def test_a_telling_part_of_a_name_with_its_head_is_another_name(full: str, short: str) -> None:
    text = f"{full}落户云溪市。三年过去，{short}引进人才。"
    found = {(form, name) for form, name, _ in read_stages(text).aliases}
    assert (short, full) in found


@pytest.mark.parametrize(
    "text",
    [
        "青溪科创基金成立。三年过去，青溪基金投出项目。",
        "银杉新材料科创园与银杉科创园签约。",
        "银杉科创园开园。三年过去，银杉新材料科创园也开园了。",
        "银杉新材料科创园、银杉生物科创园开园。三年过去，银杉科创园引进人才。",
        "江宁开发区开园。三年过去，江宁区引进人才。",
        "云溪光学研究院揭牌。三年过去，又多了一家光学院。",
        "云溪半导体产业园开园。三年过去，全国半导体园都在引进人才。",
    ],
)
def test_what_may_be_another_thing_is_none(text: str) -> None:
    assert read_stages(text).aliases == set()


def test_a_plain_word_names_a_zone_and_only_points_at_other_things() -> None:
    text = "银杉科学城开园。三年过去，科学城引进人才。银杉光子实验室揭牌，实验室引进人才。"
    labels = {(s.subject.name, s.object.name) for s in read_text(text).of("altLabel") if s.object}
    assert labels == {("银杉科学城", "科学城")}


def test_a_plain_word_that_could_name_several_zones_is_no_name() -> None:
    text = "银杉科学城开园。三年过去，科学城引进人才。青川科学城也开园了。"
    assert read_text(text).of("altLabel") == []


def test_the_end_of_a_longer_head_noun_is_no_name_of_a_zone() -> None:
    text = "银杉高新区开园。三年过去，新区引进人才。"
    assert read_text(text).of("altLabel") == []


def test_a_foreign_name_goes_on_with_one_part() -> None:
    text = "云溪研究所所长埃里克·索尔海姆表示欢迎。会后，索尔海姆看了船台。"
    assert ("索尔海姆", "埃里克·索尔海姆") in _labels(text)


def test_a_firm_goes_on_without_its_place() -> None:
    text = "江苏蓝澜电气有限公司去年投产。蓝澜电气的产品卖到了欧洲。"
    assert ("蓝澜电气", "江苏蓝澜电气有限公司") in _labels(text)


def _labels(text: str) -> set[tuple[str, str]]:
    """Each short form with the full name."""
    return {(form, name) for form, name, _ in read_stages(text).aliases}
