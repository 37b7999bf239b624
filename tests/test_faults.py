"""Bad input and bad places: a clear message, its exit code, and what was there stays as it was."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parent.parent
ONECITY = [sys.executable, str(ROOT / "onecity.py")]
PLAIN = {"PATH": "/usr/bin:/bin", "LANG": "C"}
TEXT = """江城科学城建设提速
江城日报 2021年5月23日
江城科学城位于江城市，江城大学位于江城科学城。截至2020年，江城科学城已引进重大项目135个。
“江城科学城将建设江城实验室。”江城科学城管委会主任李明说。
"""
Bad = Callable[[Path], object]


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*ONECITY, *map(str, arguments)],
        cwd=cwd,
        env=PLAIN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def tree(out: Path) -> dict[str, str]:
    """Every link with its target and every file with its hash."""
    found = {}
    for path in sorted(out.rglob("*")):
        name = str(path.relative_to(out))
        if path.is_symlink():
            found[name] = os.readlink(path)  # noqa: PTH115
        elif path.is_file():
            found[name] = sha256(path.read_bytes()).hexdigest()
    return found


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build that no later failure may touch."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    done = run("build", folder / "good.txt", "--out", folder / "out", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder / "out"


def write(content: bytes | str, name: str = "bad.txt") -> Bad:
    data = content if isinstance(content, bytes) else content.encode()
    return lambda folder: (folder / name).write_bytes(data)


BAD_ARTICLES: dict[str, tuple[Bad, str, str]] = {
    "missing": (lambda folder: None, "bad.txt", r"bad\.txt: no such file or folder"),
    "empty": (write(b""), "bad.txt", r"bad\.txt: .*empty"),
    "folder": (lambda folder: (folder / "bad").mkdir(), "bad", r"bad: the folder has no articles"),
    "undecodable": (write(b"\x80\x81\xff" * 100), "bad.txt", r"bad\.txt.*: "),
    "binary": (write(b"\x89PNG\r\n\x1a\n" + bytes(200)), "bad.txt", r"bad\.txt: .*picture"),
    "control": (write(TEXT.replace("。", "。\x0b", 1)), "bad.txt", r"bad\.txt:3:\d+: .*000B"),
    "not text": (write(b"x", "bad.docx"), "bad.docx", r"bad\.docx: not an article"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_ARTICLES)
def test_a_bad_article_is_named_and_the_last_build_stays(
    case: str, out: Path, tmp_path: Path
) -> None:
    make, name, message = BAD_ARTICLES[case]
    make(tmp_path)
    before = tree(out)
    done = run("build", tmp_path / name, "--out", out)
    assert done.returncode == 3
    assert re.match(f"onecity: .*{message}", done.stderr), done.stderr
    assert done.stderr.count("\n") == 1
    assert tree(out) == before


def test_one_bad_article_among_many_is_left_out_and_counted(out: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    target = tmp_path / "out"
    done = run("build", tmp_path / "good.txt", tmp_path / "bad.txt", "--out", target)
    assert done.returncode == 9
    assert re.match(r"onecity: left out: .*bad\.txt: .*empty", done.stderr)
    assert re.search(r"^ +1  left out$", done.stdout, re.M)
    for name in ("onecity.ttl", "onecity.trig", "onecity.nq", "statements.jsonl"):
        assert (target / name).read_bytes() == (out / name).read_bytes()
    assert "bad.txt" in (target / "report.html").read_text(encoding="utf-8")


def test_strict_leaves_nothing_out(out: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    before = tree(out)
    done = run("build", tmp_path / "good.txt", tmp_path / "bad.txt", "--out", out, "--strict")
    assert done.returncode == 3
    assert tree(out) == before


def test_an_article_in_which_nothing_is_found_is_left_out(out: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "none.txt").write_text("今天天气很好。\n我们去散步吧。\n", encoding="utf-8")
    target = tmp_path / "out"
    done = run("build", tmp_path / "good.txt", tmp_path / "none.txt", "--out", target)
    assert done.returncode == 9
    assert re.fullmatch(
        r"onecity: left out: .*none\.txt: nothing was found in it \(give .*review file\)\n",
        done.stderr,
    ), done.stderr
    assert re.search(r"^ +1  left out$", done.stdout, re.M)
    assert (target / "onecity.ttl").read_bytes() == (out / "onecity.ttl").read_bytes()
    before = tree(target)
    alone = run("build", tmp_path / "none.txt", "--out", target)
    assert alone.returncode == 3
    assert re.match(r"onecity: .*none\.txt: nothing was found in it \(", alone.stderr)
    assert alone.stderr.count("\n") == 1
    assert tree(target) == before


def test_a_single_line_of_five_megabytes_is_read(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("x" * 5_000_000 + TEXT, encoding="utf-8")
    done = run("build", tmp_path / "line.txt", "--out", tmp_path / "out", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    assert "江城大学" in (tmp_path / "out" / "onecity.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("review", "message"),
    [
        ("decision\tnonsense\n", r"good\.review\.tsv:1"),
        ("", r"good\.review\.tsv"),
    ],
)
def test_a_broken_review_file_is_named_with_its_line(
    review: str, message: str, out: Path, tmp_path: Path
) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "good.review.tsv").write_text(review, encoding="utf-8")
    before = tree(out)
    done = run("build", tmp_path / "good.txt", "--out", out)
    assert done.returncode == 4
    assert re.match(f"onecity: .*{message}", done.stderr), done.stderr
    assert tree(out) == before
    again = run("build", tmp_path / "good.txt", "--out", tmp_path / "out", "--no-review")
    assert again.returncode == 0


def test_a_wrong_date_is_refused(out: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    done = run("build", tmp_path / "good.txt", "--out", out, "--published", "May")
    assert done.returncode == 3
    assert "--published: 'May' is no date" in done.stderr


def test_an_output_folder_that_is_a_file_is_refused_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    done = run("build", tmp_path / "missing.txt", "--out", tmp_path / "out")
    assert done.returncode == 7
    assert re.match(r"onecity: .*out: is a file, not a folder \(choose another", done.stderr)
    assert (tmp_path / "out").read_text() == "mine"


def test_an_output_folder_with_too_long_a_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    target = tmp_path / ("a" * 300)
    done = run("build", tmp_path / "good.txt", "--out", target)
    assert done.returncode == 7
    assert re.fullmatch(
        r"onecity: .*a{300}: the folder cannot be written: File name too long"
        r" \(choose another --out\)\n",
        done.stderr,
    ), done.stderr
    asked = run("show", "x", "--out", target)
    assert asked.returncode == 8
    assert asked.stderr.endswith("a: no build is here (run: onecity build)\n")


def test_a_read_only_output_folder_is_refused_and_stays_readable(out: Path, tmp_path: Path) -> None:
    """Root may write anywhere but on a read-only mount, so the folder is mounted so."""
    before = tree(out)
    command = " ".join([*ONECITY, "build", str(tmp_path / "missing.txt"), "--out", str(out)])
    script = f"mount --bind {out} {out} && mount -o remount,ro,bind {out} && {command}"
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "bash", "-c", script],
        env=PLAIN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 7, done.stderr
    assert "the folder cannot be written: Read-only file system" in done.stderr
    assert tree(out) == before


def test_broken_sparql_is_shown_with_its_place(out: Path, tmp_path: Path) -> None:
    file = tmp_path / "broken.rq"
    file.write_text("SELECT * {\n  ?s ?p }\n", encoding="utf-8")
    done = run("query", file, "--out", out)
    assert done.returncode == 5
    assert re.match(r"onecity: .*broken\.rq:[23]:\d+: the SPARQL text does not parse", done.stderr)
    assert done.stderr.count("\n") == 1
    open_end = run("query", "--out", out, "--sparql", "SELECT * { ?s ?p ?o . FILTER(?x")
    assert re.fullmatch(
        r'onecity: --sparql:1:32: .* after "[^\n]+": expected one of ([^\n ]+, ){3}… \(.*\)\n',
        open_end.stderr,
    ), open_end.stderr
    text = run("query", "--out", out, "--sparql", "SELEKT")
    assert text.returncode == 5
    assert text.stderr.startswith("onecity: --sparql:1:")


def test_a_query_reaches_no_network(out: Path) -> None:
    text = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    done = run("query", "--out", out, "--sparql", text)
    assert done.returncode == 5
    assert "SERVICE is refused" in done.stderr


def test_unknown_names_get_the_nearest(out: Path) -> None:
    for arguments, message in {
        ("query", "nonsense-question"): "no question is called 'nonsense-question'",
        ("query", "nonsense/question"): "nonsense/question: no such file",
        ("show", "江城科学"): "nothing is called '江城科学' (nearest: 江城科学城",
        ("export", "turtel"): "no export format named 'turtel' (nearest: turtle",
        ("query", "--sparql", "ASK {}", "-f", "exel"): "no table format named 'exel'",
    }.items():
        done = run(*arguments, "--out", out)
        assert done.returncode in (3, 6), done.stderr
        assert message in done.stderr


def test_no_build_says_how_to_get_one(tmp_path: Path) -> None:
    for arguments in (("query", "--sparql", "ASK {}"), ("show", "x"), ("export", "turtle")):
        done = run(*arguments, "--out", tmp_path)
        assert done.returncode == 8
        assert "no build is here (run: onecity build)" in done.stderr


@pytest.mark.parametrize("wait", [0.3, 0.8, 1.3, 1.8])
def test_a_killed_build_leaves_the_last_one_whole(wait: float, out: Path, tmp_path: Path) -> None:
    good = out.parent / "good.txt"
    out = Path(copytree(out, tmp_path / "out", symlinks=True))
    before = tree(out)
    (tmp_path / "new.txt").write_text(TEXT * 9, encoding="utf-8")
    with subprocess.Popen(
        [*ONECITY, "build", str(tmp_path / "new.txt"), "--out", str(out), "--quiet"], env=PLAIN
    ) as process:
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
    left = tree(out)
    if left["current"] == before["current"]:
        assert {name: left[name] for name in before if name != ".lock"} == {
            name: digest for name, digest in before.items() if name != ".lock"
        }
    done = run("verify", out)
    assert (done.returncode, done.stderr) == (0, "")
    again = run("build", good, "--out", out, "--quiet")
    assert again.returncode == 0
    assert {name for name in tree(out) if ".draft" in name} == set()


def test_a_full_disk_is_named_and_the_last_build_stays_whole(out: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(TEXT * 3, encoding="utf-8")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = " ".join(ONECITY)
    script = f"""
        mount -t tmpfs -o size=40m none {disk} && cp -a {out} {disk}/out || exit 99
        dd if=/dev/zero of={disk}/filler bs=1M status=none 2>/dev/null
        truncate -s -1M {disk}/filler
        {command} build {tmp_path}/new.txt --out {disk}/out; echo build $?
        {command} verify {disk}/out; echo verify $?
        rm {disk}/filler
        {command} build {tmp_path}/new.txt --out {disk}/out --quiet; echo again $?
    """
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "bash", "-c", script],
        env=PLAIN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert re.findall(r"^(\w+ \d+)$", done.stdout, re.M) == ["build 7", "verify 0", "again 0"]
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_told_to_stop_stops(out: Path, tmp_path: Path) -> None:
    target = Path(copytree(out, tmp_path / "out", symlinks=True))
    before = tree(target)
    (tmp_path / "long.txt").write_text(TEXT * 4000, encoding="utf-8")
    with subprocess.Popen(
        [*ONECITY, "build", str(tmp_path / "long.txt"), "--out", str(target)],
        env=PLAIN,
        stderr=subprocess.PIPE,
    ) as process:
        time.sleep(4)
        process.terminate()
        _, messages = process.communicate(timeout=20)
    assert process.returncode == 143
    assert messages == b""
    assert tree(target) == before
