"""Answer: a saved question, a SPARQL file or SPARQL text, put to a build and written out."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal

from exports.publish import current
from exports.tables import find_form, layout, render
from graph.catalogue import find_question, questions
from graph.query import Table, query
from graph.store import open_store
from ontology.errors import InputError, QueryError

__all__ = ["answer", "list_questions"]

_SUFFIXES = {".rq", ".sparql"}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(
            f"the query cannot be read: {reason}", where=str(path), remedy="check the path"
        ) from error


def _ask(folder: Path, text: str, params: dict[str, str], where: str) -> Table:
    """Put ``text`` to the build; an error in it names the file it stands in."""
    try:
        return query(open_store(folder), text, params)
    except QueryError as error:
        place = error.where.replace("query", where, 1) if where else error.where
        raise QueryError(error.what, where=place or where, remedy=error.remedy) from error


def answer(
    out: Path,
    question: str | None,
    sparql: str | None,
    params: dict[str, str],
    form: str,
    width: int | None = None,
) -> bytes:
    """The answer of the build in ``out``, in the table format ``form``.

    :param question: name of a saved question, or path of a file with SPARQL.
    :param sparql: SPARQL text, when ``question`` is None.
    :raises NotFoundError: no such question, format or entity; with the nearest names.
    :raises QueryError: the text does not parse, with file, line and column.
    """
    find_form(form)
    path = Path(question or "")
    if question is None:
        table = _ask(current(out), f"{sparql}\n", params, "--sparql")
    elif path.suffix in _SUFFIXES or path.is_file():
        table = _ask(current(out), _read(path) + "\n", params, str(path))
    elif "/" in question or "\\" in question:
        raise InputError("no such file", where=question, remedy="check the path")
    else:
        find_question(question)  # so that no other word is taken for SPARQL
        table = _ask(current(out), question, params, "")
    return render(table, form, width)


def list_questions(lang: str, width: int | None = None) -> str:
    """All saved questions: group, name with parameters, wording."""
    rows = []
    for question in questions():
        given = [
            f"{parameter.name}={parameter.default or '…'}" for parameter in question.parameters
        ]
        cells = (question.group, question.name, question.labels[lang], " ".join(given))
        rows.append(tuple(Literal(cell) for cell in cells))
    return layout(Table("select", ("group", "name", "question", "parameters"), tuple(rows)), width)
