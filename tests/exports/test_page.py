"""Each view of the page, used as a planner uses it; then all of them, as a stranger meets them."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from defusedxml import ElementTree  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from exports.edition import produce
from exports.network import draw, write
from exports.page_data import identify
from exports.picture import Name, Number
from tests.benchmarks.bench_page import region
from tests.console import ROOT
from tests.exports.town import ARTICLE, ID, TEXT, proof, sample, visit

VIEWS = ("map", "focus", "matrix", "time", "gaps", "paths", "compare", "table", "outline")
#: Where the pictures of every view go, to be looked at.
SCREENS = ROOT / "tests" / "screens"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("views") / "network.html"
    target = Number(
        ID + "lab", Name("人数", "staff"), "80人", "80", "PERSON", "2025", "", "target",
        proof("将建设飞船", modality="target"),
    )  # fmt: skip
    write(replace(sample(), numbers=(*sample().numbers, target)), path)
    return path.as_uri()


@pytest.fixture(scope="module")
def shared(browser: Browser, address: str) -> Iterator[Page]:
    view, requests, complaints = visit(browser, address)
    yield view
    view.context.close()
    assert (requests, complaints) == ([], [])


@pytest.fixture
def page(shared: Page) -> Page:
    """The page as it opens, without being loaded again."""
    shared.evaluate(
        "onecity.change({view: 'map', node: -1, one: -1, other: -1, hops: 1, grid: 'types',"
        " through: false, scene: '', language: 'zh', inferred: false})"
    )
    return shared


def show(page: Page, view: str, **state: object) -> None:
    page.evaluate("changes => onecity.change(changes)", {"view": view, **state})


def number(page: Page, slug: str) -> int:
    found: int = page.evaluate(
        "id => JSON.parse(document.getElementById('data').textContent).nodes"
        ".findIndex(node => node.id === id)",
        identify(ID + slug),
    )
    assert found >= 0
    return found


def marks(page: Page, place: str) -> list[str]:
    found: list[str] = page.locator(f"{place} mark").all_text_contents()
    assert all(mark in TEXT for mark in found)
    return found


def test_a_cell_of_the_matrix_opens_its_list_and_the_list_its_sentences(page: Page) -> None:
    show(page, "matrix")
    page.get_by_role("button", name="江州高新区 · 科创平台 · 1").click()
    sheet = page.get_by_role("dialog")
    assert sheet.locator(".row").all_text_contents() == ["台江州国家实验室"]
    sheet.locator(".cite").click()
    assert marks(page, "#sheet") == ["江州高新区拥有江州国家实验室"]
    page.keyboard.press("Escape")
    assert not sheet.is_visible() and page.is_visible("#view-matrix")


def test_industries_stand_against_the_places_that_claim_them(page: Page) -> None:
    show(page, "matrix", grid="industries")
    assert page.locator("#view-matrix thead th").all_text_contents() == ["江州高新区", "几处聚焦"]
    assert page.locator("#view-matrix tbody tr").all_text_contents() == ["生物医药11"]
    assert "g=industries" in page.url


def test_the_ladder_and_the_numbers_keep_targets_apart_from_facts(page: Page) -> None:
    show(page, "time")
    rung = page.locator(".rung", has_text="探索中")
    assert rung.locator(".row").all_text_contents() == ["盟江州联盟"]
    assert "unbuilt" in (rung.get_attribute("class") or "")
    (row,) = page.locator(".numbers tbody tr").all()
    fact, target = row.locator("td").nth(2), row.locator("td").nth(3)
    assert "50人截至 2020" in (fact.text_content() or "")
    assert "80人截至 2025" in (target.text_content() or "")
    assert row.locator(".dot:not(.hollow)").count() == 1 == row.locator(".dot.hollow").count()
    target.locator(".cite").click()
    assert marks(page, "#sheet") == ["将建设飞船"]
    page.keyboard.press("Escape")


def test_gaps_say_how_much_text_they_stand_on(page: Page) -> None:
    show(page, "gaps")
    text = page.inner_text("#view-gaps")
    assert "“未提到”只表示这些文章没有说,不等于没有" in text
    row = page.locator("#view-gaps .grid tbody tr", has_text="江州高新区")
    cells = row.locator("td").all_text_contents()
    assert cells == ["1", "未提到", "未提到", "未提到", "4 句 · 1 篇 · 1 家来源"]


def test_paths_leave_the_city_out_unless_asked_and_quote_each_step(page: Page) -> None:
    zone, uni = number(page, "zone"), number(page, "uni")
    show(page, "paths", one=uni, other=zone)
    ways = page.locator(".way")
    assert ways.count() == 1
    assert ways.locator(".row").all_text_contents() == [
        "校江州大学",
        "台江州国家实验室",
        "城江州高新区",
    ]
    assert ways.locator("li:has(blockquote)").count() == 2 == len(marks(page, ".way"))
    page.check("#through")
    assert ways.count() == 2
    assert "江州市" in ways.nth(0).inner_text() + ways.nth(1).inner_text()
    assert "c=1" in page.url


def test_paths_are_asked_for_by_keyboard(page: Page) -> None:
    show(page, "paths")
    for box, words in (("#path-from", "研究院"), ("#path-to", "Biomed")):
        page.focus(box)
        page.keyboard.type(words)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    assert page.input_value("#path-from") == "江州研究院"
    assert page.locator(".way .how").count() == 4
    assert "a=school" in page.url and "b=bio" in page.url


def test_what_is_not_connected_is_said_to_be_so(page: Page) -> None:
    show(page, "paths", one=number(page, "ship"), other=number(page, "bio"))
    assert "飞船 与 生物医药 之间,这些文章没有说出联系" in page.inner_text("#view-paths")


def test_two_places_stand_side_by_side(page: Page) -> None:
    show(page, "compare", one=number(page, "zone"), other=number(page, "uni"))
    rows = {
        cells[0]: cells[1:]
        for cells in page.eval_on_selector_all(
            ".compare tr", "all => all.map(row => [...row.cells].map(cell => cell.textContent))"
        )
    }
    assert rows["所含科创平台"][0].endswith("1")
    assert rows["聚焦"][0].startswith("业生物医药") and rows["聚焦"][2] == "–"
    page.locator(".compare .cite").first.click()
    assert marks(page, "#sheet")
    page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("hops", "names"), [(1, {"江州高新区"}), (2, {"江州高新区", "江州国家实验室"})]
)
def test_links_reach_as_many_steps_as_asked(page: Page, hops: int, names: set[str]) -> None:
    show(page, "focus", node=number(page, "bio"), hops=hops)
    found = set(page.locator("#view-focus .row span:nth-child(2)").all_text_contents())
    assert names <= found and "江州研究院" not in found
    assert page.locator('#view-focus .bar [aria-pressed="true"]').inner_text() == str(hops)


def test_planned_is_dashed_and_inferred_dotted_and_hidden_at_first(page: Page) -> None:
    show(page, "focus", node=number(page, "zone"))
    border = "one => getComputedStyle(one).borderTopStyle"
    leaf = page.locator("#view-focus .planned > .leaf")
    assert leaf.evaluate(border) == "dashed" and "江州联盟" in leaf.inner_text()
    assert page.locator("#view-focus .stated > .leaf").first.evaluate(border) == "solid"
    show(page, "focus", node=number(page, "lab"))
    assert page.locator("#view-focus .inferred").count() == 0
    show(page, "focus", inferred=True)
    dotted = page.locator("#view-focus .inferred > .leaf")
    assert dotted.evaluate(border) == "dotted" and "无原文" in dotted.inner_text()


def test_a_citation_is_copied_after_gb_t_7714(page: Page) -> None:
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }")
    show(page, "map", node=number(page, "uni"))
    page.locator("#panel blockquote button").first.click()
    copied = page.evaluate("window.copied")
    place = "第 7–14 字"
    assert copied == f"“江州国家实验室”. 江州报道[N]. 江州日报, 2021-05-21: {place}. {ARTICLE}"


def test_a_zone_opens_and_the_back_button_closes_it(page: Page) -> None:
    zone = number(page, "zone")
    show(page, "map", node=zone)
    page.get_by_role("button", name="展开此片区").click()
    assert page.inner_text("#crumbs b") == "江州高新区" and "z=zone" in page.url
    assert page.evaluate(f"onecity.whereIs({number(page, 'school')})") is None
    page.go_back()
    page.wait_for_function("!document.querySelector('#crumbs b')")


def printed(page: Page, folder: Path) -> list[str]:
    """The text of each page of paper."""
    page.pdf(path=str(folder / "page.pdf"), prefer_css_page_size=True)
    command = ["pdftotext", "-layout", str(folder / "page.pdf"), "-"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return [text for text in run.stdout.split("\f") if text.strip()]


def test_an_opened_zone_and_any_view_print_as_text(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page, _, _ = visit(browser, f"{address}#z=zone&m=dark")
    (paper,) = printed(page, tmp_path)
    assert "江州高新区" in paper and "江州研究院" not in paper
    assert "实线:原文说明" in paper and "江州报道" in paper
    show(page, "matrix")
    (paper,) = printed(page, tmp_path)
    assert "科创平台" in paper and "合计" in paper
    page.context.close()


def test_the_board_is_kept_as_svg(page: Page, tmp_path: Path) -> None:
    with page.expect_download() as waiting:
        page.click("#save")
    waiting.value.save_as(tmp_path / "board.svg")
    assert waiting.value.suggested_filename == "江州市创新布局图.svg"
    root = ElementTree.parse(tmp_path / "board.svg").getroot()
    texts = ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "江州国家实验室" in texts and "江州高新区" in texts


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the shipped article."""
    out = tmp_path_factory.mktemp("city")
    produce([ROOT / "sources" / "articles"], out)
    return (out / "network.html").as_uri()


