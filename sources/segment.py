"""Layout of an article: paragraphs with their kind, sections, sentences, noise."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sources.document import Document
from sources.fold import fold, is_traditional
from sources.heading import mark_headings, run_in_heading
from sources.line import LONGEST_BYLINE, Line, is_sentence, label_end, lines, width
from sources.sentence import Sentence, split_sentences

__all__ = ["Layout", "Paragraph", "Section", "Sentence", "segment"]

#: Kinds of paragraphs whose sentences are given.
READ = frozenset({"title", "subtitle", "guest", "heading", "lead", "body"})
_CLAUSE = re.compile(r"[^,。;!?“”‘’\s]+")
# A guest is a post and a name parted by a space, in either order; names may be spaced (卢 红).
_GUEST = re.compile(
    r"\S{2,60}[ \t]+(?:\S{2,4}|\S[ \t]+\S)|(?:\S{2,4}|\S[ \t]\S)[ \t]*[: \t][ \t]*\S{3,60}"
    r"|[A-Za-z][A-Za-z .·-]{1,40}(?:\([^()]{2,12}\))?[ \t:]+[^A-Za-z\s]\S{2,60}"
)
_TAG = re.compile(r"【[^【】]{1,20}】[ ]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text, without the white space and marks around it: ``text[start:end]``.

    ``kind``: title, subtitle, noise, caption, byline, guest, abstract (its words are all said
    again further on), heading, lead (a summary or pull-quote of the editors), body, source.
    ``section`` is the index into :attr:`Layout.sections`.
    """

    kind: str
    start: int
    end: int
    section: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article under one heading; section 0 is all that stands before any.

    ``heading``: spans of the heading's lines (newspapers stack several), the number of a
    numbered one left in; for section 0 title and subtitles. ``parent``: index of the section
    around it, ``None`` for section 0. ``level``: 0 for section 0, 1 for the main sections, and so
    on. ``start`` and ``end`` cover heading and text up to the next heading of any level.
    """

    index: int
    level: int
    heading: tuple[tuple[int, int], ...]
    parent: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The folded shadow of the text (same length) and its parts, in reading order.

    Sentences are those of title, subtitle, guest, heading, lead and body paragraphs.
    ``traditional``: the text is in traditional characters.
    """

    shadow: str
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    traditional: bool = field(default=False, compare=False)


def segment(document: Document) -> Layout:
    """Find the parts of ``document``.

    >>> layout = segment(Document("a", "", "科学城开工\\n一、产业\\n引进3个项目。", ""))
    >>> [(p.kind, p.section) for p in layout.paragraphs]
    [('title', 0), ('heading', 1), ('body', 1)]
    """
    shadow = fold(document.text)
    found = list(lines(shadow))
    _follow_announcements(found)
    _mark_title(found, fold(document.title))
    mark_headings(found)
    _mark_repeats(found)
    paragraphs, sections = _sections(shadow, found)
    sentences = tuple(
        Sentence(start, end, index, paragraph.section, paragraph.kind, clauses)
        for index, paragraph in enumerate(paragraphs)
        if paragraph.kind in READ
        for start, end, clauses in split_sentences(shadow, paragraph.start, paragraph.end)
    )
    traditional = is_traditional(document.text, shadow)
    return Layout(shadow, paragraphs, sections, sentences, traditional)


def _follow_announcements(found: list[Line]) -> None:
    """Let lists of guests, summaries, contents, links and name plates reach over their lines."""
    contents = next((i for i, line in enumerate(found) if line.kind == "contents"), None)
    if contents is not None:
        _contents(found, contents)
    for index, line in enumerate(found):
        if line.kind == "guests":
            _guests(found, index)
        elif line.kind == "summary":
            _summary(found, index)
        elif line.kind == "contents":
            line.kind = "noise"
        elif line.kind == "tail":
            line.kind = "noise"
            for link in found[index + 1 :]:
                if link.kind not in {"", "noise", "tail"} or is_sentence(link.text):
                    break
                link.kind = "noise"
        elif line.kind == "caption" and index + 1 < len(found):
            _name_plate(found, index)


def _guests(found: list[Line], index: int) -> None:
    line = found[index]
    rest = label_end(line.text, "GuestStart")
    line.kind = "noise"
    if rest is not None and rest < len(line.text):
        line.kind, line.start, line.text = "guest", line.start + rest, line.text[rest:]
    for guest in found[index + 1 : index + 40]:
        fits = width(guest.text) <= LONGEST_BYLINE and not is_sentence(guest.text)
        if guest.kind or not fits or not _GUEST.fullmatch(guest.text):
            break
        guest.kind = "guest"


