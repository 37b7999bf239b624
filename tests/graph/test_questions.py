"""The library of questions: each has its wording, and its answers on the fixed corpus."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pyoxigraph import Store

from graph.build import Build, Run
from graph.catalogue import Question, groups, heading, questions
from graph.query import Table, query
from graph.store import open_store
from ontology.errors import NotFoundError, QueryError
from ontology.vocabulary import vocabulary
from tests.graph.answers import EXPECTED, Expected, expected, lines, runs

Article = Callable[..., Run]
Builder = Callable[..., Build]

ASKED = questions()
TRIED = expected()


def column(table: Table, name: str) -> list[str]:
    at = table.columns.index(name)
    return [row[at] for row in table.texts()]


def test_there_are_questions_of_every_group_and_an_answer_for_each() -> None:
    assert len(ASKED) >= 66
    assert {question.group for question in ASKED} == set(groups())
    assert {path.stem for path in EXPECTED.glob("*.tsv")} == {q.name for q in ASKED}
    assert all(any(len(e.lines) > 1 for e in TRIED if e.name == q.name) for q in ASKED)


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_a_question_is_worded_in_both_languages(question: Question) -> None:
    assert question.labels["zh"].endswith(("？", "。"))
    assert question.labels["en"].endswith("?")
    assert question.asks
    for parameter in question.parameters:
        assert set(parameter.labels) == {"zh", "en"}
        assert parameter.default or parameter.example
        of = {
            "entity": set(vocabulary().classes),
            "class": set(vocabulary().classes),
            "concept": set(vocabulary().concepts),
            "text": {"indicators", "titles"},
        }
        assert set(parameter.of) <= of.get(parameter.type, set())


@pytest.mark.parametrize("case", TRIED, ids=lambda case: f"{case.name} {case.given}".strip())
def test_a_question_gives_its_expected_answer(corpus: Store, case: Expected) -> None:
    assert lines(query(corpus, case.name, case.values)) == case.lines


def test_every_parameter_is_tried() -> None:
    tried = {(case.name, parameter) for case in TRIED for parameter in case.values}
    known = [(q.name, parameter) for q in ASKED for parameter in q.parameters]
    assert tried == {(name, given.name) for name, given in known if given.type != "language"}


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_the_examples_of_parameters_give_an_answer(corpus: Store, question: Question) -> None:
    needed = {p.name: p.example for p in question.parameters if p.needed and p.example}
    for parameter in question.parameters:
        if parameter.example:
            assert query(corpus, question, needed | {parameter.name: parameter.example}).rows


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_the_vocabulary_of_an_answer_is_in_the_language_asked_for(
    corpus: Store, question: Question
) -> None:
    needed = {p.name: p.example or "" for p in question.parameters if p.needed}
    named = {"class", "status_name", "relation", "predicate", "modality_name", "unit_name"}
    if "org:holds" in question.sparql:
        named.discard("relation")  # the title of a post is a name
    shown = named & set(query(corpus, question, needed).columns)
    spoken = [parameter.name for parameter in question.parameters if parameter.type == "language"]
    assert spoken == (["lang"] if "$lang" in question.sparql else [])
    assert spoken or not shown
    if spoken:
        english = query(corpus, question, {"lang": "en", **needed})
        assert len(english.rows) == len(query(corpus, question, needed).rows)
        for name in shown:
            assert not re.search("[\u4e00-\u9fff]", "".join(column(english, name)))


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_the_rows_of_an_answer_have_one_order(question: Question) -> None:
    sparql = question.sparql
    inner = r"\([^()]*\)"
    for _ in range(2):  # brackets within brackets
        inner = rf"\((?:[^()]|{inner})*\)"
    made = rf"\((?:[^()]|{inner})* AS (\?\w+)\)"
    head = re.sub(made, r"\1", sparql[: sparql.index("WHERE")])
    shown = set(re.findall(r"\?(\w+)", head))
    order = re.findall(r"\?(\w+)", sparql[sparql.rindex("ORDER BY") :])
    # the article tells its title and date
    assert shown - {"source", "published"} <= set(order)


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_every_column_has_a_heading_in_both_languages(corpus: Store, question: Question) -> None:
    needed = {p.name: p.example or "" for p in question.parameters if p.needed}
    columns = query(corpus, question, needed).columns
    for name in columns:
        assert re.search("[\u4e00-\u9fff]", heading(name, "zh")), name
        assert heading(name, "en").isascii()
    for lang in ("zh", "en"):
        assert len({heading(name, lang) for name in columns}) == len(columns), "each tells its own"


def test_a_question_without_what_it_needs_says_what() -> None:
    with pytest.raises(QueryError, match="'quotes-with' needs --word .for example --word 首个"):
        query(Store(), "quotes-with")


def test_a_thing_of_another_class_is_refused_by_name(corpus: Store) -> None:
    with pytest.raises(QueryError) as caught:
        query(corpus, "platforms-by-zone", {"zone": "王茂春"})
    assert caught.value.what == "--zone takes Place, and '王茂春' is Person"
    assert caught.value.remedy == "for example --zone 科学城"
    with pytest.raises(QueryError, match="takes Organization or Place or Platform, and"):
        query(corpus, "builders", {"builder": "王茂春"})


def test_what_is_aimed_for_is_told_apart_from_what_is_done(article: Article, make: Builder) -> None:
    built = make(
        article(
            "a",
            "甲中心/ResearchCenter establishedBy 江州大学/University modality=target speaker=石岩",
            "乙中心/ResearchCenter establishedBy 江州大学/University speaker=石岩",
        )
    )
    told = {row["what"]: row["modality_name"] for row in asked(built, "commitments")}
    assert told == {"甲中心": "目标", "乙中心": "事实"}
    done = [(row["thing"], row["modality_name"]) for row in asked(built, "builders")]
    assert done == [("乙中心", "事实")]


def test_a_number_keeps_its_about(article: Article, make: Builder) -> None:
    number = "{} observation number={} unit={} indicator=规模 as_of=2021 approximator={}{}"
    built = make(
        article(
            "a",
            number.format("种子基金/Fund", 500, "CNY", "about", ""),
            number.format("东区/Zone", 7, "NUM", "nearly", ""),
            number.format("东区/Zone", 9, "NUM", "over", ""),
            number.format("东区/Zone", 12, "NUM", "over", " modality=target"),
        )
    )
    assert [row["approximator"] for row in asked(built, "funds")] == ["约"]
    near, over = "近", "超过"
    assert [row["approximator"] for row in asked(built, "number-conflicts")] == [near, over]
    found = asked(built, "targets-and-achievements")
    assert [(row["target_approximator"], row["reached_approximator"]) for row in found] == [
        (over, near), (over, over)
    ]  # fmt: skip
    compared = asked(built, "compare-numbers", one="东区", other="种子基金")
    shared = asked(built, "shared-indicators")
    for rows in (compared, shared):
        assert {(row["value"], row["approximator"]) for row in rows} == {
            ("500", "约"), ("7", near), ("9", over), ("12", over)
        }  # fmt: skip


def test_a_target_is_met_by_what_is_measured_alike(article: Article, make: Builder) -> None:
    number = "东区/Zone observation number={} unit={} indicator=研发投入{}"
    built = make(
        article(
            "a",
            number.format(500, "CNY", " modality=target"),
            number.format(300, "CNY", ""),
            number.format("0.03", "FRACTION", ""),
        )
    )
    found = asked(built, "targets-and-achievements")
    assert [(row["target"], row["unit_name"], row["reached"]) for row in found] == [
        ("500", "元", "300")
    ]


def test_quotes_of_an_answer_stand_in_the_article() -> None:
    texts = {f"article:{document.doc}": document for document, _ in runs()}
    found = 0
    for case in TRIED:
        columns = case.lines[0].split("\t")
        if "quote" in columns:
            assert columns[-4:] == ["source", "published", "article", "quote"]
            for line in case.lines[1:]:
                *_, source, published, article, quote = line.split("\t")
                document = texts[article]
                assert (source, published) == (document.title, document.published)
                assert all(words in document.text for words in quote.split(" … "))
                found += 1
    assert found > 800


def test_evidence_is_cut_again_from_the_article(corpus: Store) -> None:
    texts = {f"article:{document.doc}": document.text for document, _ in runs()}
    found = query(
        corpus,
        "SELECT DISTINCT ?article ?before ?words ?after ?from ?to {"
        " ?s prov:wasDerivedFrom ?article ; oc:evidence ?e . ?e oa:exact ?words ;"
        " oa:start ?from ; oa:end ?to ; oa:prefix ?before ; oa:suffix ?after }",
    ).texts()
    assert len(found) > 200
    for article, before, words, after, start, end in found:
        text = texts[article]
        assert text[int(start) : int(end)] == words
        assert text[: int(start)].endswith(before)
        assert text[int(end) :].startswith(after)


def test_an_unknown_thing_offers_the_nearest_names(corpus: Store) -> None:
    with pytest.raises(NotFoundError, match="nothing is called '重庆大学城'") as caught:
        query(corpus, "builders", {"builder": "重庆大学城"})
    assert "重庆大学" in caught.value.nearest


def test_a_name_that_two_things_have_is_never_guessed(corpus: Store) -> None:
    with pytest.raises(NotFoundError, match="2 things are called '市科技局'") as caught:
        query(corpus, "statements-about", {"entity": "市科技局"})
    assert query(corpus, "statements-about", {"entity": caught.value.nearest[0]}).rows


def asked(build: Build, name: str, **params: str) -> list[dict[str, str]]:
    table = query(open_store(build.directory), name, params)
    return [dict(zip(table.columns, row, strict=True)) for row in table.texts()]


def test_what_is_inferred_shows_the_words_it_follows_from(article: Article, make: Builder) -> None:
    built = make(
        article(
            "a",
            "云谷实验室/Laboratory locatedIn 北园/Park",
            "北园/Park partOf 江州高新区/HighTechZone",
            "江州高新区/HighTechZone locatedIn 江州市/City",
        )
    )
    found = asked(built, "things-by-place", place="江州市")
    assert [(row["thing"], row["class"], row["quote"]) for row in found] == [
        ("北园", "园区", "北园partOf江州高新区"),
        ("云谷实验室", "实验室", "云谷实验室locatedIn北园"),
        ("江州高新区", "高新技术产业开发区", "江州高新区locatedIn江州市"),
    ]
    near = asked(built, "platforms-by-zone", zone="江州高新区")
    assert [row["platform"] for row in near] == ["云谷实验室", "北园"]


def test_a_denial_supports_no_answer(article: Article, make: Builder) -> None:
    built = make(
        article("a", "甲中心/ResearchCenter establishedBy 江州大学/University"),
        article("b", "甲中心/ResearchCenter establishedBy 江州大学/University modality=denied"),
    )
    assert [row["article"] for row in asked(built, "builders")] == ["article:a"]
    assert [(row["modality_name"], row["subject"]) for row in asked(built, "not-facts")] == [
        ("否认", "甲中心")
    ]


def test_each_article_that_says_a_fact_gives_a_row(article: Article, make: Builder) -> None:
    fact = "甲中心/ResearchCenter establishedBy 江州大学/University"
    built = make(article("a", fact), article("b", fact))
    told = [(row["source"], row["published"]) for row in asked(built, "builders")]
    assert told == [("a的标题", "2021-05-21"), ("b的标题", "2021-05-21")]


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
    assert [row["zone"] for row in asked(built, "zones-without-laboratory")] == ["西区"]


def test_what_has_been_built_since_is_no_plan_any_more(article: Article, make: Builder) -> None:
    built = make(
        article("a", "甲中心/ResearchCenter hasStatus planned", "乙站/Platform hasStatus planned"),
        article("b", "甲中心/ResearchCenter hasStatus operational"),
    )
    assert [row["thing"] for row in asked(built, "plans")] == ["乙站"]
    counted = {row["status_name"]: row["things"] for row in asked(built, "status-ladder")}
    assert (counted["计划中"], counted["已投运"]) == ("1", "1")
    assert [row["status_name"] for row in asked(built, "status-changes")] == ["计划中", "已投运"]


def test_a_place_around_another_is_no_second_place(article: Article, make: Builder) -> None:
    built = make(
        article(
            "a",
            "甲中心/ResearchCenter locatedIn 南片/Zone",
            "南片/Zone partOf 东区/Zone",
            "乙站/Platform locatedIn 南片/Zone",
            "乙站/Platform establishedBy 西区/Zone",
        )
    )
    assert {row["bridge"] for row in asked(built, "bridges")} == {"乙站"}


def test_a_fund_of_the_committee_is_a_fund_of_its_zone(article: Article, make: Builder) -> None:
    built = make(
        article(
            "a",
            "东区/Zone governedBy 东区管委会/AdministrativeCommittee",
            "种子基金/Fund establishedBy 东区管委会/AdministrativeCommittee",
            "西区/Zone focusesOn 人工智能/Industry",
        )
    )
    assert [row["zone"] for row in asked(built, "zones-without-fund")] == ["西区"]
    profile = {row["zone_name"]: row["funds"] for row in asked(built, "zone-profile")}
    assert profile == {"东区": "1", "西区": "0"}


def test_a_sum_that_is_hoped_for_is_no_size_of_a_fund(article: Article, make: Builder) -> None:
    amount = "种子基金/Fund observation number={} unit=CNY indicator={}"
    built = make(
        article(
            "a",
            amount.format(500, "规模"),
            amount.format(900, "撬动资本") + " as_of=2030 modality=target",
        )
    )
    assert [(row["indicator"], row["yuan"]) for row in asked(built, "funds")] == [("规模", "500")]
