"""Reference: the ontology as a page for readers, in Chinese and in English.

pyLODE (https://github.com/RDFLib/pyLODE) writes the terms; to each come its mappings and the
questions that ask for it, and to the page the diagrams of the patterns, the questions, the changes
and the guide to extending it. Nothing on the pages is loaded from the net.
``python -m exports.reference docs/ontology`` (``make docs``) writes them.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import rdflib
from bs4 import BeautifulSoup, Tag
from markupsafe import escape
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS

from exports.diagram import Pattern, draw
from exports.serialize import replace_file
from graph.catalogue import questions
from graph.coverage import Use, cover
from graph.terms import OC, expand
from ontology.alignment import expand as expand_curie
from ontology.alignment import read_mappings
from ontology.errors import OutputError
from ontology.release import read_changes
from ontology.vocabulary import ontology_files, vocabulary

__all__ = ["patterns", "write_reference"]

LANGUAGES = ("zh", "en")
_ROOT = rdflib.URIRef(OC.removesuffix("#"))
_STATUS = rdflib.URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
_GUIDE = Path(__file__).parents[1] / "docs"
_STYLE = (
    "figure{margin:1.5em 0;overflow-x:auto}svg{max-width:100%;height:auto}"
    "table.plain td,table.plain th{padding:.2em .8em .2em 0;vertical-align:top;text-align:left}"
    ".guide pre{background:#f4f6f8;padding:.8em;overflow-x:auto}"
    # what the generator lays out for wide screens only
    "@media(max-width:800px){#toc{position:static;width:auto;height:auto;margin:1em}"
    "#content{width:auto;margin:1em}#pylode{position:static;transform:none;margin:1em}"
    "svg{max-width:none}td{overflow-wrap:anywhere}}"
)


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        files("exports").joinpath("reference.json").read_text(encoding="utf-8")
    )
    return found


def _text(name: str, lang: str) -> str:
    return str(_data()["texts"][name][lang])


def patterns() -> tuple[tuple[Pattern, dict[str, str]], ...]:
    """The patterns that are drawn, each with its title by language."""
    return tuple(
        (
            Pattern(
                told["name"],
                {name: (place[0], place[1]) for name, place in told["nodes"].items()},
                tuple((e[0], e[1], e[2], e[3] if len(e) > 3 else "") for e in told["edges"]),
            ),
            {lang: told[lang] for lang in LANGUAGES},
        )
        for told in _data()["patterns"]
    )


def write_reference(folder: Path) -> list[Path]:
    """Write ``zh.html``, ``en.html`` and the guide to extending into ``folder``.

    :raises OutputError: when pyLODE is not installed or the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    uses = {use.term: use for use in cover()}
    written = []
    for lang in LANGUAGES:
        page = folder / f"{lang}.html"
        replace_file(page, _page(lang, uses).encode())
        guide = folder / f"extend.{lang}.html"
        replace_file(guide, _guide(lang).encode())
        written += [page, guide]
    return written


def _terms(lang: str) -> rdflib.Graph:
    """Our own classes and properties, with texts of one language and without its mark."""
    graph = rdflib.Graph()
    for path in ontology_files():
        if path.name not in {"reification.ttl", "externals.ttl", "alignments.ttl"}:
            part = rdflib.Graph().parse(data=path.read_text(encoding="utf-8"), format="turtle")
            if (None, RDF.type, rdflib.SKOS.ConceptScheme) not in part:
                graph += part
    for header in set(graph.subjects(RDF.type, OWL.Ontology)) - {_ROOT}:
        graph.remove((header, None, None))
    graph.remove((_ROOT, OWL.imports, None))
    for subject, predicate, value in list(graph):
        if isinstance(value, rdflib.Literal) and value.language:
            graph.remove((subject, predicate, value))
            if value.language == lang or predicate == rdflib.SKOS.example:
                graph.add((subject, predicate, rdflib.Literal(str(value))))
    return graph


