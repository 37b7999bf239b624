"""An operation: what a request asks for, by the SPARQL 1.1 Protocol.

https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from typing import Literal as Choice
from urllib.parse import parse_qsl

from exports.endpoint.refusal import RefusalError
from graph.guard import LARGEST

__all__ = [
    "FIELDS",
    "LARGEST_BODY",
    "Fields",
    "Operation",
    "read_body",
    "read_fields",
    "read_operation",
]

#: Bytes of a request's body, and fields of a form or an address.
LARGEST_BODY, FIELDS = 1024 * 1024, 20
_FORM = "application/x-www-form-urlencoded"
_KINDS: dict[str, Choice["query", "update"]] = {
    "application/sparql-query": "query",
    "application/sparql-update": "update",
}
#: The parameters that name the dataset, default graph first.
_GRAPHS = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}
Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update; ``graphs`` and ``named`` are empty where the dataset is the store's."""

    kind: Choice["query", "update"]
    text: str
    graphs: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def read_fields(text: bytes | str) -> Fields:
    """The fields of a form or of the part of an address behind ``?``.

    :raises RefusalError: 400 when it is no UTF-8, or has too many.

    >>> read_fields(b"query=ASK%20%7B%7D&default-graph-uri=a:b")
    [('query', 'ASK {}'), ('default-graph-uri', 'a:b')]
    """
    try:
        plain = text if isinstance(text, str) else text.decode("utf-8")
        return parse_qsl(plain, keep_blank_values=True, errors="strict", max_num_fields=FIELDS)
    except UnicodeDecodeError as error:
        raise RefusalError(400, "a field is not UTF-8") from error
    except ValueError as error:
        raise RefusalError(400, f"there are more than {FIELDS} fields") from error


async def read_body(stream: AsyncIterator[bytes], announced: str) -> bytes:
    """The body of a request, when it is not too large.

    :param announced: its header ``Content-Length``, if any.
    :raises RefusalError: 413.
    """
    refusal = RefusalError(413, f"the body is larger than {LARGEST_BODY} bytes", headers={
        "Connection": "close",
    })  # fmt: skip
    if announced.isdecimal() and int(announced[:12]) > LARGEST_BODY:
        raise refusal
    body = bytearray()
    async for piece in stream:
        body += piece
        if len(body) > LARGEST_BODY:
            raise refusal
    return bytes(body)


def read_operation(
    method: str, address: Fields, content_type: str = "", body: bytes = b""
) -> Operation | None:
    """The operation of a request; None when it asks only what there is to ask.

    :param address: fields of the address; of a form, those of the body count too.
    :raises RefusalError: 400, 405, 413 or 415, as the protocol wants it.

    >>> read_operation("GET", [("query", "ASK {}"), ("named-graph-uri", "a:b")])
    Operation(kind='query', text='ASK {}', graphs=(), named=('a:b',))
    """
    if method in ("GET", "HEAD"):
        if _all(address, "update"):
            raise RefusalError(405, "an update is sent by POST", headers={"Allow": "POST"})
        if not _all(address, "query"):
            return None
        return _operation("query", address)
    if method != "POST":
        raise RefusalError(405, "ask by GET or POST", headers={"Allow": "GET, HEAD, POST"})
    media, _, parameters = content_type.partition(";")
    media = media.strip().lower()
    if media == _FORM:
        return _read_form(address, body)
    if media not in _KINDS:
        raise RefusalError(
            415,
            "the body has no type that is understood",
            "send " + ", ".join((_FORM, *_KINDS)),
        )
    _check_charset(parameters)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusalError(400, "the body is not UTF-8") from error
    kind = _KINDS[media]
    if _all(address, "query") or _all(address, "update"):
        raise RefusalError(400, f"there is more than one {kind}", "send it in the body alone")
    return _operation(kind, [*address, (kind, text)])


def _read_form(address: Fields, body: bytes) -> Operation:
    fields = [*address, *read_fields(body)]
    kinds = [kind for kind in _GRAPHS if _all(fields, kind)]
    if len(kinds) != 1:
        raise RefusalError(400, "the form has no query and no update, or both", "send one of them")
    if _all(address, "update"):
        raise RefusalError(400, "an update stands in the body, not in the address")
    return _operation(_KINDS[f"application/sparql-{kinds[0]}"], fields)


def _check_charset(parameters: str) -> None:
    for parameter in parameters.lower().split(";"):
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip().strip('"') not in ("utf-8", "utf8"):
            raise RefusalError(415, "the body is not UTF-8", "send UTF-8")


def _all(fields: Iterable[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(value for key, value in fields if key == name)


def _operation(kind: Choice["query", "update"], fields: Fields) -> Operation:
    texts = _all(fields, kind)
    if len(texts) != 1:
        raise RefusalError(400, f"there is more than one {kind}", "send one")
    if len(texts[0].encode("utf-8", "surrogatepass")) > LARGEST:
        raise RefusalError(413, f"the {kind} is longer than {LARGEST} bytes", "make it shorter")
    graphs, named = (_all(fields, name) for name in _GRAPHS[kind])
    return Operation(kind, texts[0], graphs, named)
