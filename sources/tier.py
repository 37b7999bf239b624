"""Tiers: areas that were read in one piece, the wider one before the narrower (梅岭县|黄沙镇)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ontology.lexicon import alternation
from sources.headnoun import head_of
from sources.mention import Mention
from sources.settlement import COINED_PLACE, area_class

__all__ = ["part_tiers"]

#: Shortest stem of the wider area, and longest of the narrower one, in characters.
_WIDE, _NARROW = 2, 4


@lru_cache(maxsize=1)
def _tiers() -> re.Pattern[str]:
    sign = "[\u4e00-\u9fff]"
    wide, town = alternation("TierEnd"), alternation("TownEnd")
    return re.compile(f"(?P<wide>{sign}{{{_WIDE},8}}?{wide}){sign}{{1,{_NARROW}}}{town}")


def part_tiers(mention: Mention) -> Iterator[Mention]:
    """The mention, or the wider area and the town of which it is made."""
    found = _tiers().fullmatch(mention.text) if mention.cls == "AdministrativeArea" else None
    if found is None:
        yield mention
        return
    wide, cut = found.group("wide"), mention.start + found.end("wide")
    head = head_of(wide)
    cls = head.signals if head is not None else area_class(wide)
    if not cls:
        yield mention
        return
    coined = Mention(mention.start, cut, wide, cls, "place", COINED_PLACE)
    yield replace(coined, source="head", cue=head.id) if head is not None else coined
    yield replace(mention, start=cut, text=mention.text[found.end("wide") :])
