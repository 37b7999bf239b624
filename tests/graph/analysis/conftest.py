"""Networks drawn by hand: one line for each tie, as in ``A/Zone locatedIn B/District planned``.

A thing is its name and, where it is met first, its class; ``×3`` says how many quotes a tie has,
``@b1`` that article b1 says so; the last word may be a kind.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.analysis.network import KINDS, Article, Network, Quote, Thing, Tie

Draw = Callable[..., Network]


def draw(*lines: str) -> Network:
    """The network of these lines; a line of one word is a thing without ties."""
    things: dict[str, Thing] = {}
    ties = []

    def meet(word: str) -> str:
        name, _, cls = word.partition("/")
        if name not in things or cls:
            things[name] = Thing(name, name, cls or "Enterprise")
        return name

    for number, line in enumerate(lines):
        first, *rest = line.split()
        source = meet(first)
        if not rest:
            continue
        predicate, target = rest[0], meet(rest[1])
        marks = dict.fromkeys(rest[2:])
        kind = next((mark for mark in marks if mark in KINDS), "stated")
        count = next((int(mark[1:]) for mark in marks if mark[0] == "×"), 1)
        article = next((mark[1:] for mark in marks if mark[0] == "@"), "a1")
        quotes = tuple(Quote(article, 100 * number + place) for place in range(count))
        told = () if kind == "inferred" else quotes
        ties.append(Tie(source, target, predicate, kind, "", told))
    articles = {quote.article for tie in ties for quote in tie.quotes}
    return Network(
        dict(sorted(things.items())),
        tuple(sorted(ties, key=lambda t: (t.source, t.target, t.predicate, t.kind))),
        articles={iri: Article(iri, iri, publisher="某日报") for iri in sorted(articles)},
    )


@pytest.fixture(name="draw")
def drawing() -> Draw:
    return draw
