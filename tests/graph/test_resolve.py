from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from graph.curation import read_curation
from graph.resolve import Decision, Resolution, resolve, roster_of
from ontology.errors import ReviewError
from sources.document import Document
from sources.statement import Statement

Run = tuple[Document, list[Statement]]
Article = Callable[..., Run]

LAB = "人工智能研究院/ResearchInstitute"
CITY = "西部(重庆)科学城/ScienceCity"


def iri(resolution: Resolution, run: Run, name: str, cls: str) -> str:
    return resolution.scope(run[1]).find(name, cls).iri.rsplit("/", 1)[-1]


def settle(*runs: Run, rulings: Path | None = None) -> Resolution:
    curation = read_curation(rulings)
    return resolve(roster_of([run[1] for run in runs], curation), curation)


def actions(resolution: Resolution, name: str) -> set[tuple[str, str]]:
    return {(d.action, d.other) for d in resolution.decisions if d.name == name}


def test_spellings_of_one_name_are_one_thing(article: Article) -> None:
    one = article("a1", "长沙（高新区）/HighTechZone locatedIn 湖南/Province")
    two = article("a2", "长沙(高新区)/HighTechZone locatedIn 湖南/Province")
    resolution = settle(one, two)
    assert iri(resolution, one, "长沙（高新区）", "HighTechZone") == iri(
        resolution, two, "长沙(高新区)", "HighTechZone"
    )


def test_the_most_specific_class_wins(article: Article) -> None:
    one = article("a1", "重庆高新区/Zone locatedIn 重庆/City")
    two = article("a2", "重庆高新区/HighTechZone locatedIn 重庆/City")
    entity = settle(one, two).scope(one[1]).find("重庆高新区", "Zone")
    assert entity.cls == "HighTechZone"


def test_one_name_of_two_mother_institutions_is_two_things(article: Article) -> None:
    one = article("a1", f"{LAB} affiliatedWith 重庆大学/University")
    two = article("a2", f"{LAB} affiliatedWith 湖南大学/University")
    resolution = settle(one, two)
    found = {iri(resolution, run, "人工智能研究院", "ResearchInstitute") for run in (one, two)}
    assert len(found) == 2
    assert {d.reason for d in resolution.decisions if d.action == "apart"} == {
        "one of 2 things of this name: same name and same body"
    }


def test_a_mention_that_could_be_either_is_neither(article: Article) -> None:
    runs = [
        article("a1", f"{LAB} affiliatedWith 重庆大学/University"),
        article("a2", f"{LAB} affiliatedWith 湖南大学/University"),
        article("a3", f"{LAB} focusesOn 机器学习/ResearchField"),
    ]
    resolution = settle(*runs)
    found = {iri(resolution, run, "人工智能研究院", "ResearchInstitute") for run in runs}
    assert len(found) == 3
    assert any("nothing says which" in d.reason for d in resolution.decisions)


def test_a_shared_body_ties_two_articles(article: Article) -> None:
    one = article("a1", f"{LAB} affiliatedWith 重庆大学/University", f"{LAB} locatedIn 重庆/City")
    two = article("a2", f"{LAB} affiliatedWith 重庆大学/University")
    assert settle(one, two).count() == 3


def test_departments_of_two_cities_are_two_things(article: Article) -> None:
    one = article(
        "a1", "市科技局/GovernmentBody supports 芯片设计/Industry", "重庆/City partOf 西部/Region"
    )
    two = article(
        "a2", "市科技局/GovernmentBody supports 芯片设计/Industry", "长沙/City partOf 中部/Region"
    )
    three = article(
        "a3", "市科技局/GovernmentBody supports 芯片设计/Industry", "长沙/City partOf 中部/Region"
    )
    resolution = settle(one, two, three)
    first, second, third = (
        iri(resolution, run, "市科技局", "GovernmentBody") for run in (one, two, three)
    )
    assert first != second
    assert second == third


