"""The terminal: where commands print what they have to say."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["write"]


def write(content: bytes | str, target: Path | None = None) -> None:
    """To the file ``target``, or to standard output; text is UTF-8 whatever the locale."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if target is not None and str(target) != "-":
        from exports.serialize import replace_file

        replace_file(target, data)
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader, such as head, has enough. Nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
