"""Pointers: which thing a bare word stands for: 科学城, 该中心, 学校, 当地, 后者, 我们."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ontology.lexicon import Cue, load_lexicon
from ontology.vocabulary import vocabulary
from sources.brand import FIRMS
from sources.couple import couple
from sources.entity import Entity
from sources.posed import posed
from sources.sort import is_kind
from sources.spoken import Spoken, anaphors, plain_nouns
from sources.token import Token

if TYPE_CHECKING:
    from sources.reference import Reference

__all__ = ["Around", "may_point", "mean", "pointing"]

#: Marks after which a clause begins.
_CLAUSE_MARKS = ",;:“"
#: Classes of things that a noun behind their plain head noun belongs to.
_LEADERS = ("Zone", "Park", "Alliance", "ResearchInstitute", "Enterprise")
#: Classes of areas that are spoken of by each other's head nouns (园区 of a zone).
_AREAS = ("Zone", "Park")
#: What 它 may stand for, and what stands between the thing and 它.
_THINGS = (*_AREAS, "Platform", "Fund", "Alliance", "ResearchInstitute", "Project")
_ENDED = re.compile(r"(?:[”》]|\([^()]*\))?[,;:—]+")
#: How many words may describe a noun behind 这只.
_FAR = 10
#: The area that a text is about is named at least so many times.
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class _Words:
    sections: dict[str, Cue]
    first: dict[str, Cue]
    demonstratives: frozenset[str]
    pairs: dict[str, int]
    verbs: frozenset[str]
    says: frozenset[str]
    joiners: frozenset[str]
    referring: frozenset[str]
    third: frozenset[str]
    letters: dict[str, Cue]
    kinds: dict[str, Cue]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    sections = {cue.form: cue for cue in lexicon.cues("SectionWord")}
    first = {cue.form: cue for cue in lexicon.cues("FirstPerson")}
    pairs = {
        **dict.fromkeys(lexicon.forms("FormerOne"), 0),
        **dict.fromkeys(lexicon.forms("LatterOne"), 1),
    }
    return _Words(
        sections=sections,
        first=first,
        demonstratives=lexicon.forms("Demonstrative"),
        pairs=pairs,
        verbs=lexicon.forms("ActionVerb", "Trigger"),
        says=lexicon.forms("SayVerb"),
        joiners=lexicon.forms("Joiner") - lexicon.forms("SideJoiner"),
        referring=frozenset(
            (
                *anaphors(),
                *sections,
                *pairs,
                *first,
                *lexicon.forms("ThirdThing", "PointedLetter", "PointedNoun"),
            )
        ),
        third=lexicon.forms("ThirdThing"),
        letters={cue.form: cue for cue in lexicon.cues("PointedLetter")},
        kinds={cue.form: cue for cue in lexicon.cues("PointedNoun")},
    )


@dataclass(slots=True)
class Around:
    """What a text has said where a bare word stands.

    ``words`` are those of its sentence; ``here`` is what the section named so far, ``document``
    what the text did; ``of_ending`` are the entities of the whole document by the head nouns that
    they end in; ``body`` is the body of who speaks.
    """

    shadow: str
    words: tuple[Token, ...]
    here: Spoken
    document: Spoken
    of_ending: dict[str, list[Entity]]
    body: Entity | None = None


def may_point(token: Token) -> bool:
    """Is it a word that can stand for a thing named before?"""
    return token.text in _words().referring


def pointing(words: tuple[Token, ...], position: int) -> int:
    """Where the reference of the word at ``position`` starts: at 该 or 这一 before it."""
    pointed = position > 0 and words[position - 1].text in _words().demonstratives
    return words[position - 1].start if pointed else words[position].start


def mean(around: Around, position: int) -> Entity | None:
    """The entity that the word at ``position`` stands for; None when the text does not tell."""
    token = around.words[position]
    text, known = token.text, _words()
    if text in known.third:
        return _just_named(around, token)
    if text in known.pairs:
        second = known.pairs[text]
        two = couple(around.shadow, around.document, token.start, bool(second))
        return two[second] if two is not None else None
    if text in known.first:
        return _ours(around, known.first[text], position)
    if text in known.sections:
        wanted = known.sections[text].attributes.get("of", known.sections[text].signals).split()
        return _spoken_for(around, wanted) or _section_word(known.sections[text], around)
    if text in known.letters:
        return _lettered(around, known.letters[text], position)
    if text in known.kinds:
        before = around.words[position - 1].text if position else ""
        shown = before in known.demonstratives
        return around.here.last(known.kinds[text].attributes["of"]) if shown else None
    return _bare(around, position)


def _lettered(around: Around, cue: Cue, position: int) -> Entity | None:
    """The thing named last whose head noun has the letter, behind a demonstrative (这个园)."""
    before = around.words[position - 1].text if position else ""
    if before not in _words().demonstratives:
        return None
    wanted = tuple(cue.attributes["of"].split())
    for ref in reversed(around.here.in_order()):
        last = ref.entity.name[-2:]
        if cue.form in last and vocabulary().is_any(ref.entity.cls, wanted):
            return ref.entity
    return None


def _just_named(around: Around, token: Token) -> Entity | None:
    """The thing that ends the clause before 它: 来到甲实验室, 它由…."""
    last = around.here.latest()
    if last is None or not vocabulary().is_any(last.entity.cls, _THINGS):
        return None
    near = _ENDED.fullmatch(around.shadow, last.end, token.start) is not None
    doer = around.shadow.endswith(tuple(load_lexicon().forms("DoerMarker")), 0, last.start)
    return last.entity if near and not doer else None


def _spoken_for(around: Around, wanted: list[str]) -> Entity | None:
    """The body of who speaks, if it is of one of the classes."""
    fits = around.body is not None and vocabulary().is_any(around.body.cls, tuple(wanted))
    return around.body if fits else None


def _ours(around: Around, cue: Cue, position: int) -> Entity | None:
    """The body of who says 我们; what is named right behind it is another (我们团队)."""
    after = around.words[position + 1 : position + 2]
    wider = after and after[0].text in load_lexicon().forms("WiderWe")
    if after and (wider or after[0].pos[0] == "m" or _is_noun(after[0])):
        return None
    wanted = cue.attributes["of"].split()
    return _spoken_for(around, wanted) or _signed(around, cue, wanted)


def _signed(around: Around, cue: Cue, wanted: list[str]) -> Entity | None:
    """The office that a report of its own names in its title (我局), if no other goes by that."""
    if "letters" not in cue.attributes:
        return None
    last = cue.form[-1]
    kinds = [e for e in around.document.kinds(wanted) if e.name[-1] == last]
    return _of_title(kinds, around.document.title)


def _bare(around: Around, position: int) -> Entity | None:
    """The thing that a head noun alone stands for."""
    words, here, known = around.words, around.here, _words()
    token = words[position]
    before = words[position - 1] if position else None
    cls = anaphors()[token.text]
    if before is not None and (before.text in known.demonstratives or _is_shown(words, position)):
        return posed(around.shadow, here, here.last(cls))
    if before is not None and before.text in _words().first and around.body is not None:
        return around.body if _is_kin(around.body.cls, cls) else None
    if position + 1 < len(words) and _is_noun(words[position + 1]) and not _leads(cls):
        return None
    if is_kind(around.shadow, words, position):
        return None
    if before is not None and before.text in known.joiners:
        # Joined to another name it is one more thing, not one named before: X 及分中心.
        return None
    if vocabulary().is_a(cls, "Enterprise"):
        told = before is not None and before.pos[0] == "v" and before.text not in known.says
        return None if told else _firm(around, token)
    same = around.of_ending.get(token.text, [])
    if len(same) == 1 and same[0].name in around.document.names:
        return same[0]
    near = here.ending(token.text)
    if len(near) == 1:
        return near[0]
    if near:
        return _main(around, near, token)
    if before is not None and before.text in load_lexicon().forms("Attributive"):
        return None  # 对面的园区
    if around.body is not None and _is_kin(around.body.cls, cls):
        return around.body
    opens = before is None or before.text in _CLAUSE_MARKS
    counted = position + 1 < len(words) and words[position + 1].pos[0] == "m"
    opens = opens and not (counted and token.text in load_lexicon().forms("PartNoun"))
    last = _only(here.recent(), cls) if opens else None
    return last or (_kind(around, token) if token.text in plain_nouns() else None)


def _is_shown(words: tuple[Token, ...], position: int) -> bool:
    """Does a demonstrative stand before all that describes the noun (这只规模100亿元的母基金)?"""
    if words[position - 1].text not in load_lexicon().forms("Attributive"):
        return False
    for token, after in pairwise(reversed(words[max(0, position - _FAR) : position])):
        if token.text[-1] in _CLAUSE_MARKS:
            return False
        if after.text + token.text in _words().demonstratives:
            return True  # 这|只
        if token.text in _words().demonstratives and token.pos[0] == "r":
            return True
    return False


def _main(around: Around, near: list[Entity], token: Token) -> Entity | None:
    """The one of several that the title names, if the paragraph has named no other of them."""
    main = _of_title(near, around.document.title)
    line = around.shadow.rfind("\n", 0, token.start)
    others = {ref.entity.name for ref in around.here.since(line, (main.cls,))} if main else set()
    rivals = {entity.name for entity in near if entity is not main}
    return main if others.isdisjoint(rivals) else None


def _firm(around: Around, token: Token) -> Entity | None:
    """The company of who speaks, else the only one that the paragraph has named so far."""
    if around.body is not None and vocabulary().is_any(around.body.cls, FIRMS):
        return around.body
    line = around.shadow.rfind("\n", 0, token.start)
    named = {ref.entity.name: ref.entity for ref in around.here.since(line, FIRMS)}
    same = [firm for name, firm in named.items() if name.endswith(token.text)]
    one = same if len(same) == 1 else list(named.values())
    return one[0] if len(one) == 1 else None


def _leads(cls: str) -> bool:
    """Is it a thing that other words are told of (园区企业, 联盟秘书处)?"""
    return vocabulary().is_any(cls, _LEADERS)


def _is_kin(cls: str, told: str) -> bool:
    """May a word that tells the class ``told`` stand for a thing of ``cls``?"""
    words = vocabulary()
    both = words.is_any(told, _AREAS) and words.is_any(cls, _AREAS)
    return both or words.is_a(cls, told) or words.is_a(told, cls)


def _kind(around: Around, token: Token) -> Entity | None:
    """The only thing of the kind in the paragraph, else in the section, else in the text."""
    cls = anaphors()[token.text]
    area = vocabulary().is_any(cls, _AREAS)
    wanted = _AREAS if area else (cls,)
    line = around.shadow.rfind("\n", 0, token.start)
    near = {ref.entity.name: ref.entity for ref in around.here.since(line, wanted)}
    for kinds in (list(near.values()), around.here.kinds(wanted), around.document.kinds(wanted)):
        if kinds:
            one = kinds[0] if len(kinds) == 1 else _of_title(kinds, around.document.title)
            return one if one is None or area or one.name[-1] == token.text[-1] else None
    return None


def _is_noun(token: Token) -> bool:
    """Is the word a noun of its own, so that the one before it only describes it?"""
    return token.pos[0] == "n" and len(token.text) > 1 and token.text not in _words().verbs


def _only(recent: list[Reference], cls: str) -> Entity | None:
    """The thing of a class that was named last, if the last few references name no other."""
    kin = [ref for ref in recent if vocabulary().is_a(ref.entity.cls, cls)]
    names = {ref.entity.name for ref in kin}
    return kin[-1].entity if len(names) == 1 else None


def _section_word(cue: Cue, around: Around) -> Entity | None:
    """The university, institute, company or area spoken of, by the word's class and letter."""
    wanted = cue.attributes.get("of", cue.signals).split()
    letters = cue.attributes.get("letters", cue.form)
    for spoken in (around.here, around.document):
        found = [e for e in spoken.kinds(wanted) if not _is_passing(around, spoken, e)]
        # 全区 is rather a thing whose name ends so than a science city.
        kinds = [entity for entity in found if entity.name[-1] in letters]
        if found and not kinds and (main := _main_area(around, wanted, letters)):
            return main
        kinds = kinds or ([] if cue.attributes.get("only") == "true" else found)
        if len(kinds) == 1:
            return kinds[0]
        if kinds:
            if cue.attributes.get("nearest") == "true":
                return kinds[-1]
            return _of_title(kinds, around.document.title) or _foremost(kinds)
    return None


