"""The page's data: a picture and its scenes as the JSON that the page's scripts read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from exports.lanes import in_order
from exports.layout import Scene
from exports.page_survey import describe_survey
from exports.picture import Node, Picture, Proof, link_graph, page_groups, page_words
from exports.tree import Tree
from graph.analysis.gap import SOUGHT
from graph.analysis.network import HUBS
from ontology.namespaces import NAMESPACES
from ontology.vocabulary import vocabulary

__all__ = ["BASE", "describe", "identify", "list_facts"]

#: Of IRIs that begin so the page holds only the rest.
BASE = NAMESPACES["id"]
#: Above so many facts the plain table shows the words themselves without those around them, and
#: above so many no words: who has a page that large has scripts, or the table of the exports.
_MANY, _HUGE = 600, 3000


class _Proofs:
    """Each proof once; facts refer to it by number."""

    def __init__(self, picture: Picture) -> None:
        self.articles = {article.iri: place for place, article in enumerate(picture.articles)}
        self.known: dict[Proof, int] = {}
        self.records: list[list[Any]] = []

    def numbers(self, proofs: Iterable[Proof]) -> list[int]:
        """The numbers of ``proofs``, new ones being recorded."""
        return [self._number(proof) for proof in proofs]

    def _number(self, proof: Proof) -> int:
        if proof not in self.known:
            self.known[proof] = len(self.records)
            quotes = [
                _trim([q.exact, q.start, q.end, q.prefix, q.suffix, q.role], _QUOTE)
                for q in proof.quotes
            ]
            record = [self.articles.get(proof.article, -1), quotes]
            rest = [proof.confidence, proof.speaker, proof.modality]
            self.records.append(_trim([*record, *rest], [None, None, 1.0, "", "asserted"]))
        return self.known[proof]


#: What a quote and a statement are unless said otherwise; left out at the end of a record.
_QUOTE = [None, 0, 0, "", "", "predicate"]


def _trim(record: list[Any], usual: list[Any]) -> list[Any]:
    """A record without what is usual at its end.

    >>> _trim(["words", 0, ""], [None, 0, ""]), _trim(["words", 0, "x"], [None, 0, ""])
    (['words'], ['words', 0, 'x'])
    """
    end = len(record)
    while end and record[end - 1] == usual[end - 1]:
        end -= 1
    return record[:end]


def identify(iri: str) -> str:
    """What the page calls a node: the rest of its IRI, or all of one that is not ours.

    >>> identify("https://w3id.org/onecity/id/chong-qing"), identify("urn:x")
    ('chong-qing', 'urn:x')
    """
    rest = iri.removeprefix(BASE)
    return iri if ":" in rest else rest


def describe(
    picture: Picture, tree: Tree, scenes: dict[str, dict[str, Scene]], first: dict[str, str]
) -> dict[str, Any]:
    """Everything the scripts need beside the nodes and edges that pyvis writes."""
    nodes = sorted(picture.nodes, key=lambda node: node.iri)
    index = {node.iri: place for place, node in enumerate(nodes)}
    parents = {below: iri for iri, children in tree.children.items() for below in children}
    proofs = _Proofs(picture)
    links = in_order(picture)
    words = page_words()
    return {
        "base": BASE,
        "nodes": [_node(node, tree, index, parents, proofs) for node in nodes],
        "links": [proofs.numbers(link.proofs) for link in links],
        **_claims(picture, index, proofs),
        "articles": [
            {"iri": a.iri, "title": a.title, "date": a.date, "publisher": a.publisher}
            for a in picture.articles
        ],
        "proofs": proofs.records,
        "coverage": _coverage(picture),
        **_labels(picture),
        "badges": {node.cls: node.badge for node in nodes},
        "groups": list(page_groups().values()),
        "cities": words["cities"],
        "unbuilt": words["unbuilt"],
        "words": words["ui"],
        "top": index.get(tree.top, -1),
        "zones": [index[iri] for iri in tree.zones()],
        "roots": [index[iri] for iri in tree.roots],
        "first": first,
        "scenes": {
            language: _scenes(named, index, tree, language) for language, named in scenes.items()
        },
        "start": _start(picture, tree, index),
        "hubs": [index[node.iri] for node in nodes if _is_hub(node)],
        "survey": describe_survey(picture, index),
    }


def _said(values: dict[str, str]) -> dict[str, str]:
    """What is not empty."""
    return {name: value for name, value in values.items() if value}


def _is_hub(node: Node) -> bool:
    """Whether everything is tied to it, so that a path through it says little."""
    return any(vocabulary().is_a(node.cls, hub) for hub in HUBS)


def _claims(picture: Picture, index: dict[str, int], proofs: _Proofs) -> dict[str, Any]:
    """The numbers claimed of the nodes, and the posts that persons hold."""
    return {
        "numbers": [
            {
                "node": index[n.node],
                "indicator": {"zh": n.indicator.of("zh"), "en": n.indicator.of("en")},
                "text": n.text,
                "proofs": proofs.numbers(n.proofs),
                **_said({"value": n.value, "unit": n.unit, "asOf": n.as_of}),
                **_said({"approximator": n.approximator}),
                **({} if n.modality == "asserted" else {"modality": n.modality}),
            }
            for n in picture.numbers
        ],
        "posts": [
            {
                "person": index[p.person],
                "body": index[p.body],
                "title": p.title,
                "proofs": proofs.numbers(p.proofs),
            }
            for p in picture.posts
        ],
    }


def _scenes(
    named: dict[str, Scene], index: dict[str, int], tree: Tree, language: str
) -> dict[str, Any]:
    """The scenes of one language, by the number of the node they open."""
    return {
        str(index[key]) if key in index else key: _scene(scene, index, tree, language)
        for key, scene in named.items()
    }


def _labels(picture: Picture) -> dict[str, Any]:
    """What the vocabulary calls the classes, predicates, statuses and units that occur."""
    words = vocabulary()
    predicates = {link.predicate for link in picture.links} | {"holds", "hasStatus"}
    statuses = [status.name for status in words.scheme("statuses")]
    used = {node.cls for node in picture.nodes} | predicates | set(statuses)
    used |= {*SOUGHT}
    used |= {modality.name for modality in words.scheme("modalities")}
    used |= {about.name for about in words.scheme("approximators")}
    terms = {key: {la: words.label(key, la) for la in ("zh", "en")} for key in sorted(used)}
    for unit in sorted({number.unit for number in picture.numbers}):
        found = words.find("units", unit)
        terms[f"unit:{unit}"] = found.labels if found else {"zh": unit, "en": unit}
    inverse = {
        key: {la: words.inverse_label(key, la) for la in ("zh", "en")} for key in sorted(predicates)
    }
    return {"terms": terms, "inverse": inverse, "statuses": statuses}


def _node(
    node: Node, tree: Tree, index: dict[str, int], parents: dict[str, str], proofs: _Proofs
) -> dict[str, Any]:
    record: dict[str, Any] = {"cls": node.cls, **_said({"en": node.name.en})}
    if tree.is_strong(node.iri):
        record["strong"] = True
    if node.aliases:
        record["aliases"] = list(node.aliases)
    if node.status:
        record["status"] = node.status
        record["statusProofs"] = proofs.numbers(node.status_proofs)
    if node.proofs:
        record["proofs"] = proofs.numbers(node.proofs[:3])
    if node.iri in parents:
        record["home"] = index[parents[node.iri]]
    return record


def _scene(scene: Scene, index: dict[str, int], tree: Tree, language: str) -> dict[str, Any]:
    kinds = ("card", "chip", "title", "banner")
    return {
        "w": scene.width,
        "h": scene.height,
        "cards": [
            [
                *(index[c.iri], kinds.index(c.kind), *map(_short, (c.x, c.y, c.w, c.h))),
                *_breaks(c.lines, tree.nodes[c.iri].name.of(language)),
            ]
            for c in scene.cards
        ],
        "frames": [
            [
                *(index.get(f.iri, -1), *map(_short, (f.x, f.y, f.w, f.h)), f.depth),
                *((f.label, f.counts, _short(f.count_y)) if f.label or f.counts else ()),
            ]
            for f in scene.frames
        ],
        "lanes": [
            [index[lane.source], index[lane.target], lane.links, int(lane.planned), lane.points]
            for lane in scene.lanes
        ],
    }


def _short(value: float) -> float:
    """A whole number without its point.

    >>> _short(12.0), _short(12.5)
    (12, 12.5)
    """
    return int(value) if value == int(value) else value


def _breaks(lines: tuple[str, ...], name: str) -> list[int]:
    """Where a name is broken: lengths of its lines in UTF-16 units, negative where it is cut.

    >>> _breaks(("国家绿色产", "业示范基地"), "国家绿色产业示范基地"), _breaks(("重庆",), "重庆")
    ([5, 5], [])
    """
    if lines == (" ".join(name.split()),):
        return []
    units = [len(line.encode("utf-16-le", "surrogatepass")) // 2 for line in lines]
    return [1 - u if line.endswith("…") else u for u, line in zip(units, lines, strict=True)]


def _coverage(picture: Picture) -> list[int]:
    """How many facts carry a quote, and how many there are."""
    facts = [link.proofs for link in picture.links if link.style not in {"inferred", "claim"}]
    facts += [number.proofs for number in picture.numbers] + [p.proofs for p in picture.posts]
    return [sum(any(proof.quotes for proof in proofs) for proofs in facts), len(facts)]


def _start(picture: Picture, tree: Tree, index: dict[str, int]) -> dict[str, Any]:
    """Where to look first, from the graph: hubs, plans, money, rules, ties across zones."""
    graph = link_graph(picture)
    by_rank = sorted(tree.nodes, key=lambda iri: tree.rank[iri])
    hubs = sorted(
        (iri for iri in by_rank if graph.degree(iri) > 1 and iri != tree.top),
        key=lambda iri: (-graph.degree(iri), tree.rank[iri]),
    )[:6]
    unbuilt = set(page_words()["unbuilt"])
    zones = tree.zones()
    zone_of = {below: iri for iri in zones for below in (iri, *tree.inside(iri))}
    ties = [
        place
        for place, link in enumerate(in_order(picture))
        if link.style in {"stated", "planned"}
        and zone_of.get(link.source, "") != zone_of.get(link.target, link.source)
        and link.source in zone_of
        and link.target in zone_of
    ]
    return {
        "hubs": [[index[iri], graph.degree(iri)] for iri in hubs],
        "zones": [[index[iri], len(tree.inside(iri))] for iri in zones],
        "plans": [index[iri] for iri in by_rank if tree.nodes[iri].status in unbuilt],
        "funds": [index[iri] for iri in by_rank if tree.nodes[iri].group == "finance"],
        "policies": [index[iri] for iri in by_rank if tree.nodes[iri].group == "policy"],
        "cross": ties,
    }


def list_facts(picture: Picture) -> list[tuple[str, str, str, str]]:
    """Every fact as subject, predicate, object and first quote, in Chinese, for the plain table."""
    names = {node.iri: node.name.of("zh") for node in picture.nodes}
    term = vocabulary().label
    rows: list[tuple[str, str, str, tuple[Proof, ...]]] = []
    for link in picture.links:
        if link.style in {"stated", "planned"}:
            what = term(link.predicate)
            rows.append((names[link.source], what, names[link.target], link.proofs))
    for number in picture.numbers:
        text = " · ".join(part for part in (number.text, number.as_of) if part)
        rows.append((names[number.node], number.indicator.of("zh"), text, number.proofs))
    for post in picture.posts:
        rows.append((names[post.person], post.title, names[post.body], post.proofs))
    for node in picture.nodes:
        if node.status:
            status = (term("hasStatus"), term(node.status), node.status_proofs)
            rows.append((node.name.of("zh"), *status))
    size = len(rows)
    return sorted((a, b, c, _quote(proofs, size)) for a, b, c, proofs in rows)


def _quote(proofs: Iterable[Proof], rows: int) -> str:
    for proof in proofs if rows <= _HUGE else ():
        for quote in proof.quotes:
            return quote.prefix + quote.exact + quote.suffix if rows <= _MANY else quote.exact
    return ""
