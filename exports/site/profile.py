"""The profile: all about one thing, as its page shows it, with each quote in its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from exports.picture import Link, Node, Number, Picture, Post, Proof
from exports.site.passage import Passages, Piece
from ontology.vocabulary import vocabulary

__all__ = ["Figure", "Item", "Profile", "Profiles", "Section", "Witness"]


@dataclass(frozen=True, slots=True)
class Witness:
    """One statement behind a fact: the sentence, the article and place, who says it, how sure."""

    pieces: tuple[Piece, ...]
    article: str
    start: int
    speaker: str
    confidence: float
    modality: str


@dataclass(frozen=True, slots=True)
class Item:
    """Facts that one sentence tells, or one fact: the things at the other end, and who says so.

    ``style`` is ``stated``, ``planned``, ``inferred`` or ``claim``; a post has a ``title``.
    """

    others: tuple[Node, ...]
    style: str
    title: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one relation; ``incoming`` when the thing is the object of all."""

    predicate: str
    incoming: bool
    items: tuple[Item, ...]

    @property
    def count(self) -> int:
        """How many things the relation leads to."""
        return sum(len(item.others) for item in self.items)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number told of the thing."""

    number: Number
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A thing: what is stated or planned, what follows, what is only claimed, its numbers.

    ``mentions``: IRIs of the articles that tell of it, and in how many quotes each.
    """

    node: Node
    classes: tuple[str, ...]
    named: tuple[Witness, ...]
    status: tuple[Witness, ...]
    facts: tuple[Section, ...]
    inferred: tuple[Section, ...]
    claims: tuple[Section, ...]
    figures: tuple[Figure, ...]
    mentions: dict[str, int]

    @property
    def neighbours(self) -> tuple[Node, ...]:
        """The things it has to do with, by kind, then name."""
        items = (item for part in self.facts for item in part.items)
        nodes = {other.iri: other for item in items for other in item.others}
        return tuple(sorted(nodes.values(), key=_order))


_Ends = list[tuple[str, bool, str, str, str, tuple[Proof, ...]]]


