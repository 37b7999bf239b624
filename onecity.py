"""The command ``onecity``: parses arguments, calls one verb of a room, prints.

Whatever a command needs is imported inside it, so that ``onecity --help`` answers at once.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Any

import click

from exports import planner, researcher
from exports.curator import lexicon
from exports.endpoint.command import serve
from exports.option import PATH, build_option, sure_option
from exports.terminal import write as _write

__all__ = ["cli", "main"]

#: Exit code of a build in which some articles could not be used and were left out.
LEFT_OUT = 9
_ROOT = Path(__file__).resolve().parent
_SHIPPED = _ROOT / "sources" / "articles"


def _current(folder: Path) -> Path:
    from exports.publish import current

    return current(folder)


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
@click.argument("articles", nargs=-1, type=PATH)
@build_option
@click.option("--published", help="Date of publication, such as 2021-05, for all articles given.")
@click.option("--workers", type=click.IntRange(1), help="Processes; by default one per processor.")
@click.option("--strict", is_flag=True, help="Fail when an article cannot be used.")
@click.option("--review/--no-review", "reviewing", default=True, help="Apply review files or not.")
@sure_option
@click.option("--rulings", type=PATH, help="A curator's file on which names are one thing.")
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
@click.argument("name", metavar="FORMAT")
@click.option("--to", type=PATH, help="File to write; for csv and spreadsheet a folder.")
@click.option("--all", "everything", is_flag=True,
              help="Evidence and ontology too, where a format has no named graphs; where it has, "
                   "every triple once more in the default graph, as servers want.")  # fmt: skip
@click.option("--view", help="In another vocabulary: schema, vivo or skgif.")
@build_option
def export(name: str, to: Path | None, everything: bool, view: str | None, out: Path) -> None:
    """Write the graph in another format. 以其他格式导出图谱。

    FORMAT: turtle, trig, ntriples, nquads, jsonld, rdfxml, graphml, gexf, csv (nodes.csv and
    edges.csv), spreadsheet (the same, safe to open in Excel).

    \b
    onecity export gexf --to onecity.gexf
    onecity export spreadsheet --to tables/
    onecity export ntriples --all | gzip > all.nt.gz
    onecity export turtle --view schema --to schema.ttl
    """
    from exports import serialize
    from graph.store import quads

    if view is not None:
        _export_view(view, name, to, out)
        return
    dataset = quads(_current(out))
    if to is None or str(to) == "-":
        _write(serialize.render(dataset, name, everything=everything))
        return
    for path in serialize.export(dataset, name, to, everything=everything):
        click.echo(path)


def _export_view(view: str, name: str, to: Path | None, out: Path) -> None:
    from exports.serialize import replace_file
    from exports.view import render
    from graph.store import open_store

    content = render(open_store(_current(out)), view, name)
    if to is None or str(to) == "-":
        _write(content)
        return
    replace_file(to, content)
    click.echo(to)


@cli.command()
@build_option
def validate(out: Path) -> None:
    """Check the graph of a build against the SHACL shapes. 用 SHACL 检查图谱。

    onecity validate --out out
    """
    from exports.edition import check

    _write(check(_current(out)))


@cli.command()
@click.argument("gold", type=PATH, default=_ROOT / "tests" / "articles")
@click.option("--full", is_flag=True, help="Every class, relation, cue and source apart.")
@click.option("--errors", "listing", is_flag=True, help="List what is missing and what is wrong.")
@click.option("--review/--no-review", "reviewing", default=False, help="Judge what review leaves.")
@click.option("--rules", is_flag=True, help="Read by rules alone, without the learned models.")
@sure_option
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
def evaluate(gold: Path, **options: Any) -> None:
    """Compare what is extracted with what annotators found. 与人工标注对照，给出准确率与召回率。

    GOLD is a .gold.tsv file or a folder of them; by default the project's own.

    onecity evaluate tests/articles/a1.gold.tsv --errors
    """
    from exports.appraisal import appraise

    _write(appraise(gold, _SHIPPED, **options))


@cli.command()
@click.argument("article", type=PATH)
def review(article: Path) -> None:
    """Check the review file of an article and list what it changes. 检查复核文件并列出改动。

    onecity review sources/articles/chongqing-roundtable.txt
    """
    from exports.appraisal import inspect_review

    _write(inspect_review(article))


@cli.command()
@click.argument("folder", type=PATH, default="out")
def verify(folder: Path) -> None:
    """Check every byte of a build against its manifest. 逐字节核对一次生成的结果。

    onecity verify out
    """
    from exports.manifest import verify as check_files

    files = check_files(_current(folder))["files"]
    click.echo(f"{folder}: {len(files)} files and the store are as they were built")


@cli.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH, default="out")
def diff(old: Path, new: Path) -> None:
    """Facts that only the build in NEW has, or only the one in OLD. 两次生成之间事实的增减。

    onecity diff last-month/ out/
    """
    from exports.difference import compare, render

    _write(render(compare(_current(old), _current(new))))


for _command in (*researcher.COMMANDS, *planner.COMMANDS, lexicon, serve):
    cli.add_command(_command)


def main() -> None:
    """Run the command. Exit codes: 0 done, 1 to 10 as the README lists them, 130 interrupted."""
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
