import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.fold import fold
from sources.quantity import quantities


@pytest.mark.parametrize(
    ("text", "number", "unit", "approximator", "kind"),
    [
        ("总投资1689亿元", "168900000000", "CNY", None, "money"),
        ("１，６８９．５万元", "16895000", "CNY", None, "money"),
        ("4.3亿美元", "430000000", "USD", None, "money"),
        ("人民币100万元", "1000000", "CNY", None, "money"),
        ("￥500万", "5000000", "CNY", None, "money"),
        ("一亿二千万元", "120000000", "CNY", None, "money"),
        ("千万元以上项目", "10000000", "CNY", "atLeast", "criterion"),
        ("最高奖补500万元", "5000000", "CNY", "atMost", "money"),
        ("迈上1000亿元", "100000000000", "CNY", None, "money"),
        ("上百家", "100", "NUM", "over", "count"),
        ("10个亿", "1000000000", "CNY", None, "money"),
        ("年利率低至3.05%", "0.0305", "FRACTION", "atLeast", "share"),
        ("不超过800万元", "8000000", "CNY", "atMost", "money"),
        ("节约20万元", "200000", "CNY", None, "money"),
        ("约8.7平方公里", "8700000", "M2", "about", "area"),
        ("18.5万平方米", "185000", "M2", None, "area"),
        ("约310亩", "206666.67", "M2", "about", "area"),
        ("30公顷", "300000", "M2", None, "area"),
        ("25千米", "25000", "M", None, "length"),
        ("30万千瓦", "300000", "KiloW", None, "power"),
        ("30余项", "30", "NUM", "over", "count"),
        ("十余家", "10", "NUM", "over", "count"),
        ("三十多个", "30", "NUM", "over", "count"),
        ("近百家", "100", "NUM", "nearly", "count"),
        ("超过300家", "300", "NUM", "over", "count"),
        ("100个以上", "100", "NUM", "atLeast", "count"),
        ("20名左右", "20", "PERSON", "about", "count"),
        ("120万余人", "1200000", "PERSON", "over", "count"),
        ("占全市比重70%", "0.70", "FRACTION", None, "share"),
        ("七成以上", "0.70", "FRACTION", "atLeast", "share"),
        ("约占全省的三分之一", "0.3333", "FRACTION", "about", "share"),
        ("百分之三十五", "0.35", "FRACTION", None, "share"),
        ("提高到70%", "0.70", "FRACTION", None, "share"),
        ("同比增长8.5%", "0.085", "FRACTION", None, "growth"),
        ("增速达8%", "0.08", "FRACTION", None, "growth"),
        ("下降2.1%", "-0.021", "FRACTION", None, "growth"),
        ("提高3.5个百分点", "0.035", "FRACTION", None, "points"),
        ("增长近7倍", "7", "MULTIPLE", "nearly", "multiple"),
        ("翻了一番", "2", "MULTIPLE", None, "multiple"),
        ("翻两番", "4", "MULTIPLE", None, "multiple"),
        ("占全国六成五", "0.650", "FRACTION", None, "share"),
        ("不到一成半", "0.150", "FRACTION", "atMost", "share"),
        ("五成一家企业", "0.50", "FRACTION", None, "share"),
        ("常住人口15万", "150000", "PERSON", None, "count"),
        ("8.6万学生", "86000", "PERSON", None, "count"),
        ("最高奖500万", "5000000", "CNY", "atMost", "money"),
        ("产值破百亿", "10000000000", "CNY", "over", "money"),
        ("投资20万锭", "200000", "NUM", None, "bare"),
        ("3万立方米", "30000", "M3", None, "volume"),
        ("1.5万平方公尺", "15000", "M2", None, "area"),
        ("1200斤", "600", "KiloGM", None, "mass"),
        ("300瓦", "0.3", "KiloW", None, "power"),
        ("年发电2300万度", "23000000", "KiloW-HR", None, "energy"),
        ("1.09兆元", "1090000000000", "CNY", None, "money"),
        ("3600万片", "36000000", "NUM", None, "count"),
        ("5万人份", "50000", "NUM", None, "count"),
        ("四大主导产业", "4", "NUM", None, "announced"),
        ("五个方面", "5", "NUM", None, "announced"),
        ("500元/吨", "500", "CNY", None, "rate"),
        ("突破3000亿", "300000000000", "NUM", "over", "bare"),
        ("建设周期3年", "3", "YR", None, "duration"),
    ],
)
def test_amounts(text: str, number: str, unit: str, approximator: str | None, kind: str) -> None:
    (found,) = quantities(fold(text))
    assert (found.number, found.unit, found.approximator, found.kind) == (
        number,
        unit,
        approximator,
        kind,
    )


