"""A made-up town for tests of the page, and the way into it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page

from exports.picture import Article, Link, Name, Node, Number, Picture, Post, Proof, Quote

ID = "https://w3id.org/onecity/id/"
ARTICLE = "https://w3id.org/onecity/article/a"
TEXT = (
    "江州高新区拥有江州国家实验室,正探索建立江州联盟。"
    "李明说,2020年实验室有50人。如果顺利,将建设飞船。"
)


def proof(exact: str, speaker: str = "", modality: str = "asserted") -> tuple[Proof, ...]:
    start = TEXT.index(exact)
    end = start + len(exact)
    quote = Quote(exact, TEXT[max(0, start - 12) : start], TEXT[end : end + 12], start, end)
    return (Proof(ARTICLE, (quote,), speaker, 0.9, modality),)


def sample() -> Picture:
    nodes = (
        Node(ID + "jiang-zhou", Name("江州市", "Jiangzhou"), "City", proofs=proof("江州")),
        Node(
            ID + "zone", Name("江州高新区", "Jiangzhou High-tech Zone"), "HighTechZone", ("高新区",)
        ),
        Node(ID + "lab", Name("江州国家实验室", "Jiangzhou National Laboratory"), "Laboratory"),
        Node(
            ID + "league",
            Name("江州联盟"),
            "Alliance",
            (),
            "exploring",
            (),
            proof("正探索建立江州联盟"),
        ),
        Node(ID + "li-ming", Name("李明", "Li Ming"), "Person"),
        Node(ID + "ship", Name("飞船"), "Project"),
        Node(ID + "bio", Name("生物医药", "Biomedicine"), "Industry"),
        Node(ID + "uni", Name("江州大学", "Jiangzhou University"), "University"),
        Node(ID + "school", Name("江州研究院"), "ResearchInstitute"),
    )
    links = (
        Link(ID + "zone", ID + "jiang-zhou", "locatedIn", proofs=proof("江州高新区")),
        Link(ID + "uni", ID + "jiang-zhou", "locatedIn", proofs=proof("江州")),
        Link(ID + "lab", ID + "zone", "locatedIn", proofs=proof("江州高新区拥有江州国家实验室")),
        Link(ID + "lab", ID + "uni", "affiliatedWith", proofs=proof("江州国家实验室")),
        Link(ID + "school", ID + "uni", "affiliatedWith", proofs=proof("江州国家实验室")),
        Link(ID + "league", ID + "zone", "establishedBy", "planned", proof("正探索建立江州联盟")),
        Link(ID + "lab", ID + "jiang-zhou", "locatedIn", "inferred"),
        Link(
            ID + "zone",
            ID + "ship",
            "establishedBy",
            "claim",
            proof("将建设飞船", modality="hypothetical"),
        ),
        Link(ID + "zone", ID + "bio", "focusesOn", proofs=proof("江州高新区")),
    )
    numbers = (
        Number(
            ID + "lab",
            Name("人数", "staff"),
            "50人",
            "50",
            "PERSON",
            "2020",
            proofs=proof("实验室有50人", "李明"),
        ),
    )
    posts = (Post(ID + "li-ming", ID + "zone", "主任", proof("李明说")),)
    articles = (Article(ARTICLE, "江州报道", "2021-05-21", "江州日报"),)
    return Picture(nodes, links, numbers, posts, articles)


def visit(browser: Browser, address: str, **options: Any) -> tuple[Page, list[str], list[str]]:
    """A page, the requests it makes beside itself, and what it complains of."""
    options = {"viewport": {"width": 1440, "height": 900}} | options
    page = browser.new_context(**options).new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on(
        "request",
        lambda request: None if request.is_navigation_request() else requests.append(request.url),
    )
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.goto(address)
    if options.get("java_script_enabled", True):
        page.wait_for_selector("html.ready", state="attached", timeout=5000)
    return page, requests, complaints