class Profiles:
    """Makes the profile of any thing of a picture."""

    def __init__(self, picture: Picture, passages: Passages) -> None:
        """Index the picture by thing."""
        self.nodes = {node.iri: node for node in picture.nodes}
        self.passages = passages
        self._ends: dict[str, _Ends] = {iri: [] for iri in self.nodes}
        self._numbers: dict[str, list[Number]] = {}
        for link in picture.links:
            self._enter(link)
        for post in picture.posts:
            self._post(post)
        for number in picture.numbers:
            self._numbers.setdefault(number.node, []).append(number)

    def _enter(self, link: Link) -> None:
        told = link.predicate, link.style, ""
        self._add(link.source, link.target, False, *told, link.proofs)
        self._add(link.target, link.source, True, *told, link.proofs)

    def _post(self, post: Post) -> None:
        told = "holds", "stated", post.title
        self._add(post.person, post.body, False, *told, post.proofs)
        self._add(post.body, post.person, True, *told, post.proofs)

    def _add(
        self,
        thing: str,
        other: str,
        incoming: bool,
        predicate: str,
        style: str,
        title: str,
        proofs: tuple[Proof, ...],
    ) -> None:
        if thing in self.nodes and other in self.nodes:
            self._ends[thing].append((predicate, incoming, style, title, other, proofs))

    def profile(self, iri: str) -> Profile:
        """All about one thing of the picture."""
        node = self.nodes[iri]
        words = vocabulary()
        above = sorted(words.ancestors(node.cls), key=lambda c: (-len(words.ancestors(c)), c))
        ends = self._ends[iri]
        numbers = sorted(
            self._numbers.get(iri, ()), key=lambda n: (n.indicator.zh, n.as_of, n.text, n.modality)
        )
        proofs = [*node.proofs, *node.status_proofs]
        proofs += [proof for *_, told in ends for proof in told]
        proofs += [proof for number in numbers for proof in number.proofs]
        return Profile(
            node,
            (node.cls, *(cls for cls in above if cls != "Entity")),
            self._witnesses(node.proofs),
            self._witnesses(node.status_proofs),
            self._sections(ends, {"stated", "planned"}),
            self._sections(ends, {"inferred"}),
            self._sections(ends, {"claim"}),
            tuple(Figure(number, self._witnesses(number.proofs)) for number in numbers),
            _count(proofs),
        )

    def _sections(self, ends: _Ends, styles: set[str]) -> tuple[Section, ...]:
        order = list(vocabulary().predicates)
        found: dict[tuple[bool, str], _Ends] = {}
        for end in ends:
            predicate, incoming, style, *_ = end
            if style in styles:
                found.setdefault((incoming, predicate), []).append(end)
        return tuple(
            Section(predicate, incoming, self._items(told))
            for (incoming, predicate), told in sorted(
                found.items(), key=lambda pair: (pair[0][0], order.index(pair[0][1]))
            )
        )

    def _items(self, ends: _Ends) -> tuple[Item, ...]:
        """Facts of one relation; those that one statement each tells in one sentence are one."""
        groups: dict[tuple[str, str, str, str], tuple[list[Node], list[Proof]]] = {}
        for _, _, style, title, other, proofs in ends:
            place = self._place(proofs) if len(proofs) == 1 else ""
            nodes, told = groups.setdefault((style, title, place, "" if place else other), ([], []))
            nodes.append(self.nodes[other])
            told.extend(proofs)
        items = (
            Item(
                tuple(sorted(nodes, key=_order)),
                style,
                title,
                self._witnesses([_join(told)] if place else told),
            )
            for (style, title, place, _), (nodes, told) in groups.items()
        )
        return tuple(sorted(items, key=_rank))

    def _place(self, proofs: tuple[Proof, ...]) -> str:
        """Where one statement stands, who says it and how; empty when no words say it."""
        (proof,) = proofs
        if not proof.quotes:
            return ""
        bounds = self.passages.bounds(proof.article, proof.quotes)
        return f"{proof.article} {bounds} {proof.speaker} {proof.modality}"

    def _witnesses(self, proofs: Iterable[Proof]) -> tuple[Witness, ...]:
        """One for each article and sentence, the surest first; the same words once."""
        found: dict[tuple[Piece, ...], Witness] = {}
        for proof in sorted(proofs, key=_surest):
            if not proof.quotes:
                continue
            pieces = self.passages.show(proof.article, proof.quotes)
            start = proof.quotes[0].start
            told = (proof.speaker, proof.confidence, proof.modality)
            found.setdefault(pieces, Witness(pieces, proof.article, start, *told))
        return tuple(found.values())


def _order(node: Node) -> tuple[str, str, str]:
    return node.group, node.name.zh, node.iri


def _rank(item: Item) -> tuple[object, ...]:
    return item.style != "stated", _order(item.others[0]), item.title


def _join(proofs: list[Proof]) -> Proof:
    """Statements of one sentence as one, as sure as the least sure of them."""
    least = min(proofs, key=lambda proof: proof.confidence)
    quotes = sorted(
        {quote for proof in proofs for quote in proof.quotes},
        key=lambda q: (q.role != "predicate", q.start, q.end),
    )
    return replace(least, quotes=tuple(quotes))


def _count(proofs: Iterable[Proof]) -> dict[str, int]:
    quotes = {(p.article, q.start, q.end) for p in proofs for q in p.quotes}
    found: dict[str, int] = {}
    for article, _, _ in sorted(quotes):
        found[article] = found.get(article, 0) + 1
    return found


def _surest(proof: Proof) -> tuple[float, str, list[tuple[int, int]]]:
    return -proof.confidence, proof.article, [(q.start, q.end) for q in proof.quotes]
