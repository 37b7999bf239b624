"""Terms: the IRIs that the graph is written with, and terms as N-Quads text.

N-Quads lines are written as text because a build writes millions of them; IRIs that come from
names are made safe in :mod:`graph.mint`, literals are escaped here.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from ontology.namespaces import (
    ARTICLE,
    COMPONENT,
    CONCEPT,
    ENTITY,
    INFERRED_GRAPH,
    NAMESPACES,
    OBSERVATION,
    OC,
    ONTOLOGY_GRAPH,
    POST,
    STATEMENT,
)

__all__ = [
    "ARTICLE",
    "BASE",
    "COMPONENT",
    "CONCEPT",
    "ENTITY",
    "INFERRED",
    "OBSERVATION",
    "OC",
    "ONTOLOGY",
    "POST",
    "PREFIXES",
    "STATEMENT",
    "decimal",
    "evidence_graph",
    "expand",
    "facts_graph",
    "iri",
    "literal",
    "moment",
    "shorten",
    "typed",
]

#: Everything that onecity mints starts here.
BASE = OC.removesuffix("ontology#")
INFERRED, ONTOLOGY = INFERRED_GRAPH, ONTOLOGY_GRAPH
XSD = NAMESPACES["xsd"]

#: Prefixes that queries may use without declaring them.
PREFIXES = NAMESPACES | {
    "article": ARTICLE,
    "industry": CONCEPT + "industry/",
    "indicator": CONCEPT + "indicator/",
    "statement": STATEMENT,
    "component": COMPONENT,
    "role": CONCEPT + "role/",
}

#: Escapes of canonical N-Quads, https://www.w3.org/TR/rdf12-n-quads/#canonical-quads
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)} | {
    0x08: "\\b",
    0x09: "\\t",
    0x0A: "\\n",
    0x0C: "\\f",
    0x0D: "\\r",
    0x22: '\\"',
    0x5C: "\\\\",
}
_MOMENTS = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)
_LANG = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*")


def facts_graph(article: str) -> str:
    """IRI of the graph of an article's plain facts; ``article`` is the article's IRI."""
    return article + "/facts"


def evidence_graph(article: str) -> str:
    """IRI of the graph of an article's statements and quotes."""
    return article + "/evidence"


def iri(value: str) -> str:
    """An IRI as N-Quads text.

    >>> iri(OC + "City")
    '<https://w3id.org/onecity/ontology#City>'
    """
    return f"<{value}>"


def literal(text: str, lang: str = "") -> str:
    r"""A string, with a language when one is given, as N-Quads text.

    >>> print(literal('一"城"多园\n', "zh"))
    "一\"城\"多园\n"@zh
    """
    quoted = f'"{text.translate(_ESCAPES)}"'
    if not lang:
        return quoted
    assert _LANG.fullmatch(lang), lang
    return f"{quoted}@{lang}"


def typed(text: str, datatype: str) -> str:
    """A literal of an XML Schema datatype, such as ``typed("7", "integer")``."""
    return f'"{text.translate(_ESCAPES)}"^^<{XSD}{datatype}>'


def decimal(number: str | float) -> str:
    """A decimal in the one form that the store keeps, so that files and store agree.

    >>> print(decimal("0.70"), decimal("16890E7"))
    "0.7"^^<http://www.w3.org/2001/XMLSchema#decimal>
    "168900000000"^^<http://www.w3.org/2001/XMLSchema#decimal>

    :raises ValueError: when ``number`` is not a finite number.
    """
    try:
        value = Decimal(str(number))
    except InvalidOperation as error:
        raise ValueError(f"not a number: {number!r}") from error
    if not value.is_finite() or abs(value.adjusted()) > 60:
        raise ValueError(f"not a finite number of a sane size: {number!r}")
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return typed("0" if text in {"-0", ""} else text, "decimal")


def moment(date: str) -> str:
    """A date as precise as it is known: day, month or year; any other text stays text.

    >>> print(moment("2021-04"), moment("2021"))
    "2021-04"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>
    "2021"^^<http://www.w3.org/2001/XMLSchema#gYear>
    """
    for pattern, datatype in _MOMENTS:
        if pattern.fullmatch(date):
            return typed(date, datatype)
    return literal(date)


def shorten(value: str) -> str:
    """``oc:City`` where a prefix fits, else the IRI itself.

    >>> shorten(OC + "City"), shorten(CONCEPT + "industry/software")
    ('oc:City', 'industry:software')
    """
    best = ""
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace) and len(namespace) > len(PREFIXES.get(best, "")):
            best = prefix
    return f"{best}:{value[len(PREFIXES[best]) :]}" if best else value


def expand(name: str) -> str:
    """The IRI of a name that :func:`shorten` wrote; anything else comes back as it is.

    >>> expand("oc:City") == OC + "City"
    True
    """
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else name
