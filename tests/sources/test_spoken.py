from sources.entity import Entity
from sources.reference import Reference
from sources.spoken import Spoken, endings


def _spoken(*names: str, past: frozenset[str] = frozenset()) -> Spoken:
    spoken = Spoken(0, past)
    for at, name in enumerate(names):
        spoken.add(Reference(at, at + 1, Entity(name, "Park"), "explicit"), points=False)
    return spoken


def test_the_only_thing_that_ends_so() -> None:
    spoken = _spoken("滦安科技园", "兰陵软件园")
    assert [entity.name for entity in spoken.ending("科技园")] == ["滦安科技园"]
    assert endings("滦安科技园") == ("科技园", "园")


def test_what_is_past_is_named_but_never_meant() -> None:
    spoken = _spoken("滦安科技园", "兰陵软件园", past=frozenset({"兰陵软件园"}))
    assert spoken.names == {"滦安科技园", "兰陵软件园"}
    assert [entity.name for entity in spoken.kinds(("Park",))] == ["滦安科技园"]
    assert [ref.entity.name for ref in spoken.since(0, ("Park",))] == ["滦安科技园"]


def test_what_was_pointed_at_goes_first() -> None:
    spoken = _spoken("滦安科技园", "兰陵软件园")
    spoken.add(Reference(5, 6, Entity("滦安科技园", "Park"), "alias"), points=True)
    last = spoken.last("Park")
    assert last is not None
    assert last.name == "滦安科技园"


def test_the_works_on_a_thing_stand_for_it_where_it_is_not_named() -> None:
    spoken = Spoken()
    works = Entity("云溪光电产业园一期项目", "Project")
    spoken.add(Reference(0, 11, works, "explicit"), points=False)
    assert spoken.ending("产业园") == [works]
    park = Entity("滦安产业园", "Park")
    spoken.add(Reference(12, 17, park, "explicit"), points=False)
    assert spoken.ending("产业园") == [park]


def test_what_was_named_from_a_place_on_in_reading_order() -> None:
    spoken = _spoken("银杉研究院", "滦安科技园")
    first, second = spoken.in_order()
    assert spoken.in_order(second.start) == [second]
    assert spoken.places["银杉研究院"] == [first]
