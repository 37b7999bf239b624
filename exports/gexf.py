"""GEXF 1.3: the facts for Gephi.

Format: https://gexf.net/1.3/gexf.xsd
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from exports.propertygraph import Edge, Node, PropertyGraph, project
from exports.xmltext import escape

__all__ = ["render"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>onecity</creator>
  </meta>
  <graph mode="static" defaultedgetype="directed">"""
_EDGE_COLUMNS = ("predicate", "statements", "quotes")


def _value(column: int, text: str, where: str) -> str:
    return f'          <attvalue for="{column}" value="{escape(text, where)}"/>'


def _element(opening: str, values: list[str], name: str) -> Iterator[str]:
    if not values:
        yield f"      {opening}/>"
        return
    yield f"      {opening}>"
    yield "        <attvalues>"
    yield from values
    yield "        </attvalues>"
    yield f"      </{name}>"


def _node(node: Node, columns: dict[str, int]) -> Iterator[str]:
    values = [_value(0, " ".join(node.classes), node.id)] if node.classes else []
    values += [_value(columns[name], text, node.id) for name, text in node.attributes.items()]
    opening = f'<node id="{escape(node.id)}" label="{escape(node.label, node.id)}"'
    yield from _element(opening, values, "node")


def _edge(number: int, edge: Edge) -> Iterator[str]:
    texts = [getattr(edge, name) for name in _EDGE_COLUMNS]
    values = [_value(i, text, edge.source) for i, text in enumerate(texts) if text]
    ends = f'source="{escape(edge.source)}" target="{escape(edge.target)}"'
    opening = f'<edge id="{number}" {ends} label="{escape(edge.predicate)}"'
    yield from _element(opening, values, "edge")


def _attributes(graph: PropertyGraph, columns: dict[str, int]) -> Iterator[str]:
    yield '    <attributes class="node">'
    yield '      <attribute id="0" title="class" type="string"/>'
    for name, column in columns.items():
        kind = "double" if name in graph.numeric else "string"
        yield f'      <attribute id="{column}" title="{escape(name)}" type="{kind}"/>'
    yield "    </attributes>"
    yield '    <attributes class="edge">'
    for column, name in enumerate(_EDGE_COLUMNS):
        yield f'      <attribute id="{column}" title="{name}" type="string"/>'
    yield "    </attributes>"


def render(quads: Iterable[Quad]) -> str:
    """GEXF text of the plain facts in ``quads``."""
    graph = project(quads)
    columns = {name: column for column, name in enumerate(graph.columns, start=1)}
    lines = [_HEAD, *_attributes(graph, columns), "    <nodes>"]
    for node in graph.nodes:
        lines.extend(_node(node, columns))
    lines += ["    </nodes>", "    <edges>"]
    for number, edge in enumerate(graph.edges):
        lines.extend(_edge(number, edge))
    return "\n".join([*lines, "    </edges>", "  </graph>", "</gexf>", ""])
