"""Console blocks of a document: its commands, and what they print in a terminal.

A block that begins with ```` ```console ```` holds commands after ``$`` and the first lines that
each prints; a last line ``…`` says that more is printed. ``make readme`` writes them anew.
"""

from __future__ import annotations

import os
import pty
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wcwidth import wcswidth

ROOT = Path(__file__).parent.parent
READMES = (ROOT / "README.md", ROOT / "README.zh.md")
#: Columns of the terminal.
WIDTH = 100
MORE = "…"
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Session:
    """A command, and the lines shown under it."""

    command: str
    shown: tuple[str, ...]


def sessions(text: str) -> list[Session]:
    """All commands of the console blocks of ``text``, in its order.

    >>> sessions("```console\\n$ onecity questions\\na\\nb\\n```\\n")
    [Session(command='onecity questions', shown=('a', 'b'))]
    """
    return [session for block in _BLOCK.findall(text) for session in _split(block)]


def _split(block: str) -> list[Session]:
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return [Session(command, tuple(lines)) for command, lines in found]


def refresh(text: str, desk: Path) -> str:
    """``text`` with what its commands print now; of each as many lines as were shown.

    Commands that show nothing are left so.
    """

    def print_anew(block: re.Match[str]) -> str:
        lines = []
        for session in _split(block[0]):
            lines += [f"$ {session.command}", *_show(session, desk)]
        return "".join(f"{line}\n" for line in lines)

    return _BLOCK.sub(print_anew, text)


def _show(session: Session, desk: Path) -> list[str]:
    if not session.shown:
        return []
    lines = [_cut(line) for line in run(session.command, desk).rstrip().splitlines()]
    if session.shown[-1] != MORE:
        return lines
    kept = len(session.shown) - 1
    return [*lines[:kept], MORE] if len(lines) > kept else lines


def _cut(line: str) -> str:
    line = line.rstrip()
    if wcswidth(line) <= WIDTH:
        return line
    while wcswidth(line) >= WIDTH:
        line = line[:-1]
    return line + MORE


@lru_cache(maxsize=64)
def run(command: str, desk: Path) -> str:
    """What ``command`` prints in a terminal, in the folder ``desk``."""
    master, slave = pty.openpty()
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": str(WIDTH)
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=desk, env=environment, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave,
    )  # fmt: skip
    os.close(slave)
    printed = b""
    try:
        while chunk := os.read(master, 65536):
            printed += chunk
    except OSError:  # the terminal ends when the process has closed it
        pass
    os.close(master)
    process.wait()
    text = printed.decode().replace("\r\n", "\n")
    assert process.returncode == 0, f"$ {command}\n{text}"
    return text


def furnish(desk: Path) -> None:
    """Give the folder a build in ``out``, and the folders of the checkout that commands name."""
    for name in ("sources", "tests"):
        (desk / name).symlink_to(ROOT / name)
    run("onecity build", desk)


def main() -> None:
    """Write anew what the commands of the READMEs print."""
    with tempfile.TemporaryDirectory() as name:
        furnish(Path(name))
        for path in READMES:
            text = path.read_text(encoding="utf-8")
            path.write_text(refresh(text, Path(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
