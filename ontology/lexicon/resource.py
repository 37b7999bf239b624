"""Resources: what the lexicon's Turtle files say, resource by resource, and how one is rewritten.

Curators keep these files by hand. Whatever does not change keeps its order, layout and comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology.errors import ReviewError
from ontology.lexicon.cue import LEXICON, local
from ontology.namespaces import NAMESPACES

__all__ = ["Resource", "lexicon_folder", "read_files", "read_resources", "rewrite"]

#: Where the resources are: ``head/valley`` is a resource below this.
_BASE = "https://w3id.org/onecity/lexicon/"
_TYPE = NAMESPACES["rdf"] + "type"
_SKOS = NAMESPACES["skos"]
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|' + r"'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\s]*>|#[^\n]*|\.(?=\s|#|\Z)|[^\s\"'<#.]+|\S",
    re.DOTALL,
)
_PREFIX = re.compile(r"@prefix\s+([\w-]*):\s*<([^<>\s]*)>\s*\.")
_LOCAL = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource: the meaning that its forms share.

    ``signals`` is an IRI or empty; ``attributes`` the other ``lex:`` properties by local name;
    ``forms`` tells of each form whether it is on; ``rest``: what stands there beside, as terms.
    """

    name: str
    file: str
    kinds: tuple[str, ...]
    signals: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)
    example: str = ""
    forms: dict[str, bool] = field(default_factory=dict)
    rest: tuple[tuple[str, str], ...] = ()


def lexicon_folder(folder: Path | None = None) -> Path:
    """``folder``, by default that of the lexicon in use."""
    return folder or Path(__file__).parent


def read_files(folder: Path | None = None) -> dict[str, str]:
    """The Turtle files of ``folder``, by default of the lexicon in use: name to text.

    :raises ReviewError: there are none, or one is not UTF-8.
    """
    folder = lexicon_folder(folder)
    try:
        found = {
            path.name: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.ttl"))
        }
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(
            f"the lexicon cannot be read: {error}", where=str(folder), remedy="give its folder"
        ) from error
    if not found:
        raise ReviewError(
            "no Turtle file", where=str(folder), remedy="give a folder of lexicon files"
        )
    return found


def read_resources(texts: dict[str, str]) -> dict[str, Resource]:
    """The resources of all files by name, in the order of the files.

    >>> read_resources(read_files())["head/eco-city"].forms
    {'生态城': True, '生态新城': True}

    :raises ReviewError: a file is no Turtle, or two files speak of one resource.
    """
    found: dict[str, Resource] = {}
    for file, text in texts.items():
        for resource in _read(file, text):
            if resource.name in found:
                raise ReviewError(
                    f"{resource.name} stands in {found[resource.name].file} too",
                    where=file,
                    remedy="keep it in one file",
                )
            found[resource.name] = resource
    return found


