"""Union: things of different names and articles become one, each time for a recorded reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.curation import Curation, Ruling, Side
from graph.division import divisions
from graph.homonym import Surroundings, split
from graph.mint import clean
from graph.roster import Profile, Roster, is_unique, leaves
from ontology.errors import ReviewError
from ontology.vocabulary import vocabulary

__all__ = ["Decision", "Things", "unite"]

DECLARED = "an article gives the one name as another name of the other"
SHORT_AREA = "short form of an administrative area's name"
RULED = "a curator's ruling"
TOGETHER = "one article names both as two things"
ELSEWHERE = "nothing places both in one area"
SEVERAL = "the other name is given for several things"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a name and why.

    ``action``: ``merged`` (of several articles, or with ``other``), ``apart`` (one of several
    things of the name, or not the thing called ``other``), ``forced`` and ``forbidden`` (by a
    curator), ``unused`` (a ruling about a name that no article has). ``articles`` counts the
    articles concerned, ``example`` is the first of them by name.
    """

    action: str
    name: str
    cls: str
    other: str
    reason: str
    articles: int = 0
    example: str = ""
    iri: str = ""


@dataclass(slots=True)
class _Thing:
    key: str
    cls: str
    profiles: list[Profile]
    homes: frozenset[str]
    reason: str


