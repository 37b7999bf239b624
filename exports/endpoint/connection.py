"""A connection: HTTP/1.1 to one client, who must not keep it for nothing.

Uvicorn waits for ever for a request that was begun, and for a client to take what was written.
Here a request must have come whole within some seconds, an answer must be taken piece by piece, and
there are only so many connections.
"""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from exports.endpoint.handover import PATIENCE as TAKING
from exports.endpoint.handover import PIECE

__all__ = ["CONNECTIONS", "HEAD", "PATIENCE", "Connection"]

#: Seconds that a request has to come, connections at once, and bytes of a request's head.
PATIENCE, CONNECTIONS, HEAD = 6.0, 2048, 128 * 1024


class Connection(H11Protocol):
    """Uvicorn's connection with a clock for what comes and one for what goes."""

    _clock: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """A client comes; when there are too many, it is sent away."""
        super().connection_made(transport)
        if len(self.connections) > CONNECTIONS:
            transport.abort()
            return
        transport.set_write_buffer_limits(high=0)  # so that whatever is not taken is told
        self._wind()

    def data_received(self, data: bytes) -> None:
        """Something comes; the clock runs until the request is there."""
        super().data_received(data)
        if self.conn.their_state in (h11.IDLE, h11.SEND_BODY):
            self._wind()
        else:
            self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has left."""
        self._stop()
        self._taken()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The client does not take all; it must go on doing so, even when it has what it needs."""
        super().pause_writing()
        self._watch()

    def resume_writing(self) -> None:
        """The client has taken all."""
        super().resume_writing()
        self._taken()

    def _watch(self) -> None:
        left = self.transport.get_write_buffer_size()
        self._taking = self.loop.call_later(TAKING, self._look, left)

    def _look(self, left: int) -> None:
        if self.transport.get_write_buffer_size() > left - PIECE:
            self.transport.abort()
        else:
            self._watch()

    def _taken(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None

    def _wind(self) -> None:
        if self._clock is None and not self.transport.is_closing():
            self._clock = self.loop.call_later(PATIENCE, self.transport.abort)

    def _stop(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None
