"""The nursery: the process that workers come from, warm, small and without a network.

It has read what every worker needs, holds the store open, and makes each worker as a copy of itself
in a few milliseconds; to open the store takes many times as long as to answer a quick query. A copy
has one thread alone. The engine's others write and tidy up, which a store that is only read does
not need: they wait all the time, and hold nothing that the copy would miss.

The server sends it orders as JSON: with a socket, it makes a worker at the other end of that;
without, it ends the worker of that number. It tells the number of each that is gone, and its exit
code. When the server is gone it ends with all its workers.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import signal
import socket
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, NoReturn

from pyoxigraph import Store

from exports.endpoint.confinement import leave_network
from exports.endpoint.page import prepare
from exports.endpoint.worker import GONE, work
from exports.publish import hold_build
from graph.catalogue import questions
from graph.store import STORE, open_store
from graph.thesaurus import thesaurus
from ontology.errors import BuildError
from ontology.vocabulary import vocabulary

__all__ = ["Nursery", "open_nursery", "tend"]

#: Bytes of the longest request.
_LONGEST = 1 << 16


class Nursery:
    """Makes workers and buries them."""

    def __init__(self, channel: socket.socket) -> None:
        """Take orders from ``channel``, each of which is one message."""
        self.channel = channel
        self.numbers: dict[int, int] = {}
        self.isolated = leave_network()
        self._build, self._held = "", ExitStack()
        self._store: Store | None = None

    def start(self, order: dict[str, Any], theirs: socket.socket) -> None:
        """Make a worker whose end of its channel is ``theirs``.

        Where the build is no longer there, or the system makes no more processes, it is told of as
        gone at once.
        """
        try:
            self._hold(order["build"], is_read=not order["copy"])
            pid = os.fork()
        except (BuildError, OSError):
            theirs.close()
            self._tell(order["number"], GONE)
            return
        if pid == 0:
            self._become(order, theirs)
        theirs.close()
        self.numbers[pid] = order["number"]

    def _hold(self, build: str, *, is_read: bool) -> None:
        """Keep that build in place and no longer another; workers hold theirs until they end.

        :param is_read: whether workers use its store, and not a copy.
        """
        if build != self._build:
            self._build, self._store = "", None
            self._held.close()
            self._held.enter_context(hold_build(Path(build)))
            self._store = open_store(Path(build)) if is_read else None
            self._build = build

    def _become(self, order: dict[str, Any], theirs: socket.socket) -> NoReturn:
        code = 1
        try:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
            self.channel.close()
            os.setpriority(os.PRIO_PROCESS, 0, order["behind"])
            # what is written needs the other threads of the engine: each opens its own
            store = self._store or Store(str(Path(order["copy"], STORE)))
            code = work(theirs, Path(order["build"]), store, order["memory"], self.isolated)
        finally:
            os._exit(code)  # whatever this copy holds belongs to the process it was made from

    def end(self, number: int) -> None:
        """Kill the worker of that number, if it is still there."""
        for pid, known in self.numbers.items():
            if known == number:
                os.kill(pid, signal.SIGKILL)

    def bury(self) -> None:
        """Tell the server of all workers that are gone."""
        with suppress(ChildProcessError):
            while self.numbers:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                self._tell(self.numbers.pop(pid), os.waitstatus_to_exitcode(status))

    def _tell(self, number: int, code: int) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # the server is gone
            self.channel.sendall(json.dumps({"number": number, "code": code}).encode())


def tend(channel: socket.socket, folder: str) -> None:
    """Do what the server asks until it is gone; then remove the ``folder`` that it used."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nursery = Nursery(channel)
    for read in (vocabulary, questions, thesaurus, prepare):
        read()
    gc.freeze()  # what is here already is shared with the workers as long as nobody touches it
    signal.signal(signal.SIGCHLD, lambda *_: nursery.bury())
    try:
        while True:
            message, handles, _, _ = socket.recv_fds(channel, _LONGEST, 1)
            if not message:
                return
            # a worker that ends in between is buried afterwards
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
            order = json.loads(message)
            if handles:
                nursery.start(order, socket.socket(fileno=handles[0]))
            else:
                nursery.end(order["number"])
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    finally:
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody is told of them any more
        for pid in nursery.numbers:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)


def open_nursery(handle: int, folder: str) -> None:
    """Run as a process of its own, with the open socket ``handle`` to the server."""
    with socket.socket(fileno=handle) as channel, suppress(ConnectionResetError):
        tend(channel, folder)
