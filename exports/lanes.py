"""Lanes: the lines between frames of the board, led through the gaps between cards.

A line that ran behind cards could not be followed, and one over them would hide their names. So
each cross link takes the shortest way with few turns along the gaps, found by A* on the grid of
gaps (Hart, Nilsson, Raphael 1968, https://doi.org/10.1109/TSSC.1968.300136); lines that share a
gap lie side by side. Which links are drawn: those between two frames, the most told first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush

from exports.packing import Card, Frame
from exports.picture import Link, Picture, is_city
from exports.tree import Tree

__all__ = ["Lane", "connect", "in_order"]

#: Lines on one board; more could not be told apart.
MOST = 24
#: Boards of more cards are looked at one thing at a time; lines would fill every gap.
_CROWD = 160
_NEAR, _TURN, _SHARE, _STEP = 3.5, 24.0, 0.35, 2.4
#: How far lines side by side may be moved, and so what must be left free along cards.
_ASIDE = 2.0

Point = tuple[float, float]
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Lane:
    """A line from one card to another; ``links`` are numbers in the order of the page's links."""

    source: str
    target: str
    links: tuple[int, ...]
    planned: bool
    points: tuple[Point, ...]


def in_order(picture: Picture) -> list[Link]:
    """Links in the order of the page, which numbers them."""
    return sorted(picture.links, key=lambda li: (li.source, li.target, li.predicate, li.style))


def connect(
    picture: Picture, tree: Tree, cards: Iterable[Card], frames: Iterable[Frame]
) -> tuple[Lane, ...]:
    """The lines of one board; none where more cards are than lines could be told apart among."""
    shown = {card.iri: card for card in cards}
    if len(shown) > _CROWD:
        return ()
    framed = list(frames)
    wanted = _wanted(picture, tree, shown)
    ends = [shown[iri] for pair in wanted for iri in pair]
    grid = _Grid(list(shown.values()), framed, ends)
    found: list[Lane] = []
    for (source, target), links in wanted.items():
        points = grid.lead(shown[source], shown[target])
        if points:
            planned = all(picture_link.style == "planned" for _, picture_link in links)
            numbers = tuple(number for number, _ in links)
            found.append(Lane(source, target, numbers, planned, points))
    return tuple(_spread(found))


def _wanted(
    picture: Picture, tree: Tree, shown: dict[str, Card]
) -> dict[tuple[str, str], list[tuple[int, Link]]]:
    """Links between two frames by the cards that stand for their ends, the most told first."""
    parents = {below: iri for iri, children in tree.children.items() for below in children}

    def stand_in(iri: str) -> str:
        while iri and iri not in shown:
            iri = parents.get(iri, "")
        return iri

    def zone(iri: str) -> str:
        while iri in parents and not is_city(tree.nodes[parents[iri]]):
            iri = parents[iri]
        return iri

    found: dict[tuple[str, str], list[tuple[int, Link]]] = {}
    for number, link in enumerate(in_order(picture)):
        if link.style not in {"stated", "planned"}:
            continue
        a, b = stand_in(link.source), stand_in(link.target)
        if not a or not b or zone(link.source) == zone(link.target) or _heads(a, b, parents):
            continue
        if "chip" in (shown[a].kind, shown[b].kind) or "banner" in (shown[a].kind, shown[b].kind):
            continue
        found.setdefault((a, b), []).append((number, link))
    best = sorted(found, key=lambda pair: (-len(found[pair]), pair))[:MOST]
    return {pair: found[pair] for pair in sorted(best)}


def _heads(a: str, b: str, parents: dict[str, str]) -> bool:
    """Whether one of the two stands inside the other, or is the other."""
    for inner, outer in ((a, b), (b, a)):
        here = inner
        while here:
            if here == outer:
                return True
            here = parents.get(here, "")
    return False


def _box(card: Card, around: float = 0.0) -> _Box:
    right, bottom = card.x + card.w + around, card.y + card.h + around
    return card.x - around, card.y - around, right, bottom


