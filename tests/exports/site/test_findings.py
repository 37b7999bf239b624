from exports.site.findings import Cell, Finding, find_all
from graph.analysis.network import Network, Thing, Tie


def network(*ties: Tie, **classes: str) -> Network:
    return Network({name: Thing(name, name, cls) for name, cls in sorted(classes.items())}, ties)


def measure(found: Network, name: str) -> Finding:
    return next(finding for finding in find_all(found).measures if finding.measure == name)


def test_a_chain_marks_what_is_only_planned_and_how_far_a_result_is() -> None:
    drawn = network(
        Tie("plan", "park", "supports"),
        Tie("plan", "lab", "supports", "planned"),
        Tie("plan", "hub", "supports"),
        plan="Plan", park="Park", lab="Laboratory", hub="Incubator",
    )  # fmt: skip
    drawn.things["hub"] = Thing("hub", "hub", "Incubator", status="operational")
    (row,) = measure(drawn, "chain").rows
    assert row[0] == Cell(terms=("missing",))
    assert row[4].things == ("hub", "lab")
    assert (row[4].mark("lab"), row[4].mark("hub"), row[1].mark("plan")) == (
        "planned", "operational", "",
    )  # fmt: skip


def test_a_park_knows_its_ties_and_what_is_not_told_of_it() -> None:
    drawn = network(
        Tie("a", "x", "memberOf"), Tie("b", "x", "memberOf"), a="Park", b="Park", x="Alliance"
    )
    found = find_all(drawn)
    assert [(tie.one, tie.other) for tie in found.ties["b"]] == [("a", "b")]
    assert found.gaps["a"].missing == ("Laboratory", "Fund", "Policy", "University")
    assert found.lacking == [(cls, 2) for cls in ("Laboratory", "Fund", "Policy", "University")]


def test_columns_of_numbers_are_told_from_those_of_things() -> None:
    drawn = network(Tie("a", "b", "cooperatesWith"), a="Park", b="Park")
    standing = measure(drawn, "standing")
    assert [standing.is_numeric(column) for column in range(3)] == [False, True, True]
    assert measure(drawn, "community").total == "Q = 0.00"
