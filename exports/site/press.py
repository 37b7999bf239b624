"""The press: all pages of a site, written beside the old one and put in its place whole."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from exports.archive import load
from exports.edition import NETWORK, TURTLE
from exports.manifest import VERSION
from exports.picture import Picture
from exports.picture_reader import read_picture
from exports.site.address import LANGUAGES, assign, page
from exports.site.excerpt import Excerpts
from exports.site.findings import Findings, find_all
from exports.site.frame import ASSETS, Frame, asset_files
from exports.site.lookup import write_index
from exports.site.overview import look_over
from exports.site.passage import Passages
from exports.site.profile import Profiles
from exports.site.reading import Reading, read_all, read_ends
from exports.site.reply import MOST, reply
from graph.analysis.reader import read_network
from graph.catalogue import Question, groups, questions
from graph.store import open_store, quads
from ontology.errors import OutputError
from ontology.vocabulary import vocabulary

__all__ = ["LIST", "pages_of", "write_site"]

#: Name of the list of files in a site, by which it knows its own.
LIST = "site.json"
Files = Iterator[tuple[str, bytes]]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Matter:
    """What the pages are made of."""

    folder: Path
    picture: Picture
    readings: dict[str, Reading]
    pages: dict[str, str]
    frame: Frame
    profiles: Profiles
    findings: Findings


def _gather(folder: Path) -> _Matter:
    picture = read_picture(open_store(folder))
    passages = Passages()
    names = assign(node.iri for node in picture.nodes)
    pages = {iri: f"entity/{name}.html" for iri, name in names.items()}
    told = assign(article.iri for article in picture.articles)
    pages |= {iri: f"article/{name}.html" for iri, name in told.items()}
    pages |= {question.name: f"question/{question.name}.html" for question in questions()}
    readings = read_all(load(folder), passages)
    overview = look_over(picture)
    shared = {
        "place": overview.place,
        "overview": overview,
        "nodes": {node.iri: node for node in picture.nodes},
        "articles": {article.iri: article for article in picture.articles},
        "readings": readings,
        "picture": picture,
        "questions": questions(),
        "families": _families(),
        "names": names,
        "rungs": [status.name for status in vocabulary().scheme("statuses")],
        "keys": _keys(picture),
        "has_network": (folder / NETWORK).is_file(),
    }
    profiles = Profiles(picture, passages)
    findings = find_all(read_network(open_store(folder)))
    return _Matter(folder, picture, readings, pages, Frame(pages, shared), profiles, findings)


def _families() -> list[tuple[str, dict[str, str], list[Question]]]:
    """The questions by group, in the order of the catalogue, with the group's label."""
    found: dict[str, list[Question]] = {}
    for question in questions():
        found.setdefault(question.group, []).append(question)
    return [
        (name, groups().get(name, {"zh": name, "en": name}), members)
        for name, members in found.items()
    ]


def _keys(picture: Picture) -> dict[str, str]:
    """How the network page's address names each thing: by the last part of its IRI, if it alone
    has it.
    """
    parts = {node.iri: node.iri.rsplit("/", 1)[-1] for node in picture.nodes}
    counts = Counter(parts.values())
    return {iri: part for iri, part in parts.items() if counts[part] == 1}


def pages_of(folder: Path, progress: Progress | None = None) -> Files:
    """Every file of the site of the build in ``folder``: path in the site and content.

    :param progress: called with the number of pages done and of all.
    """
    matter = _gather(folder)
    whole = len(matter.pages)
    done = 0
    yield from asset_files().items()
    yield from _front(matter)
    for part in (_things(matter), _articles(matter), _answers(matter)):
        for files in part:
            yield from files
            done += 1
            if progress is not None:
                progress(done, whole)


def _both(matter: _Matter, template: str, path: str, **values: Any) -> list[tuple[str, bytes]]:
    return [matter.frame.fill(template, path, lang, **values) for lang in LANGUAGES]


def _front(matter: _Matter) -> Files:
    """The overview, the lists, the analysis, the index, and the files of the build itself."""
    yield from _both(matter, "overview.html", "index.html", findings=matter.findings)
    yield from _both(matter, "things.html", "entities.html")
    yield from _both(matter, "articles.html", "articles.html")
    yield from _both(matter, "questions.html", "questions.html")
    yield from _both(matter, "findings.html", "analysis.html", findings=matter.findings)
    index = write_index(matter.picture.nodes, matter.picture.articles, questions(), matter.pages)
    yield f"{ASSETS}/index.js", index.encode("utf-8", "replace")
    for source, target in ((NETWORK, NETWORK), (TURTLE, f"data/{TURTLE}")):
        with suppress(FileNotFoundError):
            yield target, (matter.folder / source).read_bytes()


