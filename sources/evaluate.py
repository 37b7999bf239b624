"""Measure statements against a gold list: what was found, what was missed, what was made up.

Both sides are statements about the same text. Names are compared width-folded, without quotation
marks, and through the gold's own table of other names. A fact counts once however often it is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator

from ontology.lexicon import alternation
from sources.fold import fold
from sources.score import Difference, Score, Scores
from sources.statement import Statement, kind

__all__ = ["Names", "evaluate", "judge", "plain", "strict"]

_MARKS = re.compile(r"[\s“”‘’「」『』《》〈〉\"']")
_CUES = re.compile(r"[\s,;|]+")

Key = Hashable
_Pairs = Counter[Key]


class Names:
    """What a name stands for, by the gold's table of other names."""

    def __init__(self, gold: Iterable[Statement]) -> None:
        """Read the ``altLabel`` statements."""
        self._full: dict[str, str] = {}
        for statement in gold:
            if statement.predicate == "altLabel" and statement.object:
                self._full[plain(statement.object.name)] = plain(statement.subject.name)

    def __call__(self, name: str) -> str:
        """The comparable form of the entity's full name."""
        form = plain(name)
        return self._full.get(form, form)


def plain(name: str) -> str:
    """``name`` as it is compared: folded, without quotation marks and spaces, lower case.

    >>> plain("“泸内荣永” ＡＩ联盟")
    '泸内荣永ai联盟'
    """
    return _MARKS.sub("", fold(name)).casefold()


def strict(statement: Statement, names: Names) -> Key:
    """What must agree for two statements of a kind to be the same fact, modality included."""
    return (*_core(statement, names), statement.modality)


def _core(statement: Statement, names: Names) -> tuple[Key, ...]:
    subject = names(statement.subject.name)
    predicate, value = statement.predicate, statement.value
    object_ = names(statement.object.name) if statement.object else ""
    if predicate == "type":
        return (predicate, subject, statement.object.name if statement.object else "")
    if predicate == "altLabel":
        other = plain(statement.object.name) if statement.object else ""
        return (predicate, subject, plain(statement.subject.name) if other == subject else other)
    if predicate == "observation":
        return (predicate, subject, _amount(statement), value.unit if value else "")
    if predicate == "holds":
        return (predicate, subject, object_, plain(value.text) if value else "")
    if predicate == "cooperatesWith":
        return (predicate, *sorted((subject, object_)))
    return (predicate, subject, object_)


def _amount(statement: Statement) -> str:
    """The number without trailing zeros, so that 0.70 is 0.7."""
    number = (statement.value.number if statement.value else None) or ""
    return number.rstrip("0").rstrip(".") if "." in number else number


def _counted(statement: Statement) -> str:
    indicator = (statement.value.indicator if statement.value else None) or ""
    return re.sub(rf"{alternation('CountSuffix')}\Z", "", plain(indicator))


def _facts(statements: Iterable[Statement], names: Names) -> list[Statement]:
    """Each fact once; of quantities also what is counted makes a fact of its own."""
    found: dict[Key, Statement] = {}
    for statement in statements:
        other = statement.object.name if statement.object else ""
        if statement.predicate == "altLabel" and plain(statement.subject.name) == plain(other):
            continue  # two spellings of one form are no other name
        extra = _counted(statement) if statement.predicate == "observation" else ""
        found.setdefault((strict(statement, names), extra), statement)
    return list(found.values())


def _views(names: Names) -> dict[str, tuple[str, Callable[[Statement], Key]]]:
    """For each measure: the kind of statement it looks at, and what must agree."""

    def pair(statement: Statement) -> Key:
        ends = (names(statement.subject.name), names(getattr(statement.object, "name", "")))
        return tuple(sorted(ends))

    return {
        "entity": ("entity", lambda s: strict(s, names)),
        "entity name": ("entity", lambda s: names(s.subject.name)),
        "alias": ("alias", lambda s: _core(s, names)),
        "relation": ("relation", lambda s: strict(s, names)),
        "relation pair": ("relation", pair),
        "quantity": ("quantity", lambda s: strict(s, names)),
        "quantity value": ("quantity", lambda s: _core(s, names)[2:]),
        "quantity indicator": ("quantity", lambda s: (strict(s, names), _counted(s))),
        "status": ("status", lambda s: strict(s, names)),
        "post": ("post", lambda s: _core(s, names)),
        "post holder": ("post", lambda s: _core(s, names)[:3]),
    }


#: Measures whose facts may truly repeat: two different totals can be the same number.
_REPEATED = frozenset({"quantity", "quantity value", "quantity indicator"})


def _score(gold: _Pairs, predicted: _Pairs) -> Score:
    return Score(gold.total(), predicted.total(), (gold & predicted).total())


def _keys(statements: Iterable[Statement], key: Callable[[Statement], Key], repeat: bool) -> _Pairs:
    counted = Counter(key(statement) for statement in statements)
    return counted if repeat else Counter(dict.fromkeys(counted, 1))


