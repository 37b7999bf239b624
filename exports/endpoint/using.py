"""Using: give every part of an update the dataset that the protocol's parameters name.

The engine takes a dataset for a query, but for an update only in its text, as ``USING`` before
``WHERE``. Where that stands is plain outside of braces; what is inside is not looked at.
https://www.w3.org/TR/sparql11-protocol/#update-dataset
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode

from exports.endpoint.refusal import RefusalError

__all__ = ["apply"]

#: Comments, addresses and strings as one token each, then what matters here.
_TOKEN = re.compile(
    r"""#[^\n\r]*|<[^<>"{}|^`\\\x00-\x20]*>"""
    r"""|\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"""
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'"""
    r"""|[A-Za-z_][\w.-]*:?|[{};]""",
    re.DOTALL,
)


def _outside(text: str) -> Iterator[tuple[str, int]]:
    """The words, braces and semicolons outside of braces, in capitals, and where they stand."""
    depth = 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        depth -= token == "}"
        if depth == 0 and (token in "{};" or token[0].isalpha()):
            yield token.upper(), match.start()
        depth += token == "{"


def apply(text: str, graphs: tuple[str, ...], named: tuple[str, ...]) -> str:
    """The update, each of whose patterns is matched in these graphs.

    :raises RefusalError: 400 when the text names a dataset itself, or a graph is no IRI.

    >>> apply("INSERT { ?s a <b:b> } WHERE { ?s a <c:c> } ; CLEAR ALL", ("g:g",), ())
    'INSERT { ?s a <b:b> } USING <g:g> WHERE { ?s a <c:c> } ; CLEAR ALL'
    >>> apply("DELETE WHERE { ?s a <c:c> }", (), ("g:g",))
    'DELETE { ?s a <c:c> } USING NAMED <g:g> WHERE { ?s a <c:c> }'
    """
    if not graphs and not named:
        return text
    try:
        clause = "".join(
            [f"USING {NamedNode(iri)} " for iri in graphs]
            + [f"USING NAMED {NamedNode(iri)} " for iri in named]
        )
    except ValueError as error:
        raise RefusalError(400, "a graph of the dataset is not an IRI") from error
    parts, done, before = [], 0, ""
    for token, start in _outside(text):
        if token in ("USING", "WITH"):
            raise RefusalError(400, f"the update has {token} and parameters that name a dataset")
        if token == "WHERE":
            pattern = _braces(text, start) if before == "DELETE" else ""
            parts += [text[done:start], pattern, clause]
            done = start
        before = token
    return "".join(parts) + text[done:]


def _braces(text: str, start: int) -> str:
    """The pattern of ``DELETE WHERE { … }``, which is its template too."""
    found = [position for token, position in _outside(text[start:]) if token in "{}"]
    return f"{text[start:][found[0] : found[1] + 1]} " if len(found) > 1 else ""
