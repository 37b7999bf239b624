"""Memory gives what was named last, each thing once."""

from __future__ import annotations

from sources.entity import Entity
from sources.learned.memory import Memory
from sources.reference import Reference

CITY, ZONE = Entity("云溪市", "City"), Entity("银杉高新区", "HighTechZone")
MEMORY = Memory(
    [
        Reference(0, 3, CITY, "explicit"),
        Reference(5, 10, ZONE, "explicit"),
        Reference(20, 22, CITY, "alias"),
    ]
)


def last(at: int, count: int) -> list[tuple[str, int]]:
    return [(subject.entity.name, subject.start) for subject in MEMORY.last(at, count)]


def test_the_nearest_comes_first_and_each_once() -> None:
    assert last(30, 5) == [("云溪市", 20), ("银杉高新区", 5)]


def test_what_comes_later_is_not_remembered() -> None:
    assert last(20, 5) == [("银杉高新区", 5), ("云溪市", 0)]
    assert last(0, 5) == []


def test_only_so_many_are_asked_for() -> None:
    assert last(30, 1) == [("云溪市", 20)]
    assert last(30, 0) == []


def test_what_is_named_most_is_what_the_text_is_about() -> None:
    assert [subject.entity.name for subject in MEMORY.main] == ["云溪市", "银杉高新区"]
    assert [MEMORY.weight(name) for name in ("云溪市", "银杉高新区", "滦安大学")] == ["0", "1", "9"]


def test_what_the_title_names_weighs_more() -> None:
    titled = Memory([Reference(0, 3, CITY, "explicit"), Reference(5, 10, ZONE, "explicit")], 4)
    assert titled.weight("云溪市") == "T0"
    assert titled.weight("银杉高新区") == "1"


def test_no_text_is_about_persons() -> None:
    person = Reference(0, 3, Entity("李明远", "Person"), "explicit")
    assert Memory([person, Reference(5, 10, ZONE, "explicit")]).main[0].entity is ZONE


def test_what_a_stretch_names_comes_in_order() -> None:
    assert [subject.start for subject in MEMORY.between(3, 30)] == [5, 20]
