"""Serialize: a dataset in every exchange format, byte for byte the same each time.

Formats with named graphs (TriG, N-Quads, JSON-LD) hold everything; the others hold the plain
facts, and with ``everything=True`` the triples of all graphs in one. With ``everything=True`` the
first have every triple once more, in their default graph: SPARQL servers answer from that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple
from pyoxigraph import serialize as _serialize

from exports import csvpair, gexf, graphml, turtle
from exports.prefixes import prefixes_of
from exports.selection import canonical, facts
from exports.xmltext import checked
from ontology.errors import NotFoundError, OutputError

__all__ = ["FORMATS", "Format", "export", "find_format", "render", "replace_file", "write_triples"]

_Quads = Iterable[Quad]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write the graph: name in the command, file ending, one line of help."""

    name: str
    extension: str
    help: str
    render: Callable[[list[Quad], bool], bytes | dict[str, bytes]]


def _prefixes(quads: _Quads) -> dict[str, str]:
    terms = (term for q in quads for term in (q.subject, q.predicate, q.object))
    return prefixes_of(term.value for term in terms if isinstance(term, NamedNode))


def _triples(quads: list[Quad], everything: bool) -> list[Triple]:
    chosen = quads if everything else facts(quads)
    return [q.triple for q in canonical(Quad(*q.triple) for q in canonical(chosen))]


def _serialized(statements: Iterable[Triple] | _Quads, form: RdfFormat, names: _Quads) -> bytes:
    """Bytes of the engine, with the prefixes in our order: the engine's own differs by run."""
    prefixes = _prefixes(names)
    data = _serialize(statements, format=form, prefixes=prefixes) or b""
    if form == RdfFormat.JSON_LD:
        return (json.dumps(json.loads(data), ensure_ascii=False, indent=1) + "\n").encode()
    if form == RdfFormat.RDF_XML:
        declared = re.search(rb"<rdf:RDF( [^>]*)>", data)
        if declared is None:
            return data
        ordered = b"".join(b" " + part for part in sorted(declared[1].split()))
        return data[: declared.start(1)] + ordered + data[declared.end(1) :]
    lines = data.splitlines(keepends=True)
    rank = {b"@prefix %s:" % name.encode(): place for place, name in enumerate(prefixes)}
    count = sum(line.startswith(b"@prefix ") for line in lines)
    head = sorted(lines[:count], key=lambda line: rank[line[: line.index(b":") + 1]])
    return b"".join(head + lines[count:])


def _as_triples(form: RdfFormat) -> Callable[[list[Quad], bool], bytes]:
    def write(quads: list[Quad], everything: bool) -> bytes:
        triples = _triples(quads, everything)
        if form == RdfFormat.RDF_XML:
            for triple in triples:
                if isinstance(triple.object, Literal):
                    checked(triple.object.value, str(triple.subject))
        return write_triples(triples, form)

    return write


def write_triples(triples: Iterable[Triple], form: RdfFormat) -> bytes:
    """Triples in the order given, with our prefixes."""
    listed = list(triples)
    return _serialized(listed, form, [Quad(*triple) for triple in listed])


def _as_quads(form: RdfFormat) -> Callable[[list[Quad], bool], bytes]:
    def write(quads: list[Quad], everything: bool) -> bytes:
        union = [Quad(*quad.triple) for quad in quads] if everything else []
        ordered = canonical([*quads, *union])
        return _serialized(ordered, form, ordered)

    return write


def _turtle(quads: list[Quad], everything: bool) -> bytes:
    if everything:
        return _as_triples(RdfFormat.TURTLE)(quads, True)
    return turtle.render(quads).encode()


def _csv(spreadsheet: bool) -> Callable[[list[Quad], bool], dict[str, bytes]]:
    def write(quads: list[Quad], _everything: bool) -> dict[str, bytes]:
        files = csvpair.render(quads, spreadsheet=spreadsheet)
        return {name: text.encode() for name, text in files.items()}

    return write


FORMATS = {
    form.name: form
    for form in (
        Format("turtle", "ttl", "plain facts, ordered for reading", _turtle),
        Format("trig", "trig", "all named graphs, with evidence", _as_quads(RdfFormat.TRIG)),
        Format("ntriples", "nt", "one fact a line", _as_triples(RdfFormat.N_TRIPLES)),
        Format("nquads", "nq", "all named graphs, one line each", _as_quads(RdfFormat.N_QUADS)),
        Format("jsonld", "jsonld", "all named graphs as JSON", _as_quads(RdfFormat.JSON_LD)),
        Format("rdfxml", "rdf", "plain facts as RDF/XML", _as_triples(RdfFormat.RDF_XML)),
        Format("graphml", "graphml", "network: yEd, Cytoscape, networkx",
               lambda quads, _everything: graphml.render(quads).encode()),
        Format("gexf", "gexf", "network: Gephi",
               lambda quads, _everything: gexf.render(quads).encode()),
        Format("csv", "", "nodes.csv and edges.csv in a folder", _csv(False)),
        Format("spreadsheet", "", "the same, safe to open in Excel", _csv(True)),
    )
}  # fmt: skip


def find_format(name: str) -> Format:
    """The format of that name or file ending; a :class:`NotFoundError` offers the nearest."""
    by_name = {form.extension: form for form in FORMATS.values() if form.extension} | FORMATS
    if name in by_name:
        return by_name[name]
    nearest = tuple(get_close_matches(name, by_name, n=3, cutoff=0.4)) or tuple(FORMATS)
    raise NotFoundError(f"no export format named {name!r}", nearest=nearest)


def replace_file(path: Path, content: bytes) -> None:
    """Write ``content`` beside ``path`` and move it there: the old file or the new, no half."""
    draft = path.with_name(f".{path.name}.partial")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise OutputError(
            f"cannot be written: {error.strerror}", where=str(path), remedy="choose another --to"
        ) from error


def render(quads: _Quads, name: str, *, everything: bool = False) -> bytes:
    """``quads`` in format ``name``, where that is one file.

    :raises NotFoundError: no such format. :raises OutputError: the format is several files.
    """
    content = find_format(name).render(list(quads), everything)
    if not isinstance(content, bytes):
        raise OutputError(f"{name} is several files", remedy="give --to FOLDER")
    return content


def export(quads: _Quads, name: str, path: Path, *, everything: bool = False) -> list[Path]:
    """Write ``quads`` in format ``name`` to the file ``path``, or for CSV into that folder.

    :returns: the files written.
    :raises NotFoundError: no such format. :raises OutputError: ``path`` cannot be written.
    """
    content = find_format(name).render(list(quads), everything)
    if isinstance(content, bytes):
        replace_file(path, content)
        return [path]
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError("is not a folder", where=str(path), remedy="give --to FOLDER") from error
    for file_name, data in content.items():
        replace_file(path / file_name, data)
    return [path / file_name for file_name in content]
