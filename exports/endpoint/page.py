"""Pages for people: the questions, an answer as a table, a thing with its quotes.

Plain HTML from the templates beside this file: no script, nothing from elsewhere. The texts stand
in ``strings.json``, the examples in ``examples.json``.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import groupby, islice
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryTriples, Store

from exports.endpoint.media import GRAPHS, HTML, RESULTS
from exports.endpoint.notice import Notice, read_notice
from exports.endpoint.wording import say
from exports.tables import headings, is_quantity, show
from graph.ask import Asked
from graph.ask import ask as put
from graph.catalogue import Question, groups, questions, search_questions
from graph.guard import check
from graph.guard import explain as tell
from graph.query import Table, Term, explain, query
from graph.terms import BASE, OC, ONTOLOGY, PREFIXES
from ontology.errors import NotFoundError, OneCityError, QueryError

__all__ = ["Page", "address", "ask", "ask_saved", "describe", "home", "list_terms", "prepare"]

#: Rows that a page shows; the other forms of an answer hold all.
SHOWN = 1000
#: Characters of an IRI that stand in an address as they are.
_PLAIN = "/%:@!$&'()*+,;=~-._"
_TERMS = f"""SELECT ?term ?role ?text {{
  GRAPH <{ONTOLOGY}> {{ ?term ?property ?text }}
  VALUES (?property ?role) {{ (rdfs:label "n") (skos:prefLabel "n") (skos:definition "d") }}
  FILTER(STRSTARTS(STR(?term), "{OC}"))
}}"""
#: Forms that a page offers besides itself.
_LOADS = [form.name for form in RESULTS if form is not HTML]
_GRAPH_LOADS = [form.name for form in GRAPHS if form is not HTML]


@dataclass(frozen=True, slots=True)
class Page:
    """HTML, and the status it goes with."""

    html: str
    status: int = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell of a table: text, the address it leads to, its language."""

    text: str
    href: str = ""
    lang: str = ""
    number: bool = False


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("exports.endpoint", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["address"] = address
    environment.filters["query"] = _encode
    return environment


@lru_cache(maxsize=1)
def _strings() -> dict[str, Any]:
    text = files("exports.endpoint").joinpath("strings.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


@lru_cache(maxsize=1)
def _examples() -> list[dict[str, Any]]:
    text = files("exports.endpoint").joinpath("examples.json").read_text(encoding="utf-8")
    return list(json.loads(text))


def prepare() -> None:
    """Read all templates and texts, and load what makes workbooks, before anybody waits for it."""
    importlib.import_module("exports.workbook")
    for name in _environment().list_templates(extensions=["html"]):
        _environment().get_template(name)
    _strings()
    _examples()
    say("", "", "zh")


def address(iri: str, lang: str = "") -> str:
    """Where an IRI leads on these pages: a thing of the graph to its page here.

    >>> address(BASE + "id/chong-qing"), address(BASE + "ontology#City", "en")
    ('/id/chong-qing', '/ontology?lang=en#City')
    >>> address("javascript:alert(1)")
    ''
    """
    if iri.startswith(BASE):
        path, sign, part = iri.removeprefix(BASE).partition("#")
        wish = f"?lang={lang}" if lang else ""
        return f"/{quote(path, safe=_PLAIN)}{wish}{sign}{quote(part, safe=_PLAIN)}"
    return iri if iri.startswith(("http://", "https://")) else ""


def _encode(fields: dict[str, Any]) -> str:
    """The part of an address behind ``?``; a list is a field that comes several times."""
    return urlencode(fields, doseq=True)


def _render(name: str, build: Path, lang: str, **values: Any) -> str:
    strings = _strings()
    words = {key: text[lang] for key, text in strings["texts"].items()}
    template = _environment().get_template(name)
    other = {"zh": "en", "en": "zh"}[lang]
    return template.render(lang=lang, other=other, t=words, build=build.name, **values)


def home(
    store: Store, build: Path, lang: str, *, find: str = "", text: str = "", problem: str = "",
    remedy: str = "",
) -> Page:  # fmt: skip
    """The questions, of which ``find`` picks some or puts one, and the editor with ``text``.

    :param problem: why there is no answer, with its ``remedy``.
    """
    asked: Asked | None = None
    near: tuple[str, ...] = ()
    kept: Iterable[Question] = questions()
    if find.strip():
        try:
            asked = put(store, find, lang)
        except OneCityError as error:
            near = getattr(error, "nearest", ())
        try:
            kept = search_questions(find.split())
        except NotFoundError:
            kept = [question for question in questions() if question.name in near]
    here = {"query": text} if problem else {"find": find, "text": text}
    names = groups()
    listed = [
        (names.get(group, {}).get(lang, group), list(members))
        for group, members in groupby(kept, key=lambda question: question.group)
    ]
    return Page(
        _render(
            "home.html", build, lang, find=find, text=text, groups=listed,
            problem=say(problem, remedy, lang), asked=asked, examples=_examples(), title="onecity",
            here=here,
        )
    )  # fmt: skip


def _cell(term: Term | None, lang: str, spoken: str | None = None) -> Cell:
    """A cell; ``spoken`` is the language in which its number is read out."""
    if isinstance(term, NamedNode):
        return Cell(show(term).strip("<>"), address(term.value, lang))
    if isinstance(term, Literal):
        number = is_quantity(term)
        text = show(term, spoken) if number else term.value
        return Cell(text, lang=term.language or "", number=number)
    return Cell(show(term))


def _cells(rows: Any, lang: str, spoken: str | None = None) -> list[list[Cell]]:
    """Cells of the first rows."""
    return [[_cell(term, lang, spoken) for term in row] for row in rows[:SHOWN]]


def ask(store: Store, build: Path, job: dict[str, Any], settings: dict[str, Any]) -> Page:
    """The answer to the SPARQL ``text`` of a job as a table, of which the first rows are shown.

    :param settings: what the engine is told besides, such as the dataset; the forms to load and
        the other language are of the same dataset.
    :raises QueryError: it does not parse, reaches out, or cannot be evaluated.
    """
    text, lang = job["text"], job["lang"]
    check(text)
    try:
        answer = store.query(text, **settings)
        if isinstance(answer, QueryBoolean):
            columns, rows = ["answer"], [[Literal(bool(answer))]]
        elif isinstance(answer, QueryTriples):
            columns = ["subject", "predicate", "object"]
            rows = [[t.subject, t.predicate, t.object] for t in islice(answer, SHOWN + 1)]
        else:
            columns = [variable.value for variable in answer.variables]
            rows = [[row[name] for name in columns] for row in islice(answer, SHOWN + 1)]
    except SyntaxError as error:
        raise tell(text, error) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query cannot be evaluated: {error}") from error
    loads = _GRAPH_LOADS if isinstance(answer, QueryTriples) else _LOADS
    here = {"query": text, "default-graph-uri": job["graphs"], "named-graph-uri": job["named"]}
    links = [(name, "/sparql?" + _encode(here | {"format": name})) for name in loads]
    return Page(
        _render(
            "answer.html", build, lang, title="SPARQL", text=text, columns=columns,
            rows=_cells(rows, lang), more=len(rows) > SHOWN, shown=SHOWN, links=links, here=here,
        )
    )  # fmt: skip


def ask_saved(
    store: Store, build: Path, saved: Question, params: dict[str, str], job: dict[str, Any]
) -> Page:
    """A saved question with fields for its parameters, and its answer once all are given."""
    lang, problem, status = job["lang"], "", 200
    table = Table("select", (), (), lang)
    source = saved.sparql
    given = {one.name for one in saved.parameters if one.type != "language"} & params.keys()
    lacking = not given and any(one.needed for one in saved.parameters)
    try:
        if not lacking:
            source = explain(store, saved, params)
            table = replace(query(store, saved, params), lang=lang)
    except OneCityError as error:
        status = 404 if isinstance(error, NotFoundError) else 400
        problem = say(error.what, error.remedy, lang)
    place = f"/question/{quote(saved.name)}?"
    links = [
        (name, place + urlencode({**params, "format": name}))
        for name in (*_LOADS, "markdown", "xlsx")
    ]
    html = _render(
        "question.html", build, lang, title=saved.labels[lang], question=saved, params=params,
        source=source,
        problem=problem, lacking=lacking, columns=table.columns, headings=headings(table),
        rows=_cells(table.rows, lang, lang), more=len(table.rows) > SHOWN,
        count=len(table.rows), shown=SHOWN, links=links, here=params,
    )  # fmt: skip
    return Page(html, status)


def list_terms(store: Store, build: Path, lang: str) -> Page:
    """The classes, relations and concepts of the ontology, each at the fragment of its IRI."""
    found: dict[str, dict[str, str]] = {}
    for row in store.query(_TERMS, prefixes=PREFIXES):  # type: ignore[union-attr]
        term, text = row["term"], row["text"]
        name = f"{row['role'].value} {text.language}"
        found.setdefault(term.value.removeprefix(OC), {})[name] = text.value
    links = [(name, f"/ontology?format={name}") for name in _GRAPH_LOADS]
    return Page(
        _render("terms.html", build, lang, title=_strings()["texts"]["ontology"][lang], here={},
                terms=sorted(found.items()), links=links)
    )  # fmt: skip


def describe(store: Store, build: Path, iri: str, lang: str) -> Page:
    """All that is said of a thing: of an entity with quotes, of others as they are stored.

    :raises NotFoundError: nothing is said of it.
    """
    notice: Notice = read_notice(store, iri, lang)
    links = [(name, f"{address(iri)}?format={name}") for name in _GRAPH_LOADS]
    return Page(
        _render(
            "thing.html", build, lang, title=notice.title, notice=notice, iri=iri, links=links,
            here={},
        )
    )  # fmt: skip
