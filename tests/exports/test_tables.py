import csv
import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryResultsFormat,
    Store,
    parse_query_results,
)
from wcwidth import wcswidth

from exports.prefixes import PREFIXES
from exports.tables import FORMATS, Style, layout, markdown, render
from graph.query import Table, Term, query
from ontology.errors import NotFoundError, OutputError, QueryError

QUERY = """SELECT ?name ?n ?iri ?none { VALUES (?name ?n ?iri) {
  ("西部(重庆)科学城"@zh 40000000000 <https://w3id.org/onecity/id/xi-bu>)
  ("=cmd|'/c calc'!A1" -5 <https://example.org/x>)
  ("a,\\"b\\"\\tc\\nd" 0.7 UNDEF)
} } ORDER BY (?n = 0.7) (?n = -5)"""


def select(columns: tuple[str, ...], rows: tuple[tuple[Term | None, ...], ...]) -> Table:
    return Table("select", columns, rows)


def ask(text: str) -> Table:
    return query(Store(), text)


@pytest.fixture
def answer() -> Table:
    return ask(QUERY)


def test_terminal_columns_line_up_under_chinese_names(answer: Table) -> None:
    lines = layout(answer).splitlines()
    assert lines[0].split() == ["name", "n", "iri", "none"]
    starts = {wcswidth(line[: line.index(word)]) for line, word in (
        (lines[0], "iri"), (lines[2], "id:xi-bu"), (lines[3], "<https")
    )}  # fmt: skip
    assert len(starts) == 1
    assert lines[2].startswith("西部(重庆)科学城")


def test_a_narrow_terminal_wraps_and_drops_no_character() -> None:
    text = "高水平建设西部科学城" * 6
    table = select(("a", "b"), ((Literal(text), Literal(text[::-1])),))
    lines = layout(table, 60).splitlines()
    assert max(map(wcswidth, lines)) <= 60
    assert "".join(line[: line.index("  ")] for line in lines[2:] if "  " in line) == text


def test_terminal_escapes_and_bidi_marks_are_made_visible() -> None:
    shown = layout(select(("a",), ((Literal("x\x1b[2J\u202ey"),),)))
    assert "x\ufffd[2J\ufffdy" in shown
    assert "\x1b" not in shown


def test_an_empty_answer_still_shows_its_columns() -> None:
    assert layout(select(("city", "n"), ())) == "city  n\n────  ─\n"


def test_ask_is_a_table_of_one_cell() -> None:
    yes = ask("ASK {}")
    assert layout(yes).splitlines()[2] == "true"
    assert json.loads(render(yes, "json"))["boolean"] is True


def test_csv_is_exact_and_unquoted_as_w3c_says(answer: Table) -> None:
    rows = list(csv.reader(io.StringIO(render(answer, "csv").decode(), newline="")))
    assert rows[1] == ["西部(重庆)科学城", "40000000000", "https://w3id.org/onecity/id/xi-bu", ""]
    assert rows[2][0] == "=cmd|'/c calc'!A1"
    assert rows[3][0] == 'a,"b"\tc\nd'


@pytest.mark.parametrize("name", ["json", "xml", "tsv"])
def test_standard_formats_read_back_to_the_same_terms(answer: Table, name: str) -> None:
    form = getattr(QueryResultsFormat, name.upper())
    back = parse_query_results(render(answer, name), format=form)
    rows = tuple(tuple(row[c] for c in ("name", "n", "iri", "none")) for row in back)  # type: ignore[union-attr]
    assert rows == answer.rows


def test_markdown_cannot_break_its_table() -> None:
    cell = Literal("a|b\n<script>`x`</script>")
    data = layout(select(("c",), ((cell,),)))
    assert "\n<" not in data
    assert markdown(select(("c",), ((cell,),))).splitlines()[2] == (
        r"| a\|b \<script\>\`x\`\</script\> |"
    )


def test_people_read_headings_and_large_numbers_and_machines_the_answer_itself() -> None:
    number = Literal("91000000000", datatype=NamedNode(PREFIXES["xsd"] + "integer"))
    told = {
        lang: Table("select", ("set_up_by", "yuan"), ((Literal("甲"), number),), lang)
        for lang in ("zh", "en")
    }
    assert layout(told["zh"]).splitlines()[0].split() == ["设立者", "金额（元）"]
    assert layout(told["zh"]).splitlines()[2].split() == ["甲", "910亿"]
    assert markdown(told["en"]).splitlines()[0] == "| set up by | yuan (CNY) |"
    assert markdown(told["en"]).splitlines()[2] == "| 甲 | 91 billion |"
    sheet = sheet_of(render(told["zh"], "xlsx"))
    assert [cell.value for cell in sheet[1]] == ["设立者", "金额（元）"]
    assert (sheet["B2"].value, sheet["B2"].number_format) == (91000000000, "#,##0")
    assert render(told["zh"], "spreadsheet").decode("utf-8-sig") == (
        "设立者,金额（元）\r\n甲,91000000000\r\n"
    )
    for form in ("csv", "tsv", "json", "xml"):
        assert render(told["zh"], form) == render(replace(told["zh"], lang=None), form)


