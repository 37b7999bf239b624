"""Web pages: their text, line by line, and what their metadata says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

__all__ = ["Page", "read_page"]

# fmt: off
_DROPPED = frozenset(
    {
        "script", "style", "nav", "noscript", "template", "iframe", "footer", "aside",
        "form", "button", "select", "option", "input", "textarea", "svg", "object", "embed",
        "audio", "video", "canvas", "head", "title", "dialog", "menu",
    }
)
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table", "tbody",
        "td", "th", "thead", "tr", "ul",
    }
)
# fmt: on
_HEADINGS = {"h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLANK = re.compile(r"[ \t\u00a0\u3000]*\n[ \t\n\u00a0]*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
# Names that Chinese government and news sites give their metadata, and Open Graph's.
_META = {
    "title": ("articletitle", "og:title"),
    "publisher": ("contentsource", "source", "og:site_name"),
    "authors": ("author", "article:author"),
    "published": ("pubdate", "publishdate", "article:published_time", "og:release_date"),
    "site": ("sitename", "og:site_name"),
}


@dataclass(frozen=True, slots=True)
class Page:
    """The readable text of a web page, one block per line, and its metadata as written.

    Headings below the first level begin with ``##`` as in Markdown.
    """

    text: str
    title: str = ""
    publisher: str = ""
    authors: str = ""
    published: str = ""
    site: str = ""


def read_page(markup: str) -> Page:
    """Text and metadata of the HTML ``markup``.

    >>> read_page("<title>t</title><nav>首页</nav><h1>科学城</h1><p>开工<b>3</b>个<br>项目").text
    '科学城\\n开工3个\\n项目'
    """
    soup = BeautifulSoup(markup, "html.parser")
    meta = {field: _meta(soup, names) for field, names in _META.items()}
    heading = soup.find("h1")
    if not meta["title"] and heading is not None:
        meta["title"] = _SPACE.sub(" ", heading.get_text()).strip()
    return Page(_text(soup), **meta)


def _meta(soup: BeautifulSoup, names: tuple[str, ...]) -> str:
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = str(tag.get("name") or tag.get("property") or "").lower()
        content = str(tag.get("content") or "").strip()
        if content:
            found.setdefault(name, content)
    return next((found[name] for name in names if name in found), "")


def _text(soup: BeautifulSoup) -> str:
    """Text in reading order; walks without recursion, so that no nesting is too deep."""
    parts: list[str] = []
    stack: list[PageElement | str] = [soup]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node.name in _DROPPED or _is_hidden(node):
                continue
            if node.name == "br":
                parts.append("\n")
                continue
            if node.name in _BLOCKS:
                parts.append("\n" + _HEADINGS.get(node.name, ""))
                stack.append("\n")
            stack.extend(reversed(node.contents))
        elif isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                parts.append(_SPACE.sub(" ", str(node)))
        else:
            parts.append(str(node))
    return _BLANK.sub("\n", "".join(parts)).strip()


def _is_hidden(tag: Tag) -> bool:
    return tag.has_attr("hidden") or bool(_HIDDEN.search(str(tag.get("style") or "")))
