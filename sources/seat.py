"""Seats: the body that is written right before the title of a post."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.entity import Entities, Entity
from sources.mention import Mention, Reading
from sources.modifier import is_general
from sources.post import Post
from sources.reference import Reference

__all__ = ["BODIES", "Body", "Named", "longest_at", "written"]

#: Classes of bodies in which posts are held.
BODIES = ("Organization", "Place", "Platform", "Alliance", "Fund")
#: Longest part of a body whose head has a title, shortest body and longest college: characters.
_PART, _SHORTEST, _COLLEGE = 12, 2, 12
#: A body with the span that names it.
Body = tuple[Entity, int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """What is named, by where the name ends."""

    ends: dict[int, Mention]
    spoken: dict[int, Reference]
    entities: Entities
    forms: dict[str, str]

    def body_at(self, end: int) -> Body | None:
        """The body whose name, or a word that stands for it, ends at ``end``."""
        mention, ref = self.ends.get(end), self.spoken.get(end)
        if mention is not None and vocabulary().is_any(mention.cls, BODIES):
            return self.entities.shown(mention), mention.start, mention.end
        if ref is not None and vocabulary().is_any(ref.entity.cls, BODIES):
            return ref.entity, ref.start, ref.end
        return None

    def mother(self, shadow: str, body: Body) -> Body | None:
        """The body that ``body`` is only a part of (西安大学|化工学院, 云溪高新区|招商局)."""
        _, start, end = body
        for at in range(end - 2, max(start + _SHORTEST, end - _COLLEGE) - 1, -1):
            inner, part = self._named(shadow[start:at]), shadow[at:end]
            if inner is None:
                continue
            cues = (cue for cue in load_lexicon().cues("PartOfBody") if part.endswith(cue.form))
            if any(vocabulary().is_any(inner.cls, cue.attributes["of"].split()) for cue in cues):
                return inner, start, at
        return None

    def _named(self, text: str) -> Entity | None:
        name = self.entities.of_text.get(text) or self.forms.get(text)
        return self.entities.by_name.get(name) if name is not None else None


def longest_at(reading: Reading) -> dict[int, Mention]:
    """The longest mention that ends at each offset."""
    ends: dict[int, Mention] = {}
    for mention in (*reading.nested, *reading.mentions):
        known = ends.get(mention.end)
        if known is None or known.start > mention.start:
            ends[mention.end] = mention
    return ends


def written(shadow: str, post: Post, named: Named) -> tuple[Body | None, int]:
    """The body named right before the title, and where the title then starts.

    The name may reach one letter into the title (荣昌区|委); a part of the body belongs to the
    title of its head (科创园|管理办公室主任).
    """
    opened = shadow.rfind("(", post.start, post.body_end)
    called = opened if shadow[post.body_end - 1 : post.body_end] == ")" else post.body_end
    for at in (post.title_start + 1, post.title_start, post.body_end, called):
        body = named.body_at(at)
        if body is None or body[1] >= post.title_start or _is_described(shadow, post, body):
            continue
        if at <= post.title_start:
            mother = named.mother(shadow, body)
            return (mother, mother[2]) if mother is not None else (body, post.title_start)
        return body, post.title_start
    for at in range(post.body_end, max(post.start, post.body_end - _PART), -1):
        part = shadow[at : post.body_end]
        if part and not _is_part(part, shadow[post.title_start : post.end]):
            continue
        if part and len(part) == 1 and shadow.startswith(part, post.title_start):
            continue  # 甲省重点实验室|处|处长
        body = named.body_at(at)
        if body is not None and not _is_described(shadow, post, body):
            return body, at
    return None, post.title_start


def _is_described(shadow: str, post: Post, body: Body) -> bool:
    """Does a general word before it make it another body (国家发展|研究院|院长)?"""
    lead = shadow[max(post.start, body[1] - _SHORTEST) : body[1]]
    if body[1] > post.start and pattern("PostedTo").match(shadow, body[1] - 1):
        return True  # 甲省政府驻|上海|办事处主任
    zone = vocabulary().is_a(body[0].cls, "Place")  # 高新|园区|党工委书记
    return not zone and len(lead) == _SHORTEST and is_general(lead)


def _is_part(part: str, title: str) -> bool:
    """Is it a part of a body (管理办公室|主任), or its name without 系 (工业设计|系主任)?"""
    departments, titles = load_lexicon().forms("Department"), load_lexicon().forms("Title")
    if part.endswith(tuple(departments)):
        return True
    return any(title[:at] in departments and title[at:] in titles for at in (1, 2, 3))
