"""Listed: plain items of a list whose closing noun tells their class (A、B等企业)."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.lexicon import Cue, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.headnoun import head_of
from sources.modifier import is_general
from sources.name import may_be_inside
from sources.quoted import list_class
from sources.token import Token

__all__ = ["find_listed"]

#: Shortest and longest item, in characters.
_SHORTEST, _LONGEST = 2, 12


def find_listed(shadow: str, tokens: tuple[Token, ...]) -> Iterator[tuple[int, int, Cue]]:
    """Plain items of the lists of one sentence: start, end and the cue of the closing noun."""
    ends = pattern("ListEnd")
    if not tokens or ends.search(shadow, tokens[0].start, tokens[-1].end) is None:
        return
    for position, token in enumerate(tokens):
        if ends.match(token.text):
            cue = list_class(shadow, token.start)
            if cue is None:
                continue
            for start, end in _items(shadow, tokens, position):
                yield start, end, cue


def _items(shadow: str, tokens: tuple[Token, ...], position: int) -> Iterator[tuple[int, int]]:
    """Items of the list that ends before ``tokens[position]``: nouns only, joined by 、."""
    end, at = tokens[position].start, position - 1
    deeds = load_lexicon().forms("ActionVerb", "Trigger")
    withs = load_lexicon().forms("Comitative")  # 联合|甲院、乙集团等12家单位
    while at >= 0:
        first = at
        while first >= 0 and may_be_inside(tokens[first]) and tokens[first].text not in withs:
            first -= 1
        start = tokens[first + 1].start
        joined = first >= 0 and tokens[first].text == "、"
        if not joined and first + 1 < at and tokens[first + 1].text in deeds:
            start = tokens[first + 2].start  # 先后|落地|甲、乙等企业
        alone = not joined and at == position - 1
        if not alone and _SHORTEST <= end - start <= _LONGEST and not _is_kind(shadow[start:end]):
            yield start, end
        if not joined:
            return
        end, at = tokens[first].start, first - 1


def _is_kind(text: str) -> bool:
    """Is it an industry or the name of a kind (国家重点实验室), not of a thing?"""
    if vocabulary().find("industries", text) is not None:
        return True
    cue = head_of(text)
    rest = text[: -len(cue.form)] if cue is not None else text
    return not rest or is_general(rest)
