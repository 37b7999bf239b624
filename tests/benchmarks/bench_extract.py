"""How fast the rules read, stage by stage, and whether that holds for longer texts.

Run ``python -m tests.benchmarks.bench_extract``. The shipped article is repeated, which must take
no more than its length says; and all articles are read as one text, whose names keep being new,
which must take no more than reading them one by one. Times are processor time, the best of
several rounds.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from sources.document import Document
from sources.draft import Draft
from sources.extract import Voice, draft_facts, extract
from sources.learned.models import load_models
from sources.learned.scene import Scenes
from sources.learned.tagger import tag
from sources.mention import Reading, mention
from sources.parse import parse
from sources.read import find, read
from sources.segment import segment
from sources.verify import verify
from tests.console import ROOT

SHIPPED = "chongqing-roundtable"
TIMES = (2, 5, 10)
#: A text n times as long may take this much more than n times as long to read.
BUDGET = 1.2


def best(action: Callable[[], object], rounds: int = 3) -> float:
    """The shortest time that ``action`` takes, in seconds of the processor."""
    taken = []
    for _ in range(rounds):
        begin = time.process_time()
        action()
        taken.append(time.process_time() - begin)
    return min(taken)


def stages(document: Document) -> dict[str, float]:
    """Seconds of each stage of reading ``document``, in order, and of all together."""
    published = document.published
    layout = segment(document)
    ruled, models = mention(layout), load_models()

    def tagged() -> Reading:
        return tag(layout, ruled, models.taggers, models.classes)

    reading = tagged()
    parsed = parse(layout, reading)

    def facts() -> list[Draft]:
        return list(draft_facts(parsed, published, Voice(Scenes(parsed), models)))

    drafts = facts()
    entities, references = parsed.entities, parsed.references
    return {
        "layout": best(lambda: segment(document)),
        "mentions": best(lambda: mention(layout)),
        "tagger": best(tagged),
        "parse": best(lambda: parse(layout, reading)),
        "facts": best(facts),
        "verifier": best(lambda: verify(document, layout, entities, references, drafts)),
        "all": best(lambda: extract(document)),
        "rules only": best(lambda: extract(document, learned=False)),
    }


def row(label: str, cells: Iterable[str]) -> str:
    """A line of the table."""
    return f"{label:>14}" + "".join(f"{cell:>11}" for cell in cells)


def speeds(document: Document, seconds: dict[str, float]) -> str:
    """A line with characters per second of each stage."""
    length = len(document.text)
    return row(f"{length:,}", (f"{length / taken:,.0f}" for taken in seconds.values()))


def growth(label: str, longer: dict[str, float], parts: dict[str, float]) -> str:
    """A line with the time of the longer text over that of its parts, and whether that will do."""
    ratios = {stage: taken / parts[stage] for stage, taken in longer.items()}
    verdict = "kept" if ratios["all"] <= BUDGET else "broken"
    return row(label, (f"{ratio:.2f}" for ratio in ratios.values())) + f"  budget {verdict}"


def main() -> None:
    """Print characters per second, and the time of long texts over that of their parts."""
    documents = [read(path) for path in find([ROOT / "sources/articles", ROOT / "tests/articles"])]
    shipped = next(document for document in documents if document.doc == SHIPPED)
    first = stages(shipped)
    print(row("characters", first), "  characters per second, the shipped article repeated")
    print(speeds(shipped, first))
    for times in TIMES:
        long = replace(shipped, text="\n".join([shipped.text] * times))
        taken = stages(long)
        print(speeds(long, taken))
        parts = {stage: seconds * times for stage, seconds in first.items()}
        print(growth(f"/ {times} times", taken, parts))
    joined = replace(shipped, text="\n".join(document.text for document in documents))
    each = [stages(document) for document in documents]
    parts = {stage: sum(taken[stage] for taken in each) for stage in first}
    taken = stages(joined)
    print("all articles as one text")
    print(speeds(joined, taken))
    print(growth("/ one by one", taken, parts))


if __name__ == "__main__":
    main()
