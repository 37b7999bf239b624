"""Ask: a question in people's own words becomes a saved question with its parameters.

No model takes part. The words are cut by :mod:`graph.spotting`, and each ``# ask:`` line of each
saved question is laid over them. A line fits when its words occur and its values are filled; a
question is answered only when nothing that means something is left over, so that a word nobody
understands ("火星", "why", "not") leads to no answer rather than to a wrong one. Among lines that
fit, the one that takes up most of the words wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import DefaultGraph, NamedNode, Store

from graph.catalogue import Parameter, Question, questions
from graph.identity import key
from graph.query import query
from graph.spotting import Spot, cut, spot_names
from graph.terms import PREFIXES, shorten
from graph.thesaurus import FILLER, headword
from ontology.errors import NotFoundError, QueryError
from ontology.vocabulary import vocabulary

__all__ = ["Asked", "ask"]

#: Longer text is no question; cutting takes time that grows with it.
LONGEST = 300
_ELEMENT = re.compile(r"\{(\w+)\}|\[(\{?)(\S+?)\}?\]|(\S+)")
_QUOTED = re.compile(r"[“\"「『‘《]([^”\"」』’》]+)[”\"」』’》]")
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
#: Where the words of a text parameter come from.
_LABELS = {
    "indicators": "?o oc:indicator/skos:prefLabel ?l",
    "titles": "?p a org:Post ; rdfs:label ?l",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words were understood as: a saved question, and values by parameter.

    ``also`` are other saved questions that the same words fit.
    """

    question: Question
    values: dict[str, str]
    also: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class _Element:
    """A part of an ``# ask:`` line: a word by its senses, or a parameter."""

    senses: frozenset[str] = frozenset()
    parameter: str = ""
    optional: bool = False


@dataclass(slots=True)
class _Fit:
    """An ``# ask:`` line laid over the words of the asker.

    ``missing`` words of the line are not said; ``besides``, so many of those it can do without are.
    """

    question: Question
    spots: list[Spot]
    used: set[int] = field(default_factory=set)
    values: dict[str, str] = field(default_factory=dict)
    named: int = 0
    missing: int = 0
    besides: int = 0
    in_order: bool = True

    @property
    def left(self) -> list[Spot]:
        """Words that mean something and are not taken up."""
        return [
            spot for i, spot in enumerate(self.spots) if i not in self.used and not spot.is_filler
        ]

    @property
    def weight(self) -> int:
        return sum(self.spots[i].end - self.spots[i].start for i in self.used)

    def rank(self) -> tuple[int, bool, int, int, str, int]:
        """Best first when sorted: words taken up, their order, few values that the line names."""
        order, few = not self.in_order, len(self.values)
        return (-self.weight, order, few, self.besides, self.question.name, -self.named)


def ask(store: Store, words: str, lang: str = "zh") -> Asked:
    """The saved question that ``words`` put, in Chinese or English, with its values.

    :param lang: language of the vocabulary's words in the answer.
    :raises NotFoundError: no saved question fits all the words; ``nearest`` tells what comes near.
    :raises QueryError: the text is too long to be a question.
    """
    if len(words) > LONGEST:
        raise QueryError(f"a question has at most {LONGEST} characters")
    fits = list(_fits(store, words))
    whole = sorted(
        (fit for fit in fits if not fit.missing and not fit.left and fit.used), key=_Fit.rank
    )
    if not whole:
        raise _not_found(fits, lang)
    best = whole[0]
    also = dict.fromkeys(
        fit.question.name for fit in whole if fit.question.name != best.question.name
    )
    known = {question.name: question for question in questions()}
    values = dict(sorted(best.values.items()))
    if lang != "zh" and any(p.type == "language" for p in best.question.parameters):
        values["lang"] = lang
    return Asked(best.question, values, tuple(known[name] for name in also)[:3])


