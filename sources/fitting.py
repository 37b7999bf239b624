"""Fittings: whether a thing can have what a number counts, and which thing near it can."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from ontology.lexicon import Cue, alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.draft import Subject
from sources.entity import Entity
from sources.indicator import Indicator
from sources.quantity import Quantity
from sources.receiver import Scene

__all__ = ["fit", "is_cut"]

#: How far before its number an owner stands that is not doubted, in characters.
_BESIDE = 6


def fit(
    shadow: str, owner: Subject | None, quantity: Quantity, indicator: Indicator, scene: Scene
) -> Subject | None:
    """The owner, or the thing of the right class named last, when the owner cannot have such.

    Members are an alliance's (丙公司加入, 成员增至57家), and so on. Where the text has
    named no thing that can, the owner stays.
    """
    cue = _figure(indicator.name) if owner is not None else None
    if cue is not None and pattern("CreditWord").search(indicator.name) is not None:
        return owner  # 给成员单位授信30亿元
    if owner is None or cue is None or owner.source == "explicit" and _is_beside(owner, quantity):
        return owner
    barred = tuple(cue.attributes["not"].split())
    if not vocabulary().is_any(owner.entity.cls, barred):
        return owner
    entity = _nearest(shadow, quantity, scene, tuple(cue.attributes["of"].split()))
    return owner if entity is None else replace(owner, entity=entity, source="section")


def is_cut(shadow: str, owner: Subject) -> bool:
    """Is the area only how a name opens that we do not know (三亚崖州湾种子港去年…)?"""
    if not vocabulary().is_a(owner.entity.cls, "AdministrativeArea"):
        return False
    named = any(mention.start == owner.start for mention in owner.entity.mentions)
    return named and _tail().match(shadow, owner.end) is not None


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    """What stands behind the area: the rest of a name, and behind that what is told of it."""
    tail, told = alternation("CutTail"), alternation("CutTold")
    return re.compile(
        f"[\u4e00-\u9fff]{{0,6}}[\u4e00-\u9fff]{tail}{told}|[\u4e00-\u9fff]{{0,2}}“[^“”]{{2,8}}”(?!:){told}"
    )


def _is_beside(owner: Subject, quantity: Quantity) -> bool:
    """Is it named so near before the number that it is told to have it?"""
    return 0 <= quantity.start - owner.end <= _BESIDE


@cache
def _figures() -> tuple[Cue, ...]:
    return tuple(sorted(load_lexicon().cues("Figure"), key=lambda cue: -len(cue.form)))


@cache
def _figure(name: str) -> Cue | None:
    """The longest word in the name of what is counted that tells whose it is."""
    return next((cue for cue in _figures() if cue.form in name), None)


def _nearest(
    shadow: str, quantity: Quantity, scene: Scene, classes: tuple[str, ...]
) -> Entity | None:
    """The thing of one of the classes named last in the paragraph, else the text's only one."""
    line = shadow.rfind("\n", 0, quantity.start)
    named = {at: entity for at, entity in _named(scene, classes) if at < quantity.start}
    near = [at for at in named if at > line]
    if near:
        return named[max(near)]
    all_ = {entity.name: entity for entity in named.values()}
    return next(iter(all_.values())) if len(all_) == 1 else None


def _named(scene: Scene, classes: tuple[str, ...]) -> Iterator[tuple[int, Entity]]:
    for entity in scene.named.values():
        if vocabulary().is_any(entity.cls, classes):
            for mention in entity.mentions:
                yield mention.start, entity
    for ref in scene.references:
        if vocabulary().is_any(ref.entity.cls, classes):
            yield ref.start, ref.entity
