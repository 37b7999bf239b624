import pytest

from sources.name import find_names
from sources.slot import find_mothers, find_slots
from sources.token import tokenize


def _slots(text: str) -> list[str]:
    tokens = tuple(tokenize(text, 0, len(text)))
    return [text[firm.start : firm.end] for firm in find_slots(text, tokens)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("它由三棵榕投资2.2亿元建造", "三棵榕"),
        ("园区归临翔开投建设", "临翔开投"),
        ("昕腾达计划投资120亿元", "昕腾达"),
        ("臻驱半导体(688921)上涨", "臻驱半导体"),
        ("泰和县与深圳星锐达签约", "深圳星锐达"),
        ("投资方为橙心橙意。", "橙心橙意"),
        ("智行者创始人王一凡", "智行者"),
        ("他是安智咨询的合伙人", "安智咨询"),
        ("记者在青鸟飞控看到", "青鸟飞控"),
        ("跨境电商企业“湘品出海”落户", "湘品出海"),
        ("园里,耐驰农化的工厂隔路相望", "耐驰农化"),
        ("蓝箭座已完成B轮融资3亿元", "蓝箭座"),
        ("一家叫小象快跑的公司租下三层", "小象快跑"),
        ("外资企业巴洛克涂料增资3000万美元", "巴洛克涂料"),
        ("昨天,中电科凤凰装备投产", "中电科凤凰装备"),
    ],
)
def test_what_stands_around_odd_words_tells_a_company(text: str, name: str) -> None:
    assert _slots(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "由社会资本投资2亿元", "由村集体投资兴建", "由张建国投资建设", "县财政出资3亿元",
        "与高校合作", "企业有难题,平台派专家", "工厂引进德国设备后,效率提高", "让企业少跑腿。",
        "校地合作共建", "投资的企业购置设备,可享补贴", "研发投入9亿元",
        "在生态农业看到", "不看房产看产值", "国企资产负债率已升至七成", "来到园里有三十来家。",
        "再说智慧酿造中试车间", "胡彩霞说,公司早有准备",
    ],
)  # fmt: skip
def test_everyday_doers_persons_and_sentences_are_none(text: str) -> None:
    assert _slots(text) == []


def test_a_company_and_a_place_open_the_name_of_what_it_has_there() -> None:
    text = "金芯达洛阳研发中心投用,金芯达再扩产"
    tokens = tuple(tokenize(text, 0, len(text)))
    found = find_mothers(text, tokens, find_names(text, tokens))
    assert [text[firm.start : firm.end] for firm in found] == ["金芯达"]


@pytest.mark.parametrize(
    "text",
    [
        "研发企业复产。", "当年收购旧粮食。", "月底签下大单。", "厂商王老板很高兴。",
        "河南籍董事长到场", "一款叫“云医”的公司产品上市",
    ],
)  # fmt: skip
def test_deeds_goods_and_plain_persons_fill_no_slot(text: str) -> None:
    assert _slots(text) == []
