"""Answer: what a build says to a saved question or a SPARQL text, as a table."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, Store

from exports import footnote
from exports.publish import current
from exports.wording import load_part
from graph.ask import Asked
from graph.ask import ask as understand
from graph.catalogue import Parameter, find_question, groups, search_questions
from graph.citation import cite
from graph.query import Source, Table, explain, query
from graph.show import card, render, show
from graph.store import open_store
from ontology.errors import EndpointError, InputError, QueryError

if TYPE_CHECKING:
    from graph.remote import Remote

__all__ = [
    "Reply",
    "answer_question",
    "ask",
    "cite_things",
    "describe",
    "list_questions",
    "tabulate",
]

_SUFFIXES = {".rq", ".sparql"}
#: How a query begins, after comments and prefixes: with a word that no name of a question is.
_QUERY = re.compile(
    r"(?:\s|#[^\n]*\n|(?:PREFIX|BASE)\b[^>]*>)*(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b\s*[\s{*?$<(]",
    re.IGNORECASE,
)
_HAN = re.compile(r"[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to words: what they were understood as, the table, and the SPARQL it came by."""

    asked: Asked
    lang: str
    table: Table
    sparql: str

    @property
    def command(self) -> str:
        """The command that gives the same answer."""
        given = (f"--{name} {_quote(value)}" for name, value in self.asked.values.items())
        return " ".join(("onecity query", self.asked.question.name, *given))

    @property
    def introduction(self) -> str:
        """What the words were taken for, in lines to stand above the answer."""
        says = {name: texts[self.lang] for name, texts in json.loads(load_part("ask.json")).items()}
        lines = [
            f"{says['question']}{self.asked.question.labels[self.lang]}",
            f"{says['command']}{self.command}",
        ]
        lines += [f"{says['also']}{q.labels[self.lang]} [{q.name}]" for q in self.asked.also]
        lines += [] if self.table.rows else [says["none"]]
        return "\n".join(lines)


def tabulate(
    columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], lang: str | None = None
) -> Table:
    """Rows of texts as the answer that every format can write.

    :param lang: in which the columns of saved questions have headings.
    """
    return Table("select", columns, tuple(tuple(map(Literal, row)) for row in rows), lang)


def _is_file(path: Path) -> bool:
    with suppress(OSError):  # no file can be called so
        return path.is_file()
    return False


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(
            f"the query cannot be read: {reason}", where=str(path), remedy="check the path"
        ) from error


def _source(out: Path, endpoint: str | None) -> Store | Source:
    if endpoint is None:
        return open_store(current(out))
    from graph.remote import Remote  # what speaks HTTP is loaded only where somebody wants it

    return Remote(endpoint)


def _filled(endpoint: str) -> Remote:
    """The endpoint, when a graph of onecity is what it answers from."""
    from graph.remote import Remote

    remote = Remote(endpoint)
    if remote.answer("ASK { ?statement a oc:Statement }").texts() == [("true",)]:
        return remote
    raise EndpointError(
        "answers from a default graph that holds no statement",
        where=endpoint,
        remedy="load what `onecity export nquads --all` writes; where the server keeps that in a"
        " named graph, end the URL in ?default-graph-uri=GRAPH",
    )


def _put(source: Store | Source, text: str, params: dict[str, str], where: str) -> Table:
    """Put SPARQL to a build or an endpoint; an error in it names the file it stands in."""
    text += " #" if len(text.split()) < 2 else ""  # one word would be taken for a saved question
    try:
        return query(source, text, params)
    except QueryError as error:
        place = error.where.replace("query", where, 1) or where
        raise QueryError(error.what, where=place, remedy=error.remedy) from error


