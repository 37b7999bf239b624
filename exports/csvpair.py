"""CSV pair: ``nodes.csv`` and ``edges.csv``, which Gephi, Neo4j, pandas and Excel read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from exports.propertygraph import project
from exports.spreadsheet import BOM, neutralise

__all__ = ["render"]


def _text(rows: Iterable[Iterable[str]], spreadsheet: bool) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")  # https://www.rfc-editor.org/rfc/rfc4180
    for row in rows:
        writer.writerow([neutralise(cell) for cell in row] if spreadsheet else list(row))
    return buffer.getvalue()


def render(
    quads: Iterable[Quad], *, spreadsheet: bool = False, bom: bool = False
) -> dict[str, str]:
    """File name to text, of the plain facts in ``quads``.

    :param spreadsheet: put an apostrophe before cells that would run as formulas.
    :param bom: start each file with a byte order mark, so that Excel takes it for UTF-8.
    """
    graph = project(quads)
    columns = graph.columns

    def nodes() -> Iterator[list[str]]:
        yield ["id", "label", "class", *columns]
        for node in graph.nodes:
            cells = [node.attributes.get(column, "") for column in columns]
            yield [node.id, node.label, " ".join(node.classes), *cells]

    def edges() -> Iterator[list[str]]:
        yield ["source", "target", "type", "label", "statements", "quotes"]
        for edge in graph.edges:
            known = [edge.source, edge.target, "Directed", edge.predicate]
            yield [*known, edge.statements, edge.quotes]

    mark = BOM if spreadsheet or bom else ""
    files = {"nodes.csv": nodes(), "edges.csv": edges()}
    return {name: mark + _text(rows, spreadsheet) for name, rows in files.items()}
