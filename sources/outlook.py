"""Outlook: which paragraphs of a text are about what lies ahead, by the lines over them."""

from __future__ import annotations

from sources.guarded import guarded, has_word
from sources.modality import is_plan_heading, opens_horizon
from sources.segment import Layout

__all__ = ["look_ahead"]

#: Longest line that stands over others like a heading, in characters.
_LINE = 16
#: What closes a line that is no heading: its list goes on.
_GOING_ON = (";", ",", "、")


def look_ahead(layout: Layout) -> list[bool]:
    """Whether each paragraph lies ahead: below a heading, a short line or an opening that says so.

    A short line (今年安排。) or an opening (今年要办好三件事:) holds until the next short line, the
    end of the section with its parts or an elision.
    """
    told: list[bool] = []
    headed = [_is_headed(layout, index) for index in range(len(layout.sections))]
    running, section = False, 0
    for paragraph in layout.paragraphs:
        text = layout.shadow[paragraph.start : paragraph.end]
        if text.strip("….") == "" or not _is_within(layout, paragraph.section, section):
            running = False
        told.append(headed[paragraph.section] or running)
        if text.endswith(":"):
            span = (paragraph.start, paragraph.end)
            running = running or opens_horizon(layout.shadow, *span) or _is_agenda(layout, *span)
            section = paragraph.section
        elif len(text) <= _LINE and not text.endswith(_GOING_ON):
            section = paragraph.section
            running = is_plan_heading(layout.shadow, paragraph.start, paragraph.end)
    return told


def _is_agenda(layout: Layout, start: int, end: int) -> bool:
    """Does the last clause tell what somebody will work at (将从三个方面发力:)?"""
    clause = max(layout.shadow.rfind(mark, start, end) for mark in ",;。") + 1 or start
    planned = guarded("PlanVerb").search(layout.shadow, clause, end)
    return planned is not None and has_word("AgendaNoun", layout.shadow, planned.end(), end)


def _is_within(layout: Layout, section: int, outer: int) -> bool:
    """Is a section another one, or a part of it?"""
    at: int | None = section
    while at is not None and at != outer:
        at = layout.sections[at].parent
    return at is not None


def _is_headed(layout: Layout, index: int) -> bool:
    """Does the heading of a section, or one around it, put its text ahead?"""
    section = layout.sections[index]
    while section.parent is not None:
        if any(is_plan_heading(layout.shadow, *span) for span in section.heading):
            return True
        section = layout.sections[section.parent]
    return False
