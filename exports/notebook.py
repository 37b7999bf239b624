"""The notebook: a build, or a SPARQL endpoint, for people who compute in Python.

``open_dataset`` gives the graph to rdflib, ``ask`` an answer to pandas. pandas comes with
``pip install '.[notebook]'``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal

from exports.publish import current
from graph import dataset
from graph.query import Source, Table, Term, query
from graph.remote import Remote
from graph.store import open_store
from ontology.errors import InputError
from ontology.namespaces import NAMESPACES

if TYPE_CHECKING:
    import pandas as pd
    from pyoxigraph import Store
    from rdflib import Dataset

__all__ = ["ask", "frame", "open_dataset"]

_XSD = NAMESPACES["xsd"]
_KINDS = {
    "integer": "Int64",
    "decimal": "Float64",
    "double": "Float64",
    "float": "Float64",
    "boolean": "boolean",
}
#: Dates by how precise they are, as pandas calls such periods.
_PRECISIONS = {"date": "D", "gYearMonth": "M", "gYear": "Y"}


def open_dataset(out: str | Path = "out") -> Dataset:
    """The graph of the build in ``out`` as an rdflib Dataset, read only.

    :raises BuildError: there is no build.
    """
    return dataset.open_dataset(current(Path(out)))


def ask(where: str | Path, question: str, **params: str | Term) -> pd.DataFrame:
    """The answer to a saved question or a SPARQL text, typed.

    :param where: the folder of a build, or the URL of a SPARQL endpoint.
    :param params: values of the question's parameters.
    :raises QueryError: the text does not parse. :raises NotFoundError: no such question or thing.
    """
    source: Store | Source = (
        Remote(str(where))
        if re.match(r"https?://", str(where))
        else open_store(current(Path(where)))
    )
    return frame(query(source, question, params))


def frame(table: Table) -> pd.DataFrame:
    """A table as a DataFrame: a row for each row, with numbers and dates as such.

    Columns whose cells are all whole numbers become ``Int64``, all numbers ``Float64``, all yes or
    no ``boolean``; dates become periods as precise as they are told, a day, a month or a year; all
    else is text, exactly as it stands. A cell that is not bound is ``NA``.

    :raises InputError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise InputError(
            "pandas is not installed", remedy="run: pip install '.[notebook]'"
        ) from error
    columns = {
        name: _column([row[place] for row in table.rows], pd)
        for place, name in enumerate(table.columns)
    }
    return pd.DataFrame(columns, columns=list(table.columns))


def _column(cells: list[Term | None], pd: Any) -> Any:
    kinds = {_kind(cell) for cell in cells if cell is not None}
    dtype = _dtype(kinds)
    try:
        if dtype == "period":
            dates = [pd.NaT if cell is None else _period(cell, pd) for cell in cells]
            return pd.Series(dates, dtype=None if len(kinds) == 1 else object)
        reader = _READERS.get(dtype, _text)
        return pd.Series([pd.NA if cell is None else reader(cell) for cell in cells], dtype=dtype)
    except (ValueError, OverflowError):  # a year before the first, a number of twenty digits
        texts = [pd.NA if cell is None else _text(cell) for cell in cells]
        return pd.Series(texts, dtype="string")


def _kind(cell: Term) -> str:
    is_literal = isinstance(cell, Literal) and cell.datatype.value.startswith(_XSD)
    return cell.datatype.value.removeprefix(_XSD) if is_literal else ""  # type: ignore[union-attr]


def _dtype(kinds: set[str]) -> str:
    if kinds and kinds <= _PRECISIONS.keys():
        return "period"
    found = {_KINDS.get(kind, "string") for kind in kinds}
    if found == {"Int64", "Float64"}:
        return "Float64"
    return found.pop() if len(found) == 1 else "string"


def _period(cell: Term, pd: Any) -> Any:
    return pd.Period(_text(cell), freq=_PRECISIONS[_kind(cell)])


def _text(cell: Term) -> str:
    return str(getattr(cell, "value", cell))


_READERS: dict[str, Callable[[Term], Any]] = {
    "Int64": lambda cell: int(_text(cell)),
    "Float64": lambda cell: float(_text(cell)),
    "boolean": lambda cell: _text(cell) in {"true", "1"},
}
