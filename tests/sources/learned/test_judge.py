"""The judge confirms what rules say, refuses what it doubts and adds what it is sure of."""

from __future__ import annotations

import pytest

from sources.draft import Draft
from sources.learned.judge import judge
from sources.learned.linear import Linear
from tests.sources.learned.conftest import scene_of

SITE = "晴岚科技有限公司落户云溪高新区。"
#: A sentence in which no rule finds a relation.
SILENT = "云溪高新区与檀溪高新区天气晴朗。"


def model(label: str, bias: float, **weights: float) -> Linear:
    return Linear((label,), (bias,), {name: ((0, weight),) for name, weight in weights.items()})


def judged(text: str, weighed: Linear) -> list[Draft]:
    return list(judge(*scene_of(text), weighed))


def facts(drafts: list[Draft]) -> list[tuple[str, str, str]]:
    return [(d.subject.name, d.predicate, d.object.name if d.object else "") for d in drafts]


FACT = ("晴岚科技有限公司", "locatedIn", "云溪高新区")


def test_a_draft_that_it_believes_stays_as_the_rule_wrote_it() -> None:
    _, drafts = scene_of(SITE)
    assert facts(drafts) == [FACT]
    (kept,) = judged(SITE, model("locatedIn>", 5.0))
    assert (kept.cue, kept.spans, kept.source, kept.modality) == (
        drafts[0].cue,
        drafts[0].spans,
        drafts[0].source,
        drafts[0].modality,
    )


def test_a_draft_that_it_doubts_is_refused() -> None:
    assert judged(SITE, model("locatedIn>", -5.0)) == []


def test_a_relation_of_which_it_is_sure_is_added() -> None:
    scene, drafts = scene_of(SILENT)
    assert drafts == []
    (added,) = judge(scene, drafts, model("cooperatesWith>", 5.0))
    assert facts([added]) == [("云溪高新区", "cooperatesWith", "檀溪高新区")]
    assert added.cue == "learned/cooperatesWith"


def test_a_relation_of_which_it_is_not_sure_is_not_added() -> None:
    assert judged(SILENT, model("cooperatesWith>", -1.0)) == []


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [("partOf>", "云溪高新区", "檀溪高新区"), ("partOf<", "檀溪高新区", "云溪高新区")],
)
def test_the_label_gives_the_direction(label: str, one: str, other: str) -> None:
    assert facts(judged(SILENT, model(label, 5.0))) == [(one, "partOf", other)]


def test_nothing_is_added_that_the_classes_do_not_allow() -> None:
    assert judged(SILENT, model("holds>", 5.0)) == []


def test_what_is_added_is_told_by_spans_of_the_sentence() -> None:
    scene, drafts = scene_of("云溪高新区揭牌。" + SILENT)
    start, end = scene.turns[0].sentence
    for draft in judge(scene, drafts, model("cooperatesWith>", 5.0)):
        roles = {role for role, _, _ in draft.spans}
        assert "predicate" in roles
        for role, first, last in draft.spans:
            assert first < last
            if role == "predicate":
                assert start <= first < last <= end


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("云溪高新区落户檀溪高新区。", "asserted"),
        ("云溪高新区未落户檀溪高新区。", "negated"),
        ("希望云溪高新区落户檀溪高新区。", "hypothetical"),
        ("云溪高新区有意落户檀溪高新区。", "hypothetical"),
        ("云溪高新区与檀溪高新区有意联合。", "target"),
    ],
)
def test_what_is_added_is_no_surer_than_the_sentence(text: str, modality: str) -> None:
    added = [d for d in judged(text, model("partOf>", 5.0)) if d.predicate == "partOf"]
    assert [draft.modality for draft in added] == [modality]


def test_one_feature_can_tip_the_scale() -> None:
    weighed = Linear(("locatedIn>",), (-5.0,), {"rule=locatedIn>": ((0, 9.0),)})
    assert facts(judged(SITE, weighed)) == [FACT]
    assert judged(SILENT, weighed) == []


def test_working_together_has_no_direction() -> None:
    both = "云溪高新区与滦安大学签署合作协议。"
    _, drafts = scene_of(both)
    assert ("云溪高新区", "cooperatesWith", "滦安大学") in facts(drafts)
    kept = facts(judged(both, model("cooperatesWith>", 5.0)))
    assert kept.count(("云溪高新区", "cooperatesWith", "滦安大学")) == 1
    assert ("滦安大学", "cooperatesWith", "云溪高新区") not in kept


def test_a_draft_for_which_it_has_no_label_stays() -> None:
    assert facts(judged(SITE, model("holds>", -5.0))) == [FACT]
    assert facts(judged(SITE, Linear((), (), {}))) == [FACT]


def test_a_draft_stays_that_it_only_half_believes() -> None:
    """What a rule says needs less than what no rule says."""
    half = -1.0  # log-odds: more likely wrong than right, but no clear doubt
    assert facts(judged(SITE, model("locatedIn>", half))) == [FACT]


def test_drafts_of_what_does_not_stand_in_the_sentence_are_left_alone() -> None:
    _, elsewhere = scene_of(SITE)
    scene, _ = scene_of(SILENT)
    assert list(judge(scene, elsewhere, model("locatedIn>", -5.0))) == elsewhere
