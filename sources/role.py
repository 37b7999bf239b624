"""Roles: the posts that persons hold, as statements about body and title."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.entity import Entities, Entity
from sources.headnoun import head_of
from sources.hearsay import is_asked, is_rumoured
from sources.mention import Reading
from sources.modality import is_future, modality_of
from sources.person import Person
from sources.place import is_place
from sources.post import Post
from sources.reference import Reference
from sources.seat import BODIES, Body, Named, longest_at, written
from sources.segment import Layout
from sources.sphere import areas_of, bodies_of, is_led
from sources.statement import Value
from sources.trail import Trail

__all__ = ["hold"]

#: Classes in which a title is held that tells none, and those that a bare word stands for.
_BODIES_SPOKEN = ("Organization", "Laboratory", "Alliance")
_HELD = (*BODIES, "Project")
#: Lengths of the words that stand for a body, in characters.
_SHORTEST, _LONGEST = 2, 5
#: How many bodies back one is looked for, and among how many references of any kind.
_RECENT, _FAR = 12, 40
#: What ends a sentence.
_END = re.compile(r"[。!?\n]")
#: What stands in brackets at the end of a name (检测中心（张掖）).
_BRACKET = re.compile(r"[(（][^()（）]+[)）]$")
#: First class of the bodies whose heads are chosen, and classes that have none of their titles.
_LED, _UNLED = ("Alliance",), ("Place", "University", "GovernmentBody", "Enterprise")
#: Classes of bodies of which an area has many, each of another duty.
_TOLD_APART = frozenset({"GovernmentBody"})
#: Classes in which only scholars have titles.
_LEARNED = {"University", "ResearchInstitute", "Laboratory", "Platform"}
#: Classes whose offices are bodies of their own, longest part named alone, what parts two persons.
_ZONES, _OWN_PART, _TIE = frozenset({"Zone", "Park"}), 6, re.compile("[、,;]")


def hold(
    layout: Layout,
    reading: Reading,
    entities: Entities,
    references: list[Reference],
    trail: Trail,
) -> Iterator[Draft]:
    """Drafts of all posts written beside a person's name."""
    forms = {alias.form: alias.entity for alias in entities.aliases}
    named = Named(longest_at(reading), {ref.end: ref for ref in references}, entities, forms)
    shadow = layout.shadow
    before: tuple[int, Body | None] = (-1, None)
    adrift = -1
    held: dict[int, Body | None] = {}
    for person in reading.persons:
        entity = entities.by_name.get(shadow[person.start : person.end])
        if entity is None or not entity.mentions:
            continue
        body: Body | None = None
        reached, lost = -1, False
        for post in person.posts:
            start = post.title_start
            if not post.inherits:
                body, start = _own(shadow, post, named, references, trail, body)
                lost = body is None and _is_named(shadow, post)
            elif not post.given and (lost or _TIE.fullmatch(shadow, adrift, post.start)):
                adrift = max(person.end, post.end)
                continue
            elif body is None and not post.given and post.start in held:
                body = held[post.start]
            else:
                body = _led_on(shadow, person, post, (reached, body, before), references, trail)
            if post.inherits and not post.given:
                body = _fitting(shadow, post, body, references, trail)
            reached = post.end
            held[post.start] = body
            before = max(person.end, post.end), None if post.given else body
            adrift = before[0] if lost else -1
            if body is not None:
                yield _drafted(layout, person, entity, post, start, body)


def _led_on(
    shadow: str,
    person: Person,
    post: Post,
    last: tuple[int, Body | None, tuple[int, Body | None]],
    references: list[Reference],
    trail: Trail,
) -> Body | None:
    """The body of a title without one: of the ``last`` title, of who is named before, or told."""
    reached, body, before = last
    if body is None and (beside := _beside(shadow, post, before)) is not None:
        return beside
    if body is None or (post.given and not 0 <= post.start - reached <= 1):
        kept = None if post.start < reached else body
        return _spoken(shadow, post, _told_at(person, post), references, trail) or kept
    return _area(post.start, shadow[post.title_start : post.end], shadow, trail) or body


def _own(
    shadow: str,
    post: Post,
    named: Named,
    references: list[Reference],
    trail: Trail,
    body: Body | None,
) -> tuple[Body | None, int]:
    """The body that stands with the title, and where the title starts; ``body`` is of the last."""
    found, start = written(shadow, post, named)
    found = None if found and _is_elsewhere(shadow, post, found) else found
    if found is not None and body is not None and _is_inside(found, body):
        return body, found[1]
    part = None if found else _part_of(shadow, post, references, body)
    if part is not None:
        found, start = part
    own = found or _pointed(shadow, post, references)
    if own is None and _is_told_of(shadow, post):
        own = _spoken(shadow, post, post.title_start, references, trail)
    return own, start


