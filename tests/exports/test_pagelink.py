from pathlib import Path

from pyoxigraph import Literal, NamedNode

from exports.pagelink import linker
from graph.query import Table
from ontology.namespaces import ARTICLE, ENTITY

TABLE = Table(
    "select",
    ("thing", "article", "quote", "position", "other"),
    ((NamedNode(ENTITY + "xi-bu"), NamedNode(ARTICLE + "a1"), Literal("江城"), Literal(7),
      NamedNode("urn:x")),),
)  # fmt: skip


def test_cells_open_the_pages_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "out put").mkdir()
    link = linker(tmp_path / "out put", tmp_path / "tables" / "answer.xlsx")
    assert [link(TABLE, 0, column) for column in range(5)] == [
        "../out%20put/network.html#n=xi-bu",
        "../out%20put/report.html#a1",
        "../out%20put/report.html#a1-7",
        "",
        "",
    ]


def test_an_article_with_a_page_of_its_own_opens_there(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "a1.html").touch()
    link = linker(tmp_path, tmp_path / "answer.xlsx")
    assert link(TABLE, 0, 1) == "./report/a1.html#a1"