def evaluate(gold: Iterable[Statement], predicted: Iterable[Statement]) -> Scores:
    """Compare ``predicted`` with ``gold``, both about one text."""
    gold = list(gold)
    names = Names(gold)
    wanted, given = _facts(gold, names), _facts(predicted, names)
    measures = {}
    for measure, (sort, key) in _views(names).items():
        left, right = (
            _keys((s for s in side if kind(s) == sort), key, measure in _REPEATED)
            for side in (wanted, given)
        )
        measures[measure] = _score(left, right)
    matched, missed, alarms = _align(wanted, given, names)
    right_ids = {id(statement) for _, statement in matched}
    slips = list(_slips(wanted, alarms, names))
    return Scores(
        measures,
        classes=_split(wanted, given, "entity", lambda s: getattr(s.object, "name", ""), names),
        relations=_split(wanted, given, "relation", lambda s: s.predicate, names),
        cues=_group(given, right_ids, _cues),
        sources=_group(given, right_ids, lambda s: (s.subject_source,)),
        details=_details(matched, names),
        differences=tuple(
            [Difference("miss", kind(s), s) for s in missed]
            + [Difference("false alarm", kind(s), s) for s in alarms]
            + [Difference("modality", kind(s), s) for s in slips]
        ),
    )


def judge(
    gold: Iterable[Statement], predicted: Iterable[Statement]
) -> Iterator[tuple[Statement, bool]]:
    """Each fact of ``predicted`` once, and whether the gold has it too."""
    gold = list(gold)
    names = Names(gold)
    matched, _, alarms = _align(_facts(gold, names), _facts(predicted, names), names)
    yield from ((statement, True) for _, statement in matched)
    yield from ((statement, False) for statement in alarms)


def _align(
    wanted: list[Statement], given: list[Statement], names: Names
) -> tuple[list[tuple[Statement, Statement]], list[Statement], list[Statement]]:
    """Pairs that agree strictly (what is counted decides between equal numbers), and the rest."""
    pool: dict[Key, list[Statement]] = {}
    for statement in wanted:
        pool.setdefault(strict(statement, names), []).append(statement)
    matched, alarms = [], []
    for statement in given:
        candidates = pool.get(strict(statement, names), [])
        if not candidates:
            alarms.append(statement)
            continue
        same = [c for c in candidates if _counted(c) == _counted(statement)]
        partner = (same or candidates)[0]
        candidates.remove(partner)
        matched.append((partner, statement))
    left = {id(statement) for rest in pool.values() for statement in rest}
    return matched, [s for s in wanted if id(s) in left], alarms


def _slips(wanted: list[Statement], alarms: list[Statement], names: Names) -> Iterator[Statement]:
    """False alarms that state as a fact what the text says as a goal, a denial or a guess."""
    guarded = [statement for statement in wanted if statement.modality != "asserted"]
    for statement in alarms:
        if statement.modality == "asserted" and any(
            _same_but_modality(statement, other, names) for other in guarded
        ):
            yield statement


def _same_but_modality(statement: Statement, other: Statement, names: Names) -> bool:
    if statement.predicate != other.predicate:
        return False
    mine, theirs = _core(statement, names), _core(other, names)
    if mine == theirs:
        return True
    # A number may be hung on the wrong subject: the same number in the same words is the same.
    return (
        statement.predicate == "observation"
        and mine[2:] == theirs[2:]
        and any(
            a.start < b.end and b.start < a.end for a in statement.evidence for b in other.evidence
        )
    )


def _split(
    wanted: list[Statement],
    given: list[Statement],
    sort: str,
    name: Callable[[Statement], str],
    names: Names,
) -> dict[str, Score]:
    sides = [[s for s in side if kind(s) == sort] for side in (wanted, given)]
    found = {}
    for group in sorted({name(s) for side in sides for s in side}):
        left, right = (
            _keys((s for s in side if name(s) == group), lambda s: strict(s, names), False)
            for side in sides
        )
        found[group] = _score(left, right)
    return found


def _group(
    given: list[Statement], right: set[int], labels: Callable[[Statement], Iterable[str]]
) -> dict[str, Score]:
    found: dict[str, Score] = {}
    for statement in given:
        for label in labels(statement):
            hit = int(id(statement) in right)
            found[label] = found.get(label, Score()) + Score(hit, 1, hit)
    return dict(sorted(found.items()))


def _cues(statement: Statement) -> list[str]:
    """The cues a rule names in ``method``, what a model tells; of others the maker."""
    maker, _, cues = statement.method.partition(":")
    if maker == "model":
        return [f"model/{cues}"]
    if maker != "rule":
        return [maker] if maker else []
    return sorted({cue for cue in _CUES.split(cues) if cue})


def _details(matched: list[tuple[Statement, Statement]], names: Names) -> dict[str, Score]:
    """Speaker, date and approximator where the fact itself agrees."""
    found = {"speaker": Score(), "as_of": Score(), "approximator": Score()}
    for gold, given in matched:
        if kind(gold) in ("relation", "status", "quantity"):
            found["speaker"] += _agree(names(gold.speaker or ""), names(given.speaker or ""))
        if gold.value and given.value and kind(gold) == "quantity":
            found["as_of"] += _agree(gold.value.as_of or "", given.value.as_of or "")
            found["approximator"] += _agree(
                gold.value.approximator or "", given.value.approximator or ""
            )
    return found


def _agree(gold: str, given: str) -> Score:
    return Score(int(bool(gold)), int(bool(given)), int(bool(gold) and gold == given))
