"""The command ``onecity``: parses arguments, calls one verb of a room, prints.

Whatever a command needs is imported inside it, so that ``onecity --help`` answers at once.
"""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from exports.curator import lexicon
from exports.terminal import write as _write

__all__ = ["cli", "main"]

#: Exit code of a build in which some articles could not be used and were left out.
LEFT_OUT = 9
_ROOT = Path(__file__).resolve().parent
_SHIPPED = _ROOT / "sources" / "articles"
_PATH = click.Path(path_type=Path)

_build = click.option("--out", type=_PATH, default="out", show_default=True,
                      help="Output folder of a build.")  # fmt: skip
_language = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh",
                         show_default=True, help="Language of the answer.")  # fmt: skip
_form = click.option("--format", "-f", "form", default="table", show_default=True,
                     help="table, csv, tsv, json, xml, markdown, xlsx or turtle.")  # fmt: skip
_sure = click.option("--confidence", type=click.FloatRange(0, 1), help="Leave out the less sure.")
_to = click.option("--to", type=_PATH, help="File to write, instead of the terminal.")


def _asked(command: Callable[..., Any]) -> Callable[..., Any]:
    return _form(_to(_language(_build(command))))


def _answer(verb: str, *given: Any, out: Path, form: str, to: Path | None, **options: Any) -> None:
    """Print the table that a verb of :mod:`exports.answer` gives about the build in ``out``."""
    from exports import answer, tables

    # The engine cannot be stopped from within: let Ctrl-C end the process itself.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    tables.find_form(form)
    table = getattr(answer, verb)(out, *given, **options)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() and to is None else None
    _write(tables.render(table, form, width), to)


def _current(folder: Path) -> Path:
    from exports.publish import current

    return current(folder)


def _pairs(_context: click.Context, _option: click.Parameter, given: Any) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    if wrong := [name for name, sign, _ in pairs if not sign or not name]:
        raise click.BadParameter(f"{wrong[0]!r} is not NAME=VALUE")
    return {name: value for name, _, value in pairs}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option("0.1.0", prog_name="onecity")
def cli() -> None:
    """Chinese news and policy text on regional innovation, as a graph tied to its exact words.
    把区域创新的新闻与政策文本变成可以查证原文的知识图谱。

    \b
    onecity build                 the shipped article, into out/
    onecity query NAME            an answer in the terminal
    """


@cli.command()
@click.argument("articles", nargs=-1, type=_PATH)
@_build
@click.option("--published", help="Date of publication, such as 2021-05, for all articles given.")
@click.option("--workers", type=click.IntRange(1), help="Processes; by default one per processor.")
@click.option("--strict", is_flag=True, help="Fail when an article cannot be used.")
@click.option("--review/--no-review", "reviewing", default=True, help="Apply review files or not.")
@_sure
@click.option("--rulings", type=_PATH, help="A curator's file on which names are one thing.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def build(articles: tuple[Path, ...], out: Path, quiet: bool, strict: bool, **options: Any) -> None:
    """Read articles, build the graph and everything people open.
    读取文章，生成图谱、网页、表格与报告。

    ARTICLES are .txt, .md or .html files, or folders of them; by default the shipped article. The
    new build replaces the last one in --out only when it is complete.

    \b
    onecity build
    onecity build news/ --out out --workers 4
    onecity build plan.txt --published 2021-05 --no-review --confidence 0.8
    """
    from exports.edition import produce, summarize

    def leave_out(failure: Any) -> None:
        if strict:
            raise failure.error()
        click.echo(f"onecity: left out: {failure.error()}", err=True)

    def count(done: int, whole: int) -> None:
        click.echo(f"\r{done} / {whole}", nl=done == whole, err=True)

    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(143))
    progress = count if sys.stderr.isatty() and not quiet else None
    given = articles or (_SHIPPED,)
    published = produce(given, out, leave_out=leave_out, progress=progress, **options)
    if not quiet:
        _write(summarize(published, out))
    if published.manifest["counts"]["left_out"]:
        sys.exit(LEFT_OUT)


@cli.command()
@click.argument("question", required=False)
@click.option("--sparql", help="A SPARQL query to ask instead of a saved question.")
@click.option("--param", "-p", "params", multiple=True, callback=_pairs, metavar="NAME=VALUE",
              help="A parameter of the question; may be given again.")  # fmt: skip
@_form
@_to
@_build
def query(question: str | None, sparql: str | None, params: dict[str, str], **options: Any) -> None:
    """Answer a saved question, a SPARQL file, or SPARQL text.
    回答预设问题或 SPARQL 查询。

    \b
    onecity query numbers
    onecity query question.rq --format xlsx --to answer.xlsx
    onecity query --sparql 'SELECT ?name { ?x a oc:Park ; rdfs:label ?name }'
    """
    if (question is None) == (sparql is None):
        raise click.UsageError("give the name of a question, a file, or --sparql TEXT")
    _answer("ask", question, sparql, params, **options)


@cli.command()
@_asked
def questions(**options: Any) -> None:
    """List the saved questions. 列出预设问题。

    onecity questions --lang en
    """
    _answer("list_questions", **options)


