"""The ledger: what a build took from its articles and what it left, in numbers and lists."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from sources.confidence import BANDS
from sources.document import Document
from sources.statement import Statement, kind, maker

__all__ = ["Claim", "Entry", "Ledger", "LeftOut"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One article: who, when, and how much of it was used."""

    doc: str
    title: str
    publisher: str
    published: str
    published_source: str
    characters: int
    sentences: int
    untouched: int
    statements: int
    rejected: int
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """A number as an article claims it, with its quote."""

    subject: str
    indicator: str
    as_of: str
    number: str
    unit: str
    text: str
    doc: str
    speaker: str
    quote: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not used: where, why, in which words."""

    doc: str
    start: int
    reason: str
    text: str


def _claim(statement: Statement) -> Claim | None:
    value = statement.value
    if value is None or value.number is None:
        return None
    quotes = [e.exact for e in statement.evidence if e.role == "predicate"]
    quotes = quotes or [e.exact for e in statement.evidence]
    return Claim(
        subject=statement.subject.name,
        indicator=value.indicator or "",
        as_of=value.as_of or "",
        number=value.number,
        unit=value.unit or "",
        text=value.text,
        doc=statement.doc,
        speaker=statement.speaker or "",
        quote=quotes[0] if quotes else "",
    )


def _plain(number: str) -> Decimal | str:
    try:
        return Decimal(number)
    except InvalidOperation:
        return number


@dataclass(slots=True)
class Ledger:
    """Sums over articles, added one at a time so that no article has to stay in memory."""

    entries: list[Entry] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    predicates: Counter[str] = field(default_factory=Counter)
    modalities: Counter[str] = field(default_factory=Counter)
    methods: Counter[str] = field(default_factory=Counter)
    confidences: Counter[float] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    rejected: list[LeftOut] = field(default_factory=list)
    untouched: list[LeftOut] = field(default_factory=list)
    failures: list[LeftOut] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def add(
        self,
        document: Document,
        statements: Iterable[Statement],
        rejected: Iterable[LeftOut] = (),
        untouched: Iterable[LeftOut] = (),
        *,
        sentences: int = 0,
        reviewed: bool = False,
    ) -> None:
        """Enter one article."""
        said, thrown, left = list(statements), list(rejected), list(untouched)
        self.entries.append(
            Entry(
                document.doc,
                document.title,
                document.publisher,
                document.published or "",
                document.published_source or "",
                len(document.text),
                sentences,
                len(left),
                len(said),
                len(thrown),
                reviewed,
            )
        )
        self.rejected += thrown
        self.untouched += left
        self.reasons.update(item.reason for item in thrown)
        for statement in said:
            self._count(statement)

    def _count(self, statement: Statement) -> None:
        self.kinds[kind(statement)] += 1
        if kind(statement) == "relation":
            self.predicates[statement.predicate] += 1
        self.modalities[statement.modality] += 1
        self.methods[maker(statement) or "unknown"] += 1
        if not statement.method.startswith("curated"):
            self.confidences[BANDS[bisect_right(BANDS, statement.confidence) - 1]] += 1
        claim = _claim(statement)
        if claim is not None and statement.modality == "asserted":
            self.claims.append(claim)

    def sort(self) -> None:
        """Bring articles, in whatever order they were entered, into that of their names."""
        self.entries.sort(key=lambda entry: entry.doc)
        for items in (self.rejected, self.untouched, self.failures):
            items.sort(key=lambda item: item.doc)
        self.claims.sort(key=lambda claim: claim.doc)

    def conflicts(self) -> list[list[Claim]]:
        """Claims that give different numbers for one thing, indicator, unit and time."""
        groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if claim.indicator and claim.as_of:
                groups[claim.subject, claim.indicator, claim.unit, claim.as_of].append(claim)
        return [
            sorted(group, key=lambda claim: (claim.doc, claim.number, claim.quote))
            for _, group in sorted(groups.items())
            if len({_plain(claim.number) for claim in group}) > 1
        ]

    def undated(self) -> list[Claim]:
        """Numbers of which the article does not say when they held."""
        return [claim for claim in self.claims if not claim.as_of]

    def totals(self) -> dict[str, int]:
        """What the manifest and the command print."""
        return {
            "articles": len(self.entries),
            "left_out": len(self.failures),
            "statements": sum(self.kinds.values()),
            **{name: self.kinds[name] for name in sorted(self.kinds)},
            "rejected": len(self.rejected),
            "sentences": sum(entry.sentences for entry in self.entries),
            "untouched": len(self.untouched),
        }
