"""The courier: carries a SPARQL request to a server and brings the whole answer back, or says why.

It goes where the user said and nowhere else: a redirect to another host is refused, and a name
and password (from ``~/.netrc``) only travel encrypted, or within this machine.
"""

from __future__ import annotations

import json
import netrc
import re
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit, urlunsplit

from urllib3 import BaseHTTPResponse, PoolManager, Timeout, make_headers
from urllib3.exceptions import (
    DecodeError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as Late

from ontology.errors import EndpointError

__all__ = ["Reply", "send"]

#: Longest answer that is read, in bytes.
LARGEST = 512 * 1024 * 1024
_PIECE = 64 * 1024
_MOST_REDIRECTS = 5
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_SMALLER = "ask for less, with LIMIT or a narrower question"
_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer: ``framed`` when the protocol itself tells that nothing of it is missing."""

    url: str
    body: bytes
    headers: Mapping[str, str]
    framed: bool


def send(url: str, text: str, accept: tuple[str, ...], timeout: float) -> Reply:
    """Put a query to the endpoint at ``url`` (https://www.w3.org/TR/sparql11-protocol/).

    :param accept: the media types that are understood.
    :param timeout: seconds that connecting and the whole answer may take.
    :raises EndpointError: with the URL, for everything that is not a whole answer of such a type.
    """
    place, fields = _address(url)
    body = urlencode([*fields, ("query", text)]).encode()
    deadline = time.monotonic() + timeout
    with PoolManager(retries=False) as pool:
        try:
            for _ in range(_MOST_REDIRECTS):
                response = pool.request(
                    "POST", place, body=body, headers=_headers(place, accept), redirect=False,
                    preload_content=False, timeout=Timeout(connect=timeout, read=timeout),
                )  # fmt: skip
                with closing(response):
                    if response.status not in _REDIRECTS:
                        return _received(place, response, accept, deadline)
                place = _redirected(place, response.headers.get("Location", ""))
        except HTTPError as error:
            raise _explained(place, error, timeout) from error
    raise EndpointError("redirects without end", where=place, remedy="check the URL")


def _address(url: str) -> tuple[str, list[tuple[str, str]]]:
    """The URL without its parameters, which go into the body, such as ``default-graph-uri``."""
    try:
        parts = urlsplit(urldefrag(url).url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host:
        raise EndpointError("is no address of a SPARQL endpoint", where=url,
                            remedy="give one such as http://localhost:7878/query")  # fmt: skip
    if "@" in parts.netloc:
        shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        raise EndpointError("a password does not belong in a URL", where=shown,
                            remedy=f"put it into ~/.netrc for machine {host}")  # fmt: skip
    return urlunsplit(parts._replace(query="")), parse_qsl(parts.query, keep_blank_values=True)


def _headers(url: str, accept: tuple[str, ...]) -> dict[str, str]:
    headers = {
        "Accept": ", ".join(accept),
        "Content-Type": "application/x-www-form-urlencoded",
        "User-Agent": "onecity",
        **make_headers(accept_encoding=True),
    }
    parts = urlsplit(url)
    if parts.scheme == "https" or parts.hostname in _LOOPBACK:
        headers |= _credentials(parts.hostname or "")
    return headers


def _credentials(host: str) -> dict[str, str]:
    try:
        found = netrc.netrc().authenticators(host)
    except FileNotFoundError:
        return {}
    except (OSError, netrc.NetrcParseError) as error:
        raise EndpointError(f"~/.netrc cannot be read: {error}", where=host) from error
    return make_headers(basic_auth=f"{found[0]}:{found[2]}") if found else {}


def _redirected(url: str, location: str) -> str:
    target = urljoin(url, location)
    old, new = urlsplit(url), urlsplit(target)
    same = (old.scheme, old.port) == (new.scheme, new.port)
    upgraded = (old.scheme, new.scheme) == ("http", "https") and old.port is None is new.port
    if new.hostname == old.hostname and (same or upgraded):
        return target
    raise EndpointError(
        f"redirects to another server, {target}, which was not asked and got no password",
        where=url,
        remedy="give that URL if you trust it",
    )


def _received(
    url: str, response: BaseHTTPResponse, accept: tuple[str, ...], deadline: float
) -> Reply:
    pieces, size = [], 0
    while piece := response.read1(_PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise EndpointError(f"answers with more than {LARGEST} bytes", where=url,
                                remedy=_SMALLER)  # fmt: skip
        if time.monotonic() > deadline:
            raise EndpointError("did not finish its answer in time", where=url, remedy=_SMALLER)
    body = b"".join(pieces)
    if response.status != 200:
        raise _refused(url, response, body)
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in {choice.partition(";")[0] for choice in accept}:
        what = f"answers with {kind or 'no media type'} instead of {accept[0]}"
        page = kind in {"text/html", "application/xhtml+xml"}
        remedy = "it is a web page, perhaps to log in: " if page else ""
        raise EndpointError(what, where=url, remedy=remedy + "give the URL of the SPARQL endpoint")
    chunked = "chunked" in response.headers.get("Transfer-Encoding", "").lower()
    framed = chunked or "Content-Length" in response.headers
    return Reply(url, body, response.headers, framed)


def _refused(url: str, response: BaseHTTPResponse, body: bytes) -> EndpointError:
    """What a status other than 200 says, and what to do about it."""
    status, host = response.status, urlsplit(url).hostname
    wait = response.headers.get("Retry-After", "")
    later = f"in {wait} seconds" if wait.isdigit() else f"after {wait}" if wait else "later"
    what, remedy = {
        400: ("does not accept the query", "change the query"),
        401: ("asks who you are",
              f"put name and password into ~/.netrc for machine {host}; they go over https only"),
        403: ("does not let you ask", "ask its operator for access"),
        404: ("has no SPARQL endpoint", "check the URL"),
        405: ("has no SPARQL endpoint", "check the URL"),
        429: ("has been asked too often", f"ask again {later}"),
        503: ("is too busy", f"ask again {later}"),
        504: ("stopped the query at its own time limit", _SMALLER),
    }.get(status, ("fails" if status >= 500 else "refuses", "tell its operator"))  # fmt: skip
    told = _message(response.headers.get("Content-Type", ""), body)
    return EndpointError(f"{what} (HTTP {status}{told})", where=url, remedy=remedy)


def _message(kind: str, body: bytes) -> str:
    """The first line of what a server says of its refusal; nothing of a page or a long text."""
    text = body[:2000].decode("utf-8", "replace").strip()
    if "html" in kind or text.startswith("<"):
        return ""
    if "json" in kind:
        try:
            found = json.loads(body)
            text = str(found.get("message", "")) if isinstance(found, dict) else ""
        except ValueError:
            text = ""
    line = re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text.partition("\n")[0]).strip()
    return f": {line[:200]}" if line else ""


def _explained(url: str, error: HTTPError, timeout: float) -> EndpointError:
    if isinstance(error, Late) and not isinstance(error, NewConnectionError):
        return EndpointError(f"does not answer within {timeout:g} seconds", where=url,
                             remedy=_SMALLER)  # fmt: skip
    if isinstance(error, SSLError):
        return EndpointError(f"has no certificate that can be trusted: {error}", where=url,
                             remedy="check the URL, or tell its operator")  # fmt: skip
    if isinstance(error, ProtocolError | DecodeError):
        return EndpointError("breaks off in the middle of its answer", where=url,
                             remedy="ask again; nothing of it was used")  # fmt: skip
    return EndpointError("cannot be reached", where=url,
                         remedy="check the URL and that the server runs")  # fmt: skip
