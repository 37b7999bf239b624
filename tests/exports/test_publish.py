import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from exports import manifest
from exports.publish import current, hold_build, prepare, publish
from ontology.errors import BuildError, OutputError

Make = Callable[[Path], dict[str, Any]]


def content(text: str) -> Make:
    def make(folder: Path) -> dict[str, Any]:
        (folder / "a.txt").write_text(text)
        (folder / "b.txt").write_text("b")
        return {"articles": [text]}

    return make


def tree(out: Path) -> dict[str, str]:
    """Every file and link below ``out`` with its hash or target; the lock file is no content."""
    found = {}
    for path in sorted(out.rglob("*")):
        if path.is_symlink():
            found[str(path.relative_to(out))] = os.readlink(path)  # noqa: PTH115
        elif path.is_file() and path.name != ".lock":
            found[str(path.relative_to(out))] = sha256(path.read_bytes()).hexdigest()
    return found


def test_files_are_links_through_one_link(tmp_path: Path) -> None:
    published = publish(tmp_path, content("one"))
    assert (tmp_path / "a.txt").read_text() == "one"
    assert tree(tmp_path)["a.txt"] == "current/a.txt"
    assert tree(tmp_path)["current"] == f"builds/{published.name}"
    assert current(tmp_path) == published.folder


def test_the_same_content_is_the_same_build(tmp_path: Path) -> None:
    first = publish(tmp_path / "x", content("one"))
    again = publish(tmp_path / "x", content("one"))
    elsewhere = publish(tmp_path / "目 录", content("one"))
    assert first.name == again.name == elsewhere.name
    assert tree(tmp_path / "x") == tree(tmp_path / "目 录")


def test_a_new_build_replaces_the_old_and_leaves_no_litter(tmp_path: Path) -> None:
    publish(tmp_path, content("one"))
    published = publish(tmp_path, content("two"))
    assert (tmp_path / "a.txt").read_text() == "two"
    assert [path.name for path in (tmp_path / "builds").iterdir()] == [published.name]


def test_a_build_that_is_read_stays_until_its_reader_has_left(tmp_path: Path) -> None:
    first = publish(tmp_path, content("one"))
    with hold_build(first.folder):
        second = publish(tmp_path, content("two"))
        assert (first.folder / "a.txt").read_text() == "one"
        assert current(tmp_path) == second.folder
    third = publish(tmp_path, content("three"))
    assert [path.name for path in (tmp_path / "builds").iterdir()] == [third.name]
    with pytest.raises(BuildError, match="no build is here"), hold_build(first.folder):
        pass


def test_a_failed_build_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, content("one"))
    before = tree(tmp_path)

    def make(folder: Path) -> dict[str, Any]:
        (folder / "a.txt").write_text("half")
        raise BuildError("a shape is violated", where="x")

    with pytest.raises(BuildError, match="x: a shape is violated"):
        publish(tmp_path, make)
    assert tree(tmp_path) == before


def test_a_full_disk_is_named_and_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, content("one"))
    before = tree(tmp_path)

    def make(folder: Path) -> dict[str, Any]:
        raise OSError(28, "No space left on device", str(folder / "a.txt"))

    with pytest.raises(OutputError, match=r"No space left.*the last build is unchanged"):
        publish(tmp_path, make)
    assert tree(tmp_path) == before


def test_a_file_in_place_of_the_folder_is_refused_before_any_work(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("mine")
    with pytest.raises(OutputError, match="is a file, not a folder"):
        prepare(out)
    assert out.read_text() == "mine"


def test_a_file_that_no_build_made_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine")
    with pytest.raises(OutputError, match=r"a\.txt: is in the way"):
        prepare(tmp_path, ["a.txt"])
    with pytest.raises(OutputError, match=r"a\.txt: is in the way"):
        publish(tmp_path, content("one"))
    assert (tmp_path / "a.txt").read_text() == "mine"
    assert not (tmp_path / "current").exists()


@pytest.mark.parametrize("damage", ["cut", "emptied", "flipped", "deleted", "manifest"])
def test_damage_is_found_and_named(tmp_path: Path, damage: str) -> None:
    folder = publish(tmp_path, content("one")).folder
    path = folder / ("manifest.json" if damage == "manifest" else "a.txt")
    data = path.read_bytes()
    if damage == "deleted":
        path.unlink()
    else:
        changed = {"cut": data[:1], "emptied": b"", "flipped": b"onf"}
        path.write_bytes(changed.get(damage, data.replace(b'"onecity"', b'"onecitz"')))
    with pytest.raises(BuildError, match=path.name):
        manifest.verify(tmp_path / "current")


def test_a_damaged_build_is_replaced_by_building_again(tmp_path: Path) -> None:
    before = publish(tmp_path, content("one"))
    (before.folder / "a.txt").write_text("xxx")
    publish(tmp_path, content("one"))
    assert manifest.verify(tmp_path / "current") == before.manifest


def test_no_build_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"no build is here \(run: onecity build\)"):
        current(tmp_path)


SLOW = """
import sys, time
from pathlib import Path
from exports.publish import publish
def make(folder):
    (folder / "a.txt").write_text("half")
    print("working", flush=True)
    time.sleep(60)
publish(Path(sys.argv[1]), make)
"""


def start(out: Path) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(out)],
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"working\n"
    return process


def test_a_second_build_is_refused_at_once_with_the_process_that_builds(tmp_path: Path) -> None:
    with start(tmp_path) as process:
        begun = time.monotonic()
        with pytest.raises(
            OutputError, match=f"another build is writing here .process {process.pid}"
        ):
            publish(tmp_path, content("two"))
        assert time.monotonic() - begun < 1
        process.kill()


def test_a_killed_build_leaves_the_old_one_and_blocks_nobody(tmp_path: Path) -> None:
    publish(tmp_path, content("one"))
    before = tree(tmp_path)
    with start(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
    left = tree(tmp_path)
    assert {name: left[name] for name in before} == before
    assert manifest.verify(tmp_path / "current")["articles"] == ["one"]
    publish(tmp_path, content("one"))
    assert tree(tmp_path) == before


def test_the_version_is_that_of_the_package() -> None:
    lines = Path("setup.cfg").read_text().splitlines()
    assert f"version = {manifest.VERSION}" in lines
