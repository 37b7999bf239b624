"""Telling names: whether a name by itself says which thing is meant.

市科技局 and 人工智能研究院 are made of words that any city uses; 超瞬态实验装置 is not. Which words
those are stands in the lexicon and in the concepts of industries and fields.
"""

from __future__ import annotations

from functools import lru_cache

from graph.identity import key
from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary

__all__ = ["is_known", "is_telling"]

#: Kinds of cues whose words do not tell one thing from another.
_COMMON = (
    "AreaLetter",
    "GenericModifier",
    "HeadNoun",
    "InnerJoiner",
    "LevelModifier",
    "ThinModifier",
    "WideModifier",
)
#: Classes whose names repeat from place to place even when they tell something.
_REPEATING = (
    "Event",
    "FinancialProduct",
    "Person",
    "Plan",
    "PolicyDocument",
    "PolicyPackage",
    "Programme",
)


@lru_cache(maxsize=1)
def _common() -> tuple[frozenset[str], int]:
    lexicon = load_lexicon()
    words = {key(form) for kind in _COMMON for form in lexicon.forms(kind)}
    for scheme in ("industries", "fields"):
        for concept in vocabulary().scheme(scheme):
            names = (concept.labels.get("zh", ""), *concept.alt_labels.get("zh", ()))
            words.update(map(key, names))
    words.discard("")
    return frozenset(words), max(map(len, words))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(map(key, load_lexicon().forms("KnownName")))


def is_known(name: str) -> bool:
    """Whether the lexicon lists the name as that of one thing in the whole country.

    >>> is_known("中国科学院"), is_known("市科技局")
    (True, False)
    """
    return name in _known()


def is_telling(name: str, cls: str) -> bool:
    """Whether the name, an identity key, holds more than words that any city uses.

    >>> is_telling("超瞬态实验装置", "ScienceFacility"), is_telling("市科技局", "GovernmentBody")
    (True, False)
    """
    if any(vocabulary().is_a(cls, other) for other in _REPEATING):
        return False
    words, longest = _common()
    reached = [True] + [False] * len(name)
    for end in range(1, len(name) + 1):
        reached[end] = any(
            reached[start] and name[start:end] in words
            for start in range(max(0, end - longest), end)
        )
    return not reached[-1]
