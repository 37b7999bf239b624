"""Rungs: at which rung, and with what modality, a status word puts its thing."""

from __future__ import annotations

from ontology.lexicon import pattern
from sources.clause import Hit
from sources.modality import is_dated_ahead, is_future, is_unmet
from sources.subject import Turn

__all__ = ["REACHED", "reach"]

#: Rungs that a plan can only aim at.
REACHED = frozenset({"completed", "operational", "underConstruction", "closed"})


def reach(
    shadow: str, turn: Turn, hit: Hit, lead: int, rung: str, published: str | None
) -> tuple[str, str]:
    """The rung that the word puts its thing at, and the modality of that."""
    modality = _modality(shadow, turn, hit.start)
    dated = is_dated_ahead(shadow, turn.clause.start, hit.start, published)
    ahead = dated or is_future(shadow, lead, hit.start)
    if modality == "asserted" and rung in REACHED and ahead:
        # A plan with a date is a target; without one it says that the thing is planned.
        if pattern("TimeMark").search(shadow, lead, hit.start):
            modality = "target"
        else:
            rung = "planned"
    return rung, modality


def _modality(shadow: str, turn: Turn, at: int) -> str:
    """The modality of a status word at ``at``: what has not happened so far is negated."""
    modality = turn.modality(shadow, at)
    if modality == "asserted" and is_unmet(shadow, turn.clause.start, at):
        return "negated"
    return modality
