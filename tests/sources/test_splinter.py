import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    ["泉州酒协与兰陵大学合作多年。", "兰陵大学与泉州酒协签署合作协议。"],
)
def test_an_area_that_only_opens_a_name_works_with_nobody(text: str) -> None:
    assert read_text(text).pairs("cooperatesWith") == set()


@pytest.mark.parametrize(
    "text",
    ["泉州与兰陵大学签署合作协议。", "泉州方面与兰陵大学签署合作协议。"],
)
def test_an_area_that_acts_itself(text: str) -> None:
    assert {name for pair in read_text(text).pairs("cooperatesWith") for name in pair} == {
        "泉州",
        "兰陵大学",
    }
