"""Owners: the likeliest of all that a number may be about."""

from __future__ import annotations

from dataclasses import dataclass

from sources.draft import Draft, Subject
from sources.extract import draft_facts
from sources.indicator import Indicator
from sources.learned.linear import Linear
from sources.learned.owner import Owners, see_owner
from sources.learned.scene import Scenes
from sources.quantity import Quantity
from sources.turn import Turn
from tests.sources.conftest import PUBLISHED
from tests.sources.learned.conftest import parse_text

STAFF = "晴岚科技有限公司落户云溪高新区,现有员工120人。"
SURE, DOUBT = (Linear(("owner",), (bias,), {}) for bias in (5.0, -5.0))


@dataclass(frozen=True)
class Asked:
    """A number of a text as rules ask whose it is, and who may own it."""

    candidates: list[tuple[str, str, int]]
    features: list[set[str]]
    ruled: str | None


def ask(text: str, ruled: bool = True) -> list[Asked]:
    parsed = parse_text(text)
    owners = Owners(Scenes(parsed), Linear((), (), {}))
    found: list[Asked] = []

    def note(
        turns: list[Turn],
        index: int,
        quantity: Quantity,
        indicator: Indicator,
        said: Subject | None,
    ) -> Subject | None:
        scene = owners.scenes.of(turns)
        told = said if ruled else None
        candidates = list(owners.candidates(scene, index, quantity, told))
        features = [
            set(see_owner(scene, index, candidate, quantity, indicator, told))
            for candidate in candidates
        ]
        places = [(c.item.entity.name, c.where, c.rank) for c in candidates]
        found.append(Asked(places, features, said.entity.name if said else None))
        return said

    for _ in draft_facts(parsed, PUBLISHED, choose=note):
        pass
    return found


def owned(text: str, model: Linear) -> list[tuple[str, str | None]]:
    parsed = parse_text(text)
    choose = Owners(Scenes(parsed), model).choose
    drafts: list[Draft] = list(draft_facts(parsed, PUBLISHED, choose=choose))
    return [
        (d.subject.name, d.value.number) for d in drafts if d.predicate == "observation" and d.value
    ]


def test_the_nearest_things_come_first_then_what_follows() -> None:
    (asked,) = ask(STAFF)
    assert asked.candidates == [
        ("云溪高新区", "before", 0),
        ("晴岚科技有限公司", "before", 0),
    ]
    (asked,) = ask("今年引进企业36家,云溪高新区发布消息。")
    assert [(name, where) for name, where, _ in asked.candidates] == [("云溪高新区", "after")]


def test_things_of_one_sort_are_counted() -> None:
    (asked,) = ask("云溪高新区、檀溪高新区引进企业36家。")
    assert [rank for _, _, rank in asked.candidates] == [0, 1]


def test_whom_the_text_spoke_of_may_own_a_number() -> None:
    (asked,) = ask("云溪高新区揭牌。目前引进企业36家。")
    assert [(name, where) for name, where, _ in asked.candidates] == [("云溪高新区", "absent")]


def test_persons_own_no_numbers() -> None:
    (asked,) = ask("滦安大学校长李明远表示,滦安大学现有教师120人。")
    assert "李明远" not in {name for name, _, _ in asked.candidates}


def test_each_thing_is_weighed_once() -> None:
    (asked,) = ask("云溪高新区揭牌,云溪高新区引进企业36家。")
    assert [name for name, _, _ in asked.candidates] == ["云溪高新区"]


def test_features_tell_whom_rules_name() -> None:
    (asked,) = ask(STAFF)
    assert asked.ruled == "晴岚科技有限公司"
    assert ["rule=this" in features for features in asked.features] == [False, True]
    (unsaid,) = ask(STAFF, ruled=False)
    assert all("rule=none" in features for features in unsaid.features)


def test_features_tell_what_is_counted_and_what_lies_between() -> None:
    (asked,) = ask(STAFF)
    zone, firm = asked.features
    assert {"k=Zone", "unit|PERSON|Zone", "name|员工数量|Zone", "b=before|现有"} <= zone
    assert {"k=Enterprise", "b=before|<Zone>"} <= firm


def test_an_owner_that_rules_name_and_the_model_believes_stays() -> None:
    weighed = Linear(("owner",), (-5.0,), {"rule=this": ((0, 9.0),)})
    assert owned(STAFF, weighed) == [("晴岚科技有限公司", "120")]


def test_a_surer_owner_takes_the_number() -> None:
    weighed = Linear(("owner",), (-5.0,), {"k=Zone": ((0, 9.0),)})
    assert owned(STAFF, weighed) == [("云溪高新区", "120")]


def test_a_number_that_is_likely_nobodys_claims_nothing() -> None:
    assert owned(STAFF, DOUBT) == []


def test_every_number_of_a_sentence_finds_its_owner() -> None:
    text = "云溪高新区引进企业36家,研发机构12个。"
    assert owned(text, SURE) == [("云溪高新区", "36"), ("云溪高新区", "12")]


def test_the_likeliest_owner_is_told_unless_nobody_is_far_likelier() -> None:
    half, less = (Linear(("owner",), (-9.0,), {"rule=this": ((0, w),)}) for w in (8.0, 7.0))
    assert owned(STAFF, half) == [("晴岚科技有限公司", "120")]
    assert owned(STAFF, less) == []
