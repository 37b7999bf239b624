"""Coverage: how much text stands behind an answer, so that nobody takes it for more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.analysis.network import KINDS, Network, Tie

__all__ = ["Coverage", "cover"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an answer stands on.

    ``ties`` by kind; ``quotes``: different places of the articles; ``articles`` and
    ``publishers`` behind them; ``single``: ties that one quote alone carries. In planning words:
    few articles of one publisher are one voice, and a tie with one quote falls with one sentence.
    """

    ties: dict[str, int]
    quotes: int
    articles: int
    publishers: int
    single: int


def cover(network: Network, ties: Iterable[Tie]) -> Coverage:
    """Count the quotes, articles and publishers behind some ties of a network.

    Publishers that are not known count as none.
    """
    told = list(ties)
    quotes = {quote for tie in told for quote in tie.quotes}
    articles = {quote.article for quote in quotes}
    known = (network.articles.get(article) for article in articles)
    return Coverage(
        ties={kind: sum(tie.kind == kind for tie in told) for kind in KINDS},
        quotes=len(quotes),
        articles=len(articles),
        publishers=len({article.publisher for article in known if article and article.publisher}),
        single=sum(len(set(tie.quotes)) == 1 for tie in told),
    )
