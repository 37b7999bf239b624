"""Founding: the rungs that verbs of founding and building say of what they bring about."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.lexicon import Cue, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.built import is_buildable
from sources.clause import Group, Hit
from sources.draft import Draft, Subject
from sources.ending import TRAIL, is_final
from sources.modality import is_future, is_past, is_past_plan, is_signed, opens_horizon
from sources.rung import REACHED, opening
from sources.turn import Turn

__all__ = ["found"]

#: Things that are only written down, and the rungs at which they can stand.
_SCHEMES = ("Policy", "Mechanism")
_DRAFTED = frozenset({"exploring", "planned"})
#: How far behind its verb the thing built may stand, in characters.
_OBJECT_REACH = 24
#: Things that are pushed forward without being built.
_NOT_BUILT = frozenset({"Fund", "FinancialProduct", "Programme", "Alliance"})


def found(
    shadow: str, turns: list[Turn], drafts: list[Draft], paragraph: int, listed: bool = False
) -> Iterator[Draft]:
    """Drafts of the rungs that the verbs of founding of one sentence say.

    ``drafts`` are its relations; ``paragraph`` is where its paragraph starts; ``listed``: a
    heading puts it ahead.
    """
    yield from _founded(shadow, turns, drafts, paragraph, listed)
    yield from _begun(shadow, turns, paragraph, listed)


def _founded(
    shadow: str, turns: list[Turn], drafts: list[Draft], paragraph: int, listed: bool
) -> Iterator[Draft]:
    """Rungs that the verbs of founding say: 策划建设 X, 将设立 X, 加快推进 X 建设."""
    for draft in drafts:
        if draft.predicate != "establishedBy" or not is_buildable(draft.subject.cls):
            continue
        rung = draft.status or _ahead(shadow, turns, draft, paragraph)
        if rung is None or (rung == "underConstruction" and draft.subject.cls in _NOT_BUILT):
            continue
        if draft.status and _is_restated(turns, draft):
            continue
        pushed = rung == "underConstruction" and not _starts(shadow, draft)
        ahead = listed or _ahead(shadow, turns, draft, paragraph)
        if rung in REACHED and not pushed and ahead:
            rung = "planned"
        start = draft.spans[0][1]
        if rung == "planned" and _is_agreed(shadow, turns[0].sentence[0], start):
            rung = "signed"
        turn = next((t for t in turns if t.clause.start <= start < t.clause.end), turns[0])
        if _talk(shadow, turn, start):
            continue
        yield Draft(
            draft.subject, "hasStatus", None, draft.cue, draft.spans[:1], draft.source,
            name=rung, modality=draft.modality,
        )  # fmt: skip


def _begun(shadow: str, turns: list[Turn], paragraph: int, listed: bool) -> Iterator[Draft]:
    """Rungs that the verbs of founding say when nobody is named who founds (谋划建设 X)."""
    for turn in turns:
        for hit in turn.clause.hits:
            cues = [cue for cue in hit.of("verb") + hit.of("around") if _founds(cue)]
            group = _made(shadow, turn, hit) if cues else None
            if cues and group is None:
                yield from _meant(shadow, turn, hit, cues[0])
            if group is None:
                continue
            if talk := _talk(shadow, turn, hit.start):
                yield from _talked_of(shadow, turn, hit, group, talk)
                continue
            rung = cues[0].attributes.get("status", "")
            if cues[0].attributes["pattern"] == "around" and not _is_carried_on(shadow, hit, group):
                continue
            starts = pattern("StartVerb").match(shadow, hit.start) is not None
            put = listed and (rung != "underConstruction" or starts) and _is_alone(shadow, hit)
            yield from _planned(shadow, turn, hit, group, rung, paragraph, put)


def _is_alone(shadow: str, hit: Hit) -> bool:
    """Is it no deed of several (共建 X), nor one that is done (去年设立|的 X)?"""
    return not hit.says("cooperatesWith") and not pattern("Attributive").match(shadow, hit.end)


def _meant(shadow: str, turn: Turn, hit: Hit, cue: Cue) -> Iterator[Draft]:
    """The subject of a verb of founding that lies ahead (X 将于明年设立)."""
    own, start = turn.own, turn.clause.start
    if own is None or own.end > hit.start or not is_final(shadow, turn, hit):
        return
    if pattern("SetUpVerb").match(shadow, hit.start) is None:
        return
    if not is_future(shadow, own.tail, hit.start) or is_past_plan(shadow, start, hit.start):
        return
    for topic in map(Subject.of, own.members):
        if is_buildable(topic.entity.cls):
            yield Draft(
                topic.entity, "hasStatus", None, cue.id,
                (("predicate", hit.start, hit.end), topic.span), topic.source,
                name="planned", modality=turn.modality(shadow, hit.start),
            )  # fmt: skip


def _planned(
    shadow: str, turn: Turn, hit: Hit, group: Group, rung: str, paragraph: int, listed: bool
) -> Iterator[Draft]:
    """The rung of what is founded, planned where the founding lies ahead."""
    start = turn.clause.start
    lead = opening(shadow, start, turn.sentence[0])
    ahead = is_future(shadow, lead, hit.start) or opens_horizon(shadow, paragraph, hit.start)
    ahead = ahead or listed
    if ahead and rung in ("", *REACHED) and not is_past(shadow, start, hit.end + 1):
        rung = "planned"
    if rung in ("", "planned") and _is_agreed(shadow, turn.sentence[0], hit.start):
        rung = "signed"
    if not rung or is_past_plan(shadow, start, hit.start) or _is_then_told(turn, group):
        return
    for topic in map(Subject.of, group.members):
        cls = topic.entity.cls
        if rung == "underConstruction" and cls in _NOT_BUILT:
            continue
        drafted = rung in _DRAFTED and not listed and vocabulary().is_any(cls, _SCHEMES)
        if is_buildable(cls) or drafted:
            cue = next(cue for cue in hit.cues if _founds(cue))
            yield Draft(
                topic.entity, "hasStatus", None, cue.id,
                (("predicate", hit.start, group.tail), topic.span), topic.source,
                name=rung, modality=turn.modality(shadow, hit.start),
            )  # fmt: skip


def _talk(shadow: str, turn: Turn, verb: int) -> int | None:
    """Where the word ends that says that they only talk of it.

    商谈|合办 X, 探索|与 Y 共建 X, 探索|在 Y 设立 X.
    """
    withs = load_lexicon().forms("Comitative", "Locative")
    talk = tuple(load_lexicon().forms("DiscussVerb"))
    partners = [
        group.start - len(group.governor)
        for group in turn.clause.groups
        if group.governor in withs and group.end <= verb
    ]
    ends = (at for at in (verb, *partners) if shadow.endswith(talk, turn.clause.start, at))
    return next(ends, None)


def _talked_of(shadow: str, turn: Turn, hit: Hit, group: Group, talk: int) -> Iterator[Draft]:
    """What they talk of founding is explored, as far as they do talk; the word ends at ``talk``."""
    said = pattern("DiscussVerb").finditer(shadow, turn.clause.start, talk)
    start = next((match.start() for match in said if match.end() == talk), talk)
    for topic in map(Subject.of, group.members):
        if is_buildable(topic.entity.cls):
            cue = next(cue for cue in hit.cues if _founds(cue))
            yield Draft(
                topic.entity, "hasStatus", None, cue.id,
                (("predicate", start, group.tail), topic.span), topic.source,
                name="exploring", modality=turn.modality(shadow, start),
            )  # fmt: skip


def _is_agreed(shadow: str, sentence: int, verb: int) -> bool:
    """Does the sentence say that a contract was signed for it, not only that it is meant (拟)?"""
    meant = tuple(load_lexicon().forms("IntentWord"))
    if shadow.startswith(meant, verb) or shadow.endswith(meant, sentence, verb):
        return False
    return is_signed(shadow, sentence, verb)


def _founds(cue: Cue) -> bool:
    return cue.signals == "establishedBy" and cue.attributes.get("agent") == "object"


def _made(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """What the verb founds: the first list behind it that no other verb stands before."""
    after = next((group for group in turn.clause.groups if group.start >= hit.end), None)
    if after is None or after.governor or after.start - hit.end > _OBJECT_REACH:
        return None
    between = (h for h in turn.clause.hits if hit.end <= h.start and h.end <= after.start)
    return None if any(between) else after


def _is_carried_on(shadow: str, hit: Hit, group: Group) -> bool:
    """Is X built by it: 推进 X 建设, 加快建设 X?"""
    closers = pattern("Closer")
    if closers.search(shadow, hit.start, hit.end) is not None:
        return True
    return closers.match(shadow, group.tail) is not None


def _is_then_told(turn: Turn, group: Group) -> bool:
    """Does a status word behind it say the rung (启动 X 的预研建设)?"""
    hits = (hit for hit in turn.clause.hits if hit.of("state"))
    return any(0 <= hit.start - group.tail <= TRAIL for hit in hits)


def _starts(shadow: str, draft: Draft) -> bool:
    """Does the verb say that building begins (启动建设 X), not that it goes on?"""
    return pattern("StartVerb").match(shadow, draft.spans[0][1]) is not None


def _ahead(shadow: str, turns: list[Turn], draft: Draft, paragraph: int) -> str | None:
    """planned, when the clause or the paragraph so far puts the founding ahead."""
    _, start, end = draft.spans[0]
    clause = next((t.clause for t in turns if t.clause.start <= start < t.clause.end), None)
    if clause is None or is_past(shadow, clause.start, end + 1):
        return None
    lead = opening(shadow, clause.start, turns[0].sentence[0])
    ahead = is_future(shadow, lead, start) or opens_horizon(shadow, paragraph, start)
    return "planned" if ahead else None


def _is_restated(turns: list[Turn], draft: Draft) -> bool:
    """Does a status word after the object say the rung itself (启动 X 的预研建设)?"""
    end = draft.spans[0][2]
    hits = [hit for turn in turns for hit in turn.clause.hits if hit.of("state")]
    return any(0 <= hit.start - end <= TRAIL for hit in hits)
