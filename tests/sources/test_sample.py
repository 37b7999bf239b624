"""Which articles are learned from: gold before review, and never what only measures."""

from pathlib import Path

import pytest

from ontology.errors import InputError, NotFoundError, ReviewError
from sources.sample import collect
from sources.tabular import COLUMNS

TEXT = "云溪实验室位于江北区。"
TYPE = {"subject": "云溪实验室", "predicate": "type", "object": "Laboratory", "quote": TEXT}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    line = "\t".join(TYPE.get(column, "") for column in COLUMNS)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / f"{name}.gold.tsv").write_text("\t".join(COLUMNS) + f"\n{line}\n", "utf-8")
    return tmp_path


def names(*paths: Path) -> list[tuple[str, int]]:
    return [(one.document.doc, len(one.statements)) for one in collect(paths)]


def test_a_folder_gives_its_annotated_articles(folder: Path) -> None:
    assert names(folder) == [("a", 1), ("b", 1)]
    assert names(folder / "a.txt") == names(folder / "a.gold.tsv") == [("a", 1)]


def test_untuned_articles_are_left_out_and_refused_by_name(folder: Path) -> None:
    (folder / "split.tsv").write_text("file\tsplit\tgenre\na\ttuned\tx\nb\tuntuned\tx\n", "utf-8")
    assert names(folder) == [("a", 1)]
    for name in ("b.gold.tsv", "b.txt"):
        with pytest.raises(ReviewError, match="b is untuned: .*call it tuned in split.tsv"):
            names(folder / name)


def test_passages_are_samples_of_their_own(tmp_path: Path) -> None:
    text = "= p-{0} 2023\n{{A:Laboratory 云溪实验室}}揭牌。\nA hasStatus operational\n\n"
    for name in ("p1", "p2"):
        (tmp_path / f"{name}.txt").write_text(text.format(1) + text.format(2), encoding="utf-8")
    assert names(tmp_path / "p2.txt") == [("p-1", 2), ("p-2", 2)]
    (tmp_path / "split.tsv").write_text("file\tsplit\np1\ttuned\np2\tuntuned\n", "utf-8")
    assert names(tmp_path) == names(tmp_path / "p1.txt") == [("p-1", 2), ("p-2", 2)]
    with pytest.raises(ReviewError, match="p2 is untuned"):
        names(tmp_path / "p2.txt")


def test_a_review_is_applied_and_an_article_alone_has_no_statements(tmp_path: Path) -> None:
    article = tmp_path / "c.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert names(article) == [("c", 0)]
    header = "\t".join(("decision", "id", *COLUMNS))
    (tmp_path / "c.review.tsv").write_text(header + "\n", encoding="utf-8")
    assert [count > 1 for _, count in names(tmp_path, tmp_path / "c.review.tsv")] == [True]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        names(tmp_path / "none.txt")
    with pytest.raises(NotFoundError, match="no gold file"):
        names(tmp_path / "none.gold.tsv")
    with pytest.raises(ReviewError, match="no article beside it .add none.txt"):
        names(tmp_path / "none.review.tsv")
