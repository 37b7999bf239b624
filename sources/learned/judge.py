"""The judge: weighs every pair of things in a sentence, with what rules say of it as one voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.entity import Entity
from sources.issuer import may_issue
from sources.learned.linear import Linear
from sources.learned.pair import Pair, pairs, see_pair
from sources.learned.scene import Scene
from sources.promise import as_weighed

__all__ = ["judge"]

#: A relation that no rule says must be this likely, and one that a rule says at least that.
_SURE, _DOUBT = 0.55, 0.2
#: The relation that has no direction; it is learned as said of the left thing.
_MUTUAL = "cooperatesWith"


def judge(scene: Scene, drafts: Sequence[Draft], model: Linear) -> Iterator[Draft]:
    """The drafts of one sentence as the model decides: rules confirmed, refused, or added to.

    Drafts of pairs that do not stand in the sentence are left as they are.
    """
    seen: set[int] = set()
    for pair in pairs(scene, drafts):
        seen.update(id(draft) for _, draft in pair.said)
        yield from _decided(scene, pair, model)
    yield from (draft for draft in drafts if id(draft) not in seen)


def _decided(scene: Scene, pair: Pair, model: Linear) -> Iterator[Draft]:
    for direction, draft in pair.said:
        way = ">" if draft.predicate == _MUTUAL else direction
        if draft.predicate + way not in model.labels:
            yield draft
    model = model.only(_possible(pair, model.labels))
    for label, chance in model.likely(see_pair(scene, pair, model.told.get("w")), _DOUBT):
        predicate, direction = label[:-1], label[-1]
        one, other = (pair.left, pair.right) if direction == ">" else (pair.right, pair.left)
        ruled = _ruled(pair, predicate, direction) if pair.said else None
        if ruled is not None:
            yield replace(ruled, chance=chance)
        elif chance < _SURE or _is_of_person(scene, pair):
            continue
        elif _fits(predicate, one.entity, other.entity):
            yield _draft(scene, pair, predicate, direction, chance)


def _fits(predicate: str, one: Entity, other: Entity) -> bool:
    """Do the classes let it be said, and, of an issuer, the title of the document?"""
    if predicate == "issuedBy" and not may_issue(one.name, other.name):
        return False
    return vocabulary().fits(predicate, one.cls, other.cls)


def _possible(pair: Pair, labels: tuple[str, ...]) -> frozenset[str]:
    """The labels that may be said of a pair: those that its classes allow, and what rules say."""
    possible = _allowed(pair.left.entity.cls, pair.right.entity.cls, labels)
    said = {draft.predicate for _, draft in pair.said}
    return possible | {label for label in labels if label[:-1] in said} if said else possible


@lru_cache(maxsize=4096)
def _allowed(one: str, other: str, labels: tuple[str, ...]) -> frozenset[str]:
    fits = vocabulary().fits
    ends = {">": (one, other), "<": (other, one)}
    return frozenset(label for label in labels if fits(label[:-1], *ends[label[-1]]))


def _is_of_person(scene: Scene, pair: Pair) -> bool:
    """Is one of the two only where a person works: 由A大学教授…创立?"""
    named = (item for item in (pair.left, pair.right) if item.group is not None)
    return any(pattern("Title").match(scene.shadow, item.end) for item in named)


def _ruled(pair: Pair, predicate: str, direction: str) -> Draft | None:
    """The draft of the rules that says the same; working together has no direction."""
    same = predicate == _MUTUAL
    return next(
        (
            draft
            for way, draft in pair.said
            if draft.predicate == predicate and (same or way == direction)
        ),
        None,
    )


def _draft(scene: Scene, pair: Pair, predicate: str, direction: str, chance: float) -> Draft:
    left, right = pair.left, pair.right
    one, other = (left, right) if direction == ">" else (right, left)
    turn = scene.turns[right.turn]
    start = right.start if left.group is None else left.start
    between = scene.triggers(start, right.start)
    behind = next((hit for hit in turn.clause.hits if hit.start >= right.end), None)
    near = between[-1:] or ([behind] if behind else [])
    end = max([right.end, *(hit.end for hit in near)])
    verb = near[0].start if near else right.start
    begin = min([start, *(hit.start for hit in near if left.group is None)])
    source = left.subject.source if left.group is None else one.how
    draft = Draft(
        one.entity, predicate, other.entity, f"learned/{predicate}",
        (("predicate", begin, end), ("subject", left.start, left.end)),
        source, chance=chance,
    )  # fmt: skip
    draft = as_weighed(scene.shadow, draft, turn, verb, right.start)
    return draft if left.group is None else replace(draft, spans=draft.spans[:1])
