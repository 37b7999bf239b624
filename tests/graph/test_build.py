from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pyoxigraph
import pytest

from graph.build import Build, Run, build, read_articles, replay
from graph.store import count, open_store, quads
from ontology.errors import BuildError, OutputError, ReviewError
from sources.statement import parse

Article = Callable[..., Run]
Make = Callable[..., Build]

FILES = ("onecity.nq", "statements.jsonl", "articles.jsonl", "merges.tsv")
_AGAIN = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}]
from conftest import SAMPLE, write
from graph.build import build
build([write("b1", *SAMPLE[:3]), write("a1", *SAMPLE)], Path({out!r}))
"""


def hashes(directory: Path) -> dict[str, str]:
    return {name: sha256((directory / name).read_bytes()).hexdigest() for name in FILES}


def test_a_build_holds_its_files_and_counts(sample: Build) -> None:
    assert sorted(path.name for path in sample.directory.iterdir()) == sorted([*FILES, "store"])
    assert (sample.articles, sample.entities) == (2, 15)
    with (sample.directory / "statements.jsonl").open(encoding="utf-8") as lines:
        assert len(list(parse(lines))) == sample.statements
    assert sample.count == count(open_store(sample.directory))
    assert sample.count.quads == sum(1 for _ in quads(sample.directory))
    assert sample.too_deep == ()


def test_the_default_graph_is_the_union_without_repeats(sample: Build) -> None:
    triples = {(q.subject, q.predicate, q.object) for q in quads(sample.directory)}
    # the store keeps positions as plain integers, so compare numbers of triples
    assert sample.count.triples == len(triples) < sample.count.quads


def test_files_are_the_same_under_another_hash_seed_zone_language_and_folder(
    tmp_path: Path,
) -> None:
    root = Path(__file__).parents[2]
    found = []
    for seed, zone, lang in (("1", "UTC", "C"), ("77", "Asia/Shanghai", "zh_CN.UTF-8")):
        out, here = tmp_path / f"out{seed}", tmp_path / f"here{seed}"
        here.mkdir()
        code = _AGAIN.format(root=str(root), tests=str(Path(__file__).parent), out=str(out))
        env = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": lang, "LC_ALL": lang}
        subprocess.run([sys.executable, "-c", code], check=True, cwd=here, env=env)
        found.append(hashes(out))
    assert found[0] == found[1]


def test_files_are_the_same_in_whatever_order_articles_come(article: Article, make: Make) -> None:
    runs = [
        article("a1", "科学城/ScienceCity locatedIn 重庆/City"),
        article("b1", "西部(重庆)科学城/ScienceCity altLabel 科学城"),
        article("c1", "江北区/District partOf 重庆市/City", "疆北区/Zone partOf 重庆/City"),
    ]
    orders = (runs, runs[::-1], [runs[1], runs[2], runs[0]])
    assert len({str(hashes(make(*order).directory)) for order in orders}) == 1


def test_quads_of_one_article_stand_together_and_sorted(sample: Build) -> None:
    graphs = [str(quad.graph_name).rsplit("/", 1)[0] for quad in quads(sample.directory)]
    runs = [name for at, name in enumerate(graphs) if at == 0 or graphs[at - 1] != name]
    assert len(runs) == len(set(runs)) + 1  # ontology first, inferred last, under one path
    assert runs[1].endswith("article/a1")


def test_statements_come_back_as_they_went_in(article: Article, make: Make) -> None:
    document, statements = article("a1", "重庆大学/University locatedIn 重庆/City")
    built = make((document, statements))
    again = list(replay(built.directory / "statements.jsonl", lambda doc: document))
    assert again == [(document, statements)]


def test_articles_come_back_without_their_text_and_path(sample: Build) -> None:
    first, second = read_articles(sample.directory)
    assert (first.doc, second.doc) == ("a1", "b1")
    assert (first.title, first.published) == ("a1的标题", "2021-05-21")
    record = json.loads((sample.directory / "articles.jsonl").read_text().splitlines()[0])
    assert "text" not in record
    assert "path" not in record


def test_decisions_are_listed_with_their_reasons(article: Article, make: Make) -> None:
    built = make(
        article("a1", "重庆大学/University locatedIn 重庆/City"),
        article("b1", "重庆大学/University locatedIn 重庆市/City"),
    )
    table = (built.directory / "merges.tsv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "action\tname\tclass\tother\treason\tarticles\texample\tiri"
    assert table[1].split("\t") == [
        "merged", "重庆", "City", "重庆市", "short form of an administrative area's name", "1",
        "b1", "https://w3id.org/onecity/id/chong-qing-shi",
    ]  # fmt: skip
    assert table[2].split("\t")[:3] == ["merged", "重庆大学", "University"]


def test_a_repeated_statement_counts_once(article: Article, make: Make) -> None:
    document, statements = article("a1", "重庆大学/University locatedIn 重庆/City")
    assert make((document, [*statements, *statements])).statements == len(statements)


def test_an_article_without_statements_is_an_article(article: Article, make: Make) -> None:
    built = make(article("a1"))
    assert (built.articles, built.statements, built.entities) == (1, 0, 0)


def test_a_quote_that_is_not_in_its_article_stops_the_build(article: Article, make: Make) -> None:
    document, statements = article("a1", "重庆大学/University locatedIn 重庆/City")
    moved = replace(document, text="。" + document.text)
    with pytest.raises(BuildError, match="a1: statement [0-9a-f]+ quotes .* does not stand at 0–"):
        make((moved, statements))


def test_two_articles_of_one_name_stop_the_build(article: Article, make: Make) -> None:
    run = article("a1", "重庆大学/University locatedIn 重庆/City")
    with pytest.raises(BuildError, match="a1: two articles have this name"):
        make(run, run)


def test_a_statement_of_another_article_stops_the_build(article: Article, make: Make) -> None:
    document, _ = article("a1", "重庆大学/University locatedIn 重庆/City")
    _, statements = article("b1", "重庆大学/University locatedIn 重庆/City")
    with pytest.raises(BuildError, match="is of 'b1'"):
        make((document, statements))


def test_a_lone_surrogate_stops_the_build_by_name(article: Article, make: Make) -> None:
    document, statements = article("a1", "重庆大学/University locatedIn 重庆/City")
    broken = replace(document, title="\ud800")
    with pytest.raises(BuildError, match=r"a1: character U\+D800 cannot be written"):
        make((broken, statements))


def test_a_folder_in_use_is_left_alone(article: Article, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(OutputError, match="the folder is not empty"):
        build([article("a1")], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_way_is_named(article: Article, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        build([article("a1")], tmp_path / "file" / "out")


def test_a_broken_file_of_rulings_stops_before_anything_is_written(
    article: Article, tmp_path: Path
) -> None:
    rulings = tmp_path / "identity.tsv"
    rulings.write_text("nonsense\n")
    with pytest.raises(ReviewError, match="identity.tsv:1: not a decision"):
        build([article("a1")], tmp_path / "out", curation=rulings)
    assert not (tmp_path / "out").exists()


def test_the_engine_reads_the_file_of_quads(sample: Build) -> None:
    store = pyoxigraph.Store()
    store.bulk_load(path=str(sample.directory / "onecity.nq"))
    assert len(store) == sample.count.quads
