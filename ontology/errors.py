"""The one error tree: every failure a user can meet says what, where and what to do.

Only the command turns these into messages and exit codes.
"""

from __future__ import annotations

__all__ = [
    "BuildError",
    "EndpointError",
    "InputError",
    "NotFoundError",
    "OneCityError",
    "OutputError",
    "QueryError",
    "ReviewError",
    "ShapeError",
]


class OneCityError(Exception):
    """Parent of all errors that onecity raises on purpose.

    :param what: what went wrong, in one sentence.
    :param where: file, and line where one is known, such as ``plan.tsv:12``.
    :param remedy: what the user can do about it.

    >>> print(OneCityError("the file is empty", where="a.txt", remedy="give a text file"))
    a.txt: the file is empty (give a text file)
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        """Keep the parts so that a caller can show or test each."""
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        """One line: where, what, remedy."""
        prefix = f"{self.where}: " if self.where else ""
        suffix = f" ({self.remedy})" if self.remedy else ""
        return f"{prefix}{self.what}{suffix}"


class InputError(OneCityError):
    """An article, folder or sidecar cannot be read."""

    exit_code = 3


class ReviewError(OneCityError):
    """A curator's file is broken: review, gold, or the lexicon and its sheets."""

    exit_code = 4


class QueryError(OneCityError):
    """A SPARQL text does not parse or its evaluation fails."""

    exit_code = 5


class NotFoundError(OneCityError):
    """No question, entity, format or build of that name; carries the nearest names."""

    exit_code = 6

    def __init__(
        self, what: str, *, where: str = "", remedy: str = "", nearest: tuple[str, ...] = ()
    ) -> None:
        """Offer ``nearest`` as the remedy when none is given."""
        self.nearest = nearest
        if nearest and not remedy:
            remedy = "nearest: " + ", ".join(nearest)
        super().__init__(what, where=where, remedy=remedy)


class OutputError(OneCityError):
    """The output folder cannot be written."""

    exit_code = 7


class BuildError(OneCityError):
    """A build is incomplete or damaged, or its graph violates a shape."""

    exit_code = 8


class ShapeError(BuildError):
    """The graph violates a shape; ``refusable`` tells what could be left out, and why.

    It maps ids of statements that programs made to reasons, and is empty when a curator's
    statement is among those that break a shape.
    """

    def __init__(
        self, what: str, *, where: str = "", remedy: str = "", refusable: dict[str, str]
    ) -> None:
        """Keep what could be left out."""
        self.refusable = refusable
        super().__init__(what, where=where, remedy=remedy)


class EndpointError(OneCityError):
    """A remote SPARQL endpoint does not answer, or not with the whole answer."""

    exit_code = 10
