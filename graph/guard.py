"""The guard: what a SPARQL text may not be before the engine sees it.

Oxigraph would fetch the address of a ``SERVICE`` clause and cannot be told not to. Whether a text
has such a clause is decided by Oxigraph's own parser: every ``service`` in the text, in whatever
case, is spelled differently and the result is parsed over an empty store. A keyword spelled
differently does not parse; names, strings and comments still do. No second grammar is involved
that could read the text in another way.
"""

from __future__ import annotations

import re

from pyoxigraph import Store

from graph.terms import PREFIXES
from ontology.errors import QueryError

__all__ = ["LARGEST", "check", "explain"]

#: Longest SPARQL text, in UTF-8 bytes.
LARGEST = 64 * 1024
#: Oxigraph's parser recurses on brackets, signs and logical operators; beyond some thousands of
#: them its stack ends and with it the process.
MOST_BRACKETS, MOST_SIGNS = 1000, 1000
_SIGN = re.compile(r"\|\||&&|!|\^")
_SERVICE = re.compile(r"(servic)(e)", re.IGNORECASE)
_KEYWORD = re.compile(r"(?<![\w:?$-])service(?![\w-])", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
#: What follows a token that the engine expected, and how many of them a person is told.
_NEXT, _MOST_TOKENS = ", ", 3
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def check(text: str) -> None:
    """Let a text through that is small, flat and stays in the store.

    :raises QueryError: saying which limit it breaks.

    >>> check("SELECT * { ?s a oc:ServicePlatform }  # in-service platforms")
    >>> check("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    ontology.errors.QueryError: SERVICE is refused: a query never leaves this build
    (ask for data that is in the build)
    """
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        raise QueryError(f"the query is longer than {LARGEST} bytes", remedy="make it shorter")
    if sum(map(text.count, "([{")) > MOST_BRACKETS:
        raise QueryError(f"the query has more than {MOST_BRACKETS} opening brackets")
    if len(_SIGN.findall(text)) > MOST_SIGNS:
        raise QueryError(f"the query has more than {MOST_SIGNS} logical signs")
    decoded = _ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), text)
    if len(_SERVICE.findall(decoded)) != len(_SERVICE.findall(text)):
        raise _refusal()
    if _SERVICE.search(text):
        _parse_respelled(text)


def _parse_respelled(text: str) -> None:
    respelled = _SERVICE.sub(lambda match: match[1] + ("X" if match[2] == "E" else "x"), text)
    try:
        Store().query(respelled, prefixes=PREFIXES)
    except SyntaxError as error:
        raise (_refusal() if _KEYWORD.search(text) else explain(text, error)) from error
    except (OSError, ValueError, RuntimeError):
        return  # it parsed; that it cannot be evaluated will be said for the real store


def _refusal() -> QueryError:
    return QueryError(
        "SERVICE is refused: a query never leaves this build",
        remedy="ask for data that is in the build",
    )


def explain(text: str, error: SyntaxError) -> QueryError:
    """The engine's complaint with the line and column and the place itself.

    >>> print(explain("SELECT * {\\n ?s ?p }", SyntaxError("error at 2:9: expected [_]")))
    query:2:9: the SPARQL text does not parse after "?s ?p }": expected [_]
    (give a SELECT, ASK, CONSTRUCT or DESCRIBE query)
    """
    remedy = "give a SELECT, ASK, CONSTRUCT or DESCRIBE query"
    match = _POSITION.search(str(error))
    if match is None:
        what = f"the SPARQL text does not parse: {_brief(str(error))}"
        return QueryError(what, where="query", remedy=remedy)
    line, column = int(match[1]), int(match[2])
    lines = text.split("\n")
    before = lines[line - 1][: column - 1].strip() if line <= len(lines) else ""
    place = f' after "{before[-40:]}"' if before else ""
    return QueryError(
        f"the SPARQL text does not parse{place}: {_brief(match[3])}",
        where=f"query:{line}:{column}",
        remedy=remedy,
    )


def _brief(complaint: str) -> str:
    """The first line of a complaint, with the first few of the tokens it lists.

    >>> _brief("expected one of LATERAL, SERVICE, ['_'], ['0'..='9' |\\n'a'..='f'], [':']")
    "expected one of LATERAL, SERVICE, ['_'], …"
    """
    tokens = complaint.partition("\n")[0].split(_NEXT)
    return _NEXT.join([*tokens[:_MOST_TOKENS], "…"] if len(tokens) > _MOST_TOKENS else tokens)
