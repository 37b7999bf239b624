"""Queries and clients that mean harm: each is refused in time, and nobody else notices.

Times are bounds of the promise with much room, no measurements; ``bench_serve.py`` measures.
"""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from exports.endpoint.crew import IDLE
from tests.exports.endpoint.conftest import Response, Server, Starter

DOUBLINGS = "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(34))
#: What the queries of https://www.w3.org/TR/sparql11-protocol/#policy may do at worst.
ATTACKS = {
    "count of a cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "stream of a cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "order of a cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f ?a",
    "every path": "SELECT (COUNT(*) AS ?n) { ?a (<u:p>|!<u:p>)* ?b . ?c (<u:p>|!<u:p>)* ?d }",
    "doubled text": f'SELECT * {{ BIND("aaaaaaaa" AS ?x0) {DOUBLINGS} }}',
    "grouped cross product": "SELECT ?a (GROUP_CONCAT(?i) AS ?n) "
    "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a",
    "values": "ASK { " + "".join(
        f"VALUES ?v{n} {{ {' '.join(map(str, range(40)))} }} " for n in range(8)
    ) + "FILTER(?v0 + ?v1 + ?v2 + ?v3 + ?v4 + ?v5 + ?v6 + ?v7 < 0) }",
}  # fmt: skip
#: Refused before the engine sees them.
DEEP = {
    "parentheses": "ASK { FILTER(" + "(" * 6000 + "1" + ")" * 6000 + ") }",
    "too many parentheses": "ASK { FILTER(" + "(" * 30000 + "1" + ")" * 30000 + ") }",
    "braces": "ASK " + "{" * 6000 + "}" * 6000,
    "signs": "ASK { FILTER(" + "!" * 20000 + "true) }",
    "carets": "ASK { ?a " + "^" * 20000 + "<urn:p> ?b }",
}


def begin(server: Server, text: str) -> Response:
    connection = server.connect()
    with closing(connection):
        connection.request("POST", "/sparql", text.encode(),
                           {"Content-Type": "application/sparql-query"})  # fmt: skip
        answer = connection.getresponse()
        return Response(answer.status, answer.headers, answer.read())


@pytest.mark.parametrize("name", ATTACKS)
def test_a_query_that_takes_too_much_is_refused_in_time(server: Server, name: str) -> None:
    begun = time.monotonic()
    answer = begin(server, ATTACKS[name])
    took = time.monotonic() - begun
    assert answer.status in (413, 503), answer.text
    assert answer.status == 413 or int(answer.headers["Retry-After"]) > 0
    assert re.search(r"longer than 1 s|used up the memory|larger than 64 MiB|needs more memory",
                     answer.text)  # fmt: skip
    assert took < 6, "the deadline is a second"


@pytest.mark.parametrize("name", DEEP)
def test_a_query_that_is_too_deep_never_reaches_the_engine(reader: Server, name: str) -> None:
    answer = begin(reader, DEEP[name])
    assert answer.status == (413 if len(DEEP[name]) > 64 * 1024 else 400), answer.text
    assert "more than" in answer.text or "longer than" in answer.text


