"""Packing: cards and chips into frames, frames into rows, without overlaps or randomness.

Lengths are in CSS pixels at scale 1. Every part is a :class:`Block` with its own corner at
(0, 0); parts are joined by shifting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from exports.lettering import measure, wrap
from exports.tree import Tree

__all__ = [
    "CARDS",
    "EVERYTHING",
    "FONT",
    "FRAMES",
    "GAP",
    "PAD",
    "Block",
    "Card",
    "Frame",
    "Packer",
    "flatten",
    "letter_size",
    "stretch",
]

FONT, TITLE = 12.0, 15.0
GAP, PAD = 7.0, 8.0
_LINE, _CHIP, _BADGE, _LABEL = 14.0, 21.0, 16.0, 27.0
_NARROWEST = {"zh": 112.0, "en": 138.0}
_BAR = 10.0
_DEEPEST = 3
#: How much wider bold letters are.
_BOLD = 1.07
#: Levels of detail: everything; chips counted; only frames shown and the rest counted.
EVERYTHING, CARDS, FRAMES = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Card:
    """A node on the board; ``kind`` is card, chip, title (the bar of a frame) or banner."""

    iri: str
    kind: str
    x: float
    y: float
    w: float
    h: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A box around cards. ``iri`` is a node, or empty with ``label`` a key of the page's words.

    ``counts`` are (group, number) pairs of what is held but not shown, drawn from ``count_y`` on.
    """

    iri: str
    x: float
    y: float
    w: float
    h: float
    depth: int
    label: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    count_y: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the board: perhaps a frame around it, cards, and parts at their places.

    Blocks share their parts, so that trying another arrangement moves nothing.
    """

    w: float
    h: float
    cards: tuple[Card, ...] = ()
    frame: Frame | None = None
    parts: tuple[tuple[float, float, Block], ...] = ()


def flatten(block: Block) -> tuple[list[Card], list[Frame]]:
    """All cards and frames of a block at their final places, outer frames before inner."""
    cards: list[Card] = []
    frames: list[Frame] = []
    waiting = [(0.0, 0.0, block)]
    while waiting:
        dx, dy, here = waiting.pop()
        if here.frame:
            frame = here.frame
            frames.append(
                replace(frame, x=frame.x + dx, y=frame.y + dy, count_y=frame.count_y + dy)
            )
        cards += [replace(card, x=card.x + dx, y=card.y + dy) for card in here.cards]
        waiting += [(dx + x, dy + y, part) for x, y, part in reversed(here.parts)]
    return cards, frames


def stretch(block: Block, height: float) -> Block:
    """Lower the bottom edge of a block's frame to ``height``."""
    assert block.frame is not None
    return replace(block, h=height, frame=replace(block.frame, h=height))


def letter_size(card: Card) -> float:
    """Size of a card's letters; that of a title follows from its height."""
    if card.kind in {"title", "banner"} and card.lines:
        return round((card.h - _BAR) / len(card.lines) - 3, 1)
    return FONT


