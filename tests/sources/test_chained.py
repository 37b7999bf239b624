import pytest

from tests.sources.conftest import read_text

BOTH = {("银杉实验室", "兰陵大学"), ("银杉实验室", "天澜集团")}


@pytest.mark.parametrize(
    "text",
    [
        "由兰陵大学牵头、天澜集团参与的银杉实验室获批。",
        "兰陵大学牵头，天澜集团参与组建的银杉实验室去年揭牌。",
    ],
)
def test_who_leads_before_the_relative_clause_builds_what_it_describes(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == BOTH


def test_what_else_describes_the_thing_names_no_further_builder() -> None:
    found = read_text("去年5月，由天澜集团发起、规模15亿元的银杉基金落户云溪市。")
    assert found.pairs("establishedBy") == {("银杉基金", "天澜集团")}


def test_who_starts_an_alliance_belongs_to_it() -> None:
    text = "由兰陵大学倡议，天澜集团等38家单位共同发起的蓝鲸产业联盟成立。"
    members = {("兰陵大学", "蓝鲸产业联盟"), ("天澜集团", "蓝鲸产业联盟")}
    found = read_text(text)
    assert found.pairs("memberOf") == members
    assert found.pairs("establishedBy") == {(alliance, body) for body, alliance in members}


@pytest.mark.parametrize(
    "text",
    [
        "该中心由兰陵大学牵头，建设在高新区的云溪产业园内。",
        "由兰陵大学牵头，天澜集团提供银杉实验室的设备。",
    ],
)
def test_what_is_led_is_not_what_a_later_tie_describes(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == set()


def test_what_a_team_without_a_name_does_to_a_thing_does_not_build_it() -> None:
    found = read_text("由云溪市科技局牵头、各区参与的督查组走访了银杉实验室。")
    assert found.pairs("establishedBy") == set()
