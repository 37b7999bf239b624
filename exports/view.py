"""View: the graph as another vocabulary tells it, by the CONSTRUCT queries in ``exports/views``.

Each query says in its first lines what it shows, in Chinese and English. What the other vocabulary
has no word for is left out: a view is for exchange, the graph itself is the record.

>>> sorted(views())
['schema', 'skgif', 'vivo']
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files

from pyoxigraph import DefaultGraph, Quad, Store

from exports import serialize
from exports.serialize import find_format
from graph.query import query
from ontology.errors import NotFoundError, OutputError

__all__ = ["construct", "render", "views"]

_TITLE = re.compile(r"# (zh|en): (.+)")
#: Formats that can hold the triples of any vocabulary.
_FORMATS = ("turtle", "ntriples", "jsonld", "rdfxml", "trig", "nquads")


@lru_cache(maxsize=1)
def views() -> dict[str, dict[str, str]]:
    """The names of the views, each with what it shows by language."""
    found = {}
    for path in files("exports.views").iterdir():
        if path.name.endswith(".rq"):
            titles = _TITLE.findall(path.read_text(encoding="utf-8"))
            found[path.name.removesuffix(".rq")] = dict(titles)
    return dict(sorted(found.items()))


def construct(store: Store, name: str) -> list[Quad]:
    """The triples of a view, in the default graph.

    :raises NotFoundError: no view of that name.
    """
    if name not in views():
        nearest = tuple(get_close_matches(name, views(), n=3, cutoff=0.4)) or tuple(views())
        raise NotFoundError(f"no view named {name!r}", nearest=nearest)
    text = files("exports.views").joinpath(f"{name}.rq").read_text(encoding="utf-8")
    return [
        Quad(subject, predicate, value, DefaultGraph())  # type: ignore[arg-type]
        for subject, predicate, value in query(store, text).rows
    ]


def render(store: Store, name: str, form: str) -> bytes:
    """A view in an RDF format.

    :raises NotFoundError: no such view or format.
    :raises OutputError: the format holds a network of ours, not any triples.
    """
    found = find_format(form)
    if found.name not in _FORMATS:
        raise OutputError(
            f"{found.name} cannot hold a view", remedy="use one of " + ", ".join(_FORMATS)
        )
    return serialize.render(construct(store, name), found.name, everything=True)