@pytest.mark.parametrize(
    "text",
    [
        *(
            "世界500强",
            "“6+1”产业",
            "5G基站",
            "一城多园",
            "两江四岸",
            "1元钱转让",
            "第13届",
            "五届十次全会",
        ),
        *(
            "一个平台",
            "二次创业",
            "千家万户",
            "万元GDP",
            "千亿级产业",
            "三位一体",
            "第3位",
            "每万人",
        ),
        *(
            "2021年5月3日",
            "国发〔2021〕12号",
            "《3年行动计划》",
            "“科创30条”",
            "12345热线",
            "七二五所",
        ),
    ],
)
def test_ranks_names_dates_and_idioms_are_no_amounts(text: str) -> None:
    assert quantities(fold(text)) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3-5个", "3", "5", "NUM"),
        ("三四十家", "30", "40", "NUM"),
        ("20万元至50万元", "200000", "500000", "CNY"),
        ("1.5亿—2亿元", "150000000", "200000000", "CNY"),
        ("30%～50%", "0.30", "0.50", "FRACTION"),
        ("3至5万平方米", "30000", "50000", "M2"),
    ],
)
def test_ranges_keep_both_ends(text: str, low: str, high: str, unit: str) -> None:
    (found,) = quantities(fold(text))
    assert (found.number, found.high, found.unit, found.text) == (low, high, unit, fold(text))


@pytest.mark.parametrize(
    ("text", "numbers", "unit"),
    [
        ("面积分别为2.2、1.9和3.4平方公里", ["2200000", "1900000", "3400000"], "M2"),
        ("营收3.1亿、5.7亿、9.8亿元", ["310000000", "570000000", "980000000"], "CNY"),
        ("投资2.5、3亿元", ["250000000", "300000000"], "CNY"),
    ],
)
def test_numbers_of_a_list_share_the_unit_of_the_last(
    text: str, numbers: list[str], unit: str
) -> None:
    found = quantities(text)
    assert [quantity.number for quantity in found] == numbers
    assert {quantity.unit for quantity in found} == {unit}


def test_the_number_of_a_row_is_no_number_of_a_list() -> None:
    assert [quantity.number for quantity in quantities("1、10个县")] == ["10"]


def test_number_and_unit_are_known_apart_from_what_approximates_them() -> None:
    text = "占地约310亩左右"
    (found,) = quantities(text)
    assert text[found.start : found.end] == found.text == "约310亩左右"
    assert text[found.number_start : found.unit_end] == "310亩"
    assert found.counts == "" and quantities("15家企业")[0].counts == "organisation"


def test_only_the_span_asked_for_is_read() -> None:
    text = "引进3个项目,签约5家企业"
    assert [q.number for q in quantities(text, text.index(","))] == ["5"]
    assert [q.number for q in quantities(text, 0, 4)] == ["3"]


@settings(deadline=None)
@given(
    st.text(
        alphabet="0123456789,.一二三十百千万亿余多约近超%倍成元个家人亩-至/“”《》翻番第每 ",
        max_size=40,
    )
)
def test_any_row_of_number_signs_gives_ordered_amounts(text: str) -> None:
    last = 0
    for found in quantities(text):
        assert last <= found.start <= found.number_start < found.unit_end <= found.end
        assert text[found.start : found.end] == found.text
        assert float(found.number) == float(found.number)
        last = found.end


@pytest.mark.parametrize(
    "text",
    [
        "签约10亿元以上项目9个",
        "税收过亿元的有14家",
        "年营收超10亿元的企业5家",
        "投资超30亿元项目3个",
    ],
)
def test_a_sum_that_sorts_what_is_counted_is_no_claim(text: str) -> None:
    assert [found.kind for found in quantities(text)] == ["criterion", "count"]


def test_a_sum_before_another_clause_is_a_claim() -> None:
    kinds = [found.kind for found in quantities("完成投资10亿元以上，建成厂房3栋")]
    assert kinds == ["money", "count"]


def test_parts_are_no_zeros() -> None:
    assert quantities("主攻新能源汽车零部件") == []


def test_a_word_of_falling_in_a_noun_before_a_list_turns_no_count() -> None:
    assert [q.direction for q in quantities("新增43个起降点、58条航线")][1:] == [None]
