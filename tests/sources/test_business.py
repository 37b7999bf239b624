import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "name",
    [
        "银杉高新区投资集团有限公司",
        "银杉大学科技园发展有限公司",
        "云溪银凤金控投资集团有限公司",
        "银杉产业园开发建设有限公司",
    ],
)
def test_a_company_is_named_whole_behind_whose_it_is(name: str) -> None:
    found = read_text(f"{name}入股青石研究院。")
    assert name in found.types
    assert found.pairs("affiliatedWith") == set()


def test_what_somebody_founds_is_no_part_of_a_name() -> None:
    assert "银杉高新区" in read_text("云溪市与银杉高新区设立投资有限公司。").types


def test_a_fund_is_named_whole_behind_whose_it_is() -> None:
    assert "银杉自贸区开放发展基金" in read_text("云溪省设立银杉自贸区开放发展基金。").types
