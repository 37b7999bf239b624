"""Themes: the list of names in a clause that is its subject."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.distance import is_far_place
from sources.link import Link, main_hits
from sources.token import Token

__all__ = ["bearer", "is_bare_noun", "is_foreign", "says", "speaks", "theme"]

#: How far behind a document its verb of saying may stand, in characters.
_SAY_REACH = 5
#: How far behind 的 the thing that it ties may stand, in characters.
_TIE_REACH = 14
#: How far behind the word of its stage a thing may stand, in characters.
_STAGE_REACH = 6
#: How far behind a body the name of who holds a post in it may stand, in characters.
_POST_REACH = 16
#: Of how many words at least it is said that somebody does something to a thing.
_FELT = 2
#: A quoted term that we have no entity for, as the subject of a clause: “多园”包括….
_UNRESOLVED = re.compile(r"^\W?“[^“”]{1,6}”(?=\w)")
#: Longest clause that is but a noun for things of a sort, in characters.
_SORT = 12
#: Things that a chain tied by 的 ends in.
_THINGS = (
    *("Platform", "Zone", "Park", "Project", "Fund", "Alliance", "ResearchInstitute"),
    *("Enterprise", "Policy", "FinancialProduct"),
)
#: Documents and meetings, which say what follows them.
_SAYERS = ("Policy", "Event")
#: Tags of words that may open a clause before its subject: time, marks, adverbs, particles.
_OPENING_TAGS = frozenset({"t", "x", "c", "d", "ad", "u", "r", "f"})
#: … and before its verb.
_ADVERBS = frozenset({"d", "ad"})
#: Tags of particles behind a verb.
_ASPECTS = frozenset({"ul", "ug", "uz"})


def theme(shadow: str, clause: Clause, relative: tuple[Link, ...]) -> Group | None:
    """The group before the first main verb that no small word governs.

    A thing that a relative clause describes outranks who does what it says (甲建设的乙投用).
    """
    verbs = (hit for hit in main_hits(clause, relative) if hit.of("by") != hit.cues)
    told = (hit.start for hit in verbs if not _describes(shadow, hit))
    first = min(told, default=clause.end)
    described = [link for link in relative if link.head.start < first]
    for link in reversed(described):
        if not _is_governed(clause, link):
            return link.head
    borne = [bearer(shadow, clause, hit) for hit in clause.hits if _is_borne(clause, hit)]
    doers = load_lexicon().forms("DoerMarker")
    for group in clause.groups:
        if group.start >= first or group.governor in doers:
            return None
        if group.start > clause.start and _is_predicate(shadow, clause, group):
            return None
        if group.start > clause.start and _is_it(clause):
            return None
        if _appoints(shadow, clause, group) or _is_felt(clause, group):
            return None
        inner = any(link.start <= group.start < link.mark for link in described)
        said = group.governor or says(shadow, group) or any(group is one for one in borne)
        said = said or _is_source(shadow, clause, group)
        if not inner and not said and not group.inner:
            return _owned(shadow, clause, group, first)
    return None


def _is_it(clause: Clause) -> bool:
    """Does 它 do what the clause says (它列入甲计划, not 它的甲项目)?"""
    opening = clause.tokens[:2]
    third = opening and opening[0].text in load_lexicon().forms("ThirdThing")
    return bool(third) and opening[-1].pos[0] in "vd"


def _appoints(shadow: str, clause: Clause, group: Group) -> bool:
    """Does it only tell whose somebody is who takes up a post (甲大学教授周岚已任院长)?"""
    for after in clause.groups:
        person = vocabulary().is_a(after.members[0].entity.cls, "Person")
        if person and not after.governor and 0 < after.start - group.tail <= _POST_REACH:
            gap = pattern("TakeGap").match(shadow, after.tail)
            start = gap.end() if gap else after.tail
            return pattern("TakePost").match(shadow, start, clause.end) is not None
    return False


def speaks(shadow: str, clause: Clause, group: Group) -> bool:
    """Does the clause only tell whose somebody is who says what follows (甲区科技局局长某某说)?"""
    for after in clause.groups:
        person = vocabulary().is_a(after.members[0].entity.cls, "Person")
        if person and not after.governor and 0 < after.start - group.tail <= _POST_REACH:
            return pattern("SayVerb").search(shadow, after.tail, clause.end) is not None
    return False


def _is_source(shadow: str, clause: Clause, group: Group) -> bool:
    """Does it only give what the subject gets (去年获甲部批准), or stand beside it (高出甲市)?

    Or is it how far away something is (距甲市38公里)?
    """
    if is_far_place(shadow, clause, group):
        return True
    verbs = load_lexicon().forms("GainVerb", "ExceedVerb")
    return shadow.endswith(tuple(verbs), clause.start, group.start)


def _is_felt(clause: Clause, group: Group) -> bool:
    """Does somebody do something to it that is no deed of ours (我羡慕甲院, 他相信乙园)?"""
    before = [token for token in clause.tokens if token.end <= group.start]
    if len(before) < _FELT or before[-1].end != group.start or before[-1].pos != "v":
        return False
    lead = [token for token in before[:-1] if token.pos not in _OPENING_TAGS - {"r"}]
    return len(lead) == 1 and lead[0].text in load_lexicon().forms("SelfWord")


def _describes(shadow: str, hit: Hit) -> bool:
    """Does a word of how far a thing is stand before the thing (去年开工的甲园)?"""
    return bool(hit.of("state")) and pattern("Attributive").match(shadow, hit.end) is not None


def _is_predicate(shadow: str, clause: Clause, group: Group) -> bool:
    """Does it stand in what 是 says of the subject (…是乙省首批省实验室之一)?"""
    lexicon = load_lexicon()
    if shadow[clause.start : group.start] in lexicon.forms("EqualMark"):
        tie = pattern("Attributive").search(shadow, group.tail, clause.end)
        verbs = {token.start for token in clause.tokens if token.pos[0] == "v"}
        done = any(hit.start >= group.tail and hit.start in verbs for hit in clause.hits)
        if tie is not None and (tie.start() > group.tail or not done):
            return True  # 甲站, 是乙院设在园区的分支机构, 是乙中心的重要一极
        place = vocabulary().is_a(group.members[0].entity.cls, "Place")
        return place and clause.end - group.tail > 1  # 是全区第二家支行, 是乙区的3倍
    if not shadow.endswith(tuple(lexicon.forms("EqualMark")), clause.start, group.start):
        return False
    chosen = shadow[max(clause.start, group.start - 2)] in lexicon.forms("Attributive")
    area = vocabulary().is_a(group.members[0].entity.cls, "AdministrativeArea")
    return area and not chosen  # 最近的是甲市: it is what follows 是


def _owned(shadow: str, clause: Clause, group: Group, first: int) -> Group:
    """The last thing of a chain tied by 的, which is what the clause is about (甲公司的乙项目)."""
    ties = load_lexicon().forms("Attributive")
    for after in clause.groups:
        if pattern("SiteTie", "OwnTie").fullmatch(shadow, group.tail, after.start):
            group = after  # 甲院所在的乙园, 甲集团旗下的乙基金
            continue
        if after.start < first and _is_stage(shadow, clause, group, after):
            group = after  # 甲区现场开工的乙项目
            continue
        named = any(hit.is_noun and hit.end == after.start for hit in clause.hits)
        free = after.start < first or (named and after.tail < clause.end)  # 甲园的投资方|乙集团
        near = 0 < after.start - group.tail <= _TIE_REACH and free
        if near and shadow[group.tail] in ties and not after.governor:
            verbs = (hit for hit in clause.hits if not hit.is_noun)
            between = any(group.tail <= verb.start < after.start for verb in verbs)
            between = between or _is_done_between(clause, group, after)
            if not between and vocabulary().is_any(after.members[0].entity.cls, _THINGS):
                group = after
    return group


def _is_done_between(clause: Clause, group: Group, after: Group) -> bool:
    """Does a verb with its particle part the two (甲园的设立发挥|了|乙区的优势)?"""
    inside = (t for t in clause.tokens if group.tail <= t.start and t.end <= after.start)
    return any(token.pos in _ASPECTS for token in inside)


def _is_stage(shadow: str, clause: Clause, area: Group, thing: Group) -> bool:
    """Does the area only tell where the thing behind it has come how far (甲区开工的乙项目)?"""
    states = [hit for hit in clause.hits if area.tail <= hit.start < thing.start]
    if not vocabulary().is_a(area.members[-1].entity.cls, "Place") or thing.governor:
        return False
    told = vocabulary().is_any(thing.members[0].entity.cls, _THINGS)
    near = bool(states) and thing.start - states[-1].end <= _STAGE_REACH
    return told and near and all(_describes(shadow, hit) for hit in states)


def _is_borne(clause: Clause, hit: Hit) -> bool:
    """Is all that the clause says of a body its noun of capacity (not 甲作为主发起人设立乙)?"""
    made = any(later.start >= hit.end and later.says("establishedBy") for later in clause.hits)
    return _is_of_thing(hit) and not made


def _is_of_thing(hit: Hit) -> bool:
    """Is it a noun of capacity, held in the thing that the text is about (建设单位)?"""
    return hit.is_noun and any(cue.attributes.get("agent") == "thing" for cue in hit.cues)


@lru_cache(maxsize=1)
def _bearing() -> re.Pattern[str]:
    """What stands between a body and its noun of capacity."""
    verb, tie = alternation("CapacityVerb"), alternation("Attributive")
    last = f"(?:(?!{tie})[^,。;]){{0,8}}"
    return re.compile(f"[^,。;]{{0,12}}?{verb}(?:[^,。;]{{0,14}}?{tie})?{last}")


def bearer(shadow: str, clause: Clause, hit: Hit) -> Group | None:
    """The bodies before their noun of capacity: 甲是牵头单位, 甲、乙为共建单位."""
    moved = load_lexicon().forms("PatientMarker", "RoleMarker")
    if any(g.governor in moved and g.end <= hit.start for g in clause.groups):
        return None  # 把乙列为资助对象 tells of the list, not of who made it
    for group in clause.groups:
        if group.end <= hit.start and not group.governor:
            return group if _bearing().fullmatch(shadow, group.tail, hit.start) else None
    return None


def _is_governed(clause: Clause, link: Link) -> bool:
    """Does a preposition before the relative clause take what it describes (以甲研发的乙为载体)?"""
    lexicon = load_lexicon()
    small = lexicon.forms("Preposition") - lexicon.forms("Locative")
    return any(
        group.governor in small and link.start <= group.start < link.hit.start
        for group in clause.groups
    )


def says(shadow: str, group: Group) -> bool:
    """Is it a document or a meeting that says what follows (《规划》提出)?"""
    if not vocabulary().is_any(group.members[-1].entity.cls, _SAYERS):
        return False
    return pattern("SayVerb").search(shadow, group.tail, group.tail + _SAY_REACH) is not None


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Words before the subject of a clause; the segmenter may have cut a list mark in two."""
    lexicon = load_lexicon()
    marks = lexicon.forms("ListMark")
    parts = {mark[:size] for mark in marks for size in range(1, len(mark) + 1)}
    return lexicon.forms("Future", "Completed") | parts


