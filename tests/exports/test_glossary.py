"""What is written as a spreadsheet is read back, sign by sign, in each format."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from exports.glossary import read_sheet, render_sheet
from ontology.errors import OutputError, ReviewError

COLUMNS = ("id", "form", "active", "factor")
ROWS = [
    {"id": "unit/range/-", "form": "-", "active": "on"},
    {"id": "layout/rule/[-=*]+", "form": "=cmd|'/c calc'!A1", "active": "off"},
    {"id": "unit/x", "form": '他说"行",\t又\n换行', "active": "on", "factor": "0.10"},
    {"id": "person/title-end/ ", "form": " ", "active": "on"},
    {"id": "a/b/'-", "form": "'-", "active": "on", "factor": "-5"},
]


def there_and_back(rows: list[dict[str, str]], suffix: str, folder: Path) -> list[dict[str, str]]:
    path = folder / f"cues{suffix}"
    path.write_bytes(render_sheet(COLUMNS, rows, suffix))
    return [{name: text for name, text in line.cells.items() if text} for line in read_sheet(path)]


@pytest.mark.parametrize("suffix", [".xlsx", ".tsv", ".csv"])
def test_every_cell_comes_back(suffix: str, tmp_path: Path) -> None:
    assert there_and_back(ROWS, suffix, tmp_path) == ROWS


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_any_text_comes_back_from_a_text_file(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    rows = [{"id": "a", "form": text}]
    assert there_and_back(rows, ".csv", tmp_path_factory.mktemp("sheet")) == rows


def test_no_cell_runs_as_a_formula() -> None:
    text = render_sheet(COLUMNS, ROWS, ".csv").decode("utf-8-sig")
    assert "'=cmd" in text
    assert ",=cmd" not in text
    sheet = load_workbook(io.BytesIO(render_sheet(COLUMNS, ROWS, ".xlsx"))).active
    assert sheet is not None
    assert (sheet["B3"].data_type, sheet["B3"].quotePrefix) == ("s", True)


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "cues.tsv"
    path.write_text("id\tform\tactive\n\na/b\t甲\ton\n", encoding="utf-8")
    assert [(line.number, line.form) for line in read_sheet(path)] == [(3, "甲")]


def test_a_spreadsheet_saved_in_the_chinese_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cues.csv"
    text = "id,form,active\r\nhead/valley/智谷,智谷,on\r\nhead/park/园区,园区,on\r\n"
    path.write_bytes(text.encode("gb18030"))
    assert [line.form for line in read_sheet(path)] == ["智谷", "园区"]


def test_numbers_and_truths_of_excel_are_text(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["id", "form", "active", "factor"],
        ["a/b", 5, True, 10000.0],
        [None, "x", False, 0.1],
    ):
        sheet.append(row)
    book.save(tmp_path / "cues.xlsx")
    assert [list(line.cells.values()) for line in read_sheet(tmp_path / "cues.xlsx")] == [
        ["a/b", "5", "true", "10000"],
        ["", "x", "false", "0.1"],
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.tsv", None, r"none\.tsv: cannot be read: No such file .*check the path"),
        ("none.xlsx", None, r"none\.xlsx: cannot be read: No such file .*check the path"),
        ("a.ods", b"", r"a\.ods: no spreadsheet .give an \.xlsx, \.tsv or \.csv file"),
        ("a.xlsx", b"PK\x03\x04 broken", r"a\.xlsx: no Excel workbook that can be read"),
        ("a.tsv", b"PK\x03\x04", r"a\.tsv: the file is a zip or Office document"),
        ("a.tsv", b"", r"a\.tsv: the file is empty"),
        ("a.tsv", b"\t\n\t\n", r"a\.tsv: the file is empty"),
        ("a.tsv", b"id\tform\tid\n", r"a\.tsv:1: two columns 'id' .delete one of them"),
        ("a.tsv", b"id\tform\na/b\tx\ty\n", r"a\.tsv:2: 'y' stands under no column"),
        ("a.csv", b'id,form\na/b,"x"y\n', r"a\.csv: cannot be read: .*save it as \.xlsx"),
    ],
)
def test_a_broken_file_says_what_to_do(
    name: str, content: bytes | None, message: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ReviewError, match=message):
        read_sheet(tmp_path / name)


def test_a_formula_that_a_curator_wrote_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["id", "form"], ["a/b", "=1+1"]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(ReviewError, match=r"a\.xlsx:2: =1\+1 is a formula, not text"):
        read_sheet(tmp_path / "a.xlsx")


def test_other_formats_are_not_written() -> None:
    with pytest.raises(OutputError, match=r"no spreadsheet ends in '\.ods'"):
        render_sheet(COLUMNS, ROWS, ".ods")
