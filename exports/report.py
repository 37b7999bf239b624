"""The report: what was taken from the articles, word by word, what was not, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from exports.annotation import KINDS, Annotation, annotate
from exports.harvest import Harvest
from exports.ledger import Ledger
from exports.wording import clean, digest, explain, load_part, say
from sources.confidence import BANDS, Band, Calibration, load_calibration

__all__ = ["PAGES", "Articles", "page_name", "render", "write"]

#: Longest list that the page shows; it says how many more there are.
MOST = 5000
#: Annotated articles of more bytes than this in all get a page each, so that the report opens fast.
LIMIT = 2_000_000
#: Folder of those pages, beside the report.
PAGES = "report"
_TEMPLATES = ("report.html", "article.html", "annotation.html", "head.html")
#: Longest file name, without its ending: a name in pinyin can be longer than a system allows.
_LONGEST = 120


def _shares(counts: Counter[str]) -> list[tuple[str, int, str]]:
    """Name, count and share in percent, the largest first."""
    whole = sum(counts.values()) or 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(name, count, _share(count, whole)) for name, count in ordered]


def _share(count: int, whole: int) -> str:
    return f"{100 * count / (whole or 1):.1f} %"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=DictLoader({name: load_part(name) for name in _TEMPLATES}),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: value if isinstance(value, Markup) else clean(value),
    )
    style = load_part("report.css") + load_part("annotation.css")
    script = load_part("report.js") + load_part("annotation.js")
    environment.globals.update(
        say=say,
        explain=explain,
        shares=_shares,
        share=_share,
        signs=KINDS,
        style=Markup(style),
        script=Markup(script),
        style_hash=digest(style),
        script_hash=digest(script),
    )
    return environment


def _bands(ledger: Ledger, calibration: Calibration) -> list[tuple[float, float, Band | None, int]]:
    """Each band of confidence from the surest: its ends, what was measured, how many are here."""
    measured = {band.least: band for band in calibration.bands}
    ends = (*BANDS[1:], 1.0)
    return [
        (least, end, measured.get(least), ledger.confidences[least])
        for least, end in zip(reversed(BANDS), reversed(ends), strict=True)
    ]


def _fill(template: str, values: dict[str, Any]) -> str:
    page = _environment().get_template(template).render(values)
    return page if page.endswith("\n") else page + "\n"


def page_name(doc: str) -> str:
    """The file of an article that has a page of its own, in the folder ``PAGES``."""
    if len(doc) > _LONGEST:
        doc = f"{doc[:_LONGEST]}-{sha256(doc.encode()).hexdigest()[:8]}"
    return f"{doc}.html"


class Articles:
    """The annotated articles of a report: within it, or in pages of their own if they are many.

    Once there are too many for one page none stays in memory.
    """

    def __init__(self, folder: Path) -> None:
        """Begin without articles; ``folder`` is where the report will be."""
        self.folder = folder
        self.inside: list[Annotation] = []
        self.pages: dict[str, str] = {}
        self._size = 0

    def add(self, found: Harvest) -> None:
        """Annotate one article."""
        self.inside.append(annotate(found))
        self._size += self.inside[-1].size
        if self._size > LIMIT:
            for annotation in self.inside:
                self._write(annotation)
            self.inside.clear()

    def _write(self, annotation: Annotation) -> None:
        name = page_name(annotation.doc)
        self.pages[annotation.doc] = f"{PAGES}/{name}"
        (self.folder / PAGES).mkdir(exist_ok=True)
        page = _fill("article.html", {"article": annotation, "pages": True})
        (self.folder / PAGES / name).write_text(page, encoding="utf-8", newline="\n")


def render(
    ledger: Ledger, articles: Iterable[Annotation] = (), pages: dict[str, str] | None = None
) -> str:
    """The page as HTML text; it asks for nothing and runs only its own script.

    :param ledger: the sums and lists of a build.
    :param articles: those that are shown within.
    :param pages: where the others are shown, by name.
    """
    inside = sorted(articles, key=lambda annotation: annotation.doc)
    links = {annotation.doc: f"#{annotation.doc}" for annotation in inside} | (pages or {})
    calibration = load_calibration()
    values: dict[str, Any] = {
        "ledger": ledger,
        "calibration": calibration,
        "bands": _bands(ledger, calibration),
        "most": MOST,
        "totals": ledger.totals(),
        "conflicts": ledger.conflicts(),
        "undated": ledger.undated(),
        "inside": inside,
        "links": links,
        "pages": bool(pages),
    }
    return _fill("report.html", values)


def write(ledger: Ledger, path: Path, articles: Articles | None = None) -> None:
    """Write :func:`render` to ``path`` as UTF-8."""
    inside, pages = (articles.inside, articles.pages) if articles else ([], {})
    path.write_text(render(ledger, inside, pages), encoding="utf-8", newline="\n")
