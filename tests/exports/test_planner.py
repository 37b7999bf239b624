"""What planners ask of a build, as tables: each says what it means and stands on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exports.edition import produce
from exports.gauge import MEASURES, gauge
from exports.outlook import follow_chains, try_change
from exports.sights import (
    compare_texts,
    compare_things,
    find_paths,
    list_gaps,
    list_industries,
    list_platforms,
)
from exports.survey import Finding
from ontology.errors import NotFoundError, QueryError

ROOT = Path(__file__).parent.parent.parent
ARTICLES = ROOT / "tests" / "articles"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two invented articles and the shipped one."""
    folder = tmp_path_factory.mktemp("planner") / "out"
    shipped = ROOT / "sources" / "articles" / "chongqing-roundtable.txt"
    produce([shipped, ARTICLES / "a1.txt", ARTICLES / "a2.txt"], folder)
    return folder


def rows(found: Finding) -> list[dict[str, str]]:
    return [dict(zip(found.table.columns, row, strict=True)) for row in found.table.texts()]


def test_each_step_of_a_way_has_its_words(out: Path) -> None:
    (first, second, *_) = rows(find_paths(out, "重庆大学", "荣昌区"))
    assert (first["from"], first["relation"], first["to"]) == ("重庆大学", "— 聚焦 →", "电子信息")
    assert second["relation"] == "← 聚焦 —"
    assert "电子信息" in first["quote"]
    assert len({row["way"] for row in rows(find_paths(out, "重庆经开区", "重庆大学", most=2))}) <= 2


def test_a_shared_industry_is_a_way_only_where_there_is_no_other(out: Path) -> None:
    found = rows(find_paths(out, "西部(重庆)科学城", "重庆经开区"))
    assert [row["to"] for row in found if row["way"] == "1"] == [
        "一城多园", "广阳岛智创生态城", "重庆经开区",
    ]  # fmt: skip
    assert "健康产业" not in {row["to"] for row in found}
    assert "提到同一产业不等于有联系" in find_paths(out, "重庆大学", "荣昌区").note


def test_a_way_needs_two_ends(out: Path) -> None:
    with pytest.raises(QueryError, match="'科学城' and '西部.重庆.科学城' are one thing"):
        find_paths(out, "科学城", "西部(重庆)科学城")


def test_no_way_is_said_so(out: Path) -> None:
    with pytest.raises(NotFoundError, match="no way leads from '重报圆桌会' to '荣昌区'"):
        find_paths(out, "重报圆桌会", "荣昌区")


def test_a_comparison_tells_what_both_have(out: Path) -> None:
    found = {row["relation"]: row for row in rows(compare_things(out, "大足", "铜梁", "en"))}
    assert found["member of →"]["both"] == "重庆市高新区协同创新战略联盟"


def test_two_articles_side_by_side_by_name_and_by_title(out: Path) -> None:
    found = compare_texts(out, "a1", "a2")
    assert found.table.columns == ("about", "what", "a1", "a2", "agree")
    assert {row["a1"] for row in rows(found)} >= {"✓", ""}
    titled = compare_texts(out, "科创平台加速建设", "a1")
    assert "2 篇文章" in titled.note
    with pytest.raises(NotFoundError, match="0 articles are called 'zz'"):
        compare_texts(out, "zz", "a1")


def test_two_dates_side_by_side_only_add(out: Path) -> None:
    found = rows(compare_texts(out, "2021-05", "2030", dates=True))
    assert all(row["2030"] for row in found)
    with pytest.raises(NotFoundError, match="no article is known to be published by 1999"):
        compare_texts(out, "1999", "2030", dates=True)


def test_gaps_say_how_much_is_told_of_a_park(out: Path) -> None:
    found = {row["zone"]: row for row in rows(list_gaps(out))}
    assert found["重庆软件园"]["not told"] == "实验室, 基金, 政策, 高等学校"
    assert found["重庆软件园"]["articles"] == "1"
    assert "没有写到不等于没有" in list_gaps(out).note


def test_overlaps_and_strays_are_listed_with_their_words(out: Path) -> None:
    (health,) = [row for row in rows(list_industries(out)) if row["industry"] == "健康产业"]
    assert health["claimed by"] == "重庆经开区, 西部(重庆)科学城"
    assert "超瞬态实验装置" in {row["platform"] for row in rows(list_platforms(out))}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(MEASURES))
def test_every_measure_says_what_it_means_and_stands_on(out: Path, name: str, lang: str) -> None:
    found = gauge(out, name, lang)
    assert rows(found)
    assert ("quotes in" if lang == "en" else "处原文") in found.note


def test_plans_count_only_when_asked_for(out: Path) -> None:
    stated, more = (gauge(out, "bridges", also=also).note for also in ((), ("planned", "target")))
    assert "计划 0 条，目标 0 条" in stated
    assert stated != more


def test_without_an_alliance_parks_lose_each_other(out: Path) -> None:
    found = rows(try_change(out, ["荣昌区"], [], [], "en"))
    lost = [row["which"] for row in found if row["what"] == "steps between parks"]
    assert "大足 — 铜梁" not in lost  # the alliance still joins them
    assert found[0] == {"what": "things", "which": "", "before": found[0]["before"],
                        "after": str(int(found[0]["before"]) - 1)}  # fmt: skip


def test_a_new_body_can_tie_two_parks(out: Path) -> None:
    found = rows(try_change(out, [], [], [("新联盟", "荣昌区"), ("新联盟", "重庆软件园")], "en"))
    reach = {row["which"]: row for row in found}
    assert reach["重庆软件园 — 荣昌区"]["before"] == "none"
    assert reach["重庆软件园 — 荣昌区"]["after"] == "2"
    assert found[0] == {"what": "new", "which": "新联盟", "before": "", "after": ""}


def test_a_pair_that_is_not_tied_cannot_be_parted(out: Path) -> None:
    with pytest.raises(QueryError, match="'重庆大学' and '荣昌区' are not tied"):
        try_change(out, [], [("重庆大学", "荣昌区")], [])


def test_a_chain_shows_what_is_not_told(out: Path) -> None:
    found = rows(follow_chains(out, "科技成果转化基金", "en"))
    assert [row["money"] for row in found] == ["科技成果转化基金, 规模 15亿元"]
    assert (found[0]["meeting"], found[0]["park"]) == ("— not told", "荣昌区")


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "onecity.py"), *map(str, arguments)],
        env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_answer_is_one_table_and_its_meaning_stands_beside_it(out: Path) -> None:
    done = run("network", "--metrics", "parks", "--out", out, "--lang", "en")
    assert done.stdout.splitlines()[0].split()[:2] == ["park", "other"]
    assert done.stderr.startswith("\nParks tied by")
    done = run("chain", "荣昌区", "--out", out, "-f", "csv")
    assert (done.stdout.splitlines()[0], done.stderr) == (
        "meeting,instrument,money,park,result,articles,quotes", "",
    )  # fmt: skip


def test_a_change_must_change_something(out: Path) -> None:
    done = run("whatif", "--out", out)
    assert (done.returncode, "give --without, --untie or --tie" in done.stderr) == (2, True)


def test_the_site_command_says_where_to_begin(out: Path, tmp_path: Path) -> None:
    done = run("site", "--out", out, "--to", tmp_path / "site")
    assert done.stdout.startswith(f"{tmp_path / 'site' / 'index.html'}: ")
    assert (tmp_path / "site" / "network.html").is_file()
