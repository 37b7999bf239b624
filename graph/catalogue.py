"""The catalogue: the saved questions in ``graph/questions``, one SPARQL file each.

A file begins with comment lines that say what it asks; ``param`` and ``ask`` may stand several
times::

    # zh: 某园区里有哪些平台？
    # en: Which platforms are in a zone?
    # group: structure
    # param zone: type=entity of="Zone Park" example=科学城 zh=园区 en=zone
    # ask: {zone} 平台

A parameter is written ``$zone`` in the query. It becomes the term given for it; without a
value it stays a variable, which SPARQL also writes ``?zone``. ``of`` says what may be given: the
classes of an entity, the class above a class, the scheme of a concept, or whose words a text is
taken from. A parameter that is ``needed`` has to be given.

``ask`` is a way to put the question in words, for :mod:`graph.ask`: the words that have to occur,
in any form that ``synonyms.tsv`` gives them, ``{zone}`` where a value stands, and in ``[ ]`` what
may be there besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files

from graph.thesaurus import headword, senses
from ontology.errors import NotFoundError, QueryError

__all__ = [
    "PARAMETER_TYPES",
    "Parameter",
    "Question",
    "find_question",
    "groups",
    "heading",
    "nearest_words",
    "questions",
    "read_question",
    "search_questions",
]

#: What a parameter can be; :mod:`graph.query` turns the text given into such a term.
PARAMETER_TYPES = (
    "entity", "class", "concept", "text", "integer", "decimal", "date", "year", "iri", "language"
)  # fmt: skip
_META = re.compile(r"#\s*(zh|en|group):\s*(.+)")
_ASK = re.compile(r"#\s*ask:\s*(.+)")
_PARAM = re.compile(r"#\s*param\s+([A-Za-z_]\w*):\s*(.*)")
_PAIR = re.compile(r'(\w+)=(?:"([^"]*)"|(.*?))(?=\s+\w+=|\s*$)')


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be asked about: ``default`` is used when no value is given."""

    name: str
    type: str
    default: str | None
    labels: dict[str, str]
    of: tuple[str, ...] = ()
    example: str | None = None
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question; ``labels`` is its wording by language, ``text`` the SPARQL file."""

    name: str
    labels: dict[str, str]
    group: str
    parameters: tuple[Parameter, ...]
    text: str
    asks: tuple[str, ...] = field(default=())

    @property
    def sparql(self) -> str:
        """The query without the lines that describe it."""
        lines = self.text.splitlines(keepends=True)
        first = next((i for i, line in enumerate(lines) if not line.startswith("#")), 0)
        return "".join(lines[first:])

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name.

        :raises QueryError: with the nearest of those it has.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.5)
            raise QueryError(
                f"question {self.name!r} has no parameter {name!r}",
                remedy=(f"nearest: {near[0]}; " if near else "")
                + ("it has: " + ", ".join(known) if known else "it has none"),
            )
        return known[name]


def read_question(name: str, text: str) -> Question:
    """A question from the text of its file.

    :raises QueryError: when a wording is missing or a parameter is not understood.

    >>> read_question("n", "# zh: 谁？\\n# en: Who?\\n# ask: 谁\\nASK {}").asks
    ('谁',)
    """
    meta: dict[str, str] = {}
    parameters = []
    asks = []
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _PARAM.fullmatch(line.strip()):
            parameters.append(_parameter(match[1], match[2], f"{name}.rq:{number}"))
        elif match := _ASK.fullmatch(line.strip()):
            asks.append(match[1])
        elif match := _META.fullmatch(line.strip()):
            meta.setdefault(match[1], match[2].strip())
    for wanted in ("zh", "en"):
        if wanted not in meta:
            raise QueryError(f"no wording in {wanted}", where=f"{name}.rq", remedy=f"# {wanted}: …")
    labels = {"zh": meta["zh"], "en": meta["en"]}
    group = meta.get("group", "other")
    return Question(name, labels, group, tuple(parameters), text, tuple(asks))


def _parameter(name: str, rest: str, where: str) -> Parameter:
    pairs = {word: quoted or plain for word, quoted, plain in _PAIR.findall(rest)}
    kind = pairs.pop("type", "entity")
    if kind not in PARAMETER_TYPES:
        raise QueryError(
            f"parameter {name} has no known type: {kind!r}",
            where=where,
            remedy="one of " + ", ".join(PARAMETER_TYPES),
        )
    return Parameter(
        name=name,
        type=kind,
        default=pairs.pop("default", None),
        of=tuple(pairs.pop("of", "").split()),
        example=pairs.pop("example", None),
        needed=pairs.pop("needed", "") == "yes",
        labels=pairs,
    )


def groups() -> dict[str, dict[str, str]]:
    """The groups in the order in which they are listed, each with its label by language.

    >>> groups()["gaps"]["en"]
    'gaps'
    """
    return _labels("groups.tsv")


def heading(column: str, lang: str) -> str:
    """What people read above a column of answers, of ``columns.tsv``; else its own name.

    >>> heading("set_up_by", "en"), heading("quote", "zh"), heading("my_own", "zh")
    ('set up by', '原文', 'my own')
    """
    return _labels("columns.tsv").get(column, {}).get(lang) or column.replace("_", " ")


@lru_cache(maxsize=2)
def _labels(file: str) -> dict[str, dict[str, str]]:
    text = (files("graph.questions") / file).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {name: {"zh": zh, "en": en} for name, zh, en in rows[1:]}


@lru_cache(maxsize=1)
def questions() -> tuple[Question, ...]:
    """All saved questions, by group in the order of :func:`groups`, then name."""
    found = [
        read_question(path.name.removesuffix(".rq"), path.read_text(encoding="utf-8"))
        for path in files("graph.questions").iterdir()
        if path.name.endswith(".rq")
    ]
    place = {name: number for number, name in enumerate(groups())}
    return tuple(sorted(found, key=lambda q: (place.get(q.group, len(place)), q.group, q.name)))


def find_question(name: str) -> Question:
    """The saved question of that name.

    :raises NotFoundError: with the nearest names.
    """
    known = {question.name: question for question in questions()}
    if name not in known:
        near = nearest_words(name, known)
        raise NotFoundError(
            f"no question is called {name!r}",
            nearest=near,
            remedy="" if near else "run: onecity questions",
        )
    return known[name]


def search_questions(words: Iterable[str] = (), group: str | None = None) -> list[Question]:
    """The saved questions in whose wording, name, group or parameters every word occurs.

    A word also counts where the question is asked with another word of the same meaning.

    :raises NotFoundError: none has them all, or no group is called so.
    """
    chosen = [q for q in questions() if group is None or q.group == _find_group(group)]
    wanted = [(word.casefold(), senses(word)) for word in words]
    found = [q for q in chosen if all(_speaks_of(q, word, meant) for word, meant in wanted)]
    if not found:
        every = " ".join(q.name for q in questions()).split()
        near = tuple(n for word, _ in wanted for n in nearest_words(word, every))
        raise NotFoundError(
            "no saved question speaks of " + " and ".join(word for word, _ in wanted),
            nearest=near[:5],
            remedy="" if near else "run: onecity questions",
        )
    return found


def _find_group(name: str) -> str:
    for known, labels in groups().items():
        if name.casefold() in (known, *labels.values()):
            return known
    raise NotFoundError(f"no group is called {name!r}", remedy="one of: " + ", ".join(groups()))


def _speaks_of(question: Question, word: str, meant: frozenset[str]) -> bool:
    labels = [*question.labels.values(), *groups()[question.group].values(), question.name]
    labels += [label for p in question.parameters for label in (p.name, *p.labels.values())]
    if word in "\n".join(labels).casefold():
        return True
    asked = (part.strip("[]{}") for line in question.asks for part in line.split())
    return any(meant & headword(part) for part in asked)


def nearest_words(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The names most like ``word``: alike as a whole, or of the same parts, best first.

    >>> nearest_words("zone-platforms", ["platforms-by-zone", "speakers"])
    ('platforms-by-zone',)
    """
    names = list(known)
    parts = {part for part in re.split(r"\W+", word) if len(part) > 2}
    shared = {name: len(parts & set(re.split(r"\W+", name))) for name in names}
    alike = get_close_matches(word, names, n=5, cutoff=0.4)
    alike += sorted((name for name in names if shared[name] > 1), key=lambda n: (-shared[n], n))
    return tuple(dict.fromkeys(alike))[:5]
