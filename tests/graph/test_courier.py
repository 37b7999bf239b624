"""What a server can do wrong, by a small server on this machine that does it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs

import pytest
from pyoxigraph import Store

from graph.query import query
from graph.remote import Remote
from ontology.errors import EndpointError

JSON = "application/sparql-results+json"
ONE = (
    b'{"head":{"vars":["x"]},"results":{"bindings":'
    b'[{"x":{"type":"literal","value":"\xe7\x94\xb2"}}]}}'
)
ASKED = "SELECT ?x { ?s rdfs:label ?x }"


class Server(BaseHTTPRequestHandler):
    """Does what the path says, and keeps who asked what."""

    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[tuple[str, dict[str, list[str]], str | None]]] = []
    pages: ClassVar[list[bytes]] = []

    def log_message(self, *_: object) -> None:
        pass

    def say(self, status: int, body: bytes = ONE, kind: str = JSON, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        sent = {"Content_Length": str(len(body)), **headers}
        for name, value in sent.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:  # noqa: N802
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        Server.seen.append((self.path, form, self.headers["Authorization"]))
        getattr(self, "do_" + self.path.strip("/").split("/")[0])()

    def do_good(self) -> None:
        self.say(200)

    def do_status(self) -> None:
        number = int(self.path.rpartition("/")[2])
        wait = {429: "30", 503: "Mon, 30 Nov 2026 12:00:00 GMT"}.get(number, "")
        self.say(number, "出错了: no\nstack".encode(), "text/plain", Retry_After=wait)

    def do_login(self) -> None:
        self.say(200, b"<html><title>Please log in</title></html>", "text/html; charset=utf-8")

    def do_turtle(self) -> None:
        self.say(200, b"", "text/turtle")

    def do_cut(self) -> None:
        self.say(200, ONE[:40], Content_Length=str(len(ONE)))
        self.close_connection = True

    def do_unframed(self) -> None:
        self.say(200, ONE[:40], Content_Length="", Connection="close")
        self.close_connection = True

    def do_chunked(self) -> None:
        half = b"28\r\n" + ONE[:40] + b"\r\n"
        self.say(200, half, Content_Length="", Transfer_Encoding="chunked")
        self.close_connection = True

    def do_reset(self) -> None:
        self.close_connection = True

    def do_silent(self) -> None:
        time.sleep(1.5)
        self.close_connection = True

    def do_drip(self) -> None:
        self.say(200, b"", Content_Length=str(len(ONE)))
        for byte in ONE:
            try:
                self.wfile.write(bytes([byte]))
            except OSError:
                break
            time.sleep(0.1)
        self.close_connection = True

    def do_away(self) -> None:
        self.say(307, b"", Location=f"http://localhost:{self.server.server_port}/good")  # type: ignore[attr-defined]

    def do_moved(self) -> None:
        self.say(308, b"", Location="/good")

    def do_loop(self) -> None:
        self.say(302, b"", Location="/loop")

    def do_pages(self) -> None:
        self.say(200, Server.pages.pop(0))

    def do_capped(self) -> None:
        self.say(200, Server.pages.pop(0), X_SPARQL_MaxRows="1")

    def do_partial(self) -> None:
        self.say(200, X_SQL_State="S1TAT")

    def do_boolean(self) -> None:
        self.say(200, b'{"head":{},"boolean":true}')

    def do_wrong(self) -> None:
        self.say(200, b'{"head":{"vars":["y"]},"results":{"bindings":[]}}')

    def do_badterm(self) -> None:
        self.say(200, ONE.replace(b'"literal"', b'"uri"'))


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without passwords, and nothing seen yet."""
    monkeypatch.setenv("HOME", str(tmp_path))
    Server.seen.clear()
    Server.pages.clear()
    return tmp_path


def error(url: str, timeout: float = 20) -> str:
    with pytest.raises(EndpointError) as caught:
        query(Remote(url, timeout), ASKED)
    assert caught.value.exit_code == 10
    assert caught.value.where.startswith(url.partition("?")[0])
    return str(caught.value).removeprefix(caught.value.where + ": ")


def rows(count: int, first: int = 0) -> bytes:
    cells = (f'{{"x":{{"type":"literal","value":"{n}"}}}}' for n in range(first, first + count))
    return f'{{"head":{{"vars":["x"]}},"results":{{"bindings":[{",".join(cells)}]}}}}'.encode()


def total(count: int) -> bytes:
    return (
        '{"head":{"vars":["onecity_rows"]},"results":{"bindings":[{"onecity_rows":'
        f'{{"type":"literal","value":"{count}"}}}}]}}}}'
    ).encode()


