"""Confinement: what a worker process can not do, whatever the query.

It has no network, only so much memory, leaves no core file, and does not outlive its deadline.
"""

from __future__ import annotations

import ctypes
import os
import re
import resource
import signal
from pathlib import Path

__all__ = ["confine", "leave_network", "set_deadline"]

#: https://man7.org/linux/man-pages/man2/unshare.2.html
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def confine(memory: int) -> None:
    """Put this process under its limits.

    :param memory: bytes that it may ask for beyond what it has.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    size = _address_space() + memory
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)  # what the engine says when its memory or stack ends
    os.close(quiet)


def _address_space() -> int:
    try:
        found = re.search(r"VmSize:\s*(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    except OSError:
        found = None
    return int(found[1]) * 1024 if found else 1 << 30


def leave_network() -> bool:
    """Move this process, which must have one thread yet, to a network that leads nowhere.

    What is forked from it is there too.

    :returns: whether the system allows it. Where it does not, the guard of :mod:`graph.guard` alone
        keeps queries from reaching out.
    """
    library = ctypes.CDLL(None)
    if not hasattr(library, "unshare"):
        return False
    return any(library.unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_USER | _NEW_NETWORK))


def set_deadline(seconds: float) -> None:
    """Let the system end this process after ``seconds``; 0 takes the deadline back.

    The engine cannot be stopped from within, and the server that should do it may be gone.
    """
    signal.setitimer(signal.ITIMER_REAL, seconds)
