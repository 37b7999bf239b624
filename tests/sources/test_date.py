import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.date import UNKNOWN_DAY, UNKNOWN_PUBLICATION, UNKNOWN_YEAR, VAGUE, dates
from sources.fold import fold
from sources.moment import parse_iso


@pytest.mark.parametrize(
    ("text", "published", "iso", "begin", "role"),
    [
        ("2023年6月1日 08:30", None, "2023-06-01", None, "at"),
        ("2021-05-23 08:30:15", None, "2021-05-23", None, "at"),
        ("2021.05.03", None, "2021-05-03", None, "at"),
        ("二〇二一年五月二十一日", None, "2021-05-21", None, "at"),
        ("２０２１年５月", None, "2021-05", None, "at"),
        ("2025年底", None, "2025", None, "at"),
        ("2021—2023年", None, "2023", "2021", "at"),
        ("2021年至2023年", None, "2023", "2021", "at"),
        ("“十四五”时期", None, "2025", "2021", "at"),
        ("今年", "2021-05", "2021", None, "at"),
        ("去年", "2021-05", "2020", None, "at"),
        ("明年6月", "2023-02-19", "2024-06", None, "at"),
        ("上年度", "2021-05", "2020", None, "at"),
        ("上月", "2021-01", "2020-12", None, "at"),
        ("截至今年4月", "2021-05", "2021-04", None, "asof"),
        ("5月21日", "2021-05", "2021-05-21", None, "at"),
        ("12月20日", "2021-01-05", "2020-12-20", None, "at"),
        ("将于1月", "2021-12-23", "2022-01", None, "at"),
        ("昨日", "2021-03-01", "2021-02-28", None, "at"),
        ("21日", "2021-05-23", "2021-05-21", None, "at"),
        ("28日", "2021-05-02", "2021-04-28", None, "at"),
        ("目前", "2021-05", "2021-05", None, "at"),
        ("截至目前", "2021-05-23", "2021-05", None, "asof"),
        ("今年1—4月", "2021-05", "2021-04", "2021-01", "at"),
        ("去年上半年", "2021-05", "2020-06", "2020-01", "at"),
        ("一季度", "2021-05", "2021-03", "2021-01", "at"),
        ("前三季度", "2021-10", "2021-09", "2021-01", "at"),
        ("‘十三五’以来", "2021-05", "2021-05", "2016", "since"),
        ("2018年以来", "2021-05", "2021-05", "2018", "since"),
        ("较2015年", "2021-05", "2015", None, "base"),
        ("与2015年相比", "2021-05", "2015", None, "base"),
        ("是2015年的8倍", "2021-05", "2015", None, "base"),
        ("去年同期", "2021-05", "2020", None, "base"),
        ("到2025年", "2021-05", "2025", None, "by"),
        ("到2020年", "2021-05", "2020", None, "at"),
    ],
)
def test_times_resolve(
    text: str, published: str | None, iso: str, begin: str | None, role: str
) -> None:
    (mention,) = dates(fold(text), published=published)
    assert (mention.iso, mention.begin, mention.role) == (iso, begin, role)
    assert mention.unresolved_reason is None


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("今年4月", None, UNKNOWN_PUBLICATION),
        ("5月21日", None, UNKNOWN_PUBLICATION),
        ("目前", None, UNKNOWN_PUBLICATION),
        ("2018年以来", None, UNKNOWN_PUBLICATION),
        ("昨日", "2021-05", UNKNOWN_DAY),
        ("本月", "2021", UNKNOWN_DAY),
        ("同年", "2021", UNKNOWN_YEAR),
        ("近年来", "2021-05", VAGUE),
    ],
)
def test_what_cannot_be_known_stays_open_and_says_why(
    text: str, published: str | None, reason: str
) -> None:
    (mention,) = dates(text, published=published)
    assert (mention.iso, mention.unresolved_reason) == (None, reason)


@pytest.mark.parametrize(
    "text",
    ["99日", "13个月", "3年", "第3日", "30日内", "重庆日报", "版本2021.5", "5月报", "2000元"],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert dates(text, published="2021-05-23") == []


def test_a_month_takes_the_year_written_before_it() -> None:
    found = dates("2019年3月启动,6月开工,次年投产", published="2021-05")
    assert [mention.iso for mention in found] == ["2019-03", "2019-06", "2020"]


@settings(deadline=None)
@given(st.text(alphabet="0123456789年月日-至到今去上半季度截 十五以来目前", max_size=40))
def test_any_row_of_time_words_gives_ordered_mentions(text: str) -> None:
    last = 0
    for mention in dates(text, published="2021-05-23"):
        assert last <= mention.start < mention.end <= len(text)
        assert (mention.iso is None) != (mention.unresolved_reason is None)
        assert mention.iso is None or parse_iso(mention.iso) is not None
        last = mention.end


def test_the_output_after_a_stage_is_of_no_year_after_next() -> None:
    assert [d.iso for d in dates("达产后年产值20亿元", 0, 10, "2023-06-02")] == []
    assert [d.iso for d in dates("后年产值20亿元", 0, 8, "2023-06-02")] == ["2025"]
