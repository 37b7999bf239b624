"""Alignment: how our terms relate to those of other vocabularies, and the axioms made of it.

The table ``mappings.sssom.tsv`` is the one home of mappings, in SSSOM
(https://mapping-commons.github.io/sssom/): subject, predicate, object and the reason. ``python -m
ontology.alignment`` writes ``alignments.ttl`` from it, which the ontology imports.

>>> [m.object for m in read_mappings() if m.subject == "oc:Laboratory"]
['vivo:Laboratory', 'wd:Q483242']
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from ontology.errors import InputError
from ontology.namespaces import OC

__all__ = ["Mapping", "expand", "read_curies", "read_mappings", "write_axioms"]

_TABLE, _AXIOMS = "mappings.sssom.tsv", "alignments.ttl"
#: What the object of an axiom must be declared as, so that the ontology stays in OWL 2 DL.
_DECLARED = {"rdfs:subClassOf": "owl:Class", "rdfs:subPropertyOf": "owl:ObjectProperty"}


@dataclass(frozen=True, slots=True, order=True)
class Mapping:
    """One row: CURIEs of ours, of the mapping relation, and of the other term; and why."""

    subject: str
    predicate: str
    object: str
    label: str
    reason: str


@lru_cache(maxsize=1)
def _parts() -> tuple[list[str], list[str]]:
    """The lines of the metadata block, without their mark, and those of the table."""
    lines = files("ontology").joinpath(_TABLE).read_text(encoding="utf-8").splitlines()
    block = [line.removeprefix("#") for line in lines if line.startswith("#")]
    return block, lines[len(block) :]


@lru_cache(maxsize=1)
def read_curies() -> dict[str, str]:
    """The prefixes of the table, from its metadata block.

    >>> read_curies()["oc"] == OC
    True
    """
    block, _ = _parts()
    start = block.index("curie_map:") + 1
    pairs = (line.strip().split(": ", 1) for line in block[start:] if line.startswith("  "))
    return {prefix: space.strip('"') for prefix, space in pairs}


def expand(curie: str) -> str:
    """The IRI of a CURIE of the table.

    :raises InputError: when the metadata block does not know the prefix.
    """
    prefix, _, local = curie.partition(":")
    if prefix not in read_curies():
        raise InputError(f"no prefix {prefix!r}", where=_TABLE, remedy="add it to curie_map")
    return read_curies()[prefix] + local


@lru_cache(maxsize=1)
def read_mappings() -> tuple[Mapping, ...]:
    """All mappings, in the order of the table."""
    _, table = _parts()
    return tuple(
        Mapping(
            row["subject_id"],
            row["predicate_id"],
            row["object_id"],
            row["object_label"],
            row["comment"],
        )
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
    )


def write_axioms(header: str) -> str:
    """Turtle: ``header``, what the objects of axioms are, then each subject with its mappings."""
    mappings = sorted(read_mappings())
    curies = [curie for m in mappings for curie in (m.subject, m.predicate, m.object)]
    used = {curie.partition(":")[0] for curie in curies}
    spaces = read_curies()
    prefixes = [f"@prefix {name}: <{spaces[name]}> ." for name in sorted(used | {"owl"})]
    kinds = {m.object: _DECLARED[m.predicate] for m in mappings if m.predicate in _DECLARED}
    declared = [f"{name} a {kind} ." for name, kind in sorted(kinds.items())]
    subjects: dict[str, list[str]] = {}
    for mapping in mappings:
        subjects.setdefault(mapping.subject, []).append(f"{mapping.predicate} {mapping.object}")
    axioms = [f"{name}\n    " + " ;\n    ".join(pairs) + " .\n" for name, pairs in subjects.items()]
    return "\n".join([*prefixes, "", header.strip(), "", *declared, "", *axioms])


def _header() -> str:
    """The part of the axioms file that is kept: from the ontology to its last statement."""
    text = files("ontology").joinpath(_AXIOMS).read_text(encoding="utf-8")
    start = text.index(f"<{OC.removesuffix('#')}/alignments>")
    return text[start : text.index(" .\n", start) + 2]


if __name__ == "__main__":
    Path(str(files("ontology").joinpath(_AXIOMS))).write_text(
        write_axioms(_header()), encoding="utf-8"
    )
