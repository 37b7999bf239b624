"""Statuses: at which rung of the ladder, from explored to closed, a thing is said to stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ontology.lexicon import Cue, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.built import is_buildable, is_site, may_stand
from sources.clause import Clause, Group, Hit
from sources.date import dates
from sources.draft import Draft, Subject
from sources.edifice import is_built_on
from sources.ending import is_defined, is_final
from sources.founding import found
from sources.grant import grants
from sources.modality import is_past_plan, is_unmet, opens_horizon
from sources.object import is_tied
from sources.rung import reach
from sources.sequel import goes_on
from sources.turn import Turn

__all__ = ["state"]

#: How many years ago a building site is no news, but history.
_LONG_AGO = 3
#: Things that are dissolved, so that a clause may go on to say it of them.
_DISSOLVED = ("Fund", "Alliance", "FinancialProduct")
#: Bodies that sign contracts, so that no contract is about them.
_SIGNATORIES = ("University", "AdministrativeArea", "Zone", "AdministrativeCommittee")


@dataclass(frozen=True, slots=True)
class _Said:
    """A thing and the rung at which a status word puts it."""

    topic: Subject
    rung: str
    cue: str
    modality: str


def state(
    shadow: str,
    turns: list[Turn],
    drafts: list[Draft],
    paragraph: int,
    published: str | None = None,
    ahead: bool = False,
) -> Iterator[Draft]:
    """Drafts of the statuses of one sentence; ``drafts`` are its relations.

    ``paragraph`` is where its paragraph starts: 下一步 puts what follows it ahead; ``ahead``: its
    heading does. Each rung of a thing is said once.
    """
    seen = set()
    said = [
        *found(shadow, turns, drafts, paragraph, ahead),
        *_stated(shadow, turns, drafts, paragraph, published, ahead),
    ]
    for draft in said:
        if (draft.subject.name, draft.name) not in seen:
            seen.add((draft.subject.name, draft.name))
            yield draft


def _stated(
    shadow: str,
    turns: list[Turn],
    drafts: list[Draft],
    paragraph: int,
    published: str | None,
    ahead: bool,
) -> Iterator[Draft]:
    """Rungs that status words say: X 投运, 破土动工的还有 X."""
    renamed = {d.object.name: d.subject for d in drafts if d.predicate == "succeeds" and d.object}
    for turn in turns:
        for hit in (*turn.clause.hits, *grants(shadow, turn.clause)):
            listed = ahead or opens_horizon(shadow, paragraph, hit.start)
            for said in _said(shadow, turn, hit, published, listed):
                entity = renamed.get(said.topic.entity.name, said.topic.entity)
                yield Draft(
                    entity, "hasStatus", None, said.cue,
                    (("predicate", hit.start, hit.end), said.topic.span), said.topic.source,
                    name=said.rung, modality=said.modality,
                )  # fmt: skip


def _said(
    shadow: str, turn: Turn, hit: Hit, published: str | None, listed: bool
) -> Iterator[_Said]:
    cues = hit.of("state")
    if not cues:
        return
    clause = turn.clause
    group = _described(shadow, turn, hit) or _object(shadow, turn, hit)
    if group is None and not is_final(shadow, turn, hit):
        return
    group = group or _topic(shadow, turn, hit)
    lead = group.tail if group and group.tail <= hit.start else clause.start
    if shadow[clause.start : hit.start].endswith(_missing()):
        return  # 推迟开工, 险些关停, 负责运营
    # 原计划在甲区建乙院, 后来取消: there was nothing to end.
    since = turn.sentence[0] if _is_ended(hit) and group is None else clause.start
    dropped = is_past_plan(shadow, since, hit.start) and (group is None or not _is_ended(hit))
    if dropped or _is_part(shadow, lead, hit):
        return
    if _is_ended(hit) and pattern("ResumeWord").search(shadow, hit.end, turn.sentence[1]):
        return  # 曾被叫停的甲园, 今年重新开工
    if _is_run_by(shadow, clause.start, hit) or pattern("Beforehand").match(shadow, hit.end):
        return
    if group is not None and _is_of_other(shadow, clause, group, hit.start):
        return
    topics = (
        [Subject.of(ref) for ref in group.members] if group else list(_absent(shadow, turn, hit))
    )
    for cue in cues:
        rung = cue.attributes.get("status", "")
        rung, modality = reach(shadow, turn, hit, lead, rung, published, listed)
        modality = cue.attributes.get("modality", modality)
        if _is_bound(cue) and (group is None or _goes_on(shadow, turn, hit, cue)):
            continue
        if rung == "underConstruction" and _is_long_ago(shadow, lead, hit.start, published):
            continue
        for topic in topics:
            if rung == "signed" and _is_party(turn, topic):
                continue
            if rung == "operational" and _is_formula(topic):
                continue
            if may_stand(topic.entity.cls, rung, cue):
                yield _Said(topic, rung, cue.id, modality)


def _is_formula(topic: Subject) -> bool:
    """Does a policy only say of itself from when it holds (本办法自发布之日起施行)?"""
    return topic.source != "explicit" and vocabulary().is_a(topic.entity.cls, "Policy")


def _is_run_by(shadow: str, start: int, hit: Hit) -> bool:
    """Does the clause only say who runs a thing (交由甲公司运营)?"""
    run = pattern("OperateVerb").fullmatch(shadow, hit.start, hit.end)
    return run is not None and pattern("AgentMarker").search(shadow, start, hit.start) is not None


@lru_cache(maxsize=1)
def _missing() -> tuple[str, ...]:
    """Words right before a rung that say that it is not reached by what is told."""
    return tuple(load_lexicon().forms("NearMiss", "ChargeWord"))


def _is_bound(cue: Cue) -> bool:
    """Is the word so vague that what it is said of must stand in its clause (获批准, 停工)?"""
    return cue.kind == "GrantNoun" or "modality" in cue.attributes


def _goes_on(shadow: str, turn: Turn, hit: Hit, cue: Cue) -> bool:
    """Is it over what the word denies (停工半年后复工)?"""
    if "modality" not in cue.attributes:
        return False
    start, end = turn.sentence
    resumed = pattern("ResumeWord").search(shadow, start, end) is not None
    return resumed or turn.modality(shadow, hit.start) != "asserted"


def _absent(shadow: str, turn: Turn, hit: Hit) -> Iterator[Subject]:
    """Whom a clause without a name before the word is about."""
    sites = load_lexicon().forms("Locative")
    if pattern("BatchWord").match(shadow, hit.end) is not None:
        return
    named = [g for g in turn.clause.groups if g.end <= hit.start and g.governor not in sites]
    if named and not _approves(hit, named):
        return
    if turn.prior is not None and _is_beside(shadow, turn.prior, turn.clause):
        return
    about = turn.before if named else turn.topic or turn.subjects
    if not about and is_built_on(shadow, turn.clause.start, hit):
        about = turn.context
    for subject in about or _carried(shadow, turn, hit):
        near = subject.source != "section" or any(one.entity is subject.entity for one in turn.head)
        near = near or (len(about) == 1 and goes_on(shadow, turn, hit, subject))
        ended = _is_ended(hit) and subject.source == "explicit"
        if near and (
            is_site(subject.entity.cls)
            or (ended and vocabulary().is_any(subject.entity.cls, _DISSOLVED))
        ):
            yield subject


def _is_beside(shadow: str, prior: Group, clause: Clause) -> bool:
    """Does the clause before only say beside what the thing stands (甲园东侧,检验楼封顶)?"""
    return shadow[prior.tail : clause.start].rstrip(",") in load_lexicon().forms("SideNoun")


def _approves(hit: Hit, named: list[Group]) -> bool:
    """Do they only approve what the text goes on about (X 走得快些,省科技厅已批复)?"""
    if any(group.governor in load_lexicon().forms("BasisMarker") for group in named):
        return False  # 按照省科技厅的批复, 甲院落户乙市
    built = any(is_buildable(group.members[-1].entity.cls) for group in named)
    return _is_approval(hit) and not built


def _is_approval(hit: Hit) -> bool:
    return any(cue.attributes.get("status") == "approved" for cue in hit.of("state"))


def _is_ended(hit: Hit) -> bool:
    return any(cue.attributes.get("status") == "closed" for cue in hit.of("state"))


def _carried(shadow: str, turn: Turn, hit: Hit) -> Iterator[Subject]:
    """What was named last, if the clause goes on about it.

    It tells of its first part (一期已投产), or of what came of a plan (原定6月投用的X,
    未能投用).
    """
    start, prior = turn.clause.start, turn.prior
    if prior is None or prior.start < turn.sentence[0]:
        return
    phased = pattern("PhaseWord").match(shadow, start) is not None
    failed = is_unmet(shadow, start, hit.start)
    if phased or (failed and is_past_plan(shadow, turn.sentence[0], prior.start)):
        yield from map(Subject.of, prior.members[-1:])


def _is_part(shadow: str, start: int, hit: Hit) -> bool:
    """Is it only a later part of the thing that stands there (二期建成), or a paper (环评通过)?

    With its first part (一期) the thing itself is there, and with the paper that makes a project
    one (可研报告获批) it is approved.
    """
    if pattern("BesideWord").search(shadow, start, hit.start) is not None:
        return True  # 甲园隔壁的大楼封顶
    paper = pattern("PaperNoun").search(shadow, start, hit.start)
    if paper is not None:
        if not _is_approval(hit) and hit.of("state")[0].kind == "GrantNoun":
            return False  # 施工图正在审查
        return not (_is_approval(hit) and paper.group() in load_lexicon().forms("ProjectPaper"))
    if "part" in hit.of("state")[0].attributes:
        return False  # 首批企业入驻
    parts = pattern("PhaseWord").finditer(shadow, start, hit.start)
    first = load_lexicon().forms("FirstPhase")
    return any(part.group() not in first for part in parts)


def _is_of_other(shadow: str, clause: Clause, group: Group, end: int) -> bool:
    """Is it told of what the thing made, does or has: X 研制的|设备|通过验收, X 一项|课题|获批?"""
    tail = group.tail
    words = [token for token in clause.tokens if tail <= token.start and token.end <= end]
    parts = pattern("PhaseWord", "BuildingPart").search(shadow, tail, end)
    told = ((a, b) for a, b in pairwise(words) if min(len(a.text), len(b.text)) > 1)
    counted = any(a.pos == "m" and not a.text.isdecimal() and b.pos == "n" for a, b in told)
    counted &= pattern("AsMarker", "Copula").search(shadow, tail, end) is None  # 作为首个园区
    counted &= len(group.members) == 1  # 甲园、乙园两个项目
    if pattern("AttendVerb").search(shadow, tail, end) is not None:
        return True  # 甲院院长出席某园的开工仪式
    if parts is None and (counted or pattern("OtherPart").search(shadow, tail, end) is not None):
        return True
    links = load_lexicon().forms("Attributive")
    last = max((at for at, word in enumerate(words) if word.text in links), default=0)
    done = any(word.pos[0] == "v" for word in words[:last])
    return done and any(word.pos[0] == "n" or word.pos == "vn" for word in words[last + 1 :])


def _is_long_ago(shadow: str, start: int, end: int, published: str | None) -> bool:
    """Was it years ago, so that the thing stands elsewhere by now?"""
    if published is None:
        return False
    years = [time.iso[:4] for time in dates(shadow, start, end, published) if time.iso]
    return any(int(published[:4]) - int(year) >= _LONG_AGO for year in years)


def _is_party(turn: Turn, topic: Subject) -> bool:
    """Is it one of those who sign, not what they sign for?"""
    if vocabulary().is_any(topic.entity.cls, _SIGNATORIES):
        return True
    if any(link.head.members[-1].entity is topic.entity for link in turn.relative):
        return False
    withs = load_lexicon().forms("Comitative")
    groups = turn.clause.groups
    return any(g.governor in withs or not withs.isdisjoint(g.joints) for g in groups)


def _object(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """What somebody approves, opens or closes: 批复设立 X, 撤销 X."""
    if shadow[hit.start : hit.end] not in load_lexicon().forms("ActiveStatus"):
        return None
    after = next((group for group in turn.clause.groups if group.start >= hit.end), None)
    if after is None or after.governor:
        return None
    between = shadow[hit.end : after.start].strip("“‘《")
    # What is taken from it is not the thing itself (撤销甲园的|资格).
    taken = _is_ended(hit) and pattern("Attributive").match(shadow, after.tail) is not None
    return after if not between and not taken else None


def _described(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """The list that the status word describes: 破土动工的还有 X."""
    after = next((group for group in turn.clause.groups if group.start >= hit.end), None)
    if after is None or is_defined(shadow, turn, hit):
        return None
    between = shadow[hit.end : after.start].rstrip("“‘《")
    if between not in load_lexicon().forms("RelativeLink"):
        return None
    for group in turn.clause.groups:
        # 动工的还有 A 的 B: it is said of B.
        if pattern("Attributive").fullmatch(shadow[after.tail : group.start].strip("“‘《")):
            after = group
    return after


def _topic(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """The list before the status word; the thing described by 的 outranks its describer."""
    before = [group for group in turn.clause.groups if group.end <= hit.start]
    if _is_approval(hit):
        # Who approves stands between the thing and the word (X获科技部批准).
        before = [g for g in before if is_buildable(g.members[-1].entity.cls)]
    if before and before[-1].governor and not is_tied(shadow, before[-1].start):
        pushed = before[-1].governor in load_lexicon().forms("PushVerb")
        if pushed or _is_unveiled(shadow, before[-1], hit):
            return before[-1]
        before = [group for group in before if not group.governor]
    return before[-1] if before else None


def _is_unveiled(shadow: str, group: Group, hit: Hit) -> bool:
    """Is the plate of what the list names unveiled (为 X、Y 揭牌)?"""
    unveils = pattern("UnveilVerb").match(shadow, hit.start) is not None
    beside = not shadow[group.tail : hit.start].strip("”’》")
    return unveils and beside and group.governor in load_lexicon().forms("ForMarker")
