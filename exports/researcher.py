"""The researcher: the commands that ask: ``query``, ``questions``, ``ask``, ``show`` and ``cite``.

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
    prepare,
    print_answer,
    print_table,
    read_options,
    read_pairs,
    target_option,
)
from exports.terminal import write

__all__ = ["COMMANDS"]


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("question", required=False)
@click.argument("values", nargs=-1, type=click.UNPROCESSED)
@click.option("--sparql", help="A SPARQL query to ask instead of a saved question.")
@click.option("--param", "-p", "params", multiple=True, callback=read_pairs, metavar="NAME=VALUE",
              help="A parameter of the question; may be given again.")  # fmt: skip
@endpoint_option
@answer_options
def query(
    question: str | None,
    values: tuple[str, ...],
    sparql: str | None,
    params: dict[str, str],
    **options: Any,
) -> None:
    """Answer a saved question, a SPARQL file, or SPARQL text.
    回答预设问题或 SPARQL 查询。

    VALUES are the parameters of the question, each as an option of its own name.

    \b
    onecity query numbers
    onecity query platforms-by-zone --zone 荣昌区 --status 在建
    onecity query question.rq --format xlsx --to answer.xlsx
    onecity query --sparql 'SELECT ?name { ?x a oc:Park ; rdfs:label ?name }'
    onecity query funds --endpoint http://localhost:7878/query
    """
    if question is not None and question.startswith("-"):
        values, question = (question, *values), None
    params = params | read_options(values)
    if (question is None) == (sparql is None):
        raise click.UsageError("give the name of a question, a file, or --sparql TEXT")
    print_answer("answer_question", question, sparql, params, **options)


@click.command()
@click.argument("words", nargs=-1)
@click.option("--group", "-g", help="Only questions of this group, such as gaps.")
@answer_options
def questions(words: tuple[str, ...], group: str | None, **options: Any) -> None:
    """List the saved questions, or those that have WORDS. 列出或查找预设问题。

    \b
    onecity questions --lang en
    onecity questions 基金
    onecity questions fund --group gaps --lang en
    """
    print_answer("list_questions", words, group, **options)


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the answer.")
@form_option
@target_option
@build_option
def ask(
    words: tuple[str, ...], lang: str | None, out: Path, form: str, to: Path | None, raw: bool
) -> None:
    """Answer a question in your own words by the saved question it fits.
    用自己的话提问，由最合适的预设问题回答。

    Which question and which SPARQL were chosen is said beside the answer. When none fits, the
    nearest are named and nothing is answered.

    \b
    onecity ask '科学城有哪些在建平台？'
    onecity ask 'Which zones have no fund?'
    """
    from exports.answer import ask as answer

    prepare(form)
    reply = answer(out, " ".join(words), lang)
    click.echo(reply.introduction, err=True)
    print_table(reply.table, form, to, raw=raw, pages=out)
    click.echo("\n" + reply.sparql.rstrip(), err=True)


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
COMMANDS = (query, questions, ask, show, cite)
