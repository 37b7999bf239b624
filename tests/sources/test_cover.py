from hypothesis import given
from hypothesis import strategies as st

from sources.cover import Cover

spans = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda at: (at[0], sum(at)))


def test_stretches_that_only_meet_do_not_touch() -> None:
    cover = Cover([(4, 8)])
    assert not cover.touches(2, 4)
    assert not cover.touches(8, 9)
    assert cover.touches(7, 9)


def test_what_two_stretches_hold_together_none_holds() -> None:
    cover = Cover([(0, 4), (4, 8)])
    assert cover.holds(4, 8)
    assert not cover.holds(3, 5)


@given(st.lists(spans), spans)
def test_it_answers_as_looking_at_each_stretch_would(
    given: list[tuple[int, int]], place: tuple[int, int]
) -> None:
    start, end = place
    near = sorted(span for span in given if span[0] < end and start < span[1])
    cover = Cover(given)
    assert cover.touching(start, end) == near
    assert cover.touches(start, end) == bool(near)
    assert cover.holds(start, end) == any(one <= start and end <= other for one, other in given)
