"""Moments: years, months and days as exact as they are known, and steps between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

__all__ = ["Moment", "parse_iso"]

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month or a day.

    >>> Moment(2021, 4).iso, Moment(2020, 1).shift_months(-1), Moment(2021, 3, 1).shift_days(-1)
    ('2021-04', Moment(year=2019, month=12, day=None), Moment(year=2021, month=2, day=28))
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601 form, as long as the moment is exact."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
            if self.day is not None:
                text += f"-{self.day:02d}"
        return text

    @property
    def possible(self) -> bool:
        """Whether the calendar has it.

        >>> Moment(2021, 2, 29).possible, Moment(2021, 13).possible
        (False, False)
        """
        try:
            date(self.year, self.month or 1, self.day if self.day is not None else 1)
        except ValueError:
            return False
        return self.month != 0

    def shift_months(self, months: int) -> Moment:
        """The month that many months away; the month must be known."""
        count = self.year * 12 + (self.month or 1) - 1 + months
        return Moment(count // 12, count % 12 + 1)

    def shift_days(self, days: int) -> Moment:
        """The day that many days away; the day must be known."""
        moved = date(self.year, self.month or 1, self.day or 1) + timedelta(days=days)
        return Moment(moved.year, moved.month, moved.day)

    def year_of_month(self, month: int, *, ahead: bool = False) -> int:
        """The year in which someone who writes now means ``month``: the nearest that fits.

        More than half a year ahead is rather the month gone by; ``ahead`` says that the text
        speaks of a month to come.

        >>> Moment(2021, 1).year_of_month(12), Moment(2021, 12).year_of_month(1, ahead=True)
        (2020, 2022)
        >>> Moment(2021, 5).year_of_month(7), Moment(2021).year_of_month(12)
        (2021, 2021)
        """
        if self.month is None:
            return self.year
        if ahead:
            return self.year + (month < self.month)
        return self.year - (month - self.month > 6)


@lru_cache(maxsize=256)
def parse_iso(text: str) -> Moment | None:
    """The moment of an ISO date, month or year; ``None`` when it is none.

    >>> parse_iso("2021-05"), parse_iso("2021-02-30"), parse_iso("May")
    (Moment(year=2021, month=5, day=None), None, None)
    """
    match = _ISO.fullmatch(text)
    if not match:
        return None
    moment = Moment(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
    return moment if moment.year > 0 and moment.possible else None
