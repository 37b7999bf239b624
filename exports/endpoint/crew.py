"""The crew: the workers that answer, enough of them that nobody waits for somebody else's query.

Every query starts at once, with a worker that waits ready, beside others that are fresh. What is
not done after five milliseconds of processor time is stopped until it is among the few that are
young; then it goes on behind what is fresh. What is not done after a moment of that is a long one:
it stands back further, and there are only so many of them; one too many waits for a place and
begins anew. All end at their deadline. So a quick query is answered quickly whatever else is asked.

That takes more than a low priority for what is long. Processes that end hold locks of the system
which the making of a process waits for, and those of low priority hold them for long while others
of their kind compute. So no quick query may wait for a worker to be made, and few may compute at
once.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exports import manifest
from exports.endpoint.colleague import FAR_BEHIND, Colleague, Desk, MovedError, Reply
from exports.endpoint.midwife import Midwife
from exports.endpoint.refusal import RefusalError
from exports.endpoint.worker import copy_store
from exports.publish import current
from ontology.errors import BuildError

__all__ = ["Crew", "Rules"]

#: Seconds of processor time after which a query is no longer fresh, and no longer young.
QUICK, YOUTH = 0.005, 0.15
#: How many may be fresh at once, stopped, and young, and how many may be here in all.
FRESH, PAUSED, YOUNG, WAITING = 24, 24, 2 * (os.cpu_count() or 2), 200
#: By how much what is young stands back behind what is fresh.
_BEHIND = 5
#: Workers that wait for work: so many at least, which is as many as may be fresh, and at most.
SPARE, IDLE = 24, 32
#: Seconds from one worker that is started for later to the next.
_PAUSE = 0.03
#: Seconds that the first worker has to look at the store.
OPENING = 120.0


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
        self._folder = Path(tempfile.mkdtemp(prefix="onecity-"))
        self._midwife = Midwife(self._folder)
        self._desk = Desk(self._folder, self._folder if rules.updates else None, rules.memory)
        self._build = current(out)
        self._idle: list[Colleague] = []
        self._all: set[Colleague] = set()
        self._fresh = asyncio.Semaphore(1 if rules.updates else FRESH)
        self._paused = asyncio.Semaphore(PAUSED)
        self._young = asyncio.Semaphore(YOUNG)
        self._long = asyncio.Semaphore(rules.long)
        self._waiting = 0
        self._refilling: asyncio.TimerHandle | None = None
        self._last: Colleague | None = None
        self._closed = False

    async def open(self) -> bool:
        """Start the first workers; whether they are without a network.

        :raises BuildError: the store does not hold what was built.
        """
        if self.rules.updates:
            copy_store(self._build, self._folder)
        expected = manifest.load(self._build).get("store", {}).get("quads")
        try:
            reply = await self.answer({"kind": "check"}, OPENING)
        except RefusalError as error:
            raise BuildError(str(error), where=str(self.out), remedy="build again") from error
        if expected is not None and int(reply.body) != expected:
            raise BuildError(
                f"the store has {int(reply.body)} quads, not {expected}",
                where=str(self.out),
                remedy="build again",
            )
        if not self.rules.updates:
            self._idle += [self._start(self._build) for _ in range(SPARE)]
        for worker in self._idle:
            with suppress(OSError, EOFError, ValueError):
                await worker.meet()
        return all(worker.isolated for worker in self._idle)

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

    async def answer(self, job: dict[str, Any], seconds: float = 0) -> Reply:
        """Let a worker do the job within the deadline.

        :param seconds: another deadline than that of all.
        :raises RefusalError: as the worker says; 503 for the deadline, and when too many ask.
        """
        seconds = seconds or self.rules.seconds
        try:
            async with asyncio.timeout(seconds):
                return await self._answer(job | {"seconds": seconds})
        except TimeoutError as error:
            raise RefusalError(
                503,
                f"the query took longer than {seconds:g} s",
                "ask for less, or add LIMIT",
            ) from error

    async def _answer(self, job: dict[str, Any]) -> Reply:
        if self._waiting >= WAITING:
            raise RefusalError(503, "too many queries wait already")
        self._waiting += 1
        try:
            return await self._try(job)
        except MovedError as error:  # such as for a new build that came just now
            if job["kind"] != "update":  # which may have been made before
                with suppress(MovedError):
                    return await self._try(job, again=True)
            raise RefusalError(503, "the work on the answer was broken off") from error
        finally:
            self._waiting -= 1

    async def _try(self, job: dict[str, Any], *, again: bool = False) -> Reply:
        """:param again: whether no worker that has waited is trusted with it."""
        if self.rules.updates:
            async with self._fresh:
                reply = await self._lend(await self._take(), job)
            self.edits += job["kind"] == "update"
            return reply
        begun = await self._begin(job, again=again)
        if begun is not None:
            return begun
        async with self._long:
            return await self._lend(self._start(self.build, FAR_BEHIND), job)

    async def _begin(self, job: dict[str, Any], *, again: bool) -> Reply | None:
        """The reply; None when it takes long and all places for that are taken."""
        async with AsyncExitStack() as place:
            await place.enter_async_context(self._fresh)
            worker = await self._take(again=again)
            with self._watch(worker, job) as task:
                if await _is_done(worker, task, QUICK):
                    return task.result()
                if self._paused.locked():
                    return None
                worker.stand_back(_BEHIND)
                async with self._paused:
                    worker.pause()
                    await place.aclose()
                    await place.enter_async_context(self._young)
                worker.go_on()
                if await _is_done(worker, task, YOUTH):
                    return task.result()
                if self._long.locked():
                    return None
                await place.aclose()
                await place.enter_async_context(self._long)
                worker.stand_back(FAR_BEHIND)
                return await task

    async def _lend(self, worker: Colleague, job: dict[str, Any]) -> Reply:
        with self._watch(worker, job) as task:
            return await task

    @contextmanager
    def _watch(self, worker: Colleague, job: dict[str, Any]) -> Iterator[asyncio.Task[Reply]]:
        """The worker at its job; whoever does not finish it is ended."""
        task = asyncio.create_task(worker.ask(job))
        try:
            yield task
        finally:
            well = task.done() and worker.is_well
            task.cancel()
            self._give_back(worker, well)

    async def _take(self, *, again: bool = False) -> Colleague:
        build = self.build
        waiting, self._idle = self._idle, []
        for worker in waiting:
            if worker.is_alive and worker.build == build:
                self._idle.append(worker)
            else:
                worker.end()
        self._refill()
        if self._idle and not again:
            return self._idle.pop()
        if self.rules.updates and self._last is not None:
            self._last.end()
            await asyncio.shield(self._last.gone)  # it holds the lock of the store
        return self._start(build)

    def _start(self, build: Path, behind: int = 0) -> Colleague:
        if not self._midwife.is_alive:
            self._midwife = Midwife(self._folder)
        worker = self._last = Colleague(self._midwife, self._desk, build, behind)
        self._all.add(worker)
        worker.gone.add_done_callback(lambda _: self._all.discard(worker))
        return worker

    def _give_back(self, worker: Colleague, well: bool) -> None:
        stays = well and not worker.behind and not self._closed
        if stays and len(self._idle) < IDLE:
            self._idle.append(worker)
        else:
            worker.end()
            self._refill()

    def _refill(self) -> None:
        """Start workers for later, slowly: whoever waits for one now goes before."""
        if self._refilling is None and not self.rules.updates:
            self._refilling = asyncio.get_running_loop().call_later(_PAUSE, self._refill_now)

    def _refill_now(self) -> None:
        self._refilling = None
        if len(self._idle) < SPARE and not self._closed:
            with suppress(RefusalError, OSError):  # who asks next is told
                self._idle.insert(0, self._start(self.build))
                self._refill()

    def close(self) -> None:
        """End all workers and forget their answers."""
        self._closed = True
        for worker in list(self._all):
            worker.end()
        self._midwife.close()
        shutil.rmtree(self._folder, ignore_errors=True)


async def _is_done(worker: Colleague, task: asyncio.Task[Reply], limit: float) -> bool:
    """Wait until the job is done or has had so many seconds of the processor; whether done."""
    while worker.used < limit:
        await asyncio.wait({task}, timeout=limit)
        if task.done():
            return True
    return False
