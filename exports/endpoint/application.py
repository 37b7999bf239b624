"""The application: which address answers what.

It takes requests apart and hands answers over; whatever needs the store is a worker's job.
"""

from __future__ import annotations

import asyncio
import hmac
import mimetypes
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from pyoxigraph import RdfFormat
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from exports import manifest
from exports.endpoint.colleague import Reply
from exports.endpoint.crew import Crew
from exports.endpoint.description import write_description
from exports.endpoint.gate import Gate, log
from exports.endpoint.handover import Handover
from exports.endpoint.media import ANY, GRAPHS, HTML, choose, wants_page
from exports.endpoint.operation import Fields, Operation, read_body, read_fields, read_operation
from exports.endpoint.refusal import RefusalError
from exports.endpoint.validator import holds, make_tag
from graph.terms import BASE

__all__ = ["make_application"]

Handler = Callable[["Desk", Request], Awaitable[Response]]
#: Parts of the IRIs of the project that are looked up here.
SPACES = ("id", "concept", "article", "statement", "observation", "post", "graph")
_LANGUAGES = ("zh", "en")


class Desk:
    """What the handlers share: the crew, and the token that updates need."""

    def __init__(self, crew: Crew, token: str) -> None:
        """:param token: empty when there are no updates."""
        self.crew, self.token = crew, token
        #: Another server may write the same page otherwise.
        self.run = uuid4().hex


def _field(fields: Fields, name: str) -> str:
    return next((value for key, value in fields if key == name), "")


def _language(fields: Fields) -> str:
    given = _field(fields, "lang")
    return given if given in _LANGUAGES else _LANGUAGES[0]


def _wishes(request: Request, fields: Fields) -> dict[str, Any]:
    """In which form and language an answer is wanted."""
    accept = ", ".join(request.headers.getlist("accept"))
    return {"accept": accept, "form": _field(fields, "format"), "lang": _language(fields)}


def _present(reply: Reply, build: str) -> Response:
    headers = {**reply.headers, "X-OneCity-Build": build, "Vary": "Accept"}
    if reply.file is not None:
        return Handover(reply.file, reply.content_type, headers, reply.status)
    if reply.content_type:
        headers["Content-Type"] = reply.content_type
    return Response(reply.body, reply.status, headers)