def _not_found(fits: Iterable[_Fit], lang: str) -> NotFoundError:
    """What comes near, and which of the words stood in the way."""
    ranked = sorted(
        (fit for fit in fits if fit.used),
        key=lambda fit: (sum(len(s.text) for s in fit.left) + 4 * fit.missing, fit.rank()),
    )
    near = dict.fromkeys(
        f"{fit.question.labels[lang]} [{fit.question.name}]" for fit in ranked if fit.weight > 1
    )
    least = min(ranked, key=lambda fit: (fit.missing > 0, len(fit.left)), default=None)
    unknown = [spot.text for spot in least.left] if least else []
    reason = ": nothing says what to do with " + ", ".join(map(repr, unknown)) if unknown else ""
    return NotFoundError(
        f"no saved question fits these words{reason}",
        nearest=tuple(near)[:3],
        remedy="" if near else "run: onecity questions",
    )


def _fits(store: Store, words: str) -> Iterator[_Fit]:
    """Every line of every question laid over the words."""
    things = spot_names(store, words)
    quoted = [key(part) for part in _QUOTED.findall(words)]
    cuts = {"": cut(words, things)}
    for question in questions():
        kinds = {p.of[0] for p in question.parameters if p.type == "text" and p.of}
        for kind in ("", *sorted(kinds)):
            if kind not in cuts:
                text = f"SELECT DISTINCT ?l {{ {_LABELS[kind]} FILTER(LANG(?l) = 'zh') }}"
                labels = [row[0] for row in query(store, text).texts()]
                cuts[kind] = cut(words, things, labels)
            for line in question.asks:
                yield _lay(store, question, _elements(line), cuts[kind], quoted)


@lru_cache(maxsize=1024)
def _elements(line: str) -> tuple[_Element, ...]:
    """The parts of an ``# ask:`` line; what must be there comes first, in its order."""
    found = []
    for slot, brace, extra, word in _ELEMENT.findall(line):
        if slot:
            found.append(_Element(parameter=slot))
        elif brace:
            continue  # a value that may be there is looked for anyway
        else:
            meant = headword((word or extra).replace("_", " ")) - {FILLER}
            meant = frozenset(s for s in meant if not s.startswith(("oc:", "=")))
            found.append(_Element(meant, optional=not word))
    return tuple(sorted(found, key=lambda element: element.optional))


def _lay(
    store: Store,
    question: Question,
    elements: tuple[_Element, ...],
    spots: list[Spot],
    quoted: list[str],
) -> _Fit:
    fit = _Fit(question, spots)
    known = {parameter.name: parameter for parameter in question.parameters}
    last = -1
    bare = not any(element.senses and not element.optional for element in elements)
    for element in elements:
        parameter = known.get(element.parameter)
        if parameter and _is_free(parameter):
            continue
        places = [
            (i, value)
            for i, spot in enumerate(spots)
            if i not in fit.used and (value := _taken(store, element, parameter, spot))
        ]
        if parameter and bare:
            places = [(i, value) for i, value in places if _says_all(parameter, spots[i])]
        if element.optional or not places:
            fit.used.update(i for i, _ in places)
            fit.besides += len(places)
            fit.missing += not element.optional
            continue
        place, value = next((pair for pair in places if pair[0] > last), places[0])
        fit.in_order &= place > last
        fit.used.add(place)
        last = place
        fit.named += bool(parameter)
        if parameter and not _is_usual(parameter, value):
            fit.values[parameter.name] = value
    _fill(store, fit, elements)
    for element in elements:
        if element.parameter and _is_free(known[element.parameter]):
            _take_rest(fit, element.parameter, quoted)
    return fit


def _says_all(parameter: Parameter, spot: Spot) -> bool:
    """Whether the spot can be meant so where no other word says what is asked."""
    return parameter.type != "text" or spot.whole or not spot.senses


def _is_free(parameter: Parameter) -> bool:
    """Whether any text can be its value."""
    return parameter.type == "text" and not parameter.of


