"""Titled: the document that a whole text is, told by its own title without 《 》."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ontology.lexicon import Cue, alternation, pattern
from ontology.vocabulary import vocabulary
from sources.mention import Mention, Reading
from sources.quoted import titled
from sources.segment import Layout

__all__ = ["entitle"]

#: Marks that no title of a document holds, but for a plan's period in quotes (“十四五”).
_MARKS = re.compile("[,;:。!?|《》]")
_PERIOD = re.compile("“[^“”]{2,6}”")
#: So many headings make a text one that is parted as documents are.
_CHAPTERS = 2
#: Shortest title that names more than the kind of the document, in characters.
_SHORTEST = 8


@lru_cache(maxsize=1)
def _excerpt() -> re.Pattern[str]:
    """What brackets behind the title say of how much of it is printed: (节选)."""
    return re.compile(f"\\({alternation('Excerpt')}\\)$")


def entitle(layout: Layout, reading: Reading) -> Reading:
    """The reading with the document that the title of the text is.

    The area that opens the title stays beside it: it is whom 全市 in the text means.

    >>> from sources.document import Document
    >>> from sources.mention import mention
    >>> from sources.segment import segment
    >>> layout = segment(Document("a", "", "云溪市科技创新规划（节选）\\n全市有高校3所。", ""))
    >>> [one.text for one in entitle(layout, mention(layout)).mentions]
    ['云溪市科技创新规划', '云溪市']
    """
    found = _find(layout) or _announced(layout)
    if found is None:
        return reading
    start, end, cue = found
    text = layout.shadow[start:end]
    document = Mention(start, end, text, cue.signals, "quoted", cue.id)
    areas = [m for m in reading.mentions if m.start == start and _is_area(m)]
    rest = [m for m in reading.mentions if m.start >= end or m.end <= start]
    kept = sorted([document, *areas, *rest], key=lambda one: (one.start, -one.end))
    return replace(reading, mentions=tuple(kept))


def _announced(layout: Layout) -> tuple[int, int, Cue] | None:
    """The document that the title of a notice brings (甲市政府关于印发|乙市科技创新规划|的通知)."""
    title = next((p for p in layout.paragraphs if p.kind == "title"), None)
    if title is None:
        return None
    found = _notice().search(layout.shadow, title.start, title.end)
    name = found["name"] if found is not None else ""
    cue = titled(name)
    if found is None or cue is None or len(name) < _SHORTEST or _MARKS.search(name):
        return None
    return found.start("name"), found.end("name"), cue


@lru_cache(maxsize=1)
def _notice() -> re.Pattern[str]:
    opening, closing = map(alternation, ("NoticeOpener", "NoticeCloser"))
    return re.compile(f"{opening}(?P<name>[^《》]{{8,60}}?){closing}(?=\\s*$|\\s*\\n)", re.M)


def _is_area(mention: Mention) -> bool:
    return vocabulary().is_any(mention.cls, ("AdministrativeArea", "Zone"))


def _find(layout: Layout) -> tuple[int, int, Cue] | None:
    """The title of the text, if it is that of a document (云溪市“十四五”科技创新规划(节选)).

    A headline that tells of a document (云溪市出台行动方案) names none.
    """
    title = next((p for p in layout.paragraphs if p.kind == "title"), None)
    if title is None:
        return None
    text = layout.shadow[title.start : title.end].rstrip()
    excerpt = _excerpt().search(text)
    name = text[: excerpt.start()] if excerpt is not None else text
    cue = titled(name)
    if cue is None or len(name) < _SHORTEST or _MARKS.search(name):
        return None
    if set("“”") & set(_PERIOD.sub("", name)) or pattern("NoTitleWord").search(name):
        return None
    headings = sum(paragraph.kind == "heading" for paragraph in layout.paragraphs)
    if excerpt is None and headings < _CHAPTERS:
        return None
    return title.start, title.start + len(name), cue
