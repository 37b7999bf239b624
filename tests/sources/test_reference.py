import pytest

from tests.sources.conftest import read_stages


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("西部（云溪）科学城开工。科学城引进企业。", "科学城", "西部(云溪)科学城"),
        ("银杉实验室揭牌。该实验室引进人才。", "该实验室", "银杉实验室"),
        ("兰陵大学建成。学校引进人才。", "学校", "兰陵大学"),
        ("兰陵大学建成。该校引进人才。", "该校", "兰陵大学"),
        ("成都市开会。全市引进企业。", "全市", "成都市"),
        ("兰陵大学今天揭牌\n兰陵大学与滦安大学合作。学校引进人才。", "学校", "兰陵大学"),
        ("银杉研究院成立。该院引进人才。", "该院", "银杉研究院"),
    ],
)
def test_a_word_that_points_back(text: str, word: str, name: str) -> None:
    assert read_stages(text).meant_by(word) == [name]


def test_the_institute_last_introduced_is_meant() -> None:
    text = "银杉研究院成立。该院引进人才。蓝鲸研究院成立。该院引进人才。"
    assert read_stages(text).meant_by("该院") == ["银杉研究院", "蓝鲸研究院"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("滦安大学和兰陵大学建成。学校引进人才。", "学校"),
        ("银杉科学城和蓝鲸科学城开工。科学城引进企业。", "科学城"),
        ("学校引进人才。", "学校"),
        ("银杉实验室揭牌。实验室仪器很多。", "实验室"),
        ("前者引进企业。", "前者"),
    ],
)
def test_what_the_text_does_not_tell_is_left_open(text: str, word: str) -> None:
    assert read_stages(text).meant_by(word) == []


def test_the_former_and_the_latter_of_two_side_by_side() -> None:
    stages = read_stages("滦安科技园、兰陵软件园开园。前者引进企业，后者引进人才。")
    assert stages.meant_by("前者") == ["滦安科技园"]
    assert stages.meant_by("后者") == ["兰陵软件园"]


def test_a_section_speaks_of_its_own() -> None:
    text = "一、甲\n银杉大学建成。\n二、乙\n兰陵大学建成。学校引进人才。\n"
    assert read_stages(text).meant_by("学校") == ["兰陵大学"]


def test_a_declared_form_counts_from_its_declaration_on() -> None:
    text = "集聚区很多。银杉产业示范区（以下简称“集聚区”）开园。集聚区引进企业。"
    assert read_stages(text).meant_by("集聚区") == ["银杉产业示范区"] * 2


def test_references_do_not_overlap_and_tell_how_they_are_known() -> None:
    references = read_stages("兰陵大学建成。学校引进人才。").references
    assert [ref.how for ref in references] == ["explicit", "alias"]
    assert references[0].end <= references[1].start
