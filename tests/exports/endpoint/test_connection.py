"""A connection is not kept for who sends or takes nothing; the times are made short here."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from exports.endpoint import connection

TEXT = b"a" * 16_000_000
ASK = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
LAST = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


async def tell(_request: Request) -> PlainTextResponse:
    return PlainTextResponse(TEXT)


@pytest.fixture
def server() -> Iterator[uvicorn.Server]:
    """A server of one large text."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(Starlette(routes=[Route("/", tell)]), http=connection.Connection,
                            log_config=None, timeout_keep_alive=1)  # fmt: skip
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, args=([listener],))
    thread.start()
    while not running.started:
        time.sleep(0.01)
    yield running
    running.should_exit = True
    thread.join()


def visit(server: uvicorn.Server) -> socket.socket:
    client = socket.socket()
    client.settimeout(30)
    client.connect(server.servers[0].sockets[0].getsockname())
    return client


@pytest.mark.parametrize("requests", [[ASK], [LAST], [ASK] * 20], ids=["one", "last", "many"])
def test_who_takes_nothing_is_left(
    server: uvicorn.Server, monkeypatch: pytest.MonkeyPatch, requests: list[bytes]
) -> None:
    monkeypatch.setattr(connection, "TAKING", 0.3)
    with visit(server) as client:
        client.sendall(b"".join(requests))
        while not server.server_state.total_requests:
            time.sleep(0.01)
        for _ in range(200):
            if not server.server_state.connections:
                break
            time.sleep(0.1)
        assert not server.server_state.connections
        taken = 0
        while piece := client.recv(1 << 20):
            taken += len(piece)
    assert taken < len(TEXT), "it is told that this is not all"


def test_who_takes_slowly_but_steadily_gets_all(
    server: uvicorn.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "TAKING", 1.0)
    begun, taken = time.monotonic(), b""
    with visit(server) as client:
        client.sendall(LAST)
        while piece := client.recv(200_000):
            taken += piece
            time.sleep(0.02)
    assert time.monotonic() - begun > 1.0, "longer than it may take nothing"
    assert taken.endswith(TEXT)
