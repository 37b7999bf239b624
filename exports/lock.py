"""The lock of an output folder: one build at a time.

It is held by ``flock``, so the system releases it when its process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ontology.errors import OutputError

__all__ = ["NAME", "hold"]

#: File inside the output folder; while a build runs it says which process runs it.
NAME = ".lock"


@contextmanager
def hold(out: Path) -> Iterator[None]:
    """Hold the lock of the folder ``out`` for the length of a ``with`` block.

    :raises OutputError: another process holds it, or the folder cannot be written.
    """
    path = out / NAME
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        raise OutputError(
            f"the folder cannot be written: {error.strerror}",
            where=str(out),
            remedy="choose another --out",
        ) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(handle, 40).decode("ascii", "replace").strip() or "unknown"
            raise OutputError(
                f"another build is writing here (process {holder})",
                where=str(out),
                remedy="wait for it, or choose another --out",
            ) from error
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        try:
            yield
        finally:
            os.ftruncate(handle, 0)
    finally:
        os.close(handle)
