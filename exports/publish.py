"""Publish: put a build in place whole, or leave the last one as it was.

A build is made in ``out/builds/`` under a name that nobody looks at, checked, named after its
content, and then one symbolic link, ``out/current``, is moved to it. The files that people open,
such as ``out/onecity.ttl``, are links through ``current``: they change together, at one instant.
A build that somebody reads from for longer, and says so with :func:`hold_build`, stays until the
first build after that reader has left.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exports import manifest
from exports.lock import NAME as LOCK
from exports.lock import hold
from ontology.errors import BuildError, OneCityError, OutputError

__all__ = ["CURRENT", "Published", "current", "hold_build", "prepare", "publish"]

CURRENT = "current"
_BUILDS = "builds"
_DRAFT = ".draft-"
#: What may stand in an output folder besides links of ours.
_OURS = {_BUILDS, CURRENT, LOCK}


@dataclass(frozen=True, slots=True)
class Published:
    """A build in place: its folder, its content name and its manifest."""

    folder: Path
    name: str
    manifest: dict[str, Any]


def current(out: Path) -> Path:
    """Folder of the build that is served from ``out``.

    :raises BuildError: there is none.
    """
    folder = out / CURRENT
    try:
        found = (folder / manifest.NAME).is_file()
    except OSError:  # a name longer than the system has
        found = False
    if not found:
        raise BuildError("no build is here", where=str(out), remedy="run: onecity build")
    return folder.resolve()


@contextmanager
def hold_build(folder: Path) -> Iterator[None]:
    """Keep the build in ``folder`` in place for the length of a ``with`` block.

    The system lets go of it when the process ends, however it ends.

    :raises BuildError: it is not there, or no longer.
    """
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise BuildError("no build is here", where=str(folder), remedy="onecity build") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_SH)
        if not (folder / manifest.NAME).is_file():  # it was removed while we came
            raise BuildError("no build is here", where=str(folder), remedy="onecity build")
        yield
    finally:
        os.close(handle)


def prepare(out: Path, products: Iterable[str] = ()) -> None:
    """Make sure that ``out`` can take a build, before any work is done.

    :param products: names of the files that the build will show in ``out``.
    :raises OutputError: it is a file, cannot be written, or holds files that a build would hide.
    """
    try:
        if out.exists() and not out.is_dir():
            raise OutputError(
                "is a file, not a folder", where=str(out), remedy="choose another --out"
            )
        out.mkdir(parents=True, exist_ok=True)
        (out / _BUILDS).mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"the folder cannot be written: {error.strerror}",
            where=str(out),
            remedy="choose another --out",
        ) from error
    _check_room(out, [CURRENT, *products])
    with hold(out):
        pass


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_tree(folder: Path) -> None:
    """Files first, then the folders that name them."""
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            _sync(Path(place, name))
        _sync(Path(place))


def _link(path: Path, target: str) -> None:
    """Point the link ``path`` at ``target`` in one step."""
    if path.is_symlink() and os.readlink(path) == target:  # noqa: PTH115
        return
    draft = path.with_name(f"{_DRAFT}{path.name}")
    draft.unlink(missing_ok=True)
    draft.symlink_to(target)
    draft.replace(path)


def _check_room(out: Path, names: list[str]) -> None:
    for name in names:
        path = out / name
        if path.exists() and not path.is_symlink():
            raise OutputError(
                "is in the way and was not made by a build",
                where=str(path),
                remedy="move it, or choose another --out",
            )


def _sweep(out: Path, keep: str | None) -> None:
    """Remove drafts that killed builds left, and with ``keep`` all builds but that one."""
    for path in sorted((out / _BUILDS).iterdir()):
        if path.name.startswith(_DRAFT) or (keep is not None and path.name != keep):
            _remove(path)
    for path in sorted(out.glob(f"{_DRAFT}*")):
        path.unlink()


def _remove(folder: Path) -> None:
    """Remove a build, unless somebody reads it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # what says that it is a build goes first, for who comes meanwhile
            (folder / manifest.NAME).unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(handle)


def _swap(out: Path, draft: Path) -> Published:
    """Check the draft, give it its name and let ``current`` point to it."""
    _sync_tree(draft)
    checked = manifest.verify(draft)
    name = manifest.identify(draft)
    names = sorted(path.name for path in draft.iterdir())
    _check_room(out, names)
    target = out / _BUILDS / name
    try:
        manifest.verify(target)
        shutil.rmtree(draft)
    except OneCityError:
        shutil.rmtree(target, ignore_errors=True)
        draft.replace(target)
    _sync(out / _BUILDS)
    _link(out / CURRENT, f"{_BUILDS}/{name}")
    for product in names:
        _link(out / product, f"{CURRENT}/{product}")
    for path in sorted(out.iterdir()):
        if path.is_symlink() and path.name not in _OURS and path.name not in names:
            path.unlink()
    _sync(out)
    return Published(target, name, checked)


def publish(out: Path, make: Callable[[Path], dict[str, Any]]) -> Published:
    """Let ``make`` fill a new folder and put it in place of the last build of ``out``.

    :param make: writes all files of the build into the folder it is given and returns what the
        manifest shall say about them. When it fails, ``out`` stays as it was.
    :raises OutputError: ``out`` cannot be written, is full, or is being written by another build.
    """
    prepare(out)
    with hold(out):
        _sweep(out, keep=None)
        draft = out / _BUILDS / f"{_DRAFT}{os.getpid()}"
        try:
            draft.mkdir()
            manifest.write(draft, make(draft))
            published = _swap(out, draft)
        except OSError as error:
            raise OutputError(
                f"the build could not be written: {error.strerror or error}",
                where=str(error.filename or out),
                remedy="free some space or choose another --out; the last build is unchanged",
            ) from error
        finally:
            with suppress(OSError):
                shutil.rmtree(draft)
        _sweep(out, keep=published.name)
        return published
