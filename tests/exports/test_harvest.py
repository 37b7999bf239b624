from pathlib import Path

import pytest

from exports.harvest import Failure, Harvest, harvest
from ontology.errors import InputError, ReviewError

ARTICLES = Path("tests/articles")


def facts(results: list[Harvest | Failure]) -> list[object]:
    return [
        (r.document.doc, [s.id for s in r.statements], r.untouched)
        for r in results
        if isinstance(r, Harvest)
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Some articles, the first of them long."""
    for name in ("a1", "b1", "b2"):
        text = (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_order_of_arguments_does_not_matter(folder: Path) -> None:
    paths = sorted(folder.iterdir())
    assert facts(list(harvest(paths[::-1]))) == facts(list(harvest([folder])))


def test_workers_change_nothing(folder: Path) -> None:
    article = (folder / "a1.txt").read_text(encoding="utf-8")
    for number in range(3):
        (folder / f"long-{number}.txt").write_text(article * 25, encoding="utf-8")
    assert sum(path.stat().st_size for path in folder.iterdir()) > 150_000
    assert facts(list(harvest([folder], workers=2))) == facts(list(harvest([folder], workers=1)))


def test_a_bad_article_is_set_aside_with_its_reason(folder: Path) -> None:
    (folder / "a0.txt").write_bytes(b"")
    good = facts(list(harvest([folder / "a1.txt", folder / "b1.txt", folder / "b2.txt"])))
    results = list(harvest([folder]))
    failures = [result for result in results if isinstance(result, Failure)]
    assert [failure.name for failure in failures] == ["a0.txt"]
    assert isinstance(failures[0].error(), InputError)
    assert str(folder / "a0.txt") in str(failures[0].error())
    assert facts(results) == good


def test_a_single_bad_article_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"a\.txt"):
        list(harvest([tmp_path / "a.txt"]))


def test_nothing_but_bad_articles_is_an_error(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(InputError, match="none of the articles can be read"):
        list(harvest([tmp_path]))


def test_a_broken_review_file_is_never_passed_over(folder: Path) -> None:
    (folder / "b1.review.tsv").write_text("decision\tnonsense\n", encoding="utf-8")
    with pytest.raises(ReviewError, match=r"b1\.review\.tsv:1"):
        list(harvest([folder]))
    assert len(facts(list(harvest([folder], reviewing=False)))) == 3


def test_two_files_of_one_name_are_two_articles(folder: Path) -> None:
    (folder / "more").mkdir()
    text = (folder / "b1.txt").read_text(encoding="utf-8")
    (folder / "more" / "b1.txt").write_text(text + "另有一句。", encoding="utf-8")
    (folder / "copy").mkdir()
    (folder / "copy" / "b1.txt").write_text(text, encoding="utf-8")
    names = [r.document.doc for r in harvest([folder]) if isinstance(r, Harvest)]
    assert len(names) == len(set(names)) == 4
    assert sum(name.startswith("b1-") for name in names) == 2


def test_progress_counts_every_article(folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    list(harvest([folder], progress=lambda done, whole: seen.append((done, whole))))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_what_is_less_sure_than_asked_is_refused_with_the_reason(folder: Path) -> None:
    def both(confidence: float) -> tuple[set[str], set[str]]:
        (found,) = harvest([folder / "b1.txt"], confidence=confidence)
        assert isinstance(found, Harvest)
        reason = f"confidence below {confidence:g}"
        refused = {r.statement.id for r in found.rejected if r.reason == reason}
        return {s.id for s in found.statements}, refused

    def untouched(confidence: float) -> set[tuple[int, int]]:
        (found,) = harvest([folder / "b1.txt"], confidence=confidence)
        assert isinstance(found, Harvest)
        quotes = [e for s in found.statements for e in s.evidence]
        assert not any(e.start < b and e.end > a for a, b in found.untouched for e in quotes)
        return set(found.untouched)

    every, none = both(0.0)
    kept, refused = both(0.8)
    assert none == set()
    assert untouched(0.8) >= untouched(0.0)
    assert kept | refused == every
    assert kept < every
    with pytest.raises(InputError, match="nothing in it reaches the confidence 1"):
        list(harvest([folder / "b1.txt"], confidence=1.0))
