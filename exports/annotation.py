"""The annotated article: its text as printed, every fact underlined and listed beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from exports.harvest import Harvest
from exports.marking import Mark, Piece, cut
from exports.wording import clean, explain, say
from sources.statement import Evidence, Statement, kind, maker
from sources.verify import Rejection

__all__ = ["KINDS", "Annotation", "Pages", "annotate"]

#: Kinds of facts by the sign under which style and script know them, with their name.
KINDS = {"e": "names", "r": "relation", "s": "status", "p": "post", "q": "quantity"}
_SIGNS = {"entity": "e", "alias": "e"} | {name: sign for sign, name in KINDS.items()}
#: How a line is set, by the kind of its paragraph.
_TAGS = {"title": "h3", "subtitle": "h4", "heading": "h4", "body": "p"}
#: Longest quote in the list of facts; all of it stands in the text.
_LONG = 28
#: Of a statement, by its id, the addresses of the pages of its subject and object.
Pages = Mapping[str, tuple[str, str]]
_NOWHERE = ("", "")


@dataclass(frozen=True, slots=True)
class Annotation:
    """Parts of an annotated article, as HTML; ``counts`` are facts by sign of kind."""

    doc: str
    title: str
    text: Markup
    facts: Markup
    rejected: Markup
    untouched: Markup
    counts: dict[str, int]
    left: int
    sentences: int
    refused: int

    @property
    def size(self) -> int:
        """How many characters the parts have."""
        return sum(map(len, (self.text, self.facts, self.rejected, self.untouched)))


def annotate(found: Harvest, pages: Pages | None = None) -> Annotation:
    """Lay out what one article gave. Words and facts link to each other.

    The address of words is the article's name and where they start (``a1-131``), that of a fact
    the name and its number (``a1-f7``).

    :param pages: where names lead that have a page of their own.
    """
    pages = pages or {}
    facts = sorted(found.statements, key=lambda s: (*_place(s.evidence), s.id))
    doc = found.document.doc
    counts = Counter(_SIGNS[kind(fact)] for fact in facts)
    return Annotation(
        doc=doc,
        title=clean(found.document.title or doc),
        text=_text(found, facts, pages),
        facts=_join(_fact(doc, n, fact, pages.get(fact.id)) for n, fact in enumerate(facts)),
        rejected=_join(_refusal(doc, rejection) for rejection in found.rejected),
        untouched=_join(
            f'<li><a href="#{doc}-{start}">{_safe(found.document.text[start:end])}</a></li>\n'
            for start, end in found.untouched
        ),
        counts={sign: counts[sign] for sign in KINDS},
        left=len(found.untouched),
        sentences=found.sentences,
        refused=len(found.rejected),
    )


def _join(parts: Iterable[str]) -> Markup:
    return Markup("".join(parts))


def _place(evidence: tuple[Evidence, ...]) -> tuple[int, int]:
    """Where a fact is said: its subject may stand far before."""
    spans = [(e.start, e.end) for e in evidence if e.role == "predicate"]
    return min(spans or [(e.start, e.end) for e in evidence], default=(-1, -1))


# -- the text -----------------------------------------------------------------------------------


def _text(found: Harvest, facts: list[Statement], pages: Pages) -> Markup:
    text = clean(found.document.text)
    marks = [Mark(e.start, e.end, n) for n, fact in enumerate(facts) for e in fact.evidence]
    aims = {e.start for rejection in found.rejected for e in rejection.statement.evidence}
    aims |= {mark.start for mark in marks} | {start for start, _ in found.untouched}
    bounds = [bound for span in found.untouched for bound in span]
    lines = list(_lines(text))
    stops = [*aims, *bounds, *(stop for span in lines for stop in span)]
    pieces = list(cut(len(text), marks, stops))
    leads = [pages.get(fact.id, _NOWHERE)[0] if fact.predicate == "type" else "" for fact in facts]
    writer = _Writer(found, text, [_SIGNS[kind(fact)] for fact in facts], aims, leads)
    starts = [piece.start for piece in pieces]
    parts = []
    for start, end in lines:
        first, last = (bisect_right(starts, at - 1) for at in (start, end))
        parts.append(writer.line(start, end, pieces[first:last]))
    return _join(parts)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines with something on them."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


class _Writer:
    """Writes lines of one article."""

    def __init__(
        self, found: Harvest, text: str, signs: list[str], aims: set[int], leads: list[str]
    ) -> None:
        self.doc, self.text, self.signs, self.aims = found.document.doc, text, signs, aims
        self.leads = leads
        self.untouched = found.untouched
        self.kinds = {start: kind for kind, start, _ in found.paragraphs}
        self.starts = sorted(self.kinds)

    def line(self, start: int, end: int, pieces: list[Piece]) -> str:
        """A line in the element of its kind, with what was not used marked as such."""
        # A heading may run into the text after it: the last paragraph of the line decides.
        index = bisect_right(self.starts, end - 1) - 1
        inside = index >= 0 and self.starts[index] >= start
        name = self.kinds[self.starts[index]] if inside else "noise"
        tag = _TAGS.get(name, "p")
        parts = [f'<{tag} class="{name}">']
        opened = False
        for piece in pieces:
            bare = any(first <= piece.start < last for first, last in self._near(piece))
            if bare != opened:
                parts.append("<mark>" if bare else "</mark>")
                opened = bare
            parts.append(self._piece(piece))
        parts.append(f"{'</mark>' if opened else ''}</{tag}>\n")
        return "".join(parts)

    def _near(self, piece: Piece) -> tuple[tuple[int, int], ...]:
        index = bisect_right(self.untouched, (piece.start, len(self.text)))
        return self.untouched[max(0, index - 1) : index]

    def _piece(self, piece: Piece) -> str:
        words = escape(self.text[piece.start : piece.end])
        name = f' id="{self.doc}-{piece.start}"' if piece.start in self.aims else ""
        if not piece.marks:
            return f"<span{name}>{words}</span>" if name else str(words)
        facts = list(dict.fromkeys(mark.fact for mark in piece.marks))
        signs = " ".join(sorted({self.signs[fact] for fact in facts}))
        numbers = " ".join(map(str, facts))
        pages = [self.leads[fact] for fact in facts if self.leads[fact]]
        aim = escape(pages[0]) if pages else f"#{self.doc}-f{facts[0]}"
        return f'<a{name} class="{signs}" href="{aim}" data-f="{numbers}">{words}</a>'


# -- what was taken and what was refused: what comes from outside passes through ``_safe`` ---------


def _safe(value: object) -> str:
    return str(escape(clean(value)))


def _fact(doc: str, number: int, fact: Statement, pages: tuple[str, str] | None) -> str:
    sign, told = _SIGNS[kind(fact)], _tell(fact, pages or _NOWHERE)
    return (
        f'<li id="{doc}-f{number}" class="{sign}" value="{number + 1}"><p>{told}</p>'
        f'<p class="how">{" · ".join(_notes(fact))}</p>{_quotes(doc, fact)}</li>\n'
    )


def _refusal(doc: str, rejection: Rejection) -> str:
    fact, reason = rejection.statement, explain(rejection.reason)
    return f"<li><p>{_tell(fact)}</p><p><strong>{reason}</strong></p>{_quotes(doc, fact)}</li>\n"


def _quotes(doc: str, fact: Statement) -> str:
    """Links to the words of a fact, in reading order."""
    parts = []
    for evidence in sorted(fact.evidence, key=lambda e: e.start):
        words = " ".join(evidence.exact.split())
        if len(words) > _LONG:
            words = f"{words[: _LONG // 2]} … {words[-_LONG // 2 :]}"
        aim = f"#{doc}-{evidence.start}"
        parts.append(f'<a class="words" href="{aim}">“{_safe(words)}”</a>')
    return " ".join(parts)


def _name(name: str, page: str) -> str:
    """A name in bold, leading to its page where there is one."""
    told = f"<b>{_safe(name)}</b>"
    return f'<a href="{escape(page)}">{told}</a>' if page else told


def _tell(fact: Statement, pages: tuple[str, str] = _NOWHERE) -> str:
    """The fact in a line: subject, relation, object or number."""
    parts = [_name(fact.subject.name, pages[0])]
    if fact.predicate != "type":
        parts.append(f"<small>{say(fact.subject.cls)}</small>")
    value, thing = fact.value, fact.object
    if fact.predicate == "observation" and value is not None:
        parts.append(f"{_safe(value.indicator or '')}: <b>{_safe(value.text)}</b>")
        if value.number is not None:
            parts.append(f"<small>= {_safe(value.number)} {_safe(value.unit or '')}</small>")
        return " ".join(parts)
    parts.append(f"<i>{say(fact.predicate)}</i>")
    if thing is not None and fact.predicate in ("type", "hasStatus"):
        parts.append(f"<b>{say(thing.name)}</b>")
    elif thing is not None:
        parts.append(_name(thing.name, pages[1]))
        if fact.predicate != "altLabel":
            parts.append(f"<small>{say(thing.cls)}</small>")
    if value is not None:
        parts.append(f"<b>{_safe(value.text)}</b>")
    return " ".join(parts)


def _notes(fact: Statement) -> Iterator[str]:
    """How the fact is meant, and how it came to be."""
    if fact.modality != "asserted":
        yield f"<strong>{say(fact.modality)}</strong>"
    if fact.status:
        yield f"{say('hasStatus')} {say(fact.status)}"
    if fact.value is not None and fact.value.approximator:
        yield say(fact.value.approximator)
    if fact.value is not None and fact.value.as_of:
        yield f"{say('asof')} {_safe(fact.value.as_of)}"
    if fact.speaker:
        yield f"{say('speaker')} {_safe(fact.speaker)}"
    if fact.subject_source != "explicit":
        yield f"{say('subject_from')} {say(f'from_{fact.subject_source}')}"
    cue = fact.method.partition(":")[2]
    yield f"{say(maker(fact) or 'unknown')} <code>{_safe(cue)}</code>"
    yield f"{say('confidence')} {fact.confidence:.2f}"
