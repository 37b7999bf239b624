"""A validator: the tag by which a client that has an answer already is told that it still holds.

https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests
"""

from __future__ import annotations

from hashlib import sha256

__all__ = ["holds", "make_tag"]


def make_tag(*parts: str) -> str:
    """The tag of what ``parts`` say in full: whatever changes the answer is one of them.

    >>> make_tag("build", "text/html") == make_tag("build", "text/html")
    True
    >>> make_tag("a", "bc") == make_tag("ab", "c")
    False
    """
    digest = sha256("\0".join(parts).encode()).hexdigest()
    return f'"{digest[:32]}"'


def holds(known: str, tag: str) -> bool:
    """Whether the tag is among those that a client knows.

    :param known: its header ``If-None-Match``; empty when it knows none.

    >>> holds('"a", W/"b"', '"b"'), holds("", '"b"')
    (True, False)
    """
    return tag in [one.strip().removeprefix("W/") for one in known.split(",")]