class Packer:
    """Packs one language at one level of detail; remembers blocks so that tries stay cheap."""

    def __init__(self, tree: Tree, language: str, level: int) -> None:
        """:param level: 0 shows everything, 1 counts chips, 2 shows frames only."""
        self.tree, self.language, self.level = tree, language, level
        self.narrowest = _NARROWEST[language] + 2 * PAD
        self._memory: dict[tuple[str, float, int], Block] = {}

    def frame(self, iri: str, width: float, depth: int) -> Block:
        """A frame with its title bar and all that stands inside."""
        key = (iri, round(width, 2), depth)
        if key not in self._memory:
            children = self.tree.children[iri]
            self._memory[key] = self._framed(iri, children, width, depth)
        return self._memory[key]

    def titled(self, iri: str, inner: Block, width: float) -> Block:
        """The outermost frame around what is already packed."""
        (bar,) = self.banner(iri, width).cards
        height = bar.h + GAP + inner.h + PAD
        frame = Frame(iri, 0, 0, width, height, 0)
        return Block(width, height, (bar,), frame, ((PAD, bar.h + GAP, inner),))

    def banner(self, iri: str, width: float) -> Block:
        """The bar of the city over the whole width."""
        bar = replace(self._title(iri, width, 20.0), kind="banner")
        return Block(width, bar.h, (bar,))

    def shelves(self, iris: list[str], width: float) -> Block:
        """Frames side by side, one to four in a row, whichever is lowest."""
        return self._shelves(iris, width, 1)

    def strip(self, label: str, iris: list[str], width: float) -> Block:
        """A box without a node of its own: zones as cards, all else as chips."""
        key = (label, round(width, 2), -1)
        if not iris:
            return Block(width, 0.0)
        if key not in self._memory:
            self._memory[key] = self._strip(label, iris, width)
        return self._memory[key]

    def stack(self, parts: Iterable[Block], width: float, gap: float = GAP) -> Block:
        """Blocks one below the other; empty ones leave no gap."""
        placed: list[tuple[float, float, Block]] = []
        y = 0.0
        for part in parts:
            if part.h:
                placed.append((0.0, y, part))
                y += part.h + gap
        return Block(width, max(0.0, y - gap), parts=tuple(placed))

    def _strip(self, label: str, iris: list[str], width: float) -> Block:
        shown = [iri for iri in iris if self.tree.is_strong(iri)][: 12 if self.level else None]
        chips = [iri for iri in iris if not self.tree.is_strong(iri)]
        chips = [] if self.level else chips[:400]
        counts = self._counts(set(iris) - {*shown, *chips} if self.level else [])
        inner_width = width - 2 * PAD
        inner = self._beside(self._grid(shown, inner_width), shown, chips, inner_width)
        start = _LABEL + inner.h + (GAP if inner.h and counts else 0.0)
        height = start + self._count_height(counts, width) + PAD
        frame = Frame("", 0, 0, width, height, 1, label, counts, start)
        return Block(width, height, (), frame, ((PAD, _LABEL, inner),))

    def _beside(self, grid: Block, cards: list[str], chips: list[str], width: float) -> Block:
        """Chips right of a short row of cards where they are no higher, else below it."""
        used = max((card.x + card.w + GAP for card in grid.cards), default=0.0)
        if cards and used < width * 0.6:
            flow = self._flow(chips, width - used)
            if flow.h <= grid.h + 24:
                return Block(width, max(grid.h, flow.h), parts=((0, 0, grid), (used, 0, flow)))
        return self.stack([grid, self._flow(chips, width)], width)

    def _framed(self, iri: str, children: Iterable[str], width: float, depth: int) -> Block:
        """Frames, then cards, then chips or counts of what this level leaves out."""
        frames, cards, chips = self._sort(children, depth + 1)
        hidden: list[str] = []
        inner_width = width - 2 * PAD
        if self.level == FRAMES:
            rest = [below for frame in frames[8:] for below in (frame, *self.tree.inside(frame))]
            inside = [below for frame in frames[:8] for below in self.tree.inside(frame)]
            hidden, cards, chips = [*cards, *chips, *inside, *rest], frames[:8], []
            parts = [self._grid(cards, inner_width)]
        else:
            if self.level == CARDS:
                hidden, chips = chips, []
            parts = [self._shelves(frames, inner_width, depth + 1), self._grid(cards, inner_width)]
        inner = self.stack([*parts, self._flow(chips, inner_width)], inner_width)
        bar = self._title(iri, width, TITLE if depth <= 1 else 13.0)
        counts = self._counts(hidden)
        start = bar.h + GAP + inner.h + (GAP if inner.h and counts else 0.0)
        height = start + self._count_height(counts, width) + PAD
        frame = Frame(iri, 0, 0, width, height, depth, "", counts, start)
        return Block(width, height, (bar,), frame, ((PAD, bar.h + GAP, inner),))

    def _sort(self, iris: Iterable[str], depth: int) -> tuple[list[str], list[str], list[str]]:
        """What becomes a frame, a card or a chip; what lies too deep is laid flat."""
        frames: list[str] = []
        cards: list[str] = []
        chips: list[str] = []
        for iri in iris:
            if self.tree.is_frame(iri) and depth <= _DEEPEST:
                frames.append(iri)
                continue
            for below in (iri, *self.tree.inside(iri)):
                chip = self.tree.nodes[below].group in self.tree.chips
                (chips if chip else cards).append(below)
        return frames, cards, chips

    def _card(self, iri: str, width: float) -> Card:
        text = self.tree.nodes[iri].name.of(self.language)
        lines = wrap(text, (width - 14) / FONT, 3 if self.language == "zh" else 4)
        return Card(iri, "card", 0, 0, width, 10 + _LINE * max(1, len(lines)), lines)

    def _chip(self, iri: str, width: float) -> Card:
        text = self.tree.nodes[iri].name.of(self.language)
        (line,) = wrap(text, max(1.0, (width - _BADGE - 13) / FONT), 1)
        wide = min(width, measure(line) * FONT + _BADGE + 13)
        return Card(iri, "chip", 0, 0, wide, _CHIP, (line,))

    def _title(self, iri: str, width: float, size: float) -> Card:
        text = self.tree.nodes[iri].name.of(self.language)
        lines = wrap(text, (width - 2 * _BADGE - 13) / (size * _BOLD), 3)
        return Card(iri, "title", 0, 0, width, _BAR + (size + 3) * len(lines), lines)

    def _grid(self, iris: list[str], width: float) -> Block:
        """Cards of one width in rows, each row as high as its highest card."""
        columns = max(1, int((width + GAP) // (_NARROWEST[self.language] + GAP)))
        each = (width - (columns - 1) * GAP) / columns
        cards: list[Card] = []
        y = 0.0
        for start in range(0, len(iris), columns):
            row = [self._card(iri, each) for iri in iris[start : start + columns]]
            high = max(card.h for card in row)
            cards += [
                Card(card.iri, "card", place * (each + GAP), y, each, high, card.lines)
                for place, card in enumerate(row)
            ]
            y += high + GAP
        return Block(width, max(0.0, y - GAP), tuple(cards))

    def _flow(self, iris: list[str], width: float) -> Block:
        """Chips one after the other, in lines."""
        cards: list[Card] = []
        x = y = 0.0
        for iri in iris:
            chip = self._chip(iri, width)
            if x and x + chip.w > width:
                x, y = 0.0, y + _CHIP + 4
            cards.append(replace(chip, x=x, y=y))
            x += chip.w + 5
        return Block(width, y + _CHIP if cards else 0.0, tuple(cards))

    def _shelves(self, iris: list[str], width: float, depth: int) -> Block:
        """Frames side by side, one to four in a row, whichever is lowest."""
        best: Block | None = None
        for per_row in range(1, min(4, len(iris)) + 1):
            each = (width - (per_row - 1) * GAP) / per_row
            if per_row > 1 and each < _NARROWEST[self.language] + 2 * PAD:
                break
            block = self._rows([self.frame(iri, each, depth) for iri in iris], per_row, width)
            if best is None or block.h < best.h - 0.5:
                best = block
        return best or Block(width, 0.0)

    def _rows(self, blocks: list[Block], per_row: int, width: float) -> Block:
        placed: list[tuple[float, float, Block]] = []
        y = 0.0
        for start in range(0, len(blocks), per_row):
            row = blocks[start : start + per_row]
            high = max(block.h for block in row)
            x = 0.0
            for block in row:
                placed.append((x, y, stretch(block, high)))
                x += block.w + GAP
            y += high + GAP
        return Block(width, max(0.0, y - GAP), parts=tuple(placed))

    def _counts(self, iris: Iterable[str]) -> tuple[tuple[str, int], ...]:
        found: dict[str, int] = {}
        for iri in sorted(iris, key=lambda i: self.tree.rank[i]):
            group = self.tree.nodes[iri].group
            found[group] = found.get(group, 0) + 1
        return tuple(found.items())

    def _count_height(self, counts: tuple[tuple[str, int], ...], width: float) -> float:
        per_row = max(1, int((width - 2 * PAD) // 46))
        return 22.0 * -(-len(counts) // per_row)