def _page(lang: str, uses: dict[str, Use]) -> str:
    try:
        from pylode import OntPub
    except ImportError as error:
        raise OutputError("pyLODE is not installed", remedy="pip install '.[docs]'") from error
    graph = _terms(lang)
    # the generator adds to the graph that it is given
    soup = BeautifulSoup(OntPub(_terms(lang), sort_subjects=True).make_html(), "html.parser")
    soup.html["lang"] = {"zh": "zh-CN", "en": "en"}[lang]  # type: ignore[index]
    _name(soup)
    _settle(soup, graph)
    for entity in soup.find_all("div", class_="entity"):
        name = str(entity.get("id", ""))
        if name in uses:
            _enrich(soup, entity, uses[name], graph, lang)
    _translate(soup, lang)
    sections = [_drawings(lang), _questions(lang, uses), _changes(lang)]
    metadata = soup.find(id="metadata")
    assert isinstance(metadata, Tag)
    for name, html in reversed(sections):
        metadata.insert_after(BeautifulSoup(f'<div id="{name}" class="section">{html}</div>',
                                            "html.parser"))  # fmt: skip
    _contents(soup, lang, [name for name, _ in sections])
    style = soup.new_tag("style")
    style.string = _STYLE
    soup.head.append(style)  # type: ignore[union-attr]
    return str(soup) + "\n"


def _name(soup: BeautifulSoup) -> None:
    """Give each term its own name as address on the page, in both languages."""
    names = {}
    for entity in soup.find_all("div", class_="entity"):
        code = entity.find("code")
        if code is not None and code.get_text(strip=True).startswith(OC):
            names[str(entity["id"])] = code.get_text(strip=True).removeprefix(OC)
            entity["id"] = names[str(entity["id"])]
    for link in soup.select('a[href^="#"]'):
        target = str(link["href"])[1:]
        link["href"] = "#" + names.get(target, target)


def _settle(soup: BeautifulSoup, graph: rdflib.Graph) -> None:
    """Put what the generator takes from sets into one order: lists by their words, unions ours."""
    for listed in soup.select("td ul"):
        for item in sorted(listed.find_all("li", recursive=False), key=lambda li: li.get_text()):
            listed.append(item.extract())
    for entity in soup.find_all("div", class_="entity"):
        term = rdflib.URIRef(OC + str(entity.get("id", "")))
        for heading, link in (("Domain", RDFS.domain), ("Range", RDFS.range)):
            union = graph.value(graph.value(term, link), OWL.unionOf)
            if union is not None:
                links = [
                    f'<a href="#{str(node).removeprefix(OC)}">'
                    f"{escape(graph.value(node, RDFS.label))}</a>"
                    for node in Collection(graph, union)
                ]
                for row in entity.find_all("tr"):
                    if row.th and row.td and row.th.get_text(strip=True) == heading:
                        row.td.replace_with(
                            BeautifulSoup(f"<td>{' · '.join(links)}</td>", "html.parser")
                        )


def _enrich(soup: BeautifulSoup, entity: Tag, use: Use, graph: rdflib.Graph, lang: str) -> None:
    """Rows for status, mappings and questions."""
    term = rdflib.URIRef(OC + use.term)
    status = _text(str(graph.value(term, _STATUS)), lang)
    settled = f"{status} · {graph.value(term, OWL.versionInfo)}"
    rows: list[tuple[str, str]] = [(_text("settled", lang), escape(settled))]
    mapped = [m for m in read_mappings() if m.subject == f"oc:{use.term}"]
    if mapped:
        lines = "<br/>".join(
            f'{m.predicate} <a href="{expand_curie(m.object)}">{m.object}</a>: {escape(m.reason)}'
            for m in mapped
        )
        rows.append((_text("mappings", lang), lines))
    if use.questions:
        wording = {question.name: question.labels[lang] for question in questions()}
        told = "<br/>".join(str(escape(wording[name])) for name in use.questions[:6])
        rows.append((_text("asked", lang), told + ("<br/>…" if len(use.questions) > 6 else "")))
    else:
        rows.append((_text("service", lang), escape(_text(use.service, lang))))
    table = entity.find("table")
    assert isinstance(table, Tag)
    for heading, html in rows:
        table.append(
            BeautifulSoup(f"<tr><th>{heading}</th><td>{html}</td></tr>", "html.parser")
        )


