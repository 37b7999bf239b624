"""The lexicon's files hold no word twice for one meaning, and no cue that nothing reads."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from ontology.lexicon import LEXICON, load_lexicon
from ontology.lexicon.cue import read_lexicon
from ontology.lexicon.resource import read_files, read_resources

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "ontology" / "lexicon"
#: Files in which a resource may list a form once only.
FILES = tuple(sorted(path.stem for path in FOLDER.glob("*.ttl")))


@pytest.mark.parametrize("name", FILES)
def test_no_resource_lists_a_form_twice(name: str) -> None:
    quads = parse((FOLDER / f"{name}.ttl").read_bytes(), format=RdfFormat.TURTLE)
    listed = Counter(
        (str(quad.subject), str(quad.object))
        for quad in quads
        if quad.predicate.value in {LEXICON + "form", LEXICON + "inactiveForm"}
    )
    assert [pair for pair, count in listed.items() if count > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_two_resources_never_have_one_name(name: str) -> None:
    text = (FOLDER / f"{name}.ttl").read_text("utf-8")
    named = Counter(re.findall(r"^(\S+:\S+) a lex:", text, re.MULTILINE))
    assert named
    assert [one for one, count in named.items() if count > 1] == []


def test_every_kind_of_cue_is_read_by_a_rule() -> None:
    named = {
        node.value
        for path in (ROOT / "sources").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(set(load_lexicon().by_kind) - named) == []


def test_every_cue_has_a_meaning_and_an_example() -> None:
    resources = read_resources(read_files()).values()
    assert [one.name for one in resources if not one.meanings.get("en")] == []
    assert [one.name for one in resources if not one.example] == []


def test_what_is_switched_off_is_no_cue() -> None:
    turtle = """
        @prefix lex: <https://w3id.org/onecity/lexicon#> .
        @prefix a: <https://w3id.org/onecity/lexicon/a/> .
        a:one a lex:HeadNoun ; lex:weak "true" ; lex:form "甲" ; lex:inactiveForm "乙" .
        a:two a lex:HeadNoun ; lex:active false ; lex:form "丙" ."""
    (cue,) = read_lexicon([turtle.encode()]).cues("HeadNoun")
    assert (cue.id, cue.form, cue.attributes) == ("a/one/甲", "甲", {"weak": "true"})
