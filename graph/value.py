"""Values: what is given for a parameter, as the term it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from graph.catalogue import Parameter
from graph.lookup import Patterns, find_entity
from graph.terms import OC, PREFIXES, XSD, expand
from graph.thesaurus import concept_named, senses
from ontology.errors import NotFoundError, QueryError
from ontology.vocabulary import vocabulary

__all__ = ["LANGUAGES", "Term", "read_value"]

Term = NamedNode | BlankNode | Literal | Triple
LANGUAGES = ("zh", "en")
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_Reader = Callable[[Patterns, str, tuple[str, ...]], Term]


def read_value(store: Patterns, parameter: Parameter, value: str) -> Term:
    """The term that ``value`` means for a parameter of its type.

    :raises NotFoundError: nothing has that name; with the nearest names.
    :raises QueryError: not a number, date or IRI where one is asked for, or a thing of a class that
        the parameter is not for.
    """
    term = _READERS[parameter.type](store, value, parameter.of)
    if parameter.type == "entity" and parameter.of:
        _check_class(store, parameter, term, value)
    return term


def _check_class(store: Patterns, parameter: Parameter, term: Term, value: str) -> None:
    wanted = [NamedNode(OC + cls) for cls in parameter.of]
    if any(any(store.quads_for_pattern(term, _TYPE, cls, DefaultGraph())) for cls in wanted):
        return
    words = vocabulary()
    found = [quad.object for quad in store.quads_for_pattern(term, _TYPE, None, DefaultGraph())]
    names = [cls.value.removeprefix(OC) for cls in found if isinstance(cls, NamedNode)]
    known = sorted(name for name in names if name in words.classes)
    narrowest = max(known, key=lambda name: len(words.ancestors(name)), default="no thing")
    raise QueryError(
        f"--{parameter.name} takes {' or '.join(parameter.of)}, and {value!r} is {narrowest}",
        remedy=f"for example --{parameter.name} {parameter.example}" if parameter.example else "",
    )


def _entity(store: Patterns, value: str, _of: tuple[str, ...]) -> Term:
    return NamedNode(find_entity(store, value))


def _class(_store: Patterns, value: str, _of: tuple[str, ...]) -> Term:
    classes = vocabulary().classes
    name = value.removeprefix("oc:")
    for known, term in classes.items():
        if name in (known, term.iri, *term.labels.values()):
            return NamedNode(term.iri)
    meant = sorted(
        sense.removeprefix("oc:") for sense in senses(value) if sense.removeprefix("oc:") in classes
    )
    if len(meant) == 1:
        return NamedNode(classes[meant[0]].iri)
    labels = [label for term in classes.values() for label in term.labels.values()]
    near = (*meant, *get_close_matches(name, [*classes, *labels], n=5, cutoff=0.5))
    raise NotFoundError(
        f"no class is called {value!r}",
        nearest=near,
        remedy="" if near else "use a class of the ontology",
    )


def _concept(store: Patterns, value: str, of: tuple[str, ...]) -> Term:
    words = vocabulary()
    for scheme in of or words.concepts:
        name = value.removeprefix("oc:")
        concept = words.find(scheme, name) or words.concepts[scheme].get(name)
        if concept is not None:
            return NamedNode(concept.iri)
        if of and (named := concept_named(value, scheme)):
            return NamedNode(named)
    if not of:
        return _iri(store, find_entity(store, value), of)
    labels = [
        label
        for scheme in of
        for concept in words.scheme(scheme)
        for label in concept.labels.values()
    ]
    near = tuple(get_close_matches(value, labels, n=5, cutoff=0.3)) or tuple(labels)
    raise NotFoundError(f"nothing of {' or '.join(of)} is called {value!r}", nearest=near)


def _iri(_store: Patterns, value: str, _of: tuple[str, ...]) -> Term:
    try:
        return NamedNode(expand(value))
    except ValueError as error:
        raise QueryError(f"not an IRI: {value!r}") from error


def _language(_store: Patterns, value: str, _of: tuple[str, ...]) -> Term:
    if value not in LANGUAGES:
        raise QueryError(f"no labels in language {value!r}", remedy=" or ".join(LANGUAGES))
    return Literal(value)


def _number(datatype: str, shape: str, example: str) -> _Reader:
    def read(_store: Patterns, value: str, _of: tuple[str, ...]) -> Term:
        if not re.fullmatch(shape, value, re.ASCII):
            raise QueryError(f"not of type {datatype}: {value!r}", remedy=f"write it as {example}")
        return Literal(value, datatype=NamedNode(XSD + datatype))

    return read


_READERS: dict[str, _Reader] = {
    "entity": _entity,
    "class": _class,
    "concept": _concept,
    "text": lambda _store, value, _of: Literal(value),
    "integer": _number("integer", r"[+-]?\d{1,18}", "12"),
    "decimal": _number("decimal", r"[+-]?\d{1,18}(\.\d{1,18})?", "1500000000"),
    "date": _number("date", r"\d{4}-\d\d-\d\d", "2021-05-21"),
    "year": _number("gYear", r"\d{4}", "2021"),
    "iri": _iri,
    "language": _language,
}
