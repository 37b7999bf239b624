"""Every article of the checkout: quotes re-slice exactly, and reading is the same every time."""

import subprocess
import sys
from pathlib import Path

import pytest

from sources.extract import extract
from sources.read import find, read
from sources.statement import dump, identify, parse

ROOT = Path(__file__).parent.parent
ARTICLES = find([ROOT / "sources" / "articles", ROOT / "tests" / "articles"])
#: Prints the statements of the articles given, rejected ones last.
PRINT = """
import sys
from pathlib import Path
from sources.extract import extract
from sources.read import read
from sources.statement import dump
sys.stdout.reconfigure(encoding="utf-8")
for name in sys.argv[1:]:
    extraction = extract(read(Path(name)))
    for statement in extraction.statements:
        print(dump(statement))
    for rejection in extraction.rejected:
        print(rejection.reason, dump(rejection.statement))
    print(extraction.untouched)
"""


def test_the_shipped_article_is_among_them() -> None:
    assert "chongqing-roundtable" in {path.stem for path in ARTICLES}
    assert len(ARTICLES) >= 17


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_quote_re_slices(path: Path) -> None:
    document = read(path)
    extraction = extract(document)
    assert extraction.statements, "nothing was read"
    for statement in extraction.statements:
        assert statement.evidence, dump(statement)
        assert statement.doc == document.doc
        assert statement.sha256 == document.sha256
        for quote in statement.evidence:
            assert 0 <= quote.start < quote.end <= len(document.text), dump(statement)
            assert document.text[quote.start : quote.end] == quote.exact, dump(statement)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_names_with_a_place_stand_there(path: Path) -> None:
    document = read(path)
    for statement in extract(document).statements:
        for node in (statement.subject, statement.object):
            if node is not None and node.span is not None:
                start, end = node.span
                assert document.text[start:end] == node.name, dump(statement)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_ids_are_content_hashes_and_lines_read_back(path: Path) -> None:
    statements = extract(read(path)).statements
    assert len({statement.id for statement in statements}) == len(statements)
    for statement in statements:
        assert identify(statement).id == statement.id
    assert tuple(parse(map(dump, statements))) == statements


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_thing_that_is_named_has_a_type(path: Path) -> None:
    statements = extract(read(path)).statements
    typed = {
        s.subject.name: s.object.name for s in statements if s.predicate == "type" and s.object
    }
    for statement in statements:
        for node in (statement.subject, statement.object):
            if node is not None and node.cls not in {"Class", "Label", "Status"}:
                assert typed.get(node.name) == node.cls, dump(statement)


def _read_apart(cwd: Path, **environment: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", PRINT, *map(str, ARTICLES)],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def test_reading_does_not_depend_on_the_process(tmp_path: Path) -> None:
    here = _read_apart(ROOT, PYTHONHASHSEED="1", TZ="UTC", LANG="C")
    there = _read_apart(tmp_path, PYTHONHASHSEED="77", TZ="Asia/Shanghai", LANG="zh_CN.GB18030")
    assert here == there
    assert here
