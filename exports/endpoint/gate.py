"""The gate: what every request passes on its way in, and every response on its way out.

A request must name this server, so that no page elsewhere can reach it under another name; it gets
an id, which stands in the log and in the response; a response carries what keeps browsers careful.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import socket
import time
from collections.abc import Iterable
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from exports.endpoint.refusal import LATER

__all__ = ["Gate", "log"]

log = logging.getLogger("onecity.endpoint")
#: Pages have no script and take nothing from elsewhere. https://www.w3.org/TR/CSP3/
POLICY = (
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def _names(host: str) -> frozenset[str]:
    """Names under which a server that listens on ``host`` may be asked."""
    names = {"localhost", host.lower()}
    if not _is_address(host) or not ipaddress.ip_address(host).is_loopback:
        names |= {socket.gethostname().lower(), socket.getfqdn().lower()}
    return frozenset(names)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_known(header: str, names: Iterable[str]) -> bool:
    """Whether a header ``Host`` names this server: by a name of its own, or by an address.

    >>> is_known("localhost:7878", {"localhost"}), is_known("[::1]", ()), is_known("evil.org", ())
    (True, True, False)
    """
    name, colon, port = header.strip().lower().rpartition(":")
    if not colon or not port.isdecimal() or header.endswith("]"):
        name = header.strip().lower()
    plain = name.removeprefix("[").removesuffix("]")
    # an address cannot be bent to point elsewhere, a name can
    return plain in names or _is_address(plain)


class Gate:
    """Wraps the application."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        """:param host: what the server listens on."""
        self.app, self.names = app, _names(host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, unless it is meant for another."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, status, name = time.monotonic(), 0, uuid4().hex[:12]
        scope["state"]["request"] = name

        async def pass_out(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(raw=message["headers"])
                headers["X-Request-Id"] = name
                for key, value in _HEADERS.items():
                    headers.setdefault(key, value)
                if not headers["Content-Security-Policy"]:
                    del headers["Content-Security-Policy"]
                message["headers"] = headers.raw
            await send(message)

        try:
            if is_known(Headers(scope=scope).get("host", ""), self.names):
                await self.app(scope, receive, pass_out)
            else:
                refused = PlainTextResponse("This server has another name.\n", 421)
                await refused(scope, receive, pass_out)
        except asyncio.CancelledError:  # the server ends, and this ran for too long
            if status:
                raise  # half an answer breaks off
            ending = PlainTextResponse("The server ends.\n", 503, {"Retry-After": str(LATER)})
            await ending(scope, receive, pass_out)
        except Exception as error:
            log.error("%s broke off: %s: %s", name, type(error).__name__, error)
            raise
        finally:
            took = (time.monotonic() - begun) * 1000
            path = scope["path"].encode("unicode_escape").decode("ascii")[:200]
            log.info("%s %s %s %s %.0f ms", name, scope["method"], path, status or "-", took)