def is_bare_noun(shadow: str, clause: Clause) -> bool:
    """Is the clause but a noun for things, of which the next one tells (签约项目,包括…)?"""
    if clause.hits or clause.groups or clause.end - clause.start > _SORT:
        return False
    if not shadow.startswith(",", clause.end) or any(t.pos[0] == "m" for t in clause.tokens):
        return False
    return shadow.endswith(tuple(load_lexicon().forms("UnnamedProject")), 0, clause.end)


def is_foreign(shadow: str, clause: Clause) -> bool:
    """Does the clause open with a noun that we have no entity for (66家企业开展…)?"""
    if _UNRESOLVED.match(shadow[clause.start : clause.end]):
        return True
    limit = clause.hits[0].start if clause.hits else clause.end
    opening = [token for token in clause.tokens if token.start < limit]
    timed = load_lexicon().forms("TimeMark", "YearPart")
    joined = load_lexicon().forms("Comitative")
    partners = [group for group in clause.groups[:1] if group.governor in joined]
    for position, token in enumerate(opening):
        after = opening[position + 1].text if position + 1 < len(opening) else ""
        if token.text in timed or (token.pos[0] == "m" and after[:1] in timed):
            continue
        if token.pos in _OPENING_TAGS or token.text in _openers():
            continue
        if any(group.start <= token.start < group.end for group in partners):
            return False  # 与甲大学共建: who does it is not said again
        if limit == clause.end or token.text in load_lexicon().forms("ActionVerb"):
            return False
        opener = _without_adverbs(opening[position:])
        return _is_noun_phrase(opener) or (token.pos[0] in "nm" and not clause.groups)
    return False


def _without_adverbs(tokens: list[Token]) -> list[Token]:
    """The words before a verb without the adverbs right before it (该市科技局|随后)."""
    size = len(tokens)
    while size > 1 and tokens[size - 1].pos in _ADVERBS:
        size -= 1
    return tokens[:size]


def _is_noun_phrase(tokens: list[Token]) -> bool:
    """Do the words before the verb make one noun, its subject (创新核|主攻…)?"""
    return tokens[-1].pos[0] == "n" and all(
        token.pos[0] in "nabjlsgzmq" or token.pos == "vn" or token.text in _inner()
        for token in tokens
    )


@cache
def _inner() -> frozenset[str]:
    lexicon = load_lexicon()
    return lexicon.forms("InnerVerb") - lexicon.forms("ActionVerb")
