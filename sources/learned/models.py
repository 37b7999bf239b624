"""Models: all that was learned, as one thing that reading a text can be given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sources.learned.linear import Linear, load_linear
from sources.learned.tagger import Tagger

__all__ = ["Models", "load_models"]


@dataclass(frozen=True, slots=True)
class Models:
    """The models, each named like its file in this folder; ``tagger.txt`` lists its features."""

    tagger: Tagger
    classes: Linear
    relations: Linear
    owners: Linear
    statuses: Linear


@cache
def load_models() -> Models:
    """The shipped models."""
    folder = files("sources.learned")
    known = folder.joinpath("tagger.txt").read_text(encoding="utf-8").split("\n")
    return Models(
        Tagger(folder.joinpath("tagger.crf").read_bytes(), known),
        *map(load_linear, ("classes", "relations", "owners", "statuses")),
    )
