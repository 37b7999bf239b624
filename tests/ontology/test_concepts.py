from __future__ import annotations

from importlib.resources import files

import pytest
import rdflib

from ontology.lexicon import load_lexicon
from ontology.namespaces import CONCEPT, OC
from ontology.vocabulary import ontology_files, vocabulary

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        (
            "statuses",
            "exploring planned design signed approved "
            "underConstruction completed operational closed",
        ),
        ("modalities", "asserted target negated hypothetical denied"),
        ("approximators", "about nearly atLeast over atMost"),
        ("levels", "national provincial municipal district"),
    ],
)
def test_a_ladder_keeps_its_order(scheme: str, names: str) -> None:
    assert [concept.name for concept in WORDS.scheme(scheme)] == names.split()


def test_statuses_and_modalities_live_in_the_ontology_namespace() -> None:
    for scheme in ("statuses", "modalities", "approximators"):
        for concept in WORDS.scheme(scheme):
            assert concept.iri == OC + concept.name


@pytest.mark.parametrize(
    ("scheme", "path", "least"),
    [
        ("industries", "industry", 80),
        ("fields", "field", 40),
        ("indicators", "indicator", 40),
        ("designations", "designation", 30),
        ("instruments", "instrument", 20),
        ("levels", "level", 4),
        ("groups", "group", 12),
    ],
)
def test_a_scheme_is_large_enough_and_has_stable_addresses(
    scheme: str, path: str, least: int
) -> None:
    concepts = WORDS.scheme(scheme)
    assert len(concepts) >= least
    for concept in concepts:
        assert concept.iri == f"{CONCEPT}{path}/{concept.name}"


def test_every_concept_has_one_label_in_each_language() -> None:
    for scheme, members in WORDS.concepts.items():
        for concept in members.values():
            assert set(concept.labels) == {"zh", "en"}, (scheme, concept.name)


def test_what_planners_and_curators_choose_from_is_defined_in_both_languages() -> None:
    for scheme in WORDS.concepts.keys() - {"industries", "fields"}:
        for concept in WORDS.scheme(scheme):
            assert set(concept.definitions) == {"zh", "en"}, (scheme, concept.name)


def test_every_scheme_says_in_both_languages_what_it_holds() -> None:
    graph = rdflib.Graph()
    for path in ontology_files():
        graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    schemes = set(graph.subjects(rdflib.RDF.type, rdflib.SKOS.ConceptScheme))
    assert {str(scheme).rsplit("/", 1)[-1] for scheme in schemes} == set(WORDS.concepts)
    for scheme in schemes:
        for predicate in (rdflib.RDFS.label, rdflib.DCTERMS.description):
            texts = graph.objects(scheme, predicate)
            assert {t.language for t in texts if isinstance(t, rdflib.Literal)} == {"zh", "en"}
        assert list(graph.objects(scheme, rdflib.SKOS.hasTopConcept))


def test_every_designation_has_its_level() -> None:
    text = files("ontology").joinpath("concepts/designations.ttl").read_text(encoding="utf-8")
    blocks = [block for block in text.split("\n\n") if " a oc:Designation" in block]
    assert len(blocks) == len(WORDS.scheme("designations"))
    for block in blocks:
        assert "    oc:level level:" in block, block.split()[0]


def test_titles_of_two_ministries_are_two_titles() -> None:
    """One recognizes clusters of emerging industries, another those of manufacturing."""
    titles = ("国家战略性新兴产业集群", "国家先进制造业集群")
    found = [WORDS.find("designations", title) for title in titles]
    assert [concept.labels["zh"] for concept in found if concept] == list(titles)


def test_what_an_indicator_counts_is_a_class_and_its_unit_a_count() -> None:
    graph = rdflib.Graph()
    text = files("ontology").joinpath("concepts/indicators.ttl").read_text(encoding="utf-8")
    graph.parse(data=text, format="turtle")
    counted = list(graph.subject_objects(rdflib.URIRef(OC + "counts")))
    assert len(counted) >= 8
    for indicator, cls in counted:
        assert str(cls).removeprefix(OC) in WORDS.classes
        assert str(graph.value(indicator, rdflib.URIRef(OC + "unit"))).endswith("NUM")


#: https://www.stats.gov.cn, Classification of Strategic Emerging Industries (2018), second level.
SECOND = {
    "1": 5, "2": 5, "3": 7, "4": 5, "5": 4, "6": 5, "7": 3, "8": 4, "9": 2,
}  # fmt: skip


def test_no_national_code_goes_beyond_the_classification() -> None:
    for concept in WORDS.scheme("industries"):
        if "." in concept.code:
            first, second = concept.code.split(".")
            assert 1 <= int(second) <= SECOND[first], concept.name


