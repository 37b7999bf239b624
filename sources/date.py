"""Dates: when something was, is or will be, as said in the text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DateMention", "dates"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time as said: ``shadow[start:end]``.

    ``iso`` is ``2021``, ``2021-04`` or ``2021-04-30``: for a period its last year, month or
    day, with ``begin`` its first. ``kind``: point, period or relative (to the publication
    date). ``role``: at; asof (截至); by (a year to come: 到2025年); since (the time that follows
    it); base (what something is compared with: 较2015年). When ``iso`` is ``None``,
    ``unresolved_reason`` says why.
    """

    start: int
    end: int
    iso: str | None
    kind: str
    unresolved_reason: str | None = None
    begin: str | None = None
    role: str = "at"


def dates(
    shadow: str, start: int = 0, end: int | None = None, published: str | None = None
) -> list[DateMention]:
    """Times said in ``shadow[start:end]`` in reading order, without overlaps.

    ``published`` is the article's publication date (ISO, maybe only year and month); without
    it whatever is relative to it stays unresolved.
    """
    raise NotImplementedError
