import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        # The sum is the fund's, which has no name.
        "云溪高新区去年联合多方设立20亿元科创母基金。",
        # It is how many there are, not what one of them has.
        "全国新增一批园区，包括云溪高新区、银杉高新区等5家。",
    ],
)
def test_a_number_of_something_without_a_name_is_nobodys(text: str) -> None:
    assert read_text(text).of("observation") == []
