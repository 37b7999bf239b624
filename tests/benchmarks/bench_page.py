"""The page at growing sizes, next to stock pyvis on the same graph in the same run.

``python -m tests.benchmarks.bench_page [--sizes 300,5000] [--rounds 3] [--wait 60]``

Prints, for each size, the file in MB, seconds to make it, and seconds from navigation to the
first useful picture: the page's own mark, and for stock pyvis the end of its settling
(``stabilizationIterationsDone``), before which nothing can be read. Stock pyvis in-lines
vis-network and asks two other hosts for the rest, which are refused at once here. Then
milliseconds to choose a thing and to filter a type, and frames a second while the board moves.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright import sync_api
from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network  # type: ignore[import-untyped]

from exports.network import draw
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


_MARK = "performance.getEntriesByName('first-picture')[0]?.startTime"
_STOCK_MARK = (
    "network.once('stabilizationIterationsDone', () =>"
    " network.once('afterDrawing', () => { performance.mark('first-picture');"
    " document.documentElement.classList.add('drawn'); }));"
)


_FRAMES = """new Promise(done => {
  let frames = 0;
  const start = performance.now();
  const step = () => {
    onecity.pan(frames++ % 2 ? 8 : -8);
    if (performance.now() - start < 1000) requestAnimationFrame(step);
    else done(frames);
  };
  requestAnimationFrame(step);
})"""
_FELT = """changes => new Promise(done => {
  const start = performance.now();
  onecity.change(Object.assign(changes, changes.off && { off: new Set(changes.off) }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


def open_page(browser: Browser, path: Path) -> Page:
    """The page in a window of its own, other hosts refused."""
    view = browser.new_page(viewport={"width": 1440, "height": 900})
    view.route("http*://**", lambda route: route.abort())
    view.goto(path.as_uri(), wait_until="commit")
    return view


def first_picture(browser: Browser, path: Path, seconds: float) -> float:
    """Seconds from navigation to the first useful picture; endless when it takes longer."""
    view = open_page(browser, path)
    try:
        view.wait_for_selector("html.drawn", state="attached", timeout=1000 * seconds)
        return float(view.evaluate(_MARK)) / 1000
    except sync_api.TimeoutError:
        return float("inf")
    finally:
        view.close()


def feel(browser: Browser, path: Path) -> tuple[float, float, float]:
    """Milliseconds to choose a thing and to filter a type; frames a second while moving."""
    view = open_page(browser, path)
    view.wait_for_selector("html.drawn", state="attached")
    choose = view.evaluate(_FELT, {"node": 1})
    filtered = view.evaluate(_FELT, {"node": -1, "off": ["enterprise"]})
    frames = view.evaluate(_FRAMES)
    view.close()
    return choose, filtered, frames


def measure(browser: Browser, size: int, rounds: int, wait: float, folder: Path) -> None:
    """One size: ours and stock in turn, so that both meet the same load of the machine."""
    picture = region(size)
    start = time.perf_counter()
    html = draw(picture)
    made = time.perf_counter() - start
    ours, theirs = folder / f"{size}.html", folder / f"{size}-stock.html"
    ours.write_text(html, encoding="utf-8")
    theirs.write_text(stock(picture), encoding="utf-8")
    taken: list[float] = []
    waited: list[float] = []
    for _ in range(rounds):
        taken.append(first_picture(browser, ours, wait))
        # What once took longer than one waits for is not waited for again.
        if not waited or waited[-1] < wait:
            waited.append(first_picture(browser, theirs, wait))
    choose, filtered, frames = feel(browser, ours)
    other, mine = median(waited), median(taken)
    more = other >= wait
    other = min(other, wait)
    print(
        f"{size:>6}  {len(html.encode()) / 1e6:5.2f} MB  made {made:5.1f} s"
        f"  picture {mine:5.2f} s  stock {'>' * more}{other:.1f} s, {other / mine:.0f} times"
        f"  choose {choose:.0f} ms  filter {filtered:.0f} ms  {frames:.0f} fps",
        flush=True,
    )


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="66,300,1000,3000,5000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--wait", type=float, default=60.0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = shutil.which("chromium")
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for size in map(int, asked.sizes.split(",")):
            measure(browser, size, asked.rounds, asked.wait, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
