"""CSV, TSV, JSON and XML of answers, by the examples of the W3C's recommendations and their edges.

https://www.w3.org/TR/sparql11-results-csv-tsv/ , https://www.w3.org/TR/sparql11-results-json/ ,
https://www.w3.org/TR/rdf-sparql-XMLres/
"""

from __future__ import annotations

import csv
import io
import json

import pytest
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    parse_query_results,
)

from exports.tables import render
from graph.query import Table, Term
from ontology.errors import OutputError

XSD = "http://www.w3.org/2001/XMLSchema#"
X = NamedNode("http://example/x")
SPARQL = "{http://www.w3.org/2005/sparql-results#}"
YES = Table("ask", ("answer",), ((Literal(True),),))


def typed(text: str, name: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + name))


def table(*rows: tuple[Term | None, ...], columns: tuple[str, ...] = ("x", "literal")) -> Table:
    return Table("select", columns, rows)


#: The table of section 3 and 4 of the CSV and TSV recommendation.
EXAMPLE = table(
    (X, Literal("String")),
    (X, Literal('String-with-dquote"')),
    (BlankNode("b0"), Literal("Blank node")),
    (None, Literal("Missing 'x'")),
    (None, None),
    (X, None),
    (BlankNode("b1"), Literal("String-with-lang", language="en")),
    (BlankNode("b1"), typed("123", "integer")),
)


def test_csv_is_that_of_the_recommendation_byte_for_byte() -> None:
    assert render(EXAMPLE, "csv") == (
        b"x,literal\r\n"
        b"http://example/x,String\r\n"
        b'http://example/x,"String-with-dquote"""\r\n'
        b"_:b0,Blank node\r\n"
        b",Missing 'x'\r\n"
        b",\r\n"
        b"http://example/x,\r\n"
        b"_:b1,String-with-lang\r\n"
        b"_:b1,123\r\n"
    )


def test_tsv_is_that_of_the_recommendation_byte_for_byte() -> None:
    assert render(EXAMPLE, "tsv") == (
        b"?x\t?literal\n"
        b'<http://example/x>\t"String"\n'
        b'<http://example/x>\t"String-with-dquote\\""\n'
        b'_:b0\t"Blank node"\n'
        b"\t\"Missing 'x'\"\n"
        b"\t\n"
        b"<http://example/x>\t\n"
        b'_:b1\t"String-with-lang"@en\n'
        b"_:b1\t123\n"
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a,b", '"a,b"'),
        ("a\nb", '"a\nb"'),
        ("a\rb", '"a\rb"'),
        ('"', '""""'),
        ("a\tb", "a\tb"),
        (" a ", " a "),
        ("=1+1", "=1+1"),
        ("＝1+1", "＝1+1"),
        ("科学城", "科学城"),
        ("𠀀", "𠀀"),
    ],
)
def test_csv_quotes_what_it_must_and_changes_nothing(text: str, cell: str) -> None:
    assert render(table((Literal(text),), columns=("x",)), "csv").decode() == f"x\r\n{cell}\r\n"


@pytest.mark.parametrize(
    ("term", "cell"),
    [
        (Literal("a\tb"), r'"a\tb"'),
        (Literal("a\nb\rc"), r'"a\nb\rc"'),
        (Literal("a\\b"), r'"a\\b"'),
        (Literal("江城", language="zh"), '"江城"@zh'),
        (typed("1.5", "decimal"), "1.5"),
        (typed("1.5e0", "double"), "1.5e0"),
        (typed("INF", "double"), f'"INF"^^<{XSD}double>'),
        (typed("1.", "decimal"), f'"1."^^<{XSD}decimal>'),
        (typed("2021-04", "gYearMonth"), f'"2021-04"^^<{XSD}gYearMonth>'),
        (NamedNode("http://example/江城"), "<http://example/江城>"),
    ],
)
def test_tsv_writes_terms_as_turtle_does(term: Term, cell: str) -> None:
    assert render(table((term,), columns=("x",)), "tsv").decode() == f"?x\n{cell}\n"


