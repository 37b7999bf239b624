"""The researcher: the commands that ask, ``onecity query``, ``questions``, ``show`` and ``cite``.

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


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="ENTITY|STATEMENT...")
@click.option("--style", type=click.Choice(["gbt7714", "apa"]), default="gbt7714",
              show_default=True, help="GB/T 7714-2015 or APA 7.")  # fmt: skip
@click.option("--part", type=click.Choice(["all", "notes", "references"]), show_default=True,
              default="all", help="Facts with notes, notes, or the articles alone.")  # fmt: skip
@click.option("--markdown", is_flag=True, help="Footnotes and italics as Markdown.")
@target_option
@language_option
@endpoint_option
@build_option
def cite(names: tuple[str, ...], out: Path, to: Path | None, **options: Any) -> None:
    """Footnotes with the quoted words, their place and the statement, to paste.
    生成可粘贴的脚注：文献、原文、位置与陈述。

    \b
    onecity cite 国家应用数学中心
    onecity cite 重庆大学 --style apa --lang en --part notes --markdown
    onecity cite statement:4fe092d14f3e5fa8
    """
    from exports.answer import cite_things

    write(cite_things(out, names, **options), to)


#: What ``onecity`` offers of it.
COMMANDS = (query, questions, show, cite)