def _things(matter: _Matter) -> Iterator[list[tuple[str, bytes]]]:
    excerpts = Excerpts(quads(matter.folder))
    for node in matter.picture.nodes:
        path = matter.pages[node.iri]
        data = f"data/{matter.frame.shared['names'][node.iri]}.ttl"
        profile = matter.profiles.profile(node.iri)
        values = {"profile": profile, "data": data, "findings": matter.findings}
        yield [
            *_both(matter, "thing.html", path, **values),
            (data, excerpts.write(node.iri)),
        ]


def _articles(matter: _Matter) -> Iterator[list[tuple[str, bytes]]]:
    ends = read_ends(open_store(matter.folder))
    for article in matter.picture.articles:
        path, reading = matter.pages[article.iri], matter.readings.get(article.iri)
        yield [
            matter.frame.fill(
                "article.html", path, lang, article=article, reading=reading,
                annotation=reading and reading.annotate(path, lang, matter.pages, ends),
            )
            for lang in LANGUAGES
        ]  # fmt: skip


def _answers(matter: _Matter) -> Iterator[list[tuple[str, bytes]]]:
    store = open_store(matter.folder)
    known: dict[str, str] = {}
    for node in matter.picture.nodes:
        for name in {node.name.zh, node.name.en} - {""}:
            known[name] = "" if name in known else node.iri
    for question in questions():
        data = f"data/question-{question.name}.csv"
        files = []
        for lang in LANGUAGES:
            found = reply(store, question, known, lang)
            shown = page(data, lang)
            files.append(
                matter.frame.fill(
                    "question.html", matter.pages[question.name], lang,
                    reply=found, data=shown, most=MOST,
                )
            )  # fmt: skip
            files += [(shown, found.csv)] if found.csv else []
        yield files


# -- putting it in place ---------------------------------------------------------------------------


def write_site(folder: Path, target: Path, progress: Progress | None = None) -> int:
    """Write the site of the build in ``folder`` to the folder ``target``; the number of files.

    The old site stays until the new one is complete, and comes back when it cannot be replaced.

    :raises OutputError: ``target`` holds something that is not of a site, or cannot be written.
    :raises BuildError: the build is damaged.
    """
    target = Path(os.path.abspath(target))  # noqa: PTH100
    _check_room(target)
    draft = target.with_name(f".{target.name}.partial-{os.getpid()}")
    try:
        _sweep(target)
        draft.mkdir(parents=True)
        listed = {}
        for path, data in pages_of(folder, progress):
            place = draft / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            listed[path] = sha256(data).hexdigest()
        record = {"tool": "onecity", "version": VERSION, "files": dict(sorted(listed.items()))}
        (draft / LIST).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        _swap(draft, target)
    except OSError as error:
        raise OutputError(
            f"the site could not be written: {error.strerror or error}",
            where=str(error.filename or target),
            remedy="free some space or choose another --to; the last site is unchanged",
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return len(listed) + 1


def _check_room(target: Path) -> None:
    """Make sure that nothing is lost when ``target`` is replaced."""
    if not os.path.lexists(target):
        return
    remedy = "move it, or choose another --to"
    if target.is_symlink() or not target.is_dir():
        raise OutputError("is in the way and is no site", where=str(target), remedy=remedy)
    there = sorted(p.relative_to(target).as_posix() for p in target.rglob("*") if not _is_plain(p))
    if not there:
        return
    try:
        record = json.loads((target / LIST).read_text(encoding="utf-8"))
        ours = {LIST, *record["files"]} if record["tool"] == "onecity" else set()
    except (OSError, ValueError, KeyError, TypeError):
        ours = set()
    foreign = [path for path in there if path not in ours]
    if foreign:
        raise OutputError(
            "is in the way and was not made by a site",
            where=str(target / foreign[0]),
            remedy=remedy,
        )


def _is_plain(path: Path) -> bool:
    """Whether it is a folder of its own, which goes with what is in it."""
    return path.is_dir() and not path.is_symlink()


def _sweep(target: Path) -> None:
    """Bring back or remove what a killed run left beside ``target``."""
    for old in sorted(target.parent.glob(f".{target.name}.old-*")):
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)
    for draft in sorted(target.parent.glob(f".{target.name}.partial-*")):
        shutil.rmtree(draft)


def _swap(draft: Path, target: Path) -> None:
    """Two renames: between them there is no site for an instant, and never half of one."""
    if not target.exists():
        draft.rename(target)
        return
    old = target.with_name(f".{target.name}.old-{os.getpid()}")
    target.rename(old)
    try:
        draft.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
