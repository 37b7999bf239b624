"""A small build that is served by the command itself, as another process, on loopback."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from pyoxigraph import RdfFormat, parse, serialize

from exports.publish import Published, publish
from graph.background import background
from graph.store import QUADS, load
from tests.exports.conftest import TRIG

ROOT = Path(__file__).parent.parent.parent.parent
TOKEN = "a-token-of-the-tests-0001"
#: Graphs that the protocol's own tests speak of.
DATA = "http://kasei.us/2009/09/sparql/data/data"


@dataclass(frozen=True)
class Response:
    """A response that came whole."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def media(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0]


@dataclass
class Server:
    """A running ``onecity serve``."""

    process: subprocess.Popen[str]
    port: int
    log: Path

    def connect(self, seconds: float = 30) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Response:
        connection = self.connect()
        try:
            with suppress(BrokenPipeError):  # refused before all was sent: the answer is there
                connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Response(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def query(self, text: str, accept: str = "", **fields: str) -> Response:
        more = "".join(f"&{name}={quote(value)}" for name, value in fields.items())
        headers = {"Accept": accept} if accept else {}
        return self.ask(f"/sparql?query={quote(text)}{more}", headers=headers)

    def update(self, text: str, token: str = TOKEN, **headers: str) -> Response:
        given = {"Content-Type": "application/sparql-update", **headers}
        given |= {"Authorization": f"Bearer {token}"} if token else {}
        return self.ask("/sparql", "POST", text.encode(), given)

    def memory(self) -> int:
        """Bytes that the process in front holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) * 1024

    def workers(self) -> list[int]:
        """Process ids of the workers."""
        nursery = children(self.process.pid)
        return [pid for parent in nursery for pid in children(parent)]


def await_query(server: Server, seconds: float = 0.2) -> None:
    """Wait until a worker has worked for so long that it can only be the query that was asked."""
    ticks = seconds * os.sysconf("SC_CLK_TCK")
    for _ in range(1200):
        for pid in server.workers():
            with suppress(OSError):
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                if int(fields[11]) + int(fields[12]) >= ticks:
                    return
        time.sleep(0.02)
    raise AssertionError("no query runs")


def children(pid: int) -> list[int]:
    """Processes that a process has started."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def write_build(folder: Path, mark: str = "1") -> dict[str, Any]:
    """The store and files of a build; ``mark`` is a triple by which builds differ."""
    text = serialize(parse(TRIG.encode(), format=RdfFormat.TRIG), format=RdfFormat.N_QUADS)
    assert text is not None
    facts = "https://w3id.org/onecity/article/a/facts"
    documents = [f"{DATA}{number}.rdf" for number in range(1, 4)]
    lines = {
        *text.decode().splitlines(keepends=True),
        *background(),
        *(f"<{d}> <{_A}> <http://xmlns.com/foaf/0.1/Document> <{d}> .\n" for d in documents),
        *(f'<urn:build:{part}> <urn:mark> "{mark}" <{facts}> .\n' for part in ("one", "two")),
    }
    (folder / QUADS).write_text("".join(sorted(lines)), encoding="utf-8")
    load(folder, [folder / QUADS])
    (folder / "network.html").write_text("<!doctype html><title>network</title>", "utf-8")
    return {"mark": mark}


_A = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def make_build(out: Path, mark: str = "1") -> Published:
    return publish(out, lambda folder: write_build(folder, mark))


def start(out: Path, log: Path, *options: str) -> Server:
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "onecity.py"), "serve", "--out", str(out), "--port", "0",
             *options],
            stdout=subprocess.PIPE, stderr=file, text=True, env=os.environ | {"LANG": "C"},
        )  # fmt: skip
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"at http://127\.0\.0\.1:(\d+)/", line)
    assert found is not None, log.read_text()
    return Server(process, int(found[1]), log)


def stop(server: Server) -> int:
    server.process.send_signal(signal.SIGTERM)
    return server.process.wait(timeout=15)


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "out"
    make_build(folder)
    return folder


Starter = Callable[..., Server]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Starter]:
    """``serve(out, *options)`` starts a server for one test."""
    started: list[Server] = []

    def begin(folder: Path, *options: str) -> Server:
        started.append(start(folder, tmp_path / f"log{len(started)}", *options))
        return started[-1]

    yield begin
    for server in started:
        if server.process.poll() is None:
            stop(server)


@pytest.fixture(scope="session")
def reader(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """As it is by default."""
    running = start(out, tmp_path_factory.mktemp("log") / "log")
    yield running
    assert stop(running) == 0


@pytest.fixture(scope="session")
def server(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same with a deadline of a second."""
    running = start(out, tmp_path_factory.mktemp("log") / "log", "--timeout", "1")
    yield running
    assert stop(running) == 0


@pytest.fixture(scope="session")
def editor(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With updates."""
    folder = tmp_path_factory.mktemp("token")
    (folder / "token").write_text(TOKEN + "\n")
    options = ("--timeout", "2", "--updates", "--token-file", str(folder / "token"))
    running = start(out, folder / "log", *options)
    yield running
    assert stop(running) == 0