def answer_question(
    out: Path,
    question: str | None,
    sparql: str | None,
    params: dict[str, str],
    lang: str = "zh",
    endpoint: str | None = None,
) -> Table:
    """The answer of the build in ``out``, or of a SPARQL endpoint.

    :param question: name of a saved question, or path of a file with SPARQL.
    :param sparql: SPARQL text, when ``question`` is None.
    :param lang: language of classes, statuses and relations in the answer to a saved question.
    :raises NotFoundError: no such question or entity; with the nearest names.
    :raises QueryError: the text does not parse, with file, line and column; or a saved question
        lacks a value.
    :raises EndpointError: the endpoint gives no whole answer.
    """
    if question is None:
        return _put(_source(out, endpoint), sparql or "", params, "--sparql")
    if _QUERY.match(question):
        raise QueryError(
            "this is SPARQL, and the name of a question is asked for",
            remedy=f"type: onecity query --sparql {shlex.quote(question)}",
        )
    path = Path(question)
    if path.suffix in _SUFFIXES or _is_file(path):
        return _put(_source(out, endpoint), _read(path), params, str(path))
    if "/" in question or "\\" in question:
        raise InputError("no such file", where=question, remedy="check the path")
    saved = find_question(question)  # so that no other word is taken for SPARQL
    source = _filled(endpoint) if endpoint else open_store(current(out))
    spoken = any(parameter.type == "language" for parameter in saved.parameters)
    given = {"lang": lang, **params} if spoken else params
    return replace(query(source, saved, given), lang=given.get("lang", lang))


def ask(out: Path, words: str, lang: str | None = None) -> Reply:
    """What the build in ``out`` answers to a question in people's own words.

    :param lang: language of the reply; by default that of the words.
    :raises NotFoundError: no saved question fits; with those that come near.
    """
    lang = lang or _language(words)
    store = open_store(current(out))
    asked = understand(store, words, lang)
    table = replace(query(store, asked.question, asked.values), lang=lang)
    return Reply(asked, lang, table, explain(store, asked.question, asked.values))


def _language(words: str) -> str:
    """English where more letters than Chinese characters are written."""
    letters = sum(char.isascii() and char.isalpha() for char in words)
    return "en" if letters > sum(map(len, _HAN.findall(words))) else "zh"


def describe(out: Path, name: str, lang: str = "zh", endpoint: str | None = None) -> str:
    """All that the build in ``out``, or an endpoint, says about one thing, as text.

    :raises NotFoundError: with the nearest names.
    :raises EndpointError: the endpoint gives no whole answer.
    """
    if endpoint is None:
        return show(current(out), name, lang)
    from graph.excerpt import take

    return render(card(take(_filled(endpoint), name), name, lang), lang)


def cite_things(
    out: Path, names: Iterable[str], style: str, lang: str, endpoint: str | None, **how: Any
) -> str:
    """Notes on all statements about these things, or on these statements, as text.

    :param how: see :func:`exports.footnote.render`.
    :raises NotFoundError: with the nearest names.
    :raises EndpointError: the endpoint gives no whole answer.
    """
    source = _filled(endpoint) if endpoint else open_store(current(out))
    found = (citation for name in names for citation in cite(source, name, lang))
    return footnote.render(dict.fromkeys(found), style, lang, **how)


def list_questions(
    _out: Path, words: tuple[str, ...] = (), group: str | None = None, lang: str = "zh"
) -> Table:
    """The saved questions that have ``words``: group, name, wording, parameters with an example.

    :raises NotFoundError: no question has them, or no group is called so.
    """
    columns = ("group", "name", "question", "parameters")
    rows = (
        (
            groups()[question.group][lang],
            question.name,
            question.labels[lang],
            " ".join(map(_shown, question.parameters)).rstrip(),
        )
        for question in search_questions(words, group)
    )
    return tabulate(columns, rows, lang)


def _shown(parameter: Parameter) -> str:
    """A parameter as it is given, with its default or an example."""
    if parameter.type == "language":
        return ""
    value = parameter.default or parameter.example or "…"
    return f"--{parameter.name} {_quote(value)}"


def _quote(value: str) -> str:
    """A value as a shell takes it; Chinese needs no quotation marks."""
    return value if re.fullmatch(r"[\w.:-]+", value) else shlex.quote(value)
