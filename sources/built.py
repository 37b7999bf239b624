"""Built things: which classes of things are planned, built, opened and closed."""

from __future__ import annotations

from ontology.lexicon import Cue
from ontology.vocabulary import vocabulary

__all__ = ["is_buildable", "is_site", "may_stand"]

#: Things that end without having been built.
_CLOSED = ("Policy", "Enterprise", "GovernmentBody")
#: Things of stone and steel, and the bodies and schemes that are set up like them.
_SITES = ("Platform", "Zone", "Park", "Project", "ResearchInstitute")
_BUILT = (
    *_SITES,
    *("Fund", "Alliance", "University", "AdministrativeCommittee", "Programme"),
    "FinancialProduct",
)


def may_stand(cls: str, rung: str, cue: Cue) -> bool:
    """Does a thing of the class stand where the word says?

    A word that tells of what things it is said (``lex:of``) is said of no others.
    """
    if "of" in cue.attributes:
        return vocabulary().is_any(cls, cue.attributes["of"].split())
    closed = rung == "closed" and vocabulary().is_any(cls, _CLOSED)
    return closed or is_buildable(cls)


def is_buildable(cls: str) -> bool:
    """Is it planned, built and opened?

    >>> is_buildable("Laboratory"), is_buildable("City")
    (True, False)
    """
    return vocabulary().is_any(cls, _BUILT)


def is_site(cls: str) -> bool:
    """Is it of stone and steel, or set up like that?

    >>> is_site("SciencePark"), is_site("Fund")
    (True, False)
    """
    return vocabulary().is_any(cls, _SITES)