def _is_inside(found: Body, last: Body) -> bool:
    """Is an office only a part of the body before (云溪大学校长助理、|学科建设处|处长)?"""
    name, cls = found[0].name, last[0].cls
    if found[0].cls not in _TOLD_APART or cls in _TOLD_APART:
        return False
    if name[0] in load_lexicon().forms("AreaLetter") or is_place(name[:2]) or is_place(name[:3]):
        return False
    cues = (cue for cue in load_lexicon().cues("PartOfBody") if name.endswith(cue.form))
    return any(vocabulary().is_any(cls, tuple(cue.attributes["of"].split())) for cue in cues)


def _is_named(shadow: str, post: Post) -> bool:
    """Does a body of its own stand before the title, though we do not know it (教育厅|党组书记)?"""
    body = shadow[post.start : post.body_end].strip()
    part = body.endswith(tuple(load_lexicon().forms("Department", "Outpost")))
    return part or head_of(body) is not None or body in load_lexicon().forms("SectionWord")


def _is_elsewhere(shadow: str, post: Post, body: Body) -> bool:
    """Is it a place, where the title is none of its (云溪市|教授)?"""
    classes = set(bodies_of(shadow[post.title_start : post.end]))
    return bool(classes) and classes <= _LEARNED and vocabulary().is_a(body[0].cls, "Place")


def _drafted(
    layout: Layout, person: Person, entity: Entity, post: Post, start: int, body: Body
) -> Draft:
    return Draft(
        entity, "holds", body[0], "post/title",
        (*_title_spans(post, start), ("subject", person.start, person.end),
         ("alias", body[1], body[2])),
        "explicit", value=Value(_title(layout.shadow, post, start)),
        status="closed" if post.former else None,
        modality=_modality(layout, person, post, start),
    )  # fmt: skip


def _told_at(person: Person, post: Post) -> int:
    """Before which the body of the post is named: of one that is given, before the person, too."""
    return min(post.start, person.start, person.posts[0].start) if post.given else post.start


def _modality(layout: Layout, person: Person, post: Post, at: int) -> str:
    """Is the post at ``at`` held, or is it refuted, supposed or still ahead of the person?"""
    shadow = layout.shadow
    index = bisect_right(layout.sentences, at, key=lambda sentence: sentence.start) - 1
    sentence = layout.sentences[max(index, 0)]
    if person.start < at and (
        is_rumoured(shadow, sentence.start, person.start) or is_asked(shadow, at, sentence.end)
    ):
        return "denied"
    if post.former or not post.given:
        return "asserted"
    marks = [shadow.rfind(mark, sentence.start, post.start) + 1 for mark in ",;:"]
    clause = max(sentence.start, *marks)
    # What stands in the name is no word of its own (杨若水).
    told = person.end if clause <= person.end <= post.start else clause
    modality = modality_of(shadow, told, post.start, (sentence.start, sentence.end))
    lead = is_future(shadow, clause, max(clause, person.start)) if told > clause else False
    ahead = lead or is_future(shadow, told, post.start)
    ahead = ahead or pattern("Candidate").match(shadow, post.end) is not None
    return "target" if ahead and modality == "asserted" else modality


def _title_spans(post: Post, start: int) -> list[tuple[str, int, int]]:
    """Where the title from ``start`` on stands, without 原 or 首任 inside (化工学院|原|院长)."""
    if start >= post.body_end:
        return [("predicate", start, post.end)]
    return [("predicate", start, post.body_end), ("predicate", post.title_start, post.end)]


def _title(shadow: str, post: Post, start: int) -> str:
    """The title from ``start`` on, as its spans have it."""
    return "".join(shadow[begin:end] for _, begin, end in _title_spans(post, start))


def _pointed(shadow: str, post: Post, references: list[Reference]) -> Body | None:
    """The body last named that a bare word before the title stands for (实验室|主任)."""
    lead = pattern("Demonstrative").sub("", shadow[post.start : post.body_end].strip())
    lead = pattern("Incumbent", "Former").sub("", lead)
    if not _SHORTEST <= len(lead) <= _LONGEST:
        return None
    cue = next((c for c in load_lexicon().cues("HeadNoun") if c.form == lead), None)
    place = bisect_left(references, post.start, key=lambda ref: ref.start)
    for ref in reversed(references[max(0, place - _RECENT) : place]):
        name = _BRACKET.sub("", ref.entity.name)
        ends = name.endswith(lead) and name != lead
        kin = cue is not None and vocabulary().is_a(ref.entity.cls, cue.signals)
        kin = kin and (ref.entity.cls not in _TOLD_APART or _is_short(lead, name))
        if (ends or kin) and vocabulary().is_any(ref.entity.cls, _HELD):
            return ref.entity, ref.start, ref.end
    return None


def _is_short(lead: str, name: str) -> bool:
    """Does ``name`` hold all letters of ``lead`` in order (科技局 of 云溪市科学技术局)?"""
    letters = iter(name)
    return all(letter in letters for letter in lead)


