"""The byline: what an article's own first and last lines say about its publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.date import dates
from sources.document import Document
from sources.segment import Layout, segment

__all__ = ["Byline", "read_byline"]

# Titles, bylines and datelines stand within these many characters of either end.
_HEAD = 4000
_TAIL = 1000
_DATELINE = 60
_NAMES = re.compile(r"[\u3400-\u9fff·]{2,4}")
_VALUE = re.compile(
    r"[ \t]*[:/]?[ \t]*([^\s|()]+(?:[ 、,][\u3400-\u9fff·]{2,4}(?![\u3400-\u9fff:]))*)"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Title, publisher, authors and publication date as the article itself gives them."""

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None


@lru_cache(maxsize=1)
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load_lexicon()
    authors = [c.form for c in lexicon.cues("BylineStart") if c.attributes["role"] == "author"]
    either = [
        "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))
        for forms in (authors, lexicon.forms("SourceStart"))
    ]
    return (
        re.compile(rf"(?:{either[0]})(?=[ \t]*[:/ ])"),
        re.compile(rf"(?<![\u3400-\u9fff])(?:{either[1]})(?=[ \t]*:)"),
    )


def read_byline(text: str, title: str = "") -> Byline:
    """What the first and last lines of ``text`` say; ``title`` is known already, maybe.

    >>> read_byline("科学城开工\\n来源:渝州日报 2023年6月1日 08:30\\n项目3个。")
    Byline(title='科学城开工', publisher='渝州日报', authors=(), published='2023-06-01')
    """
    head = text[:_HEAD]
    layout = segment(Document("", "", head, "", title=title))
    spans = [(p.start, p.end) for p in layout.paragraphs if p.kind == "title"]
    said = [(p.start, p.end) for p in layout.paragraphs if p.kind in {"byline", "source"}]
    published = _first_date(layout.shadow, said) or _dateline(layout)
    publisher, authors = _names(head, layout.shadow, said)
    if published is None or not publisher:
        tail = text[-_TAIL:] if len(text) > _HEAD else head
        end = segment(Document("", "", tail, "", title="\0"))
        last = [(p.start, p.end) for p in end.paragraphs[-8:] if p.kind in {"byline", "source"}]
        published = published or _first_date(end.shadow, last[::-1])
        publisher = publisher or _names(tail, end.shadow, last)[0]
    name = " ".join(head[start:end] for start, end in spans[:1])
    return Byline(name, publisher, authors, published)


def _first_date(shadow: str, spans: list[tuple[int, int]]) -> str | None:
    for start, end in spans:
        for mention in dates(shadow, start, end):
            if mention.iso is not None and len(mention.iso) > 4 and mention.kind == "point":
                return mention.iso
    return None


def _dateline(layout: Layout) -> str | None:
    """The date of an agency's report, when its year is given: 新华社北京2021年5月3日电."""
    body = next((p for p in layout.paragraphs if p.kind in {"body", "lead"}), None)
    if body is None:
        return None
    marks = tuple(sorted(load_lexicon().forms("DispatchMark")))
    for mention in dates(layout.shadow, body.start, min(body.end, body.start + _DATELINE)):
        if mention.iso is not None and layout.shadow.startswith(marks, mention.end):
            return mention.iso
    return None


def _names(text: str, shadow: str, spans: list[tuple[int, int]]) -> tuple[str, tuple[str, ...]]:
    """Publisher and authors behind their labels."""
    publisher, authors = "", []
    author_label, source_label = _labels()
    for start, end in spans:
        source = source_label.search(shadow, start, end)
        if source and not publisher:
            value = _VALUE.match(shadow, source.end(), end)
            if value:
                publisher = text[value.start(1) : value.end(1)].strip("[] ")
        label = author_label.search(shadow, start, end)
        value = _VALUE.match(shadow, label.end(), end) if label else None
        if value:
            authors += _NAMES.findall(text[value.start(1) : value.end(1)])
    return publisher, tuple(dict.fromkeys(authors))
