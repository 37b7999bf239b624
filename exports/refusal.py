"""Refusal: what programs read so wrongly that the graph breaks a shape is left out, not the build.

Only what a curator stated stops a build: that needs the curator.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from exports.harvest import Failure, Harvest
from ontology.errors import ShapeError
from sources.verify import Rejection

__all__ = ["Results", "refuse", "tell_once"]

#: Reads all articles anew each time it is called.
Results = Callable[[], Iterator[Harvest | Failure]]
_T = TypeVar("_T")


def refuse(folder: Path, make: Callable[[Path, Results], _T], results: Results) -> _T:
    """What ``make`` makes of the results in ``folder``, if need be without what breaks shapes.

    ``make`` begins again in the emptied folder; what was left out is among the rejected
    statements of its article, with the shape that it breaks.

    :raises ShapeError: leaving out would not help, or a curator stated what breaks a shape.
    """
    refused: dict[str, str] = {}
    while True:
        try:
            return make(folder, partial(_without, results, dict(refused)))
        except ShapeError as error:
            if not error.refusable.keys() - refused.keys():
                raise
            refused |= error.refusable
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def _without(results: Results, refused: dict[str, str]) -> Iterator[Harvest | Failure]:
    """The results, with refused statements among the rejected ones."""
    for result in results():
        if isinstance(result, Failure) or not any(s.id in refused for s in result.statements):
            yield result
            continue
        kept = tuple(s for s in result.statements if s.id not in refused)
        out = [Rejection(s, refused[s.id]) for s in result.statements if s.id in refused]
        yield replace(result, statements=kept, rejected=(*result.rejected, *out))


def tell_once(leave_out: Callable[[Failure], None]) -> Callable[[Failure], None]:
    """``leave_out`` for each article once, however often all are read."""
    told: set[str] = set()

    def tell(failure: Failure) -> None:
        if failure.name not in told:
            told.add(failure.name)
            leave_out(failure)

    return tell