def _is_told_of(shadow: str, post: Post) -> bool:
    """Does a clause, or a word for a place, stand before the title, no body (值夜的|研究员)?"""
    tie = shadow[post.body_end : post.title_start]
    if not tie.endswith(tuple(load_lexicon().forms("Attributive"))):
        return False
    heads = tuple(cue.form for cue in load_lexicon().cues("HeadNoun"))
    return not shadow[post.start : post.body_end].endswith(heads)


def _spoken(
    shadow: str, post: Post, before: int, references: list[Reference], trail: Trail
) -> Body | None:
    """The body that the text speaks of before ``before``, as the title tells its class."""
    title = shadow[post.title_start : post.end]
    if areas_of(title):
        return _area(before, title, shadow, trail)
    hints = bodies_of(title)
    line = shadow.rfind("\n", 0, before)
    place = bisect_left(references, before, key=lambda ref: ref.start)
    near = [ref for ref in references[max(0, place - _FAR) : place] if ref.end <= before]
    near = [ref for ref in near if vocabulary().is_any(ref.entity.cls, BODIES)][-_RECENT:]
    for cls in hints or _BODIES_SPOKEN:
        kin = [ref for ref in near if vocabulary().is_a(ref.entity.cls, cls)]
        kin = [ref for ref in kin if is_led(ref.entity.name, title)] or kin
        here = [ref for ref in kin if ref.start > line] or kin
        if here:
            return _most_named(here)
    leader = trail.leader(before, hints)
    return (leader.entity, leader.start, leader.end) if leader is not None else None


def _fitting(
    shadow: str, post: Post, body: Body | None, references: list[Reference], trail: Trail
) -> Body | None:
    """The body of a title that is none of ``body``: 云溪区委书记、|副理事长|方亦舟."""
    wanted = bodies_of(shadow[post.title_start : post.end])
    if body is not None and wanted == ("University",) and body[0].cls in _TOLD_APART:
        return None  # 与甲市政府签约,副校长孟云出席
    if body is None or wanted[:1] != _LED or not vocabulary().is_any(body[0].cls, _UNLED):
        return body
    return _spoken(shadow, post, body[1], references, trail) or body


def _part_of(
    shadow: str, post: Post, references: list[Reference], last: Body | None
) -> tuple[Body, int] | None:
    """The body that a part, which alone is named, belongs to (由|食品学院副院长|带队)."""
    start, lead_word = post.start, pattern("Incumbent", "Former")
    while (word := lead_word.match(shadow, start, post.body_end)) and word.end() > start:
        start = word.end()
    part = shadow[start : post.body_end].strip()
    lead = any(form in part for form in load_lexicon().forms("Attributive", "PostLead"))
    cues = (cue for cue in load_lexicon().cues("PartOfBody") if part.endswith(cue.form))
    classes = {cls for cue in cues for cls in cue.attributes["of"].split()} - _ZONES
    if not classes or lead or not part.isalpha() or not _SHORTEST <= len(part) <= _OWN_PART:
        return None
    if last is not None:
        kin = vocabulary().is_any(last[0].cls, (*classes, *_TOLD_APART))
        return (last, start) if kin else None
    line = shadow.rfind("\n", 0, post.start)
    place = bisect_left(references, post.start, key=lambda ref: ref.start)
    if any(ref.start < post.body_end for ref in references[place : place + _RECENT]):
        return None  # 园区|管理办公室
    for ref in reversed(references[max(0, place - _RECENT) : place]):
        if ref.start > line and vocabulary().is_any(ref.entity.cls, tuple(classes)):
            return (ref.entity, ref.start, ref.end), start
    return None


def _beside(shadow: str, post: Post, before: tuple[int, Body | None]) -> Body | None:
    """The body of who is named right before: 某院院长方亦舟、|副院长|孟云海."""
    end, body = before
    title = shadow[post.title_start : post.end]
    tied = 0 <= end <= post.start and _TIE.fullmatch(shadow, end, post.start) is not None
    if body is None or not tied or post.given or areas_of(title):
        return None
    return body if vocabulary().is_any(body[0].cls, bodies_of(title) or BODIES) else None


def _most_named(refs: list[Reference]) -> Body | None:
    """What ``refs`` name most, of equals the last."""
    counts = Counter(ref.entity.name for ref in refs)
    best = max(refs, key=lambda ref: (counts[ref.entity.name], ref.start), default=None)
    return (best.entity, best.start, best.end) if best is not None else None


def _area(start: int, title: str, shadow: str, trail: Trail) -> Body | None:
    """The area spoken of that a title without one points to: 区长, 市委书记.

    It is the one last named in the sentence, else the one that the text names most.
    """
    classes = areas_of(title)
    area = trail.last(start, classes)
    if area is not None and _END.search(shadow, area.end, start):
        area = trail.leader(start, classes)
    return (area.entity, area.start, area.end) if area is not None else None
