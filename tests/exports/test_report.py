import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, sync_playwright

from exports.ledger import Ledger, LeftOut
from exports.report import MOST, render, write
from sources.confidence import BANDS, load_calibration
from sources.document import Document
from sources.statement import Evidence, Node, Statement, Value

HOSTILE = "</script><img src=x onerror=alert(1)>\"'&lt;{{ 7*7 }}\u202e"


def number(
    subject: str, count: str, as_of: str | None, doc: str = "a", modality: str = "asserted"
) -> Statement:
    return Statement(
        doc,
        "",
        Node(subject, "ScienceCity"),
        "observation",
        value=Value(count + "个", count, "NUM", "项目数量", None, as_of),
        modality=modality,
        evidence=(Evidence("predicate", 0, 3, f"引进{count}个"),),
        method="rule:number",
        confidence=0.9,
    )


@pytest.fixture
def ledger() -> Ledger:
    ledger = Ledger()
    relation = Statement(
        "a", "", Node("大学", "University"), "locatedIn", Node("江城", "City"), method="curated:x"
    )
    ledger.add(
        Document(
            "a", "", "文" * 40, "", title=HOSTILE, published="2021-05", published_source="byline"
        ),
        [
            relation,
            number("科学城", "135", "2021-04"),
            number("科学城", "140", "2021-04"),
            number("科学城", "135.0", "2021-04"),
            number("科学城", "150", "2021-04", modality="target"),
            number("科学城", "99", None),
        ],
        [LeftOut("a", 7, "two subjects", HOSTILE)],
        [LeftOut("a", 30, "", "这句话没有用上。")],
        sentences=5,
    )
    ledger.add(Document("b", "", "文", ""), [number("另城", "1", "2020", "b")])
    return ledger


def test_numbers_of_one_time_that_differ_are_a_conflict(ledger: Ledger) -> None:
    (group,) = ledger.conflicts()
    assert sorted(claim.number for claim in group) == ["135", "135.0", "140"]


def test_targets_and_equal_numbers_are_no_conflict() -> None:
    ledger = Ledger()
    said = [number("城", "5", "2021"), number("城", "5.0", "2021")]
    ledger.add(Document("a", "", "", ""), [*said, number("城", "9", "2021", modality="target")])
    assert ledger.conflicts() == []


def test_counts_stand_in_the_page(ledger: Ledger) -> None:
    page = BeautifulSoup(render(ledger), "html.parser")
    totals = {
        div.dt.find("span", lang="en").text: div.dd.text  # type: ignore[union-attr]
        for div in page.select("dl div")
    }
    assert totals["Articles"] == "2"
    assert totals["Statements"] == "7"
    assert totals["Numbers"] == "6"
    assert totals["Sentences not used"] == "1"
    assert "这句话没有用上。" in page.text
    assert "two subjects" in page.text
    shares = {row.th.text: row.text for row in page.select(".shares tbody tr")}  # type: ignore[union-attr]
    assert "85.7 %" in shares["规则rules"]
    assert "100.0 %" in shares["位于located in"]


def test_articles_without_a_date_are_named(ledger: Ledger) -> None:
    page = BeautifulSoup(render(ledger), "html.parser")
    paragraph = page.find(id="undated").find_next_sibling("p")  # type: ignore[union-attr]
    assert paragraph is not None
    assert paragraph.text.strip().endswith("b")


def test_a_long_list_says_how_much_of_it_is_not_shown() -> None:
    ledger = Ledger()
    left = [LeftOut("a", number, "", f"某句{number}。") for number in range(MOST + 7)]
    ledger.add(Document("a", "", "", ""), [], [], left)
    page = render(ledger)
    assert page.count("某句") == MOST
    assert "Not listed here:</span> 7" in page


def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger) -> None:
    assert render(ledger) == render(ledger)


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser.new_page()
        browser.close()


def test_hostile_text_is_text_and_the_switch_works_in_a_browser(
    ledger: Ledger, page: Page, tmp_path: Path
) -> None:
    troubles: list[str] = []
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    write(ledger, tmp_path / "report.html")
    page.goto((tmp_path / "report.html").as_uri())
    assert page.locator("h1").inner_text() == "抽取报告"
    page.get_by_text("English").click()
    assert page.locator("h1").inner_text() == "What was read and what was not"
    assert page.evaluate("document.documentElement.lang") == "en"
    shown = HOSTILE.replace("\u202e", "\ufffd")
    assert page.locator("tbody th", has_text="onerror").first.inner_text() == shown
    assert page.locator("img").count() == 0
    assert troubles == []
    assert len(requests) == 1


def test_the_calibration_stands_in_the_page(ledger: Ledger) -> None:
    page = BeautifulSoup(render(ledger), "html.parser")
    lines = [
        [cell.text for cell in row.select("th, td")]
        for row in page.select("#confidence ~ .wide tr")
    ]
    surest = lines[1]
    assert lines[len(BANDS)][0] == "0.0–0.5"
    assert surest[:3] == ["0.9–1.0", "6", "100.0 %"]
    for band in load_calibration().bands:
        if band.least == 0.9:
            measured = [str(band.count), f"{band.stated:.2f}", f"{band.measured:.2f}"]
            assert surest[3:6] == measured
