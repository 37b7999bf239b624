"""The curator: the commands ``onecity lexicon …``, which change no rule without being told to.

Whatever a command needs is imported inside it, as in ``onecity.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ontology.lexicon.revision import Revision

__all__ = ["lexicon"]

_ROOT = Path(__file__).resolve().parent.parent
_SHIPPED = _ROOT / "sources" / "articles"
#: What annotators have read: whole articles, and passages.
_ANNOTATED = (_ROOT / "tests" / "articles", _ROOT / "tests" / "passages")
_PATH = click.Path(path_type=Path)
_folder = click.option("--lexicon", "folder", type=_PATH, metavar="DIR",
                       help="Folder of lexicon files; by default the one in use.")  # fmt: skip


@click.group()
def lexicon() -> None:
    """Words and what they signal, as a spreadsheet and back. 词典：导出、导入、建议新词。

    \b
    onecity lexicon export cues.xlsx
    onecity lexicon import cues.xlsx
    onecity lexicon learn --to proposals.xlsx
    """


@lexicon.command("export")
@click.argument("file", type=_PATH)
@click.option("--kind", help="Cues of one kind only, such as HeadNoun or Trigger.")
@_folder
def write_sheet(file: Path, kind: str | None, folder: Path | None) -> None:
    """Write the cues to a spreadsheet, one row each. 把词典导出为表格，一词一行。

    FILE ends in .xlsx, .tsv or .csv. A curator may change forms, meanings and attributes, switch
    cues on and off, and add rows; what stands in the row of one id is shared by all its forms.

    \b
    onecity lexicon export cues.xlsx
    onecity lexicon export heads.tsv --kind HeadNoun
    """
    from exports.glossary import render_sheet
    from exports.terminal import write
    from ontology.lexicon.resource import read_files, read_resources
    from ontology.lexicon.sheet import lay_out

    columns, rows = lay_out(read_resources(read_files(folder)).values(), kind)
    write(render_sheet(columns, rows, file.suffix.lower()), file)
    click.echo(f"{file}: {len(rows)} cues")


@lexicon.command("import")
@click.argument("file", type=_PATH)
@click.option("--apply", "applying", is_flag=True, help="Write the changes into the lexicon.")
@_folder
def read_back(file: Path, applying: bool, folder: Path | None) -> None:
    """Compare a spreadsheet with the lexicon, and write the changes if told to.
    对照表格与词典，列出改动；加 --apply 才写入。

    What is not in the sheet stays as it is. Nothing is deleted: switch a cue off. A new row that
    is off is a proposal and waits.

    \b
    onecity lexicon import cues.xlsx
    onecity lexicon import cues.xlsx --apply
    """
    from exports.glossary import read_sheet
    from exports.terminal import write
    from ontology.lexicon.resource import read_files, read_resources
    from ontology.lexicon.revision import revise

    texts = read_files(folder)
    revision = revise(read_resources(texts), read_sheet(file))
    changed = revision.texts(texts)
    if applying:
        _replace(changed, folder)
    write(_tell(revision, list(changed), applying))


def _replace(texts: dict[str, str], folder: Path | None) -> None:
    from exports.serialize import replace_file
    from ontology.errors import OutputError
    from ontology.lexicon.resource import lexicon_folder

    for name, text in texts.items():
        try:
            replace_file(lexicon_folder(folder) / name, text.encode())
        except OutputError as error:
            remedy = "give --lexicon DIR, a copy of the lexicon that you may write"
            raise OutputError(error.what, where=error.where, remedy=remedy) from error


def _tell(revision: Revision, files: list[str], applying: bool) -> str:
    """The changes, one line each, and their counts."""
    lines = [f"{change.file}: {change.sort} {change.text}" for change in revision.changes]
    sorts = {"added": "added", "changed": "changed", "on": "switched on", "off": "switched off"}
    counts = [f"{revision.count(sort)} {text}" for sort, text in sorts.items()]
    waiting = f"; {revision.waiting} proposed and off: left alone" if revision.waiting else ""
    lines.append(", ".join(counts) + waiting)
    if files:
        lines.append(
            ("written: " if applying else "not written without --apply: ") + ", ".join(files)
        )
    return "".join(line + "\n" for line in lines)


@lexicon.command("learn")
@click.argument("articles", nargs=-1, type=_PATH)
@click.option("--to", type=_PATH, help="Spreadsheet to write, instead of the terminal.")
@click.option("--least", type=click.IntRange(1), default=2, show_default=True,
              help="Leave out what was seen less often.")  # fmt: skip
def propose(articles: tuple[Path, ...], to: Path | None, least: int) -> None:
    """Propose words, heads and names from annotated or reviewed articles. Changes nothing.
    从已标注或复核的文章中建议新词；不会改动词典。

    ARTICLES are articles, their .gold.tsv or .review.tsv files, annotated passages, or folders of
    them; by default the project's own that rules may be tuned on. Proposals are rows of a sheet,
    all off: switch on what is right, give it the id that means the same, and import the sheet.

    \b
    onecity lexicon learn --to proposals.xlsx
    onecity lexicon learn news/ --least 1
    """
    from exports.glossary import render_sheet
    from exports.terminal import write
    from sources.proposal import PROPOSED
    from sources.proposal import propose as find_words
    from sources.sample import collect

    samples = collect(articles or _ANNOTATED, (_SHIPPED,))
    rows = [row for row in find_words(samples) if int(row["count"]) >= least]
    suffix = to.suffix.lower() if to is not None else ".tsv"
    content = render_sheet(PROPOSED, rows, suffix)
    write(content if to is not None else content.decode("utf-8-sig"), to)
    if to is not None:
        click.echo(f"{to}: {len(rows)} proposals, all off")
