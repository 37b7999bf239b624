from sources.entity import Entity
from sources.reference import Reference
from sources.trail import Trail

ALLIANCE = Entity("银杉联盟", "Alliance")
CITY = Entity("云溪市", "City")
ZONE = Entity("银杉高新区", "HighTechZone")
TRAIL = Trail(
    [
        Reference(0, 3, CITY, "explicit"),
        Reference(5, 9, ZONE, "explicit"),
        Reference(10, 14, ALLIANCE, "explicit"),
        Reference(20, 24, ALLIANCE, "alias"),
    ]
)


def test_the_last_of_a_class_or_below_it() -> None:
    last = TRAIL.last(30, ("Place",))
    assert last is not None
    assert last.entity is ZONE


def test_only_what_ends_by_the_place_counts() -> None:
    last = TRAIL.last(8, ("Place",))
    assert last is not None
    assert last.entity is CITY
    assert TRAIL.last(2, ("Place",)) is None


def test_nothing_of_the_class() -> None:
    assert TRAIL.last(30, ("Person",)) is None
    assert TRAIL.last(30, ()) is None


def test_back_through_one_class() -> None:
    assert [ref.start for ref in TRAIL.back(30, "Alliance")] == [20, 10]
    assert [ref.start for ref in TRAIL.back(23, "Alliance")] == [10]
    assert list(TRAIL.back(30, "Place")) == []


def test_all_until_a_place_of_some_classes() -> None:
    assert [ref.start for ref in TRAIL.until(30, ("Alliance",))] == [20, 10]
    assert list(TRAIL.until(30, ("Person",))) == []


def test_what_was_named_in_a_stretch_last_first() -> None:
    assert [ref.start for ref in TRAIL.until(30, ("Alliance",), since=10)] == [20, 10]
    assert [ref.start for ref in TRAIL.until(30, ("Alliance",), since=15)] == [20]


def test_who_was_named_most_by_a_place_and_of_equals_last() -> None:
    other = Entity("青云联盟", "Alliance")
    refs = [Reference(at, at + 4, thing, "explicit") for at, thing in ((0, other), (9, ALLIANCE))]
    trail = Trail([*refs, Reference(20, 24, other, "explicit")])
    assert trail.leader(13, ("Alliance",)) is refs[1]
    assert trail.leader(30, ("Alliance",)) == Reference(20, 24, other, "explicit")
    assert trail.leader(3, ("Alliance",)) is None
    assert trail.leader(30, ("Person",)) is None
