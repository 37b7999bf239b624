"""XML text: what may stand in an XML file, and how it is written there."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape as _escape

from ontology.errors import OutputError

__all__ = ["checked", "escape"]

#: Everything outside https://www.w3.org/TR/xml/#NT-Char; no reader opens a file that has one.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def checked(text: str, where: str) -> str:
    """``text`` itself; an :class:`OutputError` naming ``where`` when XML cannot carry it."""
    found = _ILLEGAL.search(text)
    if found:
        raise OutputError(
            f"the character U+{ord(found[0]):04X} cannot stand in an XML file",
            where=where,
            remedy="export as Turtle or CSV, or remove it from the source",
        )
    return text


def escape(text: str, where: str = "") -> str:
    r"""``text`` for element content or a double-quoted attribute, line ends kept.

    >>> escape('a<b "c"\n')
    'a&lt;b &quot;c&quot;&#10;'
    """
    entities = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
    return _escape(checked(text, where), entities)