class _Grid:
    """Lines in the gaps, and which stretches of them something stands on."""

    def __init__(self, cards: list[Card], frames: list[Frame], ends: list[Card]) -> None:
        around = [(f.x, f.y, f.x + f.w, f.y + f.h) for f in frames]
        boxes = [_box(card) for card in cards]
        # Chips flow in lines: the gaps between two of them lead nowhere.
        apart = [_box(card) for card in cards if card.kind != "chip"]
        self.xs = _lines(apart + around, [card.x + card.w / 2 for card in ends], 0)
        self.ys = _lines(boxes + around, [card.y + card.h / 2 for card in ends], 1)
        self.used: dict[tuple[int, int, bool], int] = {}
        # Between two chips there is no room for a line.
        taken = [_box(card, 3.0 if card.kind == "chip" else _ASIDE) for card in cards]
        self.wide, self.high = _taken(self.xs, self.ys, [*taken, *_labels(frames)])

    def lead(self, source: Card, target: Card) -> tuple[Point, ...]:
        """The way from one card's side to the other's; empty when there is none."""
        goals = {self._at(port): edge for port, edge in _ports(target)}
        came: dict[tuple[int, int, bool], tuple[int, int, bool] | None] = {}
        cost: dict[tuple[int, int, bool], float] = {}
        heap: list[tuple[float, float, int, int, bool, tuple[int, int, bool] | None]] = []
        middle = (target.x + target.w / 2, target.y + target.h / 2)
        starts = {self._at(port): edge for port, edge in _ports(source)}
        for x, y in sorted(starts):
            for level in (False, True):
                heappush(heap, (self._far(x, y, middle), 0.0, x, y, level, None))
        while heap:
            _, spent, x, y, level, last = heappop(heap)
            here = (x, y, level)
            if here in came:
                continue
            came[here] = last
            if (x, y) in goals:
                return self._trace(here, came, starts, goals)
            for nx, ny, flat, length in self._steps(x, y):
                there = (nx, ny, flat)
                total = spent + length + (_TURN if flat != level else 0.0)
                if there not in came and total < cost.get(there, 1e9):
                    cost[there] = total
                    heappush(heap, (total + self._far(nx, ny, middle), total, nx, ny, flat, here))
        return ()

    def _at(self, point: Point) -> tuple[int, int]:
        return _nearest(self.xs, point[0]), _nearest(self.ys, point[1])

    def _far(self, x: int, y: int, goal: Point) -> float:
        # Ports lie on the card's sides, so that its half size may be spared on the way.
        return 0.8 * (abs(self.xs[x] - goal[0]) + abs(self.ys[y] - goal[1]))

    def _steps(self, x: int, y: int) -> list[tuple[int, int, bool, float]]:
        xs, ys, used = self.xs, self.ys, self.used
        found = []
        for nx, left in ((x - 1, x - 1), (x + 1, x)):
            if 0 <= nx < len(xs) and (left, y) not in self.wide:
                length = abs(xs[nx] - xs[x])
                found.append((nx, y, True, length * (1 + _SHARE * used.get((left, y, True), 0))))
        for ny, top in ((y - 1, y - 1), (y + 1, y)):
            if 0 <= ny < len(ys) and (x, top) not in self.high:
                length = abs(ys[ny] - ys[y])
                found.append((x, ny, False, length * (1 + _SHARE * used.get((x, top, False), 0))))
        return found

    def _trace(
        self,
        here: tuple[int, int, bool],
        came: dict[tuple[int, int, bool], tuple[int, int, bool] | None],
        starts: dict[tuple[int, int], Point],
        goals: dict[tuple[int, int], Point],
    ) -> tuple[Point, ...]:
        points = [goals[here[:2]]]
        step: tuple[int, int, bool] | None = here
        while step is not None:
            points.append((self.xs[step[0]], self.ys[step[1]]))
            before = came[step]
            if before:
                low = (min(step[0], before[0]), min(step[1], before[1]), step[2])
                self.used[low] = self.used.get(low, 0) + 1
            last, step = step, before
        points.append(starts[last[:2]])
        return _straight(points[::-1])


def _lines(boxes: list[_Box], exact: list[float], low: int) -> list[float]:
    """Positions just outside of every box, and ``exact`` ones; what is nearly one is one."""
    kept = {round(value, 1) for value in exact}
    gaps = {round(box[low] - _NEAR, 1) for box in boxes}
    gaps |= {round(box[low + 2] + _NEAR, 1) for box in boxes}
    merged: list[float] = []
    for value in sorted(kept | gaps):
        if not merged or value - merged[-1] > 1.1 or value in kept:
            merged.append(value)
    return merged


