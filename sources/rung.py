"""Rungs: at which rung, and with what modality, a status word puts its thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Hit
from sources.dating import is_dated_ahead, is_dated_back
from sources.draft import Draft
from sources.guarded import guarded
from sources.modality import (
    is_future,
    is_past,
    is_unmet,
    modality_of,
    promises,
    pushes,
)
from sources.prospect import opens_ahead
from sources.turn import Turn

__all__ = ["LABELLED", "REACHED", "opening", "reach", "settle_rungs"]

#: Rungs that a plan can only aim at.
REACHED = frozenset({"completed", "operational", "underConstruction", "closed"})

#: How the cues begin of what labels over lists say.
LABELLED = "label/"
#: Longest time that opens a sentence, in characters.
_TIME = 8
#: Of these, those that are a goal of their own; and rungs that somebody else grants.
_OPEN = frozenset({"completed", "operational"})
_GRANTED = frozenset({"approved", "signed", "design"})


def opening(shadow: str, start: int, sentence: int) -> int:
    """Where the deed of a clause at ``start`` begins to be told: 并 goes on from the clause before.

    >>> text = "区里将设立基金,并建设实验室"
    >>> opening(text, 8, 0), opening(text, 9, 0)
    (0, 9)
    """
    while start > sentence and pattern("GoesOn").match(shadow, start) is not None:
        start = max(shadow.rfind(mark, sentence, start - 1) for mark in ",;") + 1 or sentence
    return start


def reach(
    shadow: str,
    turn: Turn,
    hit: Hit,
    lead: int,
    rung: str,
    published: str | None,
    listed: bool = False,
) -> tuple[str, str]:
    """The rung that the word puts its thing at, and the modality of that.

    ``listed``: the text around lists what is to be done, so that it lies ahead unless the clause
    says that it is done.
    """
    modality, start = _modality(shadow, turn, hit.start), turn.clause.start
    if modality != "asserted" or rung not in REACHED | _GRANTED:
        return rung, modality
    if shadow[start : hit.start].endswith(tuple(load_lexicon().forms("SeekWord"))):
        return rung, "target"
    lead = opening(shadow, start, turn.sentence[0]) if lead == start else lead
    since = _when(shadow, start, turn.sentence[0])
    dated = _is_dated(shadow, turn, since, hit, published)
    # With the first sign of the word: a plan may be what is granted (总体规划|获批).
    ahead = dated or is_future(shadow, lead, hit.start + (rung in _GRANTED))
    listed = listed and not _is_done(shadow, since, hit, rung, published)
    if rung in _GRANTED:
        return rung, "target" if ahead or (listed and rung == "approved") else modality
    once = _is_once(shadow, turn, hit, published) or _is_before_feast(shadow, turn, hit)
    if (listed and rung in _OPEN) or _is_pushed(shadow, turn, hit) or once:
        return rung, "target"
    if ahead or listed:
        # A plan with a date is a target; without one it says that the thing is planned, if it is
        # one to build.
        timed = since if since < start else lead
        dates = pattern("TimeMark", "YearPart")
        if rung == "closed" or dated or dates.search(shadow, timed, hit.start):
            modality = "target"
        else:
            rung = "planned"
    return rung, modality


def _is_dated(shadow: str, turn: Turn, since: int, hit: Hit, published: str | None) -> bool:
    """Does the clause from ``since``, or what its sentence opens with, put it at a time to come?"""
    if is_dated_ahead(shadow, since, hit.start, published, turn.sentence[0]):
        return True
    return opens_ahead(shadow, turn.sentence[0], turn.clause.start, published)


def _when(shadow: str, start: int, sentence: int) -> int:
    """Where the clause at ``start`` begins with the time that the sentence opens with (明年,…).

    >>> _when("明年9月,甲园投用", 5, 0), _when("甲园已获批,乙园投用", 6, 0)
    (0, 6)
    """
    lead = shadow[sentence : start - 1]
    opens = shadow[start - 1 : start] == "," and 0 < len(lead) <= _TIME and "," not in lead
    return sentence if opens and pattern("TimeMark").search(lead) is not None else start


def _is_done(shadow: str, start: int, hit: Hit, rung: str, published: str | None) -> bool:
    """Does the clause say that it is done or goes on, though it stands among plans?"""
    if is_past(shadow, start, hit.end) or is_dated_back(shadow, start, hit.start, published):
        return True
    return rung == "underConstruction" and pattern("StartVerb").match(shadow, hit.start) is None


def _is_pushed(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Does somebody only see to it that it is begun or opened (推动 X 开工)?"""
    start = turn.clause.start
    goes_on = any(cue.attributes.get("status") == "underConstruction" for cue in hit.cues)
    if goes_on and pattern("StartVerb").match(shadow, hit.start) is None:
        return False
    if is_past(shadow, start, hit.start):
        return False
    return any(pushes(shadow, *gap) for gap in _gaps(turn, hit.start))


