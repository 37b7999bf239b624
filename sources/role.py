"""Roles: the posts that persons hold, as statements about body and title."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.entity import Entities, Entity
from sources.mention import Mention, Reading
from sources.reference import Reference
from sources.segment import Layout
from sources.statement import Value

__all__ = ["hold"]

_BODIES = ("Organization", "Place", "Platform", "Alliance")


def hold(
    layout: Layout, reading: Reading, entities: Entities, references: list[Reference]
) -> Iterator[Draft]:
    """Drafts of all posts written beside a person's name."""
    ends: dict[int, Mention] = {}
    for mention in (*reading.nested, *reading.mentions):
        known = ends.get(mention.end)
        if known is None or known.start > mention.start:
            ends[mention.end] = mention
    spoken = {ref.end: ref for ref in references}
    for person in reading.persons:
        entity = entities.by_name.get(layout.shadow[person.start : person.end])
        if entity is None:
            continue
        body: tuple[Entity, int, int] | None = None
        for post in person.posts:
            title = layout.shadow[post.title_start : post.end]
            if not post.inherits:
                body = _body(post.title_start, ends, entities)
                if body is None and post.title_start in spoken:
                    ref = spoken[post.title_start]
                    body = (ref.entity, ref.start, ref.end)
            elif body is None or title[0] in load_lexicon().forms("AreaLetter"):
                body = _area(post.start, title, references) or body
            if body is None:
                continue
            yield Draft(
                entity, "holds", body[0], "post/title",
                (("predicate", post.title_start, post.end), ("subject", person.start, person.end),
                 ("alias", body[1], body[2])),
                "explicit", value=Value(title), status="closed" if post.former else None,
            )  # fmt: skip


def _body(
    end: int, ends: dict[int, Mention], entities: Entities
) -> tuple[Entity, int, int] | None:
    """The body named right before the title, or reaching one letter into it (荣昌区|委)."""
    words = vocabulary()
    for at in (end + 1, end):
        mention = ends.get(at)
        if mention is not None and any(words.is_a(mention.cls, cls) for cls in _BODIES):
            return entities.of(mention), mention.start, mention.end
    return None


@lru_cache(maxsize=1)
def _areas() -> dict[str, tuple[str, ...]]:
    cues = [*load_lexicon().cues("AreaLetter"), *load_lexicon().cues("Committee")]
    return {c.form: tuple(c.attributes["of"].split()) for c in cues if "of" in c.attributes}


@lru_cache(maxsize=1)
def _hints() -> dict[str, tuple[str, ...]]:
    return {c.form: tuple(c.attributes["of"].split()) for c in load_lexicon().cues("TitleHint")}


def _area(
    start: int, title: str, references: list[Reference]
) -> tuple[Entity, int, int] | None:
    """The area or body last spoken of that a title without one points to: 区长, 理事长."""
    words = vocabulary()
    leads = [form for form in _areas() if title.startswith(form)]
    hints = [form for form in _hints() if title.endswith(form)]
    wanted = _areas()[max(leads, key=len)] if leads else ()
    wanted = wanted or (_hints()[max(hints, key=len)] if hints else ())
    for ref in reversed([r for r in references if r.end <= start]):
        if any(words.is_a(ref.entity.cls, cls) for cls in wanted):
            return ref.entity, ref.start, ref.end
    return None
