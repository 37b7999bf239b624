"""Lettering: how wide a label is and where its lines break, without a font file.

Widths are in em, on the safe side of the fonts the page names: East Asian wide characters
take one em (https://www.unicode.org/reports/tr11/), Latin ones 0.6.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["measure", "wrap"]

_NARROW = set("iljtfrI.,:;|!'()[] -")


@lru_cache(maxsize=4096)
def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character in _NARROW:
        return 0.36
    return 0.72 if character.isupper() or character in "mwMW%@&" else 0.57


def measure(text: str) -> float:
    """Width of ``text`` in em.

    >>> measure("重庆大学"), measure("")
    (4.0, 0)
    """
    return sum(_em(character) for character in text)


@lru_cache(maxsize=65536)
def wrap(text: str, width: float, most: int = 3) -> tuple[str, ...]:
    """At most ``most`` lines, each at most ``width`` em; the last ends in … when words are left.

    Latin words stay whole where they fit; lines of one label are balanced.

    >>> wrap("国家智能产业密码应用示范与科技创新基地", 9)
    ('国家智能产业密', '码应用示范与科', '技创新基地')
    >>> wrap("Pig Technology Innovation Center", 10, 2)
    ('Pig Technology', 'Innovation Center')
    """
    pieces = _pieces(" ".join(text.split()))
    lines = _fill(pieces, width)
    if 1 < len(lines) <= most:
        whole = sum(size for _, size, _ in pieces)
        low = min(width, max(whole / len(lines), *(ink for _, _, ink in pieces)))
        high = width
        for _ in range(5):
            middle = (low + high) / 2
            tighter = _fill(pieces, middle)
            if len(tighter) == len(lines):
                lines, high = tighter, middle
            else:
                low = middle
    if len(lines) > most:
        last = lines[most - 1]
        while last and measure(last) + 1 > width:
            last = last[:-1]
        lines = [*lines[: most - 1], last.rstrip() + "…"]
    return tuple(lines)


_Piece = tuple[str, float, float]


@lru_cache(maxsize=16384)
def _pieces(text: str) -> tuple[_Piece, ...]:
    """Unbreakable pieces: one wide character, or a run of narrow ones up to a space.

    Each with its width, and its width without a space at the end.
    """
    pieces: list[str] = []
    for character in text:
        glue = pieces and _em(character) < 1 and _em(pieces[-1][-1]) < 1
        if glue and not pieces[-1].endswith(" "):
            pieces[-1] += character
        else:
            pieces.append(character)
    return tuple((piece, measure(piece), measure(piece.rstrip())) for piece in pieces)


def _fill(pieces: tuple[_Piece, ...], width: float) -> list[str]:
    """Lines filled one after the other; a piece wider than a line is cut."""
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces:
        cut = [(c, _em(c), _em(c)) for c in piece[0]] if piece[2] > width else [piece]
        for text, size, ink in cut:
            if line and used + ink > width + 1e-9:
                lines.append(line.rstrip())
                line, used = "", 0.0
            line, used = line + text, used + size
    return [*lines, line.rstrip()] if line.strip() or not lines else lines
