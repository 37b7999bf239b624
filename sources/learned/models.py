"""Models: all that was learned, as one thing that reading a text can be given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sources.learned.letter import LetterSight
from sources.learned.linear import Linear, load_linear
from sources.learned.tagger import Sight, Tagger
from sources.learned.word import WordSight

__all__ = ["SIGHTS", "Models", "load_models"]

#: The taggers by their names, each with what shows it a sentence.
SIGHTS: dict[str, Callable[[frozenset[str] | None], Sight]] = {
    "words": WordSight,
    "letters": LetterSight,
}


@dataclass(frozen=True, slots=True)
class Models:
    """The models, each named like its file in this folder.

    ``taggers``: those of ``SIGHTS``; a file ``.txt`` beside each lists the features that it has.
    """

    taggers: tuple[Tagger, ...]
    classes: Linear
    relations: Linear
    owners: Linear
    statuses: Linear


@cache
def load_models() -> Models:
    """The shipped models."""
    return Models(
        tuple(_load_tagger(name, sight) for name, sight in SIGHTS.items()),
        *map(load_linear, ("classes", "relations", "owners", "statuses")),
    )


def _load_tagger(name: str, sight: Callable[[frozenset[str] | None], Sight]) -> Tagger:
    folder = files("sources.learned")
    known = folder.joinpath(f"{name}.txt").read_text(encoding="utf-8").split("\n")
    return Tagger(folder.joinpath(f"{name}.crf").read_bytes(), known, sight)
