"""The two READMEs: every command exists, what they show is what is printed, and both tell all."""

import re
import shlex
from pathlib import Path

import click
import pytest

from graph.curation import read_curation
from onecity import cli
from ontology.errors import (
    BuildError,
    EndpointError,
    InputError,
    NotFoundError,
    OutputError,
    QueryError,
    ReviewError,
)
from tests.benchmarks.figures import COUNTED, measured
from tests.console import READMES, ROOT, furnish, refresh, sessions

TEXTS = {path.name: path.read_text(encoding="utf-8") for path in READMES}


def mentioned(text: str) -> list[str]:
    """Commands in console blocks and in backticks."""
    inline = re.findall(r"`((?:onecity|make) [^`\n]+)`", text)
    return [session.command for session in sessions(text)] + inline


def check(words: list[str]) -> None:
    """Raise when click does not know the command or one of its options."""
    command: click.Command | None = cli
    while isinstance(command, click.Group) and words:
        name, *words = words
        command = command.get_command(click.Context(command), name)
    assert command is not None, f"onecity has no command {name}"
    command.make_parser(click.Context(command)).parse_args(words)


@pytest.mark.parametrize(
    "command", sorted({command for text in TEXTS.values() for command in mentioned(text)})
)
def test_a_command_that_is_named_exists(command: str) -> None:
    first, *words = shlex.split(command)
    if first == "make":
        rules = "".join((ROOT / name).read_text("utf-8") for name in ("Makefile", "gates.mk"))
        assert re.search(rf"^(?:\w+ )*{words[0]}\b[^=\n]*:", rules, re.MULTILINE), command
    elif first == "onecity" and words[0] != "--help":
        check(words)


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_is_shown(name: str) -> None:
    shown = {words[1] for command in mentioned(TEXTS[name]) if (words := command.split())}
    assert sorted(set(cli.commands) - shown) == []


@pytest.mark.parametrize("name", [*TEXTS, "CONTRIBUTING.md"])
def test_links_lead_somewhere(name: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8")):
        assert (ROOT / link).exists(), link


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_waits_to_be_filled_in(name: str) -> None:
    assert re.findall(r"TODO\S*", TEXTS[name]) == []


@pytest.mark.parametrize("name", TEXTS)
def test_the_ruling_that_is_shown_is_understood(name: str, tmp_path: Path) -> None:
    assert "`--rulings FILE`" in TEXTS[name]
    check(["build", "--rulings", "FILE"])
    lines = re.findall(r"^ *((?:keep-apart|merge)\t.+)$", TEXTS[name], re.MULTILINE)
    (tmp_path / "rulings.tsv").write_text("\n".join(lines), encoding="utf-8")
    rulings = read_curation(tmp_path / "rulings.tsv").rulings
    assert [(ruling.action, ruling.one.doc, ruling.other.doc) for ruling in rulings] == [
        ("keep-apart", "a1", "b2")
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_every_exit_code_is_told_and_a_missing_build_is_no_missing_name(name: str) -> None:
    told = re.search(r"(?:Exit codes: |退出码：)(.*?)130", TEXTS[name], re.DOTALL)
    assert told is not None
    codes = {part.split()[0]: part for part in told[1].split(" · ")[:-1]}
    kinds = (InputError, ReviewError, QueryError, NotFoundError, OutputError, BuildError,
             EndpointError)  # fmt: skip
    assert sorted(codes) == sorted({"0", "2", "9", *(str(kind.exit_code) for kind in kinds)})
    build = "build" if name == "README.md" else "生成结果"
    assert [code for code in ("6", "8") if build in codes[code]] == [str(BuildError.exit_code)]


def test_both_tell_the_same() -> None:
    one, other = TEXTS.values()
    assert measured(one) == measured(other)
    outlines = [re.findall(r"^(#+) ", text, re.MULTILINE) for text in (one, other)]
    assert outlines[0] == outlines[1]
    commands = [[session.command for session in sessions(text)] for text in (one, other)]
    plain = [[re.sub(" --lang [a-z]+", "", command) for command in told] for told in commands]
    assert plain[0] == plain[1]


def test_the_figures_that_do_not_depend_on_the_machine_are_those_of_now() -> None:
    told = measured(TEXTS["README.md"])
    for row, count in COUNTED.items():
        assert told[row] == count(), f"{row}: run `make figures`"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    furnish(folder)
    return folder


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_shown_is_what_is_printed(name: str, desk: Path) -> None:
    assert refresh(TEXTS[name], desk) == TEXTS[name], "run `make readme`"
