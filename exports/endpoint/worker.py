"""A worker: the process that holds the store and answers one request after the other.

It reads a job, a line of JSON, and writes a line of JSON about its answer, then the answer. It has
no network and little memory, and is ended from outside when it takes too long: nothing that a
query does to it reaches the server or another client.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from socket import socket
from typing import IO, Any

from pyoxigraph import Store

from exports.endpoint.confinement import confine, set_deadline
from exports.endpoint.evaluation import Answer, evaluate
from exports.endpoint.parcel import Parcel
from exports.endpoint.refusal import RefusalError
from exports.publish import hold_build
from graph.store import STORE

__all__ = ["GONE", "copy_store", "work"]

#: Exit code of a worker whose build is no longer there.
GONE = 3
#: Seconds by which the worker's own deadline is later than the server's.
_AFTER = 1.0


def copy_store(build: Path, folder: Path) -> None:
    """A copy of the store of a build that updates may change."""
    with hold_build(build):
        shutil.copytree(build / STORE, folder / STORE)


def work(channel: socket, build: Path, store: Store, memory: int, isolated: bool) -> int:
    """Answer what comes through ``channel`` until its other end is closed.

    :param store: of the build, or the copy that updates change.
    :param memory: bytes that may be asked for.
    :param isolated: whether this process is without a network, which the server likes to know.
    :returns: the exit code of the process.
    """
    confine(memory)
    with channel, channel.makefile("rwb") as both:
        stream: IO[bytes] = both  # type: ignore[assignment]
        with suppress(BrokenPipeError, ConnectionResetError):  # the server has gone
            _send(stream, {"isolated": isolated, "pid": os.getpid()}, b"")
            while line := stream.readline():
                _answer(store, build, json.loads(line), stream)
    return 0


def _answer(store: Store, build: Path, job: dict[str, Any], stream: IO[bytes]) -> None:
    set_deadline(job["seconds"] + _AFTER)
    parcel = Parcel(Path(job["spool"]))
    try:
        answer = evaluate(store, build, job, parcel)
        body = parcel.seal()
    except RefusalError as refusal:
        parcel.drop()
        answer, body = _refuse(refusal), b""
    except OSError:  # its file cannot be written
        parcel.drop()
        answer, body = _refuse(RefusalError(503, "there is no room for the answer")), b""
    about = {"status": answer.status, "type": answer.content_type, "headers": answer.headers,
             "what": answer.what, "remedy": answer.remedy, "spooled": body is None}  # fmt: skip
    _send(stream, about, body or b"")
    set_deadline(0)


def _refuse(refusal: RefusalError) -> Answer:
    return Answer(refusal.status, "", refusal.headers, refusal.what, refusal.remedy)


def _send(stream: IO[bytes], about: dict[str, Any], body: bytes) -> None:
    stream.write(json.dumps(about | {"length": len(body)}).encode() + b"\n")
    stream.write(body)
    stream.flush()
