"""The pages: complete without a script, in two languages, and harmless whatever the graph holds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from importlib.resources import files
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page
from pyoxigraph import RdfFormat, parse

from graph.catalogue import questions
from ontology.namespaces import ENTITY, OC, STATEMENT
from tests.exports.endpoint.conftest import DATA, Response, Server

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
#: Texts that a careless page would obey.
HOSTILE = [
    "<script>alert(1)</script>", "</textarea><script>alert(1)</script>", "javascript:alert(1)",
    '"><img src=x onerror=a()>', "{{ 7*7 }}", "{% raw %}", "&lt;b&gt;", "<!--", "'; DROP ALL #",
    "\u202egnp.exe", "<svg onload=alert(1)>", "]]>", "％{}", "\\u003cscript\\u003e",
]  # fmt: skip


class Reader(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "input", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "tags are closed in order"

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def look(site: Server, path: str) -> tuple[Response, Reader]:
    answer = site.ask(path, headers={"Accept": BROWSER})
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8", answer.text
    reader = Reader(answer.text)
    assert reader.open == []
    return answer, reader


@pytest.fixture
def site(reader: Server) -> Server:
    return reader


PAGES = ["/", "/?lang=en", "/question/zones", "/question/zone-profile?lang=en", "/id/da-xue",
         "/statement/aa01", "/article/a", "/concept/industry/energy?lang=en", "/ontology?lang=en",
         "/sparql?query=ASK%20%7B%7D", "/sparql?query=SELECT", "/id/nobody", "/no"]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_without_script_and_asks_nobody(site: Server, path: str) -> None:
    answer, reader = look(site, path)
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; form-action 'self'")
    assert not {"script", "iframe", "object", "img", "style"} & {tag for tag, _ in reader.tags}
    assert [a for _, attributes in reader.tags for a in attributes if a.startswith("on")] == []
    assert [link["href"] for link in reader.all("link") if link["rel"] == "stylesheet"] == [
        "/style.css"
    ]
    lang = "en" if "lang=en" in path else "zh"
    assert reader.all("html") == [{"lang": lang}]
    assert len(reader.all("h1")) == 1
    assert len(reader.all("main")) == 1
    labelled = {label["for"] for label in reader.all("label")}
    fields = [*reader.all("input"), *reader.all("textarea")]
    assert {field["id"] for field in fields if field.get("type") != "hidden"} == labelled


def test_every_question_is_listed_and_found_by_its_words(site: Server) -> None:
    for lang in ("zh", "en"):
        _, reader = look(site, f"/?lang={lang}")
        links = {link.get("href") for link in reader.all("a")}
        assert {f"/question/{q.name}?lang={lang}" for q in questions()} <= links
    _, reader = look(site, "/?lang=en&find=FUND")
    found = [link["href"] or "" for link in reader.all("a")]
    assert "/question/funds?lang=en" in found
    assert sum("/question/" in href for href in found) < 20
    assert "没有这样的问题" in look(site, "/?find=zzz")[0].text


def test_words_of_ones_own_lead_to_a_question_with_its_values(site: Server) -> None:
    page, reader = look(site, "/?find=" + quote("有哪些在建的平台？"))
    assert "您问的是：" in page.text
    links = [link["href"] or "" for link in reader.all("a")]
    (asked,) = [href for href in links if "status=underConstruction" in href]
    answer, fields = look(site, asked)
    assert answer.status == 200
    assert "underConstruction" in {field.get("value") for field in fields.all("input")}


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_every_question_has_a_page_and_answers_programs(site: Server, question: object) -> None:
    name = question.name  # type: ignore[attr-defined]
    answer, reader = look(site, f"/question/{name}")
    fields = {field["name"] for field in reader.all("input") if field.get("type") != "hidden"}
    assert fields == {one.name for one in question.parameters if one.type != "language"}  # type: ignore[attr-defined]
    if any(one.needed for one in question.parameters):  # type: ignore[attr-defined]
        assert "填好以上各栏后提问" in answer.text
        refused = site.ask(f"/question/{name}")
        assert (refused.status, f"'{name}' needs --" in refused.text) == (400, True)
    else:
        assert answer.status == 200
        rows = json.loads(site.ask(f"/question/{name}").body)
        assert len(reader.all("tr")) == len(rows["results"]["bindings"]) + 1


def test_an_answer_has_headings_in_the_language_of_the_page(site: Server) -> None:
    for lang, words in (("zh", "来源"), ("en", "source")):
        page, _ = look(site, f"/question/zones?lang={lang}")
        assert f'<th scope="col">{words}</th>' in page.text
    assert site.ask("/question/zones?format=markdown").text.startswith("| 园区 | 类别 |")
    assert site.ask("/question/zones?format=csv").text.startswith("zone,class,")


def test_a_question_answers_for_what_is_given(site: Server) -> None:
    label = quote("江城大学")
    answer = site.ask(f"/question/statements-about?entity={label}&format=csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="statements-about.csv"'
    assert "江城大学位于江城" in answer.text
    page, reader = look(site, f"/question/statements-about?entity={label}&lang=en")
    assert "<q>江城大学位于江城</q>" in page.text
    assert "/article/a?lang=en" in {link["href"] for link in reader.all("a")}
    for form, start in (("xlsx", b"PK"), ("markdown", b"| "), ("xml", b"<?xml")):
        assert site.ask(f"/question/zones?format={form}").body.startswith(start)


def test_a_name_that_is_unknown_gets_the_nearest(site: Server) -> None:
    page, reader = look(site, "/question/statements-about?entity=" + quote("江城大"))
    assert page.status == 404
    assert "江城大学" in page.text
    assert {"value": "江城大"}.items() <= reader.all("input")[1].items()
    plain = site.ask("/question/statements-about?entity=" + quote("江城大"))
    assert (plain.status, "江城大学" in plain.text) == (404, True)
    assert site.ask("/question/zonez").status == 404
    assert site.ask("/question/zones?nothing=1").status == 400


def test_a_mistake_in_sparql_keeps_what_was_typed(site: Server) -> None:
    page, _ = look(site, "/sparql?query=" + quote("SELECT * {\n ?s ?p <x>"))
    assert page.status == 400
    assert "第 2 行第" in page.text
    assert "?s ?p &lt;x&gt;</textarea>" in page.text


def test_a_mistake_is_there_in_the_other_language_too(site: Server) -> None:
    _, reader = look(site, "/sparql?query=" + quote("SELECT * {"))
    (other,) = [link["href"] or "" for link in reader.all("a") if link.get("class") == "switch"]
    page, _ = look(site, "/sparql" + other)
    assert page.status == 400
    assert "No answer:" in page.text
    assert "SELECT * {</textarea>" in page.text


def test_a_table_is_of_the_dataset_that_is_asked(site: Server) -> None:
    text = "SELECT ?s { ?s a <http://xmlns.com/foaf/0.1/Document> }"
    for field, pattern in (("default-graph-uri", text), ("named-graph-uri", text.replace(
        "{", "{ GRAPH ?g {") + " }")):  # fmt: skip
        whole, _ = look(site, "/sparql?query=" + quote(pattern))
        assert f"{DATA}1.rdf" in whole.text
        assert f"{DATA}2.rdf" in whole.text
        path = f"/sparql?query={quote(pattern)}&{field}={quote(DATA)}1.rdf"
        page, reader = look(site, path)
        assert [row for row in reader.text if row.startswith(DATA)] == [f"{DATA}1.rdf"]
        (load,) = [a["href"] for a in reader.all("a") if (a["href"] or "").endswith("format=csv")]
        assert site.ask(str(load)).text.splitlines() == ["s", f"{DATA}1.rdf"]
    relative, _ = look(site, "/sparql?query=" + quote("SELECT ?x { BIND(<here> AS ?x) }"))
    assert f"http://127.0.0.1:{site.port}/here" in relative.text


def test_a_refusal_is_a_page_too(server: Server) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    page, _ = look(server, f"/sparql?lang=en&query={quote(slow)}")
    assert (page.status, page.headers["Retry-After"]) == (503, "2")
    assert "longer than 1 s" in page.text


def test_a_long_answer_says_that_it_is_not_all_on_the_page(site: Server) -> None:
    page, reader = look(site, "/sparql?lang=en&query=" + quote("SELECT * { ?s ?p ?o }"))
    assert "Only the first 1000 rows are shown here" in page.text
    assert len(reader.all("tr")) == 1001
    (load,) = [a["href"] for a in reader.all("a") if (a["href"] or "").endswith("format=csv")]
    assert load is not None
    assert len(site.ask(load).text.splitlines()) > 3000


def test_a_thing_is_a_page_or_rdf_under_its_own_name(site: Server) -> None:
    page, reader = look(site, "/id/da-xue")
    assert "<h1>江城大学</h1>" in page.text
    assert '<q lang="zh">江城大学位于江城</q>' in page.text
    assert "/id/jiang-cheng?lang=zh" in {link["href"] for link in reader.all("a")}
    assert page.headers["Vary"] == "Accept"
    turtle = site.ask("/id/da-xue", headers={"Accept": "text/turtle"})
    said = {(str(t.subject), str(t.object)) for t in parse(turtle.body, format=RdfFormat.TURTLE)}
    assert (f"<{ENTITY}da-xue>", f"<{OC}University>") in said
    assert (f"<{STATEMENT}aa01>", f"<{ENTITY}da-xue>") in said
    assert site.ask("/id/da-xue?format=jsonld").media == "application/ld+json"
    assert site.ask("/id/nobody").status == 404
    assert look(site, "/id/nobody")[0].status == 404


def test_every_term_of_the_ontology_has_its_place(site: Server) -> None:
    _, reader = look(site, "/ontology?lang=en")
    assert {"City", "University", "locatedIn", "planned"} <= {
        term.get("id") for term in reader.all("dt")
    }
    assert "Laboratory" in "".join(reader.text)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_part_of_a_page(site: Server, text: str) -> None:
    literal = json.dumps(text)
    for path in (f"/?find={quote(text)}", f"/?text={quote(text)}", f"/sparql?query={quote(text)}",
                 f"/question/statements-about?entity={quote(text)}", f"/id/{quote(text, safe='')}",
                 f"/sparql?query={quote(f'SELECT ?x {{ BIND({literal} AS ?x) }}')}",
                 f"/sparql?query={quote('SELECT * { BIND(<javascript:alert(1)> AS ?x) }')}",
                 f"/?lang={quote(text)}"):  # fmt: skip
        page, reader = look(site, path)
        assert not {"script", "img", "svg"} & {tag for tag, _ in reader.tags}
        assert all((link["href"] or "/").startswith(("/", "?", "#", "http"))
                   for link in reader.all("a"))  # fmt: skip
        assert not re.search(r"\b49\b", re.sub(r"<[^>]*>", "", page.text)) or "7*7" not in text
    shown = Reader(site.query(f"SELECT ?x {{ BIND({literal} AS ?x) }}", BROWSER).text)
    assert text in [part.strip() for part in shown.text]


def test_texts_are_there_in_both_languages() -> None:
    for name in ("strings.json", "examples.json"):
        content = json.loads(files("exports.endpoint").joinpath(name).read_text("utf-8"))
        for text in content if isinstance(content, list) else content["texts"].values():
            assert re.search(r"[\u4e00-\u9fff]|English", text["zh"])
            assert re.search(r"[A-Za-z]|中文", text["en"])


def test_every_example_is_answered(site: Server) -> None:
    content = files("exports.endpoint").joinpath("examples.json").read_text("utf-8")
    for example in json.loads(content):
        assert site.query(example["query"]).status == 200


def visit(browser: Browser, site: Server, path: str, width: int) -> tuple[Page, list[str]]:
    page = browser.new_context(viewport={"width": width, "height": 844}).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda request: None if "127.0.0.1" in request.url
            else complaints.append(request.url))  # fmt: skip
    page.goto(f"http://127.0.0.1:{site.port}{path}")
    return page, complaints


def test_a_reader_goes_from_question_to_answer_to_quote(browser: Browser, site: Server) -> None:
    page, complaints = visit(browser, site, "/", 390)
    page.click("text=关于某一对象，文章都说了什么？原文是什么？")
    page.fill("#p-entity", "江城大学")
    page.keyboard.press("Enter")
    page.wait_for_selector("td q")
    assert page.inner_text("td q >> nth=0") == "江城大学位于江城"
    page.click("td a >> nth=0")
    assert "一篇文章" in page.inner_text("h1")
    page.click("text=English")
    assert page.get_attribute("html", "lang") == "en"
    page.click("nav >> text=SPARQL")
    page.fill("#query", "ASK {}")
    page.click("text=Ask >> nth=-1")
    page.wait_for_selector("td")
    assert page.inner_text("td") == "true"
    page.goto(f"http://127.0.0.1:{site.port}/id/da-xue")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_a_page_shuts_nobody_out(
    browser: Browser, site: Server, barriers: Callable[[Page], list[str]], width: int, scheme: str
) -> None:
    page, complaints = visit(browser, site, "/", width)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in ("/", "/question/statements-about?entity=" + quote("江城大学"), "/id/da-xue",
                 "/sparql?query=" + quote("SELECT * { ?s ?p ?o } LIMIT 9"), "/sparql?query=SELECT",
                 "/article/a?lang=en"):  # fmt: skip
        page.goto(f"http://127.0.0.1:{site.port}{path}")
        assert barriers(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert [one for one in complaints if "status of 400" not in one] == []
    page.context.close()