def test_the_city_reads_at_once(browser: Browser, city: str) -> None:
    for language, least in (("zh", 11.0), ("en", 10.0)):
        page, _, complaints = visit(browser, f"{city}#l={language}")
        board = page.evaluate(
            "(() => { const all = JSON.parse(document.getElementById('data').textContent).more;"
            " const scene = all.scenes[document.documentElement.lang]"
            "[all.first[document.documentElement.lang]];"
            " const cards = scene.cards.map(card => [card, onecity.whereIs(card[0])]);"
            " const [a, b] = [cards[0], cards[cards.length - 1]];"
            " const y = ([card]) => card[3] + card[5] / 2;"
            " return {count: cards.length, scale: (b[1].y - a[1].y) / (y(b) - y(a)),"
            " xs: cards.flatMap(([card, at]) => [-1, 1].map(way =>"
            " at.x + way * card[4] / 2 * (b[1].y - a[1].y) / (y(b) - y(a)))),"
            " ys: cards.map(([, at]) => at.y)}; })()"
        )
        box = page.locator("#canvas").bounding_box()
        assert box and board["count"] <= 88
        assert board["scale"] * 12 >= least
        assert min(board["xs"]) >= 0 and max(board["xs"]) <= box["width"]
        assert min(board["ys"]) >= 0 and max(board["ys"]) <= box["height"]
        assert complaints == []
        page.context.close()


