from __future__ import annotations

from graph.reason import DEEPEST, infer

G = "<https://w3id.org/onecity/article/a/facts>"
OC = "https://w3id.org/onecity/ontology#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def told(*facts: str) -> list[str]:
    lines = []
    for fact in facts:
        subject, predicate, object_ = fact.split()
        if predicate == "a":
            lines.append(f"<{subject}> <{TYPE}> <{OC}{object_}> {G} .\n")
        else:
            lines.append(f"<{subject}> <{OC}{predicate}> <{object_}> {G} .\n")
    return lines


def inferred(*facts: str) -> set[str]:
    lines = (line.split() for line in infer(told(*facts)).lines)
    return {" ".join(part.strip("<>").rsplit("#")[-1] for part in line[:3]) for line in lines}


def test_places_and_parts_are_transitive_each() -> None:
    assert inferred("a locatedIn b", "b locatedIn c", "c locatedIn d") == {
        "a locatedIn c", "a locatedIn d", "b locatedIn d",
    }  # fmt: skip
    assert inferred("a partOf b", "b partOf c") == {"a partOf c"}


def test_a_part_of_a_place_is_where_that_is() -> None:
    found = inferred("a partOf b", "b partOf c", "c locatedIn d", "b a Park", "c a Zone")
    assert {"a partOf c", "a locatedIn d", "b locatedIn d"} <= found


def test_a_branch_is_not_where_its_head_is() -> None:
    found = inferred("a partOf b", "b locatedIn c", "b a ResearchInstitute", "c a City")
    assert "a locatedIn c" not in found


def test_what_is_in_a_place_is_in_the_places_of_which_that_is_a_part() -> None:
    found = inferred("a locatedIn b", "b partOf c", "c a City")
    assert "a locatedIn c" in found
    assert "b locatedIn c" not in found


def test_being_part_of_a_slogan_is_no_place() -> None:
    found = inferred("a locatedIn b", "b partOf c", "c a Strategy")
    assert "a locatedIn c" not in found


def test_cycles_end_and_nothing_is_in_itself() -> None:
    assert inferred("a locatedIn b", "b locatedIn c", "c locatedIn a") == {
        "a locatedIn c", "b locatedIn a", "c locatedIn b",
    }  # fmt: skip
    assert inferred("a partOf a") == set()


def test_a_thing_is_of_every_class_above() -> None:
    assert inferred("a a HighTechZone", "a a Zone") == {
        "a type DevelopmentZone", "a type Place", "a type Entity",
    }  # fmt: skip


def test_what_is_said_is_not_inferred_again() -> None:
    assert inferred("a locatedIn b", "b locatedIn c", "a locatedIn c") == set()


def test_lines_are_sorted_and_in_the_inferred_graph() -> None:
    lines = infer(told("a locatedIn b", "b locatedIn c", "a a City")).lines
    assert list(lines) == sorted(lines)
    assert all(line.endswith("<https://w3id.org/onecity/graph/inferred> .\n") for line in lines)


def test_a_chain_beyond_all_measure_is_cut_and_named() -> None:
    chain = [f"n{i} partOf n{i + 1}" for i in range(3 * DEEPEST)]
    inference = infer(told(*chain))
    assert "n0" in inference.cut
    assert f"n{3 * DEEPEST - 1}" not in inference.cut