def test_others_are_answered_meanwhile_and_the_server_stays_small(
    serve: Starter, out: Path
) -> None:
    server = serve(out, "--timeout", "4")
    texts = list(ATTACKS.values()) * 3
    with ThreadPoolExecutor(len(texts)) as pool:
        attacks = [pool.submit(begin, server, text) for text in texts[:20]]
        quick: list[float] = []
        memory: list[int] = []
        while not all(attack.done() for attack in attacks):
            begun = time.monotonic()
            answer = server.query("ASK {}")
            quick.append(time.monotonic() - begun)
            memory.append(server.memory())
            assert answer.status == 200
            time.sleep(0.05)
        assert {attack.result().status for attack in attacks} <= {413, 503}
    assert len(quick) > 3
    assert sorted(quick)[len(quick) // 2] < 1, "an ASK beside twenty bad queries"
    assert max(memory) < 200 * 1024 * 1024


def test_limits_hold_exactly(reader: Server) -> None:
    def comment(size: int) -> bytes:
        return b"ASK {}" + b"#" * (size - 6)

    direct = {"Content-Type": "application/sparql-query"}
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for size, status in ((64 * 1024, 200), (64 * 1024 + 1, 413)):
        assert reader.ask("/sparql", "POST", comment(size), direct).status == status
    for size, status in ((1 << 20, 400), ((1 << 20) + 1, 413)):
        body = b"pad=" + b"x" * (size - 4)
        assert reader.ask("/sparql", "POST", body, form).status == status
    for count, status in ((20, 200), (21, 400)):
        body = b"query=ASK%7B%7D" + b"&a=b" * (count - 1)
        assert reader.ask("/sparql", "POST", body, form).status == status
    for depth, status in ((126, 200), (127, 400)):
        text = "ASK { FILTER(" + "(" * depth + "true" + ")" * depth + ") }"
        assert begin(reader, text).status == status


def test_a_body_that_never_says_its_length_is_limited_too(reader: Server) -> None:
    connection = reader.connect()
    with closing(connection), pytest.raises((OSError, http.client.HTTPException)) as caught:
        connection.request("POST", "/sparql", (b"x" * 65536 for _ in range(64)),
                           {"Content-Type": "application/sparql-query"},
                           encode_chunked=True)  # fmt: skip
        answer = connection.getresponse()
        assert answer.status == 413
        raise ConnectionResetError
    assert caught.value is not None


class Canary:
    """A server on loopback that counts who comes."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(0.2)
        self.hits = 0
        self.port = self.listener.getsockname()[1]
        self._running = True
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def _watch(self) -> None:
        while self._running:
            try:
                client, _ = self.listener.accept()
            except TimeoutError:
                continue
            self.hits += 1
            client.close()

    def close(self) -> None:
        self._running = False
        self._thread.join()
        self.listener.close()


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    watching = Canary()
    yield watching
    watching.close()


def spellings(url: str) -> list[str]:
    """Ways to make a query reach out."""
    ask = f"SERVICE <{url}> {{ ?s ?p ?o }}"
    return [
        f"SELECT * {{ {ask} }}",
        f"SELECT * {{ sErViCe <{url}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service\tsilent\n<{url}>{{?s ?p ?o}} }}",
        f"SELECT * {{ SERVICE#\n<{url}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE # {{ }}\n SILENT # x\n <{url}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE<{url}>{{?s ?p ?o}} }}",
        f"SELECT * {{ \\u0053ERVICE <{url}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ S\\u0045RVICE <{url}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ \\U00000053ERVICE <{url}> {{ ?s ?p ?o }} }}",
        f"PREFIX c: <{url}> SELECT * {{ SERVICE c: {{ ?s ?p ?o }} }}",
        f"PREFIX service: <{url}> SELECT * {{ SERVICE service: {{ ?s ?p ?o }} }}",
        f"BASE <{url}> SELECT * {{ SERVICE <> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ VALUES ?u {{ <{url}> }} SERVICE ?u {{ ?s ?p ?o }} }}",
        f"SELECT * {{ BIND(<{url}> AS ?u) SERVICE SILENT ?u {{ ?s ?p ?o }} }}",
        f'SELECT * {{ BIND(IRI("{url}") AS ?u) SERVICE ?u {{ ?s ?p ?o }} }}',
        f"SELECT * {{ {{ SELECT * {{ {ask} }} }} }}",
        f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ {ask} }} }}",
        f"SELECT * {{ ?s ?p ?o FILTER NOT EXISTS {{ {ask} }} }}",
        f"SELECT * {{ ?s ?p ?o MINUS {{ {ask} }} }}",
        f"SELECT * {{ ?s ?p ?o OPTIONAL {{ {ask} }} }}",
        f"SELECT * {{ {{ ?s ?p ?o }} UNION {{ {ask} }} }}",
        f"SELECT * {{ GRAPH ?g {{ {ask} }} }}",
        f"SELECT (EXISTS {{ {ask} }} AS ?x) {{ }}",
        f"ASK {{ {ask} }}",
        f"CONSTRUCT {{ ?s ?p ?o }} {{ {ask} }}",
        f"DESCRIBE ?s {{ {ask} }}",
        f'SELECT * {{ ?s ?p "SERVICE" . {ask} }}',
        f"SELECT * {{ SERVICE <{url}> {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
        f"SELECT * {{ ?s ?p 1SERVICE <{url}> {{ ?s ?p ?o }} }}",
        f"SELECT * FROM <{url}> {{ ?s ?p ?o }}",
        f"SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "SELECT * FROM <file:///etc/hosts> { ?s ?p ?o }",
        f"DESCRIBE <{url}>",
        f"LOAD <{url}>",
        f"lOaD SILENT <{url}> INTO GRAPH <urn:g>",
        f"L\\u004FAD <{url}>",
        "LOAD <file:///etc/hosts>",
        f"CLEAR GRAPH <urn:none> ; LOAD <{url}>",
        f"PREFIX load: <{url}> LOAD load:",
        f"BASE <{url}> LOAD SILENT <>",
        f"INSERT {{ ?s ?p ?o }} WHERE {{ {ask} }}",
        f"DELETE {{ ?s ?p ?o }} WHERE {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        f"DELETE WHERE {{ {ask} }}",
    ]


def test_nothing_reaches_out_however_it_is_spelled(
    reader: Server, editor: Server, canary: Canary
) -> None:
    here = [f"http://127.0.0.1:{canary.port}/sparql", f"http://localhost:{canary.port}/"]
    texts = [*spellings(here[0]), *spellings(here[1])[:3],
             f"SELECT * {{ SERVICE <http://[::1]:{canary.port}/> {{ ?s ?p ?o }} }}"]  # fmt: skip
    assert len(texts) > 45
    for text in texts:
        is_update = re.search(r"LOAD|L\\u|INSERT|DELETE", text, re.IGNORECASE)
        answer = editor.update(text) if is_update else reader.query(text)
        stays = re.search(r"FROM|^DESCRIBE <", text)
        assert answer.status == (200 if stays else 400), (text, answer.text)
        if stays:
            assert "127.0.0.1" not in answer.text
            assert "localhost" not in answer.text
    dataset = reader.query("SELECT * { ?s ?p ?o }", **{"default-graph-uri": here[0]})
    assert b'"bindings":[]' in dataset.body
    time.sleep(0.3)
    assert canary.hits == 0


def test_what_only_looks_like_reaching_out_is_answered(reader: Server, editor: Server) -> None:
    assert reader.query('ASK { FILTER("service" != "LOAD") } # SERVICE <urn:x> {}').status == 200
    assert reader.query("PREFIX service: <urn:x> ASK { service:load ?service ?load }").status == 200
    text = "PREFIX load: <urn:load:> INSERT DATA { load:service load:load 'LOAD <http://x/>' }"
    assert editor.update(text).status == 204


def test_workers_have_no_network(reader: Server) -> None:
    reader.query("ASK {}")
    own = os.readlink("/proc/self/ns/net")  # noqa: PTH115
    theirs = {os.readlink(f"/proc/{pid}/ns/net") for pid in reader.workers()}  # noqa: PTH115
    assert theirs
    assert own not in theirs


ROWS = "SELECT * { ?s ?p ?o } ORDER BY ?o ?s"
MEDIA = ["application/sparql-results+json", "application/sparql-results+xml", "text/csv",
         "text/tab-separated-values", "text/turtle", "application/n-triples"]  # fmt: skip


@pytest.mark.parametrize("media", MEDIA)
def test_an_answer_whose_worker_dies_is_no_answer(server: Server, media: str) -> None:
    graph = media in MEDIA[4:]
    head = "CONSTRUCT { ?a ?b ?i }" if graph else "SELECT *"
    text = head + " { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a"
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(server.query, text, media)
        while not asked.done():
            time.sleep(0.3)
            for pid in server.workers():
                os.kill(pid, signal.SIGKILL)
        answer = asked.result()
    assert answer.status == 503
    assert (answer.media, answer.headers["Retry-After"]) == ("text/plain", "2")


def test_a_transfer_that_breaks_is_noticed_in_every_form(serve: Starter, out: Path) -> None:
    running = serve(out)
    numbers = " ".join(str(n) for n in range(160))
    thing = f"<urn:{'a' * 600}>"
    pairs = (
        f"{{ VALUES ?m {{ {numbers} }} VALUES ?n {{ {numbers} }} BIND({thing} AS ?s) "
        "BIND(IRI(CONCAT('urn:', STR(?m), ':', STR(?n))) AS ?x) }"
    )
    begun = []
    for media in MEDIA:
        head = "CONSTRUCT { ?x ?s ?s } " if media in MEDIA[4:] else "SELECT ?s ?x "
        connection = running.connect()
        connection.sock = socket.socket()
        connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 17)
        connection.sock.connect(("127.0.0.1", running.port))
        connection.request("GET", f"/sparql?query={quote(head + pairs)}", headers={"Accept": media})
        answer = connection.getresponse()
        assert (answer.status, len(answer.read(1000))) == (200, 1000)
        begun.append((connection, answer))
    running.process.kill()
    for connection, answer in begun:
        with closing(connection), pytest.raises((http.client.IncompleteRead, ConnectionError)):
            answer.read()


def test_an_answer_is_whole_or_refused_at_its_cap(serve: Starter, out: Path) -> None:
    values = " ".join(str(n) for n in range(1700))
    text = f"SELECT ?text ?n {{ BIND('{'a' * 40_000}' AS ?text) VALUES ?n {{ {values} }} }}"
    answer = begin(serve(out), text)
    assert (answer.status, "larger than 64 MiB" in answer.text) == (413, True)


def test_what_xml_cannot_hold_is_refused_there_and_given_elsewhere(reader: Server) -> None:
    text = 'SELECT ?x { BIND("a\\u0001b" AS ?x) }'
    assert reader.query(text, "application/sparql-results+xml").status == 406
    assert reader.query(text).status == 200
    triple = 'CONSTRUCT { <urn:a> <urn:b> "\\u0001" } {}'
    assert reader.query(triple, "application/rdf+xml").status == 406
    assert reader.query(triple, "text/turtle").status == 200


def test_half_open_connections_are_dropped_and_hinder_nobody(reader: Server) -> None:
    beginnings = [b"", b"GET /sparql?query=ASK", b"POST /sparql HTTP/1.1\r\nHost: localhost\r\n",
                  b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90\r\n"
                  b"Content-Type: application/sparql-query\r\n\r\nASK"]  # fmt: skip
    sockets = [socket.create_connection(("127.0.0.1", reader.port)) for _ in range(500)]
    begun = time.monotonic()
    for number, one in enumerate(sockets):
        one.sendall(beginnings[number % len(beginnings)])
    assert reader.query("ASK {}").status == 200
    assert time.monotonic() - begun < 5
    for one in sockets:
        one.settimeout(20)
        try:
            while one.recv(4096):
                pass
        except ConnectionResetError:
            pass
        one.close()
    assert time.monotonic() - begun < 20
    assert len(list(Path(f"/proc/{reader.process.pid}/fd").iterdir())) < 100


def test_many_requests_leave_no_files_open(server: Server) -> None:
    def files() -> int:
        return len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))

    begin(server, ATTACKS["count of a cross product"])
    before = files()
    connection = server.connect()
    with closing(connection):
        for _ in range(100):
            connection.request("GET", "/sparql?query=ASK%7B%7D")
            connection.getresponse().read()
    begin(server, ATTACKS["count of a cross product"])
    assert files() < before + IDLE + 12, "workers that wait ready have one each"


def test_a_server_under_another_name_is_not_this_one(reader: Server) -> None:
    for host in ("evil.example", "evil.example:7878", "localhost.evil.example", ""):
        answer = reader.ask("/sparql?query=ASK%7B%7D", headers={"Host": host})
        assert answer.status in (400, 421)
        assert b"boolean" not in answer.body
    for host in ("localhost", "127.0.0.1:7878", "[::1]:7878", "LOCALHOST:1"):
        assert reader.ask("/sparql?query=ASK%7B%7D", headers={"Host": host}).status == 200


def test_an_update_needs_the_token_and_comes_from_here(editor: Server) -> None:
    text = "INSERT DATA { <urn:forged> <urn:p> 1 }"
    for token in ("", "a-token-of-the-tests-0002", "ä"):
        answer = editor.update(text, token)
        assert (answer.status, answer.headers["WWW-Authenticate"]) == (
            401, 'Bearer realm="onecity"')  # fmt: skip
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"},
                    {"Sec-Fetch-Site": "same-site"}, {"Origin": "null"}):  # fmt: skip
        assert editor.update(text, **headers).status == 403
    for path in ("/sparql?token=a-token-of-the-tests-0001",
                 "/sparql?access_token=a-token-of-the-tests-0001"):  # fmt: skip
        headers = {"Content-Type": "application/sparql-update"}
        assert editor.ask(path, "POST", text.encode(), headers).status == 401
    assert b"false" in editor.query("ASK { <urn:forged> ?p ?o }").body
    assert "a-token-of-the-tests" not in editor.log.read_text()


def test_pages_elsewhere_get_nothing_from_here(reader: Server) -> None:
    answer = reader.ask("/sparql?query=ASK%7B%7D", headers={"Origin": "http://evil.example"})
    assert [name for name in answer.headers if name.lower().startswith("access-control")] == []
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


PATHS = [
    "/files/../../../../etc/passwd", "/files/%2e%2e/%2e%2e/etc/passwd", "/files//etc/passwd",
    "/files/..%2f..%2fetc%2fpasswd", "/files/store/CURRENT", "/files/onecity.nq%00.html",
    "/files/.lock", "/files/manifest.json", "/files/NETWORK.HTML", "/files/network.html/",
    "/files/C:%5Cwindows%5Cwin.ini", "/files/" + quote("长" * 300), "/files/",
    "/question/..%2f..%2fetc%2fpasswd", "/question/../../setup.cfg", "/question/funds.rq",
    "/question/%00", "/question/funds%20", "/style.css/../layout.html", "/static/style.css",
    "/id/../../etc/passwd", "/id/%3E%20x", "/id/%00", "/id/" + quote("<script>"), "/concept/",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_name_never_becomes_a_path(reader: Server, path: str) -> None:
    answer = reader.ask(path)
    assert answer.status in (400, 404), answer.text
    assert "root:" not in answer.text


def test_a_link_out_of_the_build_is_not_followed(serve: Starter, tmp_path: Path) -> None:
    from tests.exports.endpoint.conftest import make_build

    build = make_build(tmp_path / "out").folder
    (build / "secret.html").symlink_to("/etc/passwd")
    running = serve(tmp_path / "out")
    assert running.ask("/files/secret.html").status == 404
    assert running.ask("/files/network.html").text == "<!doctype html><title>network</title>"
