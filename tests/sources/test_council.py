import pytest

from sources.council import find_councils


def _found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_councils(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2010年经国务院批准升级", "国务院"),
        ("园区获省政府批复设立", "省政府"),
        ("受市政府委托,我报告工作", "市政府"),
        ("市政府与云江大学共建研究院", "市政府"),
        ("会后,县政府印发了方案", "县政府"),
    ],
)
def test_a_government_that_acts_is_found(text: str, name: str) -> None:
    assert _found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "市政府秘书长方亦舟到会",
        "由市政府新闻办主任主持",
        "在市委、市政府的领导下",
        "受聘为市政府科技顾问",
        "云溪市政府门前",
    ],
)
def test_posts_offices_and_bodies_in_one_breath_are_none(text: str) -> None:
    assert _found(text) == []
