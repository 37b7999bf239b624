"""The handover of an answer to a client: its length first, then all of it or a broken transfer."""

from __future__ import annotations

import asyncio
import os
from typing import BinaryIO

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

__all__ = ["Handover"]

#: Bytes handed over at a time, and seconds that a client has to take them.
PIECE, PATIENCE = 64 * 1024, 15.0


class Handover(Response):
    """A response whose body is read from an open file while the client takes it.

    The header ``Content-Length`` tells how much comes: when a transfer ends early, for whatever
    reason, the client sees that.
    """

    def __init__(
        self, file: BinaryIO, content_type: str, headers: dict[str, str], status: int = 200
    ) -> None:
        """Take over the file, which is closed at the end."""
        self.file = file
        self.length = os.fstat(file.fileno()).st_size
        told = {**headers, "Content-Length": str(self.length), "Content-Type": content_type}
        super().__init__(None, status, told)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; a client that takes nothing for too long is left."""
        with self.file:
            start = {"type": "http.response.start", "status": self.status_code,
                     "headers": self.raw_headers}  # fmt: skip
            await send(start)
            left = 0 if scope["method"] == "HEAD" else self.length
            while left > 0:
                piece = self.file.read(min(PIECE, left))
                if not piece:
                    raise OSError("the file became shorter")
                left -= len(piece)
                message = {"type": "http.response.body", "body": piece, "more_body": left > 0}
                await asyncio.wait_for(send(message), PATIENCE)
            if not self.length or scope["method"] == "HEAD":
                await send({"type": "http.response.body", "body": b"", "more_body": False})