class Things:
    """All things, which of them are one, and the decisions so far."""

    def __init__(self, roster: Roster, around: Surroundings) -> None:
        """Split every name of the roster into things."""
        self.roster, self.around = roster, around
        self.all: list[_Thing] = []
        self.by_key: dict[str, list[int]] = {}
        self.of: dict[Profile, int] = {}
        for name in sorted(roster.records):
            for group in split(name, roster.records[name], around):
                self._add(name, group.profiles, group.homes, group.reason)
        self.parent = list(range(len(self.all)))
        self.members = {number: [number] for number in self.parent}
        self.barred: set[tuple[int, int]] = set()
        self.log: list[tuple[int, Decision]] = []

    def _add(self, name: str, found: list[Profile], homes: frozenset[str], reason: str) -> int:
        number = len(self.all)
        classes = leaves(profile.cls for profile in found)
        self.all.append(_Thing(name, min(classes.values()), found, homes, reason))
        self.by_key.setdefault(name, []).append(number)
        self.of |= dict.fromkeys(found, number)
        return number

    def take_out(self, number: int, found: Sequence[Profile]) -> int:
        """Make some profiles of a thing a thing of their own."""
        thing = self.all[number]
        thing.profiles = [profile for profile in thing.profiles if profile not in found]
        self.parent.append(len(self.all))
        self.members[len(self.all)] = [len(self.all)]
        return self._add(thing.key, list(found), thing.homes, RULED)

    def root(self, number: int) -> int:
        """The number that stands for all that are one with ``number``."""
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def bar(self, one: int, other: int) -> None:
        """Keep two things apart from now on."""
        self.barred.add((one, other))

    def is_barred(self, one: int, other: int) -> bool:
        """Whether making these two one would join things that are kept apart."""
        pair = {self.root(one), self.root(other)}
        return any({self.root(a), self.root(b)} == pair for a, b in self.barred)

    def join(self, one: int, other: int) -> bool:
        """Make two things one; False when they are one already."""
        low, high = sorted((self.root(one), self.root(other)))
        if low == high:
            return False
        self.parent[high] = low
        self.members[low] += self.members.pop(high)
        return True

    def together(self, one: int, other: int) -> bool:
        """Whether some article names both as two things."""
        groups = (self.members[self.root(number)] for number in (one, other))
        docs = [{doc for member in group for doc in self.docs(member)} for group in groups]
        return bool(docs[0] & docs[1])

    def note(self, number: int, action: str, other: str, reason: str, example: str = "") -> None:
        """Record a decision about a thing."""
        thing = self.all[number]
        name = min(self._spellings(thing.profiles)) if thing.profiles else thing.key
        count = len(self.docs(number))
        self.log.append((number, Decision(action, name, thing.cls, other, reason, count, example)))

    def docs(self, number: int) -> set[int]:
        """Numbers of the articles that name a thing."""
        records = self.roster.records[self.all[number].key]
        return {doc for profile in self.all[number].profiles for doc in records[profile].docs}

    def groups(self) -> list[tuple[int, ...]]:
        """The things that are one, in a fixed order."""
        found: dict[int, list[int]] = {}
        for number, thing in enumerate(self.all):
            if thing.profiles:
                found.setdefault(self.root(number), []).append(number)
        return [tuple(group) for _, group in sorted(found.items())]

    def profiles(self, group: Iterable[int]) -> list[Profile]:
        """All profiles of a group of things."""
        return [profile for number in group for profile in self.all[number].profiles]

    def _spellings(self, found: Iterable[Profile]) -> dict[str, int]:
        names: dict[str, int] = {}
        for profile in found:
            for name, times in self.roster.records[profile.key][profile].names.items():
                names[name] = names.get(name, 0) + times
        return names

    def label(self, group: Sequence[int]) -> str:
        """The fullest name: the longest, then the most frequent spelling."""
        names = self._spellings(self.profiles(group))
        return clean(min(names, key=lambda name: (-len(name), -names[name], name))) or "?"

    def english(self, group: Sequence[int]) -> str:
        """The fullest English name that an article gives, if any."""
        found = self.profiles(group)
        names = {clean(n) for profile in found for n in self.roster.english.get(profile, ())}
        full = [name for name in names if " " in name]
        return min(full, key=lambda name: (-len(name), name), default="")

    def cls(self, group: Sequence[int]) -> str:
        """The most specific class; among several, the most frequent."""
        votes: dict[str, int] = {}
        for profile in self.profiles(group):
            record = self.roster.records[profile.key][profile]
            votes[profile.cls] = votes.get(profile.cls, 0) + len(record.docs)
        lowest = set(leaves(votes).values())
        return min(lowest, key=lambda cls: (-votes.get(cls, 0), cls))

    def mark(self, group: Sequence[int]) -> str:
        """What tells a thing from others of its name: body, place or class."""
        found = self.profiles(group)
        bodies = self.around.canonical({b for profile in found for b in profile.bodies})
        homes = {home for number in group for home in self.all[number].homes}
        return "\x1e".join((min(bodies, default=""), min(homes, default=""), self.cls(group)))

    def first(self, group: Sequence[int]) -> str:
        """The first article, by name, that names the thing."""
        return min(
            self.roster.records[profile.key][profile].first for profile in self.profiles(group)
        )

    def decisions(
        self, iris: Sequence[str], groups: Sequence[tuple[int, ...]]
    ) -> tuple[Decision, ...]:
        """All decisions, each with the IRI of its thing, in a fixed order."""
        iri = {number: iris[at] for at, group in enumerate(groups) for number in group}
        twins = {
            name: sum(1 for number in numbers if self.all[number].profiles)
            for name, numbers in self.by_key.items()
        }
        for number, thing in enumerate(self.all):
            if not thing.profiles:
                continue
            if twins[thing.key] > 1:
                reason = f"one of {twins[thing.key]} things of this name: {thing.reason}"
                self.note(number, "apart", "", reason, self.first([number]))
            elif len(self.docs(number)) > 1:
                self.note(number, "merged", "", thing.reason, self.first([number]))
        found = {replace(decision, iri=iri.get(number, "")) for number, decision in self.log}
        return tuple(
            sorted(found, key=lambda d: (d.action, d.name, d.cls, d.other, d.reason, d.iri))
        )


def unite(roster: Roster, around: Surroundings, curation: Curation) -> Things:
    """Split the names of the roster into things, then join those that are one.

    :raises ReviewError: when a ruling forces together what another keeps apart.
    """
    things = Things(roster, around)
    for ruling in curation.rulings:
        if ruling.action == "keep-apart":
            _keep_apart(things, ruling)
    for ruling in curation.rulings:
        if ruling.action == "merge":
            _force(things, ruling)
    _join_areas(things)
    _join_aliases(things)
    return things


