"""The review overlay: a curator's decisions, applied to statements after the rules.

``NAME.review.tsv`` beside an article has a line per decision. ``accept`` and ``reject`` point to a
statement by its content (the cells of ``tests/articles/GUIDE.md``), so that they hold when the
article is extracted anew, or by its id alone; ``add`` states a fact with its quote. An added fact
replaces the same fact found by rules, an added ``type`` replaces the class rules gave.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ontology.vocabulary import vocabulary
from sources.document import Document
from sources.evaluate import Names, plain, strict
from sources.fold import fold
from sources.quantity import quantities
from sources.statement import Node, Statement, identify
from sources.tabular import COLUMNS, PARTS, Row, TextIndex, read_rows, to_statement, value_of

__all__ = ["REVIEW_COLUMNS", "Reviewed", "apply", "overlay", "propose"]

REVIEW_COLUMNS = ("decision", "id", *COLUMNS)
_DECISIONS = ("accept", "reject", "add")
_HASH = re.compile(r"^# sha256: ([0-9a-f]{64})\s*$", re.MULTILINE)
_NO_NAMES = Names(())


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The statements after review, and what review changed.

    ``rejected``: what a curator threw out; ``orphaned``: what spoke of an entity thrown out.
    """

    statements: tuple[Statement, ...]
    accepted: int = 0
    added: int = 0
    rejected: tuple[Statement, ...] = ()
    orphaned: tuple[Statement, ...] = ()


def apply(statements: Iterable[Statement], document: Document, path: Path) -> list[Statement]:
    """``statements`` as the review file ``path`` leaves them.

    :raises ReviewError: a broken line, a quote that is not in the text, a decision about a
        statement that is not there.
    """
    return list(overlay(statements, document, path).statements)


def overlay(statements: Iterable[Statement], document: Document, path: Path) -> Reviewed:
    """As :func:`apply`, with an account of what changed."""
    rows = read_rows(path, REVIEW_COLUMNS)
    for row in rows:
        if row.cells["decision"] not in _DECISIONS:
            raise row.error(
                f"unknown decision {row.cells['decision']!r}", "write accept, reject or add"
            )
    stated = _HASH.search(path.read_text(encoding="utf-8-sig"))
    stale = "the statement is no longer found; delete the line or write it as found now"
    if stated and stated.group(1) != document.sha256:
        stale = "the article has changed since this review was written; review it again"
    return _decide(list(statements), rows, document, stale)


def _decide(
    statements: list[Statement], rows: Sequence[Row], document: Document, stale: str
) -> Reviewed:
    """Decisions first, then additions; then names and classes are made to agree."""
    curated: dict[int, Statement] = {}
    dropped: set[int] = set()
    for row in rows:
        if row.cells["decision"] == "add":
            continue
        hits = _matches(row, statements)
        if not hits:
            raise row.error(f"nothing to {row.cells['decision']}", stale)
        for place in hits:
            if row.cells["decision"] == "reject":
                dropped.add(place)
            else:
                curated[place] = _curate(statements[place], row)
    kept = [curated.get(i, s) for i, s in enumerate(statements) if i not in dropped]
    rejected = tuple(s for i, s in enumerate(statements) if i in dropped)
    added = _additions([r for r in rows if r.cells["decision"] == "add"], kept, document)
    merged = _merge(kept, added)
    whole, orphaned = _settle(merged, {s.subject.name for s in rejected if _types(s)})
    return Reviewed(tuple(sorted(whole, key=_order)), len(curated), len(added), rejected, orphaned)


def _order(statement: Statement) -> tuple[int, str, str, str, str]:
    start = min((e.start for e in statement.evidence), default=0)
    object_ = statement.object.name if statement.object else ""
    return (start, statement.predicate, statement.subject.name, object_, statement.id)


def _content(statement: Statement) -> tuple[object, ...]:
    """What makes two statements the same decision: the fact, what is counted, the modality."""
    value = statement.value
    indicator = plain(value.indicator or "") if value else ""
    return (strict(statement, _NO_NAMES), indicator)


def _matches(row: Row, statements: Sequence[Statement]) -> list[int]:
    """Places of the statements that an accept or reject line means."""
    if row.cells["subject"]:
        wanted = _content(_sketch(row))
        return [i for i, s in enumerate(statements) if _content(s) == wanted]
    if not row.cells["id"]:
        raise row.error("no statement named", "write its id, or subject, predicate and object")
    return [i for i, s in enumerate(statements) if s.id == row.cells["id"]]


def _sketch(row: Row) -> Statement:
    """The fact of a line without its quotes, only to be compared."""
    cells = row.cells
    if cells["predicate"] not in vocabulary().predicates:
        raise row.error(f"unknown predicate {cells['predicate']!r}", "write it as in the statement")
    return Statement(
        doc="",
        sha256="",
        subject=Node(cells["subject"], cells["subject_class"]),
        predicate=cells["predicate"],
        object=Node(cells["object"], cells["object_class"]) if cells["object"] else None,
        value=value_of(cells),
        modality=cells["modality"] or "asserted",
    )


def _curate(statement: Statement, row: Row) -> Statement:
    return replace(statement, method=f"curated:{row.path.name}", confidence=1.0)


