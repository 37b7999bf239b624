"""Layout: where every frame and card of the network page stands, computed beforehand.

The map is a planning board. The city is a frame, its zones are frames inside it, their parks
frames inside those, and everything else is a card or, for people, industries and the like, a
small chip in the frame that is its home. Nothing overlaps, nothing moves, no randomness:
the same picture gives the same numbers. Lengths are in CSS pixels at scale 1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from exports.lanes import Lane, connect
from exports.packing import (
    CARDS,
    EVERYTHING,
    FONT,
    FRAMES,
    PAD,
    Block,
    Card,
    Frame,
    Packer,
    flatten,
    stretch,
)
from exports.picture import Picture
from exports.tree import Tree, grow_tree

__all__ = ["LEAST", "ROOM", "Card", "Frame", "Scene", "arrange", "fit_scale"]

#: Room for the map in a window of 1440 x 900.
ROOM = (934.0, 768.0)
#: Scales under which Chinese letters would fall below 10.8 px and Latin ones below 10 px.
LEAST = {"zh": 10.8 / FONT, "en": 10 / FONT}
#: Cards that a reader takes in at once: above about 80 a board shows less, and opens on demand.
MOST = 88
#: Things on the board that shows everything.
_ALL = 400
#: Of so many zones each has its own lines when opened; of more only the whole.
_LINED = 12
_BETWEEN = 8.0
_STEP = 6.0
_WIDTHS: tuple[float, ...] = (760.0, 840.0, 900.0, 960.0, 1020.0, 1080.0, 1160.0, 1250.0, 1400.0)


@dataclass(frozen=True, slots=True)
class Scene:
    """One arrangement, its top left corner at (0, 0)."""

    width: float
    height: float
    cards: tuple[Card, ...] = ()
    frames: tuple[Frame, ...] = ()
    lanes: tuple[Lane, ...] = ()

    def reads_at_once(self, language: str) -> bool:
        """Whether its cards are few enough and, fitted to the window, its letters large enough."""
        return len(self.cards) <= MOST and fit_scale(self) >= LEAST[language]


def arrange(picture: Picture, language: str, tree: Tree | None = None) -> dict[str, Scene]:
    """All scenes of one language: ``all``, ``overview``, one per zone under its IRI, and ``rest``.

    ``overview`` shows what can be read at once: all cards with chips counted, else frames with
    counts. ``rest`` opens what stands in no zone. ``all`` is left out above 400 nodes, where
    nobody could read it.
    """
    tree = tree or grow_tree(picture)
    scenes: dict[str, Scene] = {}
    whole = Packer(tree, language, EVERYTHING)
    if len(tree.nodes) <= _ALL:
        scenes["all"] = _board(whole)
    if sum(node.group not in tree.chips for node in tree.nodes.values()) <= 2 * MOST:
        scenes["overview"] = _board(Packer(tree, language, CARDS))
    if "overview" not in scenes or not scenes["overview"].reads_at_once(language):
        scenes["overview"] = _board(Packer(tree, language, FRAMES))
    if rest := _plan(tree).rest:
        scenes["rest"] = _fitting(lambda width: whole.strip("board.rest", rest, width))
    zones = tree.zones()
    linked = _linked_zones(picture, tree, zones)
    for iri in zones:
        others = sorted(linked[iri], key=lambda i: tree.rank[i])[:40]
        scenes[iri] = _opened(whole, iri, others)
    lined = scenes if len(zones) <= _LINED else {"overview"}
    return {
        name: replace(scene, lanes=connect(picture, tree, scene.cards, scene.frames))
        if name in lined
        else scene
        for name, scene in scenes.items()
    }


def fit_scale(scene: Scene) -> float:
    """The scale at which the scene just fits :data:`ROOM`.

    >>> fit_scale(Scene(1868.0, 768.0))
    0.5
    """
    return min(ROOM[0] / max(1.0, scene.width), ROOM[1] / max(1.0, scene.height))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What goes where on the board: columns hold the zones, strips and shelves all else."""

    columns: list[str]
    shelves: list[str]
    city: list[str]
    named: list[str]
    rest: list[str]


