"""The commands ``onecity lexicon …`` as curators use them, on a lexicon of their own."""

import csv
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from exports.curator import lexicon
from ontology.lexicon import load_lexicon
from sources.tabular import COLUMNS

ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(lexicon, list(map(str, arguments)), catch_exceptions=False)


def stdout(*arguments: object) -> str:
    done = run(*arguments)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "lexicon"
    copy.mkdir()
    for path in (ROOT / "ontology" / "lexicon").glob("*.ttl"):
        shutil.copy(path, copy)
    return copy


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("suffix", [".xlsx", ".tsv", ".csv"])
def test_export_and_import_change_nothing(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"cues{suffix}"
    count = len(load_lexicon().forms("HeadNoun"))
    assert stdout("export", path, "--kind", "HeadNoun") == f"{path}: {count} cues\n"
    nothing = "0 added, 0 changed, 0 switched on, 0 switched off\n"
    assert stdout("import", path) == nothing
    again = tmp_path / f"again{suffix}"
    stdout("export", again, "--kind", "HeadNoun")
    assert again.read_bytes() == path.read_bytes()


def edit(path: Path, form: str, **cells: str) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        if row["form"] == form:
            row.update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter="\t")
        writer.writeheader()
        writer.writerows(rows)


def test_nothing_is_written_without_being_told(folder: Path, tmp_path: Path) -> None:
    path, before = tmp_path / "heads.tsv", contents(folder)
    stdout("export", path, "--kind", "HeadNoun", "--lexicon", folder)
    edit(path, "生态新城", active="off")
    told = stdout("import", path, "--lexicon", folder)
    assert told.splitlines() == [
        "heads.ttl: off head/eco-city/生态新城",
        "0 added, 0 changed, 0 switched on, 1 switched off",
        "not written without --apply: heads.ttl",
    ]
    assert contents(folder) == before


def test_what_is_applied_is_one_place_in_one_file(folder: Path, tmp_path: Path) -> None:
    path, before = tmp_path / "heads.tsv", contents(folder)
    stdout("export", path, "--kind", "HeadNoun", "--lexicon", folder)
    edit(path, "生态新城", active="off")
    assert stdout("import", path, "--apply", "--lexicon", folder).endswith("written: heads.ttl\n")
    heads = before["heads.ttl"].decode()
    new = heads.replace('"生态城", "生态新城" .', '"生态城" ; lex:inactiveForm "生态新城" .')
    assert contents(folder) == before | {"heads.ttl": new.encode()}
    assert stdout("import", path, "--apply", "--lexicon", folder).startswith("0 added, 0 changed")


def test_what_is_proposed_waits_until_a_curator_switches_it_on(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "news").mkdir()
    article = tmp_path / "news" / "one.txt"
    article.write_text("晨星科创驿位于江北区。", encoding="utf-8")
    fact = {
        "subject": "晨星科创驿",
        "predicate": "type",
        "object": "Makerspace",
        "quote": "晨星科创驿",
    }
    line = "\t".join(fact.get(column, "") for column in COLUMNS)
    gold = tmp_path / "news" / "one.gold.tsv"
    gold.write_text("\t".join(COLUMNS) + f"\n{line}\n", encoding="utf-8")
    all_seen = ("--least", 1)
    sheet, before = tmp_path / "proposals.tsv", contents(folder)
    assert (
        stdout("learn", tmp_path / "news", *all_seen, "--to", sheet)
        == f"{sheet}: 1 proposals, all off\n"
    )
    assert stdout("learn", article, *all_seen) == sheet.read_text(encoding="utf-8-sig")
    waits = "0 added, 0 changed, 0 switched on, 0 switched off; 1 proposed and off: left alone\n"
    assert stdout("import", sheet, "--apply", "--lexicon", folder) == waits
    assert contents(folder) == before
    edit(sheet, "科创驿", active="on")
    told = stdout("import", sheet, "--apply", "--lexicon", folder)
    assert told.startswith("heads.ttl: added head/makerspace/科创驿\n1 added")


def test_the_least_count_leaves_out_what_is_rare() -> None:
    articles = [ROOT / "tests" / "articles" / f"a{number}.txt" for number in range(1, 5)]
    found = {
        least: list(csv.DictReader(stdout("learn", *articles, "--least", least).splitlines(),
                                   delimiter="\t"))
        for least in (1, 2)
    }  # fmt: skip
    assert found[1]
    assert found[2] == [row for row in found[1] if int(row["count"]) > 1]


@pytest.mark.parametrize("name", sorted(lexicon.commands))
def test_every_command_says_in_two_languages_what_it_does_with_examples(name: str) -> None:
    text = stdout(name, "--help")
    assert any("\u4e00" <= sign <= "\u9fff" for sign in text)
    assert f"  onecity lexicon {name}" in text


def test_a_command_without_its_file_is_a_wrong_argument() -> None:
    assert run("import").exit_code == click.UsageError.exit_code