def _additions(
    rows: Sequence[Row], kept: Sequence[Statement], document: Document
) -> list[Statement]:
    """The added facts; their entities must be typed by the rules or by another line."""
    classes = {s.subject.name: s.object.name for s in kept if _types(s) and s.object}
    for row in rows:
        if row.cells["predicate"] == "type":
            classes[row.cells["subject"]] = row.cells["object"]
    index = TextIndex(document)
    found = []
    for row in rows:
        statement = to_statement(row, index, classes, f"curated:{row.path.name}")
        object_class = statement.object.cls if statement.object else ""
        if not vocabulary().fits(statement.predicate, statement.subject.cls, object_class):
            ends = f"{statement.subject.cls} and {object_class}".removesuffix(" and ")
            raise row.error(
                f"{statement.predicate} does not join {ends}",
                "change the classes, the direction or the relation",
            )
        found.append(_as_written(statement))
    return found


def _as_written(statement: Statement) -> Statement:
    """A number with its wording, where the quote holds that number."""
    value = statement.value
    if value is None or value.number is None:
        return statement
    for evidence in statement.evidence:
        for quantity in quantities(fold(evidence.exact)):
            if quantity.unit == value.unit and _number(quantity.number) == _number(value.number):
                text = evidence.exact[quantity.start : quantity.end]
                return identify(replace(statement, value=replace(value, text=text)))
    return statement


def _number(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _merge(kept: Sequence[Statement], added: Sequence[Statement]) -> list[Statement]:
    """Both, without what an added fact replaces."""
    facts = {_content(s) for s in added}
    typed = {s.subject.name for s in added if _types(s)}
    rest = [
        s for s in kept if _content(s) not in facts and not (_types(s) and s.subject.name in typed)
    ]
    return [*added, *rest]  # where names turn out to be the same, the curator's word stays


def _settle(
    statements: Sequence[Statement], untyped: set[str]
) -> tuple[list[Statement], tuple[Statement, ...]]:
    """One name and one class for each entity.

    A name whose type was rejected moves to the entity it is another name of; where there is
    none, what speaks of it is orphaned.
    """
    classes = {s.subject.name: s.object.name for s in statements if _types(s) and s.object}
    gone = {plain(name) for name in untyped} - {plain(name) for name in classes}
    full = {
        plain(s.object.name): s.subject.name
        for s in statements
        if s.predicate == "altLabel" and s.object and plain(s.object.name) in gone
    }

    def settled(node: Node) -> Node:
        name = full.get(plain(node.name), node.name)
        return replace(node, name=name, cls=classes.get(name, node.cls))

    found: dict[object, Statement] = {}
    orphaned = []
    for statement in statements:
        subject, object_ = settled(statement.subject), statement.object
        if object_ and statement.predicate not in _NO_ENTITY:
            object_ = settled(object_)
        moved = replace(statement, subject=subject, object=object_)
        if _names(moved) != _names(statement):
            moved = identify(moved)
        if {plain(name) for name in _names(moved)} & gone:
            orphaned.append(statement)
        elif not object_ or plain(object_.name) != plain(subject.name):
            found.setdefault(_content(moved), moved)
    return list(found.values()), tuple(orphaned)


#: Predicates whose object is no entity.
_NO_ENTITY = frozenset({"type", "altLabel", "hasStatus"})


def _types(statement: Statement) -> bool:
    return statement.predicate == "type"


def _names(statement: Statement) -> list[str]:
    """The entities a statement speaks of."""
    if statement.object and statement.predicate not in _NO_ENTITY:
        return [statement.subject.name, statement.object.name]
    return [statement.subject.name]


def propose(gold: Iterable[Statement], found: Iterable[Statement], document: Document) -> str:
    """The text of a review file that turns ``found`` into ``gold``.

    Applied to ``found`` it leaves the facts of ``gold``: what is right stays as found, with the
    rules' quotes; what is wrong is rejected, what is missing is added.
    """
    gold, found = list(gold), list(found)
    names = Names(gold)
    wanted = {_agreement(s, names): s for s in gold}
    given: dict[object, list[Statement]] = {}
    for statement in found:
        given.setdefault(_agreement(statement, names), []).append(statement)
    wrong = [s for key, group in given.items() if key not in wanted for s in group]
    missing = [
        s
        for key, s in wanted.items()
        if not any(_details(other, names) == _details(s, names) for other in given.get(key, []))
    ]
    rejects = {_content(s): _cells("reject", s) for s in sorted(wrong, key=_order)}
    lines = ["\t".join(REVIEW_COLUMNS), *rejects.values()]
    lines += [_cells("add", s) for s in sorted(missing, key=_order)]
    return f"# sha256: {document.sha256}\n" + "".join(line + "\n" for line in lines)


def _agreement(statement: Statement, names: Names) -> object:
    """The content through the gold's other names; names themselves must be as in the gold."""
    if statement.predicate in ("type", "altLabel"):
        return _content(statement)
    return (strict(statement, names), _content(statement)[1])


def _details(statement: Statement, names: Names) -> tuple[str | None, ...]:
    value = statement.value
    claim = (value.approximator, value.as_of) if value and value.number else ()
    if statement.predicate in ("type", "altLabel"):
        return ()
    return (names(statement.speaker or ""), statement.status, *claim)


def _cells(decision: str, statement: Statement) -> str:
    """The line of a review file for ``statement``."""
    value, object_ = statement.value, statement.object
    quotes = [" ".join(e.exact.split()) for e in reversed(statement.evidence)]
    is_post = statement.predicate == "holds"
    cells = (
        decision,
        statement.id if decision == "reject" else "",
        statement.subject.name,
        statement.subject.cls,
        statement.predicate,
        object_.name if object_ else "",
        object_.cls if object_ else "",
        value.number if value else "",
        value.unit if value else "",
        (value.text if is_post else value.indicator) if value else "",
        value.approximator if value else "",
        value.as_of if value else "",
        statement.status,
        statement.modality,
        statement.speaker,
        PARTS.join(quotes),
    )
    return "\t".join(cell or "" for cell in cells)
