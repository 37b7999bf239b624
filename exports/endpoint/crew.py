"""The crew: the workers that answer, enough of them that nobody waits for somebody else's query.

Every query starts at once, beside others that are young. One that is not done after a moment
becomes a long one: it stands back behind what is quick, and there are only so many of them; one too
many waits for a place and begins anew. All end at their deadline. So a quick query is answered
quickly whatever else is asked.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exports import manifest
from exports.endpoint.colleague import Colleague, Desk, MovedError, Reply
from exports.endpoint.midwife import Midwife
from exports.endpoint.refusal import RefusalError
from exports.endpoint.worker import copy_store
from exports.publish import current
from ontology.errors import BuildError

__all__ = ["Crew", "Rules"]

#: Seconds of processor time after which a query is no longer quick, and no longer young; how many
#: may be young at once, and how many may be here in all.
QUICK, YOUTH, YOUNG, WAITING = 0.03, 0.15, 24, 200
#: By how much each of the two stands back behind what is quick.
_BEHIND, _FAR_BEHIND = 5, 10
#: Workers that wait for work: so many at least, and at most.
SPARE, IDLE = 4, 8
#: How often a job is given to another worker when its own is gone through no fault of the job.
_TRIES = IDLE + 2
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
        self._young = asyncio.Semaphore(1 if rules.updates else YOUNG)
        self._long = asyncio.Semaphore(rules.long)
        self._waiting = 0
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
            # an update may have been made before its worker was gone
            for _ in range(1 if job["kind"] == "update" else _TRIES):
                with suppress(MovedError):  # such as a new build that came just now
                    return await self._try(job)
        finally:
            self._waiting -= 1
        raise RefusalError(503, "the work on the answer was broken off")

    async def _try(self, job: dict[str, Any]) -> Reply:
        if self.rules.updates:
            async with self._young:
                reply = await self._lend(await self._take(), job)
            self.edits += job["kind"] == "update"
            return reply
        begun = await self._begin(job)
        if begun is not None:
            return begun
        async with self._long:
            return await self._lend(self._start(self.build, _FAR_BEHIND), job)

    async def _begin(self, job: dict[str, Any]) -> Reply | None:
        """The reply; None when it takes long and all places for that are taken."""
        await self._young.acquire()
        place = _Place(self._young)
        try:
            worker = await self._take()
            with self._watch(worker, job) as task:
                if await _is_quick(worker, task):
                    return task.result()
                place.leave()
                if self._long.locked():
                    return None
                async with self._long:
                    worker.stand_back(_FAR_BEHIND)
                    return await task
        finally:
            place.leave()

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

    def _start(self, build: Path, behind: int = 0) -> Colleague:
        if not self._midwife.is_alive:
            self._midwife = Midwife(self._folder)
        worker = self._last = Colleague(self._midwife, self._desk, build, behind)
        self._all.add(worker)
        worker.gone.add_done_callback(lambda _: self._all.discard(worker))
        return worker

    def _give_back(self, worker: Colleague, well: bool) -> None:
        stays = well and worker.behind < _FAR_BEHIND and not self._closed
        if stays and len(self._idle) < IDLE:
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

    def close(self) -> None:
        """End all workers and forget their answers."""
        self._closed = True
        for worker in list(self._all):
            worker.end()
        self._midwife.close()
        shutil.rmtree(self._folder, ignore_errors=True)


async def _is_quick(worker: Colleague, task: asyncio.Task[Reply]) -> bool:
    """Wait until the job is done or no longer young; whether it is done."""
    while (used := worker.used) < YOUTH:
        if used >= QUICK and worker.behind < _BEHIND:
            worker.stand_back(_BEHIND)
        await asyncio.wait({task}, timeout=QUICK)
        if task.done():
            return True
    return False


class _Place:
    """A place among the young, which is left once."""

    def __init__(self, young: asyncio.Semaphore) -> None:
        self._young: asyncio.Semaphore | None = young

    def leave(self) -> None:
        if self._young is not None:
            self._young.release()
            self._young = None
