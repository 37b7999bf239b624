"""The network page: one HTML file that opens anywhere, draws at once and asks nobody.

pyvis builds nodes, edges and options and fills our template through its own hooks; its bundled
vis-network is in-lined. Physics is off: :mod:`exports.layout` has placed everything before.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import asdict
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader
from markupsafe import Markup
from pyvis.network import Network  # type: ignore[import-untyped]

from exports.drawing import sketch
from exports.lanes import in_order
from exports.layout import Scene, arrange
from exports.page_data import describe, identify, list_facts
from exports.picture import Picture, page_groups, page_words
from exports.tree import Tree, grow_tree
from ontology.errors import OutputError

__all__ = ["draw", "write"]

#: Scripts in the order in which they are joined; each may import from those before it.
SCRIPTS = (
    "data.js",
    "state.js",
    "paint.js",
    "plot.js",
    "map.js",
    "quotes.js",
    "entry.js",
    "start.js",
    "time.js",
    "panel.js",
    "search.js",
    "filters.js",
    "outline.js",
    "table.js",
    "focus.js",
    "matrix.js",
    "gaps.js",
    "paths.js",
    "compare.js",
    "main.js",
)
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_IMPORT = re.compile(r'^import (\{.*?\}) from "\./(\w+)\.js";$', re.MULTILINE)
_REMARK = re.compile(r"^// @ts-check\n|/\*\*.*?\*/ ?", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export ((?:async )?(?:const|function) (\w+))", re.MULTILINE)
_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "selectable": False,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": False},
        "tooltipDelay": 100000,
    },
    "nodes": {"shape": "custom", "physics": False, "fixed": True, "chosen": False},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.16},
        "chosen": False,
        "selectionWidth": 0,
    },
}


def draw(picture: Picture) -> str:
    """The page as text. The same picture gives the same bytes.

    :param picture: nodes, links, numbers, posts and articles to show.
    """
    tree = grow_tree(picture)
    scenes = {language: arrange(picture, language, tree) for language in ("zh", "en")}
    first = {language: _first_scene(scenes[language], language) for language in scenes}
    network = _build_network(picture, scenes["zh"][first["zh"]])
    environment, vis = _template_engine(network)
    words = page_words()
    code, style = _join_scripts(), _read("page.css") + _colours()
    environment.globals["oc"] = {
        "words": words["ui"]["zh"],
        "data": describe(picture, tree, scenes, first),
        "vis": Markup(vis),
        "code": Markup(code),
        "style": Markup(style),
        "script_hashes": [_digest(vis), _digest(code)],
        "style_hash": _digest(style),
        "drawings": {
            language: sketch(scenes[language][first[language]], tree, language)
            for language in ("zh", "en")
        },
        "facts": list_facts(picture),
        **_headline(picture, tree, words["ui"]["zh"]),
    }
    html: str = network.generate_html()
    return re.sub("[\ud800-\udfff]", "\ufffd", html)


def write(picture: Picture, path: Path) -> None:
    """Write the page to ``path`` as UTF-8, making its folder when missing.

    :raises OutputError: when the folder or file cannot be written.
    """
    page = draw(picture)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.encode("utf-8"))
    except OSError as error:
        raise OutputError(
            f"cannot write the network page: {error.strerror}",
            where=str(path),
            remedy="choose a folder that exists and can be written",
        ) from error


def _first_scene(scenes: dict[str, Scene], language: str) -> str:
    """Everything at once where that can be read, else the overview."""
    everything = scenes.get("all")
    return "all" if everything and everything.reads_at_once(language) else "overview"


class _Ids(list[str]):
    """A list that answers ``in`` from a set: pyvis asks twice per edge."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[object] = set()

    def append(self, item: str) -> None:
        self._known.add(item)
        super().append(item)

    def __contains__(self, item: object) -> bool:
        return item in self._known


