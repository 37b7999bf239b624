"""The same articles give the same bytes, wherever, whenever and in whatever order they come."""

import subprocess
import sys
from pathlib import Path
from shutil import copyfile

import pytest

from graph.store import STORE, open_store

ROOT = Path(__file__).parent.parent
NAMES = ("a1", "b1", "b2", "b4")
SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LANG": "C"},
)


def build(folder: Path, arguments: list[str], setting: dict[str, str], cwd: Path) -> Path:
    done = subprocess.run(
        [sys.executable, str(ROOT / "onecity.py"), "build", *arguments, "--out", str(folder)],
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", **setting},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("determinism")
    elsewhere = folder / "别处 elsewhere"
    for place in (folder / "here", elsewhere):
        place.mkdir()
        for name in NAMES:
            for suffix in (".txt", ".meta.json"):
                copyfile(ROOT / "tests" / "articles" / (name + suffix), place / (name + suffix))
    files = [f"{name}.txt" for name in NAMES]
    first = build(folder / "one", [str(folder / "here")], SETTINGS[0], ROOT)
    second = build(folder / "two", [*files[::-1], "--workers", "2"], SETTINGS[1], elsewhere)
    return first, second


def test_every_file_is_the_same_to_the_byte(builds: tuple[Path, Path]) -> None:
    first, second = (
        {p.name: p.read_bytes() for p in (out / "current").iterdir() if p.name != STORE}
        for out in builds
    )
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert len(first) >= 10


def test_the_build_has_the_same_name(builds: tuple[Path, Path]) -> None:
    first, second = ((out / "current").resolve().name for out in builds)
    assert first == second


def test_their_sites_are_the_same_to_the_byte(builds: tuple[Path, Path], tmp_path: Path) -> None:
    lists = []
    for number, (out, setting) in enumerate(zip(builds, SETTINGS, strict=True)):
        target = tmp_path / str(number)
        subprocess.run(
            [sys.executable, str(ROOT / "onecity.py"), "site", "--out", out, "--to", target],
            env={"PATH": "/usr/bin:/bin", **setting}, capture_output=True, check=True,
        )  # fmt: skip
        lists.append((target / "site.json").read_text(encoding="utf-8"))
    assert lists[0] == lists[1]
    assert len(lists[0].splitlines()) > 500


def test_the_stores_hold_the_same(builds: tuple[Path, Path]) -> None:
    first, second = (sorted(_lines(out / "current")) for out in builds)
    assert first == second
    assert len(first) > 1000


def _lines(folder: Path) -> list[str]:
    """Quads as text; a store gives blank nodes names of its own, so those count as one."""
    return [
        " ".join("_:" if str(term).startswith("_:") else str(term) for term in quad)
        for quad in open_store(folder).quads_for_pattern(None, None, None, None)
    ]


def test_no_output_knows_where_or_when_it_was_made(builds: tuple[Path, Path]) -> None:
    here = str(builds[0].parent).encode()
    for path in (builds[0] / "current").iterdir():
        if path.is_file():
            assert here not in path.read_bytes(), path.name