def test_a_district_ties_to_its_city_by_the_table_of_divisions(article: Article) -> None:
    one = article("a1", "科创中心/ScienceCenter locatedIn 南岸区/District")
    two = article("a2", "科创中心/ScienceCenter locatedIn 重庆市/City")
    three = article("a3", "科创中心/ScienceCenter locatedIn 长沙/City")
    resolution = settle(one, two, three)
    found = [iri(resolution, run, "科创中心", "ScienceCenter") for run in (one, two, three)]
    assert found[0] == found[1] != found[2]


def test_a_mention_of_the_city_ties_to_neither_of_two_districts(article: Article) -> None:
    runs = [
        article("a1", "科创中心/ScienceCenter locatedIn 南岸区/District"),
        article("a2", "科创中心/ScienceCenter locatedIn 渝北区/District"),
        article("a3", "科创中心/ScienceCenter locatedIn 重庆市/City"),
    ]
    resolution = settle(*runs)
    assert len({iri(resolution, run, "科创中心", "ScienceCenter") for run in runs}) == 3


def test_a_telling_name_is_one_thing_whatever_else_its_articles_are_about(article: Article) -> None:
    one = article("a1", "超瞬态实验装置/ScienceFacility locatedIn 重庆/City")
    two = article(
        "a2",
        "超瞬态实验装置/ScienceFacility establishedBy 湖南大学/University",
        "长沙/City partOf 中部/Region",
    )
    three = article("a3", "超瞬态实验装置/ScienceFacility locatedIn 长沙/City")
    assert iri(settle(one, two), one, "超瞬态实验装置", "ScienceFacility").endswith("zhuang-zhi")
    assert settle(one, two).count() == 5
    resolution = settle(one, three)
    assert iri(resolution, one, "超瞬态实验装置", "ScienceFacility") != iri(
        resolution, three, "超瞬态实验装置", "ScienceFacility"
    )


def test_a_body_of_the_whole_country_is_one_thing(article: Article) -> None:
    one = article("a1", "科技部/GovernmentBody supports 重庆/City")
    two = article("a2", "科技部/GovernmentBody supports 长沙/City")
    assert settle(one, two).count() == 3


def test_policies_of_one_title_belong_to_their_issuers(article: Article) -> None:
    policy = "关于支持科技创新的若干措施/PolicyDocument"
    one = article("a1", f"{policy} issuedBy 重庆市/City")
    two = article("a2", f"{policy} issuedBy 长沙市/City")
    three = article("a3", f"{policy} issuedBy 重庆/City")
    resolution = settle(one, two, three)
    first, second, third = (
        iri(resolution, run, "关于支持科技创新的若干措施", "PolicyDocument")
        for run in (one, two, three)
    )
    assert first == third != second


def test_classes_that_exclude_each_other_keep_a_name_apart(article: Article) -> None:
    one = article("a1", "长寿/District partOf 重庆/City")
    two = article("a2", "长寿/Fund establishedBy 重庆/City")
    resolution = settle(one, two)
    assert iri(resolution, one, "长寿", "District") != iri(resolution, two, "长寿", "Fund")


def test_persons_of_one_name_in_two_bodies_are_two(article: Article) -> None:
    one = article("a1", "王伟/Person holds 重庆大学/University text=副校长")
    two = article("a2", "王伟/Person holds 长沙银行/FinancialInstitution text=行长")
    assert iri(settle(one, two), one, "王伟", "Person") != iri(
        settle(one, two), two, "王伟", "Person"
    )


def test_an_alias_declared_in_one_article_joins_another(article: Article) -> None:
    one = article("a1", f"{CITY} altLabel 科学城", f"{CITY} locatedIn 重庆/City")
    two = article("a2", "科学城/ScienceCity locatedIn 重庆/City")
    resolution = settle(one, two)
    entity = resolution.scope(two[1]).find("科学城", "ScienceCity")
    assert entity.label == "西部(重庆)科学城"
    assert entity.iri.endswith("/xi-bu-chong-qing-ke-xue-cheng")
    decision = next(d for d in resolution.decisions if d.name == "科学城")
    assert (decision.action, decision.other, decision.example) == (
        "merged",
        "西部(重庆)科学城",
        "a1",
    )
    assert decision.reason == "an article gives the one name as another name of the other"


