"""The document: one article's characters and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Document", "PublishedSource"]

#: How the publication date became known: given by the user, by the file beside the article,
#: or by the article's own words (or the metadata of its web page).
PublishedSource = Literal["option", "sidecar", "byline"]


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read: nothing is normalised, all offsets count code points of ``text``.

    ``doc`` is the ASCII name used in IRIs and statements; ``path`` is where the bytes were
    (for messages only: it must not reach any output). ``sha256`` is the hex digest of the
    original bytes. ``published`` is an ISO date, or ``2021-05`` or ``2021`` when no more is
    known, and ``None`` when nothing is: today's date never stands in for it.
    """

    doc: str
    path: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_source: PublishedSource | None = None
    site: str = ""
    lang: str = "zh"
