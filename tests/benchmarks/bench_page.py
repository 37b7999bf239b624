"""The page at growing sizes, next to stock pyvis on the same graph in the same run.

    python -m tests.benchmarks.bench_page [--rounds 3] [--stock 300]

Prints, for each size, the file in MB, seconds to build it, and seconds from navigation to the
first useful picture: the page's own mark, and for stock pyvis the end of its settling
(``stabilizationIterationsDone``), before which nothing can be read. Stock pyvis in-lines
vis-network and asks two other hosts for the rest, which are refused at once here.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser
from pyvis.network import Network  # type: ignore[import-untyped]

from exports.picture import Article, Link, Name, Node, Number, Picture, Post, Proof, Quote

ID = "https://w3id.org/onecity/id/"
ARTICLE = "https://w3id.org/onecity/article/region"
#: Class, name, relation to its park or zone; one after the other.
KINDS = (
    ("Laboratory", "国家重点联合实验室", "locatedIn"),
    ("EngineeringCenter", "工程技术研究中心", "establishedBy"),
    ("University", "大学", "locatedIn"),
    ("Enterprise", "新材料有限公司", "locatedIn"),
    ("Fund", "成果转化基金", "establishedBy"),
    ("Person", "李明", "holds"),
    ("Industry", "新能源汽车零部件", "focusesOn"),
    ("PolicyDocument", "科技创新若干措施", "issuedBy"),
    ("Alliance", "产业技术创新联盟", "establishedBy"),
    ("ResearchInstitute", "先进技术研究院", "affiliatedWith"),
)
STATUSES = ("", "planned", "underConstruction", "operational", "", "approved")


def _proof(place: int, *names: str) -> tuple[Proof, ...]:
    words = "、".join(names)
    quote = Quote(words, f"第{place}段据介绍,目前", "等正在加快建设。", place * 40, place * 40 + 20)
    return (Proof(ARTICLE, (quote,), "", round(0.6 + place % 40 / 100, 2)),)


def region(size: int) -> Picture:
    """A made-up city with ``size`` things, about 1.6 links each, every fact with a quote.

    >>> picture = region(66)
    >>> len(picture.nodes), len(picture.links) > 80, len(picture.numbers)
    (66, True, 13)
    """
    nodes = [Node(f"{ID}city", Name("江州市", "Jiangzhou"), "City")]
    links: list[Link] = []
    posts: list[Post] = []
    zones = max(3, size // 45)
    for place in range(1, size):
        iri, kind = f"{ID}thing-{place:05}", KINDS[place % len(KINDS)]
        if place <= zones:
            names = f"第{place}高新技术产业开发区", f"High-tech Zone {place}"
            cls, home, how = "HighTechZone", nodes[0], "locatedIn"
        elif place <= 3 * zones:
            names = f"第{place}产业园", f"Industrial Park {place}"
            cls, home, how = "IndustrialPark", nodes[1 + place % zones], "partOf"
        else:
            names = f"第{place}{kind[1]}", f"{kind[0]} {place}" if place % 3 else ""
            cls, home, how = kind[0], nodes[1 + place * 7 % (3 * zones)], kind[2]
        proof = _proof(place, names[0], home.name.zh)
        status = STATUSES[place % len(STATUSES)] if cls in {"Laboratory", "Alliance"} else ""
        node = Node(iri, Name(*names), cls, (), status, proof, proof if status else ())
        nodes.append(node)
        if how == "holds":
            posts.append(Post(iri, home.iri, "主任", proof))
        elif how == "focusesOn":
            links.append(Link(home.iri, iri, how, "stated", proof))
        else:
            links.append(Link(iri, home.iri, how, "planned" if status else "stated", proof))
        if place > 3 * zones and place % 5 < 3:
            other = nodes[1 + place * 13 % (place - 1)]
            links.append(Link(iri, other.iri, "cooperatesWith", "stated", proof))
    numbers = [
        Number(
            node.iri, Name("投资额", "investment"), f"{place}亿元", f"{place}00000000", "CNY",
            str(2018 + place % 9), modality="target" if place % 9 > 6 else "asserted",
            proofs=_proof(place, node.name.zh),
        )
        for place, node in enumerate(nodes[::5][: size // 5])
    ]  # fmt: skip
    articles = (Article(ARTICLE, "江州报道", "2021-05-21", "江州日报"),)
    return Picture(tuple(nodes), tuple(links), tuple(numbers), tuple(posts), articles)


def stock(picture: Picture) -> str:
    """The same nodes and edges by pyvis as it comes, vis-network in-lined."""
    network = Network(directed=True, cdn_resources="in_line", height="900px")
    for node in picture.nodes:
        network.add_node(node.iri, label=node.name.zh, group=node.group)
    for link in picture.links:
        network.add_edge(link.source, link.target, label=link.predicate)
    html: str = network.generate_html()
    return html.replace("drawGraph();", "drawGraph();" + _STOCK_MARK)


_OURS = "performance.getEntriesByName('first-picture')[0]?.startTime"
_STOCK_MARK = (
    "network.once('stabilizationIterationsDone', () =>"
    " network.once('afterDrawing', () => performance.mark('first-picture')));"
)


def first_picture(browser: Browser, html: str, seconds: float) -> float:
    """Seconds from navigation to the first useful picture; endless when it takes longer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(html, encoding="utf-8")
        view = browser.new_page(viewport={"width": 1440, "height": 900})
        view.route("http*://**", lambda route: route.abort())
        view.goto(path.as_uri())
        try:
            mark = view.wait_for_function(_OURS, timeout=1000 * seconds).json_value()
            return float(mark) / 1000
        except Exception:
            return float("inf")
        finally:
            view.close()