def _translate(soup: BeautifulSoup, lang: str) -> None:
    if lang == "en":
        return
    headings = _data()["headings"]
    for node in soup.find_all(string=True):
        words = node.strip()
        if words in headings and node.find_parent(["th", "dt", "h2", "h3", "h4", "td"]):
            node.replace_with(headings[words])


def _drawings(lang: str) -> tuple[str, str]:
    figures = [
        f"<figure>{draw(pattern, _namer(lang), titles[lang])}"
        f"<figcaption>{escape(titles[lang])}</figcaption></figure>"
        for pattern, titles in patterns()
    ]
    head = f"<h2>{_text('patterns', lang)}</h2><p>{_text('patterns_note', lang)}</p>"
    return "patterns", head + "".join(figures)


def _namer(lang: str) -> Any:
    """Names of classes and relations; of those of others by their address."""

    def name(term: str) -> str:
        return vocabulary().label(expand(term) if ":" in term else term, lang)

    return name


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f'<table class="plain"><tr>{head}</tr>{body}</table>'


def _questions(lang: str, uses: dict[str, Use]) -> tuple[str, str]:
    words = vocabulary()
    asked: dict[str, list[str]] = {}
    for use in uses.values():
        for name in use.questions:
            if use.through == use.term:
                asked.setdefault(name, []).append(words.label(use.term, lang))
    comma = _text("comma", lang)
    rows = [
        (question.labels[lang], comma.join(asked.get(question.name, ())), question.name)
        for question in questions()
    ]
    heads = (_text("question", lang), _text("terms", lang), "onecity query")
    return "coverage", (
        f"<h2>{_text('coverage', lang)}</h2><p>{_text('coverage_note', lang)}</p>"
        + _table(heads, rows)
    )


def _changes(lang: str) -> tuple[str, str]:
    rows = [
        (change.version, _text(change.action, lang), change.term, change.notes[lang])
        for change in read_changes()
    ]
    return "changes", f"<h2>{_text('changes', lang)}</h2>" + _table(("", "", "", ""), rows)


def _contents(soup: BeautifulSoup, lang: str, names: list[str]) -> None:
    toc = soup.select_one("#toc ul")
    assert toc is not None
    other = "en" if lang == "zh" else "zh"
    links = [(f"{other}.html", "other"), (f"extend.{lang}.html", "extend")]
    links += [(f"#{name}", name) for name in names]
    for target, words in reversed(links):
        toc.insert(
            0,
            BeautifulSoup(
                f'<li><h4><a href="{target}">{_text(words, lang)}</a></h4></li>', "html.parser"
            ),
        )


def _guide(lang: str) -> str:
    """The guide to extending the ontology, from its Markdown."""
    from markdown import markdown

    text = (_GUIDE / f"extend.{lang}.md").read_text(encoding="utf-8")
    body = markdown(text, extensions=["fenced_code", "tables"])
    title = escape(_text("extend", lang))
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"/><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"/><style>body{font-family:sans-serif;'
        f"max-width:50em;margin:2em auto;padding:0 1em;line-height:1.6}}{_STYLE}</style></head>"
        f'<body class="guide"><p><a href="{lang}.html">{_text("title", lang)}</a></p>{body}'
        "</body></html>\n"
    )


if __name__ == "__main__":
    logging.disable(logging.INFO)  # the generator logs every step
    for _path in write_reference(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/ontology")):
        print(_path)
