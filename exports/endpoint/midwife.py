"""The midwife: the server's side of the nursery, through which workers are started and ended."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

from exports.endpoint.refusal import RefusalError

__all__ = ["Midwife"]

#: Run by a Python that knows the places of this one.
_CODE = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from exports.endpoint.nursery import open_nursery; "
    "open_nursery(int(sys.argv[1]), sys.argv[2])"
)
_LONGEST = 4096


class Midwife:
    """Runs the nursery; needs the running event loop."""

    def __init__(self, folder: Path) -> None:
        """Start it; it takes a second to be ready, and orders wait for that.

        :param folder: of answers on their way; the nursery removes it when the server was killed.
        """
        self._channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._numbers = count(1)
        self._gone: dict[int, asyncio.Future[int | None]] = {}
        with theirs:
            handle = theirs.fileno()
            command = [sys.executable, "-c", _CODE, str(handle), str(folder), *sys.path]
            self._process = subprocess.Popen(command, pass_fds=[handle], stdin=subprocess.DEVNULL)
        self._channel.setblocking(False)
        asyncio.get_running_loop().add_reader(self._channel, self._listen)

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self._channel.fileno() >= 0

    def start(self, order: dict[str, Any]) -> tuple[int, socket.socket, asyncio.Future[int | None]]:
        """Have a worker made.

        :returns: its number, the channel to it, and what is done when it is gone: its exit code,
            or None when that is not known.
        :raises RefusalError: 503 when too many are being made already.
        """
        number = next(self._numbers)
        ours, theirs = socket.socketpair()
        message = json.dumps(order | {"number": number}).encode()
        with theirs:
            try:
                socket.send_fds(self._channel, [message], [theirs.fileno()])
            except OSError as error:
                ours.close()
                raise RefusalError(503, "no worker can be started") from error
        gone = self._gone[number] = asyncio.get_running_loop().create_future()
        return number, ours, gone

    def end(self, number: int) -> None:
        """Have a worker killed."""
        try:
            self._channel.send(json.dumps({"number": number}).encode())
        except OSError:
            self.close()  # they all end with it

    def _listen(self) -> None:
        try:
            message = self._channel.recv(_LONGEST)
        except BlockingIOError:
            return
        except OSError:
            message = b""
        if not message:
            self.close()
            return
        told = json.loads(message)
        self._gone.pop(told["number"]).set_result(told["code"])

    def close(self) -> None:
        """End the nursery and with it all workers."""
        if self.is_alive:
            asyncio.get_running_loop().remove_reader(self._channel)
            self._channel.close()
            self._process.kill()
            self._process.wait()
        for gone in self._gone.values():
            gone.set_result(None)
        self._gone.clear()