def _is_usual(parameter: Parameter, value: str) -> bool:
    """Whether a class is the one that is asked about anyway."""
    return parameter.type == "class" and value == parameter.default


def _taken(store: Store, element: _Element, parameter: Parameter | None, spot: Spot) -> str:
    """What the spot gives to the element: a value, or the word itself; ``""`` for nothing."""
    if parameter:
        return _value(store, parameter, spot)
    return spot.text if element.senses & spot.senses else ""


def _fill(store: Store, fit: _Fit, elements: tuple[_Element, ...]) -> None:
    """Take up what is left: values of other parameters, and words said twice."""
    for parameter in fit.question.parameters:
        if parameter.name in fit.values or _is_free(parameter):
            continue
        for i, spot in enumerate(fit.spots):
            if i in fit.used or spot.is_filler:
                continue
            if value := _value(store, parameter, spot):
                fit.used.add(i)
                if not _is_usual(parameter, value):
                    fit.values[parameter.name] = value
                break
    said = frozenset().union(*(element.senses for element in elements))
    fit.used.update(i for i, spot in enumerate(fit.spots) if said & spot.senses)


def _take_rest(fit: _Fit, name: str, quoted: list[str]) -> None:
    """The text in quotation marks, else the one run of words that is left, as the value."""
    left = [i for i, spot in enumerate(fit.spots) if i not in fit.used]
    if quoted:
        text = quoted[0]
        inside = [i for i in left if fit.spots[i].text in text]
    else:
        inside = [i for i in left if not fit.spots[i].is_filler]
        text = "".join(fit.spots[i].text for i in inside)
    together = inside and inside == list(range(inside[0], inside[-1] + 1))
    if not text or not (together or quoted):
        fit.missing += 1
        return
    fit.values[name] = text
    fit.used.update(inside)


def _value(store: Store, parameter: Parameter, spot: Spot) -> str:
    """The spot as a value of the parameter, as one would write it; ``""`` when it is none."""
    if parameter.type == "entity":
        return _entity(store, spot, parameter.of)
    if parameter.type == "class":
        return _class(spot, parameter)
    if parameter.type == "concept":
        return _concept(spot, parameter.of)
    if parameter.type == "text" and spot.fragment:
        return spot.text
    by_type = {"year": spot.year, "integer": spot.number, "decimal": spot.amount or spot.number}
    return by_type.get(parameter.type, "")


def _entity(store: Store, spot: Spot, of: tuple[str, ...]) -> str:
    fitting = [iri for iri in spot.things if not of or any(_is_a(store, iri, c) for c in of)]
    if not fitting:
        return ""
    # where several have the name, asking with it says so
    return spot.text if len(fitting) == len(spot.things) else shorten(fitting[0])


def _is_a(store: Store, iri: str, cls: str) -> bool:
    kind = NamedNode(PREFIXES["oc"] + cls)
    found = store.quads_for_pattern(NamedNode(iri), _TYPE, kind, DefaultGraph())
    return next(found, None) is not None


def _class(spot: Spot, parameter: Parameter) -> str:
    if spot.things:
        return ""  # the name of a thing: 科学城 says which, not what
    words = vocabulary()
    names = [sense.removeprefix("oc:") for sense in spot.senses if sense.startswith("oc:")]
    fitting = [
        name
        for name in names
        if name in words.classes and words.is_any(name, parameter.of or ("Entity",))
    ]
    # one word may name a class and one below it: the wider one says no more than the word
    return min(fitting, key=lambda name: (len(words.ancestors(name)), name), default="")


def _concept(spot: Spot, of: tuple[str, ...]) -> str:
    concepts: Mapping[str, Mapping[str, object]] = vocabulary().concepts
    names = {sense.removeprefix("oc:") for sense in spot.senses}
    return min((name for scheme in of for name in names & concepts[scheme].keys()), default="")