def _taken(
    xs: list[float], ys: list[float], boxes: Iterable[_Box]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Stretches of lines that lead through a box: level ones by their left end, upright by top."""
    wide: set[tuple[int, int]] = set()
    high: set[tuple[int, int]] = set()
    for left, top, right, bottom in boxes:
        inner_x = range(bisect_right(xs, left), bisect_left(xs, right))
        inner_y = range(bisect_right(ys, top), bisect_left(ys, bottom))
        before_x = max(0, bisect_right(xs, left) - 1)
        before_y = max(0, bisect_right(ys, top) - 1)
        wide |= {(x, y) for y in inner_y for x in range(before_x, bisect_left(xs, right))}
        high |= {(x, y) for x in inner_x for y in range(before_y, bisect_left(ys, bottom))}
    return wide, high


def _labels(frames: Iterable[Frame]) -> list[_Box]:
    """What frames themselves write: their names without a bar, and counts."""
    found = []
    for frame in frames:
        if frame.label:
            found.append((frame.x + 8, frame.y + 4, frame.x + 150, frame.y + 22))
        if frame.counts:
            per_row = max(1, int((frame.w - 18) // 46))
            wide = 46.0 * min(per_row, len(frame.counts))
            bottom = frame.count_y + 22 * -(-len(frame.counts) // per_row) - 3
            found.append((frame.x + 8, frame.count_y, frame.x + 8 + wide, bottom))
    return found


def _ports(card: Card) -> list[tuple[Point, Point]]:
    """Where lines may leave a card: just outside each side, with the point on the side itself."""
    x, y = card.x + card.w / 2, card.y + card.h / 2
    sides = [
        ((card.x - _NEAR, y), (card.x, y)),
        ((card.x + card.w + _NEAR, y), (card.x + card.w, y)),
    ]
    if card.kind == "card":
        sides.append(((x, card.y - _NEAR), (x, card.y)))
    return [*sides, ((x, card.y + card.h + _NEAR), (x, card.y + card.h))]


def _nearest(values: list[float], wanted: float) -> int:
    place = bisect_left(values, wanted)
    around = [i for i in (place - 1, place) if 0 <= i < len(values)]
    return min(around, key=lambda i: (abs(values[i] - wanted), i))


def _straight(points: Iterable[Point]) -> tuple[Point, ...]:
    """Without points on the way between two others."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        while len(kept) > 1 and (
            kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]
        ):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _spread(lanes: list[Lane]) -> Iterable[Lane]:
    """Lanes that share a stretch of a gap, side by side in it."""
    stretches: dict[tuple[bool, float], list[tuple[float, float, int, int]]] = {}
    for number, lane in enumerate(lanes):
        for place, (a, b) in enumerate(zip(lane.points, lane.points[1:], strict=False)):
            level = abs(a[1] - b[1]) < abs(a[0] - b[0])
            along, across = (0, 1) if level else (1, 0)
            low, high = sorted((a[along], b[along]))
            stretches.setdefault((level, round(a[across])), []).append((low, high, number, place))
    shifts: dict[tuple[int, int], float] = {}
    for _, parts in sorted(stretches.items()):
        shifts |= _tracks(sorted(parts))
    for number, lane in enumerate(lanes):
        yield Lane(
            lane.source, lane.target, lane.links, lane.planned, _shift(lane.points, number, shifts)
        )


def _tracks(parts: list[tuple[float, float, int, int]]) -> dict[tuple[int, int], float]:
    """How far each stretch is moved aside: those that overlap share the gap out."""
    shifts: dict[tuple[int, int], float] = {}
    cluster: list[tuple[int, int, int]] = []
    ends: list[float] = []

    def settle() -> None:
        step = min(_STEP, 2 * _ASIDE / max(1, len(ends) - 1))
        for track, number, place in cluster:
            shifts[number, place] = (track - (len(ends) - 1) / 2) * step
        cluster.clear()
        ends.clear()

    for low, high, number, place in parts:
        if ends and low > max(ends) + 1:
            settle()
        track = next((i for i, end in enumerate(ends) if end < low), len(ends))
        if track == len(ends):
            ends.append(high)
        else:
            ends[track] = high
        cluster.append((track, number, place))
    settle()
    return shifts


def _shift(
    points: tuple[Point, ...], number: int, shifts: dict[tuple[int, int], float]
) -> tuple[Point, ...]:
    moved = [list(point) for point in points]
    for place, (a, b) in enumerate(zip(points, points[1:], strict=False)):
        across = 1 if abs(a[1] - b[1]) < abs(a[0] - b[0]) else 0
        aside = shifts.get((number, place), 0.0)
        moved[place][across] = a[across] + aside
        moved[place + 1][across] = b[across] + aside
    return tuple((round(x, 1), round(y, 1)) for x, y in moved)
