import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2020年，滦安科技园企业由36家增加到108家。", {("36", None), ("108", "2020")}),
        ("滦安市人口由上年的300万人增至310万人。", {("3000000", "2022"), ("3100000", None)}),
    ],
)
def test_what_is_raised_is_not_of_the_time_it_is_raised_to(
    text: str, times: set[tuple[str, str | None]]
) -> None:
    found = [s.value for s in read_text(text).of("observation") if s.value is not None]
    assert {(value.number, value.as_of) for value in found} == times


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("滦安科技园去年10月投用，拥有企业46家。", None),
        ("滦安科技园2021年产值5亿元，占地20亩。", "None 2021"),
        ("云溪市今年5月拿下286亩地。", "2023-05"),
        ("2018年，云溪市拿出8000万元。", "2018"),
    ],
)
def test_the_time_of_an_event_is_not_that_of_a_number(text: str, as_of: str | None) -> None:
    values = [s.value for s in read_text(text).of("observation")]
    assert " ".join(str(value.as_of) for value in values if value) == str(as_of)
