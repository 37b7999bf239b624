"""The report: one page that says what was taken from the articles, what was not, and why."""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from exports.ledger import Ledger
from ontology.vocabulary import vocabulary

__all__ = ["render", "write"]

#: What a browser would reorder or drop is shown as a replacement sign.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

#: Longest list that the page shows; it says how many more there are.
MOST = 5000


def _read(name: str) -> str:
    return files("exports").joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = json.loads(_read("report.json"))
    return words


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode("ascii")


def _say(key: str) -> Markup:
    """A phrase in both languages; the page shows one of them."""
    zh, en = _words().get(key) or [vocabulary().label(key, lang) for lang in ("zh", "en")]
    return Markup('<span lang="zh">{}</span><span lang="en">{}</span>').format(zh, en)


def _shares(counts: Counter[str]) -> list[tuple[str, int, str]]:
    """Name, count and share in percent, the largest first."""
    whole = sum(counts.values()) or 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(name, count, f"{100 * count / whole:.1f} %") for name, count in ordered]


def _clean(value: object) -> str:
    return _UNSEEN.sub("\ufffd", str(value))


def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: value if isinstance(value, Markup) else _clean(value),
    )
    environment.globals.update(say=_say, shares=_shares)
    return environment


def render(ledger: Ledger) -> str:
    """The page as HTML text; it asks for nothing and runs only its own script.

    :param ledger: the sums and lists of a build.
    """
    style, script = _read("report.css"), _read("report.js")
    values: dict[str, Any] = {
        "ledger": ledger,
        "most": MOST,
        "totals": ledger.totals(),
        "conflicts": ledger.conflicts(),
        "undated": ledger.undated(),
        "style": Markup(style),
        "script": Markup(script),
        "style_hash": _digest(style),
        "script_hash": _digest(script),
    }
    page = _environment().from_string(_read("report.html")).render(values)
    return page if page.endswith("\n") else page + "\n"


def write(ledger: Ledger, path: Path) -> None:
    """Write :func:`render` to ``path`` as UTF-8."""
    path.write_text(render(ledger), encoding="utf-8", newline="\n")
