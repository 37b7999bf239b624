"""A scene holds the things, words and triggers of one sentence."""

from __future__ import annotations

from sources.learned.scene import Scenes
from tests.sources.learned.conftest import parse_text, scene_of

BUILD = "云溪高新区与滦安大学共建量子实验室。"


def test_things_come_in_reading_order() -> None:
    scene, _ = scene_of(BUILD)
    assert [item.entity.name for item in scene.items] == ["云溪高新区", "滦安大学", "量子实验室"]
    for item in scene.items:
        assert scene.shadow[item.start : item.end] == item.entity.name


def test_names_between_are_told_by_what_they_name() -> None:
    scene, _ = scene_of(BUILD)
    assert scene.between(0, len(BUILD)) == ["<Zone>", "与", "<University>", "共建", "<Platform>"]
    assert scene.between(5, 6) == ["与"]
    assert scene.between(6, 6) == []


def test_a_stretch_has_its_things_and_triggers() -> None:
    scene, _ = scene_of(BUILD)
    assert [item.entity.name for item in scene.within(5, 12)] == ["滦安大学"]
    assert [scene.shadow[hit.start : hit.end] for hit in scene.triggers(5, 15)] == ["共建"]
    assert scene.triggers(0, 5) == []


def test_a_trigger_tells_what_its_cues_say() -> None:
    scene, _ = scene_of(BUILD)
    (hit,) = scene.hits
    said = scene.meanings(hit)
    assert said == sorted(said)
    assert {"establishedBy", "cooperatesWith"} <= {meaning.split("/")[0] for meaning in said}


def test_who_is_only_spoken_about_is_absent() -> None:
    scene, _ = scene_of("云溪高新区揭牌。目前引进企业36家。")
    assert [item.entity.name for item in scene.absent(0)] == ["云溪高新区"]
    assert all(item.group is None for item in scene.absent(0))
    assert scene.items == []


def test_each_absent_thing_comes_once_the_last_named_first() -> None:
    scene, _ = scene_of("云溪市发布消息。滦安大学揭牌,云溪市祝贺。\n目前建成松河实验室。")
    found = [(item.entity.name, item.how) for item in scene.absent(0)]
    assert len({name for name, _ in found}) == len(found)
    assert {name for name, _ in found} == {"云溪市", "滦安大学"}


def test_an_absent_thing_is_the_subject_of_a_section() -> None:
    scene, _ = scene_of("云溪高新区揭牌。\n目前引进企业36家。")
    for item in scene.absent(0):
        assert item.subject.source in {"section", "headline"}


def test_all_that_is_asked_of_a_sentence_is_told_by_one_scene() -> None:
    parsed = parse_text(BUILD + "滦安大学建成松河实验室。")
    scenes, (first, second) = Scenes(parsed), filter(None, parsed.turns)
    assert scenes.of(first) is scenes.of(first)
    assert scenes.of(second).turns is second


def test_a_place_has_the_words_beside_it() -> None:
    scene, _ = scene_of(BUILD)
    behind, before = scene.word_from(6), scene.word_until(6)
    assert behind is not None and scene.shadow.startswith(behind.text, 6)
    assert before is not None and (before.text, before.end) == ("与", 6)
    inside = scene.word_until(7)
    assert inside is not None and inside.end <= 7
    assert scene.word_until(0) is None
    assert scene.word_from(len(BUILD)) is None


def test_numbers_of_a_stretch_are_all_told_as_zero() -> None:
    text = "云溪高新区引进企业36家。"
    scene, _ = scene_of(text)
    assert "36" in scene.between(5, len(text))
    assert [word for word in scene.plain(5, len(text)) if word.isdecimal()] == ["0"]
