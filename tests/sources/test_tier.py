import pytest

from sources.mention import Mention
from sources.tier import part_tiers


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("梅岭县黄沙镇", [("梅岭县", "County"), ("黄沙镇", "AdministrativeArea")]),
        ("贵安新区马场镇", [("贵安新区", "DevelopmentZone"), ("马场镇", "AdministrativeArea")]),
        ("古市镇", [("古市镇", "AdministrativeArea")]),
    ],
)
def test_a_town_is_parted_from_what_it_is_in(text: str, parts: list[tuple[str, str]]) -> None:
    whole = Mention(5, 5 + len(text), text, "AdministrativeArea", "head", "head/town/镇")
    found = list(part_tiers(whole))
    assert [(mention.text, mention.cls) for mention in found] == parts
    assert found[0].start == 5
    assert found[-1].end == whole.end
