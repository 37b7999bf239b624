"""The scoreboard: figures of annotated articles, those that rules were tuned on kept apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wcwidth import wcswidth

from ontology.errors import NotFoundError, ReviewError
from sources.document import Document
from sources.evaluate import evaluate
from sources.read import read
from sources.score import MEASURES, Difference, Score, Scores
from sources.statement import Statement
from sources.tabular import PARTS, read_rows, read_statements

__all__ = ["GOLD", "SPLIT", "Board", "Entry", "entries", "errors", "measure", "record", "table"]

GOLD = ".gold.tsv"
#: Says beside gold files which of their articles rules may be tuned on.
SPLIT = "split.tsv"
_SUFFIXES = (".txt", ".md", ".html")
_SPLITS = ("tuned", "untuned")


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotated article; ``tuned``: whether rules or lexicon were ever changed because of it."""

    name: str
    article: Path
    gold: Path
    tuned: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The scores of each article, in the order of the entries."""

    scores: dict[str, Scores]
    tuned: frozenset[str]

    def total(self, *, tuned: bool) -> Scores:
        """All tuned, or all untuned, articles as if they were one text."""
        return sum(
            (scores for name, scores in self.scores.items() if (name in self.tuned) == tuned),
            Scores(),
        )


def entries(golds: Path, articles: Sequence[Path] = ()) -> list[Entry]:
    """The gold file ``golds``, or every one in that folder, each with its article.

    The article ``NAME.txt`` (``.md``, ``.html``) stands beside ``NAME.gold.tsv`` or in one of the
    folders ``articles``. ``split.tsv`` beside the gold says which articles rules were tuned on;
    where there is none all count as untuned.

    :raises NotFoundError: no gold file, or no article for one.
    :raises ReviewError: a broken ``split.tsv``, or an article that it leaves out.
    """
    folder = golds if golds.is_dir() else golds.parent
    files = sorted(folder.glob("*" + GOLD)) if golds.is_dir() else [golds]
    if not files or not files[0].exists():
        raise NotFoundError("no gold file", where=str(golds), remedy=f"give NAME{GOLD} files")
    split = _split(folder / SPLIT)
    found = []
    for gold in files:
        name = gold.name.removesuffix(GOLD)
        if split is not None and name not in split:
            raise ReviewError(
                f"{name} is not listed",
                where=str(folder / SPLIT),
                remedy=f"add a line: {name}, tab, tuned or untuned",
            )
        tuned = split is not None and split[name] == "tuned"
        found.append(Entry(name, _article(name, [folder, *articles], gold), gold, tuned))
    return found


def _article(name: str, folders: Iterable[Path], gold: Path) -> Path:
    for folder in folders:
        for suffix in _SUFFIXES:
            if (folder / (name + suffix)).is_file():
                return folder / (name + suffix)
    raise NotFoundError(
        f"no article {name}", where=str(gold), remedy=f"put {name}.txt beside the gold file"
    )


def _split(path: Path) -> dict[str, str] | None:
    """Which articles are tuned; ``None`` without such a file."""
    if not path.exists():
        return None
    found: dict[str, str] = {}
    for row in read_rows(path, ("file", "split", "genre")):
        if row.cells["split"] not in _SPLITS:
            raise row.error(f"unknown split {row.cells['split']!r}", "write tuned or untuned")
        found[row.cells["file"]] = row.cells["split"]
    return found


def measure(
    chosen: Iterable[Entry],
    extract: Callable[[Document], Iterable[Statement]],
    load: Callable[[Path], Document] = read,
) -> Board:
    """Evaluate what ``extract`` takes from each article against its gold."""
    scores, tuned = {}, set()
    for entry in chosen:
        document = load(entry.article)
        gold = read_statements(entry.gold, document)
        scores[entry.name] = evaluate(gold, extract(document))
        if entry.tuned:
            tuned.add(entry.name)
    return Board(scores, frozenset(tuned))


def table(board: Board, *, full: bool = False) -> str:
    """Figures as plain text: untuned and tuned articles apart; ``full`` adds every breakdown."""
    return "\n".join(_tables(board, full=full)) + "\n"


def _tables(board: Board, *, full: bool) -> Iterator[str]:
    for tuned in (False, True):
        count = sum((name in board.tuned) == tuned for name in board.scores)
        if not count:
            continue
        total = board.total(tuned=tuned)
        articles = f"{count} article" + "s" * (count != 1)
        yield f"{'tuned' if tuned else 'untuned'} ({articles})"
        rows = [(name, total.measures.get(name, Score())) for name in MEASURES]
        yield from _grid(("kind", "P", "R", "F1", "gold", "found", "right"), map(_cells, rows))
        yield f"stated as fact though it is none: {total.modality_errors}"
        for title, group in _groups(total) if full else [("of these", total.details)]:
            yield ""
            yield from _grid((title, *_FIGURES), map(_cells, sorted(group.items())))
        for title, group in _firings(total) if full else ():
            yield ""
            yield from _grid((title, *_FIRINGS), map(_fired, sorted(group.items())))
        yield ""
    yield from _grid(
        ("F1 per article", "", "entity", "relation", "quantity", "status", "post"),
        (
            (name, "tuned" if name in board.tuned else "untuned")
            + tuple(
                f"{scores.measures[kind].f1:.3f}"
                for kind in ("entity", "relation", "quantity", "status", "post")
            )
            for name, scores in board.scores.items()
        ),
    )


_FIGURES = ("P", "R", "F1", "gold", "found", "right")
#: What only rules have, not annotators, has no recall: how often it fired, and how well.
_FIRINGS = ("fired", "right", "wrong", "precision")


def _groups(total: Scores) -> list[tuple[str, dict[str, Score]]]:
    return [
        ("of these", total.details),
        ("class", total.classes),
        ("relation", total.relations),
    ]


def _firings(total: Scores) -> list[tuple[str, dict[str, Score]]]:
    return [("subject from", total.sources), ("cue", total.cues)]


def _fired(row: tuple[str, Score]) -> tuple[str, ...]:
    name, score = row
    counts = (score.predicted, score.hit, score.wrong)
    return (name, *map(str, counts), f"{score.precision:.3f}")


def _cells(row: tuple[str, Score]) -> tuple[str, ...]:
    name, score = row
    return (
        name,
        f"{score.precision:.3f}",
        f"{score.recall:.3f}",
        f"{score.f1:.3f}",
        str(score.gold),
        str(score.predicted),
        str(score.hit),
    )


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Aligned lines; Chinese signs take two columns of a terminal."""
    lines = [tuple(header), *map(tuple, rows)]
    widths = [max(wcswidth(line[i]) for line in lines) for i in range(len(header))]
    for line in lines:
        first, *rest = (
            (" " * (width - wcswidth(cell)), cell) for width, cell in zip(widths, line, strict=True)
        )
        yield (first[1] + first[0] + "".join("  " + pad + cell for pad, cell in rest)).rstrip()


