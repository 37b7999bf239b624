"""The page's data: a picture and its scenes as the JSON that the page's scripts read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from exports.layout import Scene
from exports.picture import Node, Picture, Proof, link_graph, page_groups, page_words
from exports.tree import Tree
from ontology.vocabulary import vocabulary

__all__ = ["describe", "list_facts"]


class _Proofs:
    """Each proof once; facts refer to it by number."""

    def __init__(self, picture: Picture) -> None:
        self.articles = {article.iri: place for place, article in enumerate(picture.articles)}
        self.known: dict[Proof, int] = {}
        self.records: list[dict[str, Any]] = []

    def numbers(self, proofs: Iterable[Proof]) -> list[int]:
        """The numbers of ``proofs``, new ones being recorded."""
        return [self._number(proof) for proof in proofs]

    def _number(self, proof: Proof) -> int:
        if proof not in self.known:
            self.known[proof] = len(self.records)
            self.records.append(
                {
                    "article": self.articles.get(proof.article, -1),
                    "speaker": proof.speaker,
                    "confidence": proof.confidence,
                    "modality": proof.modality,
                    "quotes": [
                        [q.role, q.prefix, q.exact, q.suffix, q.start, q.end] for q in proof.quotes
                    ],
                }
            )
        return self.known[proof]


def describe(
    picture: Picture, tree: Tree, scenes: dict[str, dict[str, Scene]], first: dict[str, str]
) -> dict[str, Any]:
    """Everything the scripts need beside the nodes and edges that pyvis writes."""
    nodes = sorted(picture.nodes, key=lambda node: node.iri)
    index = {node.iri: place for place, node in enumerate(nodes)}
    parents = {below: iri for iri, children in tree.children.items() for below in children}
    proofs = _Proofs(picture)
    links = sorted(picture.links, key=lambda li: (li.source, li.target, li.predicate, li.style))
    words = page_words()
    return {
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
        "groups": list(page_groups().values()),
        "cities": words["cities"],
        "unbuilt": words["unbuilt"],
        "words": words["ui"],
        "top": index.get(tree.top, -1),
        "zones": [index[iri] for iri in tree.zones()],
        "roots": [index[iri] for iri in tree.roots],
        "first": first,
        "scenes": {language: _scenes(named, index) for language, named in scenes.items()},
        "start": _start(picture, tree, index),
    }


def _claims(picture: Picture, index: dict[str, int], proofs: _Proofs) -> dict[str, Any]:
    """The numbers claimed of the nodes, and the posts that persons hold."""
    return {
        "numbers": [
            {
                "node": index[n.node],
                "indicator": {"zh": n.indicator.of("zh"), "en": n.indicator.of("en")},
                "text": n.text,
                "value": n.value,
                "unit": n.unit,
                "asOf": n.as_of,
                "approximator": n.approximator,
                "modality": n.modality,
                "proofs": proofs.numbers(n.proofs),
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


def _scenes(named: dict[str, Scene], index: dict[str, int]) -> dict[str, Any]:
    """The scenes of one language, by the number of the node they open."""
    return {
        str(index[key]) if key in index else key: _scene(scene, index)
        for key, scene in named.items()
    }


def _labels(picture: Picture) -> dict[str, Any]:
    """What the vocabulary calls the classes, predicates, statuses and units that occur."""
    words = vocabulary()
    predicates = {link.predicate for link in picture.links} | {"holds", "hasStatus"}
    statuses = [status.name for status in words.scheme("statuses")]
    used = {node.cls for node in picture.nodes} | predicates | set(statuses)
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
    record: dict[str, Any] = {"en": node.name.en, "cls": node.cls, "badge": node.badge}
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


def _scene(scene: Scene, index: dict[str, int]) -> dict[str, Any]:
    return {
        "w": scene.width,
        "h": scene.height,
        "cards": [[index[c.iri], c.kind, c.x, c.y, c.w, c.h, list(c.lines)] for c in scene.cards],
        "frames": [
            [index.get(f.iri, -1), f.x, f.y, f.w, f.h, f.depth, f.label, f.counts, f.count_y]
            for f in scene.frames
        ],
    }


def _coverage(picture: Picture) -> list[int]:
    """How many facts carry a quote, and how many there are."""
    facts = [link.proofs for link in picture.links if link.style not in {"inferred", "claim"}]
    facts += [number.proofs for number in picture.numbers] + [p.proofs for p in picture.posts]
    return [sum(any(proof.quotes for proof in proofs) for proofs in facts), len(facts)]


def _start(picture: Picture, tree: Tree, index: dict[str, int]) -> dict[str, Any]:
    """Where to look first, from the graph: hubs, plans, money, rules, ties, what is not said."""
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
        for place, link in enumerate(
            sorted(picture.links, key=lambda li: (li.source, li.target, li.predicate, li.style))
        )
        if link.style in {"stated", "planned"}
        and zone_of.get(link.source, "") != zone_of.get(link.target, link.source)
        and link.source in zone_of
        and link.target in zone_of
    ]
    gaps = _gaps(tree, index)
    return {
        "hubs": [[index[iri], graph.degree(iri)] for iri in hubs],
        "zones": [[index[iri], len(tree.inside(iri))] for iri in zones],
        "plans": [index[iri] for iri in by_rank if tree.nodes[iri].status in unbuilt],
        "funds": [index[iri] for iri in by_rank if tree.nodes[iri].group == "finance"],
        "policies": [index[iri] for iri in by_rank if tree.nodes[iri].group == "policy"],
        "cross": ties,
        "gaps": {wanted: found for wanted, found in gaps.items() if found},
    }


def _gaps(tree: Tree, index: dict[str, int]) -> dict[str, list[int]]:
    """Places that the text says nothing of one kind about."""
    zones = tree.zones()
    groups = {iri: {tree.nodes[i].group for i in tree.inside(iri)} for iri in zones}
    places = {name for name, group in page_groups().items() if group["place"]}
    return {
        wanted: [
            index[iri]
            for iri in zones
            if tree.nodes[iri].group in places and wanted not in groups[iri]
        ]
        for wanted in ("platform", "academia", "finance", "policy")
    }


def list_facts(picture: Picture) -> list[tuple[str, str, str, str]]:
    """Every fact as subject, predicate, object and first quote, in Chinese, for the plain table."""
    names = {node.iri: node.name.of("zh") for node in picture.nodes}
    term = vocabulary().label
    rows: list[tuple[str, str, str, str]] = []
    for link in picture.links:
        if link.style in {"stated", "planned"}:
            target = names[link.target]
            rows.append((names[link.source], term(link.predicate), target, _quote(link.proofs)))
    for number in picture.numbers:
        text = " · ".join(part for part in (number.text, number.as_of) if part)
        rows.append((names[number.node], number.indicator.of("zh"), text, _quote(number.proofs)))
    for post in picture.posts:
        rows.append((names[post.person], post.title, names[post.body], _quote(post.proofs)))
    for node in picture.nodes:
        if node.status:
            rows.append(
                (
                    node.name.of("zh"),
                    term("hasStatus"),
                    term(node.status),
                    _quote(node.status_proofs),
                )
            )
    return sorted(rows)


def _quote(proofs: Iterable[Proof]) -> str:
    for proof in proofs:
        for quote in proof.quotes:
            return quote.prefix + quote.exact + quote.suffix
    return ""
