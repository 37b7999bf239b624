"""The drawing: a scene as SVG, for print, for readers without scripts and as the first picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from exports.lanes import Lane
from exports.layout import Scene
from exports.packing import FONT, Card, Frame, letter_size
from exports.picture import Node, page_groups, page_words
from exports.tree import Tree
from ontology.vocabulary import vocabulary

__all__ = ["sketch"]


def sketch(scene: Scene, tree: Tree, language: str) -> Markup:
    """The scene as an ``svg`` element; colours come from the classes of the page's style."""
    words, nodes = page_words(), tree.nodes
    unbuilt = frozenset(words["unbuilt"])
    ladder = [status.name for status in vocabulary().scheme("statuses")]
    badges = {name: str(group["badge"]) for name, group in page_groups().items()}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="twin" lang="{language}" role="img"'
        f' viewBox="-8 -8 {scene.width + 16:g} {scene.height + 16:g}"'
        ' preserveAspectRatio="xMidYMin meet">'
    ]
    for frame in scene.frames:
        parts.append(_frame(frame, nodes, words["ui"][language], badges))
    parts += [_lane(lane) for lane in scene.lanes]
    for card in scene.cards:
        node = nodes[card.iri]
        rung = ladder.index(node.status) + 1 if node.status in ladder else 0
        share = rung / (len(ladder) - 1)
        parts.append(_card(card, node, tree.is_strong(card.iri), node.status in unbuilt, share))
    return Markup("".join([*parts, "</svg>"]))


def _lane(lane: Lane) -> str:
    """A line through the gaps with a dot where it begins and an arrow where it ends."""
    (x, y), (bx, by) = lane.points[-1], lane.points[-2]
    # The last stretch is level or upright, so that the arrow looks in one of four directions.
    if abs(x - bx) > abs(y - by):
        back = x - 6 if x > bx else x + 6
        arrow = f"M{x:g} {y:g}L{back:g} {y - 3:g}V{y + 3:g}Z"
    else:
        back = y - 6 if y > by else y + 6
        arrow = f"M{x:g} {y:g}L{x - 3:g} {back:g}H{x + 3:g}Z"
    points = " ".join(f"{px:g},{py:g}" for px, py in lane.points)
    start = lane.points[0]
    return (
        f'<polyline points="{points}" class="lane{" dashed" if lane.planned else ""}"/>'
        f'<path d="{arrow}" class="arrow"/>'
        f'<circle cx="{start[0]:g}" cy="{start[1]:g}" r="2.2" class="arrow"/>'
    )


def _rect(x: float, y: float, w: float, h: float, radius: float, css: str) -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{radius:g}" class="{css}"/>'


def _text(x: float, y: float, size: float, css: str, text: str) -> str:
    letters = "" if size == FONT else f' font-size="{size:g}"'
    return f'<text x="{x:g}" y="{y:g}"{letters} class="{css}">{escape(text)}</text>'


def _frame(
    frame: Frame, nodes: Mapping[str, Node], words: Mapping[str, str], badges: Mapping[str, str]
) -> str:
    parts = [_rect(frame.x, frame.y, frame.w, frame.h, 8, f"frame d{min(frame.depth, 3)}")]
    if frame.label:
        parts.append(_text(frame.x + 10, frame.y + 18, FONT, "label", words[frame.label]))
    per_row = max(1, int((frame.w - 18) // 46))
    for place, (group, count) in enumerate(frame.counts):
        x = frame.x + 9 + 46 * (place % per_row)
        y = frame.count_y + 22 * (place // per_row)
        parts.append(_rect(x, y, 18, 18, 4, f"b-{group}"))
        parts.append(_text(x + 9, y + 13.5, 11, "bi", badges.get(group, "")))
        parts.append(_text(x + 22, y + 13.5, FONT, "label", str(count)))
    return "".join(parts)


def _card(card: Card, node: Node, strong: bool, dashed: bool, share: float) -> str:
    name = f"{node.group}{'-strong' if strong else ''}"
    css = f"card g-{name}" + (" dashed" if dashed else "")
    size = letter_size(card)
    radius = {"card": 5, "chip": card.h / 2, "title": 8, "banner": 8}[card.kind]
    parts = [_rect(card.x, card.y, card.w, card.h, radius, css)]
    step = size + (3 if card.kind == "card" else 4)
    middle = card.x + card.w / 2 + (8.5 if card.kind == "chip" else 0)
    first = card.y + card.h / 2 - step * (len(card.lines) - 1) / 2 + size * 0.36
    parts += _lines(card.lines, middle, first, step, size, f"t-{name}")
    if node.badge:
        if card.kind == "card":
            x, y = card.x - 6, card.y - 6
        else:
            x, y = card.x + 5, card.y + card.h / 2 - 7.5
        parts.append(_rect(x, y, 15, 15, 4, f"badge b-{node.group}"))
        parts.append(_text(x + 7.5, y + 11.4, 10.5, "bi", node.badge))
    if share and card.kind != "chip":
        parts.append(_pie(card.x + card.w - 3, card.y + 0.5, 4.5, min(1.0, share)))
    return "".join(parts)


def _lines(
    lines: Iterable[str], x: float, y: float, step: float, size: float, css: str
) -> list[str]:
    return [_text(x, y + step * place, size, css, line) for place, line in enumerate(lines)]


def _pie(x: float, y: float, radius: float, share: float) -> str:
    """A disc filled by ``share``, drawn as a thick dashed circle so that no arc is computed."""
    half = radius / 2
    turn = 2 * 3.14159 * half
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" class="disc"/>'
        f'<circle cx="{x:g}" cy="{y:g}" r="{half:g}" class="fill" stroke-width="{radius:g}"'
        f' stroke-dasharray="{turn * share:.2f} {turn:.2f}" transform="rotate(-90 {x:g} {y:g})"/>'
    )
