"""A colleague: a worker process as the server sees it, from start to end."""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.context import ForkServerContext
from pathlib import Path
from socket import socketpair
from typing import Any, BinaryIO

from exports.endpoint.refusal import RefusalError
from exports.endpoint.worker import GONE, work

__all__ = ["Colleague", "Desk", "MovedError", "Reply"]

#: Longest line that says what an answer is.
_LINE = 1 << 20
#: By how much a long query stands back behind what is quick.
_NICE = 10


class MovedError(Exception):
    """The build that a worker was started for is no longer there."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What workers are started with.

    :param spool: folder of large answers on their way.
    :param copy: folder with the store that updates change; None when there are none.
    :param memory: bytes that a worker may ask for.
    """

    spool: Path
    copy: Path | None
    memory: int


@dataclass(slots=True)
class Reply:
    """An answer: its status and headers, and its body in memory or in an open file."""

    status: int
    content_type: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    file: BinaryIO | None = None
    build: str = ""


class Colleague:
    """One worker process, which answers one job at a time."""

    _numbers = count(1)

    def __init__(self, context: ForkServerContext, desk: Desk, build: Path) -> None:
        """Start it; this takes a few milliseconds, and its first answer waits for the rest."""
        self.build, self.isolated, self.is_old = build, False, False
        self.gone = asyncio.get_running_loop().create_future()
        self.known = self.is_well = False
        self._spool = desk.spool / str(next(self._numbers))
        self._socket, theirs = socketpair()
        copy = str(desk.copy) if desk.copy else ""
        self._process = context.Process(
            target=work, args=(theirs, str(build), copy, desk.memory), daemon=True
        )
        self._process.start()
        theirs.close()
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        asyncio.get_running_loop().add_reader(self._process.sentinel, self._bury)

    def _bury(self) -> None:
        asyncio.get_running_loop().remove_reader(self._process.sentinel)
        self._process.join()
        code = self._process.exitcode
        self._process.close()
        self._spool.unlink(missing_ok=True)
        if not self.gone.done():
            self.gone.set_result(code)

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs, as far as is known."""
        return not self.gone.done()

    async def ask(self, job: dict[str, Any]) -> Reply:
        """Let it do a job.

        :raises RefusalError: as the worker says, or 503 when it died over the job.
        :raises MovedError: its build was removed before it came.
        """
        self.is_well = False
        try:
            if self._streams is None:
                self._streams = await asyncio.open_unix_connection(sock=self._socket, limit=_LINE)
            reader, writer = self._streams
            if not self.known:
                self.isolated = (await _receive(reader))[0]["isolated"]
                self.known = True
            job = job | {"spool": str(self._spool)}
            writer.write(json.dumps(job).encode() + b"\n")
            await writer.drain()
            about, body = await _receive(reader)
            self.is_well = True
        except (asyncio.IncompleteReadError, ConnectionError, ValueError) as error:
            self.end()
            raise await self._explain() from error
        return self._reply(about, body)

    async def _explain(self) -> Exception:
        """Why it died."""
        code = await self.gone
        if code == GONE:
            return MovedError()
        if not self.known:
            return RefusalError(503, "the data cannot be opened")
        return RefusalError(
            503,
            "the query used up the memory or the depth that a query may use",
            "ask for less at once",
        )

    def _reply(self, about: dict[str, Any], body: bytes) -> Reply:
        if about["status"] >= 400:
            raise RefusalError(about["status"], about["what"], about["remedy"], about["headers"])
        reply = Reply(about["status"], about["type"], about["headers"], body, None, self.build.name)
        if about["spooled"]:
            reply.file = self._spool.open("rb")
            self._spool.unlink()
        return reply

    def stand_back(self) -> None:
        """Let others have the processor first; it takes no quick job after that."""
        self.is_old = True
        if self.is_alive and self._process.pid is not None:
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self._process.pid, _NICE)

    def end(self) -> None:
        """Kill it; :attr:`gone` is done when it is gone."""
        if self._streams is not None:
            self._streams[1].close()
        self._socket.close()
        if self.is_alive:
            with suppress(OSError, ValueError):
                self._process.kill()


async def _receive(reader: asyncio.StreamReader) -> tuple[dict[str, Any], bytes]:
    line = await reader.readline()
    if not line.endswith(b"\n"):
        raise asyncio.IncompleteReadError(line, None)
    about = json.loads(line)
    return about, await reader.readexactly(about["length"])
