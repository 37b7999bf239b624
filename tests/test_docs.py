"""The examples of the documents, run as they stand beside a build."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from tests.console import READMES, ROOT, furnish

_BLOCK = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)

# The guide to extending the ontology holds diffs, not examples: another test follows it.
DOCUMENTS = [ROOT / "docs" / "notebook.md", *READMES]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build of the shipped article in ``out``."""
    folder = tmp_path_factory.mktemp("docs")
    furnish(folder)
    return folder


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_examples_of_a_document_print_what_it_says(
    desk: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = _BLOCK.findall(path.read_text(encoding="utf-8"))
    assert blocks
    monkeypatch.chdir(desk)
    parser, told = doctest.DocTestParser(), list[str]()
    test = parser.get_doctest("\n".join(blocks), {}, path.name, str(path), 0)
    assert test.examples
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    assert runner.run(test, out=told.append).failed == 0, "".join(told)
