"""The file beside an article that says who published it, when: ``NAME.meta.json``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ontology.errors import InputError
from sources.moment import parse_iso

__all__ = ["SUFFIX", "Sidecar", "read_sidecar"]

SUFFIX = ".meta.json"
_TEXTS = ("title", "publisher", "published", "site", "lang")
# Notes say how the rest became known; they are for people.
_NOTES = ("published_note", "site_note", "note")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the sidecar says; empty where it says nothing."""

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    site: str = ""
    lang: str = ""


def read_sidecar(article: Path) -> Sidecar:
    """The sidecar of ``article``; an empty one when there is none.

    :raises InputError: broken JSON, a key or a kind of value that is not known, or a date that
        is none; with file and line.
    """
    path = article.with_name(article.stem + SUFFIX)
    if not path.is_file():
        return Sidecar()
    where = str(path)
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"cannot read the sidecar: {error}", where=where, remedy="save it as UTF-8 JSON"
        ) from None
    try:
        record = json.loads(source)
    except json.JSONDecodeError as error:
        raise InputError(
            f"broken JSON: {error.msg}",
            where=f"{where}:{error.lineno}:{error.colno}",
            remedy="mend the sidecar or remove it",
        ) from None
    except RecursionError:
        raise InputError("nested too deeply", where=where, remedy="mend the sidecar") from None
    if not isinstance(record, dict):
        raise InputError("not a JSON object", where=f"{where}:1", remedy='write {"title": …}')
    return _checked(record, source, where)


def _checked(record: dict[str, Any], source: str, where: str) -> Sidecar:
    for key, value in record.items():
        place = f"{where}:{_line(source, key)}"
        if key not in (*_TEXTS, *_NOTES, "authors"):
            near = get_close_matches(key, (*_TEXTS, "authors"), n=1)
            remedy = f"did you mean {near[0]}?" if near else "known: " + ", ".join(_TEXTS)
            raise InputError(f"unknown key {key!r}", where=place, remedy=remedy)
        if key == "authors":
            if not (isinstance(value, list) and all(isinstance(name, str) for name in value)):
                raise InputError("authors is not a list of texts", where=place, remedy='["…"]')
        elif not isinstance(value, str):
            raise InputError(f"{key} is not a text", where=place, remedy='write "…"')
        if key == "published" and value and parse_iso(value) is None:
            raise InputError(
                f"{value!r} is no date", where=place, remedy="write 2021, 2021-05 or 2021-05-23"
            )
    texts = {key: record.get(key, "") for key in _TEXTS}
    return Sidecar(authors=tuple(record.get("authors", ())), **texts)


def _line(source: str, key: str) -> int:
    match = re.search(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:", source)
    return source.count("\n", 0, match.start()) + 1 if match else 1
