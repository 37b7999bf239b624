"""Figures of small hand-made cases, and of the shipped gold files against themselves."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from ontology.errors import NotFoundError, ReviewError
from sources.document import Document
from sources.evaluate import evaluate
from sources.score import Score, Scores
from sources.scoreboard import Board, entries, errors, measure, record, table
from sources.statement import Evidence, Node, Statement, Value
from sources.tabular import COLUMNS, read_statements

ARTICLES = Path(__file__).parents[1] / "articles"
SHIPPED = Path(__file__).parents[2] / "sources" / "articles"
TEXT = "滨海高新区（以下简称“高新区”）引进海工大学。程远说，到2025年企业将达200家。"


def thing(name: str, cls: str, method: str = "rule:head/a") -> Statement:
    return Statement("d", "", Node(name, cls), "type", Node(cls, "Class"), method=method)


def link(subject: str, predicate: str, other: str, cls: str = "Zone", **more: object) -> Statement:
    return Statement("d", "", Node(subject, "Zone"), predicate, Node(other, cls), **more)  # type: ignore[arg-type]


def amount(subject: str, number: str, indicator: str = "企业数量", **more: object) -> Statement:
    value = Value(number, number, "NUM", indicator, more.pop("approximator", None), "2021")  # type: ignore[arg-type]
    return Statement("d", "", Node(subject, "Zone"), "observation", value=value, **more)  # type: ignore[arg-type]


def figures(score: Score) -> tuple[int, int, int]:
    return score.gold, score.predicted, score.hit


def test_entities_count_once_with_and_without_their_class() -> None:
    gold = [thing("甲区", "District"), thing("乙园", "Park"), thing("丙大学", "University")]
    found = [thing("甲区", "District"), thing("甲区", "District"), thing("乙园", "SciencePark")]
    scores = evaluate(gold, found)
    assert figures(scores.measures["entity"]) == (3, 2, 1)
    assert figures(scores.measures["entity name"]) == (3, 2, 2)
    assert scores.measures["entity"].f1 == pytest.approx(0.4)
    assert figures(scores.classes["Park"]) == (1, 0, 0)
    assert figures(scores.classes["SciencePark"]) == (0, 1, 0)


def test_what_is_counted_agrees_whatever_word_says_that_it_is_a_count() -> None:
    gold = [amount("甲区", "12", "企业数量")]
    for said in ("企业", "企业数", "企业总数", "企业总数量", "企业家数"):
        found = evaluate(gold, [amount("甲区", "12", said)])
        assert figures(found.measures["quantity indicator"]) == (1, 1, 1), said
    other = evaluate(gold, [amount("甲区", "12", "人才数量")])
    assert figures(other.measures["quantity indicator"]) == (1, 1, 0)


def test_names_agree_through_other_names_width_and_quotation_marks() -> None:
    gold = [
        thing("“滨海”AI联盟", "Alliance"),
        link("滨海高新区", "altLabel", "高新区", "Label"),
        link("滨海高新区", "memberOf", "“滨海”AI联盟", "Alliance"),
    ]
    found = [
        thing("滨海ＡＩ联盟", "Alliance"),
        link("高新区", "altLabel", "滨海高新区", "Label"),
        link("高新区", "memberOf", "「滨海」AI联盟", "Alliance"),
        link("高新区", "altLabel", "“高新区”", "Label"),
    ]
    scores = evaluate(gold, found)
    assert {name: s.f1 for name, s in scores.measures.items()} == dict.fromkeys(
        scores.measures, 1.0
    )


def test_a_relation_needs_its_direction_and_cooperation_does_not() -> None:
    gold = [link("甲", "partOf", "乙"), link("甲", "cooperatesWith", "丙")]
    found = [link("乙", "partOf", "甲"), link("丙", "cooperatesWith", "甲")]
    scores = evaluate(gold, found)
    assert figures(scores.measures["relation"]) == (2, 2, 1)
    assert figures(scores.measures["relation pair"]) == (2, 2, 2)
    assert figures(scores.relations["partOf"]) == (1, 1, 0)
    assert figures(scores.relations["cooperatesWith"]) == (1, 1, 1)


def test_a_number_is_scored_alone_with_its_subject_and_with_what_it_counts() -> None:
    gold = [amount("甲", "10"), amount("甲", "0.70", "占比"), amount("乙", "10", "项目数量")]
    found = [amount("甲", "10", "企业"), amount("甲", "0.7", "比重"), amount("丙", "10")]
    scores = evaluate(gold, found)
    assert figures(scores.measures["quantity value"]) == (3, 3, 3)
    assert figures(scores.measures["quantity"]) == (3, 3, 2)
    assert figures(scores.measures["quantity indicator"]) == (3, 3, 1)


def test_two_totals_of_the_same_size_are_two_facts() -> None:
    gold = [amount("甲", "20", "难题数量"), amount("甲", "20", "攻关数量")]
    scores = evaluate(gold, [amount("甲", "20", "攻关数量")])
    assert figures(scores.measures["quantity"]) == (2, 1, 1)
    [missed] = [d.statement for d in scores.differences]
    assert missed.value and missed.value.indicator == "难题数量"


def test_a_goal_or_denial_stated_as_fact_is_a_modality_error() -> None:
    quote = (Evidence("predicate", 0, 9, "力争达到200家企业"),)
    gold = [
        amount("甲", "200", modality="target", evidence=quote),
        link("甲", "hasStatus", "closed", "Status", modality="denied"),
    ]
    elsewhere = amount("乙", "200", evidence=(Evidence("predicate", 4, 8, "200家"),))
    found = [elsewhere, link("甲", "hasStatus", "closed", "Status"), amount("甲", "300")]
    scores = evaluate(gold, found)
    assert scores.modality_errors == 2
    assert figures(scores.measures["status"]) == (1, 1, 0)
    assert evaluate(gold, gold).modality_errors == 0


def test_posts_are_scored_with_and_without_title() -> None:
    gold = [link("程远", "holds", "甲区", value=Value("区委书记"))]
    found = [link("程远", "holds", "甲区", value=Value("书记"))]
    scores = evaluate(gold, found)
    assert scores.measures["post"].f1 == 0.0
    assert scores.measures["post holder"].f1 == 1.0


def test_speaker_date_and_approximator_are_judged_where_the_fact_agrees() -> None:
    gold = [
        link("甲", "partOf", "乙", speaker="程远"),
        link("甲", "partOf", "丙", speaker="程远"),
        link("甲", "partOf", "丁"),
        amount("甲", "10", approximator="over"),
    ]
    found = [
        link("甲", "partOf", "乙", speaker="程远"),
        link("甲", "partOf", "丙"),
        link("甲", "partOf", "丁", speaker="林立"),
        amount("甲", "10"),
        link("甲", "partOf", "戊", speaker="程远"),
    ]
    details = evaluate(gold, found).details
    assert figures(details["speaker"]) == (2, 2, 1)
    assert figures(details["approximator"]) == (1, 0, 0)
    assert figures(details["as_of"]) == (1, 1, 1)


def test_cues_and_subject_sources_have_a_precision() -> None:
    gold = [thing("甲区", "District"), link("甲区", "partOf", "乙")]
    found = [
        thing("甲区", "District", "rule:head/district/区 edge/b"),
        thing("建立健全区", "District", "rule:head/district/区"),
        link("甲区", "partOf", "乙", method="curated:a.review.tsv", subject_source="section"),
    ]
    scores = evaluate(gold, found)
    assert figures(scores.cues["head/district/区"]) == (1, 2, 1)
    assert scores.cues["head/district/区"].wrong == 1
    assert figures(scores.cues["edge/b"]) == (1, 1, 1)
    assert figures(scores.cues["curated"]) == (1, 1, 1)
    assert scores.sources["explicit"].precision == 0.5
    assert scores.sources["section"].precision == 1.0


def test_scores_of_two_texts_add_up() -> None:
    one = evaluate([thing("甲区", "District")], [thing("甲区", "District")])
    two = evaluate([thing("甲区", "District")], [])
    both = one + two
    assert figures(both.measures["entity"]) == (2, 1, 1)
    assert len(both.differences) == 1
    assert Scores() + one == one


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    assert {score.f1 for score in evaluate([], []).measures.values()} == {1.0}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "甲.txt").write_text(TEXT, "utf-8")
    (tmp_path / "乙.txt").write_text(TEXT, "utf-8")
    rows = [
        ("滨海高新区", "", "type", "HighTechZone", "Class", *[""] * 7, "", "引进海工大学"),
        ("海工大学", "", "type", "University", "Class", *[""] * 7, "", "引进海工大学"),
        ("海工大学", "", "locatedIn", "滨海高新区", "", *[""] * 7, "", "高新区 ‖ 引进海工大学"),
    ]
    gold = "\n".join("\t".join(row) for row in [COLUMNS, *rows]) + "\n"
    (tmp_path / "甲.gold.tsv").write_text(gold, "utf-8")
    (tmp_path / "乙.gold.tsv").write_text("# the same again\n" + gold, "utf-8")
    split = "file\tsplit\tgenre\n甲\ttuned\tbrief\n乙\tuntuned\tbrief\n"
    (tmp_path / "split.tsv").write_text(split, "utf-8")
    return tmp_path


def load(path: Path) -> Document:
    text = path.read_text("utf-8")
    return Document(path.stem, str(path), text, sha256(text.encode()).hexdigest())


def half(document: Document) -> list[Statement]:
    """Finds everything in 甲 and only the university in 乙, with one invention."""
    if document.doc == "甲":
        return [
            thing("滨海高新区", "HighTechZone"),
            thing("海工大学", "University"),
            link("海工大学", "locatedIn", "滨海高新区"),
        ]
    return [thing("海工大学", "University"), thing("程远说", "Person")]


def board(corpus: Path) -> Board:
    return measure(entries(corpus), half, load)


def test_tuned_and_untuned_articles_are_kept_apart(corpus: Path) -> None:
    found = board(corpus)
    assert figures(found.total(tuned=True).measures["entity"]) == (2, 2, 2)
    assert figures(found.total(tuned=False).measures["entity"]) == (2, 2, 1)
    numbers = record(found)
    assert numbers["untuned"]["measures"]["entity"]["f1"] == 0.5
    assert numbers["articles"]["甲"]["tuned"] is True
    fired = {"fired": 2, "right": 1, "wrong": 1, "precision": 0.5}
    assert numbers["untuned"]["subject_sources"]["explicit"] == fired
    assert json.loads(json.dumps(numbers)) == numbers


def test_the_table_is_aligned_and_names_every_measure(corpus: Path) -> None:
    lines = table(board(corpus), full=True).splitlines()
    assert lines[0] == "untuned (1 article)"
    assert lines[1].split() == ["kind", "P", "R", "F1", "gold", "found", "right"]
    assert lines[2].split() == ["entity", "0.500", "0.500", "0.500", "2", "2", "1"]
    assert "stated as fact though it is none: 0" in lines
    fired = next(place for place, line in enumerate(lines) if line.startswith("subject from"))
    assert lines[fired].split() == ["subject", "from", "fired", "right", "wrong", "precision"]
    assert lines[fired + 1].split() == ["explicit", "2", "1", "1", "0.500"]
    assert [line.split()[:3] for line in lines[-2:]] == [
        ["乙", "untuned", "0.500"],
        ["甲", "tuned", "1.000"],
    ]


def test_errors_list_misses_and_false_alarms_with_their_quotes(corpus: Path) -> None:
    lines = [line.split("\t") for line in errors(board(corpus)).splitlines()]
    assert [line[:4] for line in lines] == [
        ["乙", "false alarm", "entity", "程远说 type Person"],
        ["乙", "miss", "entity", "滨海高新区 type HighTechZone"],
        ["乙", "miss", "relation", "海工大学 locatedIn 滨海高新区"],
    ]
    assert lines[2][5] == "高新区 ‖ 引进海工大学"


def test_an_article_missing_from_the_split_is_named(corpus: Path) -> None:
    (corpus / "split.tsv").write_text("file\tsplit\tgenre\n甲\ttuned\tbrief\n", "utf-8")
    with pytest.raises(ReviewError, match="乙 is not listed"):
        entries(corpus)


def test_a_gold_file_without_article_is_an_error(corpus: Path) -> None:
    (corpus / "乙.txt").unlink()
    with pytest.raises(NotFoundError, match="no article 乙"):
        entries(corpus)


def test_no_gold_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no gold file"):
        entries(tmp_path)


def broken(corpus: Path, old: str, new: str) -> str:
    """The message for the gold of 甲 with ``old`` written as ``new``."""
    path = corpus / "甲.gold.tsv"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(ReviewError) as caught:
        read_statements(path, load(corpus / "甲.txt"))
    return str(caught.value).removeprefix(f"{path}")


TWICE = ("海工大学\t\tlocatedIn\t滨海高新区\t", "海工大学\t\ttype\tUniversity\t")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("subject\t", "thing\t", ":1: the header is not the expected one"),
        ("locatedIn", "locatedin", ":4: unknown predicate 'locatedin' (write one of locatedIn"),
        ("HighTechZone", "HighTekZone", ":2: unknown object 'HighTekZone' (write one of High"),
        ("高新区 ‖ 引进海工大学", "引进海大", ":4: the quote '引进海大' is not in the text"),
        ("\t\t高新区 ‖", "\t高新区 ‖", ":4: 13 cells instead of 14"),
        ("\t高新区 ‖ 引进海工大学", "\t", ":4: the cell quote is empty"),
        ("locatedIn\t滨海高新区", "locatedIn\t滨海", ":4: '滨海' has no type"),
        ("In\t滨海高新区\t", "In\t滨海高新区\tPark", ":4: '滨海高新区' is a Park here and a High"),
        (*TWICE, ":4: the same fact as in line 3"),
    ],
)
def test_a_broken_line_is_named_with_file_line_and_remedy(
    corpus: Path, old: str, new: str, message: str
) -> None:
    assert broken(corpus, old, new).startswith(message)


def test_bytes_that_are_no_text_are_an_error(corpus: Path) -> None:
    (corpus / "甲.gold.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReviewError, match="cannot be read"):
        read_statements(corpus / "甲.gold.tsv", load(corpus / "甲.txt"))


def test_an_empty_file_is_an_error(corpus: Path) -> None:
    (corpus / "甲.gold.tsv").write_text("# nothing yet\n", "utf-8")
    with pytest.raises(ReviewError, match="甲.gold.tsv: the file is empty"):
        read_statements(corpus / "甲.gold.tsv", load(corpus / "甲.txt"))


def test_quotes_are_found_in_either_width_and_keep_the_words_of_the_article(
    corpus: Path,
) -> None:
    path = corpus / "甲.gold.tsv"
    new = path.read_text("utf-8").replace("高新区 ‖ 引", "(以下简称“高新区”)引")
    path.write_text(new, "utf-8")
    document = load(corpus / "甲.txt")
    [evidence] = read_statements(path, document)[2].evidence
    assert evidence.exact == "（以下简称“高新区”）引进海工大学"
    assert document.text[evidence.start : evidence.end] == evidence.exact


def test_every_shipped_gold_file_is_whole_and_agrees_with_itself() -> None:
    chosen = entries(ARTICLES, [SHIPPED])
    assert "chongqing-roundtable" in {entry.name for entry in chosen}
    for entry in chosen:
        document = load(entry.article)
        gold = read_statements(entry.gold, document)
        for statement in gold:
            for evidence in statement.evidence:
                assert document.text[evidence.start : evidence.end] == evidence.exact
        scores = evaluate(gold, gold)
        assert {score.f1 for score in scores.measures.values()} == {1.0}, entry.name
        assert scores.differences == ()


def test_the_readme_of_the_articles_lists_each_with_its_split() -> None:
    readme = (ARTICLES / "README.md").read_text("utf-8")
    for entry in entries(ARTICLES, [SHIPPED]):
        split = "tuned" if entry.tuned else "untuned"
        assert f"| {entry.name} | {split} |" in readme
