"""Homonyms: how many things the articles mean by one name.

Profiles of one name are one thing unless something tells them apart: classes that exclude each
other, different mother institutions, or different places. A profile that could be several of the
things is none of them. Nothing depends on the order of the articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx
from ahocorasick_rs import AhoCorasick, MatchKind

from graph.division import divisions
from graph.roster import Profile, Roster, is_unique, leaves
from graph.telling import is_known, is_telling

__all__ = ["Group", "Surroundings", "split"]

ONE_OF_A_KIND = "same name, and only one thing in the country has it"
PLACED_NAME = "same name, and the name says where"
SAME_BODY = "same name and same body"
SAME_PLACE = "same name and same place"
ONLY_ONE = "same name, and only one thing of that name is known there"
UNPLACED = "same name, nothing tells them apart"
UNCLEAR = "same name as several things, and nothing says which"


@dataclass(slots=True)
class Group:
    """Profiles that are one thing, where it may be, and why they are one."""

    profiles: list[Profile]
    homes: frozenset[str]
    reason: str


@dataclass(slots=True)
class Surroundings:
    """Which names place a thing, and how places contain each other.

    Built from the roster: ``above`` maps a place to the places it is said to be in, ``same`` a
    name to the one name that stands for it in comparisons.
    """

    above: Mapping[str, set[str]]
    same: dict[str, str]
    _matcher: AhoCorasick
    _anchors: tuple[str, ...]
    _up: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, roster: Roster) -> Surroundings:
        """What the roster knows of places, with the table of divisions."""
        table = divisions()
        placing = {
            name
            for name, records in roster.records.items()
            if len(name) > 1 and any(is_unique(profile.cls) for profile in records)
        }
        anchors = tuple(sorted(placing | table.anchors))
        same: dict[str, str] = {}
        first: dict[frozenset[str], str] = {}
        for name in sorted(table.codes):
            same[name] = first.setdefault(table.codes[name], name)
        for other, owners in sorted(roster.aliases.items()):
            found = {owner.key for owner in owners if is_unique(owner.cls)}
            if len(found) == 1 and other not in same:
                same[other] = found.pop()
        matcher = AhoCorasick(anchors, matchkind=MatchKind.LeftmostLongest)
        return cls(roster.above, same, matcher, anchors)

    def canonical(self, names: Iterable[str]) -> frozenset[str]:
        """The names, each by the one that stands for it."""
        return frozenset(self.same.get(name, name) for name in names)

    def anchors(self, name: str) -> frozenset[str]:
        """Known places and one-of-a-kind bodies inside a longer name."""
        hits = self._matcher.find_matches_as_indexes(name)
        found = {self._anchors[index] for index, _, _ in hits}
        return self.canonical(found - {name})

    def _named_areas(self, place: str) -> frozenset[str]:
        """The administrative areas that a place's own name says."""
        return frozenset(area for area in self.anchors(place) if area in divisions().codes)

    def up(self, place: str) -> frozenset[str]:
        """The place and all places it is said to be in."""
        if place not in self._up:
            seen, queue = {place}, [place]
            while queue:
                inner = queue.pop()
                for outer in (*self.above.get(inner, ()), *self._named_areas(inner)):
                    if outer not in seen:
                        seen.add(outer)
                        queue.append(outer)
            self._up[place] = self.canonical(seen)
        return self._up[place]

    def contains(self, outer: str, inner: str) -> bool:
        """Whether ``inner`` lies in ``outer``, by what is said or by the table of divisions."""
        reach = self.up(inner)
        if outer in reach:
            return True
        codes = divisions().codes
        wide = codes.get(outer, frozenset())
        return any(
            code.startswith(prefix)
            for place in reach
            for code in codes.get(place, ())
            for prefix in wide
        )

    def touch(self, one: Iterable[str], others: Iterable[str]) -> bool:
        """Whether some place of one lies in some place of the others, or the other way."""
        known = list(others)
        return any(self.contains(a, b) or self.contains(b, a) for a in one for b in known)

    def lowest(self, places: frozenset[str]) -> frozenset[str]:
        """The places without those that contain another of them."""
        return frozenset(
            place
            for place in places
            if not any(
                place != other and self.contains(place, other) and not self.contains(other, place)
                for other in places
            )
        )

    def homes(self, profile: Profile, telling: bool = False) -> frozenset[str]:
        """Where a profile's thing may be: places in known areas, else what the article is about.

        A telling name is not tied down by what else its article is about.
        """
        places = self.canonical(profile.places)
        codes = divisions().codes
        placed = {place for place in places if any(area in codes for area in self.up(place))}
        if telling:
            return self.lowest(frozenset(placed))
        return self.lowest(places if placed else places | self.canonical(profile.areas))


