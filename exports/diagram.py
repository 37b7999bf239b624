"""Diagram: a pattern of the ontology as SVG, classes as boxes and relations as named arrows.

Where each class stands is told by the pattern, in columns and rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import hypot

from markupsafe import escape

__all__ = ["Pattern", "draw"]

#: A column and a row, a box, and the margin, in pixels.
_COLUMN, _ROW, _WIDTH, _HEIGHT, _MARGIN = 270, 120, 140, 40, 24
_HEAD = (
    '<defs><marker id="{name}-head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8"'
    ' markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8Z" fill="#33414f"/></marker></defs>'
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Classes with column and row; edges are subject, relation, object and how: "" or derived."""

    name: str
    nodes: dict[str, tuple[int, int]]
    edges: tuple[tuple[str, str, str, str], ...]


def draw(pattern: Pattern, label: Callable[[str], str], title: str) -> str:
    """One SVG element, which stands in a page without any style of its own.

    :param label: the name of a class or relation in the language of the page.
    """
    columns, rows = (max(place) + 1 for place in zip(*pattern.nodes.values(), strict=True))
    width = 2 * _MARGIN + (columns - 1) * _COLUMN + _WIDTH
    height = 2 * _MARGIN + (rows - 1) * _ROW + _HEIGHT + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' role="img" aria-label="{escape(title)}" font-family="sans-serif" font-size="13">',
        _HEAD.format(name=pattern.name),
        *(_edge(pattern, edge, label) for edge in pattern.edges),
        *(_box(place, label(name)) for name, place in pattern.nodes.items()),
        "</svg>",
    ]
    return "\n".join(parts)


def _center(place: Sequence[int]) -> tuple[float, float]:
    return (
        _MARGIN + place[0] * _COLUMN + _WIDTH / 2,
        _MARGIN + 12 + place[1] * _ROW + _HEIGHT / 2,
    )


def _box(place: tuple[int, int], text: str) -> str:
    x, y = _center(place)
    return (
        f'<rect x="{x - _WIDTH / 2:g}" y="{y - _HEIGHT / 2:g}" width="{_WIDTH}" height="{_HEIGHT}"'
        ' rx="6" fill="#eef4f8" stroke="#33414f"/>'
        f'<text x="{x:g}" y="{y + 5:g}" text-anchor="middle" fill="#12202c">{escape(text)}</text>'
    )


def _edge(pattern: Pattern, edge: tuple[str, str, str, str], label: Callable[[str], str]) -> str:
    """An arrow from box to box; one that would cross a box between them bows upwards."""
    subject, relation, object_, how = edge
    (x1, y1), (x2, y2) = (_center(pattern.nodes[name]) for name in (subject, object_))
    dashed = ' stroke-dasharray="6 4"' if how == "derived" else ""
    style = f'fill="none" stroke="#33414f"{dashed} marker-end="url(#{pattern.name}-head)"'
    if y1 == y2 and abs(x1 - x2) > _COLUMN:
        top = y1 - _HEIGHT / 2
        path = f"M{x1:g} {top:g}C{x1:g} {top - 34:g} {x2:g} {top - 34:g} {x2:g} {top:g}"
        middle, level = (x1 + x2) / 2, top - 14.0
    else:
        (x1, y1), (x2, y2) = _border(x1, y1, x2, y2), _border(x2, y2, x1, y1)
        path = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
        middle, level = (x1 + x2) / 2, (y1 + y2) / 2 - 4
    return (
        f'<path d="{path}" {style}/><text x="{middle:.1f}" y="{level:.1f}" text-anchor="middle"'
        ' fill="#7a3600" paint-order="stroke" stroke="#fff" stroke-width="4">'
        f"{escape(label(relation))}</text>"
    )


def _border(x: float, y: float, to_x: float, to_y: float) -> tuple[float, float]:
    """Where the line from the center of a box to another point leaves the box."""
    along, down = to_x - x, to_y - y
    length = hypot(along, down)
    along, down = along / length, down / length
    reach = min(
        _WIDTH / 2 / abs(along) if along else length,
        _HEIGHT / 2 / abs(down) if down else length,
    )
    return x + along * reach, y + down * reach
