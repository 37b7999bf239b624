import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("青石天使基金作为银杉母基金首只子基金，开始运营。该基金聚焦锂电。", "青石天使基金"),
        ("青石天使基金投了三家，银杉母基金跟投。该基金聚焦锂电。", "银杉母基金"),
    ],
)
def test_a_thing_is_gone_on_about_that_is_posed_as_part_of_another(text: str, name: str) -> None:
    assert read_text(text).pairs("focusesOn") == {(name, "锂电")}
