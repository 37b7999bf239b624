"""Owners: whose number it is, weighed over all that the text speaks of around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ontology.vocabulary import vocabulary
from sources.draft import Subject
from sources.indicator import Indicator
from sources.learned.linear import Linear
from sources.learned.scene import Item, Scene, Scenes, kin
from sources.learned.setting import Settings
from sources.quantity import Quantity
from sources.turn import Turn

__all__ = ["Candidate", "Owners", "see_owner"]

#: The likeliest owner must be this likely beside that the number is nobody's.
_BESIDE = 0.3
#: Most words between a thing and a number that are told one by one.
_TOLD = 10
#: How many characters at the end of a name tell what the thing is.
_TAIL = 2
#: How things are spoken of that the sentence is about and does not name.
_ABSENT = ("section", "headline")
#: Classes of things that a number can be about.
_COUNTED = (
    *("Place", "Organization", "Platform", "Fund", "Policy", "Project", "Alliance"),
    *("FinancialProduct", "Event", "Industry"),
)


# Not frozen: many are made of every text, and a frozen one takes four times as long to make.
@dataclass(slots=True)
class Candidate:
    """A thing that may own a number.

    ``where``: before or after the number in its sentence, absent (only spoken about) or
    earlier; ``rank`` counts the candidates of the same sort that are nearer.
    """

    item: Item
    where: str
    rank: int


class Owners:
    """Tells whose the numbers of one document are."""

    def __init__(self, scenes: Scenes, model: Linear) -> None:
        """``model`` weighs the candidates against each other and against nobody."""
        self.scenes = scenes
        self.model = model
        self._settings = Settings(scenes.parsed, scenes.memory)

    def see(
        self,
        scene: Scene,
        index: int,
        candidate: Candidate,
        quantity: Quantity,
        indicator: Indicator,
        ruled: Subject | None,
    ) -> list[str]:
        """The features that tell whether a number is about the candidate."""
        setting = self._settings.of(scene)
        return [
            *see_owner(scene, index, candidate, quantity, indicator, ruled),
            *setting.see(index, candidate.item, candidate.where, quantity),
        ]

    def choose(
        self,
        turns: list[Turn],
        index: int,
        quantity: Quantity,
        indicator: Indicator,
        ruled: Subject | None,
    ) -> Subject | None:
        """The likeliest owner of a number in clause ``index``; ``ruled`` is what rules say."""
        scene = self.scenes.of(turns)
        candidates = list(self.candidates(scene, index, quantity, ruled))
        shares = self.model.shares(
            self.see(scene, index, candidate, quantity, indicator, ruled)
            for candidate in candidates
        )
        best = max(range(len(candidates)), key=lambda at: (shares[at], -at), default=None)
        if best is None or shares[best] < _BESIDE * (1 - sum(shares)):
            return None
        item = candidates[best].item
        return ruled if ruled is not None and item.entity is ruled.entity else item.subject

    def candidates(
        self, scene: Scene, index: int, quantity: Quantity, ruled: Subject | None
    ) -> Iterator[Candidate]:
        """The things that may own the number, each once."""
        before = [item for item in reversed(scene.items) if item.end <= quantity.start]
        after = [item for item in scene.items if item.start >= quantity.end]
        unsaid = list(self._settings.of(scene).unsaid(index))
        absent = [item for item in unsaid if item.how in _ABSENT]
        earlier = [item for item in unsaid if item.how not in _ABSENT]
        if ruled is not None:
            absent.append(Item(ruled.start, ruled.end, ruled.entity, ruled.source, None, index))
        seen: set[str] = set()
        for where, items in (
            ("before", before),
            ("after", after),
            ("absent", absent),
            ("earlier", earlier),
        ):
            yield from _fresh(where, items, seen)


def _fresh(where: str, items: Iterable[Item], seen: set[str]) -> Iterator[Candidate]:
    ranks: dict[str, int] = {}
    for item in items:
        if item.entity.name in seen or not vocabulary().is_any(item.entity.cls, _COUNTED):
            continue
        seen.add(item.entity.name)
        sort = kin(item.entity.cls)
        yield Candidate(item, where, ranks.get(sort, 0))
        ranks[sort] = ranks.get(sort, 0) + 1


def see_owner(
    scene: Scene,
    index: int,
    candidate: Candidate,
    quantity: Quantity,
    indicator: Indicator,
    ruled: Subject | None,
) -> list[str]:
    """The features that tell whether a number is about the candidate."""
    item, turn = candidate.item, scene.turns[index]
    sort, where = kin(item.entity.cls), candidate.where
    said = "none" if ruled is None else "this" if ruled.entity is item.entity else "other"
    about = any(subject.entity is item.entity for subject in turn.subjects)
    features = [
        *(f"k={sort}", f"w={where}", f"k|w={sort}|{where}", f"rule={said}", f"rule|{said}|{where}"),
        *(f"r={min(candidate.rank, 3)}", f"r|w={min(candidate.rank, 3)}|{where}"),
        *(f"rule|{said}|{sort}|{quantity.kind}", f"about={about}|{where}", f"a|{about}|{sort}"),
        *(f"kind|{quantity.kind}|{sort}", f"unit|{quantity.unit}|{sort}", f"how={item.how}"),
        *(f"size|{indicator.size}|{sort}|{where}", f"name|{indicator.name[-2:]}|{sort}"),
        *(f"name|{indicator.name[:2]}|{sort}", f"name|{indicator.name}|{sort}"),
        f"c={item.entity.cls}|{quantity.kind}",
        f"past={any(subject.entity is item.entity for subject in turn.past)}|{where}",
    ]
    tail = item.entity.name[-_TAIL:]
    features += [
        f"$={tail}|{indicator.name[-2:]}",
        f"$={tail}|{quantity.unit}",
        f"$={tail}|{where}",
    ]
    weight = scene.memory.weight(item.entity.name)
    features += [f"m={weight}|{where}", f"m={weight}|{said}", f"m={weight}|{sort}|{item.how}"]
    features.append(f"m={weight}|own={turn.own is not None}|{where}|{quantity.kind}")
    if item.group is not None:
        features += _beside(scene, index, item, quantity, sort)
    return features


def _beside(scene: Scene, index: int, item: Item, quantity: Quantity, sort: str) -> list[str]:
    """What lies between the number and a thing of its sentence."""
    group = item.group
    assert group is not None, "only things named in the sentence"
    apart = index - item.turn
    ahead = item.start >= quantity.end
    start, end = (quantity.end, group.start) if ahead else (group.tail, quantity.start)
    words = scene.between(start, end)
    way = "after" if ahead else "before"
    features = [
        *(f"d={apart}", f"d|{way}|{apart}|{sort}", f"g={group.governor}|{way}"),
        *(f"own={group is scene.turns[item.turn].own}|{way}|{min(apart, 2)}",),
        *(f"last={item.end == group.end}|{len(group.members) > 1}|{way}",),
        f"n={way}|{min(len(words), 12) // 2}",
    ]
    if len(words) <= _TOLD:
        features += [f"b={way}|{word}" for word in words]
    if words:
        features += [f"b0={way}|{words[0]}|{sort}", f"b-1={way}|{words[-1]}|{sort}"]
    if len(words) <= 3:
        features += [f"ph={way}|{' '.join(words)}", f"ph={way}|{' '.join(words)}|{sort}"]
    hits = scene.triggers(start, end)
    for hit in hits[-1:]:
        features += [f"h={way}|{said}|{sort}" for said in scene.meanings(hit)]
    features.append(f"nh={way}|{min(len(hits), 3)}")
    before = scene.triggers(0, group.start)
    features += [f"hb={way}|{said}" for hit in before[-1:] for said in scene.meanings(hit)]
    inner: Sequence[Item] = scene.within(start, end)
    features.append(f"ni={way}|{min(len(inner), 3)}")
    features += [f"i={way}|{kin(other.entity.cls)}|{sort}" for other in inner]
    return features
