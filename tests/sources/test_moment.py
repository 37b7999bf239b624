from hypothesis import given, settings
from hypothesis import strategies as st

from sources.moment import Moment, parse_iso


@settings(deadline=None)
@given(st.dates())
def test_iso_dates_read_back(day: object) -> None:
    moment = parse_iso(str(day))
    assert moment is not None and moment.iso == str(day)


def test_what_the_calendar_lacks_is_no_moment() -> None:
    for text in ("2021-13", "2021-02-29", "2021-00", "0000", "21-05", "2021-5", "2021-05-32", ""):
        assert parse_iso(text) is None, text


def test_steps_cross_years() -> None:
    assert Moment(2021, 1).shift_months(-2) == Moment(2020, 11)
    assert Moment(2021, 12, 31).shift_days(1) == Moment(2022, 1, 1)
