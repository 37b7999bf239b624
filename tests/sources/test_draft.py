from sources.draft import Draft, Subject
from sources.entity import Entity
from sources.reference import Reference

CITY = Entity("云溪市", "City")


def test_a_subject_is_known_as_its_reference_is() -> None:
    subject = Subject.of(Reference(3, 6, CITY, "alias"))
    assert (subject.entity, subject.source) == (CITY, "alias")
    assert subject.span == ("subject", 3, 6)


def test_a_draft_is_asserted_unless_it_says_otherwise() -> None:
    assert Draft(CITY, "type", None, "cue", (), "explicit", name="City").modality == "asserted"