def record(board: Board) -> dict[str, Any]:
    """All figures for JSON: ``untuned`` and ``tuned`` totals, then each article."""
    return {
        "untuned": _figures(board.total(tuned=False)),
        "tuned": _figures(board.total(tuned=True)),
        "articles": {
            name: {"tuned": name in board.tuned, **_figures(scores)}
            for name, scores in board.scores.items()
        },
    }


def _figures(scores: Scores) -> dict[str, Any]:
    groups = {
        "measures": {name: scores.measures.get(name, Score()) for name in MEASURES},
        "details": scores.details,
        "classes": scores.classes,
        "relations": scores.relations,
    }
    firings = {"subject_sources": scores.sources, "cues": scores.cues}
    figures: dict[str, Any] = {
        group: {name: write(score) for name, score in members.items()}
        for members_of, write in ((groups, _score), (firings, _firing))
        for group, members in members_of.items()
    }
    return {"modality_errors": scores.modality_errors, **figures}


def _firing(score: Score) -> dict[str, float | int]:
    return {
        "fired": score.predicted,
        "right": score.hit,
        "wrong": score.wrong,
        "precision": round(score.precision, 4),
    }


def _score(score: Score) -> dict[str, float | int]:
    return {
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "gold": score.gold,
        "predicted": score.predicted,
        "right": score.hit,
    }


def errors(board: Board) -> str:
    """What differs, for the curator: one line each with the quote; modality errors come first."""
    order = {"modality": 0, "false alarm": 1, "miss": 2}
    lines = []
    for name, scores in board.scores.items():
        ranked = sorted(scores.differences, key=lambda d: (order[d.sort], d.kind, _place(d)))
        lines += [_line(name, difference) for difference in ranked]
    return "".join(line + "\n" for line in lines)


def _place(difference: Difference) -> int:
    return min((e.start for e in difference.statement.evidence), default=0)


def _line(name: str, difference: Difference) -> str:
    statement, value = difference.statement, difference.statement.value
    parts = [statement.subject.name, statement.predicate]
    if statement.object:
        parts.append(statement.object.name)
    if value:
        parts += [value.number or value.text, value.unit or "", value.indicator or ""]
    if statement.modality != "asserted":
        parts.append(f"[{statement.modality}]")
    quote = PARTS.join(e.exact for e in sorted(statement.evidence, key=lambda e: e.start))
    cells = (name, difference.sort, difference.kind, " ".join(filter(None, parts)))
    return "\t".join((*cells, statement.method, " ".join(quote.split())))
