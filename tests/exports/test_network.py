"""The network page in a real browser: silent, offline, complete, usable without a mouse."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pyvis.network import Network  # type: ignore[import-untyped]

from exports.network import draw, write
from exports.picture import (
    Article,
    Link,
    Name,
    Node,
    Number,
    Picture,
    Post,
    Proof,
    Quote,
    page_words,
)
from exports.picture_reader import read_picture
from graph.store import load, open_store
from ontology.errors import OutputError
from ontology.namespaces import NAMESPACES
from tests.exports.town import ARTICLE, ID, TEXT, sample, visit

VIEWS = ("map", "focus", "matrix", "time", "gaps", "paths", "compare", "table", "outline")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "江州 network.html"
    write(sample(), path)
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    view, requests, complaints = visit(browser, address)
    yield view
    view.context.close()
    assert (requests, complaints) == ([], [])


def panel(page: Page) -> str:
    return page.inner_text("#panel")


def test_the_page_makes_no_request_and_says_nothing(browser: Browser, address: str) -> None:
    page, requests, complaints = visit(browser, address)
    for view in VIEWS:
        page.click(f"#tab-{view}")
        assert page.locator(f"#view-{view}").is_visible()
    assert (requests, complaints) == ([], [])
    assert page.evaluate("document.compatMode") == "CSS1Compat"
    assert page.title() == "江州市创新布局图"
    page.context.close()


PAYLOADS = [
    "<img src=x onerror=window.__x=1>",
    "</script><script>window.__x=2</script>",
    "<!--<script>window.__x=3</script>",
    'a href="javascript:window.__x=4"',
    "{{7*7}}{%raw%}",
    "\u2028window.__x=5//\u2029\u202e",
    "</svg><svg onload=window.__x=6>",
    "x" * 300,
    "'\"><iframe srcdoc='<script>parent.__x=7</script>'>",
    "javascript:window.__x=8",
    "</noscript><img src=x onerror=window.__x=9>",
    "\ud800lone",
    "a\x00b\x1b",
    "<svg/onload=window.__x=10>",
    "<details open ontoggle=window.__x=11>",
    "<math><mtext></mtext><script>window.__x=12</script></math>",
    "</title><script>window.__x=13</script>",
    "</style><script>window.__x=14</script>",
    "</textarea><img src=x onerror=window.__x=15>",
    "--><script>window.__x=16</script>",
    "]]><script>window.__x=17</script>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<object data=data:text/html,<script>window.__x=18</script>>",
    "<embed src=javascript:window.__x=19>",
    "<form action=javascript:window.__x=20><button>go",
    "<a href=javascript:window.__x=21>a</a>",
    "<video><source onerror=window.__x=22>",
    "<body onload=window.__x=23>",
    "<input autofocus onfocus=window.__x=24>",
    "<template><script>window.__x=25</script></template>",
    "&lt;script&gt;window.__x=26&lt;/script&gt;",
    "\\u003cimg src=x onerror=window.__x=27\\u003e",
    "${window.__x=28}`",
    "';window.__x=29;//",
    '";window.__x=30;//',
    "*/window.__x=31;/*",
    "__proto__",
    "=cmd|'/c calc'!A1",
]


def hostile() -> Picture:
    nodes, links, posts, numbers = [], [], [], []
    zone = Node(ID + "z", Name(PAYLOADS[0], PAYLOADS[6]), "HighTechZone")
    for place, text in enumerate(PAYLOADS):
        quote = Quote(text, text, text, 0, len(text))
        said = (Proof(ARTICLE, (quote,), text, 0.5),)
        nodes.append(
            Node(
                f"{ID}{place}/{text}",
                Name(text, text),
                "Laboratory",
                (text,),
                "planned",
                said,
                said,
            )
        )
        links.append(Link(nodes[-1].iri, zone.iri, "locatedIn", "stated", said))
        posts.append(Post(nodes[-1].iri, zone.iri, text, said))
        numbers.append(
            Number(zone.iri, Name(text, text), text, "1", text, text, "about", proofs=said)
        )
    return Picture(
        (zone, *nodes),
        tuple(links),
        tuple(numbers),
        tuple(posts),
        (Article(ARTICLE, PAYLOADS[1], PAYLOADS[0], PAYLOADS[2]),),
    )


def test_hostile_text_stays_text_in_every_view(browser: Browser, tmp_path: Path) -> None:
    write(hostile(), tmp_path / "hostile.html")
    page, requests, complaints = visit(browser, (tmp_path / "hostile.html").as_uri())
    names = page.evaluate("JSON.parse(document.getElementById('data').textContent).nodes.length")
    assert (len(PAYLOADS), names) == (40, 41)
    for index in range(names):
        page.evaluate(f"onecity.change({{node: {index}}})")
    for language in ("zh", "en"):
        for view in VIEWS:
            page.evaluate(
                f"onecity.change({{view: '{view}', language: '{language}'}});"
                "onecity.change({one: 0, other: 9, hops: 3})"
            )
            for opener in page.locator(f"#view-{view} .cite, #view-{view} .count").all()[:3]:
                opener.click()
                page.keyboard.press("Escape")
    page.fill("#query", "<img")
    page.wait_for_selector("#hits li")
    page.evaluate("onecity.change({view: 'table'})")
    shown = page.inner_text("#view-table")
    assert all(text in shown for text in PAYLOADS if text.isprintable() and len(text) < 200)
    assert page.evaluate("window.__x") is None
    assert page.query_selector("img, iframe, object, embed") is None
    assert (requests, complaints) == ([], [])
    page.context.close()


def test_hostile_text_is_silent_without_scripts_too(browser: Browser, tmp_path: Path) -> None:
    write(hostile(), tmp_path / "hostile.html")
    address = (tmp_path / "hostile.html").as_uri()
    page, requests, _ = visit(browser, address, java_script_enabled=False)
    assert page.query_selector("img, iframe, object, embed") is None
    assert requests == []
    page.context.close()


def test_the_harness_would_notice(browser: Browser, tmp_path: Path) -> None:
    stock = Network(cdn_resources="in_line", heading="<img src=x onerror=window.__x=1>")
    stock.add_node(1, label="a")
    html = stock.generate_html()
    (tmp_path / "stock.html").write_text(html, encoding="utf-8")
    page = browser.new_page()
    page.route("http*://**", lambda route: route.abort())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "stock.html").as_uri())
    page.wait_for_function("window.__x === 1")
    assert any(url.startswith("http") for url in asked)
    page.close()


def test_injected_code_is_refused(browser: Browser, address: str) -> None:
    page, _, complaints = visit(browser, address)
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.__x=1>')"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.__x") is None
    assert any("Content Security Policy" in text for text in complaints)
    page.context.close()


def click_card(page: Page, zh: str) -> None:
    index = page.evaluate(
        "name => JSON.parse(document.getElementById('data').textContent).nodes"
        ".findIndex(node => node.label === name)",
        zh,
    )
    box = page.locator("#canvas").bounding_box()
    spot = page.evaluate(f"onecity.whereIs({index})")
    assert box is not None
    page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    page.wait_for_selector("html.chosen", state="attached", timeout=3000)


def test_a_click_opens_facts_with_their_marked_quotes(page: Page) -> None:
    click_card(page, "江州国家实验室")
    page.wait_for_function("document.getElementById('panel-name').textContent === '江州国家实验室'")
    page.eval_on_selector_all(
        '#panel .twist[aria-expanded="false"]', "all => all.forEach(one => one.click())"
    )
    assert page.inner_text("#panel h2") == "江州国家实验室"
    marks = page.eval_on_selector_all("#panel mark", "all => all.map(one => one.textContent)")
    assert sorted(marks) == ["实验室有50人", "江州国家实验室", "江州高新区拥有江州国家实验室"]
    assert all(mark in TEXT for mark in marks)
    text = panel(page)
    assert "50人" in text and "截至 2020" in text and "李明 说" in text
    assert "《江州报道》 · 江州日报 · 2021-05-21 · 可信度 0.90" in text
    assert "n=lab" in page.url


def test_what_was_said_but_is_no_fact_stands_apart(page: Page) -> None:
    page.evaluate("onecity.change({node: 8})")
    assert page.inner_text("#panel h2") == "江州高新区"
    assert "未作事实采纳的说法" in panel(page)
    page.click("#tab-table")
    objects = page.eval_on_selector_all(
        "#view-table tbody tr", "all => all.map(one => one.cells[3].textContent)"
    )
    assert "生物医药" in objects and "飞船" not in objects


def test_inferred_relations_are_hidden_until_asked_for_and_show_no_quote(page: Page) -> None:
    page.evaluate("onecity.change({node: onecity.state.node = -1, inferred: false})")
    page.evaluate("onecity.change({node: 2})")
    assert page.inner_text("#panel h2") == "江州国家实验室"
    assert "推出" not in panel(page)
    page.evaluate("onecity.change({inferred: true})")
    assert "由其他事实推出,没有对应原文" in page.inner_text("#panel .entry[data-tie]:has(.solid)")
    assert page.query_selector("#panel .entry:has(.solid) blockquote") is None


@pytest.mark.parametrize(
    ("words", "name"),
    [("高新区", "江州高新区"), ("national lab", "江州国家实验室"), ("李", "李明")],
)
def test_search_finds_names_other_names_and_english(page: Page, words: str, name: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector("#hits li[aria-selected=true]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == name
    page.keyboard.press("Escape")
    assert "从这里看起" in panel(page)


def test_the_legend_counts_and_filters(page: Page) -> None:
    rows = page.eval_on_selector_all(
        "#filters label", "all => all.map(one => [one.querySelector('input').value, one.innerText])"
    )
    counts = {value: int(text.split()[-1]) for value, text in rows if text.split()}
    assert counts["academia"] == 2 and counts["platform"] == 1 and counts["exploring"] == 1
    assert counts["locatedIn"] == 3 and counts["affiliatedWith"] == 2
    page.click("#tab-table")
    before = len(page.query_selector_all("#view-table tbody tr"))
    page.uncheck("#filters input[value=platform]")
    assert len(page.query_selector_all("#view-table tbody tr")) == before - 3
    subjects = page.eval_on_selector_all(
        "#view-table tbody tr", "all => all.map(one => one.cells[1].textContent)"
    )
    assert "江州研究院" in subjects and "江州国家实验室" not in subjects
    assert "off=platform" in page.url


def test_the_table_has_one_row_per_fact(page: Page) -> None:
    page.click("#tab-table")
    rows = page.eval_on_selector_all(
        "#view-table tbody tr",
        "all => all.map(one => one.cells[1].textContent + '|' + one.cells[3].textContent)",
    )
    assert len(rows) == 7 + 1 + 1 + 1
    assert (
        "李明|江州高新区" in rows
        and "江州联盟|探索中" in rows
        and "江州国家实验室|50人 · 截至 2020" in rows
    )


def test_english_leaves_no_key_and_no_chinese_of_our_own(page: Page) -> None:
    own = {text for text in page_words()["ui"]["zh"].values() if re.search("[一-鿿]{2}", text)}
    page.click("#language")
    assert page.get_attribute("html", "lang") == "en"
    keys = set(page_words()["ui"]["en"])
    for view in VIEWS:
        page.click(f"#tab-{view}")
        for index in (-1, 2, 8):
            page.evaluate(f"onecity.change({{node: {index}, one: 2, other: 7}})")
            lines = {line.strip() for line in page.inner_text("body").splitlines()}
            assert lines & keys == set()
            assert lines & own <= {"中文"}
    page.click("#tab-table")
    assert "Jiangzhou National Laboratory" in page.inner_text("#view-table")
    assert page.title() == "Innovation map of Jiangzhou"


def test_every_word_the_scripts_ask_for_exists_in_both_languages() -> None:
    words = page_words()["ui"]
    assert set(words["zh"]) == set(words["en"])
    asked: set[str] = set()
    for path in files("exports").joinpath("page").iterdir():
        if path.name.endswith((".js", ".html")):
            text = path.read_text(encoding="utf-8")
            asked |= set(re.findall(r'\bt\("([a-z.]+[a-z])"', text))
            asked |= set(re.findall(r'data-(?:t|label)="([a-z.]+)"', text))
    assert len(asked) > 50
    assert asked <= set(words["zh"])


def test_every_entity_is_reached_by_keyboard(page: Page) -> None:
    page.focus("#tab-map")
    page.keyboard.press("ArrowLeft")
    names = page.eval_on_selector_all(
        "#view-outline button",
        "all => all.map(one => one.querySelector('.tag + span').textContent)",
    )
    assert {"江州市", "江州高新区", "李明", "生物医药", "飞船", "江州联盟"} <= set(names)
    assert len(names) == 9
    page.keyboard.press("Tab")
    while page.evaluate("!document.activeElement.closest('#view-outline')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    chosen = page.inner_text("#panel h2")
    assert chosen in names
    assert page.inner_text("#live") == f"已选中 {chosen}"
    page.keyboard.press("Escape")
    assert page.query_selector("html.chosen") is None


def test_without_scripts_the_drawing_and_all_facts_are_there(
    browser: Browser, address: str
) -> None:
    page, _, _ = visit(browser, address, java_script_enabled=False)
    drawing = page.locator("svg.twin[lang=zh]")
    assert drawing.is_visible() and "江州国家实验室" in drawing.text_content().replace("\n", "")  # type: ignore[union-attr]
    assert not page.locator("svg.twin[lang=en]").is_visible()
    assert len(page.query_selector_all(".plaintable tbody tr")) == 10
    assert "江州报道" in page.inner_text("#scope")
    assert not page.locator("#tab-map").is_visible()
    page.context.close()


def test_state_travels_in_the_address_and_back(browser: Browser, address: str) -> None:
    hash_ = "#v=table&l=en&m=dark&n=lab&off=person&soff=exploring&i=1"
    page, _, complaints = visit(browser, address + hash_ + "&h=3&a=zone&b=uni&c=1&g=industries")
    state = page.evaluate("({...onecity.state, off: 0, relOff: 0, statusOff: 0})")
    assert (state["hops"], state["through"], state["grid"]) == (3, True, "industries")
    assert (state["one"], state["other"]) == (8, 7)
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.inner_text("#panel h2") == "Jiangzhou National Laboratory"
    assert not page.is_checked("#filters input[value=person]")
    page.evaluate("onecity.change({node: 8})")
    page.go_back()
    page.wait_for_function("document.querySelector('#panel h2').textContent.includes('Laboratory')")
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize(
    "garbage",
    [
        "n=__proto__",
        "z=constructor&v=__proto__",
        "n=%00&l=xx&h=9",
        "off=__proto__.a.b&roff=toString",
        "<script>window.__x=1</script>",
        "z=999999&n=-1",
        "a=__proto__&b=toString&g=constructor&h=-1&c=yes",
        "%E0%A4%A",
    ],
)
def test_a_garbled_address_opens_the_plain_page(
    browser: Browser, address: str, garbage: str
) -> None:
    page, _, complaints = visit(browser, f"{address}#{garbage}")
    assert page.inner_text("#panel h2") == "从这里看起"
    assert page.get_attribute("#tab-map", "aria-selected") == "true"
    assert complaints == [] and page.evaluate("window.__x") is None
    page.context.close()


def test_a_narrow_screen_scrolls_down_and_never_sideways(browser: Browser, address: str) -> None:
    page, _, complaints = visit(
        browser, address, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    for view in (*VIEWS, "map"):
        page.click(f"#tab-{view}")
        page.evaluate("onecity.change({one: 8, other: 7})")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, view
    page.click("#tab-outline")
    page.evaluate("window.scrollTo(0, 300)")
    assert page.evaluate("window.scrollY") > 100
    page.evaluate("window.scrollTo(0, 0)")
    page.click("#tab-map")
    page.click("text=打开全屏地图")
    assert page.locator("#canvas canvas").bounding_box()["height"] == 844  # type: ignore[index]
    page.click("#map-close")
    page.evaluate("onecity.change({node: 2})")
    assert page.locator("#panel").bounding_box()["width"] == 390  # type: ignore[index]
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize(
    ("hash_", "name", "scope"),
    [("", "江州高新区", "江州报道"), ("#l=en&m=dark", "Jiangzhou University", "entities")],
)
def test_the_print_is_one_landscape_page_of_real_text(
    browser: Browser, address: str, tmp_path: Path, hash_: str, name: str, scope: str
) -> None:
    page, _, _ = visit(browser, address + hash_)
    page.pdf(path=str(tmp_path / "page.pdf"), prefer_css_page_size=True)
    run = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    pages = [text for text in run.stdout.split("\f") if text.strip()]
    assert len(pages) == 1
    assert name in re.sub(r"\s+", " ", pages[0]) and scope in pages[0]
    page.context.close()


def test_places_are_those_computed_and_letters_are_readable(page: Page) -> None:
    data = json.loads(page.text_content("#data") or "{}")
    scene = data["more"]["scenes"]["zh"][data["more"]["first"]["zh"]]
    index = next(i for i, node in enumerate(data["nodes"]) if node["label"] == "江州国家实验室")
    card = next(card for card in scene["cards"] if card[0] == index)
    other = next(card for card in scene["cards"] if card[1] == 2 and card[0] != index)
    a, b = (page.evaluate(f"onecity.whereIs({c[0]})") for c in (card, other))
    wide = (other[2] + other[4] / 2) - (card[2] + card[4] / 2)
    high = (other[3] + other[5] / 2) - (card[3] + card[5] / 2)
    scale = (b["y"] - a["y"]) / high
    assert b["x"] - a["x"] == pytest.approx(wide * scale, abs=1)
    assert scale * 12 >= 11
    assert data["nodes"][index]["x"] == pytest.approx(card[2] + card[4] / 2, abs=0.1)


def test_the_same_picture_gives_the_same_bytes() -> None:
    code = (
        "import hashlib; from exports.network import draw; from tests.exports.town import sample;"
        "print(hashlib.sha256(draw(sample()).encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": "C", "PYTHONPATH": "."},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert len(found) == 1
    shuffled = Picture(
        sample().nodes[::-1],
        sample().links[::-1],
        sample().numbers,
        sample().posts,
        sample().articles,
    )
    assert draw(shuffled) == draw(sample())


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot write the network page") as caught:
        write(sample(), tmp_path / "file" / "network.html")
    assert caught.value.where.endswith("network.html")


FACTS = f"""
<{ID}zone> rdf:type oc:HighTechZone G .
<{ID}zone> rdfs:label "江州高新区"@zh G .
<{ID}zone> rdfs:label "Jiangzhou Zone"@en G .
<{ID}zone> skos:altLabel "高新区"@zh G .
<{ID}zone> oc:hasStatus oc:approved G .
<{ID}lab> rdf:type oc:Laboratory G .
<{ID}lab> rdfs:label "江州国家实验室"@zh G .
<{ID}lab> oc:locatedIn <{ID}zone> G .
<{ID}lab> oc:hasStatus oc:planned G .
<{ID}li> rdf:type oc:Person G .
<{ID}li> rdfs:label "李明"@zh G .
<{ID}li> org:holds P1 G .
P1 rdf:type org:Post G .
P1 org:postIn <{ID}zone> G .
P1 rdfs:label "主任"@zh G .
O1 rdf:type oc:Observation G .
O1 oc:observedOn <{ID}lab> G .
O1 oc:indicator concept:indicator/staff G .
concept:indicator/staff rdfs:label "人数"@zh G .
O1 oc:value "50"^^xsd:decimal G .
O1 oc:unit unit:PERSON G .
O1 oc:asOf "2020"^^xsd:gYear G .
O1 oc:valueText "50人"@zh G .
<{ID}lab> oc:partOf <{ID}zone> I .
<{ARTICLE}> rdf:type oc:Article E .
<{ARTICLE}> schema:headline "江州报道"@zh E .
<{ARTICLE}> schema:datePublished "2021-05-21"^^xsd:date E .
<{ARTICLE}> schema:publisher "江州日报"@zh E .
S1 rdf:type oc:Statement E .
S1 rdf:subject <{ID}lab> E .
S1 rdf:predicate oc:locatedIn E .
S1 rdf:object <{ID}zone> E .
S1 oc:modality oc:target E .
S1 oc:attributedTo <{ID}li> E .
S1 oc:confidence "0.8"^^xsd:decimal E .
S1 prov:wasDerivedFrom <{ARTICLE}> E .
S1 oc:evidence S1/evidence/1 E .
S1/evidence/1 oa:exact "拥有"@zh E .
S1/evidence/1 oa:prefix "江州高新区"@zh E .
S1/evidence/1 oa:start "5"^^xsd:nonNegativeInteger E .
S1/evidence/1 oa:end "7"^^xsd:nonNegativeInteger E .
S2 rdf:type oc:Statement E .
S2 rdf:subject <{ID}zone> E .
S2 rdf:predicate oc:supports E .
S2 rdf:object <{ID}lab> E .
S2 oc:modality oc:denied E .
"""


def test_the_store_is_read_into_a_picture(tmp_path: Path) -> None:
    text = re.sub(
        r"(?<=[ ^\n])([a-z]+):([\w/]+)",
        lambda found: f"<{NAMESPACES[found[1]]}{found[2]}>",
        FACTS,
    )
    kinds = {"S": "statement", "P": "post", "O": "observation"}
    text = re.sub(
        r"\b([SPO])(\d)(/\S+)?",
        lambda found: f"<https://w3id.org/onecity/{kinds[found[1]]}/{found[2]}{found[3] or ''}>",
        text,
    )
    graphs = {
        "G": ARTICLE + "/facts",
        "E": ARTICLE + "/evidence",
        "I": "https://w3id.org/onecity/graph/inferred",
    }
    text = re.sub(r" ([GEI]) \.$", lambda found: f" <{graphs[found[1]]}> .", text, flags=re.M)
    (tmp_path / "facts.nq").write_text(text.strip() + "\n", encoding="utf-8")
    load(tmp_path, [tmp_path / "facts.nq"])
    picture = read_picture(open_store(tmp_path))
    names = {node.name.zh: node for node in picture.nodes}
    assert list(names) == ["江州国家实验室", "李明", "江州高新区"]
    zone = names["江州高新区"]
    assert (zone.name.en, zone.cls, zone.aliases, zone.status, zone.group) == (
        "Jiangzhou Zone",
        "HighTechZone",
        ("高新区",),
        "approved",
        "zone",
    )
    said = Proof(ARTICLE, (Quote("拥有", "江州高新区", "", 5, 7),), "李明", 0.8, "target")
    assert picture.links[0] == Link(ID + "lab", ID + "zone", "locatedIn", "planned", (said,))
    assert [(li.predicate, li.style, li.proofs) for li in picture.links[1:]] == [
        ("partOf", "inferred", ()),
        ("supports", "claim", (Proof("", (), "", 1.0, "denied"),)),
    ]
    assert picture.numbers == (
        Number(ID + "lab", Name("人数"), "50人", "50", "PERSON", "2020", "", "asserted"),
    )
    assert picture.posts == (Post(ID + "li", ID + "zone", "主任"),)
    assert picture.articles == (Article(ARTICLE, "江州报道", "2021-05-21", "江州日报"),)
    assert "江州国家实验室" in draw(picture)
