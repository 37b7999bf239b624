"""Small builds and their sites: one article of facts, one of hostile text."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from exports.archive import Archive
from exports.harvest import Harvest
from exports.site.press import write_site
from graph.build import build
from sources.document import Document
from sources.statement import Evidence, Node, Statement, Value, identify

Make = Callable[..., Path]

TEXT = (
    "江州高新区建设纪实\n"
    "江州市的江州高新区拥有江州实验室,正探索建立江州联盟。"
    "李明说,2020年实验室有50人。江州高新区聚焦生物医药、新材料。"
    "江州大学也参与其中。没有取出内容的一句话。\n"
    "江州高新区管委会主任李明表示,将力争引进100家企业。\n"
)


def words(text: str, exact: str, role: str = "predicate") -> Evidence:
    start = text.index(exact)
    return Evidence(role, start, start + len(exact), exact)


def fact(
    text: str,
    subject: tuple[str, str],
    predicate: str,
    target: tuple[str, str] | None,
    *quotes: str,
    doc: str = "a1",
    **options: object,
) -> Statement:
    statement = Statement(
        doc, "", Node(*subject), predicate, Node(*target) if target else None,
        evidence=tuple(words(text, quote) for quote in quotes),
        method="rule:test", confidence=0.9,
    )  # fmt: skip
    return identify(replace(statement, **options))  # type: ignore[arg-type]


ZONE, LAB, CITY = ("江州高新区", "HighTechZone"), ("江州实验室", "Laboratory"), ("江州市", "City")
UNIVERSITY, LEAGUE, PERSON = (
    ("江州大学", "University"),
    ("江州联盟", "Alliance"),
    ("李明", "Person"),
)


def facts() -> list[Statement]:
    told = [
        fact(TEXT, thing, "type", (thing[1], "Class"), thing[0])
        for thing in (ZONE, LAB, CITY, UNIVERSITY, LEAGUE, PERSON)
    ]
    told += [
        fact(TEXT, (name, "Industry"), "type", ("Industry", "Class"), name)
        for name in ("生物医药", "新材料")
    ]
    told += [
        fact(TEXT, ZONE, "locatedIn", CITY, "江州市的江州高新区"),
        fact(TEXT, LAB, "locatedIn", ZONE, "江州高新区拥有江州实验室"),
        fact(TEXT, LEAGUE, "establishedBy", ZONE, "正探索建立江州联盟", status="exploring"),
        fact(TEXT, LEAGUE, "hasStatus", ("exploring", "Status"), "正探索建立"),
        fact(TEXT, ZONE, "focusesOn", ("生物医药", "Industry"), "聚焦生物医药"),
        fact(TEXT, ZONE, "focusesOn", ("新材料", "Industry"), "新材料"),
        fact(TEXT, ZONE, "altLabel", ("高新区", "Label"), "高新区"),
        fact(TEXT, PERSON, "holds", ZONE, "江州高新区管委会主任", value=Value("管委会主任")),
        fact(TEXT, UNIVERSITY, "supports", ZONE, "江州大学也参与其中", modality="denied"),
        fact(
            TEXT, LAB, "observation", None, "实验室有50人", speaker="李明",
            value=Value("50人", "50", "PERSON", "人数", None, "2020"),
        ),
        fact(
            TEXT, ZONE, "observation", None, "将力争引进100家企业", modality="target",
            value=Value("100家", "100", "NUM", "企业数量"),
        ),
    ]  # fmt: skip
    return told


def build_of(folder: Path, *articles: tuple[Document, list[Statement]]) -> Path:
    """A build as :mod:`exports.edition` leaves it, without the pages."""
    build(articles, folder)
    archive = Archive(folder)
    for document, statements in articles:
        archive.add(Harvest(document, tuple(statements), (), (), 1, reviewed=False))
    (folder / "rejected.jsonl").write_text("", encoding="utf-8")
    (folder / "onecity.ttl").write_text("# facts\n", encoding="utf-8")
    return folder


def article(doc: str, text: str, title: str, publisher: str = "江州日报") -> Document:
    return Document(
        doc, "", text, "0" * 64, title=title, publisher=publisher, published="2021-05-21"
    )


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small build."""
    folder = tmp_path_factory.mktemp("plain") / "build"
    return build_of(folder, (article("a1", TEXT, "江州高新区建设纪实"), facts()))


@pytest.fixture(scope="session")
def site(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that build."""
    folder = tmp_path_factory.mktemp("plain site") / "江州 site"
    write_site(plain, folder)
    return folder


@pytest.fixture(scope="session")
def listed(site: Path) -> list[str]:
    """The files that the site says it has."""
    return sorted(json.loads((site / "site.json").read_text(encoding="utf-8"))["files"])
