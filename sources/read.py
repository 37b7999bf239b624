"""Read article files: find them, decode them, learn who published them when."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from ontology.errors import InputError
from sources.byline import read_byline
from sources.decode import decode
from sources.document import Document, PublishedSource
from sources.fold import fold
from sources.markup import Page, read_page
from sources.moment import Moment, parse_iso
from sources.sidecar import Sidecar, read_sidecar

__all__ = ["SUFFIXES", "find", "read", "read_all"]

#: File names of articles end so.
SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
_PAGES = frozenset({".html", ".htm"})
# README.md, LICENSE.txt and the like describe their folder.
_FOLDER_NOTE = re.compile(r"[A-Z_-]{4,}")


def find(paths: Iterable[Path]) -> list[Path]:
    """Article files among ``paths`` and, recursively, in the folders among them; sorted.

    Hidden files, sidecars and the notes of a folder (``README.md``) are left out.

    :raises InputError: a path does not exist or is no article, or a folder holds none.
    """
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            inside = _inside(path)
            if not inside:
                raise InputError(
                    "the folder has no articles",
                    where=str(path),
                    remedy="articles are files that end in .txt, .md or .html",
                )
            found.update(inside)
        elif not path.exists():
            raise InputError("no such file or folder", where=str(path), remedy="check the path")
        elif path.suffix.lower() not in SUFFIXES:
            raise InputError(
                "not an article", where=str(path), remedy="give a .txt, .md or .html file"
            )
        else:
            found.add(path)
    return sorted(found, key=lambda path: path.as_posix())


def _inside(folder: Path) -> list[Path]:
    def fail(error: OSError) -> None:
        where = str(error.filename or folder)
        raise InputError("the folder cannot be read", where=where, remedy="check its permissions")

    found = []
    for directory, names, files in os.walk(folder, onerror=fail):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in files:
            path = Path(directory, name)
            note = _FOLDER_NOTE.fullmatch(path.stem)
            if path.suffix.lower() in SUFFIXES and not name.startswith(".") and not note:
                found.append(path)
    return found


def read(path: Path, published: str | None = None) -> Document:
    """The article in the file ``path``; ``published`` overrides what sidecar and byline say.

    :raises InputError: the file is missing, empty, binary or undecodable, holds characters that
        XML cannot hold, its sidecar is broken, or ``published`` is no date.
    """
    if published is not None and parse_iso(published) is None:
        raise InputError(
            f"{published!r} is no date",
            where="--published",
            remedy="write 2021, 2021-05 or 2021-05-23",
        )
    where = str(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", where=where, remedy="check the path") from None
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise InputError(
            f"the file cannot be read: {reason}", where=where, remedy="check its permissions"
        ) from None
    text, encoding = decode(raw, where)
    page = None
    if path.suffix.lower() in _PAGES:
        page = read_page(text)
        text = page.text
        if not text.strip():
            raise InputError("the page has no text", where=where, remedy="save the article itself")
    document = Document(slug(path.stem), where, text, sha256(raw).hexdigest(), encoding)
    return _described(document, read_sidecar(path), page or Page(text), published)


def _described(document: Document, sidecar: Sidecar, page: Page, published: str | None) -> Document:
    """Title, publisher, authors and date: as the user says, else the sidecar, else the article."""
    byline = read_byline(document.text, sidecar.title or page.title)
    own = _page_date(page) or byline.published
    date: str | None
    source: PublishedSource | None
    if published is not None:
        date, source = published, "option"
    elif sidecar.published:
        date, source = sidecar.published, "sidecar"
    else:
        date, source = own, "byline" if own else None
    return replace(
        document,
        title=sidecar.title or page.title or byline.title,
        publisher=sidecar.publisher or page.publisher or byline.publisher,
        authors=sidecar.authors or tuple(page.authors.split()) or byline.authors,
        published=date,
        published_source=source,
        site=sidecar.site or page.site,
        lang=sidecar.lang or "zh",
    )


def _page_date(page: Page) -> str | None:
    numbers = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", fold(page.published))
    if not numbers:
        return None
    moment = Moment(*map(int, numbers.groups()))
    return moment.iso if moment.possible else None


def read_all(paths: Iterable[Path], published: str | None = None) -> Iterator[Document]:
    """Articles among ``paths``, one at a time, sorted by path; no two with one ``doc``.

    Where several files have one name, the start of their SHA-256 is added to each; files with
    one name and the same bytes are read once.
    """
    found = find(paths)
    names = Counter(slug(path.stem) for path in found)
    seen: set[str] = set()
    for path in found:
        document = read(path, published)
        if names[document.doc] > 1:
            document = replace(document, doc=f"{document.doc}-{document.sha256[:8]}")
            if document.doc in seen:
                continue
            seen.add(document.doc)
        yield document


def slug(stem: str) -> str:
    """An ASCII name for a file: lower case, Chinese in pinyin.

    >>> slug("chongqing-roundtable"), slug("重庆 圆桌会"), slug("★")
    ('chongqing-roundtable', 'chong-qing-yuan-zhuo-hui', 'article')
    """
    plain = fold(stem)
    if not plain.isascii():
        from pypinyin import lazy_pinyin  # its tables take long to load, and few names need them

        plain = "-".join(lazy_pinyin(plain))
    plain = plain.lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "article"
