from tests.sources.conftest import read_text

_LIST = (
    "重大项目进展\n一、新开工\n(一)荣昌区\n1.银杉储能项目。总投资12.6亿元。\n"
    "(二)平果市\n2.青石产业园。"
)


def test_the_rows_under_a_heading_that_is_a_place() -> None:
    assert read_text(_LIST + "占地300亩。").pairs("locatedIn") == {
        ("银杉储能项目", "荣昌区"),
        ("青石产业园", "平果市"),
    }


def test_a_row_that_says_itself_where_it_is() -> None:
    found = read_text(_LIST + "选址滦安高新区。").pairs("locatedIn")
    assert ("青石产业园", "平果市") not in found


def test_a_heading_that_says_more_than_a_place() -> None:
    text = "一、荣昌区考察见闻\n银杉储能项目总投资12.6亿元，今年开工。"
    assert read_text(text).pairs("locatedIn") == set()


def test_a_heading_may_count_what_is_there() -> None:
    counted = _LIST.replace("平果市", "平果市（共1个）") + "占地300亩。"
    assert ("青石产业园", "平果市") in read_text(counted).pairs("locatedIn")
