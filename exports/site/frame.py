"""The frame: templates filled with what a page shows, in one language, linked to the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from exports.annotation import KINDS
from exports.picture import page_groups
from exports.site.address import LANGUAGES, link, page
from exports.site.phrase import label, phrase
from exports.wording import clean, load_part, say
from graph.analysis.meaning import caveat, explain, meanings, word
from graph.catalogue import heading

__all__ = ["ASSETS", "Frame", "Here", "asset_files"]

ASSETS = "assets"
_TEMPLATES = (
    "base.html", "parts.html", "overview.html", "things.html", "thing.html", "articles.html",
    "article.html", "questions.html", "question.html", "findings.html",
)  # fmt: skip


def _part(name: str) -> str:
    return files("exports.site").joinpath("templates", name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=DictLoader({name: _part(name) for name in _TEMPLATES}),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: value if isinstance(value, Markup) else clean(value),
    )
    environment.globals.update(
        groups=page_groups(), measures=meanings()["measures"], signs=KINDS, told=say
    )
    return environment


def asset_files() -> dict[str, bytes]:
    """Styles and scripts of the site by path; colours come from the legend of the vocabulary."""
    light, dark = list[str](), list[str]()
    for name, group in page_groups().items():
        for rules, colours in ((light, group["light"]), (dark, group["dark"])):
            fill, edge, ink = colours
            rules.append(f".g-{name} {{ --fill: {fill}; --edge: {edge}; --sign: {ink}; }}\n")
    dimmed = f"@media (prefers-color-scheme: dark) {{\n{''.join(dark)}}}\n"
    style = _part("site.css") + "".join(light) + dimmed + load_part("annotation.css")
    return {
        f"{ASSETS}/site.css": style.encode(),
        f"{ASSETS}/site.js": _part("site.js").encode(),
        f"{ASSETS}/annotation.js": load_part("annotation.js").encode(),
    }


@dataclass(frozen=True, slots=True)
class Here:
    """The page being made, and the way from it to others; ``pages`` are pages by IRI or name."""

    path: str
    lang: str
    pages: Mapping[str, str]

    @property
    def place(self) -> str:
        """Where the page stands in the site."""
        return page(self.path, self.lang)

    @property
    def twin(self) -> str:
        """The same page in the other language."""
        (other,) = (lang for lang in LANGUAGES if lang != self.lang)
        return link(self.place, page(self.path, other))

    def page(self, path: str) -> str:
        """A page in the same language."""
        return link(self.place, page(path, self.lang))

    def asset(self, path: str) -> str:
        """A file that both languages share."""
        return link(self.place, path)

    def of(self, iri: str) -> str:
        """The page of a thing, article or question; empty when it has none."""
        return self.page(self.pages[iri]) if iri in self.pages else ""


class Frame:
    """Fills templates for one site.

    :param pages: the page of each thing and article by IRI, and of each question by name.
    :param shared: what every page knows, such as ``nodes`` and ``articles`` by IRI.
    """

    def __init__(self, pages: Mapping[str, str], shared: Mapping[str, Any]) -> None:
        """Keep what all pages share."""
        self.pages, self.shared = pages, shared

    def fill(self, template: str, path: str, lang: str, **values: Any) -> tuple[str, bytes]:
        """A page of the site and its content."""
        here = Here(path, lang, self.pages)
        text = (
            _environment()
            .get_template(template)
            .render(
                **self.shared,
                **values,
                here=here,
                lang=lang,
                say=partial(phrase, lang=lang),
                label=partial(label, lang=lang),
                heading=partial(heading, lang=lang),
                explain=partial(explain, lang=lang),
                caveat=partial(caveat, lang=lang),
                word=partial(word, lang=lang),
            )
        )
        return here.place, (text.rstrip("\n") + "\n").encode("utf-8", "replace")
