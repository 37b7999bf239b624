import pytest

from sources.draft import Draft, Span
from sources.entity import Entity
from sources.extract import extract
from sources.mention import Mention
from sources.statement import Value
from sources.verify import Rejection, verify
from tests.sources.conftest import document, read_stages

TEXT = "滦安科技园位于云溪市，总投资5亿元。"


def entity(name: str, cls: str) -> Entity:
    start = TEXT.find(name)
    return Entity(name, cls, [Mention(start, start + len(name), name, cls, "head", "test")])


PARK, CITY = entity("滦安科技园", "SciencePark"), entity("云溪市", "City")
SAID: Span = ("predicate", 5, 10)


def check(draft: Draft) -> tuple[int, list[Rejection]]:
    """How many statements the draft adds, and what is rejected."""
    stages = read_stages(TEXT)
    arguments = (document(TEXT), stages.layout, stages.entities, stages.references)
    passed, rejected = verify(*arguments, [draft])
    return len(passed) - len(verify(*arguments, [])[0]), list(rejected)


def test_a_sound_draft_passes() -> None:
    assert check(Draft(PARK, "locatedIn", CITY, "test", (SAID,), "explicit")) == (1, [])


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (Draft(PARK, "locatedIn", CITY, "test", (), "explicit"), "no evidence"),
        (
            Draft(PARK, "locatedIn", CITY, "test", (("predicate", 5, 5),), "explicit"),
            "no evidence",
        ),
        (
            Draft(
                PARK,
                "observation",
                None,
                "test",
                (SAID,),
                "explicit",
                value=Value("5亿元", "500000000"),
            ),
            "number or title is not in the quotes",
        ),
        (
            Draft(CITY, "focusesOn", PARK, "test", (SAID,), "explicit"),
            "City focusesOn SciencePark does not fit",
        ),
        (
            Draft(PARK, "partOf", PARK, "test", (SAID,), "explicit"),
            "subject and object are the same",
        ),
    ],
)
def test_an_unsound_draft_is_rejected_with_its_reason(draft: Draft, reason: str) -> None:
    added, rejected = check(draft)
    assert added == 0
    assert [rejection.reason for rejection in rejected] == [reason]
    assert rejected[0].statement.id


def test_the_more_direct_of_two_evidences_is_kept() -> None:
    stages = read_stages(TEXT)
    arguments = (document(TEXT), stages.layout, stages.entities, stages.references)
    drafts = [
        Draft(PARK, "locatedIn", CITY, "test", (SAID,), source)
        for source in ("section", "explicit", "alias")
    ]
    passed, _ = verify(*arguments, drafts)
    (statement,) = [s for s in passed if s.predicate == "locatedIn"]
    assert statement.subject_source == "explicit"


def test_the_same_fact_with_another_modality_is_another_fact() -> None:
    stages = read_stages(TEXT)
    arguments = (document(TEXT), stages.layout, stages.entities, stages.references)
    drafts = [
        Draft(PARK, "locatedIn", CITY, "test", (SAID,), "explicit", modality=modality)
        for modality in ("asserted", "denied")
    ]
    passed, _ = verify(*arguments, drafts)
    assert sum(s.predicate == "locatedIn" for s in passed) == 2


def test_statements_quote_the_text_not_its_shadow() -> None:
    text = "西部（云溪）科學城引進企業３家。"
    stages = read_stages(text)
    passed, _ = verify(document(text), stages.layout, stages.entities, stages.references, [])
    (statement,) = passed
    assert statement.subject.name == "西部（云溪）科學城"
    assert statement.evidence[0].exact == "西部（云溪）科學城"


@pytest.mark.parametrize(
    ("cue", "method"),
    [("trigger/sit/位于", "rule:trigger/sit/位于"), ("learned/zone", "model:zone")],
)
def test_who_found_it_is_told(cue: str, method: str) -> None:
    stages = read_stages(TEXT)
    draft = Draft(PARK, "locatedIn", CITY, cue, (SAID,), "explicit")
    passed, _ = verify(document(TEXT), stages.layout, stages.entities, stages.references, [draft])
    assert [s.method for s in passed if s.predicate == "locatedIn"] == [method]


def test_a_number_told_twice_is_one_however_wide_its_letters_are() -> None:
    text = "云溪市AI电子信息5亿元5亿元"
    wide = text.translate({at: at + 0xFEE0 for at in range(0x21, 0x7F)})
    found = [extract(document(said), learned=False).statements for said in (text, wide)]
    assert [len([s for s in told if s.predicate == "observation"]) for told in found] == [1, 1]
