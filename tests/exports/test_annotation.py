import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page, sync_playwright

from exports import report
from exports.annotation import annotate
from exports.harvest import Harvest
from exports.ledger import Ledger
from exports.manifest import verify
from exports.manifest import write as write_manifest
from sources.document import Document
from sources.segment import segment
from sources.statement import Evidence, Node, Statement, Value, identify
from sources.verify import Rejection

HOSTILE = "<script>alert(1)</script>\"' onclick=x &amp; {{ 7*7 }}"
TEXT = (
    "江城科学城开工\n"
    "江城大学位于江城科学城,投资3亿元。这里天气很好。\n"
    f"校长李明说{HOSTILE}等,江城大学将建实验室。\n"
)


def fact(predicate: str, *spans: tuple[str, int, int], **given: Any) -> Statement:
    evidence = tuple(Evidence(role, a, b, TEXT[a:b]) for role, a, b in spans)
    subject = given.pop("subject", Node("江城大学", "University"))
    method = given.pop("method", "rule:test/cue")
    return identify(
        Statement("a", "", subject, predicate, evidence=evidence, method=method, **given)
    )


def span(words: str, role: str = "predicate") -> tuple[str, int, int]:
    start = TEXT.index(words)
    return role, start, start + len(words)


@pytest.fixture(scope="module")
def found() -> Harvest:
    document = Document("a", "", TEXT, "", title=HOSTILE)
    title = ("subject", 0, 5)
    statements = (
        fact("type", span("江城大学"), object=Node("University", "Class")),
        fact("locatedIn", span("江城大学位于江城科学城"), object=Node("江城科学城", "ScienceCity")),
        fact(
            "observation", title, span("江城科学城,投资3亿元"),
            value=Value("3亿元", "300000000", "CNY", "投资", "about", "2021"),
            modality="target", speaker="李明", subject=Node("江城科学城", "ScienceCity"),
            subject_source="headline", confidence=0.7,
        ),
        fact("altLabel", span(HOSTILE), object=Node(HOSTILE, "Label"), method=f"rule:{HOSTILE}"),
    )  # fmt: skip
    refused = fact("partOf", span("建实验室"), object=Node(HOSTILE, "Park"))
    start = TEXT.index("这里")
    paragraphs = tuple((p.kind, p.start, p.end) for p in segment(document).paragraphs)
    return Harvest(
        document, statements, (Rejection(refused, HOSTILE),), ((start, start + 7),), 4, False,
        paragraphs,
    )  # fmt: skip


def page_of(found: Harvest) -> BeautifulSoup:
    ledger = Ledger()
    ledger.add(found.document, found.statements, [], [], sentences=found.sentences)
    return BeautifulSoup(report.render(ledger, [annotate(found)]), "html.parser")


def lines(page: BeautifulSoup) -> list[Tag]:
    text = page.select_one(".text")
    assert text is not None
    return [child for child in text.children if isinstance(child, Tag)]


def test_the_text_stands_there_as_printed(found: Harvest) -> None:
    assert [line.text for line in lines(page_of(found))] == TEXT.splitlines()


def test_every_quote_is_underlined_and_every_link_has_its_end(found: Harvest) -> None:
    page = page_of(found)
    for index, item in enumerate(page.select(".facts li")):
        assert item["id"] == f"a-f{index}"
        for link in item.select("a.words"):
            assert page.select_one(f".text [id='{str(link['href'])[1:]}']") is not None
    marked: dict[str, str] = {}
    for link in page.select(".text a"):
        assert page.select_one(f".facts [id='{str(link['href'])[1:]}']") is not None
        for number in str(link["data-f"]).split():
            marked[f"a-f{number}"] = marked.get(f"a-f{number}", "") + link.text
    said = {
        item["id"]: "".join(link.text.strip("“”") for link in item.select("a.words"))
        for item in page.select(".facts li")
    }
    assert {name: words for name, words in marked.items() if "…" not in said[name]} == {
        name: words for name, words in said.items() if "…" not in words
    }


def test_words_of_several_facts_lie_under_all_of_them(found: Harvest) -> None:
    page = page_of(found)
    (both,) = (
        link
        for link in page.select(".text a")
        if link.text == "江城科学城" and "r" in link["class"]
    )
    assert sorted(both["class"]) == ["q", "r"]
    assert len(str(both["data-f"]).split()) == 2


def test_a_fact_tells_all_that_is_known_of_it(found: Harvest) -> None:
    page = page_of(found)
    number = page.select_one(".facts li.q")
    assert number is not None
    words = number.text
    for word in ("江城科学城", "投资", "3亿元", "300000000 CNY", "目标", "target", "李明", "2021",
                 "headline", "test/cue", "0.70"):  # fmt: skip
        assert word in words, word