def _plan(tree: Tree) -> _Plan:
    zones = tree.zones()
    mine = [iri for iri in zones if iri in tree.children.get(tree.top, ())]
    held = {below for iri in zones for below in (iri, *tree.inside(iri))}
    city = [iri for iri in tree.inside(tree.top) if iri not in held] if tree.top else []
    rest = [iri for iri in tree.roots if iri not in held and iri != tree.top]
    if tree.enclosed:
        return _Plan(mine, [iri for iri in zones if iri not in mine], city, [], rest)
    named = [iri for iri in rest if tree.is_strong(iri)]
    return _Plan(zones, [], city, named, [iri for iri in rest if iri not in named])


def _board(packer: Packer) -> Scene:
    """The whole: the city with its zones, in the widths that let letters stay largest."""
    tree, plan = packer.tree, _plan(packer.tree)
    edge = PAD if tree.enclosed else 0.0

    def around(width: float) -> tuple[Block, Block, Block]:
        """Strips above the columns, the bar of a city that frames nothing, what is below."""
        inner = width - 2 * edge
        city = packer.strip("board.city", plan.city, inner)
        named = packer.strip("board.named", plan.named, inner)
        above = packer.stack([city, named], inner, _BETWEEN)
        heads = bool(tree.top) and not tree.enclosed
        bar = packer.banner(tree.top, width) if heads else Block(width, 0.0)
        return above, bar, _below(packer, plan, width)

    def height(width: float, shares: tuple[int, ...]) -> float:
        columns = _columns(plan.columns, shares, width - 2 * edge, packer)
        if len(shares) > 1 and min(column.width for column in columns) < packer.narrowest:
            return 1e9
        strips = [block.h + _BETWEEN for block in around(width) if block.h]
        frame = 52.0 if tree.enclosed else 0.0
        return max(column.height for column in columns) + sum(strips) + frame

    width, shares = _choose(height, len(plan.columns), fine=len(tree.nodes) <= 160)
    above, bar, below = around(width)
    columns = _assemble(_columns(plan.columns, shares, width - 2 * edge, packer), packer)
    body = packer.stack([bar, above, columns], width - 2 * edge, _BETWEEN)
    if tree.enclosed:
        body = packer.titled(tree.top, body, width)
    return _scene(packer.stack([body, below], width, _BETWEEN))


def _below(packer: Packer, plan: _Plan, width: float) -> Block:
    """What stands outside the city: one or two frames beside the strip, more of them above it."""
    if not plan.rest or len(plan.shelves) not in {1, 2}:
        shelves = packer.shelves(plan.shelves, width)
        strip = packer.strip("board.rest", plan.rest, width)
        return packer.stack([shelves, strip], width, _BETWEEN)
    each = packer.narrowest + _BETWEEN
    frames = [packer.frame(iri, packer.narrowest, 1) for iri in plan.shelves]
    start = each * len(frames)
    row = [*frames, packer.strip("board.rest", plan.rest, width - start)]
    high = max(block.h for block in row)
    parts = [(place * each, 0.0, stretch(block, high)) for place, block in enumerate(row)]
    return Block(width, high, parts=tuple(parts))


def _opened(packer: Packer, iri: str, others: list[str]) -> Scene:
    """One zone alone, with the zones it has links to beneath."""
    return _fitting(
        lambda width: packer.stack(
            [packer.frame(iri, width, 1), packer.strip(f"board.others {iri}", others, width)],
            width,
            _BETWEEN,
        )
    )


def _fitting(pack: Callable[[float], Block]) -> Scene:
    """What is packed, in the width that shows it largest; above a fifth too large ties are even."""
    ways = [pack(width) for width in (480.0, 640.0, *_WIDTHS[::2])]
    return _scene(max(ways, key=lambda block: min(1.2, fit_scale(_scene(block)))))


@dataclass(slots=True)
class _Column:
    x: float
    width: float
    zones: list[str]
    height: float = 0.0