def test_json_tells_every_kind_of_term_and_leaves_out_what_is_unbound() -> None:
    answer = json.loads(render(EXAMPLE, "json"))
    assert answer["head"] == {"vars": ["x", "literal"]}
    rows = answer["results"]["bindings"]
    assert rows[0] == {
        "x": {"type": "uri", "value": "http://example/x"},
        "literal": {"type": "literal", "value": "String"},
    }
    assert rows[2]["x"] == {"type": "bnode", "value": "b0"}
    assert rows[3] == {"literal": {"type": "literal", "value": "Missing 'x'"}}
    assert rows[4] == {}
    assert rows[6]["literal"] == {
        "type": "literal", "value": "String-with-lang", "xml:lang": "en"
    }  # fmt: skip
    assert rows[7]["literal"] == {"type": "literal", "value": "123", "datatype": XSD + "integer"}


def test_xml_tells_every_kind_of_term_and_leaves_out_what_is_unbound() -> None:
    root = fromstring(render(EXAMPLE, "xml"))
    assert root.tag == SPARQL + "sparql"
    assert [v.get("name") for v in root.iterfind(f"{SPARQL}head/{SPARQL}variable")] == [
        "x", "literal"
    ]  # fmt: skip
    rows = list(root.iterfind(f"{SPARQL}results/{SPARQL}result"))
    assert [len(row) for row in rows] == [2, 2, 2, 1, 0, 1, 2, 2]
    cells = [row[-1][0] for row in rows if len(row) == 2]
    assert [cell.tag.removeprefix(SPARQL) for cell in cells] == ["literal"] * 5
    assert cells[3].get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert cells[4].get("datatype") == XSD + "integer"
    assert rows[2][0][0].tag == SPARQL + "bnode"
    assert rows[0][0][0].tag == SPARQL + "uri"


def test_yes_and_no_have_the_form_of_the_recommendations() -> None:
    assert json.loads(render(YES, "json")) == {"head": {}, "boolean": True}
    root = fromstring(render(YES, "xml"))
    assert [child.tag for child in root] == [SPARQL + "head", SPARQL + "boolean"]
    assert root[1].text == "true"
    no = Table("ask", ("answer",), ((Literal(False),),))
    assert json.loads(render(no, "json"))["boolean"] is False


@pytest.mark.parametrize("name", ["csv", "tsv", "json", "xml", "markdown", "table", "xlsx"])
def test_an_empty_answer_still_has_its_columns(name: str) -> None:
    empty = render(table(), name)
    if name == "xlsx":
        assert empty.startswith(b"PK")
        return
    assert b"literal" in empty
    assert len(empty.splitlines()) <= 2


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ufffe", "\uffff"])
def test_xml_is_refused_rather_than_broken(character: str) -> None:
    bad = table((X, Literal(f"a{character}b")))
    with pytest.raises(OutputError, match=rf"U\+{ord(character):04X} cannot stand in an XML file"):
        render(bad, "xml")
    assert json.loads(render(bad, "json"))["results"]["bindings"][0]["literal"]["value"] == (
        f"a{character}b"
    )


TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=20)
SANE = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff")
    | st.sampled_from("\t\n\r <>&'\""),
    max_size=20,
)
TERMS = (
    st.none()
    | TEXTS.map(Literal)
    | TEXTS.map(lambda text: Literal(text, language="zh"))
    | st.integers().map(Literal)
    | st.just(X)
)


@given(st.lists(st.tuples(TERMS, TERMS), max_size=4))
def test_json_and_tsv_lose_nothing(rows: list[tuple[Term | None, Term | None]]) -> None:
    for form in (QueryResultsFormat.JSON, QueryResultsFormat.TSV):
        name = "json" if form == QueryResultsFormat.JSON else "tsv"
        back = parse_query_results(render(table(*rows), name), format=form)
        assert isinstance(back, QuerySolutions)
        assert [(row["x"], row["literal"]) for row in back] == rows


@given(SANE)
def test_xml_loses_no_character_that_it_may_hold(text: str) -> None:
    root = fromstring(render(table((X, Literal(text))), "xml"))
    assert "".join(root.itertext()).removeprefix("http://example/x") == text


@given(st.lists(TEXTS, min_size=2, max_size=2))
def test_csv_reads_back_to_the_same_texts(texts: list[str]) -> None:
    written = render(table(tuple(map(Literal, texts))), "csv").decode()
    assert list(csv.reader(io.StringIO(written, newline="")))[1:] == [texts]
