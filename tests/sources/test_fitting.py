import pytest

from tests.sources.conftest import read_text


def owners(text: str) -> list[str]:
    return [s.subject.name for s in read_text(text).of("observation")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "银杉新材料产业联盟去年成立。远达公司今年加入，成员单位增至57家。",
            ["银杉新材料产业联盟"],
        ),
        # What a bank lends to the members is no number of members.
        (
            "银杉新材料产业联盟昨日换届。云溪银行给成员单位授信6亿元。",
            [],
        ),
        (
            "云溪市常住人口86万人。云溪经济开发区去年扩区，居民人均可支配收入4.6万元。",
            ["云溪市", "云溪市"],
        ),
        ("远达公司去年迁来，员工230人。", ["远达公司"]),
    ],
)
def test_what_only_one_kind_of_thing_can_have_is_of_the_last_of_that_kind(
    text: str, names: list[str]
) -> None:
    assert owners(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("三亚蓝鲸广场去年新增企业42家。", []),
        ("三亚蓝鲸广场是一张名片。今年新增企业42家。", []),
        ("三亚高新技术企业去年新增42家。", ["三亚"]),
        ("三亚“双箭齐发”：18个项目签约。", ["三亚"]),
    ],
)
def test_an_area_that_only_opens_an_unknown_name_has_no_number(text: str, names: list[str]) -> None:
    assert owners(text) == names
