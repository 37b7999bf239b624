"""The server: listens, serves until it is told to end, and then lets what runs come to its end."""

from __future__ import annotations

import asyncio
import logging
import resource
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from exports.endpoint.application import make_application
from exports.endpoint.connection import HEAD, Connection
from exports.endpoint.crew import Crew, Rules
from exports.endpoint.gate import log
from ontology.errors import InputError, OutputError

__all__ = ["read_token", "serve"]

#: Seconds for which an idle connection is kept, and for which what runs may go on at the end.
KEPT, DRAIN = 5, 4
#: Open files: a connection is one, an answer on its way another.
_FILES = 8192
#: Connections that wait to be taken up.
_BACKLOG = 1024
_LEAST_TOKEN = 16


class _Server(uvicorn.Server):
    """Ends with code 0 when it is told to end, and not by the signal that told it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)


def read_token(path: Path) -> str:
    """The token that updates need: the first line of a file.

    :raises InputError: there is none, or it can be guessed.
    """
    try:
        token = path.read_text(encoding="utf-8").strip().partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("the token cannot be read", where=str(path)) from error
    if len(token) < _LEAST_TOKEN or not token.isascii() or not token.isprintable():
        raise InputError(
            f"a token has {_LEAST_TOKEN} characters or more, all ASCII",
            where=str(path),
            remedy="python -c 'import secrets; print(secrets.token_urlsafe())' > FILE",
        )
    return token


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError as error:
        raise OutputError(
            f"cannot listen: {error.strerror or error}",
            where=f"{host}:{port}",
            remedy="choose another --host or --port",
        ) from error
    return listener


def serve(
    out: Path, host: str, port: int, rules: Rules, token: str = "",
    announce: Callable[[str, str, bool], None] = lambda *_: None,
) -> None:  # fmt: skip
    """Serve the build in ``out`` until SIGINT or SIGTERM comes.

    :param port: 0 for any that is free.
    :param token: what an update must bring; empty when there are no updates.
    :param announce: is told the address, the build, and whether workers are without a network.
    :raises BuildError: there is no build, or it is damaged.
    :raises OutputError: the address cannot be listened on.
    """
    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.WARNING)
    log.setLevel(logging.INFO)
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    least = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (least, hard))
    with _listen(host, port) as listener:
        asyncio.run(_serve(listener, Crew, out, host, rules, token, announce))


async def _serve(
    listener: socket.socket, make: type[Crew], out: Path, host: str, rules: Rules, token: str,
    announce: Callable[[str, str, bool], None],
) -> None:  # fmt: skip
    crew = make(out, rules)
    try:
        isolated = await crew.open()
        config = uvicorn.Config(
            make_application(crew, token, host), http=Connection, ws="none", lifespan="on",
            log_config=None, access_log=False, server_header=False, proxy_headers=False,
            timeout_keep_alive=KEPT, timeout_graceful_shutdown=DRAIN,
            h11_max_incomplete_event_size=HEAD,
        )  # fmt: skip
        name = f"[{host}]" if ":" in host else host
        announce(f"http://{name}:{listener.getsockname()[1]}/", crew.build.name, isolated)
        await _Server(config).serve(sockets=[listener])
    finally:
        crew.close()
