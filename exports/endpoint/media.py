"""Media types: in which forms an answer is given, and which of them a client wants.

>>> choose("text/csv, */*;q=0.1", RESULTS).name
'csv'
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mimeparse import MimeTypeParseException, best_match
from pyoxigraph import QueryResultsFormat, RdfFormat

from exports.endpoint.refusal import RefusalError

__all__ = ["ANY", "GRAPHS", "HTML", "RESULTS", "Form", "choose", "wants_page"]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an answer: its name in ``?format=``, its media type and the engine's own.

    :param aliases: other media types that mean it.
    :param names: what other endpoints and their clients call it in ``?format=``.
    """

    name: str
    media: str
    engine: QueryResultsFormat | RdfFormat | None
    aliases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether ``?format=name`` means it: by a name or a media type."""
        return name in (self.name, self.media, *self.names, *self.aliases)

    @property
    def content_type(self) -> str:
        """The header ``Content-Type``; text says that it is UTF-8."""
        return f"{self.media}; charset=utf-8" if self.media.startswith("text/") else self.media


HTML = Form("html", "text/html", None, ("application/xhtml+xml",))
#: Of solutions and booleans, the first is given to who does not mind.
#: https://www.w3.org/TR/sparql11-protocol/#query-success
RESULTS = (
    Form("json", "application/sparql-results+json", QueryResultsFormat.JSON, ("application/json",)),
    Form("xml", "application/sparql-results+xml", QueryResultsFormat.XML,
         ("application/xml", "text/xml")),
    Form("csv", "text/csv", QueryResultsFormat.CSV),
    Form("tsv", "text/tab-separated-values", QueryResultsFormat.TSV),
    HTML,
)  # fmt: skip
#: Of triples, likewise.
GRAPHS = (
    Form("turtle", "text/turtle", RdfFormat.TURTLE, ("application/x-turtle",), ("ttl", "n3")),
    Form("ntriples", "application/n-triples", RdfFormat.N_TRIPLES, ("text/plain",), ("nt",)),
    Form("rdfxml", "application/rdf+xml", RdfFormat.RDF_XML, ("application/xml", "text/xml"),
         ("xml", "rdf", "rdf+xml")),
    Form("jsonld", "application/ld+json", RdfFormat.JSON_LD, ("application/json",),
         ("json", "json-ld")),
    Form("trig", "application/trig", RdfFormat.TRIG),
    Form("nquads", "application/n-quads", RdfFormat.N_QUADS, (), ("nq",)),
    HTML,
)  # fmt: skip
#: Of what is not known yet to be one or the other.
ANY = (*RESULTS, *GRAPHS)
#: Longest ``Accept`` header that is read.
_LONGEST = 2048


@lru_cache(maxsize=1024)
def choose(accept: str, forms: tuple[Form, ...], name: str = "") -> Form:
    """The form among ``forms`` that a client wants most.

    :param accept: its header ``Accept``; empty when it does not mind.
    :param name: the form it named in ``?format=``, which goes before.
    :raises RefusalError: 400 for a header that is none, 406 when there is no such form.
    """
    if name:
        named = [form for form in forms if form.is_called(name)]
        if not named:
            raise _unacceptable(forms)
        return named[0]
    kinds = {form.media: form for form in forms}
    kinds |= {alias: form for form in forms for alias in form.aliases if alias not in kinds}
    # best_match prefers the last among equals
    found = _match(list(reversed(kinds)), accept or "*/*")
    if not found:
        raise _unacceptable(forms)
    return kinds[found]


def _match(kinds: list[str], accept: str) -> str:
    if len(accept) > _LONGEST:
        raise RefusalError(400, "the header Accept is too long")
    try:
        return str(best_match(kinds, accept.lower()))
    except (MimeTypeParseException, ValueError) as error:
        raise RefusalError(400, "the header Accept is not understood") from error


def _unacceptable(forms: tuple[Form, ...]) -> RefusalError:
    return RefusalError(
        406,
        "the answer has no such form",
        "it comes as " + ", ".join(dict.fromkeys(form.media for form in forms)),
    )


def wants_page(accept: str, name: str = "") -> bool:
    """Whether a browser asks, and a page for people is the answer.

    >>> wants_page("text/html,application/xml;q=0.9,*/*;q=0.8"), wants_page("*/*")
    (True, False)
    """
    if name or "html" not in accept.lower():
        return HTML.is_called(name)
    kinds = [kind for form in ANY for kind in (form.media, *form.aliases)]
    return _match(list(dict.fromkeys([*kinds, HTML.media])), accept) in (HTML.media, *HTML.aliases)
