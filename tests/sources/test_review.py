"""Decisions of a curator: what they change, what they leave, what is wrong with them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from ontology.errors import ReviewError
from sources.document import Document
from sources.evaluate import evaluate
from sources.review import REVIEW_COLUMNS, apply, overlay, propose
from sources.statement import Evidence, Node, Statement, Value, identify
from sources.tabular import COLUMNS, read_statements

TEXT = "滨海区（简称滨海）引进海工大学，共建深蓝研究院。程远表示，力争企业达到200家。"
DOCUMENT = Document("滨海", "滨海.txt", TEXT, sha256(TEXT.encode()).hexdigest())


def say(
    subject: str,
    predicate: str,
    other: str = "",
    quote: str = "滨海区",
    classes: str = "District Class",
    **more: object,
) -> Statement:
    """A statement of a rule, with the first place of ``quote`` as its evidence."""
    start = TEXT.index(quote)
    mine, theirs = classes.split()
    statement = Statement(
        "滨海",
        DOCUMENT.sha256,
        Node(subject, mine),
        predicate,
        Node(other, theirs) if other else None,
        evidence=(Evidence("predicate", start, start + len(quote), quote),),
        method="rule:x/y",
        confidence=0.75,
    )
    return identify(replace(statement, **more))  # type: ignore[arg-type]


DISTRICT = say("滨海区", "type", "District")
UNIVERSITY = say("海工大学", "type", "University", "海工大学", "University Class")
JUNK = say("引进海工", "type", "Enterprise", "引进海工", "Enterprise Class")
INSIDE = say("海工大学", "locatedIn", "滨海区", "引进海工大学", "University District")
OF_JUNK = say("引进海工", "locatedIn", "滨海区", "引进海工", "Enterprise District")
FOUND = [DISTRICT, UNIVERSITY, JUNK, INSIDE, OF_JUNK]


def line(decision: str, *, id: str = "", **cells: str) -> str:  # noqa: A002
    given = {"decision": decision, "id": id, **cells}
    return "\t".join(given.get(column, "") for column in REVIEW_COLUMNS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "滨海.review.tsv"


def write(path: Path, *lines: str, digest: str = DOCUMENT.sha256) -> Path:
    text = "\n".join([f"# sha256: {digest}", "\t".join(REVIEW_COLUMNS), *lines]) + "\n"
    path.write_text(text, "utf-8")
    return path


def test_without_a_decision_everything_stays(path: Path) -> None:
    assert sorted(apply(FOUND, DOCUMENT, write(path)), key=FOUND.index) == FOUND


def test_an_accepted_statement_becomes_certain_and_keeps_its_quote(path: Path) -> None:
    accept = line("accept", subject="海工大学", predicate="locatedIn", object="滨海区")
    result = overlay(FOUND, DOCUMENT, write(path, accept))
    [accepted] = [s for s in result.statements if s.method.startswith("curated")]
    assert accepted == replace(INSIDE, method="curated:滨海.review.tsv", confidence=1.0)
    assert result.accepted == 1


def test_a_statement_can_be_named_by_its_id_alone(path: Path) -> None:
    result = overlay(FOUND, DOCUMENT, write(path, line("reject", id=INSIDE.id)))
    assert result.rejected == (INSIDE,)
    assert INSIDE not in result.statements


def test_a_decision_by_content_survives_another_quote_and_other_widths(path: Path) -> None:
    again = say("海工大学", "locatedIn", "滨海区", "海工大学，共建", "University District")
    reject = line(
        "reject", id=INSIDE.id, subject="“海工大学”", predicate="locatedIn", object="滨海区"
    )
    result = overlay([DISTRICT, UNIVERSITY, again], DOCUMENT, write(path, reject))
    assert result.rejected == (again,)


def test_what_speaks_of_a_rejected_entity_goes_with_it(path: Path) -> None:
    reject = line("reject", subject="引进海工", predicate="type", object="Enterprise")
    result = overlay(FOUND, DOCUMENT, write(path, reject))
    assert result.rejected == (JUNK,)
    assert result.orphaned == (OF_JUNK,)
    assert set(result.statements) == {DISTRICT, UNIVERSITY, INSIDE}


def test_an_added_fact_gets_exact_offsets_even_from_a_quote_in_other_widths(path: Path) -> None:
    lines = (
        line(
            "add", subject="滨海区", predicate="altLabel", object="滨海", quote="滨海区(简称滨海)"
        ),
        line("add", subject="程远", predicate="type", object="Person", quote="程远表示"),
    )
    result = overlay(FOUND, DOCUMENT, write(path, *lines))
    added = [s for s in result.statements if s.method == "curated:滨海.review.tsv"]
    assert [s.subject.name for s in added] == ["滨海区", "程远"]
    assert [s.confidence for s in added] == [1.0, 1.0]
    assert added[0].evidence[0].exact == "滨海区（简称滨海）"
    assert all(TEXT[e.start : e.end] == e.exact for s in added for e in s.evidence)
    assert result.added == 2


def test_an_added_number_keeps_its_wording(path: Path) -> None:
    add = line("add", **TARGET)
    [target] = [s for s in apply(FOUND, DOCUMENT, write(path, add)) if s.value]
    assert target.value and target.value.text == "200家"
    assert (target.modality, target.speaker) == ("target", "程远")


def test_an_added_class_replaces_the_one_of_the_rules_everywhere(path: Path) -> None:
    add = line("add", subject="滨海区", predicate="type", object="County", quote="滨海区")
    statements = apply(FOUND, DOCUMENT, write(path, add))
    assert [s.object.name for s in statements if s.predicate == "type" and s.object][:1] == [
        "County"
    ]
    assert {s.object.cls for s in statements if s.predicate == "locatedIn" and s.object} == {
        "County"
    }
    assert DISTRICT not in statements


def test_a_rejected_name_moves_to_the_entity_it_is_another_name_of(path: Path) -> None:
    short = say("滨海", "type", "District", "滨海")
    about = say("海工大学", "locatedIn", "滨海", "引进海工大学", "University District")
    lines = (
        line("reject", subject="滨海", predicate="type", object="District"),
        line("add", subject="滨海区", predicate="altLabel", object="滨海", quote="简称滨海"),
    )
    result = overlay([DISTRICT, UNIVERSITY, short, about], DOCUMENT, write(path, *lines))
    [moved] = [s for s in result.statements if s.predicate == "locatedIn"]
    assert moved.object == Node("滨海区", "District")
    assert moved.id == INSIDE.id
    assert result.orphaned == ()


def test_a_stale_decision_is_an_error_that_names_its_line(path: Path) -> None:
    write(path, line("reject", subject="海工大学", predicate="partOf", object="滨海区"))
    with pytest.raises(ReviewError) as caught:
        apply(FOUND, DOCUMENT, path)
    assert str(caught.value) == (
        f"{path}:3: nothing to reject (the statement is no longer found; "
        "delete the line or write it as found now)"
    )


def test_a_stale_decision_about_another_text_says_so(path: Path) -> None:
    write(path, line("accept", id="0" * 16), digest="0" * 64)
    with pytest.raises(ReviewError, match=":3: nothing to accept .the article has changed since"):
        apply(FOUND, DOCUMENT, path)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"decision": "maybe"}, "unknown decision 'maybe' (write accept, reject or add)"),
        ({"decision": "reject"}, "no statement named (write its id, or subject,"),
        (
            {"decision": "add", "subject": "滨海区", "predicate": "type", "object": "District",
             "quote": "滨海县"},
            "the quote '滨海县' is not in the text",
        ),
        (
            {"decision": "add", "subject": "滨海区", "predicate": "memberOf", "object": "深蓝联盟",
             "quote": "滨海区"},
            "'深蓝联盟' has no type (add a type line for 深蓝联盟)",
        ),
        (
            {"decision": "add", "subject": "滨海区", "predicate": "memberOf", "object": "海工大学",
             "quote": "滨海区"},
            "memberOf does not join District and University",
        ),
        (
            {"decision": "add", "subject": "滨海区", "predicate": "observation", "number": "两百",
             "unit": "NUM", "indicator": "企业数量", "quote": "滨海区"},
            "number '两百' is no decimal",
        ),
        (
            {"decision": "reject", "subject": "滨海区", "predicate": "in", "object": "海"},
            "unknown predicate 'in'",
        ),
    ],
)  # fmt: skip
def test_a_broken_line_is_named_with_file_line_and_remedy(
    path: Path, cells: dict[str, str], message: str
) -> None:
    decision = cells.pop("decision")
    with pytest.raises(ReviewError) as caught:
        apply(FOUND, DOCUMENT, write(path, line(decision, **cells)))
    assert str(caught.value).startswith(f"{path}:3: {message}")


GOLD = """
滨海区 type District 滨海区
滨海区 altLabel 滨海 简称滨海
海工大学 type University 海工大学
深蓝研究院 type ResearchInstitute 深蓝研究院
程远 type Person 程远表示
海工大学 locatedIn 滨海区 引进海工大学
深蓝研究院 establishedBy 滨海区 滨海区_‖_共建深蓝研究院
"""
TARGET = {
    "subject": "滨海区",
    "predicate": "observation",
    "number": "200",
    "unit": "NUM",
    "indicator": "企业数量",
    "modality": "target",
    "speaker": "程远",
    "quote": "力争企业达到200家",
}


def gold(tmp_path: Path) -> list[Statement]:
    names = ("subject", "predicate", "object", "quote")
    rows = [dict(zip(names, row.split(), strict=True)) for row in GOLD.strip().splitlines()]
    lines = ["\t".join(COLUMNS)]
    for row in [*rows, TARGET]:
        lines.append("\t".join(row.get(column, "").replace("_", " ") for column in COLUMNS))
    path = tmp_path / "滨海.gold.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return read_statements(path, DOCUMENT)


def test_the_proposed_review_turns_what_was_found_into_the_gold(tmp_path: Path, path: Path) -> None:
    wanted = gold(tmp_path)
    short = say("滨海", "type", "District", "滨海")
    by_short = say(
        "深蓝研究院", "establishedBy", "滨海", "共建深蓝研究院", "ResearchInstitute District"
    )
    fact = say(
        "滨海",
        "observation",
        quote="200家",
        value=Value("200家", "200", "NUM", "企业"),
    )
    institute = say("深蓝研究院", "type", "Laboratory", "深蓝研究院", "Laboratory Class")
    found = [*FOUND, short, by_short, fact, institute]
    text = propose(wanted, found, DOCUMENT)
    path.write_text(text, "utf-8")
    result = overlay(found, DOCUMENT, path)
    scores = evaluate(wanted, result.statements)
    assert scores.differences == ()
    assert {s.f1 for s in [*scores.measures.values(), *scores.details.values()]} == {1.0}
    assert {s.subject.name for s in result.statements} == {s.subject.name for s in wanted}
    assert [s.method for s in result.statements if s.predicate == "locatedIn"] == ["rule:x/y"]
    assert propose(wanted, result.statements, DOCUMENT).count("\n") == 2


def test_nothing_is_proposed_for_what_is_right(tmp_path: Path) -> None:
    wanted = gold(tmp_path)
    assert propose(wanted, wanted, DOCUMENT) == (
        f"# sha256: {DOCUMENT.sha256}\n" + "\t".join(REVIEW_COLUMNS) + "\n"
    )


def test_everything_is_proposed_when_nothing_was_found(tmp_path: Path, path: Path) -> None:
    wanted = gold(tmp_path)
    path.write_text(propose(wanted, [], DOCUMENT), "utf-8")
    result = overlay([], DOCUMENT, path)
    assert result.added == len(wanted)
    assert evaluate(wanted, result.statements).differences == ()
