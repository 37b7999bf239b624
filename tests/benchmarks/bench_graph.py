"""Growth of the graph's two whole-corpus steps: time at twice the size over time at once.

Run: ``python -m tests.benchmarks.bench_graph``. Ratios near 2 are linear.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from graph.reason import infer
from graph.resolve import resolve, roster_of
from sources.statement import Node, Statement

ID = "<https://w3id.org/onecity/id/"
OC = "<https://w3id.org/onecity/ontology#"


def best(step: Callable[[], object]) -> float:
    """Processor seconds of the quickest of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        step()
        times.append(time.process_time() - start)
    return min(times)


def closures(size: int) -> float:
    """Seconds to close ``size`` places in 500 zones of one city."""
    pairs = [(f"t{n}", "locatedIn", f"z{n % 500}") for n in range(size)]
    pairs += [(f"z{n}", "partOf", "c") for n in range(500)]
    lines = [f"{ID}{s}> {OC}{p}> {ID}{o}> .\n" for s, p, o in pairs]
    return best(lambda: infer(lines))


def homonyms(size: int) -> float:
    """Seconds to keep apart ``size`` institutes of one name."""
    lab = Node("人工智能研究院", "ResearchInstitute")
    articles = [
        [Statement(f"d{n}", "", lab, "affiliatedWith", Node(f"第{n}大学", "University"))]
        for n in range(size)
    ]
    roster = roster_of(articles)
    return best(lambda: resolve(roster))


if __name__ == "__main__":
    print(f"closures  {closures(20_000) / closures(10_000):.2f}")
    print(f"homonyms  {homonyms(4_000) / homonyms(2_000):.2f}")
