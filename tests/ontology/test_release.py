from __future__ import annotations

import json
from importlib.resources import files

import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF

from ontology.namespaces import OC
from ontology.release import Change, find_breaches, read_changes, read_releases
from ontology.vocabulary import ontology_files

VERSION = "0.2.0"
STATUS = rdflib.URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
KINDS = {
    "class": OWL.Class,
    "relation": OWL.ObjectProperty,
    "value": OWL.DatatypeProperty,
    "note": OWL.AnnotationProperty,
}


def everything() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in ontology_files():
        graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    return graph


def declared(graph: rdflib.Graph) -> dict[str, str]:
    return {
        str(term).removeprefix(OC): kind
        for kind, iri in KINDS.items()
        for term in graph.subjects(RDF.type, iri)
        if str(term).startswith(OC)
    }


def deprecated(graph: rdflib.Graph) -> frozenset[str]:
    marked = graph.subjects(OWL.deprecated, rdflib.Literal(True))
    return frozenset(str(term).removeprefix(OC) for term in marked)


def change(action: str, term: str, version: str = VERSION, replacement: str = "") -> Change:
    return Change(version, action, term, replacement, {"zh": "因", "en": "why"})


def test_the_terms_of_today_keep_every_promise() -> None:
    graph = everything()
    breaches = find_breaches(
        read_releases(), declared(graph), deprecated(graph), read_changes(), VERSION
    )
    assert breaches == []


def test_a_deprecated_term_says_so_everywhere_and_what_replaces_it() -> None:
    graph = everything()
    replacements = {c.term: c.replacement for c in read_changes() if c.action == "deprecated"}
    for name in deprecated(graph):
        term = rdflib.URIRef(OC + name)
        assert str(graph.value(term, STATUS)) == "deprecated"
        if replacements[name]:
            assert (term, DCTERMS.isReplacedBy, rdflib.URIRef(OC + replacements[name])) in graph
            assert replacements[name] in declared(graph)


def test_every_change_is_told_in_both_languages_of_a_term_that_is_or_was() -> None:
    known = {**declared(everything()), **dict.fromkeys(c.term for c in read_changes())}
    for told in read_changes():
        assert told.action in {"added", "changed", "deprecated", "removed"}
        assert told.notes["zh"]
        assert told.notes["en"]
        assert told.term in known
    assert len(read_changes()) == len({(c.version, c.action, c.term) for c in read_changes()})


def test_what_a_term_says_of_its_last_change_agrees_with_the_log() -> None:
    graph = everything()
    told = {c.term for c in read_changes() if c.version == VERSION}
    for name in declared(graph):
        version = str(graph.value(rdflib.URIRef(OC + name), OWL.versionInfo))
        assert (version == VERSION) == (name in told), name


BEFORE = {"0.1.0": {"City": "class", "partOf": "relation"}}


def test_a_term_that_is_taken_away_at_once_is_a_breach() -> None:
    assert find_breaches(BEFORE, {"City": "class"}, frozenset(), (), VERSION) == [
        "partOf was in 0.1.0 and is gone without a deprecation"
    ]
    only_removed = (change("removed", "partOf"),)
    assert find_breaches(BEFORE, {"City": "class"}, frozenset(), only_removed, VERSION) != []
    same_release = (change("deprecated", "partOf"), change("removed", "partOf"))
    assert find_breaches(BEFORE, {"City": "class"}, frozenset(), same_release, VERSION) != []


def test_a_term_may_go_one_release_after_it_was_deprecated() -> None:
    log = (change("deprecated", "partOf"), change("removed", "partOf", "0.3.0"))
    assert find_breaches(BEFORE, {"City": "class"}, frozenset(), log, "0.3.0") == []


def test_a_term_that_changes_its_kind_is_a_breach() -> None:
    now = {"City": "relation", "partOf": "relation"}
    assert find_breaches(BEFORE, now, frozenset(), (), VERSION) == [
        "City was a class in 0.1.0 and is a relation now"
    ]


def test_a_new_or_deprecated_term_must_be_told() -> None:
    now = {"City": "class", "partOf": "relation", "Harbour": "class"}
    assert find_breaches(BEFORE, now, frozenset({"City"}), (), VERSION) == [
        "Harbour is new in 0.2.0 and not in changes.tsv",
        "City is deprecated in 0.2.0 and not in changes.tsv",
    ]
    log = (change("added", "Harbour"), change("deprecated", "City"))
    assert find_breaches(BEFORE, now, frozenset({"City"}), log, VERSION) == []


def test_the_context_has_a_version_and_keeps_what_earlier_ones_meant() -> None:
    folder = files("ontology")
    now = json.loads(folder.joinpath("context.jsonld").read_text(encoding="utf-8"))
    assert now["@id"] == f"https://w3id.org/onecity/context/{VERSION}"
    for path in folder.joinpath("releases").iterdir():
        if path.name.endswith(".jsonld"):
            before = json.loads(path.read_text(encoding="utf-8"))["@context"]
            for name, meaning in before.items():
                assert now["@context"][name] == meaning, (path.name, name)
