import pytest

from sources.dating import is_dated_ahead, is_dated_back


@pytest.mark.parametrize(
    ("text", "published", "ahead", "back"),
    [
        ("2027年建成", "2024-06-02", True, False),
        ("2020年建成", "2024-06-02", False, True),
        ("年底建成", "2024-06-02", True, False),
        ("年底建成", "2024-12-20", False, False),
        ("2027年建成", None, False, False),
    ],
)
def test_a_time_is_held_against_the_day_of_the_article(
    text: str, published: str | None, ahead: bool, back: bool
) -> None:
    end = len(text)
    assert is_dated_ahead(text, 0, end, published) is ahead
    assert is_dated_back(text, 0, end, published) is back
