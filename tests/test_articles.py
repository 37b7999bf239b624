"""Every article of the checkout: quotes re-slice exactly, and reading is the same every time."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from sources.extract import Extraction, extract
from sources.read import find, read
from sources.statement import dump, identify, parse

ROOT = Path(__file__).parent.parent
ARTICLES = find([ROOT / "sources" / "articles", ROOT / "tests" / "articles"])
#: Prints what is read in the articles given, as ``told`` does here.
PRINT = """
import sys
from pathlib import Path
sys.stdout.reconfigure(encoding="utf-8")
from tests.test_articles import told
for name in sys.argv[1:]:
    print(told(Path(name)))
"""


@cache
def reading(path: Path) -> Extraction:
    return extract(read(path))


def told(path: Path) -> str:
    """The statements of an article, then the rejected ones, then the sentences left untouched."""
    found = reading(path)
    rejected = [f"{rejection.reason} {dump(rejection.statement)}" for rejection in found.rejected]
    return "\n".join([*map(dump, found.statements), *rejected, str(found.untouched)])


def test_the_shipped_article_is_among_them() -> None:
    assert "chongqing-roundtable" in {path.stem for path in ARTICLES}
    assert len(ARTICLES) >= 17


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_quote_re_slices(path: Path) -> None:
    document = read(path)
    extraction = reading(path)
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
    for statement in reading(path).statements:
        for node in (statement.subject, statement.object):
            if node is not None and node.span is not None:
                start, end = node.span
                assert document.text[start:end] == node.name, dump(statement)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_ids_are_content_hashes_and_lines_read_back(path: Path) -> None:
    statements = reading(path).statements
    assert len({statement.id for statement in statements}) == len(statements)
    for statement in statements:
        assert identify(statement).id == statement.id
    assert tuple(parse(map(dump, statements))) == statements


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_thing_that_is_named_has_a_type(path: Path) -> None:
    statements = reading(path).statements
    typed = {
        s.subject.name: s.object.name for s in statements if s.predicate == "type" and s.object
    }
    for statement in statements:
        for node in (statement.subject, statement.object):
            if node is not None and node.cls not in {"Class", "Label", "Status"}:
                assert typed.get(node.name) == node.cls, dump(statement)


def test_reading_does_not_depend_on_the_process(tmp_path: Path) -> None:
    apart = subprocess.run(
        [sys.executable, "-c", PRINT, *map(str, ARTICLES)],
        cwd=tmp_path,
        env={
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": "77",
            "TZ": "Asia/Shanghai",
            "LANG": "zh_CN.GB18030",
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert apart.splitlines() == "\n".join(map(told, ARTICLES)).splitlines()
    assert apart
