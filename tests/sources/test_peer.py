from sources.firm import find_firms
from sources.peer import find_peers
from sources.stretch import brand_runs
from sources.token import tokenize


def _peers(text: str) -> list[str]:
    tokens = tuple(tokenize(text, 0, len(text)))
    ends = {firm.end for firm in find_firms(tokens)}
    return [
        text[firm.start : firm.end] for firm in find_peers(tokens, list(brand_runs(tokens)), ends)
    ]


def test_a_row_with_a_company_tells_the_others() -> None:
    assert _peers("镁富康、格瑞电子、微视联是第一批住户") == ["镁富康", "微视联"]


def test_a_count_of_firms_tells_a_row_of_brands() -> None:
    assert _peers("牛来香、黔牧源两家龙头企业落户") == ["牛来香", "黔牧源"]


def test_scientists_are_no_firms() -> None:
    assert _peers("由齐涛远、单增平、周宝林三位首席科学家牵头") == []


def test_a_row_of_fields_without_a_company_tells_nothing() -> None:
    assert _peers("聚焦光热、储能、氢能三个方向") == []


def test_what_stands_beside_a_company_and_is_a_field_or_body_is_none() -> None:
    assert _peers("格瑞电子、南宁、江北镇和生物医药") == []


def test_an_item_that_ends_as_companies_do_is_one_beside_a_company() -> None:
    assert "羽翼动力" in _peers("落户企业有曜芯半导体、羽翼动力，合计")