@cli.command()
@click.argument("entity")
@_language
@_build
def show(entity: str, lang: str, out: Path) -> None:
    """Everything said about one thing, with the words that say it. 一个对象的全部事实与原文。

    onecity show 重庆大学 --lang en
    """
    from graph.show import show as describe

    _write(describe(_current(out), entity, lang))


@cli.command()
@click.argument("one")
@click.argument("other")
@_asked
def path(one: str, other: str, **options: Any) -> None:
    """How two things are connected. 两个对象之间的联系。

    onecity path 重庆大学 荣昌区
    """
    _answer("find_paths", one, other, **options)


@cli.command()
@click.argument("one")
@click.argument("other")
@_asked
def compare(one: str, other: str, **options: Any) -> None:
    """What two things share, and what only one has. 两个对象的异同。

    onecity compare 南岸区 荣昌区
    """
    _answer("compare_things", one, other, **options)


@cli.command()
@_asked
def gaps(**options: Any) -> None:
    """Zones and parks of which no laboratory, fund, policy or university is told.
    哪些园区没有提到实验室、基金、政策或高校。

    onecity gaps
    """
    _answer("list_gaps", **options)


@cli.command()
@click.option("--to", type=_PATH, default="network.html", show_default=True, help="File to write.")
@_build
def network(to: Path, out: Path) -> None:
    """Draw the network page of a build again. 重新生成网络图网页。

    onecity network --to map.html
    """
    from exports.edition import draw

    draw(_current(out), to)
    click.echo(to)


@cli.command()
@click.argument("name", metavar="FORMAT")
@click.option("--to", type=_PATH, help="File to write; for csv and spreadsheet a folder.")
@click.option("--all", "everything", is_flag=True,
              help="Where a format has no named graphs: evidence and ontology too.")  # fmt: skip
@_build
def export(name: str, to: Path | None, everything: bool, out: Path) -> None:
    """Write the graph in another format. 以其他格式导出图谱。

    FORMAT: turtle, trig, ntriples, nquads, jsonld, rdfxml, graphml, gexf, csv (nodes.csv and
    edges.csv), spreadsheet (the same, safe to open in Excel).

    \b
    onecity export gexf --to onecity.gexf
    onecity export spreadsheet --to tables/
    onecity export ntriples --all | gzip > all.nt.gz
    """
    from exports import serialize
    from graph.store import quads

    dataset = quads(_current(out))
    if to is None or str(to) == "-":
        _write(serialize.render(dataset, name, everything=everything))
        return
    for path in serialize.export(dataset, name, to, everything=everything):
        click.echo(path)


@cli.command()
@_build
def validate(out: Path) -> None:
    """Check the graph of a build against the SHACL shapes. 用 SHACL 检查图谱。

    onecity validate --out out
    """
    from exports.edition import check

    _write(check(_current(out)))


@cli.command()
@click.argument("gold", type=_PATH, default=_ROOT / "tests" / "articles")
@click.option("--full", is_flag=True, help="Every class, relation, cue and source apart.")
@click.option("--errors", "listing", is_flag=True, help="List what is missing and what is wrong.")
@click.option("--review/--no-review", "reviewing", default=False, help="Judge what review leaves.")
@click.option("--rules", is_flag=True, help="Read by rules alone, without the learned models.")
@_sure
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
def evaluate(gold: Path, **options: Any) -> None:
    """Compare what is extracted with what annotators found. 与人工标注对照，给出准确率与召回率。

    GOLD is a .gold.tsv file or a folder of them; by default the project's own.

    onecity evaluate tests/articles/a1.gold.tsv --errors
    """
    from exports.appraisal import appraise

    _write(appraise(gold, _SHIPPED, **options))


@cli.command()
@click.argument("article", type=_PATH)
def review(article: Path) -> None:
    """Check the review file of an article and list what it changes. 检查复核文件并列出改动。

    onecity review sources/articles/chongqing-roundtable.txt
    """
    from exports.appraisal import inspect_review

    _write(inspect_review(article))


@cli.command()
@click.argument("folder", type=_PATH, default="out")
def verify(folder: Path) -> None:
    """Check every byte of a build against its manifest. 逐字节核对一次生成的结果。

    onecity verify out
    """
    from exports.manifest import verify as check_files

    files = check_files(_current(folder))["files"]
    click.echo(f"{folder}: {len(files)} files and the store are as they were built")


@cli.command()
@click.argument("old", type=_PATH)
@click.argument("new", type=_PATH, default="out")
def diff(old: Path, new: Path) -> None:
    """Facts that only the build in NEW has, or only the one in OLD. 两次生成之间事实的增减。

    onecity diff last-month/ out/
    """
    from exports.difference import compare, render

    _write(render(compare(_current(old), _current(new))))


cli.add_command(lexicon)


def main() -> None:
    """Run the command. Exit codes: 0 done, 1 to 9 as the README lists them, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        code = cli.main(prog_name="onecity", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        code = 130
    except Exception as error:
        from ontology.errors import OneCityError

        if not isinstance(error, OneCityError):
            raise  # a bug, which keeps its traceback
        click.echo(f"onecity: {error}", err=True)
        code = error.exit_code
    sys.exit(code)


if __name__ == "__main__":
    main()
