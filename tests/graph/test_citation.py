from dataclasses import replace

import pytest
from pyoxigraph import Store

from graph.build import Build
from graph.citation import Passage, cite
from graph.store import open_store
from ontology.errors import NotFoundError
from tests.graph.conftest import Article, Builder


def test_a_thing_is_cited_with_every_statement_that_names_it(store: Store) -> None:
    found = cite(store, "超瞬态实验装置")
    assert [(c.fact, c.modality, c.speaker) for c in found] == [
        (("超瞬态实验装置", "由…建设", "重庆大学"), "target", "明炬"),
        (("超瞬态实验装置", "状态为", "计划中"), "asserted", ""),
        (("超瞬态实验装置", "位于", "西部(重庆)科学城"), "asserted", ""),
        (("超瞬态实验装置", "类型", "科技基础设施"), "asserted", ""),
    ]
    assert {c.publication.title for c in found} == {"a1的标题"}
    assert found[0].publication.publisher == "某日报"
    assert found[0].publication.published == "2021-05-21"


def test_a_post_and_a_number_are_told_with_what_they_belong_to(store: Store) -> None:
    facts = {c.fact for c in cite(store, "重庆大学")}
    assert ("明炬", "担任", "重庆大学 副校长") in facts
    assert ("重庆大学", "有观测值", "国家重点实验室数量 7个") in facts


def test_one_statement_is_cited_by_its_iri(store: Store) -> None:
    one = cite(store, "超瞬态实验装置")[1]
    short = "statement:" + one.iri.rpartition("/")[2]
    assert cite(store, one.iri) == cite(store, short) == (one,)
    assert one.passages == (Passage(one.passages[0].start, one.passages[0].end,
                                    "超瞬态实验装置hasStatus计划中".replace("计划中", "planned")),
                            )  # fmt: skip
    for name in ("statement:none", "statement:a> b"):
        with pytest.raises(NotFoundError, match="there is no such statement"):
            cite(store, name)


def test_english_names_are_used_where_there_are_some(store: Store) -> None:
    assert ("超瞬态实验装置", "has status", "planned") in {
        c.fact for c in cite(store, "超瞬态实验装置", "en")
    }


def test_authors_keep_their_order(make: Builder, article: Article) -> None:
    for authors in (("白麟", "李星婷"), ("李星婷", "白麟"), ("白麟",)):
        document, told = article("c1", "甲大学/University locatedIn 乙区/District")
        built = make((replace(document, authors=authors), told))
        assert cite(open_store(built.directory), "乙区")[0].publication.authors == authors


def test_articles_that_say_little_of_themselves_are_cited_too(
    make: Builder, article: Article
) -> None:
    run = article("c1", "甲大学/University locatedIn 乙区/District", publisher="", published="")
    built: Build = make(run)
    (found,) = [c for c in cite(open_store(built.directory), "甲大学") if c.fact[1] == "位于"]
    assert (found.publication.publisher, found.publication.published) == ("", "")
    assert found.publication.authors == ()