def _read(file: str, text: str) -> Iterator[Resource]:
    facts: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    try:
        for quad in parse(text.encode(), format=RdfFormat.TURTLE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                told = facts.setdefault(quad.subject.value, {})
                told.setdefault(quad.predicate.value, []).append(quad.object)
    except SyntaxError as error:
        where = f"{file}:{error.lineno}" if error.lineno else file
        raise ReviewError(f"no Turtle: {error.msg}", where=where, remedy="mend the line") from error
    for iri, told in facts.items():
        kinds = tuple(
            local(node.value) for node in told.get(_TYPE, []) if node.value.startswith(LEXICON)
        )
        if kinds and iri.startswith(_BASE):
            yield _gather(iri.removeprefix(_BASE), file, kinds, told)


def _gather(
    name: str, file: str, kinds: tuple[str, ...], told: dict[str, list[NamedNode | Literal]]
) -> Resource:
    """A resource out of its facts, each taken to the place it belongs to."""
    active = all(term.value != "false" for term in told.get(LEXICON + "active", []))
    resource = Resource(name, file, kinds)
    signals, example, rest = "", "", []
    for predicate, terms in told.items():
        term, short = terms[0], local(predicate)
        many = len(terms) > 1 or isinstance(term, NamedNode)
        if predicate in {LEXICON + "form", LEXICON + "inactiveForm"}:
            on = active and short == "form"
            resource.forms.update({term.value: on for term in terms})
        elif predicate == LEXICON + "signals":
            signals = term.value
        elif predicate == _SKOS + "definition":
            resource.meanings.update({_language(term): term.value for term in terms})
        elif predicate == _SKOS + "example" and not many and _language(term) == "zh":
            example = term.value
        elif predicate.startswith(LEXICON) and short != "active" and not many:
            resource.attributes[short] = term.value
        elif predicate not in {_TYPE, LEXICON + "active"}:
            rest += [(predicate, str(term)) for term in terms]
    return Resource(
        name, file, kinds, signals, resource.attributes, resource.meanings, example,
        resource.forms, tuple(rest),
    )  # fmt: skip


def _language(term: NamedNode | Literal) -> str:
    return (term.language or "") if isinstance(term, Literal) else ""


def rewrite(text: str, resources: Iterable[Resource]) -> str:
    """``text``, a Turtle file, with these resources as they are now; new ones at its end.

    >>> old = '@prefix lex: <https://w3id.org/onecity/lexicon#> .\\n# far'
    >>> print(rewrite(old, [Resource("a/b", "a.ttl", ("Vague",), forms={"近年": True})]))
    @prefix lex: <https://w3id.org/onecity/lexicon#> .
    # far
    <https://w3id.org/onecity/lexicon/a/b> a lex:Vague ; lex:form "近年" .
    """
    prefixes = dict(_PREFIX.findall(text))
    spans: dict[str, list[tuple[int, int]]] = {}
    for start, end, subject in _blocks(text):
        spans.setdefault(_expand(subject, prefixes), []).append((start, end))
    pieces: dict[tuple[int, int], str] = {}
    added = []
    for resource in resources:
        places = spans.get(_BASE + resource.name, [])
        old = "".join(text[start:end] for start, end in places)
        new = _render(resource, prefixes, old)
        pieces.update(dict.fromkeys(places, ""))
        if places:
            pieces[places[0]] = new
        else:
            added.append(new)
    for start, end in sorted(pieces, reverse=True):
        text = text[:start] + pieces[start, end] + text[end:]
    if added and not text.endswith("\n"):
        text += "\n"
    return text + "".join(new + "\n" for new in added)


def _blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and subject of each statement of a Turtle file."""
    start, subject = -1, ""
    for token in _TOKEN.finditer(text):
        if token[0].startswith("#"):
            continue
        if start < 0:
            start, subject = token.start(), token[0]
        if token[0] == ".":
            if not subject.startswith("@"):
                yield start, token.end(), subject
            start = -1


def _expand(subject: str, prefixes: dict[str, str]) -> str:
    if subject.startswith("<"):
        return subject[1:-1]
    prefix, _, rest = subject.partition(":")
    return prefixes.get(prefix, "") + rest


def _shorten(iri: str, prefixes: dict[str, str]) -> str:
    for prefix, namespace in sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0])):
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def _render(resource: Resource, prefixes: dict[str, str], old: str) -> str:
    """The resource as Turtle: on one line when ``old`` was, else meaning and forms below."""

    def short(name: str) -> str:
        return _shorten(LEXICON + name, prefixes)

    def fact(predicate: str, values: Iterable[str], tag: str = "") -> str:
        return f"{predicate} " + ", ".join(f'"{v.translate(_ESCAPES)}"{tag}' for v in values)

    subject = _shorten(_BASE + resource.name, prefixes)
    first = [f"{subject} a " + ", ".join(map(short, resource.kinds))]
    if resource.signals:
        first.append(f"{short('signals')} {_shorten(resource.signals, prefixes)}")
    first += [fact(short(name), [value]) for name, value in resource.attributes.items()]
    first += [f"{_shorten(predicate, prefixes)} {term}" for predicate, term in resource.rest]
    about = [
        fact(_shorten(_SKOS + "definition", prefixes), [text], f"@{language}" if language else "")
        for language, text in resource.meanings.items()
    ]
    if resource.example:
        about.append(fact(_shorten(_SKOS + "example", prefixes), [resource.example], "@zh"))
    last = [
        fact(short(name), forms)
        for name, on in (("form", True), ("inactiveForm", False))
        if (forms := [form for form, active in resource.forms.items() if active == on])
    ]
    one, other = _breaks(old, bool(about))
    turtle = " ; ".join(first)
    turtle += one + " ; ".join(about) if about else ""
    turtle += other + " ; ".join(last) if last else ""
    notes = [token[0] for token in _TOKEN.finditer(old) if token[0].startswith("#")]
    return "".join(note + "\n" for note in notes) + turtle + " ."


def _breaks(old: str, about: bool) -> tuple[str, str]:
    """What parts kind, meaning and forms: a new line where ``old`` has one, and in what is new."""
    meaning, forms = old.find("skos:"), old.find("lex:form")
    if 0 < meaning < forms:
        lines = "\n" in old[:meaning], "\n" in old[meaning:forms]
    else:
        lines = ("\n" in old or (not old and about),) * 2
    one, other = (" ;\n    " if line else " ; " for line in lines)
    return one, other
