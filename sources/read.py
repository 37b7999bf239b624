"""Read article files: find them, decode them, learn who published them when."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sources.document import Document

__all__ = ["find", "read"]


def find(paths: Iterable[Path]) -> list[Path]:
    """Article files among ``paths`` and, recursively, in the folders among them; sorted."""
    raise NotImplementedError


def read(path: Path, published: str | None = None) -> Document:
    """The article in the file ``path``; ``published`` overrides what sidecar and byline say."""
    raise NotImplementedError