def _gaps(turn: Turn, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of the clause before ``end`` that no name covers (《促进转化条例》施行)."""
    start = turn.clause.start
    for group in turn.clause.groups:
        if group.start >= end:
            break
        yield start, group.start
        start = group.tail
    yield start, end


def _is_before_feast(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Is it to be by a day of the year that has no year (春节后动工, not 去年春节后动工的)?"""
    clause = turn.clause
    days = list(guarded("FeastTime").finditer(shadow, clause.start, hit.start))
    if not days or days[-1].end() != hit.start:
        return False
    if is_past(shadow, clause.start, hit.start) or is_past(shadow, hit.end, clause.end):
        return False
    dated = pattern("TimeMark", "YearPart").search(shadow, clause.start, days[-1].start())
    described = pattern("Attributive", "AspectSign").match(shadow, hit.end)
    return dated is None and described is None


def _is_once(shadow: str, turn: Turn, hit: Hit, published: str | None) -> bool:
    """Is it near, or only told what will come of it (开园在即; 建成后,将新增就业)?"""
    if pattern("Impending").match(shadow, hit.end) is not None:
        return True
    once = pattern("OnceDone").match(shadow, hit.end)
    if once is None or is_past(shadow, turn.clause.start, hit.start):
        return False
    rest = (once.end(), turn.sentence[1])
    hoped = pattern("OnceHope").match(shadow, once.end()) is not None
    if hoped or is_future(shadow, *rest) or promises(shadow, *rest):
        return True
    dated = is_dated_back(shadow, turn.sentence[0], hit.start, published)
    staged = pattern("StageDone").fullmatch(shadow, hit.start, hit.end) is not None
    told = any(sign.isdigit() for sign in shadow[rest[0] : rest[1]])
    return staged and told and not dated and not is_past(shadow, *rest)


def _modality(shadow: str, turn: Turn, at: int) -> str:
    """The modality of a status word at ``at``: what has not happened so far is negated."""
    modality, start = turn.modality(shadow, at), turn.clause.start
    before = [hit.end for hit in turn.clause.hits if hit.end <= at and hit.of("state")]
    if before and modality == "negated":
        # 未动工被终止: another word is denied.
        start = before[-1]
        modality = modality_of(shadow, start, at, turn.sentence)
    if modality == "asserted" and is_unmet(shadow, max([start, *before]), at):
        return "negated"
    return modality


def settle_rungs(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a text with one rung at which each thing is said to stand.

    That is what a label over a list says, else the likeliest, where models weighed them, else the
    highest of the ladder: what the text tells of the lower ones is history. What is only aimed at
    or denied stays.
    """
    best: dict[str, Draft] = {}
    for draft in filter(_is_rung, drafts):
        best[draft.subject.name] = max(best.get(draft.subject.name, draft), draft, key=_weight)
    return [d for d in drafts if not _is_rung(d) or d.name == best[d.subject.name].name]


def _is_rung(draft: Draft) -> bool:
    return draft.predicate == "hasStatus" and draft.modality == "asserted"


def _weight(draft: Draft) -> tuple[bool, float, int]:
    ladder = [concept.name for concept in vocabulary().scheme("statuses")]
    return draft.cue.startswith(LABELLED), draft.chance or 0.0, ladder.index(draft.name)
