"""The revision: what a curator's sheet changes in the lexicon.

What is not in the sheet stays as it is: nothing is deleted, cues are switched off. A new row that
is off is a proposal, and waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ontology.lexicon.resource import Resource, read_resources, rewrite
from ontology.lexicon.sheet import NOTES, OFF, ON, Line, shared_cells
from ontology.lexicon.usage import Usage, same

__all__ = ["Change", "Revision", "revise"]

#: Columns that say nothing of the meaning that all forms of a resource share.
_OWN = frozenset({"id", "form", "active", "file", *NOTES})
_NOTHING = Resource("", "", kinds=())
_SHARE = "all forms of one id share it: change all rows, or give this one another id"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: ``sort`` is ``added``, ``changed``, ``on`` or ``off``."""

    sort: str
    file: str
    text: str


@dataclass(slots=True)
class Revision:
    """What changes, the resources as they will be, and how many proposals wait."""

    changes: list[Change] = field(default_factory=list)
    resources: dict[str, Resource] = field(default_factory=dict)
    waiting: int = 0

    def count(self, sort: str) -> int:
        """How many changes are of that sort."""
        return sum(change.sort == sort for change in self.changes)

    def texts(self, texts: dict[str, str]) -> dict[str, str]:
        """The files that change, as they will be, given all ``texts`` as they are."""
        found = {}
        for file in sorted({resource.file for resource in self.resources.values()}):
            mine = {name: one for name, one in self.resources.items() if one.file == file}
            found[file] = rewrite(texts[file], mine.values())
            told = read_resources({file: found[file]})
            assert told == read_resources({file: texts[file]}) | mine, file
        return found


def revise(resources: dict[str, Resource], lines: Iterable[Line]) -> Revision:
    """Compare the rows of a sheet with the lexicon.

    :raises ReviewError: a row that cannot be understood, with file, row and what to do.
    """
    lines = list(lines)
    usage = Usage(resources)
    for line in lines[:1]:
        usage.check_columns(line)
    revision = Revision()
    groups = _group(resources, lines, revision)
    for name, group in groups.items():
        old = resources.get(name) or _begin(name, group, usage)
        shared = _share(old, group, usage)
        revision.changes += _say_shared(old, shared)
        new, changes = _set_forms(shared, group)
        revision.changes += changes
        if new != resources.get(name):
            revision.resources[name] = new
    changed = [
        line
        for name, group in groups.items()
        for line in group
        if line.active and not resources.get(name, _NOTHING).forms.get(line.form)
    ]
    usage.check_forms((resources | revision.resources).values(), changed)
    return revision


def _group(
    resources: dict[str, Resource], lines: Iterable[Line], revision: Revision
) -> dict[str, list[Line]]:
    """The rows of each resource; proposals are left out and counted."""
    groups: dict[str, list[Line]] = {}
    seen: dict[tuple[str, str], int] = {}
    for line in lines:
        if not line.form:
            raise line.error("the form is empty", "write the word; to switch a cue off write off")
        is_new = line.old not in resources.get(line.name, _NOTHING).forms
        if is_new and line.old not in {"", line.form}:
            if line.name in resources:
                remedy = f"for a new form of {line.name} write that as the id"
                raise line.error(f"no id {line.name + '/' + line.old!r}", remedy)
            raise line.error(
                f"the id {line.name}/{line.old} is not of the form {line.form}",
                "the part behind the second / is the form; leave it out for a new one",
            )
        if is_new and not line.active:
            revision.waiting += 1
            continue
        key = (line.name, line.form)
        if key in seen:
            raise line.error(f"{line.form} stands in row {seen[key]} too", "keep one of the two")
        seen[key] = line.number
        groups.setdefault(line.name, []).append(line)
    return groups


def _begin(name: str, group: Sequence[Line], usage: Usage) -> Resource:
    """A new resource, as yet without forms and meaning."""
    cells = {column: _only_value(column, group) for column in ("file", "kind", "meaning")}
    usage.check_new(name, cells["file"], group[0])
    if not cells["kind"] or not cells["meaning"]:
        raise usage.no_resource(name, group[0])
    return Resource(name, cells["file"], kinds=())


def _only_value(column: str, lines: Iterable[Line]) -> str:
    """What those rows say that say anything."""
    value = ""
    for line in lines:
        text = line.cell(column)
        if value and text and not same(text, value):
            raise line.error(f"{column} is {value!r} in another row of {line.name}", _SHARE)
        value = value or text
    return value


def _share(old: Resource, group: Sequence[Line], usage: Usage) -> Resource:
    """``old`` with what the rows say of kind, meaning and attributes.

    An empty cell of an old row takes something away; that of a new row says nothing.
    """
    told = [line for line in group if line.old in old.forms]
    added = [line for line in group if line.old not in old.forms]
    before, new = shared_cells(old), old
    for column in sorted({column for line in group for column in line.cells}.difference(_OWN)):
        was = before.get(column, "")
        if told:
            value = _agreed_value(column, told, was)
        else:
            value = was if old.kinds else _only_value(column, added)
        for line in added:
            if line.cell(column) and not same(line.cell(column), value):
                raise line.error(f"{column} of {old.name} is {value!r}", "leave the cell empty")
        if not same(value, was):
            where = next(line for line in group if same(line.cell(column), value))
            new = usage.put(new, column, value, where)
    for line in group:
        if line.cell("file") not in {"", old.file}:
            raise line.error(f"{old.name} is in {old.file}", f"write {old.file}")
    return new


def _agreed_value(column: str, told: Sequence[Line], was: str) -> str:
    """What all those rows say; the one that no longer says what was said is named."""
    value = told[0].cell(column)
    for line in told:
        if not same(line.cell(column), value):
            odd = line if same(value, was) else told[0]
            raise odd.error(f"{column} differs between the rows of {line.name}", _SHARE)
    return value


def _say_shared(old: Resource, new: Resource) -> list[Change]:
    one, other = shared_cells(old), shared_cells(new)
    if not old.kinds:
        says = " → ".join(filter(None, (other["kind"], other["signals"])))
        return [Change("added", new.file, f"{new.name}: {says} ({other['meaning']})")]
    return [
        Change("changed", new.file, f"{new.name}: {column}: {before or '—'} → {after or '—'}")
        for column in (*one, *(name for name in other if name not in one))
        if (before := one.get(column, "")) != (after := other.get(column, ""))
    ]


def _set_forms(resource: Resource, group: Sequence[Line]) -> tuple[Resource, list[Change]]:
    """``resource`` with the forms of the rows, and what that changes."""
    told = {line.old: line for line in group if line.old in resource.forms}
    forms: dict[str, bool] = {}
    changes = []
    for form, active in resource.forms.items():
        line = told.get(form)
        name, on = (line.form, line.active) if line else (form, active)
        if line and name != form and name in resource.forms:
            raise line.error(f"{resource.name} has {name} already", "switch one of the two off")
        forms[name] = on
        said = f"{resource.name}/{form}"
        if name != form:
            changes.append(Change("changed", resource.file, f"{said} → {name}"))
        if on != active:
            changes.append(Change(ON if on else OFF, resource.file, said))
    for line in group:
        if line.old in resource.forms:
            continue
        said = f"{resource.name}/{line.form}"
        if not forms.get(line.form):
            changes.append(Change(ON if line.form in forms else "added", resource.file, said))
        forms[line.form] = True
    return replace(resource, forms=forms), changes
