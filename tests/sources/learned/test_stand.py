"""How things stand: rules confirmed, refused or added to."""

from __future__ import annotations

from sources.learned.linear import Linear
from sources.learned.stand import stand
from tests.sources.learned.conftest import stated_in

#: A model that thinks nothing likely, but what the features say that a test gives.
_LOW = -4.0


def stood(text: str, **weights: float) -> set[tuple[str, str, str, str]]:
    scene, stated = stated_in(text)
    model = Linear(("stands",), (_LOW,), {k: ((0, v),) for k, v in weights.items()})
    return {
        (draft.subject.name, draft.name, draft.modality, draft.cue.partition("/")[0])
        for draft in stand(scene, stated.drafts, stated.held, stated.sight, model)
    }


def test_a_status_that_the_model_doubts_is_refused() -> None:
    assert stood("银杉科技园投用。") == set()


def test_a_status_that_the_model_believes_stays_the_rules() -> None:
    found = stood("银杉科技园投用。", **{"rule=this": 8.0})
    assert found == {("银杉科技园", "operational", "asserted", "trigger")}


def test_the_model_adds_what_no_rule_says() -> None:
    found = stood("银杉科技园刚有效果图。", **{"h~效果图": 8.0})
    assert found == {("银杉科技园", "design", "asserted", "learned")}


def test_evidence_is_the_word_and_the_thing() -> None:
    scene, stated = stated_in("银杉科技园刚有效果图。")
    model = Linear(("stands",), (9.0,), {})
    drafts = list(stand(scene, stated.drafts, stated.held, stated.sight, model))
    quotes = {scene.shadow[start:end] for draft in drafts for _, start, end in draft.spans}
    assert quotes == {"银杉科技园", "效果图"}


def test_a_goal_stays_a_goal() -> None:
    found = stood("银杉科技园2027年投用。", **{"s=operational/target": 9.0})
    assert {modality for _, rung, modality, _ in found if rung == "operational"} == {"target"}


def test_a_model_that_learned_nothing_leaves_the_rules_alone() -> None:
    scene, stated = stated_in("银杉科技园投用。")
    nothing = Linear((), (), {})
    assert list(stand(scene, stated.drafts, stated.held, stated.sight, nothing)) == stated.drafts


def test_a_mere_hint_of_what_an_area_does_must_be_likelier() -> None:
    weak = {"h~调研": 4.6}
    assert {name for name, *_ in stood("银杉科技园调研。", **weak)} == {"银杉科技园"}
    assert {name for name, *_ in stood("银杉高新区调研。", **weak)} == set()
