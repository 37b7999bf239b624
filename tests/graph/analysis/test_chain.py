"""A chain with every stage, and chains with holes.

::

    大会 ─ 计划 ─ 基金 ─ 实验室(计划中)       all stages told
            │
           A园                             基金2 ─ 企业: no instrument, no park
"""

from collections.abc import Callable
from dataclasses import replace

from graph.analysis.chain import find_chains
from graph.analysis.network import Figure, Network

Draw = Callable[..., Network]
FULL = (
    "大会/Event supports 计划/Plan",
    "计划 issuedBy 科技局/GovernmentBody",
    "基金/Fund implements 计划",
    "计划 supports A园/Park",
    "基金 supports 实验室/Laboratory planned",
)


def test_a_chain_follows_the_instrument_and_its_money(draw: Draw) -> None:
    (chain,) = find_chains(draw(*FULL))
    told = {stage: [link.thing for link in links] for stage, links in chain.stages.items()}
    assert told == {
        "meeting": ["大会"],
        "instrument": ["计划"],
        "money": ["基金"],
        "park": ["A园"],
        "result": ["实验室"],
    }
    assert chain.missing == ()
    assert chain.stages["result"][0].kind == "planned"
    assert len(chain.ties) == 4


def test_money_without_an_instrument_is_a_chain_with_holes(draw: Draw) -> None:
    (chain,) = find_chains(draw("基金/Fund supports 企业/Enterprise", "基金 establishedBy 公司"))
    assert (chain.lever, chain.missing) == ("基金", ("meeting", "instrument", "park"))
    assert [link.thing for link in chain.stages["result"]] == ["企业"]


def test_an_amount_told_of_an_instrument_is_money(draw: Draw) -> None:
    amount = Figure("办法", "奖励金额", "500万元", "5000000", "CNY", kind="target")
    count = Figure("办法", "企业数量", "5家", "5", "NUM")
    network = replace(draw("办法/PolicyDocument issuedBy A园/Park"), figures=(amount, count))
    (chain,) = find_chains(network)
    assert [(link.figure, link.kind) for link in chain.stages["money"]] == [(amount, "target")]
    assert [link.thing for link in chain.stages["park"]] == ["A园"]
    assert chain.missing == ("meeting", "result")


def test_standing_in_the_same_park_links_nothing(draw: Draw) -> None:
    chains = find_chains(draw("办法/Plan issuedBy A园/Park", "基金/Fund establishedBy A园"))
    assert [chain.lever for chain in chains] == ["办法", "基金"]
    assert "money" in chains[0].missing


def test_who_makes_an_instrument_or_carries_it_out_is_no_result(draw: Draw) -> None:
    (chain,) = find_chains(
        draw(
            "专项/Programme establishedBy 院/ResearchInstitute",
            "所/ResearchInstitute implements 专项",
        )
    )
    assert "result" in chain.missing


def test_what_the_instrument_plans_and_its_money_does_is_stated(draw: Draw) -> None:
    network = draw(
        "计划/Plan supports A园/Park planned", "基金/Fund implements 计划", "基金 supports A园"
    )
    (chain,) = find_chains(network)
    (link,) = chain.stages["park"]
    assert (link.kind, len(link.ties)) == ("stated", 2)
