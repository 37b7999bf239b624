"""Layout of an article: paragraphs with their kind, sections, sentences, noise."""

from __future__ import annotations

from dataclasses import dataclass

from sources.document import Document

__all__ = ["Layout", "Paragraph", "Section", "Sentence", "segment"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text, without the white space around it: ``text[start:end]``.

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

    ``heading``: spans of the heading's lines (newspapers stack several); for section 0 the title.
    ``parent``: index of the section around it, ``None`` for section 0. ``level``: 0 for
    section 0, 1 for the main sections, and so on. ``start`` and ``end`` cover heading and text.
    """

    index: int
    level: int
    heading: tuple[tuple[int, int], ...]
    parent: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its end mark and closing quotes: ``text[start:end]``.

    ``kind`` and ``section`` are those of the paragraph it stands in, ``paragraph`` is the index
    of that paragraph. ``clauses``: spans of the parts between semicolons.
    """

    start: int
    end: int
    paragraph: int
    section: int
    kind: str
    clauses: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The folded shadow of the text (same length) and its parts, in reading order.

    Sentences are those of title, subtitle, guest, heading, lead and body paragraphs.
    """

    shadow: str
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]


def segment(document: Document) -> Layout:
    """Find the parts of ``document``."""
    raise NotImplementedError