def _build_network(picture: Picture, scene: Scene) -> Any:
    """The pyvis network: nodes with their first places, edges with stable ids."""
    network = Network(directed=True, cdn_resources="in_line")
    network.node_ids = _Ids()
    network.options = _OPTIONS
    places = {card.iri: card for card in scene.cards}
    for node in sorted(picture.nodes, key=lambda n: n.iri):
        extra: dict[str, Any] = {}
        if card := places.get(node.iri):
            extra = {"x": round(card.x + card.w / 2, 1), "y": round(card.y + card.h / 2, 1)}
        network.add_node(
            identify(node.iri), label=node.name.zh or " ", shape="custom", group=node.group, **extra
        )
    for link in in_order(picture):
        style = {} if link.style == "stated" else {"style": link.style}
        ends = identify(link.source), identify(link.target)
        network.add_edge(*ends, predicate=link.predicate, **style)
    for edge in network.edges:
        del edge["arrows"]  # The options have it for all.
    return network


def _template_engine(network: Any) -> tuple[Environment, str]:
    """Our template beside pyvis's own, with escaping on; and the text of vis-network."""
    bundled = FileSystemLoader(network.template_dir, encoding="utf-8")
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("exports", "page", encoding="utf-8"), bundled]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["script"] = to_script
    network.templateEnv, network.path = environment, "network.html"
    source = bundled.get_source(environment, _VIS)[0].replace("\r\n", "\n")
    return environment, re.sub(r"\n?//# sourceMappingURL=\S*\s*$", "\n", source)


def to_script(value: Any) -> Markup:
    r"""JSON that is safe inside a script element; text is taken to be JSON already.

    >>> print(to_script({"a": "</script>"}))
    {"a":"\u003c/script\u003e"}
    """
    text = value
    if not isinstance(value, str):
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def _read(name: str) -> str:
    return files("exports").joinpath("page", name).read_text(encoding="utf-8")


def _join_scripts() -> str:
    """Our modules as one script, each in a scope of its own, in the order of :data:`SCRIPTS`.

    What is written for those who work on them, and for the checker of types, stays behind.
    """
    parts = ['"use strict";']
    for name in SCRIPTS:
        text = _REMARK.sub("", _read(name))
        exports = ", ".join(found[1] for found in _EXPORT.findall(text))
        text = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = \2$;", text))
        parts.append(f"const {name[:-3]}$ = (() => {{\n{text}return {{ {exports} }};\n}})();")
    body = "\n".join(parts)
    return f"(() => {{\n{body}\n}})();\n"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _colours() -> str:
    """CSS variables and drawing classes of every group, light and dark."""
    groups = page_groups()
    rules = []
    for theme, selector in (("light", ":root"), ("dark", ':root[data-theme="dark"]')):
        values = "".join(
            f"--{name}-fill:{group[theme][0]};--{name}-edge:{group[theme][1]};"
            for name, group in groups.items()
        )
        rules.append(f"{selector}{{{values}}}")
    light = rules[0].removeprefix(":root")
    for name in groups:
        fill, edge = f"var(--{name}-fill)", f"var(--{name}-edge)"
        rules += [
            f".g-{name}{{fill:{fill};stroke:{edge}}}.t-{name}{{fill:{edge}}}",
            f".g-{name}-strong{{fill:{edge};stroke:{edge}}}.t-{name}-strong{{fill:{fill}}}",
            f".b-{name}{{background:{edge};color:var(--badge-ink);fill:{edge}}}",
        ]
    rules.append(f"@media print{{:root,:root[data-theme]{light}}}")
    return "\n".join(rules) + "\n"


def _headline(picture: Picture, tree: Tree, words: dict[str, str]) -> dict[str, str]:
    """Title and scope for the page as it stands before any script has run."""
    place = tree.nodes[tree.top].name.zh if tree.top else ""
    title = words["title"].format_map({"place": place}) if place else words["title.none"]
    dates = sorted(article.date for article in picture.articles if article.date) or ["–"]
    if len(picture.articles) == 1:
        articles = words["scope.one"].format_map(asdict(picture.articles[0]))
    else:
        count = {"count": len(picture.articles), "from": dates[0], "to": dates[-1]}
        articles = words["scope.many"].format_map(count)
    told = sum(link.style in {"stated", "planned"} for link in picture.links)
    counts = {"nodes": len(picture.nodes), "links": told}
    counts |= {"numbers": len(picture.numbers), "posts": len(picture.posts)}
    return {"title": title, "scope": words["scope"].format_map({"articles": articles, **counts})}
