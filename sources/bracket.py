"""Brackets: short texts in brackets or quotes that stand inside a name."""

from __future__ import annotations

from ontology.lexicon import load_lexicon, pattern
from sources.token import Token

__all__ = ["OPENING", "step_over"]

#: What opens a short text, by what closes it.
OPENING = {")": "(", "”": "“"}
#: Longest text in brackets or quotes that may belong to the inside of a name.
_LONGEST = 10


def step_over(shadow: str, tokens: tuple[Token, ...], index: int) -> tuple[int, int] | None:
    """Indices of the token before the text that ``tokens[index]`` closes, and of what opens it.

    None when the text is too long, empty, parted, or names who reports.
    """
    closing = tokens[index]
    opening = OPENING[closing.text]
    for at in range(index - 1, -1, -1):
        size = closing.start - tokens[at].end
        if size > _LONGEST or tokens[at].text in "，,。；;":
            return None
        if tokens[at].text == opening:
            reports = opening == "(" and _is_dispatch(shadow, tokens, at, closing.start)
            return (at - 1, at) if size > 1 and not reports else None
    return None


def _is_dispatch(shadow: str, tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """Does the bracket at ``at`` name who reports (3月5日电(记者 方亦舟))?"""
    marks = tuple(load_lexicon().forms("DispatchMark"))
    dated = at > 1 and tokens[at - 2].text[-1].isdecimal() and tokens[at - 1].text.endswith(marks)
    return dated or pattern("Reporter").search(shadow, tokens[at].end, end) is not None
