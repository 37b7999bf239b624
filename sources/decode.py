"""Decode the bytes of an article, or say clearly why they are no text."""

from __future__ import annotations

import codecs
import re

from ontology.errors import InputError
from sources.fold import fold

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of formats that people mistake for text; https://en.wikipedia.org/wiki/List_of_file_signatures
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip or Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "an RTF document",
}
# Characters that XML, and so RDF/XML and GraphML, cannot hold: https://www.w3.org/TR/xml/#charsets
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SAMPLE = 20_000
# Share of everyday signs below which a decoding is taken for a wrong guess.
_PLAUSIBLE = 0.8


def decode(raw: bytes, where: str) -> tuple[str, str]:
    """Text and encoding of ``raw``: by its byte order mark, else UTF-8, GB 18030 or Big5.

    The byte order mark is left out; nothing else is changed.

    :raises InputError: empty, binary, undecodable, or with characters that XML cannot hold.

    >>> decode("科学城".encode("gb18030"), "a.txt")
    ('科学城', 'gb18030')
    """
    text, encoding = _decoded(raw, where)
    if not text.strip():
        raise InputError("the file is empty", where=where, remedy="give an article with text")
    illegal = _ILLEGAL.search(text)
    if illegal:
        line = text.count("\n", 0, illegal.start()) + 1
        column = illegal.start() - text.rfind("\n", 0, illegal.start())
        raise InputError(
            f"control character U+{ord(illegal[0]):04X} in the text",
            where=f"{where}:{line}:{column}",
            remedy="remove it: graph formats cannot hold it",
        )
    return text, encoding


def _decoded(raw: bytes, where: str) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise _undecodable(raw, where, error.start, encoding) from None
    for signature, name in _BINARY.items():
        if raw.startswith(signature):
            raise InputError(
                f"the file is {name}, not text", where=where, remedy="save it as plain text"
            )
    if b"\0" in raw:
        raise InputError("the file is binary", where=where, remedy="give a text file")
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        position = error.start
    best = max(
        (_guess(raw, encoding) for encoding in ("gb18030", "big5hkscs")),
        key=lambda guess: guess[0],
    )
    if best[0] < _PLAUSIBLE:
        raise _undecodable(raw, where, position, "utf-8")
    return best[1], best[2]


def _guess(raw: bytes, encoding: str) -> tuple[float, str, str]:
    """How much of the text would be everyday signs, were it in this encoding."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return 0.0, "", encoding
    signs = [sign for sign in fold(text[:_SAMPLE]) if sign > "\x7f"]
    known = sum(_is_everyday(sign) for sign in signs)
    return known / len(signs) if signs else 0.0, text, encoding


def _is_everyday(sign: str) -> bool:
    """Whether it is punctuation or one of the 3,755 signs of the first level of GB 2312."""
    code = sign.encode("gb2312", "ignore")
    return bool(code) and code[0] < 0xD8


def _undecodable(raw: bytes, where: str, position: int, encoding: str) -> InputError:
    line = raw.count(b"\n", 0, position) + 1
    return InputError(
        f"byte {position} (0x{raw[position]:02X}) is no {encoding.upper()}, "
        "and the file is not in GB 18030 or Big5 either",
        where=f"{where}:{line}",
        remedy="save the file as UTF-8",
    )