def test_an_alias_does_not_reach_another_city(article: Article) -> None:
    one = article("a1", f"{CITY} altLabel 科学城", f"{CITY} locatedIn 重庆/City")
    two = article("a2", "科学城/ScienceCity locatedIn 广州/City")
    resolution = settle(one, two)
    assert iri(resolution, two, "科学城", "ScienceCity") == "ke-xue-cheng"
    assert ("apart", "西部(重庆)科学城") in actions(resolution, "科学城")


def test_an_alias_of_several_things_joins_none(article: Article) -> None:
    runs = [
        article(
            "a1",
            "重庆高新区/HighTechZone altLabel 高新区",
            "重庆高新区/HighTechZone locatedIn 重庆/City",
        ),
        article(
            "a2",
            "荣昌高新区/HighTechZone altLabel 高新区",
            "荣昌高新区/HighTechZone locatedIn 重庆/City",
        ),
        article("a3", "高新区/HighTechZone locatedIn 重庆/City"),
    ]
    resolution = settle(*runs)
    assert iri(resolution, runs[2], "高新区", "HighTechZone") == "gao-xin-qu"
    assert actions(resolution, "高新区") == {("apart", "重庆高新区"), ("apart", "荣昌高新区")}


def test_two_things_of_one_article_are_not_joined_by_another_articles_alias(
    article: Article,
) -> None:
    one = article("a1", f"{CITY} altLabel 重庆高新区", f"{CITY} locatedIn 重庆/City")
    two = article("a2", f"重庆高新区/Zone partOf {CITY}")
    resolution = settle(one, two)
    assert iri(resolution, two, "重庆高新区", "Zone") == "chong-qing-gao-xin-qu"
    assert ("apart", "西部(重庆)科学城") in actions(resolution, "重庆高新区")


def test_a_city_with_and_without_its_suffix_is_one(article: Article) -> None:
    one = article("a1", "重庆大学/University locatedIn 重庆/City")
    two = article("a2", "重庆大学/University locatedIn 重庆市/City")
    resolution = settle(one, two)
    entity = resolution.scope(one[1]).find("重庆", "City")
    assert (entity.label, entity.iri) == ("重庆市", "https://w3id.org/onecity/id/chong-qing-shi")
    assert ("merged", "重庆市") in actions(resolution, "重庆")


def test_an_industry_of_the_shipped_scheme_takes_its_concept(article: Article) -> None:
    one = article("a1", "重庆高新区/HighTechZone focusesOn 人工智能产业/Industry")
    entity = settle(one).scope(one[1]).find("人工智能产业", "Industry")
    assert entity.iri == "https://w3id.org/onecity/concept/industry/artificial-intelligence"
    assert entity.english == "artificial intelligence"


def test_the_fullest_english_name_becomes_the_english_label(article: Article) -> None:
    one = article(
        "a1",
        "重庆大学/University altLabel CQU",
        "重庆大学/University altLabel Chongqing_University",
    )
    assert (
        settle(one).scope(one[1]).find("重庆大学", "University").english == "Chongqing University"
    )


def test_the_order_of_articles_does_not_matter(article: Article) -> None:
    runs = [
        article("a1", f"{LAB} affiliatedWith 重庆大学/University", f"{CITY} altLabel 科学城"),
        article("a2", f"{LAB} locatedIn 长沙/City", "科学城/ScienceCity locatedIn 重庆/City"),
        article("a3", f"{LAB} locatedIn 湖南/Province", "江北区/District partOf 重庆/City"),
        article(
            "a4", f"{LAB} affiliatedWith 湖南大学/University", "疆北区/Zone partOf 重庆市/City"
        ),
    ]
    results: set[tuple[tuple[Decision, ...], tuple[str, ...]]] = set()
    for order in permutations(runs):
        resolution = settle(*order)
        iris = tuple(sorted({entity.iri for entity in resolution.entities.values()}))
        results.add((resolution.decisions, iris))
    assert len(results) == 1


