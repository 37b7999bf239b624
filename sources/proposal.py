"""Proposals: words that the lexicon lacks, told by what annotators and curators found.

A proposal is a row of the lexicon's sheet (:mod:`ontology.lexicon.sheet`) that is off. Nothing here
changes the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ontology.lexicon.cue import local
from ontology.lexicon.resource import Resource, read_files, read_resources
from ontology.lexicon.sheet import NOTES, OFF
from ontology.vocabulary import vocabulary
from sources.extract import extract
from sources.fold import fold
from sources.sample import Sample
from sources.sighting import Seen, Word, see

__all__ = ["PROPOSED", "propose"]

#: Columns of the rows.
PROPOSED = (
    *("id", "kind", "form", "signals", "agent", "pattern", "status"),
    *("meaning", "example", "active", "file"),
    *NOTES,
)
_ORDER = {"Trigger": 0, "HeadNoun": 1, "KnownName": 2}


def propose(samples: Iterable[Sample]) -> list[dict[str, str]]:
    """Rows for the words that triggers, head nouns and known names lack; often seen ones first.

    ``count`` says in how many pairs of things, names or articles a word was seen; ``occurs`` how
    often the texts have it at all, so that everyday words stand out. What signals nothing that
    could be told is left out when it was seen once; so is what a curator has switched off.
    """
    seen = Seen()
    shadows = []
    for sample in samples:
        shadows.append(fold(sample.document.text))
        see(sample, extract(sample.document, learned=False).statements, seen)
    resources = read_resources(read_files()).values()
    words = _lacking(seen, resources)
    text = "\n".join(shadows)
    occurs = {word: text.count(word.form) for word in words}
    words.sort(
        key=lambda word: (
            *(_ORDER[word.kind], -len(seen.names[word]), occurs[word]),
            *(word.form, word.signals, word.usage),
        )
    )
    rows = []
    for word in words:
        label = vocabulary().label(word.signals or word.status, "zh") if word.is_told else ""
        told = {"active": OFF, "occurs": str(occurs[word]), "signals_zh": label}
        rows.append(_place(word, seen.row(word) | told, resources))
    examples: dict[str, str] = {}
    for row in rows:
        if "example" in row:  # all words of a new id share one
            row["example"] = examples.setdefault(row["id"], row["example"])
    return rows


def _lacking(seen: Seen, resources: Iterable[Resource]) -> list[Word]:
    """The words seen, without those that tell too little and those that are switched off."""
    refused = {
        (kind, form, local(resource.signals), resource.attributes.get("status", ""))
        for resource in resources
        for kind in resource.kinds
        for form, active in resource.forms.items()
        if not active
    }
    return [
        word
        for word, names in seen.names.items()
        if (word.is_told or len(names) > 1)
        and (word.kind, word.form, word.signals, word.status) not in refused
    ]


def _place(word: Word, row: dict[str, str], resources: Iterable[Resource]) -> dict[str, str]:
    """The row with the id of the resource that means the same, or of one to be made."""
    peers = [one for one in resources if word.kind in one.kinds]
    alike = [one for one in peers if word.is_told and _means(one, word)]
    if alike:
        home = max(alike, key=lambda one: (len(one.forms), one.name))
        return {**row, "id": home.name, "file": home.file}
    row = {**row, "file": peers[0].file}
    if not word.is_told:
        return row
    space = peers[0].name.split("/")[0]
    told = "-".join(filter(None, (word.signals, *word.usage)))
    name = f"{space}/" + re.sub(r"(?<=[a-z])(?=[A-Z])", "-", told).lower()
    while any(name == one.name for one in resources):  # taken by another meaning
        name += "-more"
    return {
        **row,
        "id": name,
        "meaning": vocabulary().label(word.signals or word.status, "en"),
        "example": row["sentence"],
    }


def _means(resource: Resource, word: Word) -> bool:
    told = resource.attributes
    usage = tuple(told.get(name, "") for name in ("agent", "pattern", "status"))
    return local(resource.signals) == word.signals and usage == word.usage
