"""Parsing: what a text names and who each clause is about, before any fact is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from ontology.lexicon import load_lexicon, pattern
from sources.aid import aid
from sources.belonging import possess
from sources.capacity import serve
from sources.cell import seat
from sources.chained import chained
from sources.clause import Clause, clauses
from sources.codoer import join_doers
from sources.conversion import convert
from sources.cover import Cover
from sources.designate import designate
from sources.draft import Draft
from sources.dweller import dwell
from sources.edge import settle_edges
from sources.enactment import enact
from sources.entity import Entities, resolve_names
from sources.financing import finance
from sources.focus import focus
from sources.gathering import gather
from sources.governance import govern
from sources.item import Item, itemize
from sources.joint import cooperate
from sources.lodging import lodge
from sources.membership import belong
from sources.mention import Reading
from sources.partner import partner
from sources.precinct import gather_under
from sources.promise import as_promised
from sources.reference import Reference, bare_names, refer
from sources.relate import relate
from sources.reliance import rely
from sources.renamed import find_renamed
from sources.seam import part_seams
from sources.segment import Layout
from sources.share import share
from sources.site import place
from sources.spatial import lay_out
from sources.splinter import is_splintered
from sources.spoken import endings
from sources.spokesman import find_spokesmen, silence
from sources.sponsor import sponsor
from sources.spot import spot
from sources.steward import run
from sources.structure import compose
from sources.subfund import pool
from sources.subject import take_turns
from sources.succession import succeed
from sources.tenant import house
from sources.titled import entitle
from sources.trail import Trail
from sources.turn import Turn

__all__ = ["Parse", "parse", "passage", "rule_relations"]

#: A row of a card: a label before a colon, and no sentence behind it.
_CARD_ROW = re.compile("[^:,。;!?“”]{2,8}:[^。;!?“”]{1,60}")
#: Sources of names that stand in a table, whatever they end in.
_TABLED = frozenset({"place", "known"})
#: Tags of particles behind a verb, and of adverbs and verbs.
_ASPECTS, _VERBAL = frozenset({"ul", "ug", "uz"}), frozenset({"d", "ad", "v"})


@dataclass(frozen=True, slots=True)
class Parse:
    """A document's names, things, references, list items and the turns of each sentence.

    ``renamed`` are things with their old names in brackets, ``items`` by the index of their
    paragraph.
    """

    layout: Layout
    reading: Reading
    entities: Entities
    references: list[Reference]
    trail: Trail
    turns: list[list[Turn]]
    renamed: list[tuple[Reference, Reference]]
    items: dict[int, tuple[Item, ...]]


def parse(layout: Layout, reading: Reading) -> Parse:
    """Who is who in the text, and who each clause is about."""
    items = itemize(layout)
    reading = entitle(layout, settle_edges(layout.shadow, reading, items))
    reading, called = _without_bare(_without_halves(layout.shadow, reading))
    entities = resolve_names(layout, reading)
    references = refer(layout, reading, entities)
    spokesmen = find_spokesmen(layout, reading, entities, references)
    if spokesmen is not None:
        references = refer(layout, reading, entities, spokesmen.body)
    references = silence(layout, references)
    told = {(alias.entity, alias.form) for alias in entities.aliases}
    for alias in bare_names(layout.shadow, references, called):
        if (alias.entity, alias.form) not in told:
            entities.aliases.append(alias)
    renamed = find_renamed(layout.shadow, references)
    old = {ref.start for _, ref in renamed}
    parts = _clauses(layout, reading, [ref for ref in references if ref.start not in old])
    _mute(parts, items)
    _mute_nouns(parts)
    for said in parts:
        join_doers(layout.shadow, said)
        part_seams(layout.shadow, said)
    topic = spokesmen.topic if spokesmen is not None else None
    turns = take_turns(layout, parts, items, topic, entities.by_name)
    return Parse(layout, reading, entities, references, Trail(references), turns, renamed, items)


def _without_halves(shadow: str, reading: Reading) -> Reading:
    """The reading without what is named in one breath with another (党工委 of 党工委、管委会)."""
    party, other = tuple(load_lexicon().forms("PartyBody")), pattern("OneBreath")
    kept = [
        m
        for m in reading.mentions
        if not (m.text.endswith(party) and other.match(shadow, m.end) is not None)
    ]
    return replace(reading, mentions=tuple(kept))


def _without_bare(reading: Reading) -> tuple[Reading, frozenset[str]]:
    """The reading without names that are but the head noun of a longer one (科学城), and these."""
    named = {m.text for m in reading.mentions if m.source not in _TABLED}
    plain = {form for name in named for form in endings(name) if form != name}
    kept = [m for m in reading.mentions if m.text not in plain or m.source in _TABLED]
    called = frozenset(m.text for m in reading.mentions if m.text in plain)
    return replace(reading, mentions=tuple(kept)), called


def _clauses(layout: Layout, reading: Reading, references: list[Reference]) -> list[list[Clause]]:
    """The clauses of each sentence."""
    parts = []
    position = 0
    for index, sentence in enumerate(layout.sentences):
        while position < len(references) and references[position].start < sentence.start:
            position += 1
        first = position
        while position < len(references) and references[position].end <= sentence.end:
            position += 1
        words = reading.tokens[index]
        parts.append(clauses(layout.shadow, index, words, references[first:position]))
    return parts


def _mute(parts: list[list[Clause]], items: dict[int, tuple[Item, ...]]) -> None:
    """Take the verbs from labels over lists: 已建成:甲、乙 says nothing of who built them."""
    rows = (item for row in items.values() for item in row)
    labels = Cover(item.label.whole for item in rows if item.label is not None)
    for clause in (clause for sentence in parts for clause in sentence):
        if labels.touches(clause.start, clause.end):
            clause.hits = [h for h in clause.hits if not labels.touches(h.start, h.start + 1)]


def _mute_nouns(parts: list[list[Clause]]) -> None:
    """Take the verbs of founding that 的 ties to a name: 甲园的建立发挥了乙区的优势."""
    ties = load_lexicon().forms("Attributive")
    for clause in (clause for sentence in parts for clause in sentence):
        tails = {group.tail for group in clause.groups}
        tied = {t.end for t in clause.tokens if t.start in tails and t.text in ties}
        if tied:
            founds = (h for h in clause.hits if h.start in tied and h.says("establishedBy"))
            nouns = [hit for hit in founds if not hit.of("state") and _goes_on(clause, hit.end)]
            clause.hits = [hit for hit in clause.hits if hit not in nouns]


def _goes_on(clause: Clause, end: int) -> bool:
    """Does another verb follow the one that ends at ``end``, so that no object does?"""
    after = [token for token in clause.tokens if token.start >= end]
    if not after or after[0].pos in _ASPECTS:
        return False
    names = [group.start for group in clause.groups if group.start >= end]
    stop = min(names, default=clause.end)
    return after[0].pos in _VERBAL or any(t.pos in _ASPECTS for t in after if t.end <= stop)


def passage(layout: Layout, index: int) -> int:
    """Where the passage of paragraph ``index`` starts: 一是 goes on from the one before.

    So does a row of a card (建设地点:甲园), and a heading belongs to what stands under it.
    """
    listed, shadow = pattern("ListOpener"), layout.shadow
    while index:
        paragraph = layout.paragraphs[index]
        row = _CARD_ROW.fullmatch(shadow, paragraph.start, paragraph.end)
        if row is None and listed.match(shadow, paragraph.start) is None:
            break
        index -= 1
    headed = index > 0 and layout.paragraphs[index - 1].kind == "heading"
    return layout.paragraphs[index - headed].start


def rule_relations(parsed: Parse, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of the relations that the rules find in one sentence."""
    shadow, entities = parsed.layout.shadow, parsed.entities
    start = passage(parsed.layout, parsed.layout.sentences[turns[0].clause.sentence].paragraph)
    said = chain(
        relate(shadow, turns, parsed.reading.tokens[turns[0].clause.sentence]),
        partner(shadow, turns),
        rely(shadow, turns),
        focus(shadow, turns, entities),
        designate(shadow, turns, entities),
        compose(shadow, turns, parsed.trail),
        pool(shadow, turns, parsed.trail),
        place(shadow, turns),
        spot(shadow, turns),
        chain.from_iterable(seat(shadow, turn) for turn in turns),
        house(shadow, turns, parsed.trail, start),
        gather_under(parsed.layout, turns[0].clause.sentence, parsed.turns, parsed.trail),
        dwell(shadow, turns, parsed.trail, start),
        govern(shadow, turns),
        run(shadow, turns),
        succeed(shadow, turns),
        belong(shadow, turns, parsed.trail),
        serve(shadow, turns, parsed.trail, start),
        lay_out(shadow, turns, parsed.trail, start),
        aid(shadow, turns),
        finance(shadow, turns),
        sponsor(shadow, turns),
        enact(shadow, turns),
        gather(shadow, turns),
        share(shadow, turns),
        possess(shadow, turns),
        chained(shadow, turns),
        cooperate(shadow, turns),
        convert(shadow, turns),
        lodge(shadow, turns),
    )
    words = parsed.reading.tokens[turns[0].clause.sentence]
    for draft in said:
        if not is_splintered(draft, parsed.references, words):
            yield as_promised(shadow, draft, turns[0].sentence[0])