def test_workbook_keeps_numbers_and_runs_no_formula(answer: Table) -> None:
    sheet = load_workbook(io.BytesIO(render(answer, "xlsx"))).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == ["name", "n", "iri", "none"]
    assert [sheet.cell(row, 2).value for row in (2, 3, 4)] == [40000000000, -5, 0.7]
    formula = sheet.cell(3, 1)
    assert (formula.value, formula.data_type) == ("=cmd|'/c calc'!A1", "s")
    assert formula.quotePrefix
    assert sheet.cell(4, 1).value == 'a,"b"\tc\nd'


def test_workbook_bytes_do_not_know_the_time(answer: Table) -> None:
    with zipfile.ZipFile(io.BytesIO(render(answer, "xlsx"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(
            re.search(rb"\b20[2-9]\d-\d\d-", archive.read(n)) for n in archive.namelist()
        )


def test_workbook_refuses_what_xml_cannot_carry() -> None:
    bad = ask('SELECT ("a\\u000Bb" AS ?x) {}')
    with pytest.raises(OutputError, match=r"U\+000B"):
        render(bad, "xlsx")


def test_workbook_refuses_what_excel_would_cut() -> None:
    long = select(("x",), ((Literal("长" * 32_767),),))
    assert sheet_of(render(long, "xlsx"))["A2"].value == "长" * 32_767
    for text in ("长" * 32_768, "𠀀" * 16_384):
        with pytest.raises(OutputError, match="more than 32767 characters, which Excel would cut"):
            render(select(("x",), ((Literal(text),),)), "xlsx")


def test_unknown_formats_get_the_nearest_name(answer: Table) -> None:
    with pytest.raises(NotFoundError, match="no table format named 'markdwn'.*markdown"):
        render(answer, "markdwn")
    assert " ".join(sorted(FORMATS)) == "csv json markdown spreadsheet table tsv turtle xlsx xml"


def test_constructed_triples_can_be_turtle(answer: Table) -> None:
    made = ask('CONSTRUCT { <https://w3id.org/onecity/id/a> rdfs:label "甲"@zh } {}')
    text = render(made, "turtle").decode()
    assert text.endswith('id:a rdfs:label "甲"@zh .\n')
    with pytest.raises(QueryError, match="only a CONSTRUCT"):
        render(answer, "turtle")


def sheet_of(data: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(data)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_workbook_columns_are_as_wide_as_their_chinese() -> None:
    zh, long = Literal("西部科学城", language="zh"), Literal("高水平建设西部科学城" * 9)
    sheet = sheet_of(render(select(("a", "b", "n"), ((zh, long, Literal(7)),)), "xlsx"))
    widths = [sheet.column_dimensions[name].width for name in "ABC"]
    assert widths == [13, 60, 8]
    assert [bool(sheet[f"{name}2"].alignment.wrap_text) for name in "ABC"] == [False, True, False]
    assert sheet.auto_filter.ref == "A1:C2"


def test_workbook_links_open_the_iri_or_what_the_caller_says(answer: Table) -> None:
    sheet = sheet_of(render(answer, "xlsx"))
    assert sheet["C2"].value == "id:xi-bu"
    assert sheet["C2"].hyperlink.target == "https://w3id.org/onecity/id/xi-bu"
    assert sheet["A2"].hyperlink is None
    style = Style(link=lambda table, row, column: "page.html#1" if column == 0 else "")
    sheet = sheet_of(render(answer, "xlsx", style))
    assert (sheet["A3"].hyperlink.target, sheet["A3"].value) == (
        "page.html#1", "=cmd|'/c calc'!A1"
    )  # fmt: skip
    assert sheet["C2"].hyperlink is None


@pytest.mark.parametrize("start", "=+-@\t\r＝＋－＠")
def test_only_raw_leaves_what_excel_might_run(start: str) -> None:
    table = select(("x", "n"), ((Literal(f"{start}A1"), Literal(-5)),))
    sheet = sheet_of(render(table, "xlsx"))
    assert sheet["A2"].quotePrefix
    assert (sheet["B2"].value, sheet["B2"].quotePrefix) == (-5, False)
    assert not sheet_of(render(table, "xlsx", Style(raw=True)))["A2"].quotePrefix
    cells = list(csv.reader(io.StringIO(render(table, "spreadsheet").decode("utf-8-sig"))))
    assert cells[1][0].startswith("'")
    assert cells[1][1] == "-5"
    raw = render(table, "spreadsheet", Style(raw=True)).decode("utf-8-sig")
    assert not next(iter(csv.reader(io.StringIO(raw.partition("\r\n")[2]))))[0].startswith("'")


def test_markdown_links_iris(answer: Table) -> None:
    line = markdown(answer).splitlines()[2]
    assert "| [id:xi-bu](<https://w3id.org/onecity/id/xi-bu>) |" in line
    assert markdown(select(("c",), ((Literal("a&lt;b ~~c~~"),),))).splitlines()[2] == (
        r"| a&amp;lt;b \~\~c\~\~ |"
    )
