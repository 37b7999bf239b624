"""Resources are read whole, and rewriting one leaves every other sign of its file alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from ontology.errors import ReviewError
from ontology.lexicon.resource import Resource, read_files, read_resources, rewrite

TEXT = """# Heads. A comment with a . and a "quote".
@prefix lex: <https://w3id.org/onecity/lexicon#> .
@prefix head: <https://w3id.org/onecity/lexicon/head/> .
@prefix oc: <https://w3id.org/onecity/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

# --- places ---
head:park a lex:HeadNoun ; lex:weak "true" ; lex:signals oc:Park ;
    skos:definition "a park. Of any kind; really"@en ; skos:example "未来#园区"@zh ;
    lex:form "园区", "a\\"b. c" .   # the commonest
head:town a lex:HeadNoun ; lex:signals oc:AdministrativeArea ; lex:form "镇" .
  # indented
head:old a lex:HeadNoun, lex:ListClass ; lex:active false ;
    lex:form "旧" ; lex:inactiveForm "更旧" .
"""


def read(text: str = TEXT) -> dict[str, Resource]:
    return read_resources({"heads.ttl": text})


def test_a_resource_is_read_with_all_that_it_says() -> None:
    assert read()["head/park"] == Resource(
        "head/park",
        "heads.ttl",
        ("HeadNoun",),
        "https://w3id.org/onecity/ontology#Park",
        {"weak": "true"},
        {"en": "a park. Of any kind; really"},
        "未来#园区",
        {"园区": True, 'a"b. c': True},
    )
    assert read()["head/old"].forms == {"旧": False, "更旧": False}
    assert read()["head/old"].kinds == ("HeadNoun", "ListClass")


def test_rewriting_what_is_as_it_was_changes_no_sign() -> None:
    places = [one for one in read().values() if one.name != "head/old"]
    assert rewrite(TEXT, places) == TEXT.replace(
        'lex:weak "true" ; lex:signals oc:Park', 'lex:signals oc:Park ; lex:weak "true"'
    )


def test_only_the_changed_resource_is_rewritten() -> None:
    town = replace(read()["head/town"], forms={"镇": False, "街道": True})
    assert rewrite(TEXT, [town]) == TEXT.replace(
        'lex:form "镇" .', 'lex:form "街道" ; lex:inactiveForm "镇" .'
    )


def test_a_comment_inside_a_resource_goes_before_it() -> None:
    text = TEXT.replace('lex:weak "true" ;', 'lex:weak "true" ; # alone no name\n   ')
    park = replace(read()["head/park"], forms={"园区": True})
    new = rewrite(text, [park])
    assert "# alone no name\nhead:park a lex:HeadNoun" in new
    assert read(new)["head/park"] == park


def test_a_new_resource_stands_at_the_end_and_is_read_back() -> None:
    new = Resource(
        "head/lab", "heads.ttl", ("HeadNoun",), "https://w3id.org/onecity/ontology#Laboratory",
        {"needs": "quotes"}, {"en": 'a "lab"\nor so', "zh": "实验室\\"}, "甲实验室",
        {"实验室": True},
    )  # fmt: skip
    text = rewrite(TEXT, [new])
    assert text.startswith(TEXT)
    assert 'lex:needs "quotes" ;\n    skos:definition "a \\"lab\\"\\nor so"@en' in text
    assert read(text) == read() | {"head/lab": new}


def test_parts_of_one_resource_become_one() -> None:
    text = TEXT + 'head:town lex:form "街道" .\n'
    town = read(text)["head/town"]
    assert town.forms == {"镇": True, "街道": True}
    assert read(rewrite(text, [town])) == read(text)
    assert rewrite(text, [town]).count("head:town") == 1


@pytest.mark.parametrize("file", sorted(read_files()))
def test_every_file_of_the_lexicon_can_be_rewritten_whole(file: str) -> None:
    text = read_files()[file]
    resources = read_resources({file: text})
    again = rewrite(text, resources.values())
    assert read_resources({file: again}) == resources
    assert rewrite(again, resources.values()) == again
    assert rewrite(text, []) == text


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match=r"heads\.ttl:8: no Turtle: "):
        read(TEXT.replace('"true" ;', '"true" lex:'))
    with pytest.raises(ReviewError, match=r"b\.ttl: head/park stands in a\.ttl too"):
        read_resources({"a.ttl": TEXT, "b.ttl": TEXT})
    with pytest.raises(ReviewError, match="no Turtle file"):
        read_files(tmp_path)
    (tmp_path / "a.ttl").write_bytes(b"\xff")
    with pytest.raises(ReviewError, match="cannot be read"):
        read_files(tmp_path)
