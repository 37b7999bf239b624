import pytest

from sources.proviso import is_only_if
from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("只有滦安大学落户,才能补上短板", True),
        ("只有滦安大学落户云溪市", False),
        ("他说,唯有滦安大学落户,方可成事", True),
        ("滦安大学落户才能成事", False),
    ],
)
def test_what_alone_would_help_has_not_come_about(text: str, supposed: bool) -> None:
    assert is_only_if(text, 0, text.index("落户"), len(text)) is supposed


def test_only_so_many_is_no_condition() -> None:
    text = "只有12名员工的青石科技有限公司落户云溪高新区，三年后才能盈利。"
    assert {s.modality for s in read_text(text).of("locatedIn")} == {"asserted"}
