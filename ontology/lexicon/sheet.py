"""The sheet: the lexicon as rows that curators read and change, one row for each cue.

A row is a dictionary from column to text. Its ``id`` is the resource and the form,
``head/eco-city/生态城``; what all forms of a resource share stands in each of their rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from ontology.errors import NotFoundError, ReviewError
from ontology.lexicon.cue import local
from ontology.lexicon.resource import Resource
from ontology.vocabulary import vocabulary

__all__ = ["COLUMNS", "MEANINGS", "NOTES", "OFF", "ON", "Line", "lay_out", "local", "shared_cells"]

#: Columns that every sheet has, in this order; attributes such as ``pattern`` stand behind them.
COLUMNS = (
    *("id", "kind", "form", "signals", "signals_zh"),
    *("meaning", "meaning_zh", "example", "active", "file"),
)
#: Columns for the reader only, which are not read back.
NOTES = ("signals_zh", "count", "occurs", "sentence", "articles")
ON, OFF = "on", "off"
#: Columns of definitions, with their language.
MEANINGS = {"meaning": "en", "meaning_zh": "zh"}
_SWITCH = {
    **dict.fromkeys(("on", "yes", "true", "1", "开", "是"), True),
    **dict.fromkeys(("off", "no", "false", "0", "关", "否"), False),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it stands in a file, for messages."""

    file: str
    number: int
    cells: dict[str, str]

    def error(self, what: str, remedy: str) -> ReviewError:
        """An error that names this row."""
        return ReviewError(what, where=f"{self.file}:{self.number}", remedy=remedy)

    @property
    def name(self) -> str:
        """The resource that the id names, without the form."""
        return "/".join(self.cells.get("id", "").strip().split("/", 2)[:2])

    @property
    def old(self) -> str:
        """The form that the id names; empty when it names a resource only."""
        return "".join(self.cells.get("id", "").split("/", 2)[2:])

    @property
    def form(self) -> str:
        """The form, without blanks that a hand left around it."""
        form = self.cells.get("form", "")
        return form if form == self.old else form.strip()

    def cell(self, column: str) -> str:
        """What a column says, without blanks around it; several kinds in one order."""
        text = self.cells.get(column, "").strip()
        return " ".join(sorted(text.split())) if column == "kind" else text

    @property
    def active(self) -> bool:
        """Whether the cue is on.

        >>> Line("a.tsv", 2, {"active": "FALSE"}).active
        False
        """
        text = self.cells.get("active", "").strip().casefold()
        if text not in _SWITCH:
            raise self.error(f"active is {text!r}", f"write {ON} or {OFF}")
        return _SWITCH[text]


def shared_cells(resource: Resource) -> dict[str, str]:
    """The cells that all forms of a resource share."""
    return {
        "kind": " ".join(sorted(resource.kinds)),
        "signals": local(resource.signals),
        **{column: resource.meanings.get(tag, "") for column, tag in MEANINGS.items()},
        "example": resource.example,
        "file": resource.file,
        **resource.attributes,
    }


def lay_out(
    resources: Iterable[Resource], kind: str | None = None
) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """Columns and rows of the cues, in the order of the files; ``kind`` leaves out all others.

    :raises NotFoundError: no cue is of that kind; with the nearest.
    """
    resources = list(resources)
    kinds = sorted({name for resource in resources for name in resource.kinds})
    if kind is not None and kind not in kinds:
        nearest = tuple(get_close_matches(kind, kinds, n=3)) or tuple(kinds)
        raise NotFoundError(f"no kind of cue {kind!r}", nearest=nearest)
    chosen = [one for one in resources if kind is None or kind in one.kinds]
    attributes = sorted({name for resource in chosen for name in resource.attributes})
    rows = []
    for resource in chosen:
        shared = shared_cells(resource)
        label = vocabulary().label(resource.signals, "zh")
        chinese = "" if label == shared["signals"] else label
        for form, active in resource.forms.items():
            cells = {"id": f"{resource.name}/{form}", "form": form, "active": ON if active else OFF}
            rows.append(shared | cells | {"signals_zh": chinese})
    return (*COLUMNS, *attributes), rows
