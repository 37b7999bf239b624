"""Training reads what is tuned, and writes the same models from the same lessons."""

from __future__ import annotations

import json
from pathlib import Path

from sources.learned.train import Lesson, lessons, train

MODELS = {
    *("words.crf", "words.txt", "letters.crf", "letters.txt"),
    *("classes.json", "relations.json", "owners.json", "statuses.json"),
}


def test_only_tuned_texts_are_lessons(given: list[Lesson], folders: tuple[Path, Path]) -> None:
    unseen = list(lessons(*folders, tuned=False))
    assert [lesson.document.doc for lesson in given].count("two") == 0
    assert len(unseen) == 2  # an article and a passage
    assert len(given) > len(unseen)


def test_a_lesson_knows_where_things_are_named(given: list[Lesson]) -> None:
    for lesson in given:
        named = [(lesson.layout.shadow[start:end], cls) for start, end, cls in lesson.places]
        assert named
        for name, cls in named:
            assert name.endswith({"HighTechZone": "高新区", "University": "大学"}.get(cls, ""))


def test_every_model_is_written(trained: Path) -> None:
    assert {path.name for path in trained.iterdir()} == MODELS


def test_the_same_lessons_give_the_same_bytes(
    given: list[Lesson], trained: Path, tmp_path: Path
) -> None:
    train(given, tmp_path)
    for name in sorted(MODELS):
        assert (tmp_path / name).read_bytes() == (trained / name).read_bytes(), name


def test_labels_are_what_the_lessons_say(trained: Path) -> None:
    labels = {
        path.stem: set(json.loads(path.read_text(encoding="utf-8"))["labels"])
        for path in trained.glob("*.json")
    }
    assert labels["owners"] == {"owner"}
    assert labels["statuses"] == {"stands"}
    assert labels["classes"] == {"HighTechZone", "University", "Laboratory", "Enterprise"}
    assert {"cooperatesWith>", "establishedBy<", "locatedIn>"} <= labels["relations"]
    assert {label[:-1] for label in labels["relations"]} == {
        *("cooperatesWith", "establishedBy", "locatedIn")
    }


def test_a_model_is_written_for_a_reader_and_a_diff(trained: Path) -> None:
    text = (trained / "relations.json").read_text(encoding="utf-8")
    features = list(json.loads(text)["weights"])
    assert features == sorted(features)
    assert len(text.splitlines()) >= len(features)
    assert text.endswith("\n") and "\\u" not in text
