"""Fitting: few examples make a small model, the same each time."""

from __future__ import annotations

from sources.learned.fit import Example, fit, settle

#: Who settles is told by 落户, who founds by 创办; 今天 tells nothing, 昨天 comes once.
EXAMPLES = [
    *(Example(["落户", "今天"], {"locatedIn>": n}) for n in range(8)),
    *(Example(["创办", "今天"], {"establishedBy<": n}) for n in range(8)),
    Example(["落户", "昨天"], {"locatedIn>": 9, "partOf>": 9}),
]


def test_a_model_tells_what_it_was_shown() -> None:
    model = fit(EXAMPLES)
    assert model.best(["落户", "今天"])[0] == "locatedIn>"
    assert model.best(["创办", "今天"])[0] == "establishedBy<"
    assert model.chances(["落户"])["locatedIn>"] > 0.5 > model.chances(["创办"])["locatedIn>"]


def test_what_is_seldom_seen_is_not_learned() -> None:
    model = fit(EXAMPLES)
    assert model.labels == ("establishedBy<", "locatedIn>")
    assert "昨天" not in model.weights


def test_no_label_often_enough_makes_an_empty_model() -> None:
    model = fit([Example(["落户"], {"locatedIn>": 1}), Example(["创办"], {})])
    assert (model.labels, model.bias, model.weights) == ((), (), {})


def test_the_same_examples_give_the_same_model() -> None:
    assert fit(EXAMPLES) == fit(list(EXAMPLES))
    assert settle(EXAMPLES) == settle(list(EXAMPLES))


def test_nothing_is_learned_from_what_is_unsure() -> None:
    unsure = [Example(["创办", "今天"], {}, unsure=frozenset({"locatedIn>"})) for _ in range(20)]
    assert (
        fit([*EXAMPLES, *unsure]).chances(["创办"])["locatedIn>"]
        == (fit(EXAMPLES).chances(["创办"])["locatedIn>"])
    )


def test_of_several_places_the_likely_ones_say_the_fact() -> None:
    """A fact is said where 落户 stands; beside it, in the same text, the pair only meets."""
    told = [Example(["落户"], {"locatedIn>": n}) for n in range(12)]
    met = [Example(["见面"], {"locatedIn>": n}) for n in range(3)]
    other = [Example(["见面"], {}) for _ in range(30)]
    examples = [*told, *met, *other]
    once, twice = fit(examples), settle(examples)
    assert twice.chances(["见面"])["locatedIn>"] <= once.chances(["见面"])["locatedIn>"]
    assert twice.chances(["落户"])["locatedIn>"] > 0.5


def test_a_fact_said_in_one_place_is_learned_even_if_unlikely() -> None:
    lone = [Example(["见面"], {"locatedIn>": n}) for n in range(5)]
    assert settle([*EXAMPLES, *lone]) == fit([*EXAMPLES, *lone])
