"""A refusal: a request that is not answered, with the status that says whose fault it is."""

from __future__ import annotations

__all__ = ["LATER", "RefusalError"]

#: Seconds after which a client that met a busy server may ask again.
LATER = 2


class RefusalError(Exception):
    """What the client is told in place of an answer; never a path or a trace.

    :param status: HTTP status code; 503 carries ``Retry-After``.
    :param what: what went wrong, in one sentence.
    :param remedy: what the client can do about it.

    >>> refusal = RefusalError(413, "the query is longer than 65536 bytes", "make it shorter")
    >>> refusal.status, str(refusal)
    (413, 'the query is longer than 65536 bytes (make it shorter)')
    """

    def __init__(
        self, status: int, what: str, remedy: str = "", headers: dict[str, str] | None = None
    ) -> None:
        """Keep the parts; a refusal for want of means says when to come again."""
        self.status, self.what, self.remedy = status, what, remedy
        self.headers = dict(headers or {})
        if status == 503:
            self.headers.setdefault("Retry-After", str(LATER))
        super().__init__(status, what, remedy)

    def __str__(self) -> str:
        """One line: what and remedy."""
        return f"{self.what} ({self.remedy})" if self.remedy else self.what
