"""Every saved question on a graph of a million triples: here, by the engine alone, by rdflib.

Run: ``python -m tests.benchmarks.bench_sparql [TRIPLES] [SHARE]``. The graph is made of invented
articles by the build itself, and is the same each time. rdflib's own store takes minutes for some
questions at that size, so it is asked on a share of the articles, beside the same question here on
the same share; a question that takes it longer than its patience counts with that.
"""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from math import exp, log
from pathlib import Path

from pyoxigraph import QuerySolutions, Store
from rdflib import Dataset

from graph.build import Run, build
from graph.catalogue import Question, questions
from graph.query import _terms, bind, query
from graph.store import QUADS, open_store
from graph.terms import PREFIXES
from ontology.errors import OneCityError
from tests.graph.conftest import write

#: Triples that an article adds, roughly; seconds that rdflib has for a question; runs of each.
PER_ARTICLE, PATIENCE, RUNS = 2550, 20, 5
CITIES, ZONES, PLATFORMS = 40, 4, 12
STATUSES = ("planned", "underConstruction", "completed", "operational", "approved")
KINDS = ("Laboratory", "ResearchCenter", "EngineeringCenter", "ServicePlatform", "IndustrialBase")
INDUSTRIES = ("生物医药", "新能源", "人工智能", "电子信息", "新材料", "软件", "装备制造")


def facts(number: int) -> Iterator[str]:
    """The facts of one article, about one city and two of its zones."""
    city = number % CITIES
    place, university = f"江{city}市/City", f"江{city}大学/University"
    yield f"江{city}市/City partOf 江南省/Province"
    yield f"{university} locatedIn {place}"
    yield f"院长{number}/Person holds {university} text=院长"
    for part in range(2):
        index = (number // CITIES + part) % ZONES
        zone = f"江{city}第{index}高新区/HighTechZone"
        yield f"{zone} locatedIn {place}"
        yield f"{zone} focusesOn {INDUSTRIES[(number + part) % 7]}/Industry"
        yield f"江{city}联盟/Alliance establishedBy {zone}"
        yield f"{university} memberOf 江{city}联盟/Alliance"
        yield f"江{city}基金{index}/Fund establishedBy {zone}"
        yield f"江{city}政策{number}/PolicyPackage issuedBy {zone}"
        yield f"{zone} implements 江{city}政策{number}/PolicyPackage"
        yield f"{university} cooperatesWith {zone} speaker=院长{number}"
        yield (f"江{city}基金{index}/Fund observation number={number + 1}00000000 unit=CNY "
               f"indicator=规模 text={number + 1}亿元 as_of=20{10 + number % 15}")  # fmt: skip
        for item in range(PLATFORMS):
            kind = KINDS[(number + item) % len(KINDS)]
            platform = f"江{city}第{index}区{number % 60}号平台{item}/{kind}"
            mode = "" if item % 4 else f" modality=target speaker=院长{number}"
            yield f"{platform} locatedIn {zone}"
            yield f"{platform} establishedBy {university}{mode}"
            yield f"{platform} hasStatus {STATUSES[item % len(STATUSES)]}"


def runs(articles: int) -> Iterator[Run]:
    for number in range(articles):
        yield write(f"n{number:05}", *facts(number), published=f"2021-0{1 + number % 9}-01")


def ask_here(store: Store, question: Question, params: dict[str, str]) -> int:
    return len(query(store, question, params).rows)


def ask_engine(store: Store, text: str) -> int:
    answer = store.query(text, prefixes=PREFIXES)
    return sum(1 for _ in answer) if isinstance(answer, QuerySolutions) else bool(answer)


def ask_rdflib(dataset: Dataset, text: str) -> int:
    return len(list(dataset.query(text, initNs=PREFIXES)))


def times(step: Callable[[], object], patience: float = 0.0) -> list[float]:
    """Seconds of each run, in order of size; one run of what takes longer than ``patience``."""
    found: list[float] = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        step()
        found.append(time.perf_counter() - begun)
        if patience and found[0] > patience / RUNS:
            break
    return sorted(found)


def _expire(*_: object) -> None:
    raise TimeoutError


def times_of_rdflib(dataset: Dataset, text: str) -> list[float]:
    """The same for rdflib, which is stopped when its patience ends."""
    signal.signal(signal.SIGALRM, _expire)
    signal.alarm(PATIENCE)
    found = [float(PATIENCE)]
    with suppress(TimeoutError, Exception):
        found = times(lambda: ask_rdflib(dataset, text), 2)
    signal.alarm(0)
    return found


def params_of(store: Store, question: Question) -> dict[str, str]:
    """Nothing where the question can be asked so; else what the invented articles speak of."""
    with suppress(OneCityError):
        _terms(store, question, {})
        return {}
    names = iter(("江1第1高新区", "江1第2高新区", "江2第1高新区"))
    return {one.name: next(names) for one in question.parameters if one.type == "entity"}


def mean(ratios: list[float]) -> float:
    return exp(sum(map(log, ratios)) / len(ratios)) if ratios else 0.0


def middle_and_most(found: list[float]) -> str:
    most = found[min(len(found) - 1, int(len(found) * 0.95))]
    return f"{1000 * found[len(found) // 2]:8.1f} {1000 * most:8.1f}"


def compare(folder: Path, triples: int, share: float) -> None:
    """Print a line for each question, and the means."""
    articles = max(2, triples // PER_ARTICLE)
    begun = time.perf_counter()
    whole = build(runs(articles), folder / "whole", check=False)
    print(f"{whole.count.triples} triples of {articles} articles, built in "
          f"{time.perf_counter() - begun:.0f} s")  # fmt: skip
    part = build(runs(max(2, int(articles * share))), folder / "part", check=False)
    print(f"{part.count.triples} triples for rdflib")
    dataset = Dataset(default_union=True)
    dataset.parse(folder / "part" / QUADS, format="nquads")
    large, small = open_store(folder / "whole"), open_store(folder / "part")
    print(f"{'ms':28}{'here p50':>9}{'p95':>9}{'engine':>9}{'p95':>9} ratio   rows  rdflib ratio")
    engine, other = [], []
    for question in questions():
        params = params_of(large, question)
        text = bind(question.text, _terms(large, question, params))
        rows = ask_here(large, question, params)
        here = times(lambda q=question, p=params: ask_here(large, q, p), 5)  # type: ignore[misc]
        alone = times(lambda t=text: ask_engine(large, t), 5)  # type: ignore[misc]
        near = times(lambda q=question, p=params: ask_here(small, q, p), 5)  # type: ignore[misc]
        slow = times_of_rdflib(dataset, text)
        engine.append(here[len(here) // 2] / alone[len(alone) // 2])
        other.append(slow[len(slow) // 2] / near[len(near) // 2])
        mark = "+" if slow[0] >= PATIENCE else " "
        print(f"{question.name:28}{middle_and_most(here)}{middle_and_most(alone)} "
              f"{engine[-1]:5.2f} {rows:6} {1000 * slow[len(slow) // 2]:8.0f}{mark}{other[-1]:6.1f}",
              flush=True)  # fmt: skip
    print(f"geometric means: {mean(engine):.2f} of the engine, rdflib {mean(other):.1f} of here")


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as place:
        compare(Path(place), wanted, float(sys.argv[2]) if len(sys.argv) > 2 else 0.03)