def test_a_whole_answer_is_taken_and_parameters_of_the_url_are_sent(base: str) -> None:
    assert query(Remote(f"{base}/good?default-graph-uri=http://g/"), ASKED).texts() == [("甲",)]
    path, form, authorization = Server.seen[0]
    assert (path, form["default-graph-uri"], authorization) == ("/good", ["http://g/"], None)
    assert form["query"][0].endswith(ASKED)
    assert form["query"][0].startswith("PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n")


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "does not accept the query (HTTP 400: 出错了: no) (change the query)"),
        (401, "asks who you are (HTTP 401: 出错了: no) (put name and password into ~/.netrc"
              " for machine 127.0.0.1; they go over https only)"),
        (403, "does not let you ask (HTTP 403: 出错了: no) (ask its operator for access)"),
        (404, "has no SPARQL endpoint (HTTP 404: 出错了: no) (check the URL)"),
        (429, "has been asked too often (HTTP 429: 出错了: no) (ask again in 30 seconds)"),
        (500, "fails (HTTP 500: 出错了: no) (tell its operator)"),
        (503, "is too busy (HTTP 503: 出错了: no)"
              " (ask again after Mon, 30 Nov 2026 12:00:00 GMT)"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_the_server_said_and_what_to_do(
    base: str, status: int, message: str
) -> None:
    assert error(f"{base}/status/{status}") == message


@pytest.mark.parametrize("path", ["cut", "chunked", "reset"])
def test_a_connection_that_breaks_gives_nothing(base: str, path: str) -> None:
    assert error(f"{base}/{path}") == (
        "breaks off in the middle of its answer (ask again; nothing of it was used)"
    )


@pytest.mark.parametrize("path", ["unframed", "badterm"])
def test_half_or_broken_json_gives_nothing(base: str, path: str) -> None:
    assert "or writes it wrongly (ask again; nothing of it was used)" in error(f"{base}/{path}")


def test_a_page_is_no_answer(base: str) -> None:
    assert error(f"{base}/login") == (
        f"answers with text/html instead of {JSON} (it is a web page, perhaps to log in:"
        " give the URL of the SPARQL endpoint)"
    )
    assert error(f"{base}/turtle").startswith(f"answers with text/turtle instead of {JSON}")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("silent", "does not answer within 0.5 seconds"),
        ("drip", "did not finish its answer in time"),
    ],
)
def test_a_slow_server_is_left(base: str, path: str, message: str) -> None:
    remedy = "ask for less, with LIMIT or a narrower question"
    assert error(f"{base}/{path}", 0.5) == f"{message} ({remedy})"


def test_a_server_that_is_not_there_is_named(base: str) -> None:
    assert error("http://127.0.0.1:9/sparql") == (
        "cannot be reached (check the URL and that the server runs)"
    )


def test_a_redirect_within_the_server_is_followed_and_another_refused(
    base: str, home: Path
) -> None:
    (home / ".netrc").write_text("machine 127.0.0.1 login li password geheim\n", encoding="utf-8")
    (home / ".netrc").chmod(0o600)
    assert query(Remote(f"{base}/moved"), ASKED).texts() == [("甲",)]
    assert [seen[2] for seen in Server.seen] == ["Basic bGk6Z2VoZWlt"] * 2
    Server.seen.clear()
    assert error(f"{base}/away").startswith("redirects to another server, http://localhost:")
    assert [seen[0] for seen in Server.seen] == ["/away"]
    assert error(f"{base}/loop") == "redirects without end (check the URL)"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://example.org/", "is no address of a SPARQL endpoint"),
        ("nonsense", "is no address of a SPARQL endpoint"),
        ("http://[::1/", "is no address of a SPARQL endpoint"),
        ("http://li:geheim@example.org/", "a password does not belong in a URL"),
    ],
)
def test_what_is_no_address_is_refused_before_anything_is_sent(url: str, message: str) -> None:
    with pytest.raises(EndpointError, match=message) as caught:
        query(Remote(url), ASKED)
    assert "geheim" not in str(caught.value)


def test_a_cut_answer_is_fetched_in_pages(base: str) -> None:
    Server.pages += [rows(100), total(250), rows(100, 100), rows(50, 200), total(250)]
    assert len(query(Remote(f"{base}/pages"), ASKED).rows) == 250
    asked = [form["query"][0].partition("SELECT")[2] for _, form, _ in Server.seen]
    assert asked[2] == f" * WHERE {{ {{ {ASKED} }} }} LIMIT 100 OFFSET 100"


@pytest.mark.parametrize(
    "pages",
    [
        [rows(100), total(250), rows(0)],
        [rows(100), total(200), rows(100, 50), total(200)],
        [rows(100), total(99), total(99)],
    ],
)
def test_a_cut_answer_that_pages_do_not_complete_is_refused(base: str, pages: list[bytes]) -> None:
    Server.pages += pages
    assert "cuts its answers at 100 rows; this one has" in error(f"{base}/pages")


def test_a_server_that_says_it_cut_is_believed(base: str) -> None:
    Server.pages += [rows(1), total(5), rows(0)]
    assert error(f"{base}/capped").startswith("cuts its answers at 1 rows; this one has 5")


def test_a_part_that_a_time_limit_left_is_refused(base: str) -> None:
    assert error(f"{base}/partial").startswith("stopped the query at its own time limit")


def test_counting_keeps_graphs_and_comments_where_they_belong(base: str) -> None:
    Server.pages += [rows(100), total(100)]
    asked = "SELECT ?x # all {\nFROM <http://g/> WHERE { ?s rdfs:label ?x } ORDER BY ?x # end"
    query(Remote(f"{base}/pages"), asked)
    counting = Server.seen[1][1]["query"][0]
    assert Store().query(counting) is not None
    assert " FROM <http://g/> WHERE { { SELECT" in counting.partition("COUNT")[2]


def test_another_answer_than_was_asked_is_refused(base: str) -> None:
    assert error(f"{base}/boolean") == "answers yes or no where a table was asked"
    assert error(f"{base}/wrong") == "answers without the column 'x'"
    with pytest.raises(EndpointError, match="a table where yes or no was asked"):
        query(Remote(f"{base}/wrong"), "ASK {}")
