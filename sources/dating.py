"""Dating: whether what a clause tells lies before or behind the day of the article."""

from __future__ import annotations

from sources.date import dates
from sources.guarded import has_word

__all__ = ["is_dated_ahead", "is_dated_back"]

#: The months in which the end of the year may have come.
_LAST_MONTHS = "12"


def is_dated_ahead(
    shadow: str, start: int, end: int, published: str | None, sentence: int | None = None
) -> bool:
    """Is it to happen at a time after the article's (2027年建成)?

    The ``sentence`` may have told its year before (去年9月拿地,11月开工).
    """
    if published is None:
        return False
    since = start if sentence is None else sentence
    told = dates(shadow, since, end, published)
    times = [time.iso for time in told if time.iso and time.start >= start]
    if _ends_year(shadow, start, end, published, times):
        return True
    return bool(times) and times[-1] > published[: len(times[-1])]


def is_dated_back(shadow: str, start: int, end: int, published: str | None) -> bool:
    """Did it happen at a time before the article's (2020年建成)?"""
    if published is None:
        return False
    times = [time.iso for time in dates(shadow, start, end, published) if time.iso]
    return bool(times) and times[-1] < published[: len(times[-1])]


def _ends_year(shadow: str, start: int, end: int, published: str, times: list[str]) -> bool:
    """Is it to happen at the end of the article's year (年底建成), which has not come yet?"""
    month = published[5:7]
    if not month or month >= _LAST_MONTHS or not has_word("YearEnd", shadow, start, end):
        return False
    return not times or times[-1][:4] == published[:4]
