"""Branches: what the whole of a name tells of the class that its last word leaves open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.place import is_place

__all__ = ["branch_class", "is_college"]

#: Classes of bodies that have branches.
_BRANCHING = ("Platform", "ResearchInstitute", "University")
#: Shortest name of a place, in characters.
_SHORTEST = 2
#: A place away from home at the head of a name.
_ABROAD = re.compile(r"[\u4e00-\u9fff]{2,4}\((?P<host>[\u4e00-\u9fff]{2,5})\)")


def branch_class(name: str, cls: str, mothers: Sequence[str]) -> str:
    """The class of ``name``, whose head tells ``cls`` and which names of ``mothers`` open.

    A branch is of its mother's class; a centre of innovation that one place has in another is an
    incubator away from home.

    >>> branch_class("稀土实验室宜春分中心", "ResearchCenter", ["Laboratory"])
    'Laboratory'
    >>> branch_class("金华(上海)创新中心", "TechnologyInnovationCenter", [])
    'Incubator'
    """
    lexicon = load_lexicon()
    if name.endswith(tuple(lexicon.forms("BranchHead"))):
        found = [mother for mother in mothers if vocabulary().is_any(mother, _BRANCHING)]
        return found[-1] if found else cls
    abroad = _ABROAD.match(name)
    if abroad is None or not is_place(abroad["host"]):
        return cls
    return "Incubator" if name.endswith(tuple(lexicon.forms("InnovationHead"))) else cls


def is_college(part: str) -> bool:
    """Is ``part``, behind a university's name, a college of it and no school at its own place?

    >>> is_college("化工学院"), is_college("威海学院"), is_college("附属医院")
    (True, False, False)
    """
    sited = any(is_place(part[:size]) for size in range(_SHORTEST, len(part)))
    return part.endswith(tuple(load_lexicon().forms("CollegeHead"))) and not sited
