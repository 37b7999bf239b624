"""A colleague: a worker process as the server sees it, from start to end."""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGSTOP
from typing import Any, BinaryIO

from exports.endpoint.midwife import Midwife
from exports.endpoint.refusal import RefusalError
from exports.endpoint.worker import GONE

__all__ = ["FAR_BEHIND", "Colleague", "Desk", "MovedError", "Reply", "clock_of"]

#: By how much a long query stands back; from there on, one that the system ends is not repeated.
FAR_BEHIND = 10

#: Longest line that says what an answer is.
_LINE = 1 << 20


class MovedError(Exception):
    """A worker is gone that did nothing wrong: its build was removed, or somebody killed it."""


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

    _spools = count(1)

    def __init__(self, midwife: Midwife, desk: Desk, build: Path, behind: int = 0) -> None:
        """Begin to start it; its first job waits for that.

        :param behind: by how much it stands back behind others from the start.
        """
        self.build, self.behind = build, behind
        self.known = self.is_well = self.isolated = self._is_ended = False
        self._begun: float | None = None
        self._pid = self._time = 0
        self._midwife, self._spool = midwife, desk.spool / str(next(self._spools))
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        copy = str(desk.copy) if desk.copy else ""
        order = {"build": str(build), "copy": copy, "memory": desk.memory, "behind": behind}
        self._number, self._socket, self.gone = midwife.start(order)
        self.gone.add_done_callback(lambda _: self._spool.unlink(missing_ok=True))

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs, as far as is known."""
        return not self.gone.done()

    @property
    def used(self) -> float:
        """Seconds of processor time that its job has taken."""
        return self._clock() - self._begun if self._begun is not None else 0.0

    def _clock(self) -> float:
        try:
            return time.clock_gettime(self._time)
        except OSError:  # it has ended, which its channel tells
            return self._begun or 0.0

    async def ask(self, job: dict[str, Any]) -> Reply:
        """Let it do a job.

        :raises RefusalError: as the worker says, or 503 when it died over the job.
        :raises MovedError: it is gone for another reason; another worker may do the job.
        """
        self.is_well, self._begun = False, None
        try:
            reader, writer = await self.meet()
            self._begun = self._clock()
            job = job | {"spool": str(self._spool)}
            writer.write(json.dumps(job).encode() + b"\n")
            await writer.drain()
            about, body = await _receive(reader)
            self.is_well = True
        except (EOFError, ConnectionError, ProcessLookupError, ValueError) as error:
            raise await self._explain() from error
        return self._reply(about, body)

    async def meet(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Wait until it is ready; the two ends of the channel to it.

        :raises OSError, EOFError, ValueError: it never will be.
        """
        if self._streams is None:
            self._streams = await asyncio.open_unix_connection(sock=self._socket, limit=_LINE)
        if not self.known:
            hello, _ = await _receive(self._streams[0])
            self._time = clock_of(hello["pid"])
            self.isolated, self._pid, self.known = hello["isolated"], hello["pid"], True
        return self._streams

    async def _explain(self) -> Exception:
        """Why it died."""
        code = await self.gone
        is_killed = code == -SIGKILL and not self._is_ended
        if is_killed and self.behind >= FAR_BEHIND:  # likely for the memory that all share
            return RefusalError(503, "the system ended the query", "ask for less at once")
        if is_killed or code == GONE:
            return MovedError()
        if not self.known:
            return RefusalError(503, "the data cannot be opened")
        return RefusalError(
            503,
            "the query used up the memory or the depth that a query may use",
            "ask for less at once",
        )

    def _reply(self, about: dict[str, Any], body: bytes) -> Reply:
        if about["what"]:
            raise RefusalError(about["status"], about["what"], about["remedy"], about["headers"])
        reply = Reply(about["status"], about["type"], about["headers"], body, None, self.build.name)
        if about["spooled"]:
            reply.file = self._spool.open("rb")
            self._spool.unlink()
        return reply

    def stand_back(self, steps: int) -> None:
        """Let others have the processor first; nobody may take that back."""
        self.behind = steps
        if self.is_alive and self.known:
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self._pid, steps)

    def pause(self) -> None:
        """Stop it until :meth:`go_on`."""
        self._signal(SIGSTOP)

    def go_on(self) -> None:
        """Let it work again."""
        self._signal(SIGCONT)

    def end(self) -> None:
        """Kill it; :attr:`gone` is done when it is gone."""
        self._is_ended = True
        if self._streams is not None:
            self._streams[1].close()
        else:
            self._socket.close()
        if self.is_alive:
            self._signal(SIGKILL)  # at once: the nursery may be busy
            self._midwife.end(self._number)

    def _signal(self, number: int) -> None:
        if self.is_alive and self.known:
            with suppress(OSError):
                os.kill(self._pid, number)


async def _receive(reader: asyncio.StreamReader) -> tuple[dict[str, Any], bytes]:
    line = await reader.readline()
    if not line.endswith(b"\n"):
        raise asyncio.IncompleteReadError(line, None)
    about = json.loads(line)
    return about, await reader.readexactly(about["length"])


def clock_of(pid: int) -> int:
    """The clock of the processor time of a process, or what goes faster on a system without one.

    :raises ProcessLookupError: it has ended: another clock would go on, and take it for slow.

    https://man7.org/linux/man-pages/man3/clock_getcpuclockid.3.html
    """
    library, clock = ctypes.CDLL(None), ctypes.c_int()
    if not hasattr(library, "clock_getcpuclockid"):
        return time.CLOCK_MONOTONIC
    if library.clock_getcpuclockid(pid, ctypes.byref(clock)) != 0:
        raise ProcessLookupError(pid)
    return clock.value
