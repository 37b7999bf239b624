import pytest

from sources.coinage import coined_class, is_like_person, is_rare
from sources.token import Token, tokenize


def _tokens(text: str) -> list[Token]:
    return tokenize(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "cls"),
    [("云枢光子", "Enterprise"), ("深创投", "FinancialInstitution"), ("橙心橙意", "Enterprise")],
)
def test_odd_words_may_be_a_company(text: str, cls: str) -> None:
    assert coined_class(_tokens(text)) == cls


@pytest.mark.parametrize(
    "text", ["社会资本", "农业科技", "电子信息", "长三角企业", "汉水大学校地", "B区"]
)
def test_general_words_and_other_things_are_none(text: str) -> None:
    assert coined_class(_tokens(text)) == ""


def test_a_place_before_a_trade_is_one_only_in_a_sure_row() -> None:
    assert (coined_class(_tokens("上海电气")), coined_class(_tokens("上海电气"), True)) == (
        "",
        "Enterprise",
    )


def test_a_family_name_by_itself_opens_a_persons_name() -> None:
    assert is_like_person(_tokens("隆奕"))
    assert not is_like_person(_tokens("国腾电投"))


def test_what_no_dictionary_has_is_rare() -> None:
    assert (is_rare(_tokens("云枢")), is_rare(_tokens("设备"))) == (True, False)