def split(name: str, profiles: Iterable[Profile], around: Surroundings) -> list[Group]:
    """The things of one name, in a fixed order."""
    ordered = sorted(profiles, key=_order)
    leaf = leaves(profile.cls for profile in ordered)
    families: dict[str, list[Profile]] = {}
    for profile in ordered:
        families.setdefault(leaf[profile.cls], []).append(profile)
    groups: list[Group] = []
    for cls, members in sorted(families.items()):
        if is_unique(cls) or is_known(name) or divisions().is_unique(name):
            groups.append(Group(members, frozenset(), ONE_OF_A_KIND))
        elif cls != "Person" and around.anchors(name):
            homes = frozenset().union(*map(around.homes, members)) | around.anchors(name)
            groups.append(Group(members, homes, PLACED_NAME))
        else:
            groups.extend(_by_ties(members, around, is_telling(name, cls)))
    return groups


def _order(profile: Profile) -> tuple[object, ...]:
    sets = (profile.bodies, profile.places, profile.areas)
    return (profile.cls, *(sorted(found) for found in sets), profile.doc)


def _by_ties(members: Sequence[Profile], around: Surroundings, telling: bool) -> list[Group]:
    groups = _by_body([p for p in members if p.bodies], around)
    rest = [p for p in members if not p.bodies]
    homes = {profile: around.homes(profile, telling) for profile in rest}
    explicit = [p for p in rest if p.places and homes[p]]
    implied = [p for p in rest if not p.places and homes[p]]
    for tier in (explicit, implied):
        groups = _place(tier, homes, groups, around)
    lost = [p for p in rest if not homes[p]]
    if not lost:
        return groups
    if len(groups) == 1:
        groups[0].profiles.extend(lost)
        groups[0].reason = ONLY_ONE
        return groups
    return [*groups, Group(lost, frozenset(), UNCLEAR if groups else UNPLACED)]


def _by_body(members: Sequence[Profile], around: Surroundings) -> list[Group]:
    links: nx.Graph[Profile | str] = nx.Graph()
    for profile in members:
        links.add_edges_from((profile, body) for body in around.canonical(profile.bodies))
    groups = []
    for together in nx.connected_components(links):
        found = sorted((node for node in together if isinstance(node, Profile)), key=_order)
        homes = frozenset().union(*map(around.homes, found))
        groups.append(Group(found, homes, SAME_BODY))
    return sorted(groups, key=lambda group: _order(group.profiles[0]))


def _place(
    tier: Sequence[Profile],
    homes: Mapping[Profile, frozenset[str]],
    groups: list[Group],
    around: Surroundings,
) -> list[Group]:
    """Join each profile to the one group it can belong to; the others form groups by place."""
    loose: dict[frozenset[str], list[Profile]] = {}
    unclear: dict[frozenset[str], list[Profile]] = {}
    joining: list[tuple[Group, Profile]] = []
    for profile in tier:
        home = homes[profile]
        fits = [g for g in groups if not g.homes or around.touch(home, g.homes)]
        if len(fits) == 1:
            joining.append((fits[0], profile))
        else:
            (unclear if fits else loose).setdefault(home, []).append(profile)
    for group, profile in joining:
        group.profiles.append(profile)
        group.homes |= homes[profile]
    made = [Group(found, home, SAME_PLACE) for home, found in loose.items()]
    return [
        *groups,
        *_gather(made, around),
        *(Group(found, home, UNCLEAR) for home, found in unclear.items()),
    ]


def _gather(made: list[Group], around: Surroundings) -> list[Group]:
    """Groups of one narrow place stay; a wider or manifold one joins the only one it touches."""

    def strictly_above(wide: Group, narrow: Group) -> bool:
        return around.touch(wide.homes, narrow.homes) and _wider(wide, narrow, around)

    tops: list[tuple[Group, list[Group]]] = [
        (group, [other for other in made if other is not group and strictly_above(group, other)])
        for group in made
    ]
    cores = [group for group, below in tops if not below]
    kept: list[Group] = list(cores)
    for group, below in tops:
        if not below:
            continue
        reach = [core for core in cores if strictly_above(group, core)]
        if len(reach) == 1:
            reach[0].profiles.extend(group.profiles)
            reach[0].reason = ONLY_ONE
        else:
            kept.append(Group(group.profiles, group.homes, UNCLEAR))
    return kept


def _wider(wide: Group, narrow: Group, around: Surroundings) -> bool:
    covers: Callable[[str, str], bool] = around.contains
    if len(wide.homes) != len(narrow.homes):
        return len(wide.homes) > len(narrow.homes)
    return any(covers(a, b) and not covers(b, a) for a in wide.homes for b in narrow.homes)
