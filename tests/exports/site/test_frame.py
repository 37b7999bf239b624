"""The pages in a real browser: silent, offline, without barriers, safe with hostile text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from exports.site.press import write_site
from exports.wording import clean
from sources.statement import Statement
from tests.exports.site.conftest import article, build_of, fact

PAGES = [
    "index.html", "entities.html", "articles.html", "questions.html", "analysis.html",
    "entity/jiang-zhou-gao-xin-qu.html", "article/a1.html", "question/zones.html",
]  # fmt: skip
#: Text that would run, load, close or reorder something if it were ever taken for markup.
PAYLOADS = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "\"'><svg onload=alert(1)>",
    "javascript:alert(1)",
    "<!--<script>",
    "-->",
    "</title><script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}",
    "${alert(1)}",
    "<a href='javascript:alert(1)'>x</a>",
    "&lt;b&gt;",
    "&#x3c;b&#x3e;",
    "<iframe src=//evil.example></iframe>",
    "<base href=//evil.example/>",
    "<link rel=x href=//e.x>",
    "<meta http-equiv=refresh content=0;url=//e.x>",
    "<style>*{display:none}</style>",
    "' onmouseover='alert(1)",
    '" autofocus onfocus=alert(1) x="',
    "<math><mi//xlink:href=x>",
    "<svg><script>alert(1)</script></svg>",
    "<body onload=alert(1)>",
    "<input onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "]]><script>alert(1)",
    "<form action=//e.x><button>",
    "<object data=//e.x>",
    "<embed src=//e.x>",
    "%3Cscript%3E",
    "\\u003cscript\\u003e",
    "a" * 300,
    "../../../etc/passwd",
    "con",
    "<template><script>",
    "<plaintext>",
    "<noscript><p title=</noscript><img src=x onerror=alert(1)>>",
    "`-alert(1)-`",
    "<x href=1>href</x>",
]


def visit(browser: Browser, address: str, **options: Any) -> tuple[Page, list[str]]:
    """A page, and whatever it asks for outside its folder or complains of."""
    options = {"viewport": {"width": 1440, "height": 900}} | options
    page = browser.new_context(**options).new_page()
    noise: list[str] = []
    page.on("request", lambda r: None if r.url.startswith("file:") else noise.append(r.url))
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("dialog", lambda dialog: noise.append(dialog.message))
    page.goto(address)
    return page, noise


@pytest.mark.parametrize(("lang", "scheme", "width"), [("", "light", 1440), ("en/", "dark", 390)])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_barriers_noise_or_a_second_scrollbar(
    browser: Browser,
    site: Path,
    barriers: Callable[[Page], list[str]],
    name: str,
    lang: str,
    scheme: str,
    width: int,
) -> None:
    size = {"width": width, "height": 844}
    page, noise = visit(browser, (site / lang / name).as_uri(), color_scheme=scheme, viewport=size)
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert noise == []
    page.context.close()


def test_the_search_finds_names_aliases_and_pinyin_by_keyboard(
    browser: Browser, site: Path
) -> None:
    page, noise = visit(browser, (site / "en" / "article" / "a1.html").as_uri())
    for wanted, found in (
        ("实验室", "江州实验室"), ("高新区", "江州高新区"), ("jzdx", "江州大学"),
        ("jiangzhoulianmeng", "江州联盟"), ("建设纪实", "江州高新区建设纪实"),
    ):  # fmt: skip
        page.keyboard.press("/") if wanted == "实验室" else page.fill("#q", "")
        page.fill("#q", wanted)
        page.wait_for_selector("#hits li")
        assert page.inner_text("#hits li .word") == found
    page.fill("#q", "实验室")
    page.wait_for_selector("#hits li:has-text('实验室')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/entity/jiang-zhou-shi-yan-shi.html")
    page.fill("#q", "没有这个")
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    assert page.inner_text(".search [role=status]") == "Nothing found"
    assert noise == []


def test_the_other_language_is_one_step_away(browser: Browser, site: Path) -> None:
    page, _ = visit(browser, (site / "entity" / "jiang-zhou-gao-xin-qu.html").as_uri())
    page.click(".tongue")
    assert page.url.endswith("/en/entity/jiang-zhou-gao-xin-qu.html")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "Also called" in page.inner_text("main")


def test_words_open_their_facts_and_names_their_pages(browser: Browser, site: Path) -> None:
    page, noise = visit(browser, (site / "article" / "a1.html").as_uri())
    page.click(".text a.q >> nth=0")
    assert page.inner_text(".facts .some").startswith("1 /")
    page.click(".text a.e:has-text('江州大学') >> nth=0")
    assert page.url.endswith("entity/jiang-zhou-da-xue.html")
    assert noise == []


def test_everything_but_search_works_without_scripts(browser: Browser, site: Path) -> None:
    page, _ = visit(browser, (site / "index.html").as_uri(), java_script_enabled=False)
    assert not page.is_visible(".search")
    page.click(".cards a >> nth=0")
    assert page.is_visible("blockquote mark")
    page.click("figcaption a >> nth=0")
    assert "article/a1.html#" in page.url
    assert page.is_visible(".facts li >> nth=0")


def test_a_page_prints_without_its_bars(browser: Browser, site: Path) -> None:
    page, _ = visit(browser, (site / "entity" / "jiang-zhou-gao-xin-qu.html").as_uri())
    page.emulate_media(media="print")
    assert not page.is_visible(".top")
    assert page.is_visible("blockquote")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose names, quotes, titles and publishers are all payloads."""
    folder = tmp_path_factory.mktemp("hostile")
    text = "江州市概况\n" + "".join(f"江州市的{payload}。\n" for payload in PAYLOADS)
    told: list[Statement] = [fact(text, ("江州市", "City"), "type", ("City", "Class"), "江州市")]
    for payload in PAYLOADS:
        name = (payload, "Enterprise")
        told.append(fact(text, name, "type", ("Enterprise", "Class"), payload))
        told.append(fact(text, name, "locatedIn", ("江州市", "City"), f"江州市的{payload}"))
    articles = [(article("a1", text, PAYLOADS[0], PAYLOADS[1]), told)]
    other = f"江州市。{PAYLOADS[2]}"
    city = fact(other, ("江州市", "City"), "type", ("City", "Class"), "江州市", doc="b1")
    articles.append((article("b1", other, PAYLOADS[6], PAYLOADS[18]), [city]))
    write_site(build_of(folder / "build", *articles), folder / "site")
    return folder / "site"


