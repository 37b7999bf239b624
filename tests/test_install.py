"""What is installed holds everything that the checkout holds, and works away from it."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("exports", "graph", "ontology", "sources")
#: What other programs leave in a checkout.
LITTER = ignore_patterns("__pycache__", "*.pyc", ".*")


def _run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "LANG": "C", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The wheel of a copy of this checkout, unpacked."""
    folder = tmp_path_factory.mktemp("install")
    checkout = folder / "checkout"
    for room in ROOMS:
        copytree(ROOT / room, checkout / room, ignore=LITTER)
    for name in ("setup.cfg", "pyproject.toml", "onecity.py", "README.md", "LICENSE"):
        (checkout / name).write_bytes((ROOT / name).read_bytes())
    made = _run(
        *("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"),
        *("--wheel-dir", folder, checkout),
        cwd=folder,
    )
    assert made.returncode == 0, made.stderr
    (wheel,) = folder.glob("onecity-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    yield folder / "site"


def test_every_file_of_the_rooms_is_installed(site: Path) -> None:
    checkout = site.parent / "checkout"
    for room in ROOMS:
        wanted = {
            path.relative_to(checkout).as_posix()
            for path in (checkout / room).rglob("*")
            if path.is_file()
        }
        there = {path.relative_to(site).as_posix() for path in (site / room).rglob("*")}
        missing = sorted(wanted - there)
        assert not missing, f"add to [options.package_data] of setup.cfg: {missing}"


def test_nothing_else_is_installed(site: Path) -> None:
    (info,) = site.glob("onecity-*.dist-info")
    assert sorted(path.name for path in site.iterdir()) == sorted([*ROOMS, "onecity.py", info.name])


def test_the_command_builds_away_from_the_checkout(site: Path, tmp_path: Path) -> None:
    where = "import onecity; print(onecity.__file__)"
    place = _run("-c", where, cwd=tmp_path, PYTHONPATH=str(site))
    assert place.stdout.strip() == str(site / "onecity.py"), place.stderr
    built = _run("-m", "onecity", "build", "--out", "made", cwd=tmp_path, PYTHONPATH=str(site))
    assert built.returncode == 0, built.stderr
    for name in ("onecity.ttl", "onecity.trig", "statements.jsonl", "network.html"):
        assert (tmp_path / "made" / name).stat().st_size > 0, name
    asked = _run("-m", "onecity", "questions", cwd=tmp_path, PYTHONPATH=str(site))
    assert asked.returncode == 0, asked.stderr
    assert len(asked.stdout.splitlines()) >= 20