def test_what_was_not_used_is_marked_and_listed_with_its_share(found: Harvest) -> None:
    page = page_of(found)
    assert [mark.text for mark in page.select(".text mark")] == ["这里天气很好。"]
    listed = page.select_one("ul.left a")
    assert listed is not None
    assert listed.text == "这里天气很好。"
    assert page.select_one(f".text [id='{str(listed['href'])[1:]}']") is not None
    assert "1 / 4 (25.0 %)" in page.text


def test_hostile_words_stay_words(found: Harvest) -> None:
    page = page_of(found)
    assert len(page.select("script")) == 1
    assert not [
        tag for tag in page.find_all(True) if any(str(a).startswith("on") for a in tag.attrs)
    ]
    refused = page.select(".left li strong")
    assert [reason.text for reason in refused] == [HOSTILE]
    assert page.select_one("section.article > h2").text == HOSTILE  # type: ignore[union-attr]
    assert HOSTILE in page.select_one(".facts").text  # type: ignore[union-attr]


def test_many_articles_get_a_page_each(
    found: Harvest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "LIMIT", annotate(found).size + 10)
    ledger, articles = Ledger(), report.Articles(tmp_path)
    for doc in ("b" * 300, "a"):
        document = Document(doc, "", TEXT, "", title=f"甲{doc[0]}")
        one = Harvest(document, found.statements, (), found.untouched, 4, False, found.paragraphs)
        articles.add(one)
        ledger.add(document, found.statements, [], [], sentences=4)
    ledger.sort()
    report.write(ledger, tmp_path / "report.html", articles)
    page = BeautifulSoup((tmp_path / "report.html").read_text("utf-8"), "html.parser")
    links = [str(link["href"]) for link in page.select("tbody th a")]
    assert links[0] == "report/a.html"
    assert page.select(".article") == []
    for link in links:
        own = BeautifulSoup((tmp_path / link).read_text("utf-8"), "html.parser")
        assert len(own.select(".article .facts li")) == 4
        assert own.select_one("nav a")["href"] == "../report.html"  # type: ignore[index]
    write_manifest(tmp_path, {})
    assert links[0] in verify(tmp_path)["files"]


def test_the_order_of_articles_does_not_matter(found: Harvest) -> None:
    one, other = annotate(found), annotate(found)
    object.__setattr__(other, "doc", "b")
    assert report.render(Ledger(), [one, other]) == report.render(Ledger(), [other, one])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        engine = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield engine
        engine.close()


def visit(browser: Browser, path: Path, **options: Any) -> tuple[Page, list[str]]:
    page = browser.new_context(**options).new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.on("request", lambda request: troubles.append(request.url))
    page.goto(path.as_uri())
    return page, troubles


@pytest.fixture(scope="module")
def written(found: Harvest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    ledger = Ledger()
    ledger.add(found.document, found.statements, [], [], sentences=found.sentences)
    path.write_text(report.render(ledger, [annotate(found)]), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [1440, 390])
def test_a_click_on_words_shows_their_facts_and_a_quote_leads_back(
    browser: Browser, written: Path, width: int
) -> None:
    page, troubles = visit(browser, written, viewport={"width": width, "height": 844})
    page.locator(".text a.q.r").click()
    assert page.locator(".facts li:visible").count() == 2
    page.locator(".facts li.q a.words").first.click()
    assert page.evaluate("document.querySelector(':target').textContent") == "江城科学城"
    assert page.locator(".text a.here").all_inner_texts() == [
        "江城科学城",
        "江城科学城",
        ",投资3亿元",
    ]
    page.get_by_role("button", name="全部").click()
    assert page.locator(".facts li:visible").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert len(troubles) == 1


def test_links_language_and_filters_work_without_script(browser: Browser, written: Path) -> None:
    page, _ = visit(browser, written, java_script_enabled=False)
    page.locator(".text a.q.r").click()
    assert page.locator(".facts li:target").count() == 1
    page.locator(".facts li:target a.words").first.click()
    assert page.locator(".text :target").count() == 1
    page.get_by_text("English").click()
    assert page.get_by_role("heading", name="What was read and what was not").is_visible()
    page.get_by_role("checkbox", name="Relations").uncheck()
    assert page.locator(".facts li:visible").count() == 3


def test_the_chosen_language_is_that_of_all_pages(
    browser: Browser, found: Harvest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "LIMIT", 1)
    ledger, articles = Ledger(), report.Articles(tmp_path)
    articles.add(found)
    ledger.add(found.document, found.statements, [], [], sentences=found.sentences)
    report.write(ledger, tmp_path / "report.html", articles)
    page, _ = visit(browser, tmp_path / "report.html")
    page.get_by_text("English").click()
    page.locator("tbody th a").first.click()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("link", name="The report").click()
    assert page.get_by_role("heading", name="What was read and what was not").is_visible()
