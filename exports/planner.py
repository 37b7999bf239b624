"""The planner: the commands that look at how things connect, and draw it.

Whatever a command needs is imported inside it, as in ``onecity.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from exports.option import PATH, answer_options, build_option, print_answer

__all__ = ["COMMANDS"]


@click.command()
@click.argument("one")
@click.argument("other")
@answer_options
def path(one: str, other: str, **options: Any) -> None:
    """How two things are connected. 两个对象之间的联系。

    onecity path 重庆大学 荣昌区
    """
    print_answer("find_paths", one, other, **options)


@click.command()
@click.argument("one")
@click.argument("other")
@answer_options
def compare(one: str, other: str, **options: Any) -> None:
    """What two things share, and what only one has. 两个对象的异同。

    onecity compare 南岸区 荣昌区
    """
    print_answer("compare_things", one, other, **options)


@click.command()
@answer_options
def gaps(**options: Any) -> None:
    """Zones and parks of which no laboratory, fund, policy or university is told.
    哪些园区没有提到实验室、基金、政策或高校。

    onecity gaps
    """
    print_answer("list_gaps", **options)


@click.command()
@click.option("--to", type=PATH, default="network.html", show_default=True, help="File to write.")
@build_option
def network(to: Path, out: Path) -> None:
    """Draw the network page of a build again. 重新生成网络图网页。

    onecity network --to map.html
    """
    from exports.edition import draw
    from exports.publish import current

    draw(current(out), to)
    click.echo(to)


#: What ``onecity`` offers of it.
COMMANDS = (compare, gaps, network, path)
