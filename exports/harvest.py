"""Harvest: every article read, extracted and reviewed, in one order whatever the workers do."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from ontology.errors import BuildError, InputError, OneCityError, ReviewError
from sources.confidence import sift
from sources.document import Document
from sources.extract import extract, list_untouched
from sources.read import find, read, slug
from sources.review import overlay
from sources.segment import segment
from sources.statement import Statement
from sources.verify import Rejection

__all__ = ["REVIEW", "Failure", "Harvest", "harvest"]

#: What follows the name of an article in the name of its review file.
REVIEW = ".review.tsv"
#: For fewer bytes in all, a pool of processes costs more than it gives.
_FEW = 150_000


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one article gave: statements, what was thrown out and why, what was not used.

    ``untouched``: spans of sentences from which nothing was taken; ``sentences``: how many
    there are in all; ``paragraphs``: kind, start and end of each.
    """

    document: Document
    statements: tuple[Statement, ...]
    rejected: tuple[Rejection, ...]
    untouched: tuple[tuple[int, int], ...]
    sentences: int
    reviewed: bool
    paragraphs: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be used, as the parts of its error: those can be sent."""

    name: str
    kind: type[OneCityError]
    what: str
    where: str
    remedy: str

    def error(self) -> OneCityError:
        """The error, to be raised in this process."""
        return self.kind(self.what, where=self.where, remedy=self.remedy)


def _collect(document: Document, review: Path | None, confidence: float) -> Harvest:
    """What the rules found and a curator left of it, if it is sure enough.

    :raises InputError: nothing; a graph without facts would look like a reading of the article.
    """
    found = extract(document)
    statements, rejected = found.statements, list(found.rejected)
    if review is not None:
        outcome = overlay(statements, document, review)
        statements = outcome.statements
        rejected += [Rejection(s, "rejected in review") for s in outcome.rejected]
        rejected += [Rejection(s, "its subject or object is no more") for s in outcome.orphaned]
    if not statements:
        raise InputError(
            "nothing was found in it",
            where=document.path,
            remedy="give Chinese news or policy about zones, platforms or parks,"
            " or add what it says in its review file",
        )
    statements, unsure = sift(statements, confidence)
    rejected += [Rejection(s, f"confidence below {confidence:g}") for s in unsure]
    if not statements:
        raise InputError(
            f"nothing in it reaches the confidence {confidence:g}",
            where=document.path,
            remedy="give a lower --confidence",
        )
    layout = segment(document)
    untouched = list_untouched(layout, statements)
    sentences = sum(sentence.kind == "body" for sentence in layout.sentences)
    paragraphs = tuple((p.kind, p.start, p.end) for p in layout.paragraphs)
    reviewed = review is not None
    return Harvest(
        document, statements, tuple(rejected), untouched, sentences, reviewed, paragraphs
    )


def _gather(
    job: tuple[Path, bool], published: str | None, reviewing: bool, confidence: float
) -> Harvest | Failure:
    """One article; ``job`` says whether its name needs its hash to be its own."""
    path, ambiguous = job
    review = path.with_name(path.stem + REVIEW)
    try:
        document = read(path, published)
        if ambiguous:
            document = replace(document, doc=f"{document.doc}-{document.sha256[:8]}")
        return _collect(document, review if reviewing and review.is_file() else None, confidence)
    except OneCityError as error:
        return Failure(path.name, type(error), error.what, error.where, error.remedy)


def _settle_in() -> None:
    """A worker leaves Ctrl-C to its parent and ends when the parent has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _run(
    work: Callable[[tuple[Path, bool]], Harvest | Failure],
    jobs: list[tuple[Path, bool]],
    workers: int,
) -> Iterator[Harvest | Failure]:
    size = sum(path.stat().st_size for path, _ in jobs if path.is_file())
    if workers < 2 or len(jobs) < 2 or size < _FEW:
        yield from map(work, jobs)
        return
    # Workers are not forked from this process: they must not inherit the lock of the build.
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with ProcessPoolExecutor(min(workers, len(jobs)), context, _settle_in) as pool:
        try:
            yield from pool.map(work, jobs, chunksize=max(1, min(16, len(jobs) // workers // 4)))
        except BrokenProcessPool as error:
            raise BuildError(
                "a worker process was ended from outside",
                remedy="the machine may be out of memory: try --workers 1",
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def harvest(
    paths: Iterable[Path],
    *,
    published: str | None = None,
    reviewing: bool = True,
    confidence: float = 0.0,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Harvest | Failure]:
    """Read, extract and review the articles among ``paths``, sorted by file name.

    An article that cannot be used comes as a :class:`Failure`. A broken review file is raised:
    a curator's word is never left out in silence.

    :param confidence: statements that are less sure are thrown out, see :func:`sift`.
    :param workers: processes; by default one per processor.
    :param progress: called with the number of articles done and of all.
    :raises InputError: a path does not exist, or a folder holds no article.
    :raises ReviewError: a review file is broken.
    """
    found = sorted(find(paths), key=lambda path: (path.name, path.as_posix()))
    names = Counter(slug(path.stem) for path in found)
    jobs = [(path, names[slug(path.stem)] > 1) for path in found]
    work = partial(_gather, published=published, reviewing=reviewing, confidence=confidence)
    seen: set[str] = set()
    for done, result in enumerate(_run(work, jobs, workers or os.cpu_count() or 1), start=1):
        if isinstance(result, Failure):
            if issubclass(result.kind, ReviewError) or len(jobs) == 1:
                raise result.error()
            yield result
        elif result.document.doc not in seen:
            seen.add(result.document.doc)
            yield result
        if progress is not None:
            progress(done, len(jobs))
    if not seen:
        raise InputError("none of the articles can be read", remedy="see the messages above")
