from sources.portion import find_portions


def test_kinds_of_parts_are_no_names() -> None:
    assert list(find_portions("园区分为生产片区、生活片区。")) == []


def test_a_row_of_one_tells_nothing() -> None:
    assert list(find_portions("园区下辖南山片。")) == []