def _summary(found: list[Line], index: int) -> None:
    """One paragraph after the word, or up to three when something else than text ends them."""
    line = found[index]
    rest = label_end(line.text, "AbstractStart")
    if rest is not None and rest < len(line.text):
        line.kind, line.start, line.text = "lead", line.start + rest, line.text[rest:]
        return
    line.kind = "noise"
    after = found[index + 1 : index + 5]
    texts = 0
    while texts < len(after) and not after[texts].kind and is_sentence(after[texts].text):
        texts += 1
    for paragraph in after[: texts if texts <= 3 and texts < len(after) else 1]:
        if not paragraph.kind and is_sentence(paragraph.text):
            paragraph.kind = "lead"


def _contents(found: list[Line], index: int) -> None:
    """Lines of a table of contents come back later as headings."""
    found[index].kind = "noise"
    later = {}
    for place, line in enumerate(found):
        later[re.sub(r"[ .·…\d]+$", "", line.text)] = place
    for place, line in enumerate(found[index + 1 : index + 200], index + 1):
        if is_sentence(line.text) or later[re.sub(r"[ .·…\d]+$", "", line.text)] == place:
            break
        line.kind = "noise"


def _name_plate(found: list[Line], index: int) -> None:
    """The short line under a picture: the name of the person or thing in it."""
    plate = found[index + 1]
    if plate.kind or plate.rank or is_sentence(plate.text) or width(plate.text) > 30:
        return
    after = found[index + 2].kind if index + 2 < len(found) else "byline"
    if width(plate.text) <= 4 or after in {"caption", "byline", "guests"}:
        plate.kind = "caption"


def _mark_title(found: list[Line], title: str) -> None:
    """The title is the line that says what the file beside it says, else the first line."""
    index = None
    if title:
        index = next((i for i, line in enumerate(found[:60]) if title in line.text), None)
    if index is None:
        index = next((i for i, line in enumerate(found[:60]) if not line.kind), None)
        if index is None or is_sentence(found[index].text) or width(found[index].text) > 80:
            return
    line = found[index]
    line.kind, line.rank = "title", 0
    for other in found[:60]:
        if not other.kind and other.text == line.text:
            other.kind = "noise"  # pages say their title two or three times
    for subtitle in found[index + 1 : index + 4]:
        if subtitle.kind or is_sentence(subtitle.text) or not subtitle.text.startswith(("—", "-")):
            break
        subtitle.kind = "subtitle"
    tag = _TAG.match(line.text)
    if tag and tag.end() < len(line.text):
        line.start, line.text = line.start + tag.end(), line.text[tag.end() :]


def _mark_repeats(found: list[Line]) -> None:
    """A summary whose every clause comes again further on says nothing of its own."""
    first_heading = next((i for i, line in enumerate(found) if line.kind == "heading"), 12)
    head = [i for i, line in enumerate(found[:first_heading]) if line.kind == "body"][:6]
    summaries = set(head) | {i for i, line in enumerate(found) if line.kind == "lead"}
    if not summaries:
        return
    wanted: dict[int, list[str]] = {i: _CLAUSE.findall(found[i].text) for i in summaries}
    last: dict[str, int] = {clause: -1 for clauses in wanted.values() for clause in clauses}
    for index, line in enumerate(found):
        if line.kind in {"body", "lead"}:
            for match in _CLAUSE.finditer(line.text):
                if match[0] in last:
                    last[match[0]] = index
    for index, clauses in wanted.items():
        if sum(map(len, clauses)) >= 15 and all(last[clause] > index for clause in clauses):
            found[index].kind = "abstract"


def _sections(shadow: str, found: list[Line]) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """Paragraphs with the section each stands in."""
    titles = tuple((x.start, x.end) for x in found if x.kind in {"title", "subtitle"})
    sections = [Section(0, 0, titles, None, found[0].start if found else 0, len(shadow))]
    ranks = [0]
    paragraphs: list[Paragraph] = []
    stacked = False
    for line in found:
        kind = line.kind or "body"
        heading = (line.start, line.end) if kind == "heading" else run_in_heading(line)
        if heading is not None:
            last = sections[-1]
            if stacked and kind == "heading" and line.rank == ranks[-1]:
                spans = (*last.heading, heading)
                sections[-1] = Section(last.index, last.level, spans, last.parent, last.start, 0)
            else:
                _open(sections, ranks, heading, line)
        stacked = kind == "heading"
        paragraphs.append(Paragraph(kind, line.start, line.end, len(sections) - 1))
    return tuple(paragraphs), _closed(sections, len(shadow))


def _open(sections: list[Section], ranks: list[int], heading: tuple[int, int], line: Line) -> None:
    """Begin a section inside the last one of an outer rank."""
    parent = len(sections) - 1
    while ranks[parent] >= line.rank and sections[parent].parent is not None:
        parent = sections[parent].parent or 0
    level = sections[parent].level + 1
    sections.append(Section(len(sections), level, (heading,), parent, line.start, 0))
    ranks.append(line.rank)


def _closed(sections: list[Section], stop: int) -> tuple[Section, ...]:
    ends = [section.start for section in sections[1:]] + [stop]
    return tuple(
        Section(s.index, s.level, s.heading, s.parent, s.start, end)
        for s, end in zip(sections, ends, strict=True)
    )
