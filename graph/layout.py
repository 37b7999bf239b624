"""Layout: what the name of a layout says of its components, such as 一城多园 and 一核四区.

A slogan counts: one city, many parks. Each part of it wants components, which are named in the
text. A component takes the part whose word ends its name, else one whose role it could play, else
the only part that still wants one; where several do, nothing is guessed.

>>> arrange("一城多园", ["甲科学城", "乙创新区", "丙生态城"])
['core', 'supporting-park', 'supporting-park']
>>> arrange("一核四区、两廊多点", ["数字时尚区", "铁路科创廊", "湖心创新核", "农创点"])
['supporting-park', 'axis', 'core', 'supporting-park']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ontology.lexicon import alternation
from ontology.vocabulary import vocabulary
from sources.numeral import ARABIC, chinese_signs, value
from sources.statement import Statement

__all__ = ["Component", "arrange", "find_components"]

_MODALITIES = frozenset({"asserted", "target"})


@dataclass(frozen=True, slots=True)
class Component:
    """A component of the layout ``whole``: its statement, its place from 1, its role or nothing."""

    statement: Statement
    position: int
    role: str


@dataclass(slots=True)
class _Part:
    """A part of a slogan: its word, role, and how many components it wants; None is many."""

    word: str
    role: str
    wanted: int | None
    taken: list[str] = field(default_factory=list)

    def is_open(self) -> bool:
        return self.wanted is None or len(self.taken) < self.wanted


@lru_cache(maxsize=1)
def _roles() -> dict[str, tuple[str, ...]]:
    """The roles that each word of a slogan can mean, in the order of the scheme."""
    found: dict[str, list[str]] = {}
    for role in vocabulary().scheme("roles"):
        for word in (*role.entry_terms, role.labels["zh"]):
            found.setdefault(word, []).append(role.name)
    return {word: tuple(roles) for word, roles in found.items()}


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _roles()), key=len, reverse=True))
    return re.compile(f"(?P<count>{alternation('LayoutNumeral')})(?P<word>{words})")


def _worth(signs: str) -> int | None:
    if not (re.fullmatch(ARABIC, signs) or set(signs) <= set(chinese_signs()[0])):
        return None
    found = value(signs)
    return int(found[0]) if found else None


@lru_cache(maxsize=1024)
def _read(slogan: str) -> tuple[tuple[str, str, int | None], ...]:
    """The parts of a slogan. A word of two roles is the core when it is the first and only one."""
    parts: list[tuple[str, str, int | None]] = []
    for match in _part().finditer(slogan):
        wanted = _worth(match["count"])
        roles = _roles()[match["word"]]
        leads = not parts and wanted == 1
        parts.append((match["word"], roles[0] if leads else roles[-1], wanted))
    return tuple(parts)


def arrange(slogan: str, names: Sequence[str]) -> list[str]:
    """The role of each named component, in their order; empty where the slogan does not tell it."""
    parts = [_Part(*part) for part in _read(slogan)]
    told: dict[str, str] = {}

    def take(fits: Callable[[str, _Part], bool]) -> None:
        for name in names:
            if name not in told:
                wanted = [part for part in parts if part.is_open() and fits(name, part)]
                if wanted:
                    wanted[0].taken.append(name)
                    told[name] = wanted[0].role

    take(lambda name, part: name.endswith(part.word))
    take(lambda name, part: any(name.endswith(w) for w, r in _roles().items() if part.role in r))
    take(lambda _name, part: [p for p in parts if p.is_open()] == [part])
    return [told.get(name, "") for name in names]


def find_components(statements: Iterable[Statement]) -> list[Component]:
    """The components of every layout of one article, as its text orders and names them."""
    layouts: dict[str, dict[str, Statement]] = {}
    for statement in statements:
        whole = statement.object
        if statement.predicate != "partOf" or whole is None or whole.cls != "Strategy":
            continue
        if statement.modality in _MODALITIES:
            layouts.setdefault(whole.name, {}).setdefault(statement.subject.name, statement)
    found = []
    for whole_name, members in sorted(layouts.items()):
        places = _places(members)
        ordered = sorted(members, key=lambda name: (places[name], name))
        for position, role in enumerate(arrange(whole_name, ordered), start=1):
            found.append(Component(members[ordered[position - 1]], position, role))
    return found


def _places(members: Mapping[str, Statement]) -> dict[str, int]:
    """Where each component is first named in any quote about the layout; else where it stands.

    The quotes of one component name others too, which matters when a text tells a layout twice.
    """
    quotes = [quote for statement in members.values() for quote in statement.evidence]
    places = {}
    for name, statement in members.items():
        named = [q.start + q.exact.index(name) for q in quotes if name in q.exact]
        span = statement.subject.span
        places[name] = min(named) if named else span[0] if span else quotes[-1].end
    return places