def test_no_card_is_told_by_its_colour_alone(browser: Browser, city: str) -> None:
    page, _, _ = visit(browser, city)
    cards, badges = (
        page.locator(f"svg.twin[lang=zh] rect.{name}").count() for name in ("card", "badge")
    )
    assert cards == badges > 50
    signs = page.locator("svg.twin[lang=zh] .bi").all_text_contents()
    assert all(len(sign) == 1 for sign in signs) and len(set(signs)) > 8
    legend = page.locator("#filters label .tag").all_text_contents()
    assert len(legend) == len(set(legend))
    page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_view_bars_anybody(
    browser: Browser, city: str, barriers: Callable[..., list[str]], language: str
) -> None:
    """Serious and critical findings of axe-core; pictures for the eye are taken on the way.

    What surrounds the views is looked at once, and in the dark only colours, which are the same in
    both languages.
    """
    SCREENS.mkdir(exist_ok=True)
    page, requests, complaints = visit(browser, f"{city}#l={language}")
    one, other = page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).more.zones"
    )[:2]
    barred: dict[str, list[str]] = {}
    for view in VIEWS:
        node = one if view == "focus" else -1
        show(page, view, theme="light", one=one, other=other, node=node)
        found = barriers(page, None if view in {"map", "focus"} else "main")
        page.screenshot(path=str(SCREENS / f"{view}-{language}.png"))
        if language == "zh":
            show(page, view, theme="dark")
            found += barriers(page, f"#view-{view}" if view != "map" else None, ("color-contrast",))
            page.screenshot(path=str(SCREENS / f"{view}-{language}-dark.png"))
        if found:
            barred[view] = found
    assert barred == {}
    page.set_viewport_size({"width": 390, "height": 844})
    for view in VIEWS:
        show(page, view, theme="light", node=-1)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, view
        page.screenshot(path=str(SCREENS / f"{view}-{language}-narrow.png"), full_page=True)
    assert (requests, complaints) == ([], [])
    page.context.close()


@pytest.mark.parametrize(("size", "megabytes"), [(66, 1.0), (300, 1.0), (1000, 1.6), (3000, 3.0)])
def test_the_page_stays_small(size: int, megabytes: float) -> None:
    assert len(draw(region(size)).encode()) <= megabytes * 1e6


def test_a_large_region_opens_zone_by_zone(browser: Browser, tmp_path: Path) -> None:
    write(region(1000), tmp_path / "large.html")
    page, _, complaints = visit(browser, (tmp_path / "large.html").as_uri())
    crumbs = page.locator("#crumbs button:visible").all_text_contents()
    assert crumbs == ["总览", "存为 SVG"]
    page.evaluate("onecity.change({scene: String(JSON.parse(document.getElementById('data')"
                  ".textContent).more.zones[0])})")  # fmt: skip
    assert page.inner_text("#crumbs b").endswith("开发区")
    page.click("#tab-table")
    page.wait_for_selector("#view-table tbody tr")
    assert complaints == []
    page.context.close()
