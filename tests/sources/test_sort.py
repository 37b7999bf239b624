import pytest

from sources.sort import is_kind
from sources.token import tokenize


def sort_at(text: str, noun: str) -> bool:
    words = tuple(tokenize(text, 0, len(text)))
    position = next(i for i, word in enumerate(words) if word.text == noun)
    return is_kind(text, words, position)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("已建成园区14个,", True),
        ("已建成市级以上园区,", True),
        ("现在园区26家企业投产", False),
        ("后来园区投用", False),
    ],
)
def test_a_counted_or_graded_noun_stands_for_no_thing_named_before(text: str, kind: bool) -> None:
    assert sort_at(text, "园区") is kind