def _main_area(around: Around, wanted: list[str], letters: str) -> Entity | None:
    """The area of the title, when only its name ends as the word does (该区, not the valley)."""
    same = [e for e in around.document.kinds(wanted) if e.name[-1] in letters]
    return _of_title(same, around.document.title)


def _is_passing(around: Around, spoken: Spoken, entity: Entity) -> bool:
    """Is the area named but once or so, and only as with whom another one acts (与乙区合作)?"""
    if not vocabulary().is_any(entity.cls, _AREAS):
        return False
    refs = spoken.places.get(entity.name, ())
    partner = tuple(load_lexicon().forms("Comitative", "Likened"))
    return bool(refs) and all(around.shadow.endswith(partner, 0, ref.start) for ref in refs)


def _foremost(kinds: list[Entity]) -> Entity | None:
    """The area that the text names far more often than any other."""
    counts = sorted((len(entity.mentions) for entity in kinds), reverse=True)
    if counts[0] < _OFTEN or counts[0] < 2 * counts[1]:
        return None
    first = next(entity for entity in kinds if len(entity.mentions) == counts[0])
    return first if vocabulary().is_a(first.cls, "AdministrativeArea") else None


def _of_title(kinds: list[Entity], title: int) -> Entity | None:
    """The one of several things that the title of the text names."""
    named = [e for e in kinds if e.mentions and e.mentions[0].start < title]
    return named[0] if len(named) == 1 else None
