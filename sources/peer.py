"""Peers: brands that nothing marks as companies but the row they stand in.

In 镁富康、格瑞电子、微视联 the word 电子 tells one company, and the row tells the others.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.brand import brand_in, is_brand
from sources.firm import Firm, in_row
from sources.token import Token

__all__ = ["find_peers"]

#: Fewest brands in a row that a count of firms closes (A、B两家).
_FEWEST = 2


@lru_cache(maxsize=1)
def _joiners() -> frozenset[str]:
    return load_lexicon().forms("Joiner", "ItemJoiner")


def find_peers(
    tokens: tuple[Token, ...], runs: Sequence[tuple[int, int]], ends: Container[int]
) -> Iterator[Firm]:
    """Brands in rows of ``runs`` with a company; ``ends`` are the offsets at which companies end.

    A row of two and more that a count of firms closes (牛来香、黔牧源两家) needs no company.
    """
    for row in _rows(tokens, runs):
        known = [tokens[last].end in ends for _, last in row]
        counted = len(row) >= _FEWEST and _is_counted(tokens, row[-1][1] + 1)
        if not any(known) and not counted:
            continue
        for (first, last), is_known in zip(row, known, strict=True):
            text = "".join(word.text for word in tokens[first : last + 1])
            brand = brand_in(text)
            firm = in_row(tokens, first, last) if any(known) and not is_known else None
            if firm is not None:
                yield firm
                continue
            if is_known or (brand == text and not _is_free(tokens, last + 1)):
                continue
            kind = brand[-1] in load_lexicon().forms("KindLetter")
            if not kind and is_brand(brand, tokens[first], counted, lettered=True):
                start = tokens[first].start
                yield Firm(start, start + len(brand), "Enterprise", "firm/listed")


def _rows(
    tokens: tuple[Token, ...], runs: Sequence[tuple[int, int]]
) -> Iterator[list[tuple[int, int]]]:
    """Rows of stretches that companies' names may fill, joined by a mark or by 和."""
    row: list[tuple[int, int]] = []
    for first, last in runs:
        joined = row and row[-1][1] == first - 2 and tokens[first - 1].text in _joiners()
        if row and not joined:
            if len(row) > 1:
                yield row
            row = []
        row.append((first, last))
    if len(row) > 1:
        yield row


def _is_counted(tokens: tuple[Token, ...], at: int) -> bool:
    """Does a count of firms stand at ``at`` (两家, 等14家)?"""
    lexicon = load_lexicon()
    if at < len(tokens) and tokens[at].text in lexicon.forms("ListEnd"):
        at += 1
    words = [token.text for token in tokens[at : at + 2]]
    measures = lexicon.forms("FirmMeasure")
    if not words or tokens[at].pos[0] != "m":
        return False
    return words[0][-1] in measures or (len(words) > 1 and words[1] in measures)


def _is_free(tokens: tuple[Token, ...], at: int) -> bool:
    """Does no letter stand at ``at`` that may be the last of the brand (中移宁|数|等)?"""
    lexicon = load_lexicon()
    if at >= len(tokens) or len(tokens[at].text) > 1 or not tokens[at].text.isalpha():
        return True
    return tokens[at].text in lexicon.forms("ListEnd", "Joiner", "Comitative", "Locative", "Copula")
