"""Blame: which statements a broken shape goes back to, so that they alone can be left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from graph.store import QUADS
from graph.terms import PREFIXES, STATEMENT
from graph.validate import Finding

__all__ = ["blame"]

_PART = re.compile(
    rf"<{re.escape(STATEMENT)}([^<>/]+)>"
    rf" <{re.escape(PREFIXES['rdf'])}(subject|predicate|object)> (.+) <[^<>]*> \.\n"
)

#: What a statement says, as N-Triples terms.
_Said = dict[str, str]


def blame(directory: Path, broken: Iterable[Finding]) -> dict[str, Finding]:
    """The ids of the statements in a build that break shapes, each with a finding.

    Empty when some finding goes back to no statement: leaving statements out would not mend it.
    """
    said = _read(directory / QUADS)
    found: dict[str, Finding] = {}
    for finding in broken:
        guilty = [key for key, parts in said.items() if _is_of(key, parts, finding)]
        if not guilty:
            return {}
        for key in guilty:
            found.setdefault(key, finding)
    return found


def _read(path: Path) -> dict[str, _Said]:
    said: dict[str, _Said] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(f"<{STATEMENT}") and (match := _PART.fullmatch(line)):
                said.setdefault(match[1], {})[match[2]] = match[3]
    return said


def _is_of(key: str, parts: _Said, finding: Finding) -> bool:
    """Is the finding about the statement itself, or about the fact that it states?"""
    node = STATEMENT + key
    if finding.focus == node or finding.focus.startswith(node + "/"):
        return True
    if f"<{finding.focus}>" != parts.get("subject"):
        return False
    if finding.path and f"<{finding.path}>" != parts.get("predicate"):
        return False
    values = (finding.value, f"<{finding.value}>")
    return not finding.value or not finding.path or parts.get("object") in values