def test_hostile_text_is_text_on_every_page(browser: Browser, hostile: Path) -> None:
    assert len(PAYLOADS) == 40
    page, noise = visit(browser, (hostile / "entities.html").as_uri())
    shown = {" ".join(text.split()) for text in page.locator(".chips .word").all_text_contents()}
    assert {" ".join(clean(payload).split()) for payload in PAYLOADS} <= shown
    paths = [*hostile.glob("*.html"), *hostile.glob("*/*.html")]
    for path in sorted(path for path in paths if path.parent.name not in ("question", "en")):
        name = path.relative_to(hostile).as_posix()
        page.goto(path.as_uri())
        outside = "document.querySelectorAll('iframe, object, embed, base, form, img, svg').length"
        assert page.evaluate(outside) == 0, name
    assert noise == []
    page.goto((hostile / "article" / "a1.html").as_uri())
    text = page.text_content(".text") or ""
    assert all(clean(payload) in text for payload in PAYLOADS)


def test_hostile_text_is_found_by_search_as_text(browser: Browser, hostile: Path) -> None:
    page, noise = visit(browser, (hostile / "index.html").as_uri())
    page.fill("#q", "<img src=x")
    page.wait_for_selector("#hits li")
    assert PAYLOADS[0] in page.locator("#hits .word").all_text_contents()
    assert noise == []


def test_injected_code_is_refused_by_the_policy(browser: Browser, site: Path) -> None:
    page, noise = visit(browser, (site / "index.html").as_uri())
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')")
    page.wait_for_timeout(200)
    assert any("Content Security Policy" in line for line in noise)
