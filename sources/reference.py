"""References: mentions, and the short words (科学城, 该中心, 学校, 当地) that stand for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from ontology.lexicon import Cue, load_lexicon
from ontology.vocabulary import vocabulary
from sources.couple import couple
from sources.entity import Alias, Entities, Entity
from sources.mention import Mention, Reading
from sources.name import head_of
from sources.segment import Layout
from sources.token import Token

__all__ = ["Reference", "bare_names", "refer"]

#: How many references back a bare word at the head of a clause may look.
_RECENT = 6
#: A head noun of up to so many characters is no name where it ends a longer one.
_PART = 2
#: Classes of things that go by their plain head noun.
_PLAIN = ("Zone", "Region")
#: Marks after which a clause begins.
_CLAUSE_MARKS = ",;:“"
#: First letters of tags: a word of these before a bare noun makes it another thing.
_DESCRIBERS = frozenset("nabm")


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


@dataclass(frozen=True, slots=True)
class _Words:
    heads: dict[str, Cue]
    sections: dict[str, Cue]
    demonstratives: frozenset[str]
    pairs: dict[str, int]
    verbs: frozenset[str]
    joiners: frozenset[str]
    referring: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    nouns = lexicon.cues("HeadNoun")
    heads = {cue.form: cue for cue in nouns if cue.attributes.get("anaphor") == "true"}
    sections = {cue.form: cue for cue in lexicon.cues("SectionWord")}
    pairs = {
        **dict.fromkeys(lexicon.forms("FormerOne"), 0),
        **dict.fromkeys(lexicon.forms("LatterOne"), 1),
    }
    return _Words(
        heads=heads,
        sections=sections,
        demonstratives=lexicon.forms("Demonstrative"),
        pairs=pairs,
        verbs=lexicon.forms("ActionVerb", "Trigger"),
        joiners=lexicon.forms("Joiner") - lexicon.forms("SideJoiner"),
        referring=frozenset((*heads, *sections, *pairs)),
    )


class _Spoken:
    """What was named so far in a stretch of text, kept so that any question is quick.

    What a word pointed back to outranks what was named since: a text that says 该院 twice in
    a row goes on about the same institute.
    """

    def __init__(self, title: int = 0) -> None:
        self.title = title
        self.named: list[Reference] = []
        self.pointed: list[Reference] = []
        self.names: set[str] = set()
        self._first: dict[str, dict[str, tuple[int, int, Entity]]] = {}
        self._last: dict[str, tuple[int, int, Entity]] = {}
        self._ending: dict[str, dict[str, Entity]] = {}

    def add(self, ref: Reference, *, points: bool) -> None:
        """Take in the next reference of the text; does it only point back?"""
        entity = ref.entity
        refs = self.pointed if points else self.named
        item = (int(points), len(refs), entity)
        refs.append(ref)
        self.names.add(entity.name)
        self._last[entity.cls] = max(item, self._last.get(entity.cls, item), key=_rank)
        first = self._first.setdefault(entity.cls, {})
        first[entity.name] = min(item, first.get(entity.name, item), key=_rank)
        for form in _endings(entity.name):
            self._ending.setdefault(form, {})[entity.name] = entity

    def recent(self) -> list[Reference]:
        """The last few references."""
        return [*self.named[-_RECENT:], *self.pointed[-_RECENT:]][-_RECENT:]

    def in_order(self) -> list[Reference]:
        """All references as they stand in the text."""
        return sorted([*self.named, *self.pointed], key=lambda ref: ref.start)

    def ending(self, form: str) -> list[Entity]:
        """The things named whose full name ends in ``form``."""
        return list(self._ending.get(form, {}).values())

    def kinds(self, classes: Iterable[str]) -> list[Entity]:
        """The things named that are of one of ``classes``, as they were first named."""
        wanted = tuple(classes)
        found = [
            item
            for cls, things in self._first.items()
            if vocabulary().is_any(cls, wanted)
            for item in things.values()
        ]
        return [entity for _, _, entity in sorted(found, key=_rank)]

    def last(self, cls: str) -> Entity | None:
        """The thing spoken of last whose class is ``cls``, below it or above it."""
        words = vocabulary()
        found = [
            item
            for known, item in self._last.items()
            if words.is_a(known, cls) or words.is_a(cls, known)
        ]
        return max(found, key=_rank)[2] if found else None


def _rank(item: tuple[int, int, Entity]) -> tuple[int, int]:
    return item[:2]


@lru_cache(maxsize=4096)
def _endings(name: str) -> tuple[str, ...]:
    """The head nouns, longest first, that ``name`` ends in."""
    return tuple(name[at:] for at in range(len(name)) if name[at:] in _words().heads)


def refer(layout: Layout, reading: Reading, entities: Entities) -> list[Reference]:
    """All references in reading order, without overlaps."""
    known, covered = _named(layout, reading, entities)
    of_ending: dict[str, list[Entity]] = {}
    for entity in entities.by_name.values():
        for form in _endings(entity.name) if entity.mentions else ():
            of_ending.setdefault(form, []).append(entity)
    found: list[Reference] = []
    position, section = 0, -1
    titles = [s.end for s in layout.sentences if s.kind == "title"]
    document, here = _Spoken(titles[-1] if titles else 0), _Spoken()
    for sentence, words in zip(layout.sentences, reading.tokens, strict=True):
        if sentence.section != section:
            section, here = sentence.section, _Spoken()
        begin = layout.sections[section].start
        for index, token in enumerate(words):
            while position < len(known) and known[position].end <= token.start:
                for spoken in (document, here) if known[position].start >= begin else (document,):
                    spoken.add(known[position], points=False)
                position += 1
            if token.start in covered or not _may_refer(token):
                continue
            meant = _meant(layout.shadow, words, index, here, document, of_ending)
            if meant is not None:
                pointed = index > 0 and words[index - 1].text in _words().demonstratives
                start = words[index - 1].start if pointed else token.start
                found.append(Reference(start, token.end, meant, "alias"))
                for spoken in (document, here):
                    spoken.add(found[-1], points=True)
    return sorted([*known, *found], key=lambda ref: ref.start)


def bare_names(shadow: str, references: Iterable[Reference]) -> Iterator[Alias]:
    """The plain words that a text uses as names of its zones and regions: 科学城, 高新区.

    Of other things (实验室, 项目) the plain word only points at them, and so it does where a text
    tells of several that it could name.
    """
    references = list(references)
    names = {ref.entity.name for ref in references}
    known = set[tuple[str, str]]()
    for ref in references:
        form, entity = shadow[ref.start : ref.end], ref.entity
        bare = ref.how == "alias" and ref.mention is None and form in _words().heads
        zone = vocabulary().is_any(entity.cls, _PLAIN) and _is_head(entity, form)
        if not bare or not zone or sum(name.endswith(form) for name in names) > 1:
            continue
        if (entity.name, form) not in known:
            known.add((entity.name, form))
            yield Alias(entity.name, form, ref.start, ref.end, "short")


def _is_head(entity: Entity, form: str) -> bool:
    """Does the name end in ``form``, and that of a zone in no longer word (高|新区)?"""
    cue = head_of(entity.name)
    part = cue is None or (cue.form != form and len(form) <= _PART)
    return entity.name.endswith(form) and (entity.cls == "Region" or not part)


def _may_refer(token: Token) -> bool:
    return token.text in _words().referring


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
            ends = since.setdefault(alias.form, {})
            ends[alias.entity] = min(alias.end, ends.get(alias.entity, alias.end))
    if not since:
        return []
    matcher = AhoCorasick(sorted(since))
    hits = [
        (start, end, layout.shadow[start:end])
        for _, start, end in matcher.find_matches_as_indexes(layout.shadow, overlapping=True)
    ]
    found: list[Reference] = []
    for start, end, form in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[2], hit[0])):
        name = next((n for n, at in sorted(since[form].items()) if at <= start), None)
        if name is not None and covered.isdisjoint(range(start, end)):
            covered.update(range(start, end))
            found.append(Reference(start, end, entities.by_name[name], "alias"))
    return found


def _meant(
    shadow: str,
    words: tuple[Token, ...],
    position: int,
    here: _Spoken,
    document: _Spoken,
    of_ending: dict[str, list[Entity]],
) -> Entity | None:
    """The entity that a bare word stands for; None when the text does not tell.

    ``here`` is what the section named so far, ``of_ending`` the entities of the whole
    document by the head nouns that they end in.
    """
    token = words[position]
    before = words[position - 1] if position else None
    if token.text in _words().pairs:
        second = _words().pairs[token.text]
        two = couple(shadow, document.in_order(), token.start, bool(second))
        return two[second] if two is not None else None
    if token.text in _words().sections:
        return _section_word(_words().sections[token.text], here, document)
    cls = _words().heads[token.text].signals
    if before is not None and before.text in _words().demonstratives:
        return here.last(cls)
    if position + 1 < len(words) and _is_noun(words[position + 1]):
        return None
    if before is not None and before.pos[0] in _DESCRIBERS:
        return None
    if before is not None and before.text in _words().joiners:
        # Joined to another name it is one more thing, not one named before: X 及分中心.
        return None
    same = of_ending.get(token.text, [])
    if len(same) == 1 and same[0].name in document.names:
        return same[0]
    near = here.ending(token.text)
    if len(near) == 1:
        return near[0]
    opens = before is None or before.text in _CLAUSE_MARKS
    return _only(here.recent(), cls) if opens and not near else None


def _is_noun(token: Token) -> bool:
    """Is the word a noun of its own, so that the one before it only describes it?"""
    return token.pos[0] == "n" and len(token.text) > 1 and token.text not in _words().verbs


def _only(recent: list[Reference], cls: str) -> Entity | None:
    """The thing of a class that was named last, if the last few references name no other."""
    kin = [ref for ref in recent if vocabulary().is_a(ref.entity.cls, cls)]
    names = {ref.entity.name for ref in kin}
    return kin[-1].entity if len(names) == 1 else None


def _section_word(cue: Cue, here: _Spoken, document: _Spoken) -> Entity | None:
    """The university, institute, company or area spoken of, by the word's class and letter."""
    wanted = cue.attributes.get("of", cue.signals).split()
    for spoken in (here, document):
        kinds = spoken.kinds(wanted)
        if len(kinds) == 1:
            return kinds[0]
        if kinds:
            if cue.attributes.get("nearest") == "true":
                return kinds[-1]
            return _of_title(kinds, document.title)
    return None


def _of_title(kinds: list[Entity], title: int) -> Entity | None:
    """The one of several things that the title of the text names."""
    named = [e for e in kinds if any(mention.start < title for mention in e.mentions)]
    return named[0] if len(named) == 1 else None
