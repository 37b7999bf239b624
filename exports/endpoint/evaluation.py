"""Evaluation: what a worker does with a job: a query, an update, a question, a thing, a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, QuerySolutions, QueryTriples, RdfFormat, Store

from exports.endpoint import page
from exports.endpoint.media import GRAPHS, HTML, RESULTS, Form, choose, wants_page
from exports.endpoint.parcel import Parcel
from exports.endpoint.refusal import RefusalError
from exports.endpoint.using import apply
from exports.serialize import write_triples
from exports.tables import render
from graph.catalogue import find_question
from graph.guard import check, check_update, explain
from graph.query import query
from graph.store import count
from graph.terms import OC, ONTOLOGY, PREFIXES
from ontology.errors import NotFoundError, OneCityError, QueryError

__all__ = ["Answer", "evaluate"]

#: All that is said of a thing, and of what else as of it; ``$x`` is its IRI.
_ABOUT = """CONSTRUCT { ?s ?p ?o }
WHERE { { BIND($x AS ?s) ?s ?p ?o } UNION { ?s ?p $x . BIND($x AS ?o) } }"""
_ONTOLOGY = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{ONTOLOGY}> {{ ?s ?p ?o }} }}"
#: Media types of what a question can be had in besides the results of SPARQL.
_MORE = {
    "markdown": "text/markdown; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said about an answer before it comes; ``what`` and ``remedy`` for a refusal."""

    status: int
    content_type: str
    headers: dict[str, str] = field(default_factory=dict)
    what: str = ""
    remedy: str = ""


def evaluate(store: Store, build: Path, job: dict[str, Any], parcel: Parcel) -> Answer:
    """Do the job and put its answer into ``parcel``.

    :param job: its ``kind`` and what that kind needs; see the functions below.
    :raises RefusalError: with a status; it says nothing of where the store lies.
    """
    try:
        return _KINDS[job["kind"]](store, build, job, parcel)
    except RefusalError:
        raise
    except NotFoundError as error:
        raise RefusalError(404, error.what, error.remedy) from error
    except QueryError as error:
        place = error.where.removeprefix("query").strip(":")
        where = f"line {place.replace(':', ', column ')}: " if place else ""
        raise RefusalError(400, where + error.what, error.remedy) from error
    except OneCityError as error:
        raise RefusalError(500, error.what) from error
    except MemoryError as error:
        raise RefusalError(503, "the query needs more memory than a query may use") from error


def _query(store: Store, build: Path, job: dict[str, Any], parcel: Parcel) -> Answer:
    text, accept, form = job["text"], job["accept"], job["form"]
    settings: dict[str, Any] = {"base_iri": job["base"], "prefixes": PREFIXES}
    if job["graphs"] or job["named"]:
        settings["default_graph"] = _nodes(job["graphs"])
        settings["named_graphs"] = _nodes(job["named"])
    if wants_page(accept, form):
        return _page(parcel, page.ask(store, build, job, settings))
    check(text)
    try:
        answer = store.query(text, **settings)
        kind = choose(accept, GRAPHS if isinstance(answer, QueryTriples) else RESULTS, form)
        parcel.xml = kind.name in ("xml", "rdfxml")
        answer.serialize(output=parcel, format=kind.engine)  # type: ignore[arg-type]
    except SyntaxError as error:
        raise explain(text, error) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise parcel.refusal or _failure(error) from error
    has_header = kind.name == "csv" and isinstance(answer, QuerySolutions)
    return Answer(200, kind.content_type + ("; header=present" if has_header else ""))


def _failure(error: Exception) -> RefusalError:
    return RefusalError(400, f"the query cannot be evaluated: {error}")


def _nodes(iris: list[str]) -> list[NamedNode]:
    try:
        return [NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise RefusalError(400, "a graph of the dataset is not an IRI") from error


def _update(store: Store, build: Path, job: dict[str, Any], parcel: Parcel) -> Answer:
    text = apply(job["text"], tuple(job["graphs"]), tuple(job["named"]))
    check_update(text, job["base"])
    try:
        store.update(text, base_iri=job["base"], prefixes=PREFIXES)
    except SyntaxError as error:
        raise explain(text, error, "give a SPARQL update") from error
    except (OSError, ValueError, RuntimeError) as error:
        raise _failure(error) from error
    return Answer(204, "")


def _question(store: Store, build: Path, job: dict[str, Any], parcel: Parcel) -> Answer:
    """A saved question by ``name`` with ``params``."""
    saved, form = find_question(job["name"]), job["form"]
    params = {name: value for name, value in job["params"].items() if value.strip()}
    params |= {one.name: job["lang"] for one in saved.parameters if one.type == "language"}
    if wants_page(job["accept"], form):
        return _page(parcel, page.ask_saved(store, build, saved, params, job))
    kinds = RESULTS if form not in _MORE else (Form(form, _MORE[form], None),)
    kind = choose(job["accept"], kinds, form)
    parcel.xml = kind.name == "xml"
    parcel.write(render(replace(query(store, saved, params), lang=job["lang"]), kind.name))
    name = {"Content-Disposition": f'attachment; filename="{saved.name}.{kind.name}"'}
    return Answer(200, kind.content_type, name if form else {})


def _thing(store: Store, build: Path, job: dict[str, Any], parcel: Parcel) -> Answer:
    """All that is said of the thing with that ``iri``."""
    kind = choose(job["accept"], GRAPHS, job["form"])
    try:
        node = NamedNode(job["iri"])
    except ValueError as error:
        raise RefusalError(404, "there is nothing of that name here") from error
    if kind is HTML and node.value + "#" == OC:
        return _page(parcel, page.list_terms(store, build, job["lang"]))
    if kind is HTML:
        return _page(parcel, page.describe(store, build, node.value, job["lang"]))
    text = _ONTOLOGY if node.value + "#" == OC else _ABOUT.replace("$x", str(node))
    answer = store.query(text, prefixes=PREFIXES)
    assert isinstance(answer, QueryTriples)
    triples = set(answer)
    if not triples:
        raise RefusalError(404, "there is nothing of that name here")
    parcel.xml = kind.name == "rdfxml"
    assert isinstance(kind.engine, RdfFormat)
    parcel.write(write_triples(sorted(triples, key=str), kind.engine))
    return Answer(200, kind.content_type)


def _home(store: Store, build: Path, job: dict[str, Any], parcel: Parcel) -> Answer:
    """The page with the questions; after a refusal the status, the reason and the query."""
    given = {name: job.get(name, "") for name in ("find", "text", "problem", "remedy")}
    content = page.home(store, build, job["lang"], **given)
    return Answer(job.get("status", 200), _page(parcel, content).content_type)


def _check(store: Store, build: Path, job: dict[str, Any], parcel: Parcel) -> Answer:
    """Whether the store holds as much as was built."""
    parcel.write(str(count(store).quads).encode())
    return Answer(200, "text/plain")


def _page(parcel: Parcel, content: page.Page) -> Answer:
    parcel.write(content.html.encode("utf-8", "replace"))
    return Answer(content.status, HTML.content_type)


_KINDS: dict[str, Callable[[Store, Path, dict[str, Any], Parcel], Answer]] = {
    "query": _query,
    "update": _update,
    "question": _question,
    "thing": _thing,
    "home": _home,
    "check": _check,
}
