"""Page links: where in the pages of a build a cell of an answer is shown.

A thing opens in ``network.html``, an article in ``report.html``, and a quote at its place there
when the row tells its ``position``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from exports.report import PAGES, page_name
from graph.query import Table, Term
from ontology.namespaces import ARTICLE, ENTITY

__all__ = ["linker"]

_QUOTE, _POSITION = "quote", "position"


def linker(out: Path, target: Path) -> Callable[[Table, int, int], str]:
    """Gives the link of a cell, relative to the file ``target``, into the build in ``out``.

    It is empty where nothing is shown; an IRI of others is its own address.
    """
    base = quote(Path(os.path.relpath(out.absolute(), target.absolute().parent)).as_posix())

    def report(article: str, place: str = "") -> str:
        doc = article.removeprefix(ARTICLE)
        file = f"{PAGES}/{page_name(doc)}"
        page = file if (out / file).exists() else "report.html"
        return f"{base}/{page}#{doc}" + (f"-{place}" if place else "")

    def link(table: Table, row: int, column: int) -> str:
        cells: dict[str, Term | None] = dict(zip(table.columns, table.rows[row], strict=True))
        term = table.rows[row][column]
        if table.columns[column] == _QUOTE:
            article, place = cells.get("article"), cells.get(_POSITION)
            if not isinstance(article, NamedNode):
                return ""
            return report(article.value, place.value if isinstance(place, Literal) else "")
        if not isinstance(term, NamedNode):
            return ""
        if term.value.startswith(ARTICLE):
            return report(term.value)
        if term.value.startswith(ENTITY):
            return f"{base}/network.html#n={quote(term.value.removeprefix(ENTITY))}"
        return term.value if term.value.startswith(("http://", "https://")) else ""

    return link
