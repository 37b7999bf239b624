"""The guard: what a SPARQL text may not be before the engine sees it.

Oxigraph would fetch the address of a ``SERVICE`` clause, and of a ``LOAD`` in an update, and cannot
be told not to. Whether a text has one is decided by Oxigraph's own parser: every ``service`` and
``load`` in the text, in whatever case, is spelled differently and the result is parsed over an
empty store. A keyword spelled differently does not parse; names, strings and comments still do. No
second grammar is involved that could read the text in another way.
"""

from __future__ import annotations

import re
from contextlib import suppress

from pyoxigraph import Store

from graph.terms import PREFIXES
from ontology.errors import QueryError

__all__ = ["DEEPEST", "LARGEST", "check", "check_update", "explain"]

#: Longest SPARQL text, in UTF-8 bytes.
LARGEST = 64 * 1024
#: Oxigraph's parser recurses on brackets, signs and logical operators; beyond some thousands of
#: them its stack ends and with it the process.
MOST_BRACKETS, MOST_SIGNS = 1000, 1000
#: Brackets within brackets.
DEEPEST = 128
_SIGN = re.compile(r"\|\||&&|!|\^")
_SERVICE = re.compile(r"(servic)(e)", re.IGNORECASE)
_LEAVING = re.compile(r"(?<![\w:?$-])(?:service|load)(?![\w-])", re.IGNORECASE)
_OUTWARD = re.compile(r"(servic|loa)(e|d)", re.IGNORECASE)
_KEYWORD = re.compile(r"(?<![\w:?$-])service(?![\w-])", re.IGNORECASE)
#: Comments, addresses and strings, in which a bracket is a sign like others; then the brackets.
_BRACKET = re.compile(
    r"""#[^\n\r]*|<[^<>"{}|^`\\\x00-\x20]*>|\"\"\".*?\"\"\"|'''.*?'''"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|([(\[{])|([)\]}])""",
    re.DOTALL,
)
#: What stands before an update; the engine takes it in front of the first part only.
_SPACE = r"(?:[ \t\r\n]|#[^\r\n]*[\r\n])*"
_PROLOGUE = re.compile(
    rf"{_SPACE}(?:(?:BASE|PREFIX{_SPACE}[^\s:<]*:){_SPACE}<[^<>]*>{_SPACE})*", re.IGNORECASE
)
#: A first part that fails: nothing of the others is carried out.
_NOTHING = "DROP GRAPH <urn:onecity:nowhere> ; "
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
    _measure(text)
    if _is_hidden(text, _SERVICE):
        raise _refusal()
    if _SERVICE.search(text):
        _parse_respelled(text)


def check_update(text: str, base: str | None = None) -> None:
    """The same for an update: it may neither ask elsewhere nor fetch.

    Nothing of it is carried out: the engine parses all of an update first, and the part that is
    put before it fails.

    >>> check_update("INSERT DATA { <a:a> rdfs:label 'LOAD <x:x>' }")
    >>> check_update("CLEAR ALL ; LOAD <file:///etc/hosts>")
    Traceback (most recent call last):
    ontology.errors.QueryError: LOAD and SERVICE are refused: an update never leaves this build
    (insert the data itself)
    """
    _measure(text)
    respelled = _OUTWARD.sub(_respell, text)
    refusal = QueryError(
        "LOAD and SERVICE are refused: an update never leaves this build",
        remedy="insert the data itself",
    )
    if _is_hidden(text, _OUTWARD):
        raise refusal
    prologue = _PROLOGUE.match(respelled)
    start = prologue.end() if prologue else 0
    try:
        _try_update(respelled[:start] + _NOTHING + respelled[start:], base)
    except SyntaxError as error:
        if _LEAVING.search(text):
            raise refusal from error
        raise _locate(respelled, base, error) from error


def _try_update(text: str, base: str | None) -> None:
    with suppress(OSError, ValueError, RuntimeError):
        Store().update(text, base_iri=base, prefixes=PREFIXES)


def _locate(respelled: str, base: str | None, error: SyntaxError) -> QueryError:
    """The complaint about the text as it was given, which does not parse either."""
    try:
        _try_update(respelled, base)
    except SyntaxError as plain:
        error = plain
    return explain(respelled, error, "give a SPARQL update")


def _measure(text: str) -> None:
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        raise QueryError(f"the query is longer than {LARGEST} bytes", remedy="make it shorter")
    if sum(map(text.count, "([{")) > MOST_BRACKETS:
        raise QueryError(f"the query has more than {MOST_BRACKETS} opening brackets")
    if _depth(text) > DEEPEST:
        raise QueryError(f"the query has more than {DEEPEST} brackets within brackets")
    if len(_SIGN.findall(text)) > MOST_SIGNS:
        raise QueryError(f"the query has more than {MOST_SIGNS} logical signs")


def _depth(text: str) -> int:
    """How deep its brackets stand; those of a wrong text count too.

    >>> _depth("ASK { FILTER((1)) }  # (((("), _depth("ASK { FILTER('((((' = '')")
    (3, 2)
    """
    depth = deepest = 0
    for match in _BRACKET.finditer(text):
        depth += bool(match[1]) - bool(match[2])
        deepest = max(deepest, depth)
    return deepest


def _is_hidden(text: str, word: re.Pattern[str]) -> bool:
    """Whether escapes spell the word, which no honest query needs."""
    decoded = _ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), text)
    return len(word.findall(decoded)) != len(word.findall(text))


def _respell(match: re.Match[str]) -> str:
    return str(match[1]) + ("X" if match[2].isupper() else "x")


def _parse_respelled(text: str) -> None:
    respelled = _SERVICE.sub(_respell, text)
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


def explain(
    text: str,
    error: SyntaxError,
    remedy: str = "give a SELECT, ASK, CONSTRUCT or DESCRIBE query",
) -> QueryError:
    """The engine's complaint with the line and column and the place itself.

    >>> print(explain("SELECT * {\\n ?s ?p }", SyntaxError("error at 2:9: expected [_]")))
    query:2:9: the SPARQL text does not parse after "?s ?p }": expected [_]
    (give a SELECT, ASK, CONSTRUCT or DESCRIBE query)
    """
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
