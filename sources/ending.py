"""Endings: whether a clause ends with its status word, so that the word is all that it says."""

from __future__ import annotations

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Hit
from sources.quantity import quantities
from sources.turn import Turn

__all__ = ["TRAIL", "is_defined", "is_final"]

#: Where a signed project goes to.
_AREAS = ("AdministrativeArea", "Zone", "Park")
#: How much text may follow a status word that ends its clause, in characters.
TRAIL = 3


def is_final(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Does the clause end with the status word, so that nothing else is its object?"""
    rest = shadow[hit.end : turn.clause.end].strip("”’。")
    if _goes_to(shadow, turn, hit) or is_defined(shadow, turn, hit):
        return True
    if rest.startswith(tuple(load_lexicon().forms("StatusTail"))):
        return True
    if _is_counted(shadow, turn, hit):
        return any("part" in cue.attributes for cue in hit.cues)  # 首批学生|46人
    if _has_object(shadow, turn, hit):
        return False
    # What follows a verb of setting up is what it sets up (甲园将成立|管委会).
    sets_up = shadow[hit.start : hit.end].endswith(tuple(load_lexicon().forms("SetUpVerb")))
    trail = 0 if sets_up and rest not in load_lexicon().forms("Completed") else TRAIL
    return len(rest) <= trail and not any(g.start >= hit.end for g in turn.clause.groups)


def _has_object(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Is it something else that was approved or stopped (批了|三块地, 关停了|锅炉)?"""
    aspect = pattern("AspectSign").search(shadow, hit.end - 1, hit.end + 1)
    after = (token for token in turn.clause.tokens if aspect and token.start == aspect.end())
    return any(token.pos[0] in "mn" for token in after)


def _is_counted(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Is it said of so many things (入园企业53家, 投产|38家)?"""
    end = turn.clause.end
    if not shadow[hit.end : hit.end + 1].isdigit():
        return False
    return any(q.start == hit.end and q.kind == "count" for q in quantities(shadow, hit.end, end))


def _goes_to(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Does nothing follow but where it goes (签约落户甲市)?"""
    after = [group for group in turn.clause.groups if group.start >= hit.end]
    if len(after) != 1 or shadow[after[0].tail : turn.clause.end].strip("”’。"):
        return False
    goes = shadow.endswith(
        tuple(load_lexicon().forms("Destination", "Locative")), 0, after[0].start
    )
    signs = any(cue.attributes.get("status") == "signed" for cue in hit.of("state"))
    area = vocabulary().is_any(after[0].members[-1].entity.cls, _AREAS)
    return (goes or (signs and area)) and after[0].start - hit.end <= TRAIL


def is_defined(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Does the clause say what its subject is by the word (甲园是去年投用的孵化器)?"""
    own = turn.own
    if own is None or pattern("Attributive").match(shadow, hit.end) is None:
        return False
    return pattern("Copula").match(shadow, own.tail, hit.start) is not None
