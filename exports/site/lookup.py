"""The lookup: what the search of the site goes through, as a script that pages load when asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from exports.picture import Article, Node
from exports.site.address import LANGUAGES
from exports.site.phrase import label, phrase
from exports.wording import clean
from graph.catalogue import Question
from graph.mint import slug

__all__ = ["write_index"]


def write_index(
    nodes: Iterable[Node],
    articles: Iterable[Article],
    questions: Iterable[Question],
    pages: Mapping[str, str],
) -> str:
    """A script that leaves the index in ``window.onecityIndex``.

    ``kinds``: name in both languages, group of the legend and badge; ``entries``: name in both
    languages, other names, pinyin with hyphens, number of the kind, page.

    :param pages: the page of each IRI, and of each question by its name.
    """
    kinds: dict[tuple[str, str, str, str], int] = {}
    entries: list[list[object]] = []

    def enter(
        zh: str, en: str, others: tuple[str, ...], kind: tuple[str, str, str, str], page: str
    ) -> None:
        number = kinds.setdefault(kind, len(kinds))
        names = (clean(zh), clean(en), clean("|".join(others)))
        entries.append([*names, slug(zh).split("_")[0], number, page])

    for node in nodes:
        cls = label(node.cls, "zh"), label(node.cls, "en"), node.group, node.badge
        enter(node.name.zh, node.name.en, node.aliases, cls, pages[node.iri])
    for article in articles:
        kind = _kind("article")
        enter(article.title, "", (article.publisher,), kind, pages[article.iri])
    for question in questions:
        kind = _kind("question")
        enter(question.labels["zh"], question.labels["en"], (), kind, pages[question.name])
    data = json.dumps({"kinds": [*kinds], "entries": entries}, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        data = data.replace(sign, f"\\u{ord(sign):04x}")
    return f"window.onecityIndex = {data};\n"


def _kind(name: str) -> tuple[str, str, str, str]:
    zh, en = (phrase(f"{name}s", lang) for lang in LANGUAGES)
    return zh, en, name, phrase(f"badge.{name}", LANGUAGES[0])
