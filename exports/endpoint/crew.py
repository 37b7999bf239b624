"""The crew: the workers that answer, enough of them that nobody waits for somebody else's query.

Every query starts at once, beside others that are young. One that is not done after a moment
becomes a long one: it stands back behind what is quick, and there are only so many of them; one too
many is sent away. All are ended at their deadline. So a quick query is answered quickly whatever
else is asked.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from exports import manifest
from exports.endpoint.colleague import Colleague, Desk, MovedError, Reply
from exports.endpoint.refusal import RefusalError
from exports.endpoint.worker import copy_store
from exports.publish import current
from ontology.errors import BuildError

__all__ = ["Crew", "Rules"]

#: Seconds for which a query is young, how many may be at once, and how many may wait for that.
YOUTH, YOUNG, WAITING = 0.15, 24, 200
#: Workers that wait for work: so many at least, and at most.
SPARE, IDLE = 2, 8
#: What a fork server loads before it makes the first worker.
_NURSERY = ["__main__", "exports.endpoint.nursery"]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a query may use: seconds, bytes, and how many long ones run at once."""

    seconds: float = 10.0
    memory: int = 1 << 30
    long: int = 8
    updates: bool = False


class Crew:
    """Starts workers for the build that is current, and gives them jobs.

    With updates there is one worker, which holds a copy of the store: the build stays as it is.
    """

    def __init__(self, out: Path, rules: Rules) -> None:
        """Nothing is started yet."""
        self.out, self.rules = out, rules
        self.edits = 0
        self._context = get_context("forkserver")
        self._context.set_forkserver_preload(_NURSERY)
        self._folder = Path(tempfile.mkdtemp(prefix="onecity-"))
        self._desk = Desk(self._folder, self._folder if rules.updates else None, rules.memory)
        self._build = current(out)
        self._idle: list[Colleague] = []
        self._all: set[Colleague] = set()
        self._young = asyncio.Semaphore(1 if rules.updates else YOUNG)
        self._old = self._waiting = 0
        self._last: Colleague | None = None
        self._closed = False

    async def open(self) -> bool:
        """Start the first workers; whether they are without a network.

        :raises BuildError: the store does not hold what was built.
        """
        if self.rules.updates:
            copy_store(self._build, self._folder)
        expected = manifest.load(self._build).get("store", {}).get("quads")
        reply = await self.answer({"kind": "check"})
        if expected is not None and int(reply.body) != expected:
            raise BuildError(
                f"the store has {int(reply.body)} quads, not {expected}",
                where=str(self.out),
                remedy="build again",
            )
        return all(one.isolated for one in self._all if one.known)

    @property
    def build(self) -> Path:
        """Folder of the build that is served now.

        :raises RefusalError: 503 when there is none.
        """
        if not self.rules.updates:
            try:
                self._build = current(self.out)
            except BuildError as error:
                raise RefusalError(503, "no build is here") from error
        return self._build

    def name(self, build: str) -> str:
        """What tells the data of an answer: the build, and the updates made to its copy."""
        return f"{build}+{self.edits}" if self.rules.updates else build

    async def answer(self, job: dict[str, Any]) -> Reply:
        """Let a worker do the job within the deadline.

        :raises RefusalError: as the worker says; 503 for the deadline, and when too many ask.
        """
        try:
            async with asyncio.timeout(self.rules.seconds):
                return await self._answer(job | {"seconds": self.rules.seconds})
        except TimeoutError as error:
            raise RefusalError(
                503,
                f"the query took longer than {self.rules.seconds:g} s",
                "ask for less, or add LIMIT",
            ) from error

    async def _answer(self, job: dict[str, Any]) -> Reply:
        if self._waiting >= WAITING:
            raise RefusalError(503, "too many queries wait already")
        self._waiting += 1
        try:
            await self._young.acquire()
        finally:
            self._waiting -= 1
        place = _Place(self._young)
        try:
            try:
                return await self._lend(job, place)
            except MovedError:  # a new build came just now
                return await self._lend(job, place)
        except MovedError as error:
            raise RefusalError(503, "the data is being replaced") from error
        finally:
            place.leave()

    async def _lend(self, job: dict[str, Any], place: _Place) -> Reply:
        worker = await self._take()
        task = asyncio.ensure_future(worker.ask(job))
        try:
            if self.rules.updates:
                return self._count(job, await task)
            await asyncio.wait({task}, timeout=YOUTH)
            if task.done():
                return task.result()
            place.leave()
            with self._grow_old(worker):
                return await task
        finally:
            # a refusal leaves its worker well; whoever did not finish is ended
            well = task.done() and not task.cancelled() and worker.is_well
            task.cancel()
            self._give_back(worker, well)

    def _count(self, job: dict[str, Any], reply: Reply) -> Reply:
        self.edits += job["kind"] == "update"
        return reply

    @contextmanager
    def _grow_old(self, worker: Colleague) -> Iterator[None]:
        if self._old >= self.rules.long:
            raise RefusalError(503, "the server is busy with long queries")
        self._old += 1
        worker.stand_back()
        try:
            yield
        finally:
            self._old -= 1

    async def _take(self) -> Colleague:
        build = self.build
        while self._idle:
            worker = self._idle.pop()
            if worker.is_alive and worker.build == build:
                self._refill()
                return worker
            worker.end()
        if self.rules.updates and self._last is not None:
            self._last.end()
            await asyncio.shield(self._last.gone)  # it holds the lock of the store
        return self._start(build)

    def _start(self, build: Path) -> Colleague:
        worker = self._last = Colleague(self._context, self._desk, build)
        self._all.add(worker)
        worker.gone.add_done_callback(lambda _: self._all.discard(worker))
        return worker

    def _give_back(self, worker: Colleague, well: bool) -> None:
        if well and not worker.is_old and not self._closed and len(self._idle) < IDLE:
            self._idle.append(worker)
        else:
            worker.end()
            self._refill()

    def _refill(self) -> None:
        if not self.rules.updates and not self._closed:
            asyncio.get_running_loop().call_soon(self._refill_now)

    def _refill_now(self) -> None:
        if len(self._idle) < SPARE and not self._closed:
            try:
                self._idle.insert(0, self._start(self.build))
            except (RefusalError, OSError):
                return  # who asks next is told

    async def close(self) -> None:
        """End all workers and forget their answers."""
        self._closed = True
        workers = list(self._all)
        for worker in workers:
            worker.end()
        if workers:
            await asyncio.wait([worker.gone for worker in workers], timeout=2)
        shutil.rmtree(self._folder, ignore_errors=True)


class _Place:
    """A place among the young, which is left once."""

    def __init__(self, young: asyncio.Semaphore) -> None:
        self._young: asyncio.Semaphore | None = young

    def leave(self) -> None:
        if self._young is not None:
            self._young.release()
            self._young = None
