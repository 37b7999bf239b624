"""The manifest: what a build holds, so that a lost or changed byte is noticed.

``manifest.json`` lists every file with size and SHA-256, what went in, and how much came out. It
holds no time, no path and no machine name: the same articles give the same manifest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, Quad

from graph.store import QUADS, STORE, open_store, quads
from ontology.errors import BuildError

__all__ = ["NAME", "VERSION", "identify", "load", "verify", "write"]

NAME = "manifest.json"
#: Version of the tool that made the build; the same as in ``setup.cfg``.
VERSION = "0.1.0"
_REMEDY = "build again"


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _plain(term: object) -> str:
    if isinstance(term, BlankNode):
        return "_:"
    return f"{term.value!r}@{term.language}" if isinstance(term, Literal) else str(term)


def _fingerprint(statements: Iterable[Quad]) -> tuple[int, str]:
    """Number and hash of quads in whatever order a store gives them.

    The hash of a set is the sum of the hashes of its members, so that nothing is sorted or kept.
    A store renames blank nodes and widens integer types, so neither is looked at.
    """
    count = total = 0
    for quad in statements:
        count += 1
        terms = quad.subject, quad.predicate, quad.object, quad.graph_name
        text = "\n".join(map(_plain, terms))
        total += int.from_bytes(sha256(text.encode()).digest(), "big")
    return count, f"{total % (1 << 256):064x}"


def _stored(folder: Path) -> tuple[int, str]:
    store = open_store(folder)
    everything = store.quads_for_pattern(None, None, None, None)
    return _fingerprint(q for q in everything if not isinstance(q.graph_name, DefaultGraph))


def _files(folder: Path) -> list[str]:
    """Names of all files, those in folders too; the store counts what it holds instead."""
    names = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(name.as_posix() for name in names if name.parts[0] not in (STORE, NAME))


def write(folder: Path, facts: dict[str, Any]) -> dict[str, Any]:
    """Write the manifest of the files in ``folder`` with ``facts`` on what went in and came out."""
    files = {
        name: {"bytes": (folder / name).stat().st_size, "sha256": _digest(folder / name)}
        for name in _files(folder)
    }
    manifest = {"tool": {"name": "onecity", "version": VERSION}, **facts, "files": files}
    if (folder / STORE).exists():
        count, digest = _fingerprint(quads(folder))
        manifest["store"] = {"quads": count, "digest": digest}
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / NAME).write_text(text, encoding="utf-8")
    return manifest


def identify(folder: Path) -> str:
    """Name of a build: the start of the hash of its manifest, so of all it holds."""
    return _digest(folder / NAME)[:16]


def load(folder: Path) -> dict[str, Any]:
    """The manifest of a build.

    :raises BuildError: no build is there, or its manifest is damaged.
    """
    path = folder / NAME
    try:
        manifest = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise BuildError("no build is here", where=str(folder), remedy="onecity build") from error
    except (OSError, ValueError) as error:
        raise BuildError("the manifest is damaged", where=str(path), remedy=_REMEDY) from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise BuildError("the manifest is damaged", where=str(path), remedy=_REMEDY)
    return manifest


def verify(folder: Path) -> dict[str, Any]:
    """The manifest, when every file and the store are as it says.

    :raises BuildError: the first file that is missing, cut, changed or too many.
    """
    manifest = load(folder)
    real = folder.resolve()
    if (
        real.parent.name == "builds"
        and not real.name.startswith(".")
        and (identify(folder) != real.name)
    ):
        raise BuildError("the manifest is damaged", where=str(folder / NAME), remedy=_REMEDY)
    for name, expected in manifest["files"].items():
        path = folder / name
        if not path.is_file():
            raise BuildError("the file is missing", where=str(path), remedy=_REMEDY)
        size = path.stat().st_size
        if size != expected["bytes"]:
            what = f"the file has {size} bytes, not {expected['bytes']}"
            raise BuildError(what, where=str(path), remedy=_REMEDY)
        if _digest(path) != expected["sha256"]:
            raise BuildError("the file was changed", where=str(path), remedy=_REMEDY)
    if "store" in manifest:
        _verify_store(folder, manifest["store"])
    return manifest


def _verify_store(folder: Path, expected: dict[str, Any]) -> None:
    try:
        count, digest = _stored(folder)
    except (OSError, ValueError) as error:
        raise BuildError(
            f"the store is damaged: {error}", where=str(folder / STORE), remedy=_REMEDY
        ) from error
    if count != expected["quads"]:
        what = f"the store has {count} quads, not {expected['quads']}"
        raise BuildError(what, where=str(folder / STORE), remedy=_REMEDY)
    if digest != expected["digest"]:
        what = f"the store does not hold what {QUADS} holds"
        raise BuildError(what, where=str(folder / STORE), remedy=_REMEDY)
