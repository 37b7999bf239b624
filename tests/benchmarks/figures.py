"""The figures of the READMEs, as counted and measured here. ``make figures`` writes them there.

A figure is a number alone, so that both languages show the same; its row says what it counts.
Times are the median of several runs; where a budget is a ratio, both sides are taken in turn.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from sources.extract import extract
from sources.read import find, read
from tests.console import READMES, ROOT

ARTICLES = (ROOT / "sources" / "articles", ROOT / "tests" / "articles")
SHIPPED = "chongqing-roundtable"
#: A row of the table: what is counted, its key, the figure, the command that prints it.
_ROW = re.compile(r"^(\|[^|]+<!-- (\w[\w -]*) -->\s*\|)([^|]*)(\|[^|]+\|)$", re.MULTILINE)


def measured(text: str) -> dict[str, str]:
    """The figures that a README tells, by key.

    >>> measured("| speed <!-- speed --> | 12 | `make figures` |")
    {'speed': '12'}
    """
    return {key: figure.strip() for _, key, figure, _ in _ROW.findall(text)}


def _onecity(*words: str | Path) -> str:
    command = [sys.executable, "-m", "onecity", *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


def _seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


@lru_cache
def _scores(*words: str) -> Any:
    return json.loads(_onecity("evaluate", "--json", *words))


def _unseen(kind: str, *words: str) -> str:
    """F1 over the untuned articles."""
    return f"{_scores(*words)['untuned']['measures'][kind]['f1']:.2f}"


def _taken_for_facts() -> str:
    """Targets, conditions and denials of the untuned articles that were stated as facts."""
    return str(_scores()["untuned"]["modality_errors"])


def _shipped(*words: str) -> str:
    """Precision and recall over all kinds of the shipped article."""
    counts = _scores(*words)["articles"][SHIPPED]["measures"]
    kinds = [counts[kind] for kind in ("entity", "alias", "relation", "quantity", "status", "post")]
    right, found, gold = (
        sum(counts[name] for counts in kinds) for name in ("right", "predicted", "gold")
    )
    return f"{right / found:.3f} / {right / gold:.3f}"


def count_wrong_quotes() -> str:
    """Quotes, in all articles, that are not what stands at their place in the text."""
    return str(
        sum(
            document.text[quote.start : quote.end] != quote.exact
            for document in map(read, find(ARTICLES))
            for statement in extract(document).statements
            for quote in statement.evidence
        )
    )


def time_extraction(rounds: int = 15, *, learned: bool = True) -> str:
    """Thousand characters read per second by one process, lexicon and models being loaded."""
    document = read(ARTICLES[0] / f"{SHIPPED}.txt")
    extract(document, learned=learned)
    taken = median(_seconds(lambda: extract(document, learned=learned)) for _ in range(rounds))
    return f"{len(document.text) / taken / 1000:.0f}"


def time_build(rounds: int = 3) -> str:
    """Seconds from nothing to every file of the shipped article, interpreter start included."""
    with tempfile.TemporaryDirectory() as folder:
        outs = [Path(folder) / str(number) for number in range(rounds)]
        times = [_seconds(partial(_onecity, "build", "--out", out)) for out in outs]
    return f"{median(times):.1f}"


def time_page(rounds: int = 5) -> str:
    """Seconds from navigation to the first picture with labels, as the page marks it."""
    mark = "performance.getEntriesByName('first-picture')[0]?.startTime"
    times = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        _onecity("build", "--out", folder)
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for _ in range(rounds):
            view = browser.new_page(viewport={"width": 1440, "height": 900})
            view.goto((Path(folder) / "network.html").as_uri())
            times.append(view.wait_for_function(mark).json_value())
            view.close()
        browser.close()
    return f"{median(times) / 1000:.2f}"


def time_help(rounds: int = 15) -> str:
    """``onecity --help`` as a multiple of the import of click, both with interpreter start."""
    click = [sys.executable, "-c", "import click"]
    ours, least = [], []
    for _ in range(rounds):
        least.append(_seconds(partial(subprocess.run, click, check=True)))
        ours.append(_seconds(partial(_onecity, "--help")))
    return f"{median(ours) / median(least):.1f}"


#: Figures that are the same on every machine, by key of their row.
COUNTED: dict[str, Callable[[], str]] = {
    "unseen entity": partial(_unseen, "entity"),
    "unseen relation": partial(_unseen, "relation"),
    "unseen quantity": partial(_unseen, "quantity"),
    "unseen status": partial(_unseen, "status"),
    "unseen post": partial(_unseen, "post"),
    "unseen facts": _taken_for_facts,
    "unseen entity rules": partial(_unseen, "entity", "--rules"),
    "unseen relation rules": partial(_unseen, "relation", "--rules"),
    "rules": partial(_shipped, "--rules"),
    "reviewed": partial(_shipped, "--review"),
    "quotes": count_wrong_quotes,
}
TIMED: dict[str, Callable[[], str]] = {
    "extraction": time_extraction,
    "extraction rules": partial(time_extraction, learned=False),
    "build": time_build,
    "page": time_page,
    "help": time_help,
}


def main() -> None:
    """Print the figures and write them into the READMEs."""
    figures = {}
    for key, measure in (COUNTED | TIMED).items():
        figures[key] = measure()
        print(f"{key:24}{figures[key]}", flush=True)
    for path in READMES:
        text = path.read_text(encoding="utf-8")
        text = _ROW.sub(lambda row: f"{row[1]} {figures[row[2]]} {row[4]}", text)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
