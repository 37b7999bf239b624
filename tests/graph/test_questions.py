"""Every saved question against the hand-made annotation of the shipped article.

``questions/NAME.tsv`` is the whole answer of question NAME with its defaults, checked by hand
against the article. The reviewed build is brought to equal the annotation, so these are its
answers.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Store

from graph.build import Build, Run, build
from graph.catalogue import Question, questions
from graph.query import Table, query
from graph.store import open_store
from ontology.errors import NotFoundError
from sources.document import Document
from sources.read import read
from sources.tabular import read_statements

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "questions"
DOC = "chongqing-roundtable"
SCIENCE, ZONE = "西部(重庆)科学城", "重庆经开区"
ASKED = questions()
GROUPS = {
    "actors",
    "evidence",
    "gaps",
    "industries",
    "money",
    "numbers",
    "policy",
    "promises",
    "structure",
}


@pytest.fixture(scope="module")
def document() -> Document:
    return read(ROOT / "sources" / "articles" / f"{DOC}.txt")


@pytest.fixture(scope="module")
def store(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Store:
    gold = read_statements(ROOT / "tests" / "articles" / f"{DOC}.gold.tsv", document)
    return open_store(build([(document, gold)], tmp_path_factory.mktemp("gold") / "b").directory)


def lines(table: Table) -> list[str]:
    return ["\t".join(row) for row in (table.columns, *table.texts())]


def column(table: Table, name: str) -> list[str]:
    at = table.columns.index(name)
    return [row[at] for row in table.texts()]


def test_there_are_questions_of_every_group_and_an_answer_for_each() -> None:
    assert len(ASKED) >= 50
    assert {question.group for question in ASKED} == GROUPS
    assert {path.stem for path in EXPECTED.glob("*.tsv")} == {q.name for q in ASKED}


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_a_question_is_worded_in_both_languages(question: Question) -> None:
    assert question.labels["zh"].endswith(("？", "。"))
    assert question.labels["en"].endswith("?")
    for parameter in question.parameters:
        assert set(parameter.labels) == {"zh", "en"}


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_a_question_gives_its_expected_answer(store: Store, question: Question) -> None:
    expected = (EXPECTED / f"{question.name}.tsv").read_text(encoding="utf-8")
    assert lines(query(store, question.name)) == expected.splitlines()


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_quotes_of_an_answer_stand_in_the_article(
    store: Store, document: Document, question: Question
) -> None:
    table = query(store, question.name)
    if "quote" in table.columns:
        assert table.columns[-2:] == ("article", "quote")
        assert set(column(table, "article")) <= {f"article:{DOC}"}
        for quote in column(table, "quote"):
            assert quote
            for words in quote.split(" … "):
                assert words in document.text


def test_evidence_is_cut_again_from_the_article(store: Store, document: Document) -> None:
    found = query(
        store,
        "SELECT ?before ?words ?after ?from ?to { ?e oa:exact ?words ; oa:start ?from ;"
        " oa:end ?to ; oa:prefix ?before ; oa:suffix ?after }",
    ).texts()
    assert len(found) == 439
    for before, words, after, start, end in found:
        assert document.text[int(start) : int(end)] == words
        assert document.text[: int(start)].endswith(before)
        assert document.text[int(end) :].startswith(after)


#: Question, parameters, a column and what it then holds.
GIVEN: list[tuple[str, dict[str, str], str, list[str]]] = [
    ("layout-components", {"layout": "一城多园"}, "part",
     ["两江协同创新区", "广阳岛智创生态城", SCIENCE]),
    ("things-by-place", {"place": "荣昌"}, "thing", ["古思特"]),
    ("platforms-by-zone", {"zone": "荣昌区"}, "platform", ["古思特", "国家生猪技术创新中心"]),
    ("platforms-by-zone", {"zone": "科学城", "status": "planned"}, "platform",
     ["北京大学重庆大数据研究院", "重庆医科大学国际体外诊断研究院"]),
    ("governing-bodies", {"zone": SCIENCE}, "status_name", ["已投运", "已投运"]),
    ("governing-bodies", {"zone": ZONE}, "body", []),
    ("zones", {"kind": "HighTechZone"}, "zone",
     ["大足", "潼南", "荣昌高新区", "重庆高新区", "铜梁"]),
    ("zone-profile", {"zone": ZONE}, "platforms", ["10"]),
    ("designations", {"holder": SCIENCE}, "title", ["国家双创示范基地"]),
    ("posts", {"person": "王茂春"}, "title", ["区委副书记", "党工委副书记", "管委会主任"]),
    ("posts", {"body": "重庆高新区"}, "name", ["肖庆华", "肖庆华"]),
    ("builders", {"builder": "荣昌区", "status": "探索中"}, "thing",
     ["成渝地区政产学研协同发展联盟"]),
    ("builder-balance", {"builder": "重庆大学"}, "not_begun", ["7"]),
    ("universities-per-zone", {"zone": SCIENCE}, "mother",
     ["中国科学院", "北京大学", "电子科技大学", "重庆医科大学"]),
    ("institutes-by-mother", {"mother": "北京大学"}, "institute", ["北京大学重庆大数据研究院"]),
    ("alliances", {"alliance": "“泸内荣永”国家高新区产业联盟"}, "body", ["荣昌区"]),
    ("cooperation", {"body": "溪谷"}, "one", ["古思特"]),
    ("cooperation", {"body": "荣昌区"}, "other", ["大足", "潼南", "铜梁"]),
    ("reliances", {"who": ZONE, "base": "药智网"}, "class", ["服务平台"]),
    ("bridges", {"least": "3"}, "place",
     [z for z in ("大足", "潼南", "荣昌区", "铜梁") for _ in "12"]),
    ("funds", {"fund": "科技成果转化基金"}, "yuan", ["1500000000"]),
    ("amounts", {"least": "20000000000"}, "indicator", ["总投资", "到位资金", "投资额"]),
    ("financial-products", {"issuer": "荣昌"}, "product", ["知识价值信用贷款", "融易贷"]),
    ("policies", {"kind": "Mechanism"}, "policy", ["财政科技投入逐年稳步增长制度", "链长制"]),
    ("policies", {"issuer": "重庆大学"}, "policy", ["1元钱转让", "成果权益让渡"]),
    ("policies-without-issuer", {"kind": "PolicyDocument"}, "policy", []),
    ("support", {"giver": "重庆大学"}, "receiver", []),
    ("commitments", {"speaker": "王茂春"}, "what",
     ["绿色创新发展政策包", "财政科技投入逐年稳步增长制度", "闲置载体经济发展规划"]),
    ("plans", {"status": "exploring"}, "speaker", ["卢红", "明炬"]),
    ("plans", {"builder": ZONE}, "thing",
     ["全市软件产业公共服务平台", "国家智能产业密码应用示范与科技创新基地",
      "市级数字化转型促进中心", "西部数据资源交易中心"]),
    ("targets-and-achievements", {"entity": "重庆大学"}, "target", ["20", "20"]),
    ("targets-and-achievements", {"entity": ZONE}, "target", []),
    ("status-ladder", {"kind": "ScienceFacility"}, "things", list("020001000")),
    ("platforms-by-status", {"status": "design"}, "platform", ["中国科学院重庆科学中心"]),
    ("platforms-by-status", {"zone": "荣昌区"}, "status_name", ["已获批"]),
    ("numbers", {"entity": "荣昌区", "unit": "人"}, "value", ["10"]),
    ("shared-indicators", {"least": "3"}, "about", []),
    ("number-conflicts", {"entity": SCIENCE}, "value", []),
    ("industries-by-zone", {"who": SCIENCE, "industry": "生物医药"}, "industry_name", ["生物医药"]),
    ("industries-by-zone", {"industry": "先进制造"}, "name", [SCIENCE, "重庆大学"]),
    ("shared-industries", {"least": "3"}, "industry", []),
    ("industry-families", {"least": "3"}, "family", ["大健康"] * 3 + ["生物产业"] * 3),
    ("zones-without-laboratory", {"kind": "District"}, "zone", ["荣昌区", "南岸区"]),
    ("zones-without-fund", {"kind": "District"}, "zone", ["南岸区"]),
    ("zones-without-policy", {"kind": "District"}, "zone", ["南岸区"]),
    ("zones-without-industry", {"kind": "HighTechZone"}, "zone",
     ["大足", "潼南", "铜梁", "荣昌高新区", "重庆高新区"]),
    ("platforms-without-status", {"whose": "泸州"}, "platform", ["溪谷"]),
    ("undated-numbers", {"entity": "长江绿色产业园"}, "value", ["8700000"]),
    ("named-only", {"kind": "Person"}, "thing", ["李星婷", "白麟"]),
    ("statements-about", {"entity": "重庆高新区"}, "object",
     ["重庆高新区 党工委委员", "重庆高新区 管委会副主任", "高新技术产业开发区"]),
    ("quotes-with", {"word": "揭榜"}, "predicate", ["类型", "实施"]),
    ("aliases", {"entity": "科学城"}, "other_name", ["科学城"]),
    ("most-evidenced", {"least": "30"}, "statements", ["44", "36", "33"]),
    ("inferred-facts", {"entity": "市科技局"}, "object", ["机构"]),
    ("not-facts", {"modality": "target"}, "speaker", ["卢红", "明炬", "明炬", "明炬"]),
    ("not-facts", {"modality": "denied"}, "subject", []),
    ("carried-subjects", {"entity": "链长制"}, "object", []),
    ("carried-subjects", {"entity": "融易贷"}, "object", ["荣昌区"]),
    ("layout-order", {"layout": "一城多园"}, "role_name", ["核心", "支撑园区", "支撑园区"]),
    ("platform-levels", {"level": "市级"}, "platform", ["市级数字化转型促进中心"]),
    ("policy-instruments", {"instrument": "链长制"}, "policy", ["链长制"]),
    ("counted-and-named", {"entity": "科学城"}, "claimed", ["7"]),
    ("counted-and-named", {"entity": "荣昌区"}, "claimed", []),
    ("doubtful-facts", {"most": "0.5"}, "subject", []),
    ("any-ties", {"entity": "链长制"}, "other", ["荣昌区"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "params", "shown", "expected"), GIVEN, ids=[f"{g[0]} {g[1]}" for g in GIVEN]
)
def test_a_parameter_narrows_the_answer(
    store: Store, name: str, params: dict[str, str], shown: str, expected: list[str]
) -> None:
    assert column(query(store, name, params), shown) == expected


def test_every_parameter_is_tried() -> None:
    tried = {(name, parameter) for name, params, _, _ in GIVEN for parameter in params}
    assert tried == {(q.name, parameter.name) for q in ASKED for parameter in q.parameters}


def test_an_unknown_thing_offers_the_nearest_names(store: Store) -> None:
    with pytest.raises(NotFoundError, match="nothing is called '重庆大学城'") as caught:
        query(store, "builders", {"builder": "重庆大学城"})
    assert "重庆大学" in caught.value.nearest


Article = Callable[..., Run]
Builder = Callable[..., Build]


def ask(build: Build, name: str, **params: str) -> list[tuple[str, ...]]:
    return query(open_store(build.directory), name, params).texts()


def test_what_is_inferred_shows_the_words_it_follows_from(article: Article, make: Builder) -> None:
    built = make(
        article(
            "a",
            "云谷实验室/Laboratory locatedIn 北园/Park",
            "北园/Park partOf 江州高新区/HighTechZone",
            "江州高新区/HighTechZone locatedIn 江州市/City",
        )
    )
    assert ask(built, "things-by-place", place="江州市") == [
        ("江州市", "北园", "园区", "article:a", "北园partOf江州高新区"),
        ("江州市", "云谷实验室", "实验室", "article:a", "云谷实验室locatedIn北园"),
        ("江州市", "江州高新区", "高新技术产业开发区", "article:a", "江州高新区locatedIn江州市"),
    ]
    assert [row[2] for row in ask(built, "platforms-by-zone", zone="江州高新区")] == [
        "云谷实验室", "北园",
    ]  # fmt: skip


def test_a_denial_supports_no_answer(article: Article, make: Builder) -> None:
    built = make(
        article("a", "甲中心/ResearchCenter establishedBy 江州大学/University"),
        article("b", "甲中心/ResearchCenter establishedBy 江州大学/University modality=denied"),
    )
    assert [row[4] for row in ask(built, "builders")] == ["article:a"]
    assert [row[:4] for row in ask(built, "not-facts")] == [
        ("否认", "甲中心", "由…建设", "江州大学")
    ]


def test_each_article_that_says_a_fact_gives_a_row(article: Article, make: Builder) -> None:
    fact = "甲中心/ResearchCenter establishedBy 江州大学/University"
    built = make(article("a", fact), article("b", fact))
    assert [row[4] for row in ask(built, "builders")] == ["article:a", "article:b"]


def test_numbers_that_disagree_are_set_side_by_side(article: Article, make: Builder) -> None:
    number = "江州大学/University observation number={} unit=NUM indicator=实验室数量 as_of={}"
    built = make(
        article("a", number.format(7, 2020)),
        article("b", number.format(9, 2020)),
        article("c", number.format(11, 2021)),
    )
    assert [row[:5] for row in ask(built, "number-conflicts")] == [
        ("江州大学", "实验室数量", "2020", "7", "article:a"),
        ("江州大学", "实验室数量", "2020", "9", "article:b"),
    ]


def test_a_target_stands_beside_what_has_been_reached(article: Article, make: Builder) -> None:
    number = "江州大学/University observation number={} unit=NUM indicator=实验室数量 as_of={}"
    built = make(article("a", number.format(7, 2020), number.format(20, 2025) + " modality=target"))
    assert [row[:6] for row in ask(built, "targets-and-achievements")] == [
        ("江州大学", "实验室数量", "20", "2025", "7", "2020")
    ]


def test_a_numbered_laboratory_is_no_gap(article: Article, make: Builder) -> None:
    built = make(
        article(
            "a",
            "东区/Zone observation number=7 unit=NUM indicator=国家重点实验室数量",
            "西区/Zone focusesOn 人工智能/Industry",
            "南区/Zone focusesOn 人工智能/Industry",
            "甲实验室/Laboratory locatedIn 南区/Zone",
        )
    )
    assert [row[0] for row in ask(built, "zones-without-laboratory")] == ["西区"]
