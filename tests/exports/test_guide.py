"""The guide to extending the ontology, followed word by word in a copy of the project."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = {lang: ROOT / "docs" / f"extend.{lang}.md" for lang in ("zh", "en")}
#: How the copy runs what the guide calls by its place in the environment.
MODULES = {
    "python": sys.executable,
    "pytest": f"{sys.executable} -m pytest",
    "onecity": f"{sys.executable} -m onecity",
}
_PROGRAM = re.compile(r"\.venv/bin/(\w+)")
_BLOCK = re.compile(r"^```(diff|sh)\n(.*?)^```$", re.M | re.S)


def blocks(lang: str) -> list[tuple[str, str]]:
    return _BLOCK.findall(GUIDES[lang].read_text(encoding="utf-8"))


def change(root: Path, diff: str) -> None:
    """Do what the marks ``+`` and ``-`` of a block say; at the end where it only adds."""
    _, head, *lines = diff.splitlines()
    path = root / head.removeprefix("+++ ")
    before = "".join(f"{line[1:]}\n" for line in lines if line[:1] in {" ", "-"})
    after = "".join(f"{line[1:]}\n" for line in lines if line[:1] in {" ", "+"})
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if before:
        assert text.count(before) == 1, (path, before)
        text = text.replace(before, after)
    else:
        text += after
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each command of the English guide printed, after all that stands before it was done."""
    root = tmp_path_factory.mktemp("guide") / "onecity"
    litter = ignore_patterns("__pycache__", ".*", "out", "articles", "passages")
    for room in ("exports", "graph", "ontology", "tests"):
        copytree(ROOT / room, root / room, ignore=litter)
    copytree(ROOT / "sources", root / "sources", ignore=ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "onecity.py"):
        (root / name).write_bytes((ROOT / name).read_bytes())
    said = {}
    for kind, text in blocks("en"):
        if kind == "diff":
            change(root, text)
            continue
        for line in text.splitlines():
            command = _PROGRAM.sub(lambda m: MODULES[m[1]], line)
            done = subprocess.run(
                command, shell=True, cwd=root, capture_output=True, encoding="utf-8", check=False
            )
            assert done.returncode == 0, (line, done.stdout[-2000:], done.stderr[-2000:])
            said[line.removeprefix(".venv/bin/")] = done.stdout
    return said


def test_both_languages_have_the_same_steps() -> None:
    assert blocks("zh") == blocks("en")
    assert len(blocks("en")) >= 18
    heads = [re.findall("^## ", path.read_text(encoding="utf-8"), re.M) for path in GUIDES.values()]
    assert len(heads[0]) == len(heads[1]) == 3


def test_a_class_that_was_added_is_read_in_a_text(followed: dict[str, str]) -> None:
    shown = followed["onecity show 江州合成材料中试车间 --out jianghuai/out"]
    assert "中试车间 < 科创平台" in shown
    assert "江州科学城" in shown


def test_a_relation_that_was_added_answers_its_question(followed: dict[str, str]) -> None:
    answer = followed["onecity query incubated-firms --out jianghuai/out"]
    (row,) = answer.splitlines()[2:3]
    assert row.split()[:2] == ["江州创新孵化器", "江州芯片有限公司"]


def test_a_region_that_was_added_is_known_by_its_name(followed: dict[str, str]) -> None:
    shown = followed["onecity show 江淮科创带 --out jianghuai/out"]
    assert "区域 < 地点" in shown
    assert "江州科学城" in shown


def test_the_checks_that_the_guide_asks_for_ran(followed: dict[str, str]) -> None:
    ran = [said for line, said in followed.items() if line.startswith("pytest")]
    assert len(ran) == 2
    for said in ran:
        assert re.search(r"\d+ passed", said)
