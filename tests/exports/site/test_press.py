"""The folder of a site: whole, the same each time, never over what is not its own."""

import filecmp
import json
import posixpath
import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from pyoxigraph import RdfFormat, parse

from exports.site import press
from exports.site.press import LIST, write_site
from graph.catalogue import questions
from ontology.errors import OutputError


def pages(site: Path) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in sorted(site.rglob("*.html"))
    }


def test_every_thing_article_and_question_has_a_page_in_both_languages(site: Path) -> None:
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    zh = {path for path in found if not path.startswith("en/")}
    assert {path.removeprefix("en/") for path in found - zh} == zh
    assert {f"question/{question.name}.html" for question in questions()} <= zh
    assert {"entity/jiang-zhou-gao-xin-qu.html", "article/a1.html", "index.html"} <= zh


def test_the_list_names_every_file_with_its_hash(site: Path, listed: list[str]) -> None:
    record = json.loads((site / LIST).read_text("utf-8"))
    there = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()} - {LIST}
    assert listed == sorted(there)
    for name, digest in record["files"].items():
        assert sha256((site / name).read_bytes()).hexdigest() == digest


def test_every_link_is_relative_and_leads_to_a_file_and_a_place_on_it(site: Path) -> None:
    found = pages(site)
    places = {path: {tag["id"] for tag in page.select("[id]")} for path, page in found.items()}
    for path, page in found.items():
        for tag in page.select("[href], [src]"):
            address = urlsplit(str(tag.get("href") or tag.get("src")))
            if address.scheme:
                assert address.netloc == "doi.org", f"{path}: {address.geturl()}"
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address.path))
            target = path if not address.path else unquote(target)
            assert (site / target).is_file(), f"{path}: {address.geturl()}"
            if address.fragment:
                assert unquote(address.fragment) in places[target], f"{path}: {address.geturl()}"


def test_a_page_tells_facts_with_their_sentences_and_keeps_kinds_apart(site: Path) -> None:
    page = pages(site)["entity/jiang-zhou-gao-xin-qu.html"]
    assert page.h1 is not None
    assert page.h1.get_text(strip=True).endswith("江州高新区")
    text = page.get_text(" ", strip=True)
    assert "又称 高新区" in text
    focus = next(s for s in page.select(".relation") if s.h3 and "聚焦" in s.h3.text)
    assert [word.text for word in focus.select(".word")] == ["新材料", "生物医药"]
    (quote,) = focus.select("blockquote")
    assert quote.text == "江州高新区聚焦生物医药、新材料。"
    assert [mark.text for mark in quote.select("mark")] == ["聚焦生物医药", "新材料"]
    (claim,) = page.select("li.claim")
    assert "江州大学" in claim.text
    (target,) = page.select(".figures li.target")
    assert target.strong is not None
    assert target.strong.text == "100家"
    (planned,) = page.select("li.planned")
    assert "江州联盟" in planned.text


def test_a_quote_leads_to_its_words_in_the_article(site: Path) -> None:
    found = pages(site)
    page = found["entity/jiang-zhou-shi-yan-shi.html"]
    address = str(page.select(".relation figcaption a")[0]["href"])
    words = found["article/a1.html"].find(id=address.split("#")[1])
    assert words is not None
    assert words.text.startswith("江州高新区")


def test_names_in_an_article_lead_to_their_pages(site: Path) -> None:
    page = pages(site)["article/a1.html"]
    names = {tag.text: str(tag["href"]) for tag in page.select(".text a.e, .facts li a")}
    assert names["江州实验室"].endswith("entity/jiang-zhou-shi-yan-shi.html")
    assert "没有取出内容的一句话。" in {mark.text for mark in page.select(".text mark")}


def test_a_question_shows_its_answer_and_its_sparql(site: Path) -> None:
    page = pages(site)["en/question/zones.html"]
    assert "江州高新区" in {cell.text for cell in page.select("table.answer td")}
    assert "SELECT" in page.select("pre")[0].text
    assert (site / "data" / "question-zones.csv").read_text("utf-8-sig").startswith("zone")
    assert "高新技术产业开发区" not in page.text


def test_a_thing_can_be_loaded_as_turtle_with_its_quotes(site: Path) -> None:
    data = (site / "data" / "jiang-zhou-shi-yan-shi.ttl").read_bytes()
    triples = {str(t.predicate).rsplit("/")[-1]: t for t in parse(data, format=RdfFormat.TURTLE)}
    values = {str(t.object) for t in parse(data, format=RdfFormat.TURTLE)}
    assert '"江州高新区拥有江州实验室"@zh' in values
    assert len(triples) > 10


def test_two_sites_of_a_build_are_the_same_bytes(plain: Path, site: Path, tmp_path: Path) -> None:
    write_site(plain, tmp_path / "again")
    names = [LIST, *json.loads((site / LIST).read_text("utf-8"))["files"]]
    same, other, failed = filecmp.cmpfiles(site, tmp_path / "again", names, shallow=False)
    assert (sorted(same), other, failed) == (sorted(names), [], [])


def test_a_site_takes_the_place_of_an_older_one_whole(plain: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    write_site(plain, target)
    record = json.loads((target / LIST).read_text("utf-8"))
    (target / "entity" / "gone.html").write_text("old", encoding="utf-8")
    record["files"]["entity/gone.html"] = ""
    (target / LIST).write_text(json.dumps(record), encoding="utf-8")
    seen: list[tuple[int, int]] = []
    write_site(plain, target, lambda done, whole: seen.append((done, whole)))
    assert not (target / "entity" / "gone.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert seen[-1][0] == seen[-1][1] == len(seen)


@pytest.mark.parametrize("name", ["notes.txt", "entity/mine.html", "site.json"])
def test_what_is_not_of_the_site_is_never_overwritten(
    plain: Path, tmp_path: Path, name: str
) -> None:
    foreign = tmp_path / "site" / name
    foreign.parent.mkdir(parents=True)
    foreign.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match=re.escape(f"{foreign}: is in the way")):
        write_site(plain, tmp_path / "site")
    assert foreign.read_text("utf-8") == "mine"


def test_a_file_or_a_link_is_in_the_way(plain: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(OutputError, match="is in the way and is no site"):
            write_site(plain, tmp_path / name)


def test_a_failure_leaves_the_old_site_and_nothing_beside_it(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    write_site(plain, target)
    old = (target / LIST).read_bytes()
    blocked = {"assets/site.css": b"", "assets/site.css/x": b""}
    monkeypatch.setattr(press, "asset_files", lambda: blocked)
    with pytest.raises(OutputError, match="the last site is unchanged"):
        write_site(plain, target)
    assert (target / LIST).read_bytes() == old
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_run_left_is_put_right(plain: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_site(plain, target)
    target.rename(tmp_path / ".site.old-1")
    (tmp_path / ".site.partial-1").mkdir()
    write_site(plain, target)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