def test_no_two_concepts_of_a_scheme_share_a_name() -> None:
    for scheme, members in WORDS.concepts.items():
        seen: dict[str, str] = {}
        for concept in members.values():
            for name in {*concept.labels.values(), *concept.alt_labels.get("zh", ())}:
                assert seen.setdefault(name, concept.name) == concept.name, (scheme, name)


def test_loose_words_are_never_also_a_name_in_their_scheme() -> None:
    for scheme, members in WORDS.concepts.items():
        for concept in members.values():
            for word in concept.entry_terms:
                assert WORDS.find(scheme, word) is None, (scheme, word)


def test_broader_concepts_exist_and_make_no_cycle() -> None:
    for members in WORDS.concepts.values():
        for concept in members.values():
            seen = {concept.name}
            above = list(concept.broader)
            while above:
                name = above.pop()
                assert name in members
                assert name not in seen
                seen.add(name)
                above.extend(members[name].broader)


def test_every_indicator_knows_its_unit() -> None:
    units = {unit.code for unit in WORDS.scheme("units")}
    for indicator in WORDS.scheme("indicators"):
        assert indicator.unit in units, indicator.name


@pytest.mark.parametrize(
    ("name", "found", "unit"),
    [
        ("总投资", "total-investment", "CNY"),
        ("国家重点实验室", "state-key-laboratories", "NUM"),
        ("gdp", "gdp", "CNY"),
        ("研发投入强度", "rd-intensity", "FRACTION"),
        ("占地面积", "land-area", "M2"),
        ("人才数量", "talents", "PERSON"),
    ],
)
def test_indicators_are_found_by_chinese_name(name: str, found: str, unit: str) -> None:
    concept = WORDS.find("indicators", name)
    assert concept is not None
    assert (concept.name, concept.unit) == (found, unit)


def test_a_narrower_word_does_not_make_two_indicators_one() -> None:
    all_incubators = WORDS.find("indicators", "孵化器数量")
    national = WORDS.find("indicators", "国家级孵化器数量")
    assert all_incubators is not None
    assert national is not None
    assert all_incubators.iri != national.iri
    assert WORDS.find("indicators", "没有这样的指标") is None


def test_the_nine_strategic_emerging_industries_carry_their_code() -> None:
    codes = {c.code: c.labels["zh"] for c in WORDS.scheme("industries") if len(c.code) == 1}
    assert codes == {
        "1": "新一代信息技术",
        "2": "高端装备制造",
        "3": "新材料",
        "4": "生物产业",
        "5": "新能源汽车",
        "6": "新能源",
        "7": "节能环保",
        "8": "数字创意",
        "9": "相关服务业",
    }


def test_a_finer_code_stands_under_its_class() -> None:
    members = WORDS.concepts["industries"]
    for concept in members.values():
        if "." in concept.code:
            assert members[concept.broader[0]].code == concept.code.split(".")[0], concept.name


@pytest.mark.parametrize(
    ("code", "iri"),
    [
        ("CNY", "http://qudt.org/vocab/currency/CNY"),
        ("NUM", "http://qudt.org/vocab/unit/NUM"),
        ("M2", "http://qudt.org/vocab/unit/M2"),
        ("PERSON", "http://qudt.org/vocab/unit/PERSON"),
        ("FRACTION", "http://qudt.org/vocab/unit/FRACTION"),
        ("MULTIPLE", "http://qudt.org/vocab/unit/UNITLESS"),
        ("KiloW-HR", "http://qudt.org/vocab/unit/KiloW-HR"),
    ],
)
def test_unit_codes_lead_to_qudt(code: str, iri: str) -> None:
    assert WORDS.unit(code) == iri


def test_every_unit_the_lexicon_signals_is_known() -> None:
    signalled = {cue.signals for cue in load_lexicon().cues("Unit")}
    assert signalled <= {unit.code for unit in WORDS.scheme("units")}


def test_every_class_a_head_noun_signals_is_known() -> None:
    assert {cue.signals for cue in load_lexicon().cues("HeadNoun")} <= set(WORDS.classes)


def luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_in_every_group_is_legible_in_both_themes() -> None:
    for group in WORDS.groups.values():
        assert contrast(group.light_fill, group.light_border) >= 5, group.name
        assert contrast(group.dark_fill, group.dark_border) >= 5, group.name


def test_no_two_groups_look_the_same() -> None:
    for themes in (
        [(g.light_fill, g.light_border) for g in WORDS.groups.values()],
        [(g.dark_fill, g.dark_border) for g in WORDS.groups.values()],
    ):
        assert len(set(themes)) == len(WORDS.groups)
