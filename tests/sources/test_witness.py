from sources.witness import find_authors
from tests.sources.conftest import read_stages, read_text


def test_who_wrote_the_article_is_named_before_or_behind_the_paper() -> None:
    text = "云溪日报讯(记者 方亦舟 通讯员 孟云)云溪市开工。\n□ 韩松年\n记者了解到，项目3个。"
    assert [text[start:end] for start, end in find_authors(text)] == ["方亦舟", "孟云", "韩松年"]


def test_a_team_goes_by_a_person() -> None:
    assert read_stages("来自云溪的方亦舟团队研发出芯片。").names.get("方亦舟") == "Person"


def test_an_author_in_a_byline_is_a_person() -> None:
    found = read_text("科学城开工\n2023年6月1日 本报记者 方亦舟\n云溪市引进项目30个。")
    assert ("方亦舟", "Person") in {
        (s.subject.name, s.object.name) for s in found.of("type") if s.object is not None
    }
