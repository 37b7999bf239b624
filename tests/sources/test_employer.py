import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "body", "cls"),
    [
        ("“都办了。”零零糖总经理方亦舟说。", "零零糖", "Enterprise"),
        ("北单村党支部书记方亦舟最早试种。", "北单村", "AdministrativeArea"),
        ("汕州市委常委方亦舟为共同体授牌。", "汕州市", "City"),
        ("创新科技及工业局局长方亦舟主礼。", "创新科技及工业局", "GovernmentBody"),
    ],
)
def test_a_title_tells_what_the_body_before_it_is(text: str, body: str, cls: str) -> None:
    found = read_text(text)
    assert found.types[body] == cls
    assert found.pairs("holds") == {("方亦舟", body)}


@pytest.mark.parametrize(
    "text",
    [
        "一家民企总经理方亦舟说，订单不少。",
        "分管销售的总经理方亦舟说，订单不少。",
        "说起海外市场部总监方亦舟，同行都服气。",
        "陈伟明总经理方亦舟说，订单不少。",
        "回乡村党支部书记方亦舟说，路修好了。",
        "组长是市委书记方亦舟。",
    ],
)
def test_words_that_are_no_name_before_a_title_are_no_body(text: str) -> None:
    assert read_text(text).pairs("holds") == set()


@pytest.mark.parametrize("text", ["海归博士董事长方亦舟介绍。", "河南籍董事长方亦舟回乡。"])
def test_what_somebody_is_employs_nobody(text: str) -> None:
    assert read_text(text).pairs("holds") == set()
