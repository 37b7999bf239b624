"""Spreadsheet safety: cells that a spreadsheet would run as a formula are made plain text.

See https://owasp.org/www-community/attacks/CSV_Injection and CWE-1236.
"""

from __future__ import annotations

import re

__all__ = ["BOM", "neutralise"]

#: Tells Excel that a CSV file is UTF-8.
BOM = "\ufeff"
_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def neutralise(cell: str) -> str:
    """``cell`` with an apostrophe in front when it would be taken for a formula.

    >>> neutralise("=1+1"), neutralise("-5"), neutralise("重庆")
    ("'=1+1", '-5', '重庆')
    """
    if cell.startswith(_STARTS) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell
