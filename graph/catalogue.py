"""The catalogue: the saved questions in ``graph/questions``, one SPARQL file each.

A file begins with comment lines that say what it asks, and may say more than once ``param``::

    # zh: 某园区里有哪些平台？
    # en: Which platforms are in a zone?
    # group: platforms
    # param zone: type=entity default="西部(重庆)科学城" zh=园区 en=zone

A parameter is written ``$zone`` in the query. It becomes the term given for it; without a
value it stays a variable, which SPARQL also writes ``?zone``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files

from ontology.errors import NotFoundError, QueryError

__all__ = [
    "PARAMETER_TYPES",
    "Parameter",
    "Question",
    "find_question",
    "questions",
    "read_question",
]

#: What a parameter can be; :mod:`graph.query` turns the text given into such a term.
PARAMETER_TYPES = (
    "entity", "class", "concept", "text", "integer", "decimal", "date", "iri"
)  # fmt: skip
_META = re.compile(r"#\s*(zh|en|group):\s*(.+)")
_PARAM = re.compile(r"#\s*param\s+([A-Za-z_]\w*):\s*(.*)")
_PAIR = re.compile(r'(\w+)=(?:"([^"]*)"|(.*?))(?=\s+\w+=|\s*$)')


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be asked about: ``default`` is used when no value is given."""

    name: str
    type: str
    default: str | None
    labels: dict[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question; ``labels`` is its wording by language, ``text`` the SPARQL file."""

    name: str
    labels: dict[str, str]
    group: str
    parameters: tuple[Parameter, ...]
    text: str


def read_question(name: str, text: str) -> Question:
    """A question from the text of its file.

    :raises QueryError: when a wording is missing or a parameter is not understood.

    >>> read_question("n", "# zh: 谁？\\n# en: Who?\\n# param x: type=entity\\nASK {}").parameters
    (Parameter(name='x', type='entity', default=None, labels={}),)
    """
    meta: dict[str, str] = {}
    parameters = []
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _PARAM.fullmatch(line.strip()):
            parameters.append(_parameter(match[1], match[2], f"{name}.rq:{number}"))
        elif match := _META.fullmatch(line.strip()):
            meta.setdefault(match[1], match[2].strip())
    for wanted in ("zh", "en"):
        if wanted not in meta:
            raise QueryError(f"no wording in {wanted}", where=f"{name}.rq", remedy=f"# {wanted}: …")
    labels = {"zh": meta["zh"], "en": meta["en"]}
    return Question(name, labels, meta.get("group", "other"), tuple(parameters), text)


def _parameter(name: str, rest: str, where: str) -> Parameter:
    pairs = {word: quoted or plain for word, quoted, plain in _PAIR.findall(rest)}
    kind = pairs.pop("type", "entity")
    if kind not in PARAMETER_TYPES:
        raise QueryError(
            f"parameter {name} has no known type: {kind!r}",
            where=where,
            remedy="one of " + ", ".join(PARAMETER_TYPES),
        )
    return Parameter(name, kind, pairs.pop("default", None), pairs)


@lru_cache(maxsize=1)
def questions() -> tuple[Question, ...]:
    """All saved questions, by group, then name."""
    found = [
        read_question(path.name.removesuffix(".rq"), path.read_text(encoding="utf-8"))
        for path in files("graph.questions").iterdir()
        if path.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda question: (question.group, question.name)))


def find_question(name: str) -> Question:
    """The saved question of that name.

    :raises NotFoundError: with the nearest names.
    """
    known = {question.name: question for question in questions()}
    if name not in known:
        near = get_close_matches(name, known, n=5, cutoff=0.4)
        raise NotFoundError(
            f"no question is called {name!r}",
            nearest=tuple(near),
            remedy="" if near else "run: onecity questions",
        )
    return known[name]
