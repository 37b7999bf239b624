"""Items: the rows of a list, the names that head each, and the label that stands over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.label import Label, read_label
from sources.line import heading_rank
from sources.segment import Layout, Paragraph

__all__ = ["Item", "itemize"]

#: Longest head of an item, in characters, and longest label before a colon.
_LONGEST_HEAD, _LONGEST_LABEL = 44, 16
#: What ends a head, and of these what only a name stands before.
_ENDS, _CLOSING = ",。;:—|\n", "。:—|"
_PAIRS = {"(": ")", "“": "”", "《": "》", "【": "】"}
_BULLET = re.compile(
    r"[\u2474-\u249b\u2580-\u25ff\u2605\u2606\u2022\u00b7\u2794\u27a4*+-][\ufe0f ]*|—{1,2} ?"
)
#: What stands in brackets before a name: its place or kind.
_SEMICOLON = re.compile(";")
_TAG = re.compile(r"【[^【】]{1,12}】[ ]*")
_SILENT = frozenset({"title", "subtitle", "noise", "caption", "byline", "source", "abstract"})
_PLAIN = "plain"
#: What ends a sentence, or a row that goes on.
_SAID = "。;,!?)"


@dataclass(frozen=True, slots=True)
class Item:
    """A row ``start:end`` of a list: its heads as spans, and where what is told of them begins.

    ``label``: what stands over the list; ``closed``: the heads stand alone before a full stop, a
    colon or a dash; ``marked``: a number, a bullet or a word in brackets opens the row.
    """

    start: int
    end: int
    heads: tuple[tuple[int, int], ...]
    told: int
    label: Label | None
    closed: bool
    marked: bool

    def is_head(self, shadow: str, start: int, end: int) -> bool:
        """Is the name at ``start:end`` a head, or all of one but the works on it (甲中心扩建)?"""
        return any(
            begin == start and (end == stop or (end < stop and _is_works(shadow[end:stop])))
            for begin, stop in self.heads
        )


def _is_works(text: str) -> bool:
    """Is it a stage, or works without the noun that makes a project of them?"""
    stage = alternation("CountSign") + alternation("Phase")
    if re.fullmatch(stage, text) is not None:
        return True
    return any(form.startswith(text) for form in load_lexicon().forms("NameTail"))


def itemize(layout: Layout) -> dict[int, tuple[Item, ...]]:
    """The items of each paragraph, by its index; a label may stand before several in one."""
    reader = _Reader(layout.shadow)
    found = {}
    for index, paragraph in enumerate(layout.paragraphs):
        if paragraph.kind not in _SILENT and (items := tuple(reader.read(paragraph))):
            found[index] = items
    return found


class _Reader:
    """Goes through the paragraphs of a text with the label that holds."""

    def __init__(self, shadow: str) -> None:
        self.shadow = shadow
        self.label: Label | None = None
        # How the label and how its items are marked.
        self.above = self.below = ""

    def read(self, paragraph: Paragraph) -> Iterator[Item]:
        """The items of the next paragraph."""
        shadow, end = self.shadow, paragraph.end
        style, at = _mark(shadow, paragraph.start, end)
        number = paragraph.start if style == "【" else at
        sign = bool(style) and not style.isdecimal()
        label = read_label(shadow, number, end, sign) if number < end else None
        if label is not None:
            self.label, self.above, self.below = label, style, ""
            return
        inner = _before(shadow, at, end) or _before(shadow, paragraph.start, end)
        if inner is not None:
            yield from _parts(shadow, *inner, end, True)
            return
        heads = paragraph.kind == "heading" or shadow[paragraph.start : end].endswith("】")
        if (heads or self._is_over(style, shadow[end - 1])) and not self._goes_on(style):
            self.label = None
            return
        item = _item(shadow, at, end, bool(style))
        if self._holds(style, item) and self.label is not None:
            yield from _parts(shadow, self.label, at, end, bool(style))
        elif item is not None and (item.marked or item.closed):
            yield item

    def _is_over(self, style: str, last: str) -> bool:
        """Does a line between marked rows, which is no sentence, end what the label is over?"""
        marked = bool(self.below) and not self.below.startswith(_PLAIN)
        return marked and not style and last not in _SAID

    def _goes_on(self, style: str) -> bool:
        """Is a line marked as the rows under the label are?"""
        below = self.below or style
        return self.label is not None and bool(style) and style == below != self.above

    def _holds(self, style: str, item: Item | None) -> bool:
        """Does the label hold for a row that is marked so?"""
        if self.label is None:
            return False
        # Rows without a mark are those that end their heads with the same sign as the first.
        kind = style or (_PLAIN + self.shadow[item.told : item.told + 1] if item else "")
        if style == self.above != "" or (self.below.startswith(_PLAIN) and kind != self.below):
            self.label = None
            return False
        self.below = self.below or kind
        return bool(kind) and kind == self.below


def _mark(shadow: str, start: int, end: int) -> tuple[str, int]:
    """How a paragraph is marked as a row, empty if it is not, and where its text begins."""
    lead = shadow[shadow.rfind("\n", 0, start) + 1 : start].strip()
    rank, size = heading_rank(shadow[start:end])
    if rank:
        return f"{rank}", start + size
    found = _TAG.match(shadow, start, end) or _BULLET.match(shadow, start, end)
    if found is not None and found.end() < end:
        return found.group()[0], found.end()
    return lead[:1], start


def _before(shadow: str, at: int, end: int) -> tuple[Label, int] | None:
    """The label that stands before its items on one line, and where they begin."""
    for mark in ":】":
        stop = shadow.find(mark, at, min(end, at + _LONGEST_LABEL))
        label = read_label(shadow, at, stop + 1) if stop > at else None
        if label is not None and stop + 1 < end:
            return label, stop + 1
    return None


def _parts(shadow: str, label: Label, at: int, end: int, marked: bool) -> Iterator[Item]:
    """The items of a line under a label or behind it, parted by semicolons."""
    for stop in (*(m.start() for m in _SEMICOLON.finditer(shadow, at + 1, end)), end):
        item = _item(shadow, at, stop, marked)
        if item is not None:
            yield replace(item, label=label)
        at = stop + 1


def _item(shadow: str, at: int, end: int, marked: bool) -> Item | None:
    """The item at ``at:end`` with the names that head it."""
    heads = []
    opening = pattern("HeadLead").match(shadow, at, end)
    begin = at = opening.end() if opening is not None else at
    stack: list[str] = []
    for place in range(at, end + 1):
        sign = shadow[place] if place < end else "\n"
        if stack and sign == stack[-1]:
            stack.pop()
        elif sign in _PAIRS and place < end:
            stack.append(_PAIRS[sign])
        elif sign in _ENDS + "、" and not stack:
            heads.append(_bare(shadow, begin, place))
            begin = place + 1
            if sign != "、":
                break
    else:
        return None
    if place - at > _LONGEST_HEAD or any(start >= stop for start, stop in heads):
        return None
    closed = sign in _CLOSING and (marked or place + 1 < end)
    return Item(at, end, tuple(heads), place, None, closed, marked)


def _bare(shadow: str, start: int, end: int) -> tuple[int, int]:
    """A head without white space and without what brackets behind it say."""
    while start < end and shadow[start] == " ":
        start += 1
    while end > start and shadow[end - 1] == " ":
        end -= 1
    for form in load_lexicon().forms("HeadTail"):
        end -= len(form) if shadow.endswith(form, start, end) else 0
    opening = shadow.rfind("(", start, end)
    if opening > start and shadow[end - 1] == ")":
        end = opening
    return start, end
