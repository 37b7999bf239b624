"""The researcher: the commands that ask a build, ``onecity query``, ``questions`` and ``show``.

Whatever a command needs is imported inside it, as in ``onecity.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from exports.option import (
    answer_options,
    build_option,
    endpoint_option,
    form_option,
    language_option,
    print_answer,
    read_pairs,
    target_option,
)
from exports.terminal import write

__all__ = ["COMMANDS"]


@click.command()
@click.argument("question", required=False)
@click.option("--sparql", help="A SPARQL query to ask instead of a saved question.")
@click.option("--param", "-p", "params", multiple=True, callback=read_pairs, metavar="NAME=VALUE",
              help="A parameter of the question; may be given again.")  # fmt: skip
@form_option
@target_option
@endpoint_option
@build_option
def query(question: str | None, sparql: str | None, params: dict[str, str], **options: Any) -> None:
    """Answer a saved question, a SPARQL file, or SPARQL text.
    回答预设问题或 SPARQL 查询。

    \b
    onecity query numbers
    onecity query question.rq --format xlsx --to answer.xlsx
    onecity query --sparql 'SELECT ?name { ?x a oc:Park ; rdfs:label ?name }'
    onecity query funds --endpoint http://localhost:7878/query
    """
    if (question is None) == (sparql is None):
        raise click.UsageError("give the name of a question, a file, or --sparql TEXT")
    print_answer("ask", question, sparql, params, **options)


@click.command()
@answer_options
def questions(**options: Any) -> None:
    """List the saved questions. 列出预设问题。

    onecity questions --lang en
    """
    print_answer("list_questions", **options)


@click.command()
@click.argument("entity")
@language_option
@endpoint_option
@build_option
def show(entity: str, lang: str, endpoint: str | None, out: Path) -> None:
    """Everything said about one thing, with the words that say it. 一个对象的全部事实与原文。

    \b
    onecity show 重庆大学 --lang en
    onecity show 重庆大学 --endpoint http://localhost:7878/query
    """
    from exports.answer import describe

    write(describe(out, entity, lang, endpoint))


#: What ``onecity`` offers of it.
COMMANDS = (query, questions, show)
