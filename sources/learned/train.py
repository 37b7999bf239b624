"""Training: learns the models of this folder from annotated articles and passages.

``python -m sources.learned.train tests/articles tests/passages`` reads the tuned ones only (see
``split.tsv`` in both folders), learns with the rules as they stand and writes the models. It needs
the extra ``learn`` (scikit-learn); reading articles does not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from sources.document import Document
from sources.draft import Subject
from sources.extract import draft_facts
from sources.indicator import Indicator
from sources.ladder import climb
from sources.learned.fit import Example, fit, settle
from sources.learned.label import Told, label_pair, label_standing, label_words, named_places
from sources.learned.linear import Linear
from sources.learned.models import SIGHTS
from sources.learned.owner import Owners
from sources.learned.pair import pairs, see_pair
from sources.learned.rank import rank
from sources.learned.scene import Scenes
from sources.learned.standing import standings
from sources.learned.tagger import Sight, Tagger, see_name, tag
from sources.learned.trait import see_standing
from sources.learned.vote import Span
from sources.learned.word import family, split_words
from sources.mention import Mention, Reading, mention
from sources.parse import Parse, parse, rule_relations
from sources.passage import read_passages
from sources.quantity import Quantity
from sources.read import read
from sources.scoreboard import entries
from sources.segment import Layout, segment
from sources.statement import Statement
from sources.tabular import read_rows, read_statements
from sources.turn import Turn
from sources.unnamed import Unnamed

__all__ = ["Lesson", "lessons", "train"]

#: In how many parts the lessons are cut, so that each is read by models that never saw it.
_FOLDS = 3
#: Regularisation of the tagger and how long it learns.
_CRF = {"c1": 0.4, "c2": 0.05, "max_iterations": 80, "feature.possible_transitions": True}
#: Classes of names have many rare tell-tale words: more of them are let in than elsewhere.
_CLASS_STRENGTH = 1.0
#: How things stand is told by many features that each tell a little.
_STATUS_STRENGTH = 0.15


@dataclass(frozen=True, slots=True)
class Lesson:
    """An annotated text: what rules read in it, where things are named, and what it says."""

    document: Document
    layout: Layout
    reading: Reading
    places: tuple[tuple[int, int, str], ...]
    gold: tuple[Statement, ...]


def lessons(articles: Path, passages: Path, *, tuned: bool = True) -> Iterator[Lesson]:
    """The annotated articles and passages of two folders, the tuned or the untuned ones."""
    for entry in entries(articles, [Path("sources/articles")]):
        if entry.tuned == tuned:
            document = read(entry.article)
            gold = read_statements(entry.gold, document)
            yield _lesson(document, named_places(document, gold), gold)
    for row in read_rows(passages / "split.tsv", ("file", "split")):
        path = passages / (row.cells["file"] + ".txt")
        if (row.cells["split"] == "tuned") == tuned and path.exists():
            for passage in read_passages(path):
                places = [
                    (place.start, place.end, passage.classes[place.key])
                    for place in passage.places
                    if not place.points
                ]
                yield _lesson(passage.document, places, passage.statements)


def _lesson(
    document: Document, places: Iterable[tuple[int, int, str]], gold: Sequence[Statement]
) -> Lesson:
    layout = segment(document)
    return Lesson(document, layout, mention(layout), tuple(places), tuple(gold))


def train(given: Sequence[Lesson], folder: Path) -> None:
    """Learn every model from ``given`` and write them to ``folder``.

    The relations are learned from names as the tagger sees them in texts that it has not
    learned from, as it will be with any new article.
    """
    related: list[Example] = []
    owned: list[list[Example]] = []
    stood: list[Example] = []
    for fold in range(_FOLDS):
        rest = [lesson for at, lesson in enumerate(given) if at % _FOLDS != fold]
        with TemporaryDirectory() as scratch:
            taggers = _learn_taggers(rest, Path(scratch))
        classes = _learn_classes(rest)
        for lesson in given[fold::_FOLDS]:
            parsed = parse(lesson.layout, tag(lesson.layout, lesson.reading, taggers, classes))
            related += _related(lesson, parsed)
            owned += _owned(lesson, parsed)
            stood += _stood(lesson, parsed)
    for name, tagger in zip(SIGHTS, _learn_taggers(given, folder), strict=True):
        known = "\n".join(sorted(tagger.known))
        folder.joinpath(f"{name}.txt").write_text(known, encoding="utf-8")
    _write(_learn_classes(given), folder / "classes.json")
    _write(settle(related), folder / "relations.json")
    _write(rank(owned, "owner"), folder / "owners.json")
    _write(fit(stood, _STATUS_STRENGTH, few=False), folder / "statuses.json")


def _learn_taggers(given: Iterable[Lesson], folder: Path) -> list[Tagger]:
    return [_learn_tagger(given, folder / f"{name}.crf", sight) for name, sight in SIGHTS.items()]


def _learn_tagger(
    given: Iterable[Lesson], path: Path, sight: Callable[[frozenset[str] | None], Sight]
) -> Tagger:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_CRF)
    eye = sight(None)
    for lesson in given:
        for tokens in filter(None, lesson.reading.tokens):
            ruled = _within(lesson.reading.mentions, tokens[0].start, tokens[-1].end)
            words = split_words(tokens, ruled)
            trainer.append(eye.see(words, ruled), label_words(eye.cut(words), lesson.places))
    trainer.train(str(path))
    return Tagger(path.read_bytes(), sight=sight)


def _within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return [mention for mention in mentions if start <= mention.start < end]


def _learn_classes(given: Iterable[Lesson]) -> Linear:
    examples = []
    for lesson in given:
        ruled = {(m.start, m.end): m.cls for m in lesson.reading.mentions}
        for start, end, cls in lesson.places:
            span = Span(start, end, family(cls), 1.0)
            features = see_name(lesson.layout.shadow, span, ruled.get((start, end), ""))
            examples.append(Example(features, {cls: span}))
    return fit(examples, _CLASS_STRENGTH)


def _related(lesson: Lesson, parsed: Parse) -> Iterator[Example]:
    """What each pair of things in a text looks like, and how it relates."""
    told, scenes = Told(lesson.gold), Scenes(parsed)
    for turns in filter(None, parsed.turns):
        scene = scenes.of(turns)
        for pair in pairs(scene, list(rule_relations(parsed, turns))):
            yield Example(see_pair(scene, pair), label_pair(pair, told, turns[0].sentence))


def _owned(lesson: Lesson, parsed: Parse) -> list[list[Example]]:
    """For each number what the things look like that may own it, and which do."""
    told = Told(lesson.gold)
    found: list[list[Example]] = []
    owners = Owners(Scenes(parsed), Linear((), (), {}))

    def learn(
        turns: list[Turn],
        index: int,
        quantity: Quantity,
        indicator: Indicator,
        ruled: Subject | None,
    ) -> Subject | None:
        scene = owners.scenes.of(turns)
        owner = told.owners(quantity, turns[0].sentence)
        choice = []
        for candidate in owners.candidates(scene, index, quantity, ruled):
            features = owners.see(scene, index, candidate, quantity, indicator, ruled)
            named = told.names(candidate.item.entity.name) in owner
            choice.append(Example(features, {"owner": quantity} if named else {}))
        found.append(choice)
        return ruled

    for _ in draft_facts(parsed, lesson.document.published, choose=learn):
        pass
    return found


def _stood(lesson: Lesson, parsed: Parse) -> Iterator[Example]:
    """What each thing and each clause that may say how it stands look like, and how it stands."""
    told, scenes = Told(lesson.gold), Scenes(parsed)
    unnamed = Unnamed(lesson.layout.shadow, parsed.turns)
    for stated in climb(parsed, lesson.document.published, unnamed):
        scene = scenes.of(stated.turns)
        for standing in standings(scene, stated.drafts, stated.sight):
            features = see_standing(scene, standing, stated.drafts, stated.held, stated.sight)
            yield Example(features, label_standing(standing, told, stated.turns[0].sentence))


def _write(model: Linear, path: Path) -> None:
    weights = {feature: model.weights[feature] for feature in sorted(model.weights)}
    record = {"labels": model.labels, "bias": model.bias, "weights": weights}
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    train(list(lessons(Path(sys.argv[1]), Path(sys.argv[2]))), Path(__file__).parent)
