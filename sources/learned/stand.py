"""How things stand: weighs every thing and clause, with what rules say of it as one voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.learned.linear import Linear
from sources.learned.scene import Scene
from sources.learned.standing import Sight, Standing, standings
from sources.learned.trait import see_standing

__all__ = ["stand"]

#: A rung that no rule says must be this likely, and one that a rule says at least that.
_SURE, _DOUBT = 0.45, 0.3
#: … and one that only a hint tells of what may be the doer.
_HINTED = 0.7


def stand(
    scene: Scene,
    drafts: Sequence[Draft],
    held: Iterable[Draft],
    sight: Sight,
    model: Linear,
) -> Iterator[Draft]:
    """The statuses of one sentence as the model decides: rules confirmed, refused, or added to."""
    seen: set[int] = set()
    held = list(held)
    for standing in standings(scene, drafts, sight) if model.labels else ():
        features = see_standing(scene, standing, drafts, held, sight, model.told.get("u"))
        chance = model.best(features)[1]
        if standing.draft is not None:
            seen.add(id(standing.draft))
            if chance >= _DOUBT or _is_of_head(scene, standing):
                yield replace(standing.draft, chance=chance)
        elif chance >= (_HINTED if _may_be_doer(standing) else _SURE):
            yield _draft(standing, chance)
    yield from (draft for draft in drafts if id(draft) not in seen)


def _is_of_head(scene: Scene, standing: Standing) -> bool:
    """Do rules say it of what heads a list item, which the item goes on about without its name?"""
    heads = scene.turns[standing.turn].head
    return any(standing.item.entity is subject.entity for subject in heads)


def _may_be_doer(standing: Standing) -> bool:
    """Does a mere hint stand behind an area or what is not named, which may do what it says?

    甲高新区加快实施39个项目 tells of no works on the zone.
    """
    if standing.hit.of("state") or standing.place == "behind":
        return False
    area = vocabulary().is_a(standing.item.entity.cls, "Zone")
    return area or standing.place == "absent"


def _draft(standing: Standing, chance: float) -> Draft:
    item, hit = standing.item, standing.hit
    return Draft(
        item.entity, "hasStatus", None, "learned/hasStatus",
        (("predicate", hit.start, hit.end), item.subject.span), item.subject.source,
        name=standing.rung, modality=standing.modality, chance=chance,
    )  # fmt: skip
