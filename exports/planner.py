"""The planner: the commands that look at how things connect, and draw it.

Whatever a command needs is imported inside it, as in ``onecity.py``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from exports.option import (
    PATH,
    answer_options,
    build_option,
    form_option,
    language_option,
    prepare,
    print_table,
)

__all__ = ["COMMANDS"]

_also = click.option(
    "--also", multiple=True, type=click.Choice(["planned", "target", "inferred"]),
    help="Count these ties besides what is stated; may be given again.",
)  # fmt: skip
_METRICS = ("things", "parks", "bridges", "cuts", "brokers", "communities")


def _tell(
    noun: str,
    verb: str,
    out: Path,
    *given: Any,
    form: str,
    to: Path | None,
    raw: bool,
    **options: Any,
) -> None:
    """Print what a verb finds, and for readers what it means and stands on.

    The note goes to the error output, so that the answer itself stays one table.
    """
    prepare(form)
    found = getattr(import_module(f"exports.{noun}"), verb)(out, *given, **options)
    print_table(found.table, form, to, raw=raw)
    if form == "table":
        click.echo(f"\n{found.note}", err=True)


@click.command()
@click.argument("one")
@click.argument("other")
@click.option("--most", type=click.IntRange(1, 20), default=3, show_default=True,
              help="How many ways.")  # fmt: skip
@answer_options
def path(one: str, other: str, out: Path, **options: Any) -> None:
    """How two things are connected, each step with its words. 两个对象之间的联系，每一步附原文。

    onecity path 重庆大学 荣昌区
    """
    _tell("sights", "find_paths", out, one, other, **options)


@click.command()
@click.argument("one")
@click.argument("other")
@click.option("--by", type=click.Choice(["thing", "article", "date"]), default="thing",
              show_default=True, help="What ONE and OTHER are.")  # fmt: skip
@answer_options
def compare(one: str, other: str, by: str, out: Path, **options: Any) -> None:
    """Two things, two articles, or what was told by two dates, side by side.
    两个对象、两篇文章或两个日期的异同。

    \b
    onecity compare 南岸区 荣昌区
    onecity compare a1 a2 --by article
    onecity compare 2020 2022 --by date
    """
    if by == "thing":
        _tell("sights", "compare_things", out, one, other, **options)
    else:
        _tell("sights", "compare_texts", out, one, other, dates=by == "date", **options)


@click.command()
@click.option("--of", "what", type=click.Choice(["zones", "industries", "platforms"]),
              default="zones", show_default=True, help="What to look at.")  # fmt: skip
@answer_options
def gaps(what: str, out: Path, **options: Any) -> None:
    """Zones of which no laboratory, fund, policy or university is told; industries that several
    claim; platforms that stand nowhere.
    哪些园区没有提到实验室、基金、政策或高校；哪些产业有多个园区聚焦；哪些平台没有归属。

    \b
    onecity gaps
    onecity gaps --of industries
    """
    verbs = {"zones": "list_gaps", "industries": "list_industries", "platforms": "list_platforms"}
    _tell("sights", verbs[what], out, **options)


@click.command()
@click.option("--without", multiple=True, metavar="NAME", help="A thing to take away.")
@click.option("--untie", "untied", nargs=2, multiple=True, metavar="ONE OTHER",
              help="A pair whose ties to take away.")  # fmt: skip
@click.option("--tie", "tied", nargs=2, multiple=True, metavar="ONE OTHER",
              help="A pair to tie; a name that is not known is something new.")  # fmt: skip
@_also
@answer_options
def whatif(
    without: tuple[str, ...],
    untied: tuple[tuple[str, str], ...],
    tied: tuple[tuple[str, str], ...],
    out: Path,
    **options: Any,
) -> None:
    """What falls apart without a thing or tie, and what a new one joins.
    去掉或增加对象、联系后，布局如何变化。

    \b
    onecity whatif --without 重庆大学
    onecity whatif --tie 重庆软件园 荣昌区 --also planned
    """
    if not (without or untied or tied):
        raise click.UsageError("give --without, --untie or --tie")
    _tell("outlook", "try_change", out, without, untied, tied, **options)


@click.command()
@click.argument("about", required=False)
@answer_options
def chain(about: str | None, out: Path, **options: Any) -> None:
    """Policies from meeting to instrument, money, park and result; what is not told is shown.
    政策链：会议、政策、资金、园区、成效，缺失的环节如实标出。

    \b
    onecity chain
    onecity chain 荣昌区
    """
    _tell("outlook", "follow_chains", out, about, **options)


@click.command()
@click.option("--metrics", type=click.Choice(_METRICS), is_flag=False, flag_value="things",
              help="Measure instead of drawing: things, parks, bridges, cuts, brokers, "
                   "communities.")  # fmt: skip
@click.option("--to", type=PATH, help="File to write.  [default: network.html]")
@_also
@form_option
@language_option
@build_option
def network(metrics: str | None, to: Path | None, out: Path, **options: Any) -> None:
    """Draw the network page of a build again, or measure the network.
    重新生成网络图网页，或计算网络指标。

    \b
    onecity network --to map.html
    onecity network --metrics parks
    """
    if metrics:
        _tell("gauge", "gauge", out, metrics, to=to, **options)
        return
    from exports.edition import draw
    from exports.publish import current

    target = to or Path("network.html")
    draw(current(out), target)
    click.echo(target)


@click.command()
@click.option("--to", type=PATH, default="site", show_default=True, help="Folder to write.")
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
@build_option
def site(to: Path, quiet: bool, out: Path) -> None:
    """Write a build as a static site: a page for each thing, article and question.
    生成静态网站：每个对象、每篇文章、每个问题各一页，可离线打开。

    onecity site --to site
    """
    from exports.publish import current
    from exports.site.press import write_site

    def count(done: int, whole: int) -> None:
        click.echo(f"\r{done} / {whole}", nl=done == whole, err=True)

    shown = count if sys.stderr.isatty() and not quiet else None
    number = write_site(current(out), to, shown)
    click.echo(f"{to / 'index.html'}: {number} files")


#: What ``onecity`` offers of it.
COMMANDS = (chain, compare, gaps, network, path, site, whatif)
