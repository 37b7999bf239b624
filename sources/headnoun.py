"""Head nouns: the words at the end of a name that tell its class (实验室, 高新区, 基金)."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import Cue, alternation, load_lexicon

__all__ = ["ends_like_head", "head_of", "opens_other"]


@lru_cache(maxsize=1)
def _heads() -> dict[str, Cue]:
    return {cue.form: cue for cue in load_lexicon().cues("HeadNoun")}


@lru_cache(maxsize=1)
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the head nouns are that end in a letter, the longest first."""
    lengths: dict[str, set[int]] = {}
    for form in _heads():
        lengths.setdefault(form[-1], set()).add(len(form))
    return {last: tuple(sorted(sizes, reverse=True)) for last, sizes in lengths.items()}


def head_of(text: str) -> Cue | None:
    """The head noun that ``text`` ends in, the longest one.

    >>> head_of("国家生猪技术创新中心").signals
    'TechnologyInnovationCenter'
    """
    heads = _heads()
    for length in _lengths().get(text[-1:], ()):
        cue = heads.get(text[-length:])
        if cue is not None and length <= len(text):
            return cue
    return None


def ends_like_head(text: str) -> bool:
    """Does any head noun end in the last letter of ``text``?

    >>> ends_like_head("青石中心"), ends_like_head("青石了")
    (True, False)
    """
    return text[-1] in _lengths()


def opens_other(shadow: str, end: int, head: Cue) -> bool:
    """Does a name that ends at ``end`` only open another thing's (副中心|城市, 重点实验室|处处长)?

    >>> opens_other("省域副中心城市", 5, head_of("省域副中心"))
    True
    """
    if _office().match(shadow, end):
        return True
    sequels = load_lexicon().cues("HeadSequel")
    after = tuple(cue.form for cue in sequels if head.signals in cue.attributes["of"].split())
    return shadow.startswith(after, end)


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    """A part of a body with the title of its head, who is called after it (处|处长)."""
    return re.compile(f"(?P<part>{alternation('Department')})(?={alternation('Title')})(?P=part)")
