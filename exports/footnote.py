"""The footnote: an article as GB/T 7714-2015 or APA 7 names it, with the words that are cited.

What each style writes, in which order and what stands for a missing author or date, is in
``footnote.json``, with the sections of the standards. Titles and names stay in the script of the
article: a machine's romanisation of a person's name may be wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

from graph.citation import Citation, Publication

__all__ = ["annotate", "render", "write"]

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f.,'’\s-]*")
#: A style's own stop after a title that has one, and the marks around a publisher nobody knows.
_DOUBLED, _NOBODY = re.compile(r"(?<=[?!？！])[.。]"), re.compile(r"\s*<i></i>[.。]")


@lru_cache(maxsize=1)
def _styles() -> dict[str, Any]:
    styles: dict[str, Any] = json.loads(
        files("exports").joinpath("footnote.json").read_text(encoding="utf-8")
    )
    return styles


def write(publication: Publication, style: str = "gbt7714", lang: str = "zh") -> str:
    """The reference to an article; a name to print in italics stands between ``<i>`` and ``</i>``.

    >>> article = Publication("a", "T", "江城日报", "2021-05", ("甲", "乙", "丙", "丁"))
    >>> print(write(article))
    甲, 乙, 丙, 等. T[N]. 江城日报, 2021-05.
    >>> print(write(article, "apa", "en"))
    甲, 乙, 丙, & 丁 (2021, May). T. <i>江城日报</i>.
    """
    rules = _styles()[style]
    words = rules[lang]
    kind = "newspaper" if publication.publisher.endswith(tuple(rules["newspaper"]["endings"])) \
        else "other"  # fmt: skip
    known = {
        "title": publication.title,
        "publisher": publication.publisher,
        "date": _date(publication.published, words["dates"]),
    }
    text: str = words["reference" if publication.authors else "anonymous"].format(
        authors=_names(publication, rules, lang),
        mark=rules[kind]["mark"],
        **{field: value or words["missing"][field] for field, value in known.items()},
    )
    return _NOBODY.sub("", _DOUBLED.sub("", text))


def _date(published: str, forms: dict[str, str]) -> str:
    """The date as precise as it is known; whatever is no date stays as it is."""
    parts = published.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return published
    month, day = [*map(int, parts[1:]), 1, 1][:2]
    form = forms[("year", "month", "day")[len(parts) - 1]]
    return form.format(year=parts[0], month=month, day=day, name=_styles()["months"][month - 1])


def _names(publication: Publication, rules: dict[str, Any], lang: str) -> str:
    names, form, words = publication.authors, rules["names"], rules[lang]
    joints = words.get("joints", form)
    written = [_name(name, form) for name in names]
    if len(names) > form["most"]:
        shown: str = joints["between"].join(written[: form["shown"]])
        others: str = words["others"][_speech(names)]
        return shown + others.format(last=written[-1])
    before = joints["between"].join(written[:-1])
    return str(joints["last"].join(filter(None, (before, *written[-1:]))))


def _speech(names: Iterable[str]) -> str:
    """The language of the names, which tells how "and others" is written among them."""
    return "en" if all(map(_LATIN.fullmatch, names)) else "zh"


def _name(name: str, form: dict[str, Any]) -> str:
    """A name in Latin letters as family and initials; any other as it is."""
    if not _LATIN.fullmatch(name):
        return name
    family, comma, given = name.partition(",")
    if not comma:
        given, _, family = name.rpartition(" ")
    initials = form["space"].join(
        part[0].upper() + form["point"] for part in re.split(r"[\s.-]+", given) if part
    )
    if not initials:
        return family.strip()
    shown = {"family": family.strip(), "FAMILY": family.strip().upper(), "initials": initials}
    return str(form["latin"].format(**shown))


def annotate(citation: Citation, style: str = "gbt7714", lang: str = "zh") -> str:
    """One note: the reference, the words with the place where they stand, the statement's IRI."""
    words = _styles()[style][lang]
    quotes = words["between"].join(
        words["quote"].format(exact=" ".join(p.exact.split()), start=p.start, end=p.end)
        for p in citation.passages
    )
    reference = write(citation.publication, style, lang)
    return str(words["note"].format(reference=reference, quotes=quotes, iri=citation.iri))


def render(
    citations: Iterable[Citation],
    style: str = "gbt7714",
    lang: str = "zh",
    *,
    part: str = "all",
    markdown: bool = False,
) -> str:
    """Numbered notes as text to paste.

    :param part: ``all``: each fact and its note; ``notes``: notes alone; ``references``: the
        articles alone, each once.
    :param markdown: italics and footnotes as Markdown writes them.
    """
    given = tuple(citations)
    if part == "references":
        articles = dict.fromkeys(citation.publication for citation in given)
        lines = [f"{_label(n, markdown=False)} {write(article, style, lang)}"
                 for n, article in enumerate(articles, 1)]  # fmt: skip
    else:
        lines = []
        for number, citation in enumerate(given, 1):
            note = annotate(citation, style, lang)
            if part == "all" and not markdown:
                lines += [f"{_label(number)} {_fact(citation, lang)}", f"    {note}"]
            else:
                lines.append(f"{_label(number, markdown=markdown)} {note}")
        if part == "all" and markdown:
            facts = [f"{_fact(c, lang)}[^{n}]" for n, c in enumerate(given, 1)]
            lines = [*"\n\n".join(facts).split("\n"), "", *lines]
    text = "\n".join(lines) + "\n"
    return re.sub("</?i>", "*" if markdown else "", text)


def _label(number: int, *, markdown: bool = False) -> str:
    return f"[^{number}]:" if markdown else f"[{number}]"


def _fact(citation: Citation, lang: str) -> str:
    from ontology.vocabulary import vocabulary

    asserted = citation.modality == "asserted"
    marks = ["" if asserted else vocabulary().label(citation.modality, lang), citation.speaker]
    said = ", ".join(filter(None, marks))
    return " ".join(citation.fact) + (f" ({said})" if said else "")
