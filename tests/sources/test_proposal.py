"""What is proposed is what rules lack: verbs between related things, heads, known names."""

from ontology.lexicon.cue import local
from ontology.lexicon.resource import read_files, read_resources
from sources.proposal import PROPOSED, propose
from sources.sample import Sample
from sources.statement import Evidence, Node, Statement
from tests.sources.conftest import document


def sample(text: str, *facts: tuple[str, str, str, str, str]) -> Sample:
    """A text with relations: subject, its class, relation, object, its class."""
    quote = (Evidence("predicate", 0, len(text), text),)
    found = []
    for subject, cls, predicate, object_, other in facts:
        one, two = Node(subject, cls), Node(object_, other)
        found += [
            Statement("sample", "0", one, "type", Node(cls, "Class"), evidence=quote),
            Statement("sample", "0", two, "type", Node(other, "Class"), evidence=quote),
            Statement("sample", "0", one, predicate, two, evidence=quote),
        ]
    return Sample(document(text), tuple(found))


def cells(*samples: Sample, kind: str = "Trigger") -> list[tuple[str, ...]]:
    return [
        (row["id"], row["form"], row["signals"], row["count"])
        for row in propose(samples)
        if row["kind"] == kind
    ]


def test_a_verb_that_no_cue_knows_is_proposed_where_it_would_belong() -> None:
    text = "青石大学浇灌云溪实验室。"
    (row,) = propose(
        [sample(text, ("云溪实验室", "Laboratory", "establishedBy", "青石大学", "University"))]
    )
    assert set(row) <= set(PROPOSED)
    home = read_resources(read_files())[row.pop("id")]
    assert (local(home.signals), home.file) == ("establishedBy", "relations.ttl")
    assert (home.attributes["agent"], home.attributes["pattern"]) == ("object", "verb")
    assert row == {
        "kind": "Trigger", "form": "浇灌", "signals": "establishedBy", "agent": "object",
        "pattern": "verb", "status": "", "active": "off", "file": "relations.ttl", "count": "1",
        "occurs": "1", "signals_zh": "由…建设", "sentence": text, "articles": "sample",
    }  # fmt: skip


def test_what_a_cue_says_already_is_not_proposed() -> None:
    told = ("云溪实验室", "Laboratory", "establishedBy", "青石大学", "University")
    assert cells(sample("青石大学建设云溪实验室。", told)) == []


def test_a_verb_is_counted_once_for_each_pair_of_things() -> None:
    one = ("云溪实验室", "Laboratory", "establishedBy", "青石大学", "University")
    other = ("松山实验室", "Laboratory", "establishedBy", "青石大学", "University")
    first, second = "青石大学浇灌云溪实验室。", "青石大学浇灌松山实验室。"
    found = cells(sample(first, one), sample(first, one), sample(second, other))
    assert [(form, count) for _, form, _, count in found] == [("浇灌", "2")]


def test_things_in_two_sentences_have_no_word_between_them() -> None:
    told = ("云溪实验室", "Laboratory", "establishedBy", "青石大学", "University")
    assert cells(sample("青石大学浇灌已久。云溪实验室亮相。", told)) == []


def test_a_verb_that_says_how_far_a_thing_is_is_proposed_for_its_rung() -> None:
    text = "昨天云溪实验室浇灌,市民围观。"
    evidence = (Evidence("predicate", 0, len(text), text),)
    lab, rung = Node("云溪实验室", "Laboratory"), Node("operational", "Status")
    told = Statement("sample", "0", lab, "hasStatus", rung, evidence=evidence)
    (row,) = propose([Sample(document(text), (told,))])
    assert (row["id"], row["form"], row["status"]) == (
        "trigger/state-operational",
        "浇灌",
        "operational",
    )
    known = Sample(document(text.replace("浇灌", "揭牌")), (told,))
    assert propose([known]) == []


def test_the_last_word_of_names_without_a_head_noun_is_proposed() -> None:
    found = cells(
        sample(
            "晨星科创驿位于江北区。",
            ("晨星科创驿", "Makerspace", "locatedIn", "江北区", "District"),
        ),
        sample(
            "朝露科创驿位于江北区。",
            ("朝露科创驿", "Makerspace", "locatedIn", "江北区", "District"),
        ),
        kind="HeadNoun",
    )
    assert found == [("head/makerspace", "科创驿", "Makerspace", "2")]


def test_a_name_that_cannot_be_told_by_its_end_may_be_a_known_one() -> None:
    text = "青石大学支持鸿远。"
    told = ("青石大学", "University", "supports", "鸿远", "Enterprise")
    assert cells(sample(text, told), kind="KnownName") == [
        ("known/enterprise", "鸿远", "Enterprise", "1")
    ]


def test_listed_names_of_unknown_class_wait_for_one() -> None:
    text = "园里有晨曦咖啡吧、暮色咖啡吧、星夜咖啡吧、海角咖啡吧、天涯书店。"
    rows = [row for row in propose([Sample(document(text))]) if row["kind"] == "HeadNoun"]
    assert [(row.get("id", ""), row["form"], row["signals"]) for row in rows] == [
        ("", "咖啡吧", "")
    ]


def test_proposals_do_not_depend_on_the_order_of_articles() -> None:
    ends = ("Laboratory", "establishedBy", "青石大学", "University")
    one = sample("青石大学浇灌云溪实验室。", ("云溪实验室", *ends))
    two = sample("青石大学浇灌松山实验室。", ("松山实验室", *ends))
    assert propose([one, two]) == propose([two, one])
