"""Pairs: every two things that some relation may join, and what tells how they relate."""

from __future__ import annotations

from sources.learned.pair import Pair, pairs, see_pair
from sources.learned.scene import Scene
from tests.sources.learned.conftest import scene_of

BUILD = "云溪高新区与滦安大学共建量子实验室。"


def pairs_of(text: str) -> tuple[Scene, list[Pair]]:
    scene, drafts = scene_of(text)
    return scene, list(pairs(scene, drafts))


def said(pair: Pair) -> list[tuple[str, str]]:
    return [(direction, draft.predicate) for direction, draft in pair.said]


def test_all_things_of_a_sentence_are_paired_in_order() -> None:
    _, found = pairs_of(BUILD)
    assert [(pair.left.entity.name, pair.right.entity.name) for pair in found] == [
        ("云溪高新区", "滦安大学"),
        ("云溪高新区", "量子实验室"),
        ("滦安大学", "量子实验室"),
    ]


def test_a_pair_knows_what_rules_say_and_in_which_direction() -> None:
    _, found = pairs_of(BUILD)
    assert [said(pair) for pair in found] == [
        [(">", "cooperatesWith")],
        [("<", "establishedBy")],
        [("<", "establishedBy")],
    ]


def test_what_is_only_spoken_about_may_be_the_left_one() -> None:
    _, found = pairs_of("滦安大学揭牌。目前建成松河实验室。")
    assert [(pair.left.group, pair.left.entity.name) for pair in found] == [(None, "滦安大学")]
    assert all(pair.right.group is not None for pair in found)


def test_classes_that_nothing_joins_are_no_pair() -> None:
    _, found = pairs_of("滦安大学校长李明远与松河大学校长周若谷见面。")
    ends = {frozenset((pair.left.entity.name, pair.right.entity.name)) for pair in found}
    assert frozenset(("李明远", "周若谷")) not in ends


def test_things_far_apart_are_no_pair() -> None:
    far = "云溪高新区" + "今天天气很好,大家都很高兴," * 16 + "松河大学建成量子实验室。"
    _, found = pairs_of(far)
    assert {pair.left.entity.name for pair in found if pair.left.group is not None} == {"松河大学"}


def test_features_name_the_rule_the_words_and_the_triggers() -> None:
    scene, found = pairs_of(BUILD)
    features = set(see_pair(scene, found[1]))
    assert {"b=Zone|Platform", "c=HighTechZone|Laboratory", "L-subject"} <= features
    assert {"rule=establishedBy<", "w=共建", "nh=1"} <= features


def test_features_tell_a_list_from_two_lists() -> None:
    scene, found = pairs_of(BUILD)
    listed = ["list" in see_pair(scene, pair) for pair in found]
    assert listed == [True, False, False]


def test_features_tell_how_many_clauses_lie_between() -> None:
    scene, found = pairs_of("晴岚科技有限公司今天成立,落户云溪高新区。")
    assert "d=1" in see_pair(scene, found[0])


def test_features_tell_who_is_absent() -> None:
    scene, found = pairs_of("滦安大学揭牌。目前建成松河实验室。")
    assert {"absent", f"how={found[0].left.how}"} <= set(see_pair(scene, found[0]))


def test_the_same_pair_looks_the_same_each_time() -> None:
    (one, first), (other, second) = pairs_of(BUILD), pairs_of(BUILD)
    assert [see_pair(one, p) for p in first] == [see_pair(other, p) for p in second]
