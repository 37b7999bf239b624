"""Options that several commands share, and how they answer."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from exports.terminal import write

if TYPE_CHECKING:
    from graph.query import Table

__all__ = [
    "PATH",
    "answer_options",
    "build_option",
    "endpoint_option",
    "form_option",
    "language_option",
    "prepare",
    "print_answer",
    "print_table",
    "read_options",
    "read_pairs",
    "sure_option",
    "target_option",
]

PATH = click.Path(path_type=Path)
build_option = click.option("--out", type=PATH, default="out", show_default=True,
                            help="Output folder of a build.")  # fmt: skip
language_option = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh",
                               show_default=True, help="Language of the answer.")  # fmt: skip
endpoint_option = click.option("--endpoint", metavar="URL",
                               help="Ask this SPARQL endpoint instead of a build.")  # fmt: skip
sure_option = click.option("--confidence", type=click.FloatRange(0, 1),
                           help="Leave out the less sure.")  # fmt: skip
target_option = click.option("--to", type=PATH, help="File to write, instead of the terminal.")


def form_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of how an answer is written."""
    form = click.option(
        "--format", "-f", "form", default="table", show_default=True,
        help="table, csv, tsv, json, xml, markdown, xlsx, spreadsheet (CSV for Excel) or turtle.",
    )  # fmt: skip
    raw = click.option("--raw", is_flag=True, help="Leave formulas in xlsx and spreadsheet alone.")
    return form(raw(command))


def answer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that answers with a table."""
    return form_option(target_option(language_option(build_option(command))))


def print_answer(
    verb: str, *given: Any, out: Path, form: str, to: Path | None, raw: bool, **options: Any
) -> None:
    """Print the table that a verb of :mod:`exports.answer` gives about the build in ``out``."""
    from exports import answer

    prepare(form)
    table = getattr(answer, verb)(out, *given, **options)
    print_table(table, form, to, raw=raw, pages=None if options.get("endpoint") else out)


def prepare(form: str) -> None:
    """What comes before any answer: the form exists, and Ctrl-C works while the engine does."""
    from exports import tables

    # The engine cannot be stopped from within: let Ctrl-C end the process itself.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    tables.find_form(form)


def print_table(
    table: Table, form: str, to: Path | None, *, raw: bool = False, pages: Path | None = None
) -> None:
    """Print a table in a form, to the terminal or to a file.

    :param raw: leave formulas in spreadsheets alone.
    :param pages: the build whose pages the cells of a workbook open.
    """
    from exports import tables

    if form == "table" and {"source", "article"} <= set(table.columns):
        table = table.without("article")  # people read its title and date
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() and to is None else None
    link = None
    if form == "xlsx" and to is not None and pages is not None:
        from exports.pagelink import linker

        link = linker(pages, to)
    write(tables.render(table, form, tables.Style(width, raw, link)), to)


def read_options(given: Sequence[str]) -> dict[str, str]:
    """What stands as ``--name value`` or ``--name=value`` on the command line, by name.

    >>> read_options(["--zone", "荣昌区", "--status=在建"])
    {'zone': '荣昌区', 'status': '在建'}
    """
    values: dict[str, str] = {}
    left = list(given)
    while left:
        word = left.pop(0)
        name, sign, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise click.UsageError(f"unexpected {word!r}: give parameters as --name value")
        if not sign:
            if not left:
                raise click.UsageError(f"--{name} needs a value")
            value = left.pop(0)
        values[name] = value
    return values


def read_pairs(_context: click.Context, _option: click.Parameter, given: Any) -> dict[str, str]:
    """What stands as NAME=VALUE on the command line, by name."""
    pairs = [text.partition("=") for text in given]
    if wrong := [name for name, sign, _ in pairs if not sign or not name]:
        raise click.BadParameter(f"{wrong[0]!r} is not NAME=VALUE")
    return {name: value for name, _, value in pairs}
