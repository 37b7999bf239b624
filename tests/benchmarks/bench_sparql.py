"""Every saved question on a graph of a million triples: here, by the engine alone, by rdflib.

Run: ``python -m tests.benchmarks.bench_sparql [COPIES]``. The graph is made of invented articles of
a region by the build itself, and of copies of that region under other names; it is the same each
time. rdflib's own store takes minutes for some questions at that size, so it is asked on a few
articles, beside the same question here on the same ones. What takes longer than its patience is
ended and counts with that.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache, partial
from itertools import product
from math import exp, log
from pathlib import Path

from pyoxigraph import QuerySolutions, Store
from rdflib import Dataset

from graph.build import Run, build
from graph.catalogue import Parameter, Question, questions
from graph.query import explain, query
from graph.store import QUADS, load, open_store
from graph.terms import ONTOLOGY, PREFIXES
from graph.value import read_value
from ontology.errors import QueryError
from tests.graph.conftest import write

#: Articles of a region and for rdflib; seconds that a question has; runs of each.
ARTICLES, FEW, PATIENCE, RUNS = 10, 3, 2, 5
CITIES, ZONES, PLATFORMS = 40, 4, 12
STATUSES = ("planned", "underConstruction", "completed", "operational", "approved")
KINDS = ("Laboratory", "ResearchCenter", "EngineeringCenter", "ServicePlatform", "IndustrialBase")
#: What may be asked about, what is likely first; and words, by whose they are.
NAMES = (
    "江1第1高新区", "江1第0高新区", "江1大学", "江1基金1", "江1政策1", "江1联盟", "院长1",
    "生物医药", "江1第1区1号平台0",
)  # fmt: skip
WORDS = {"indicators": "规模", "titles": "院长"}
#: What belongs to a region alone, and predicates of names.
_OWN = re.compile(r"<https://w3id\.org/onecity/(?:id|article|statement|observation|post)/")
_LABELS = ("<http://www.w3.org/2000/01/rdf-schema#label>",
           "<http://www.w3.org/2004/02/skos/core#altLabel>")  # fmt: skip
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


@lru_cache(maxsize=2)
def opened(folder: Path) -> Store:
    return open_store(folder)


def ask_here(folder: Path, question: Question, params: dict[str, str]) -> int:
    return len(query(opened(folder), question, params).rows)


def ask_engine(folder: Path, text: str) -> int:
    answer = opened(folder).query(text, prefixes=PREFIXES)
    return sum(1 for _ in answer) if isinstance(answer, QuerySolutions) else bool(answer)


def ask_rdflib(dataset: Dataset, text: str) -> int:
    return len(list(dataset.query(text, initNs=PREFIXES)))


def times(step: Callable[[], object]) -> list[float]:
    """Seconds of each run, in order of size; one run of what takes long."""
    found: list[float] = []
    while len(found) < RUNS and sum(found) < PATIENCE / RUNS:
        begun = time.perf_counter()
        step()
        found.append(time.perf_counter() - begun)
    return sorted(found)


def within(step: Callable[[], object]) -> list[float]:
    """The same in a process of its own, which ends with its patience: then that is the time."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            signal.alarm(PATIENCE)  # by default it ends the process, whatever that does
            os.write(writer, json.dumps(times(step)).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        found = told.read()
    os.waitpid(pid, 0)
    return list(json.loads(found)) if found else [float(PATIENCE)]


def params_of(region: Store, question: Question) -> dict[str, str]:
    """What the question is asked about: things of the region it is for, that give it an answer.

    Asked about everything, most questions answer with a large part of the graph.
    """
    choices = {one.name: fitting(region, one) for one in question.parameters}
    choices = {name: names for name, names in choices.items() if names}
    tried = [dict(zip(choices, values, strict=True)) for values in product(*choices.values())]
    tried = [params for params in tried if len(set(params.values())) == len(params)]
    return next((params for params in tried if query(region, question, params).rows), tried[0])


def fitting(region: Store, parameter: Parameter) -> list[str]:
    """Names of things that a parameter is for, or the word that it needs."""
    if parameter.type == "text" and parameter.needed:
        return [WORDS.get("".join(parameter.of), NAMES[0])]
    found = []
    for name in NAMES if parameter.type == "entity" else ():
        with suppress(QueryError):
            read_value(region, parameter, name)
            found.append(name)
    return found


def mean(ratios: list[float]) -> float:
    return exp(sum(map(log, ratios)) / len(ratios)) if ratios else 0.0


def middle(found: list[float]) -> float:
    return found[len(found) // 2]


def show(found: list[float]) -> str:
    most = found[min(len(found) - 1, int(len(found) * 0.95))]
    return f"{1000 * middle(found):9.1f}{1000 * most:9.1f}"


def multiply(region: Path, whole: Path, copies: int) -> int:
    """Load ``copies`` of a region, each with its own things and names; the number of triples."""
    whole.mkdir()
    with (region / QUADS).open(encoding="utf-8") as lines, (whole / QUADS).open("w") as file:
        for line in lines:
            shared = line.endswith(f"<{ONTOLOGY}> .\n")
            for number in range(1 if shared else copies):
                own = _OWN.sub(rf"\g<0>{number}-", line) if number else line
                # a concept that the copies share keeps its one name
                label = number and _OWN.match(line) and line.split(" ", 2)[1] in _LABELS
                file.write(own.replace('"@', f'{number}"@') if label else own)
    return load(whole, [whole / QUADS]).triples


def compare(folder: Path, copies: int) -> None:
    """Print a line for each question, and the means."""
    build(runs(ARTICLES), folder / "region", check=False)
    part = build(runs(FEW), folder / "part", check=False)
    triples = multiply(folder / "region", folder / "whole", copies)
    print(f"{triples} triples; {part.count.triples} for rdflib")
    dataset = Dataset(default_union=True)
    dataset.parse(folder / "part" / QUADS, format="nquads")
    large = open_store(folder / "whole")
    small = open_store(folder / "region")
    asked = [(one, params_of(small, one)) for one in questions()]
    bound = [explain(large, one, params) for one, params in asked]
    del large, small  # a store is opened anew in each process
    print(f"{'ms':26}{'here p50':>9}{'p95':>9}{'engine':>9}{'p95':>9} ratio   rdflib   here ratio")
    engine, other = [], []
    for (question, params), text in zip(asked, bound, strict=True):
        here, alone, near = (
            within(partial(step, folder / place, *given))
            for step, place, given in (
                (ask_here, "whole", (question, params)),
                (ask_engine, "whole", (text,)),
                (ask_here, "part", (question, params)),
            )
        )
        slow = within(partial(ask_rdflib, dataset, text))
        engine.append(middle(here) / middle(alone))
        other.append(middle(slow) / middle(near))
        print(f"{question.name:26}{show(here)}{show(alone)} {engine[-1]:5.2f} "
              f"{1000 * middle(slow):8.0f} {1000 * middle(near):6.0f} {other[-1]:5.0f}",
              flush=True)  # fmt: skip
    print(f"geometric means: {mean(engine):.2f} of the engine, rdflib {mean(other):.0f} of here")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        compare(Path(place), int(sys.argv[1]) if len(sys.argv) > 1 else 44)
