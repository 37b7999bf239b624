"""GraphML: the facts for yEd, Cytoscape, igraph and networkx.

Format: http://graphml.graphdrawing.org/specification.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from exports.propertygraph import Edge, Node, PropertyGraph, project
from exports.xmltext import escape

__all__ = ["render"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns
    http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"""
_EDGE_KEYS = {"predicate": "e0", "statements": "e1", "quotes": "e2"}


def _data(key: str, text: str, where: str) -> str:
    return f'      <data key="{key}">{escape(text, where)}</data>'


def _node(node: Node, keys: dict[str, str]) -> Iterator[str]:
    yield f'    <node id="{escape(node.id)}">'
    yield _data("n0", node.label, node.id)
    if node.classes:
        yield _data("n1", " ".join(node.classes), node.id)
    for name, text in node.attributes.items():
        yield _data(keys[name], text, node.id)
    yield "    </node>"


def _edge(number: int, edge: Edge) -> Iterator[str]:
    ends = f'source="{escape(edge.source)}" target="{escape(edge.target)}"'
    yield f'    <edge id="e{number}" {ends}>'
    for name, key in _EDGE_KEYS.items():
        text = getattr(edge, name)
        if text:
            yield _data(key, text, edge.source)
    yield "    </edge>"


def _keys(graph: PropertyGraph, keys: dict[str, str]) -> Iterator[str]:
    declared = [("label", "n0", "node"), ("class", "n1", "node")]
    declared += [(name, key, "node") for name, key in keys.items()]
    declared += [(name, key, "edge") for name, key in _EDGE_KEYS.items()]
    for name, key, domain in declared:
        kind = "double" if name in graph.numeric else "string"
        yield f'  <key id="{key}" for="{domain}" attr.name="{escape(name)}" attr.type="{kind}"/>'


def render(quads: Iterable[Quad]) -> str:
    """GraphML text of the plain facts in ``quads``."""
    graph = project(quads)
    keys = {name: f"n{number}" for number, name in enumerate(graph.columns, start=2)}
    lines = [_HEAD, *_keys(graph, keys), '  <graph id="onecity" edgedefault="directed">']
    for node in graph.nodes:
        lines.extend(_node(node, keys))
    for number, edge in enumerate(graph.edges):
        lines.extend(_edge(number, edge))
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])
