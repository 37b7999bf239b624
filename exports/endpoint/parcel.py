"""A parcel: an answer on its way from a worker to a client, whole or not at all.

A small one is kept in memory, a larger one goes to a file, and one that is too large is given up:
an answer is never cut. Its length is known before the first byte leaves the house, so a client
notices when a transfer breaks.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

from exports.endpoint.refusal import RefusalError

__all__ = ["LARGEST", "SMALL", "Parcel"]

#: Bytes that are kept in memory, and bytes of the largest answer.
SMALL, LARGEST = 256 * 1024, 64 * 1024 * 1024
#: What no XML document can hold: https://www.w3.org/TR/xml/#charsets, as UTF-8.
_NO_XML = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]"
    rb"|&#0*(?:[0-8]?|1[124-9]|2[0-9]|3[01]);|&#x0*(?:[0-8bcef]?|1[0-9a-f]);",
    re.IGNORECASE,
)
#: Bytes of a write that are looked at again with the next, so that nothing hides in between.
_SEAM = 12


class Parcel:
    """Takes what a serializer writes.

    :param path: the file that a large answer goes to; it must not be there.
    :param xml: whether characters that XML cannot hold are refused.

    >>> parcel = Parcel(Path("never-written"))
    >>> parcel.write(b"a,b")
    3
    >>> parcel.seal(), parcel.length
    (b'a,b', 3)
    """

    def __init__(self, path: Path, *, xml: bool = False, largest: int = LARGEST) -> None:
        """An empty parcel."""
        self.path, self.xml, self.largest = path, xml, largest
        self.length = 0
        self.refusal: RefusalError | None = None
        self._parts: list[bytes] = []
        self._seam = b""
        self._file: BinaryIO | None = None

    def write(self, data: bytes) -> int:
        """Take more of the answer.

        :raises RefusalError: 413 when it grows too large, 406 when XML cannot hold it.
        """
        self.length += len(data)
        if self.length > self.largest:
            self._refuse(
                413,
                f"the answer is larger than {self.largest >> 20} MiB",
                "add LIMIT or ask for less; onecity export writes the whole graph",
            )
        if self.xml:
            if _NO_XML.search(self._seam + data):
                self._refuse(406, "a text in the answer cannot stand in XML", "ask for JSON")
            self._seam = (self._seam + data)[-_SEAM:]
        if self._file is None and self.length > SMALL:
            self._file = self.path.open("xb")
            self._file.writelines(self._parts)
            self._parts.clear()
        if self._file is None:
            self._parts.append(bytes(data))
        else:
            self._file.write(data)
        return len(data)

    def _refuse(self, status: int, what: str, remedy: str) -> None:
        # kept as well as raised: the engine may wrap what is raised through it
        self.refusal = RefusalError(status, what, remedy)
        raise self.refusal

    def flush(self) -> None:
        """Nothing waits here: :meth:`seal` ends the writing."""

    def seal(self) -> bytes | None:
        """The whole answer; None when it lies in the file, which is complete now."""
        if self._file is None:
            return b"".join(self._parts)
        self._file.close()
        return None

    def drop(self) -> None:
        """Forget an answer that was given up."""
        self._parts.clear()
        if self._file is not None:
            self._file.close()
            self.path.unlink(missing_ok=True)