def _sides(things: Things, ruling: Ruling) -> tuple[list[int], list[int]] | None:
    found = tuple(_meant(things, side) for side in (ruling.one, ruling.other))
    if all(found):
        return found[0], found[1]
    names = (ruling.one.text, ruling.other.text)
    things.log.append((-1, Decision("unused", names[0], "", names[1], f"{RULED}: {ruling.where}")))
    return None


def _meant(things: Things, side: Side) -> list[int]:
    return [
        number
        for number in things.by_key.get(side.key, [])
        if any(not side.doc or profile.doc == side.doc for profile in things.all[number].profiles)
    ]


def _keep_apart(things: Things, ruling: Ruling) -> None:
    sides = _sides(things, ruling)
    if sides is None:
        return
    for number in sides[1]:
        if number in sides[0]:
            doc = ruling.other.doc or ruling.one.doc
            own = [profile for profile in things.all[number].profiles if profile.doc == doc]
            number = things.take_out(number, own)
        for other in sides[0]:
            things.bar(other, number)
        things.note(number, "forbidden", ruling.one.text, f"{RULED}: {ruling.where}")


def _force(things: Things, ruling: Ruling) -> None:
    sides = _sides(things, ruling)
    if sides is None:
        return
    for one in sides[0]:
        for other in sides[1]:
            if things.is_barred(one, other):
                raise ReviewError(
                    "forces together what another line keeps apart",
                    where=ruling.where,
                    remedy="remove one of the lines",
                )
            things.join(one, other)
    things.note(sides[0][0], "forced", ruling.other.text, f"{RULED}: {ruling.where}")


def _join_areas(things: Things) -> None:
    """重庆 of one article and 重庆市 of another."""
    for short, full in sorted(divisions().full.items()):
        for number in things.by_key.get(short, []):
            targets = [
                target
                for name, cls in full
                if name != short and vocabulary().is_a(cls, things.all[number].cls)
                for target in things.by_key.get(name, [])
                if things.all[target].cls == cls
            ]
            _join_one(things, number, targets, SHORT_AREA)


def _join_aliases(things: Things) -> None:
    for other, owners in sorted(things.roster.aliases.items()):
        for number in things.by_key.get(other, []):
            thing = things.all[number]
            placed = is_unique(thing.cls) or (
                thing.cls != "Person" and bool(things.around.anchors(other))
            )
            targets: set[int] = set()
            elsewhere: set[str] = set()
            for owner in owners:
                target = things.of[owner]
                if not _compatible(thing.cls, things.all[target].cls):
                    continue
                homes = things.all[target].homes | things.around.anchors(owner.key)
                if placed or things.around.touch(thing.homes, homes):
                    targets.add(target)
                elif target != number:
                    elsewhere.add(things.all[target].key)
            if elsewhere and not targets:
                more = f" (nor with {len(elsewhere) - 1} others)" if len(elsewhere) > 1 else ""
                things.note(number, "apart", min(elsewhere), ELSEWHERE + more)
            _join_one(things, number, sorted(targets), DECLARED)


def _compatible(one: str, other: str) -> bool:
    words = vocabulary()
    return words.is_a(one, other) or words.is_a(other, one)


def _join_one(things: Things, number: int, targets: Sequence[int], reason: str) -> None:
    """Join a thing to its target when there is just one and nothing speaks against it."""
    roots = {things.root(target) for target in targets}
    if len(roots) > 1:
        for target in targets:
            things.note(number, "apart", things.all[target].key, SEVERAL)
        return
    for target in targets:
        other = things.all[target].key
        if things.root(number) == things.root(target):
            continue
        if things.is_barred(number, target):
            things.note(number, "forbidden", other, f"{RULED}, although {reason}")
        elif reason != SHORT_AREA and things.together(number, target):
            things.note(number, "apart", other, TOGETHER)
        elif things.join(number, target):
            things.note(number, "merged", other, reason, things.first([target]))