def _columns(
    zones: list[str], shares: tuple[int, ...], width: float, packer: Packer
) -> list[_Column]:
    """Zones shared out to columns of given shares of the width, each to the lowest column."""
    usable = width - _BETWEEN * (len(shares) - 1)
    columns: list[_Column] = []
    x = 0.0
    for share in shares:
        # Whole steps, so that many arrangements share their frames.
        columns.append(_Column(x, usable * share / sum(shares) // _STEP * _STEP, []))
        x += columns[-1].width + _BETWEEN
    for iri in zones:
        column = min(columns, key=lambda c: (c.height, c.x))
        column.height += packer.frame(iri, column.width, 1).h + (_BETWEEN if column.zones else 0.0)
        column.zones.append(iri)
    return columns


def _assemble(columns: list[_Column], packer: Packer) -> Block:
    """The columns as one block, flush below."""
    high = max(column.height for column in columns)
    width = columns[-1].x + columns[-1].width
    placed: list[tuple[float, float, Block]] = []
    for column in columns:
        y = 0.0
        spare = (high - column.height) / max(1, len(column.zones))
        for iri in column.zones:
            block = packer.frame(iri, column.width, 1)
            block = stretch(block, block.h + spare)
            placed.append((column.x, y, block))
            y += block.h + _BETWEEN
    return Block(width, high, parts=tuple(placed))


def _choose(
    height: Callable[[float, tuple[int, ...]], float], zones: int, *, fine: bool
) -> tuple[float, tuple[int, ...]]:
    """The width and shares that can be shown largest in :data:`ROOM`; ties go to the first.

    :param fine: try many ways, which pays while letters are near what can be read.
    """
    widths = _WIDTHS if fine else _WIDTHS[::2]
    ways = _shares(8 if fine else 5, min(4, zones)) if zones else [(1,)]
    if zones > 8:
        widths, ways = _WIDTHS[2:8:2], [(1,) * columns for columns in range(2, 7)]
    best = (0.0, widths[0], ways[0])

    def weigh(width: float, shares: tuple[int, ...]) -> None:
        nonlocal best
        scale = min(ROOM[0] / width, ROOM[1] / max(1.0, height(width, shares)))
        if scale > best[0] + 1e-6:
            best = (scale, width, shares)

    for width in widths:
        for shares in ways:
            weigh(width, shares)
    for step in (-40.0, -30.0, -20.0, -10.0, 10.0, 20.0, 30.0):
        weigh(best[1] + step, best[2])
    return best[1], best[2]


def _shares(total: int, most: int) -> list[tuple[int, ...]]:
    """Ways to share ``total`` units out to one to ``most`` columns, in order.

    >>> _shares(3, 2)
    [(3,), (1, 2), (2, 1)]
    """
    found: list[tuple[int, ...]] = [(total,)]
    if most > 1:
        for first in range(1, total):
            found += [(first, *rest) for rest in _shares(total - first, most - 1)]
    return found


def _scene(block: Block) -> Scene:
    """Round to tenths of a pixel so that the bytes of the page do not hang on float noise."""
    cards, frames = flatten(block)
    cards = [
        replace(c, x=round(c.x, 1), y=round(c.y, 1), w=round(c.w, 1), h=round(c.h, 1))
        for c in cards
    ]
    frames = [
        replace(
            f,
            x=round(f.x, 1),
            y=round(f.y, 1),
            w=round(f.w, 1),
            h=round(f.h, 1),
            label=f.label.split(" ")[0],
            count_y=round(f.count_y, 1),
        )
        for f in frames
    ]
    return Scene(round(block.w, 1), round(block.h, 1), tuple(cards), tuple(frames))


def _linked_zones(picture: Picture, tree: Tree, zones: list[str]) -> dict[str, set[str]]:
    """For each zone the other zones that some link joins it to."""
    zone_of = {below: iri for iri in zones for below in (iri, *tree.inside(iri))}
    linked: dict[str, set[str]] = {iri: set() for iri in zones}
    for link in picture.links:
        a, b = zone_of.get(link.source), zone_of.get(link.target)
        if a and b and a != b and link.style in {"stated", "planned"}:
            linked[a].add(b)
            linked[b].add(a)
    return linked