def rulings(folder: Path, *lines: str) -> Path:
    path = folder / "identity.tsv"
    path.write_text("# rulings\n" + "\n".join(line.replace("|", "\t") for line in lines) + "\n")
    return path


def test_a_curator_undoes_a_merge_of_one_name(article: Article, tmp_path: Path) -> None:
    one = article("a1", "王伟/Person holds 重庆大学/University text=副校长")
    two = article("a2", "王伟/Person holds 重庆大学/University text=院长")
    assert settle(one, two).count() == 2
    file = rulings(tmp_path, "keep-apart|王伟@a1|王伟@a2|two persons")
    resolution = settle(one, two, rulings=file)
    assert resolution.count() == 3
    assert iri(resolution, one, "王伟", "Person") != iri(resolution, two, "王伟", "Person")
    assert ("forbidden", "王伟@a1") in actions(resolution, "王伟")


def test_a_curator_undoes_a_merge_by_alias(article: Article, tmp_path: Path) -> None:
    one = article("a1", f"{CITY} altLabel 科学城", f"{CITY} locatedIn 重庆/City")
    two = article("a2", "科学城/ScienceCity locatedIn 重庆/City")
    resolution = settle(one, two, rulings=rulings(tmp_path, "keep-apart|西部(重庆)科学城|科学城"))
    assert iri(resolution, two, "科学城", "ScienceCity") == "ke-xue-cheng"


def test_a_curator_forces_a_merge_of_homonyms(article: Article, tmp_path: Path) -> None:
    one = article("a1", f"{LAB} affiliatedWith 重庆大学/University")
    two = article("a2", f"{LAB} affiliatedWith 湖南大学/University")
    file = rulings(tmp_path, "merge|人工智能研究院@a1|人工智能研究院@a2|joint institute")
    resolution = settle(one, two, rulings=file)
    assert (
        iri(resolution, one, "人工智能研究院", "ResearchInstitute")
        == "ren-gong-zhi-neng-yan-jiu-yuan"
    )
    assert ("forced", "人工智能研究院@a2") in actions(resolution, "人工智能研究院")


def test_a_curator_forces_a_merge_of_two_names(article: Article, tmp_path: Path) -> None:
    one = article("a1", "重大/University locatedIn 重庆/City")
    two = article("a2", "重庆大学/University locatedIn 重庆/City")
    resolution = settle(one, two, rulings=rulings(tmp_path, "merge|重庆大学|重大"))
    assert iri(resolution, one, "重大", "University") == "chong-qing-da-xue"


def test_a_ruling_about_an_unknown_name_is_reported_as_unused(
    article: Article, tmp_path: Path
) -> None:
    one = article("a1", "重庆大学/University locatedIn 重庆/City")
    resolution = settle(one, rulings=rulings(tmp_path, "merge|重庆大学|不存在大学"))
    assert ("unused", "不存在大学") in actions(resolution, "重庆大学")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["join|甲|乙"], "identity.tsv:2: not a decision"),
        (["merge|甲"], "identity.tsv:2: not a decision"),
        (["merge|甲|甲"], "identity.tsv:2: both names are the same"),
        (
            ["merge|甲|乙", "keep-apart|乙|甲"],
            "identity.tsv:3: says keep-apart where identity.tsv:2",
        ),
    ],
)
def test_a_broken_ruling_is_named_by_line(lines: list[str], message: str, tmp_path: Path) -> None:
    with pytest.raises(ReviewError) as caught:
        read_curation(rulings(tmp_path, *lines))
    assert str(caught.value).startswith(message)


def test_a_concept_is_called_by_the_fullest_name_the_articles_have(article: Article) -> None:
    one = article("a1", "重庆高新区/HighTechZone focusesOn 人工智能产业/Industry")
    two = article("a2", "重庆高新区/HighTechZone focusesOn 人工智能/Industry")
    resolution = settle(one, two)
    entity = resolution.scope(two[1]).find("人工智能", "Industry")
    assert entity.label == "人工智能产业"
    decision = next(d for d in resolution.decisions if d.name == "人工智能")
    assert (decision.action, decision.other) == ("merged", "人工智能产业")
    assert decision.reason.startswith("both are names of ")
