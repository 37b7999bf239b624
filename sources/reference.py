"""References: mentions, and the short words (科学城, 该中心, 学校, 当地) that stand for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from ontology.vocabulary import vocabulary
from sources.bygone import bygones
from sources.entity import Alias, Entities, Entity
from sources.headnoun import head_of
from sources.mention import Mention, Reading
from sources.pointer import Around, may_point, mean, pointing
from sources.segment import Layout
from sources.spoken import Spoken, anaphors, endings, plain_nouns

__all__ = ["Reference", "bare_names", "refer"]

#: A head noun of up to so many characters is no name where it ends a longer one.
_PART = 2
#: Classes of things that go by their plain head noun.
_PLAIN = ("Zone", "Region")
#: Classes whose head nouns only tell the kind of thing, however long they are.
_KINDS = ("ResearchCenter", "EngineeringCenter", "TechnologyInnovationCenter")


@dataclass(slots=True)
class Reference:
    """A stretch of text that stands for an entity.

    ``how``: explicit (it is a mention) or alias (a short form or a word that points back).
    """

    start: int
    end: int
    entity: Entity
    how: str
    mention: Mention | None = None


def refer(
    layout: Layout,
    reading: Reading,
    entities: Entities,
    speaks_for: Callable[[int], Entity | None] | None = None,
) -> list[Reference]:
    """All references in reading order, without overlaps.

    ``speaks_for`` tells the body of who speaks at an offset, which 我们 stands for there.
    """
    known, covered = _named(layout, reading, entities)
    past = bygones(layout.shadow, known)
    of_ending: dict[str, list[Entity]] = {}
    for entity in entities.by_name.values():
        for form in endings(entity.name) if entity.mentions and entity.name not in past else ():
            of_ending.setdefault(form, []).append(entity)
    found: list[Reference] = []
    position, section = 0, -1
    titles = [s.end for s in layout.sentences if s.kind == "title"]
    document, here = Spoken(titles[-1] if titles else 0, past), Spoken(0, past)
    for sentence, words in zip(layout.sentences, reading.tokens, strict=True):
        if sentence.section != section:
            section, here = sentence.section, Spoken(0, past)
        begin = layout.sections[section].start
        around = Around(layout.shadow, words, here, document, of_ending)
        for index, token in enumerate(words):
            while position < len(known) and known[position].end <= token.start:
                for spoken in (document, here) if known[position].start >= begin else (document,):
                    spoken.add(known[position], points=False)
                position += 1
            if token.start in covered or not may_point(token):
                continue
            around.body = speaks_for(token.start) if speaks_for is not None else None
            meant = mean(around, index)
            if meant is not None:
                found.append(Reference(pointing(words, index), token.end, meant, "alias"))
                for spoken in (document, here):
                    spoken.add(found[-1], points=True)
    return sorted([*known, *found], key=lambda ref: ref.start)


def bare_names(
    shadow: str, references: Iterable[Reference], called: frozenset[str] = frozenset()
) -> Iterator[Alias]:
    """The plain words that a text uses as names: 科学城 of a zone, 母基金 of a fund.

    Of other things the plainest word (实验室, 基金, 研发中心) only points at them, and so it does
    where a text tells of several that it could name and means now one, now another. ``called`` are
    those that read like names: they need not end the full one (经开区 of an 经济技术开发区).
    """
    references = list(references)
    names = {ref.entity.name for ref in references}
    bare: dict[str, list[Reference]] = {}
    for ref in references:
        form = shadow[ref.start : ref.end]
        if ref.how == "alias" and ref.mention is None and form in anaphors():
            bare.setdefault(form, []).append(ref)
    for form, found in bare.items():
        entity, several = found[0].entity, sum(name.endswith(form) for name in names) > 1
        zone = vocabulary().is_any(entity.cls, _PLAIN)
        zone = zone and (form in called or _is_head(entity, form))
        alone = all(ref.entity is entity for ref in found) and len(found) > 1
        telling = entity.name.endswith(form) and _is_compound(form)
        telling = telling and not vocabulary().is_any(entity.cls, _KINDS)
        if (zone or telling) and (alone or not several):
            yield Alias(entity.name, form, found[0].start, found[0].end, "short")


def _is_compound(form: str) -> bool:
    """Does the noun tell more than the kind of thing: 母|基金, 联合|实验室, 健康|谷?"""
    tail = head_of(form[1:]) if form not in plain_nouns() else None
    return tail is not None and len(tail.form) < len(form)


def _is_head(entity: Entity, form: str) -> bool:
    """Does the name end in ``form``, and that of a zone in no longer word (高|新区)?"""
    cue = head_of(entity.name)
    part = cue is None or (cue.form != form and len(form) <= _PART)
    return entity.name.endswith(form) and (entity.cls == "Region" or not part)


def _named(
    layout: Layout, reading: Reading, entities: Entities
) -> tuple[list[Reference], set[int]]:
    """Mentions and declared short forms in order, and all the offsets that they cover."""
    explicit = [Reference(m.start, m.end, entities.of(m), "explicit", m) for m in reading.mentions]
    long = {at for ref in explicit for at in range(ref.start, ref.end) if _is_long(ref)}
    declared = _declared(layout, entities, long)
    covered = {at for ref in declared for at in range(ref.start, ref.end)}
    explicit = [ref for ref in explicit if covered.isdisjoint(range(ref.start, ref.end))]
    covered.update(at for ref in explicit for at in range(ref.start, ref.end))
    return sorted([*explicit, *declared], key=lambda ref: ref.start), covered


def _is_long(ref: Reference) -> bool:
    """A place's name gives way to a declared short form around it (玉溪|湖研院)."""
    return ref.mention is not None and ref.mention.source not in {"place", "known"}


def _declared(layout: Layout, entities: Entities, covered: set[int]) -> list[Reference]:
    """Later places where a declared short form is used; their offsets join ``covered``."""
    since: dict[str, dict[str, int]] = {}
    for alias in entities.aliases:
        if alias.how in ("declared", "dropped"):
            # A form that is declared counts from there on, one that is only used where it is used.
            start = alias.end if alias.how == "declared" else alias.start
            starts = since.setdefault(alias.form, {})
            starts[alias.entity] = min(start, starts.get(alias.entity, start))
    found = [
        Reference(alias.start, alias.end, entities.by_name[alias.entity], "alias")
        for alias in entities.aliases
        if alias.how == "left" and covered.isdisjoint(range(alias.start, alias.end))
    ]
    covered.update(at for ref in found for at in range(ref.start, ref.end))
    if not since:
        return found
    matcher = AhoCorasick(sorted(since))
    hits = [
        (start, end, layout.shadow[start:end])
        for _, start, end in matcher.find_matches_as_indexes(layout.shadow, overlapping=True)
    ]
    for start, end, form in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[2], hit[0])):
        name = next((n for n, at in sorted(since[form].items()) if at <= start), None)
        if name is not None and covered.isdisjoint(range(start, end)):
            covered.update(range(start, end))
            found.append(Reference(start, end, entities.by_name[name], "alias"))
    return found
