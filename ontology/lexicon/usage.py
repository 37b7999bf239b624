"""Usage: what a curator may write in a sheet, by what lexicon and vocabulary hold now."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from ontology.errors import ReviewError
from ontology.lexicon.cue import local
from ontology.lexicon.resource import Resource
from ontology.lexicon.sheet import COLUMNS, MEANINGS, NOTES, Line
from ontology.namespaces import OC
from ontology.vocabulary import vocabulary

__all__ = ["Usage", "same"]

_NAME = re.compile(r"[a-z][a-z-]*/[a-z][a-z0-9-]*")
#: Attribute values of this form are names that rules ask for, not words or numbers.
_CODE = re.compile(r"[a-z][A-Za-z-]*")
_TRUTH = frozenset({"true", "false"})


def same(one: str, other: str) -> bool:
    """Is it the same cell, also when a spreadsheet wrote the number or the truth its own way?

    >>> same("0.7", "0.70"), same("TRUE", "true"), same("1", "2")
    (True, True, False)
    """
    if one == other:
        return True
    if one.casefold() in _TRUTH:
        return one.casefold() == other.casefold()
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False


class Usage:
    """The names, kinds, signals and attribute values that are in use."""

    def __init__(self, resources: dict[str, Resource]) -> None:
        """Gather them from all ``resources``."""
        self._names = tuple(resources)
        self._spaces: dict[str, set[str]] = {}
        self._signals: dict[str, set[str]] = {}
        self._values: dict[str, set[str]] = {}
        for resource in resources.values():
            self._spaces.setdefault(resource.file, set()).add(resource.name.split("/")[0])
            for name, value in resource.attributes.items():
                self._values.setdefault(name, set()).add(value)
            for kind in resource.kinds:
                self._signals.setdefault(kind, set()).update(filter(None, [resource.signals]))
        places = stands(resources.values())
        self._ambiguous = {kind for (kind, _), names in places.items() if len(names) > 1}

    def check_columns(self, line: Line) -> None:
        """Are all columns known, and those without which no row can be understood there?"""
        for column in ("id", "form", "active"):
            if column not in line.cells:
                raise line.error(f"no column {column!r}", "keep the columns as they were exported")
        known = {*COLUMNS, *NOTES, *self._values}
        for column in line.cells:
            if column not in known:
                raise line.error(f"unknown column {column!r}", _nearest(column, known))

    def put(self, resource: Resource, column: str, value: str, line: Line) -> Resource:
        """``resource`` with ``value`` in ``column``, once it is known to be understood.

        :raises ReviewError: an unknown kind, class, relation, unit or attribute value.
        """
        if column == "kind":
            return replace(resource, kinds=self._kinds(value, line))
        if column == "signals":
            return replace(resource, signals=self._signal(value, resource.kinds, line))
        if column in MEANINGS:
            meanings = {**resource.meanings, MEANINGS[column]: value}
            return replace(resource, meanings={tag: text for tag, text in meanings.items() if text})
        if column == "example":
            return replace(resource, example=value)
        told = {**resource.attributes, column: self._value(column, value, line)}
        return replace(resource, attributes={name: text for name, text in told.items() if text})

    def _kinds(self, value: str, line: Line) -> tuple[str, ...]:
        for kind in value.split():
            if kind not in self._signals:
                raise line.error(f"unknown kind {kind!r}", _nearest(kind, self._signals))
        if not value:
            raise line.error("the kind is empty", "write what the word is, such as HeadNoun")
        return tuple(value.split())

    def _signal(self, value: str, kinds: tuple[str, ...], line: Line) -> str:
        """The IRI of a local name, among those of the sort that the kind signals."""
        if not value:
            return ""
        words = vocabulary()
        used = {iri for kind in kinds for iri in self._signals[kind]}
        if not used:
            raise line.error(f"{' '.join(kinds)} signals nothing", "leave the cell empty")
        known = {local(iri): iri for iri in sorted(used)}
        what = "signal"
        for sort, names in (("class", words.classes), ("relation", words.relations)):
            if used & {OC + name for name in names}:
                what, known = sort, known | {name: OC + name for name in names}
        units = {unit.code: unit.iri for unit in words.scheme("units")}
        if known.keys() & units.keys():
            what, known = "unit", units | known
        if value not in known:
            raise line.error(f"unknown {what} {value!r}", _nearest(value, known))
        return known[value]

    def _value(self, column: str, value: str, line: Line) -> str:
        value = value.casefold() if value.casefold() in _TRUTH else value
        used = self._values[column]
        if value and value not in used and all(map(_CODE.fullmatch, used)):
            raise line.error(f"unknown {column} {value!r}", _nearest(value, used))
        return value

    def check_forms(self, resources: Iterable[Resource], lines: Iterable[Line]) -> None:
        """Of most kinds a word can have one meaning only: the second would be lost in silence."""
        resources = tuple(resources)
        kinds = {resource.name: resource.kinds for resource in resources}
        places = stands(resources)
        for line in lines:
            for kind in kinds[line.name]:
                others = [n for n in places.get((kind, line.form), ()) if n != line.name]
                if line.active and others and kind not in self._ambiguous:
                    raise line.error(
                        f"{line.form} is a {kind} in {others[0]} too",
                        f"switch one of the two off; that is {others[0]}/{line.form}",
                    )

    def check_new(self, name: str, file: str, line: Line) -> None:
        """Can a new resource have this name, in this file?"""
        if not _NAME.fullmatch(name) or not file:
            raise self.no_resource(name, line)
        if file not in self._spaces:
            raise line.error(f"no lexicon file {file!r}", _nearest(file, self._spaces))
        if name.split("/")[0] not in self._spaces[file]:
            start = min(self._spaces[file])
            raise line.error(f"{name} does not belong into {file}", f"begin the id with {start}/")

    def no_resource(self, name: str, line: Line) -> ReviewError:
        """The error about a row whose id names nothing."""
        if not name:
            return line.error("the id is empty", "write that of a row that means the same")
        make = "or give a new id its file, kind and meaning"
        return line.error(f"no id {name!r}", f"{_nearest(name, self._names)}; {make}")


def stands(resources: Iterable[Resource]) -> dict[tuple[str, str], list[str]]:
    """Where each active form of each kind stands: names of resources."""
    found: dict[tuple[str, str], list[str]] = {}
    for resource in resources:
        for form in (form for form, active in resource.forms.items() if active):
            for kind in resource.kinds:
                found.setdefault((kind, form), []).append(resource.name)
    return found


def _nearest(name: str, known: Iterable[str]) -> str:
    known = sorted(known)
    return "nearest: " + ", ".join(get_close_matches(name, known, n=3, cutoff=0.5) or known[:3])