async def _deliver(desk: Desk, request: Request, job: dict[str, Any]) -> Response:
    """The answer of a worker, unless the client leaves before."""
    task = asyncio.ensure_future(desk.crew.answer(job))
    leaving = asyncio.ensure_future(_leave(request))
    try:
        await asyncio.wait({task, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise RefusalError(499, "the client has left")
        reply = task.result()
    finally:
        leaving.cancel()
        task.cancel()
    return _present(reply, desk.crew.name(reply.build))


async def _leave(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _sparql(desk: Desk, request: Request) -> Response:
    fields = read_fields(request.scope["query_string"])
    wishes = _wishes(request, fields)
    body = b""
    if request.method == "POST":
        body = await read_body(request.stream(), request.headers.get("content-length", ""))
    content_type = request.headers.get("content-type", "")
    operation = read_operation(request.method, fields, content_type, body)
    if operation is None:
        return _describe(desk, request, wishes)
    if operation.kind == "update":
        _admit(desk, request)
    elif not wants_page(wishes["accept"], wishes["form"]):
        choose(wishes["accept"], ANY, wishes["form"])  # what no answer has is refused at once
    request.state.text = operation.text
    return await _deliver(desk, request, _job(operation, wishes, _address(request)))


def _job(operation: Operation, wishes: dict[str, Any], base: str) -> dict[str, Any]:
    return wishes | {
        "kind": operation.kind,
        "text": operation.text,
        "graphs": operation.graphs,
        "named": operation.named,
        "base": base,
    }


def _address(request: Request) -> str:
    """The endpoint's address as the client knows it; the gate has checked the name."""
    return f"{request.url.scheme}://{request.headers.get('host', 'localhost')}/sparql"


def _admit(desk: Desk, request: Request) -> None:
    """Let an update in.

    :raises RefusalError: 403 where there are none or another site sends it, 401 without the token.
    """
    if not desk.token:
        raise RefusalError(403, "this endpoint is read-only")
    site = request.headers.get("sec-fetch-site", "none")
    origin = request.headers.get("origin", "")
    foreign = origin and urlsplit(origin).netloc != request.headers.get("host", "")
    if site not in ("none", "same-origin") or foreign:
        raise RefusalError(403, "an update from another site is refused")
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    given = token.strip().encode() if scheme.lower() == "bearer" else b""
    if not hmac.compare_digest(given, desk.token.encode()):
        raise RefusalError(
            401, "an update needs the token", headers={"WWW-Authenticate": 'Bearer realm="onecity"'}
        )


def _describe(desk: Desk, request: Request, wishes: dict[str, Any]) -> Response:
    if wants_page(wishes["accept"], wishes["form"]):
        return RedirectResponse(f"/?lang={wishes['lang']}#sparql", 303)
    kind = choose(wishes["accept"], tuple(f for f in GRAPHS if f is not HTML), wishes["form"])
    build = desk.crew.build
    quads = _manifest(build).get("store", {}).get("quads", 0)
    assert isinstance(kind.engine, RdfFormat)
    content = write_description(_address(request), quads, bool(desk.token), kind.engine)
    headers = {"Content-Type": kind.content_type, "Vary": "Accept",
               "X-OneCity-Build": desk.crew.name(build.name)}  # fmt: skip
    return Response(content, 200, headers)


async def _home(desk: Desk, request: Request) -> Response:
    fields = read_fields(request.scope["query_string"])
    job = {"kind": "home", "lang": _language(fields), "find": _field(fields, "find"),
           "text": _field(fields, "text")}  # fmt: skip
    return await _deliver(desk, request, job)


async def _question(desk: Desk, request: Request) -> Response:
    fields = read_fields(request.scope["query_string"])
    params = {key: value for key, value in fields if key not in ("lang", "format")}
    job = _wishes(request, fields) | {
        "kind": "question", "name": request.path_params["name"], "params": params,
    }  # fmt: skip
    return await _deliver(desk, request, job)


async def _thing(desk: Desk, request: Request) -> Response:
    """A thing of the graph under the path of its IRI, as a page or as RDF."""
    fields = read_fields(request.scope["query_string"])
    iri = BASE + request.scope["raw_path"].decode("ascii", "replace").lstrip("/")
    wishes = _wishes(request, fields)
    build = desk.crew.build.name
    tag = "" if desk.token else make_tag(desk.run, build, iri, *map(str, wishes.values()))
    if tag and holds(request.headers.get("if-none-match", ""), tag):
        told = {"X-OneCity-Build": build, "Vary": "Accept", "ETag": tag}
        return Response(None, 304, told)
    response = await _deliver(desk, request, wishes | {"kind": "thing", "iri": iri})
    if tag and response.status_code == 200 and response.headers["X-OneCity-Build"] == build:
        response.headers["ETag"] = tag
    return response


@lru_cache(maxsize=4)
def _manifest(build: Path) -> dict[str, Any]:
    return manifest.load(build)


async def _file(desk: Desk, request: Request) -> Response:
    """A file of the build, when its manifest lists it: a name never becomes a path otherwise."""
    build, name = desk.crew.build, request.path_params["name"]
    known = _manifest(build)["files"].get(name)
    if known is None:
        raise RefusalError(404, "there is no such file in this build")
    headers = {"X-OneCity-Build": build.name, "ETag": make_tag(known["sha256"])}
    if holds(request.headers.get("if-none-match", ""), headers["ETag"]):
        return Response(None, 304, headers)
    try:
        file = (build / name).open("rb")
    except OSError as error:
        raise RefusalError(503, "the data is being replaced") from error
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    kind = {".ttl": "text/turtle", ".trig": "application/trig"}.get(Path(name).suffix, kind)
    kind += "; charset=utf-8" if kind.startswith("text/") else ""
    # pages of a build bring their own policy, with the hash of their script
    if kind.startswith("text/html"):
        headers["Content-Security-Policy"] = ""
    return Handover(file, kind, headers)


async def _style(_desk: Desk, request: Request) -> Response:
    style = files("exports.endpoint").joinpath("style.css").read_text("utf-8")
    headers = {"Content-Type": "text/css; charset=utf-8", "ETag": make_tag(style)}
    if holds(request.headers.get("if-none-match", ""), headers["ETag"]):
        return Response(None, 304, headers)
    return Response(style, 200, headers)


async def _refuse(desk: Desk, request: Request, refusal: RefusalError) -> Response:
    """A refusal as text, or for a browser as a page with the editor."""
    if refusal.status != 400:  # which may quote the query
        log.info("%s refused: %s", request.state.request, refusal.what)
    with suppress(RefusalError):
        fields = read_fields(request.scope["query_string"])
        wishes = _wishes(request, fields)
        if refusal.status != 499 and wants_page(wishes["accept"], wishes["form"]):
            text = getattr(request.state, "text", "")
            job = {"kind": "home", "lang": wishes["lang"], "text": text,
                   "problem": refusal.what, "remedy": refusal.remedy,
                   "status": refusal.status}  # fmt: skip
            reply = await desk.crew.answer(job)
            reply.headers.update(refusal.headers)
            return _present(reply, desk.crew.name(reply.build))
    return PlainTextResponse(f"{refusal}\n", refusal.status, refusal.headers)


def _route(desk: Desk, path: str, handler: Handler, methods: tuple[str, ...] = ("GET",)) -> Route:
    async def handle(request: Request) -> Response:
        try:
            return await handler(desk, request)
        except RefusalError as refusal:
            return await _refuse(desk, request, refusal)

    return Route(path, handle, methods=methods)


_ANY = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def make_application(crew: Crew, token: str, host: str) -> ASGIApp:
    """The application behind its gate.

    :param token: what an update must bring; empty when there are no updates.
    :param host: what the server listens on.
    """
    desk = Desk(crew, token)

    @asynccontextmanager
    async def live(_app: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            crew.close()

    routes = [
        _route(desk, "/", _home),
        _route(desk, "/style.css", _style),
        _route(desk, "/sparql", _sparql, _ANY),
        _route(desk, "/sparql/", _sparql, _ANY),
        _route(desk, "/question/{name}", _question),
        _route(desk, "/files/{name:path}", _file),
        _route(desk, "/ontology", _thing),
        *(_route(desk, f"/{space}/{{rest:path}}", _thing) for space in SPACES),
    ]

    async def lose(request: Request, _error: Exception) -> Response:
        return await _refuse(desk, request, RefusalError(404, "there is no such page"))

    app = Starlette(routes=routes, lifespan=live, exception_handlers={404: lose})
    return Gate(app, host)
