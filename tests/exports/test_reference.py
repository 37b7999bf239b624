"""The pages of the ontology: whole, in two languages, offline, the same each time."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDFS

from exports.reference import patterns
from graph.coverage import cover
from graph.terms import OC, expand
from ontology.alignment import read_mappings
from ontology.vocabulary import ontology_files, vocabulary

PAGES = ("zh.html", "en.html", "extend.zh.html", "extend.en.html")


def write(folder: Path, seed: str) -> Path:
    subprocess.run(
        [sys.executable, "-m", "exports.reference", str(folder)],
        env={"PATH": "/usr/bin:/bin", "LANG": "C", "PYTHONHASHSEED": seed},
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("reference"), "1")


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, BeautifulSoup]:
    return {
        name: BeautifulSoup((folder / name).read_text(encoding="utf-8"), "html.parser")
        for name in PAGES
    }


def test_one_command_writes_every_page_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    again = write(tmp_path, "2")
    assert sorted(path.name for path in folder.iterdir()) == sorted(PAGES)
    for name in PAGES:
        assert (again / name).read_bytes() == (folder / name).read_bytes(), name


def test_no_page_asks_the_network_for_anything(folder: Path) -> None:
    asked: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        for name in PAGES:
            page.goto((folder / name).as_uri())
        browser.close()
    outside = [url for url in asked if not url.startswith(("file:", "data:"))]
    assert outside == []
    assert len(asked) >= len(PAGES)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_term_has_its_place_with_label_mappings_and_questions(
    pages: dict[str, BeautifulSoup], lang: str
) -> None:
    page = pages[f"{lang}.html"]
    words = vocabulary()
    mapped = {mapping.subject.removeprefix("oc:"): mapping.object for mapping in read_mappings()}
    for use in cover():
        entity = page.find("div", id=use.term, class_="entity")
        assert entity is not None, use.term
        text = entity.get_text(" ", strip=True)
        assert words.label(use.term, lang) in text
        assert OC + use.term in text
        if use.term in mapped:
            assert mapped[use.term] in text, use.term


def test_a_relation_links_its_subject_and_object(pages: dict[str, BeautifulSoup]) -> None:
    entity = pages["zh.html"].find("div", id="memberOf", class_="entity")
    assert entity is not None
    links = {link["href"] for link in entity.find_all("a", href=True)}
    assert {"#Organization", "#Place", "#Platform", "#Person", "#Alliance"} <= links


def test_the_chinese_page_has_chinese_headings(pages: dict[str, BeautifulSoup]) -> None:
    for heading in pages["zh.html"].find_all(["h2", "th", "dt"]):
        words = heading.get_text(strip=True)
        short = re.fullmatch(r"[a-z-]+|onecity query|", words)  # prefixes and a command
        assert short or re.search(r"[\u4e00-\u9fff]", words), words


def test_each_page_leads_to_the_other_language_and_to_the_guide(
    pages: dict[str, BeautifulSoup],
) -> None:
    for lang, other in (("zh", "en"), ("en", "zh")):
        toc = pages[f"{lang}.html"].find(id="toc")
        assert toc is not None
        links = {link["href"] for link in toc.find_all("a", href=True)}
        assert {f"{other}.html", f"extend.{lang}.html", "#patterns", "#coverage"} <= links
        guide = pages[f"extend.{lang}.html"]
        assert len(guide.find_all("pre")) >= 18


def test_every_link_within_a_page_has_its_target(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        targets = {str(node["id"]) for node in page.find_all(id=True)}
        for link in page.find_all("a", href=re.compile("^#.")):
            assert link["href"][1:] in targets, (name, link["href"])


def test_each_pattern_is_drawn_with_the_names_of_its_terms(
    pages: dict[str, BeautifulSoup],
) -> None:
    for lang in ("zh", "en"):
        figures = pages[f"{lang}.html"].find_all("figure")
        assert len(figures) == len(patterns()) == 7
        for figure, (pattern, titles) in zip(figures, patterns(), strict=True):
            assert figure.figcaption is not None
            assert figure.figcaption.get_text() == titles[lang]
            drawn = [text.get_text() for text in figure.find_all("text")]
            for name in pattern.nodes:
                term = expand(name) if ":" in name else name
                assert vocabulary().label(term, lang) in drawn, name


def admits(subject: str, relation: str, object_: str) -> bool:
    """Whether domain and range of one of our relations have room for the two classes."""
    if ":" in relation:
        return True
    graph = rdflib.Graph()
    for path in ontology_files():
        graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    return all(
        fits(graph, cls, graph.value(rdflib.URIRef(OC + relation), side))
        for cls, side in ((subject, RDFS.domain), (object_, RDFS.range))
    )


def fits(graph: rdflib.Graph, cls: str, kinds: rdflib.term.Node | None) -> bool:
    union = graph.value(kinds, OWL.unionOf)
    named = {kinds} if union is None else set(Collection(graph, union))
    if ":" in cls:
        return rdflib.URIRef(expand(cls)) in named
    return any(rdflib.URIRef(OC + name) in named for name in {cls} | vocabulary().ancestors(cls))


def test_patterns_say_only_what_the_ontology_admits() -> None:
    for pattern, _ in patterns():
        for subject, relation, object_, how in pattern.edges:
            assert {subject, object_} <= pattern.nodes.keys()
            assert how in {"", "derived"}
            assert admits(subject, relation, object_), (subject, relation, object_)
