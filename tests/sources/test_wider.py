from tests.sources.conftest import read_text


def owners(text: str) -> set[str]:
    return {s.subject.name for s in read_text(text).of("observation")}


def test_what_is_told_of_a_province_without_a_name_is_of_no_zone_before_it() -> None:
    text = "云溪经开区昨日揭牌。去年，全省园区完成投资621亿元，工业增加值达到3120亿元。"
    assert owners(text) == set()


def test_the_next_name_ends_it() -> None:
    text = "云溪经开区昨日揭牌。去年，全省园区投资621亿元，银杉高新区销售收入600亿元。"
    assert owners(text) == {"银杉高新区"}


def test_the_first_of_a_province_tells_of_the_zone_that_has_it() -> None:
    text = "云溪经开区昨日揭牌。全省首个量子产业园落户，园区规划面积12平方公里。"
    assert owners(text) != set()
