from pathlib import Path

import pytest

from exports.archive import NAME, load
from exports.edition import produce
from exports.harvest import Harvest, harvest
from ontology.errors import BuildError

ARTICLES = Path(__file__).parent.parent / "articles"


def given(found: Harvest) -> tuple[object, ...]:
    document = found.document
    return (
        document.doc,
        document.text,
        document.title,
        document.publisher,
        document.published,
        document.published_source,
        {statement.id for statement in found.statements},
        {(r.statement.id, r.reason) for r in found.rejected},
        found.untouched,
        found.sentences,
        found.reviewed,
        found.paragraphs,
    )


def test_a_build_gives_back_what_each_article_gave(tmp_path: Path) -> None:
    paths = [ARTICLES / "b4.txt", ARTICLES / "a1.txt"]
    folder = produce(paths, tmp_path / "out").folder
    fresh = [found for found in harvest(paths) if isinstance(found, Harvest)]
    assert [given(found) for found in load(folder)] == [given(found) for found in fresh]


def test_a_build_without_texts_is_named(tmp_path: Path) -> None:
    folder = produce([ARTICLES / "b4.txt"], tmp_path / "out").folder
    (folder / NAME).unlink()
    with pytest.raises(
        BuildError, match=r"texts\.jsonl: the texts .* cannot be read \(build again"
    ):
        list(load(folder))
