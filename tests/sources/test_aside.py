import pytest

from tests.sources.conftest import read_text


def owners(text: str) -> list[str]:
    return [s.subject.name for s in read_text(text).of("observation")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("银杉加速器，运营单位：远达公司，孵化场地2.2万平方米。", ["银杉加速器"]),
        ("银杉平台由远达公司承担，兰陵大学参加，经费120万元。", ["银杉平台"]),
        ("银杉加速器去年投用。云溪市副市长周岚坦言，签下的11家企业跑了4家。", ["银杉加速器"] * 2),
        ("云溪市科技局局长周岚介绍，银杉加速器去年投用。签下的23家企业没有来。", ["银杉加速器"]),
        # Who speaks for a firm speaks of the firm.
        ("银杉加速器去年投用。远达公司董事长周岚说，去年营收3亿元。", ["远达公司"]),
    ],
)
def test_who_runs_or_joins_or_speaks_is_not_what_the_text_is_about(
    text: str, names: list[str]
) -> None:
    assert owners(text) == names
