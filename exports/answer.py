"""Answer: what a build says to a saved question or a SPARQL text, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal

from exports.publish import current
from graph.catalogue import find_question, questions
from graph.query import Table, query
from graph.store import open_store
from ontology.errors import InputError, QueryError

__all__ = ["ask", "list_questions", "tabulate"]

_SUFFIXES = {".rq", ".sparql"}


def tabulate(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """Rows of texts as the answer that every format can write."""
    return Table("select", columns, tuple(tuple(map(Literal, row)) for row in rows))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(
            f"the query cannot be read: {reason}", where=str(path), remedy="check the path"
        ) from error


def _put(out: Path, text: str, params: dict[str, str], where: str) -> Table:
    """Put SPARQL to the build; an error in it names the file it stands in."""
    text += " #" if len(text.split()) < 2 else ""  # one word would be taken for a saved question
    store = open_store(current(out))
    try:
        return query(store, text, params)
    except QueryError as error:
        place = error.where.replace("query", where, 1) or where
        raise QueryError(error.what, where=place, remedy=error.remedy) from error


def ask(out: Path, question: str | None, sparql: str | None, params: dict[str, str]) -> Table:
    """The answer of the build in ``out``.

    :param question: name of a saved question, or path of a file with SPARQL.
    :param sparql: SPARQL text, when ``question`` is None.
    :raises NotFoundError: no such question or entity; with the nearest names.
    :raises QueryError: the text does not parse, with file, line and column.
    """
    path = Path(question or "")
    if question is None:
        return _put(out, sparql or "", params, "--sparql")
    if path.suffix in _SUFFIXES or path.is_file():
        return _put(out, _read(path), params, str(path))
    if "/" in question or "\\" in question:
        raise InputError("no such file", where=question, remedy="check the path")
    find_question(question)  # so that no other word is taken for SPARQL
    return query(open_store(current(out)), question, params)


def list_questions(_out: Path, lang: str = "zh") -> Table:
    """All saved questions: group, name, wording, parameters with their defaults."""
    columns = ("group", "name", "question", "parameters")
    return tabulate(columns, (
        (
            question.group,
            question.name,
            question.labels[lang],
            " ".join(f"{given.name}={given.default or '…'}" for given in question.parameters),
        )
        for question in questions()
    ))  # fmt: skip
