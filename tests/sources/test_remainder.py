import pytest

from tests.sources.conftest import read_stages


@pytest.mark.parametrize(
    ("full", "rest", "then"),
    [
        ("银杉院士小镇", "院士小镇", "引进人才50人。"),
        ("滦安县政府", "县政府", "提供用房。"),
        ("吉林省人民政府", "省政府", "批复了方案。"),
        ("银杉高新区管委会", "管委会", "回复：暂不考虑。"),
        ("云溪市水产局", "水产局", "已经批了。"),
        ("云溪商业银行科技支行", "科技支行", "投放贷款3亿元。"),
    ],
)
def test_the_end_of_a_name_goes_on_for_it(full: str, rest: str, then: str) -> None:
    stages = read_stages(f"{full}揭牌。三年过去，{rest}{then}")
    assert stages.meant_by(rest) == [full]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("银杉院士小镇揭牌。三年过去，全国院士小镇都在引进人才。", "院士小镇"),
        ("银杉院士小镇揭牌。三年过去，又要建设院士小镇。", "院士小镇"),
        ("银杉院士小镇、青川院士小镇揭牌。三年过去，院士小镇引进人才。", "院士小镇"),
        ("滦安县政府、青山县政府签约。三年过去，县政府提供用房。", "县政府"),
        ("银杉高新区管委会揭牌。三年过去，管委会主任周岚说。", "管委会"),
        ("云溪市人民政府印发办法。三年过去，政府不该退。", "政府"),
    ],
)
def test_what_may_be_another_stands_for_none(text: str, rest: str) -> None:
    assert read_stages(text).meant_by(rest) == []
