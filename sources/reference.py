"""References: mentions, and the short words (科学城, 该中心, 学校, 当地) that stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon
from ontology.vocabulary import vocabulary
from sources.entity import Entities, Entity
from sources.mention import Mention, Reading
from sources.segment import Layout
from sources.token import Token

__all__ = ["Reference", "refer"]


#: How many references back a bare word at the head of a clause may look.
_RECENT = 6
#: How far back 前者 may point, in characters.
_PAIR_REACH = 60


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch of text that stands for an entity; ``how``: explicit or alias."""

    start: int
    end: int
    entity: Entity
    how: str
    mention: Mention | None = None


@lru_cache(maxsize=1)
def _bare() -> tuple[dict[str, Cue], dict[str, Cue], frozenset[str]]:
    lexicon = load_lexicon()
    heads = {
        cue.form: cue
        for cue in lexicon.cues("HeadNoun")
        if cue.attributes.get("anaphor") == "true"
    }
    sections = {cue.form: cue for cue in lexicon.cues("SectionWord")}
    return heads, sections, lexicon.forms("Demonstrative")


def refer(layout: Layout, reading: Reading, entities: Entities) -> list[Reference]:
    """All references in reading order, without overlaps."""
    explicit = [Reference(m.start, m.end, entities.of(m), "explicit", m) for m in reading.mentions]
    long = {at for ref in explicit for at in range(ref.start, ref.end) if _is_long(ref)}
    declared = _declared(layout, entities, long)
    covered = {at for ref in declared for at in range(ref.start, ref.end)}
    explicit = [ref for ref in explicit if not covered & set(range(ref.start, ref.end))]
    covered |= {at for ref in explicit for at in range(ref.start, ref.end)}
    known = sorted([*explicit, *declared], key=lambda ref: ref.start)
    found: list[Reference] = []
    sections = [sentence.section for sentence in layout.sentences]
    for index, words in enumerate(reading.tokens):
        here = layout.sentences[index]
        begin = layout.sections[sections[index]].start
        seen = [ref for ref in known if ref.start < here.end]
        for position, token in enumerate(words):
            if token.start in covered:
                continue
            before = [ref for ref in (*seen, *found) if ref.end <= token.start]
            near = [ref for ref in before if ref.start >= begin]
            entity = _meant(words, position, near, before, entities)
            if entity is not None:
                start = token.start
                if position and words[position - 1].text in _bare()[2]:
                    start = words[position - 1].start
                found.append(Reference(start, token.end, entity, "alias"))
    return sorted([*known, *found], key=lambda ref: ref.start)


def _is_long(ref: Reference) -> bool:
    """A place's name gives way to a declared short form around it (玉溪|湖研院)."""
    return ref.mention is not None and ref.mention.source not in {"place", "known"}


def _declared(layout: Layout, entities: Entities, covered: set[int]) -> list[Reference]:
    """Later places where a declared short form is used."""
    found: list[Reference] = []
    forms = sorted({(a.form, a.entity, a.end) for a in entities.aliases if a.how == "declared"})
    for form, name, declared_at in sorted(forms, key=lambda f: -len(f[0])):
        start = layout.shadow.find(form, declared_at)
        while start >= 0:
            span = range(start, start + len(form))
            if not any(at in covered for at in span):
                covered = covered | set(span)
                found.append(
                    Reference(start, start + len(form), entities.by_name[name], "alias")
                )
            start = layout.shadow.find(form, start + len(form))
    return found


def _meant(
    words: tuple[Token, ...],
    position: int,
    near: list[Reference],
    before: list[Reference],
    entities: Entities,
) -> Entity | None:
    """The entity that a bare word stands for; None when the text does not tell."""
    heads, sections, demonstratives = _bare()
    token = words[position]
    if token.text in _pair_words():
        return _of_pair(token, before)
    if token.text in sections:
        return _section_word(sections[token.text], near, before)
    if token.text not in heads:
        return None
    pointed = position > 0 and words[position - 1].text in demonstratives
    if pointed:
        return _last(near, heads[token.text].signals)
    follows = words[position + 1] if position + 1 < len(words) else None
    if follows is not None and _is_noun(follows):
        return None
    if position and words[position - 1].pos[0] in "nabm" and words[position - 1].pos != "x":
        return None
    same = [e for e in entities.by_name.values() if e.name.endswith(token.text) and e.mentions]
    if len(same) == 1 and any(ref.entity is same[0] for ref in before):
        return same[0]
    nearby = {ref.entity.name: ref.entity for ref in near if ref.entity.name.endswith(token.text)}
    if len(nearby) == 1:
        return next(iter(nearby.values()))
    opens = position == 0 or words[position - 1].text in ",;:“"
    return _only(near, heads[token.text].signals) if opens and not nearby else None


def _is_noun(token: Token) -> bool:
    """Is the word a noun of its own, so that the one before it only describes it?"""
    verbs = load_lexicon().forms("ActionVerb") | load_lexicon().forms("Trigger")
    return token.pos[0] == "n" and len(token.text) > 1 and token.text not in verbs


def _only(near: list[Reference], cls: str) -> Entity | None:
    """The thing of a class that was named last, if the last two sentences name no other."""
    kin = [ref for ref in near[-_RECENT:] if vocabulary().is_a(ref.entity.cls, cls)]
    names = {ref.entity.name for ref in kin}
    return kin[-1].entity if len(names) == 1 else None


@lru_cache(maxsize=1)
def _pair_words() -> dict[str, int]:
    lexicon = load_lexicon()
    firsts = {form: 0 for form in lexicon.forms("FormerOne")}
    return firsts | {form: 1 for form in lexicon.forms("LatterOne")}


def _of_pair(token: Token, before: list[Reference]) -> Entity | None:
    """The first or the second of the last two things named side by side."""
    which = _pair_words()[token.text]
    named = [ref for ref in before if ref.mention is not None]
    for one, other in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        if token.start - other.end > _PAIR_REACH:
            return None
        if 0 < other.start - one.end <= 2 and one.entity is not other.entity:
            return (one, other)[which].entity
    return None


def _last(near: list[Reference], cls: str) -> Entity | None:
    words = vocabulary()
    for ref in reversed(near):
        if words.is_a(ref.entity.cls, cls) or words.is_a(cls, ref.entity.cls):
            return ref.entity
    return None


def _section_word(cue: Cue, near: list[Reference], before: list[Reference]) -> Entity | None:
    """The university, institute, company or area spoken of, by the word's class and letter."""
    words = vocabulary()
    letters = cue.attributes.get("of", "")
    wanted = letters.split() if letters else [cue.signals]
    for refs in (near, before):
        kinds = {
            ref.entity.name: ref.entity
            for ref in refs
            if any(words.is_a(ref.entity.cls, cls) for cls in wanted)
        }
        if len(kinds) == 1:
            return next(iter(kinds.values()))
        if kinds and cue.attributes.get("nearest") == "true":
            return list(kinds.values())[-1]
        if kinds:
            return None
    return None
