"""Roles: the posts that persons hold, as statements about body and title."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.entity import Entities, Entity
from sources.mention import Mention, Reading
from sources.person import Post
from sources.reference import Reference
from sources.segment import Layout
from sources.statement import Value
from sources.trail import Trail

__all__ = ["hold"]

_BODIES = ("Organization", "Place", "Platform", "Alliance")
#: A body with the span that names it.
_Body = tuple[Entity, int, int]


def hold(
    layout: Layout,
    reading: Reading,
    entities: Entities,
    references: list[Reference],
    trail: Trail,
) -> Iterator[Draft]:
    """Drafts of all posts written beside a person's name."""
    ends = _longest_at(reading)
    spoken = {ref.end: ref for ref in references}
    for person in reading.persons:
        entity = entities.by_name.get(layout.shadow[person.start : person.end])
        if entity is None or not entity.mentions:
            continue
        body: _Body | None = None
        for post in person.posts:
            title = layout.shadow[post.title_start : post.end]
            if not post.inherits:
                body = _written(post, ends, spoken, entities)
            elif body is None or title[0] in load_lexicon().forms("AreaLetter"):
                body = _area(post.start, title, trail) or body
            if body is None:
                continue
            yield Draft(
                entity, "holds", body[0], "post/title",
                (("predicate", post.title_start, post.end), ("subject", person.start, person.end),
                 ("alias", body[1], body[2])),
                "explicit", value=Value(title), status="closed" if post.former else None,
            )  # fmt: skip


def _longest_at(reading: Reading) -> dict[int, Mention]:
    """The longest mention that ends at each offset."""
    ends: dict[int, Mention] = {}
    for mention in (*reading.nested, *reading.mentions):
        known = ends.get(mention.end)
        if known is None or known.start > mention.start:
            ends[mention.end] = mention
    return ends


def _written(
    post: Post, ends: dict[int, Mention], spoken: dict[int, Reference], entities: Entities
) -> _Body | None:
    """The body named right before the title, or reaching one letter into it (荣昌区|委)."""
    for at in (post.title_start + 1, post.title_start):
        mention = ends.get(at)
        if mention is not None and vocabulary().is_any(mention.cls, _BODIES):
            return entities.shown(mention), mention.start, mention.end
    ref = spoken.get(post.title_start)
    return (ref.entity, ref.start, ref.end) if ref is not None else None


@lru_cache(maxsize=1)
def _areas() -> dict[str, tuple[str, ...]]:
    """The classes that the opening letters of a title point to: 区 in 区长."""
    cues = [*load_lexicon().cues("AreaLetter"), *load_lexicon().cues("Committee")]
    return {c.form: tuple(c.attributes["of"].split()) for c in cues if "of" in c.attributes}


@lru_cache(maxsize=1)
def _hints() -> dict[str, tuple[str, ...]]:
    """The classes of bodies in which a title is held: an alliance for 理事长."""
    return {c.form: tuple(c.attributes["of"].split()) for c in load_lexicon().cues("TitleHint")}


def _area(start: int, title: str, trail: Trail) -> _Body | None:
    """The area or body last spoken of that a title without one points to: 区长, 理事长."""
    leads = [form for form in _areas() if title.startswith(form)]
    hints = [form for form in _hints() if title.endswith(form)]
    wanted = _areas()[max(leads, key=len)] if leads else ()
    wanted = wanted or (_hints()[max(hints, key=len)] if hints else ())
    ref = trail.last(start, wanted)
    return (ref.entity, ref.start, ref.end) if ref is not None else None
