"""Subsidiaries: known companies whose name goes on by a place or a word of its own (奇瑞中原)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.place import Place, is_place
from sources.stretch import is_inside
from sources.token import Token, is_known_word

__all__ = ["find_subsidiaries"]

#: How long the word may be that goes on with the name, in characters.
_SIZE = (2, 3)


def find_subsidiaries(tokens: tuple[Token, ...], firms: Mapping[int, Place]) -> Iterator[Place]:
    """Companies named after a known one: a place or a coined word follows it, and no noun then.

    ``firms``: the known companies of the text by where each ends.

    Places that are joined to a further one are several sites of one company (比亚迪西安、长沙两地).
    """
    for index, token in enumerate(tokens if firms else ()):
        firm = firms.get(token.start)
        last = None if firm is None else _last_word(tokens, index)
        if firm is not None and last is not None:
            text = "".join(word.text for word in tokens[index : last + 1])
            yield Place(
                firm.start, tokens[last].end, firm.cls, firm.full + text, "known/subsidiary"
            )


def _last_word(tokens: tuple[Token, ...], index: int) -> int | None:
    """The last word of what goes on with a name at ``index``: one word, or two letters."""
    last = index + 1 if len(tokens[index].text) == 1 and index + 1 < len(tokens) else index
    text = "".join(word.text for word in tokens[index : last + 1])
    if len(text) not in _SIZE or not text.isalpha() or text.isascii():
        return None
    if last + 1 < len(tokens) and is_inside(tokens, last + 1):
        return None
    if is_place(text) or tokens[index].pos == "ns":
        placed = text[-1] not in _letters() and not _is_joined(tokens, last)
        return last if placed else None
    named = all(is_inside(tokens, at) for at in range(index, last + 1))
    return last if named and not is_known_word(text) else None


def _is_joined(tokens: tuple[Token, ...], index: int) -> bool:
    """Does a further place follow the one at ``index``?"""
    after = tokens[index + 1 : index + 3]
    joiners = load_lexicon().forms("ItemJoiner", "Joiner")
    return len(after) > 1 and after[0].text in joiners and is_place(after[1].text)


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    """The letters that end places written out: 深圳市 is no part of a company's short name."""
    return load_lexicon().forms("AreaLetter")
