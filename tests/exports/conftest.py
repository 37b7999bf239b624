"""A small dataset with everything that exports must carry, hostile text included; a browser."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pyoxigraph import Quad, RdfFormat, parse

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

TRIG = """
@prefix oc: <https://w3id.org/onecity/ontology#> .
@prefix id: <https://w3id.org/onecity/id/> .
@prefix post: <https://w3id.org/onecity/post/> .
@prefix obs: <https://w3id.org/onecity/observation/> .
@prefix st: <https://w3id.org/onecity/statement/> .
@prefix ind: <https://w3id.org/onecity/concept/indicator/> .
@prefix industry: <https://w3id.org/onecity/concept/industry/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://w3id.org/onecity/article/a/facts> {
  id:da-xue a oc:University ; rdfs:label "江城大学"@zh , "Jiangcheng University"@en ;
    skos:altLabel "江大"@zh , "甲‖乙\\\\丙"@zh ; oc:locatedIn id:jiang-cheng .
  id:ke-xue-cheng a oc:ScienceCity ; rdfs:label "=江城<科学>城&\\"引\\""@zh ;
    oc:hasStatus oc:planned ; oc:locatedIn id:jiang-cheng ; oc:focusesOn industry:energy .
  id:jiang-cheng a oc:City ; rdfs:label "江城"@zh .
  id:li-ming a oc:Person ; rdfs:label "李明"@zh ; org:holds post:0a1b .
  post:0a1b a org:Post ; rdfs:label "校长"@zh ; org:postIn id:da-xue .
  obs:9f00 a oc:Observation ; oc:observedOn id:ke-xue-cheng ; oc:indicator ind:tou-zi ;
    oc:value 16890000000.5 ; oc:asOf "2021-04"^^xsd:gYearMonth ; oc:valueText "约168.9亿元"@zh ;
    oc:modality oc:target ; oc:unit <http://qudt.org/vocab/unit/CNY> .
  ind:tou-zi a skos:Concept ; skos:prefLabel "总投资"@zh .
}
<https://w3id.org/onecity/article/a/evidence> {
  <https://w3id.org/onecity/article/a> a oc:Article ; rdfs:label "一篇文章"@zh ;
    schema:datePublished "2021-05"^^xsd:gYearMonth .
  st:aa01 a oc:Statement ; rdf:subject id:da-xue ; rdf:predicate oc:locatedIn ;
    rdf:object id:jiang-cheng ; oc:modality oc:asserted ; oc:confidence 0.9 ;
    oc:method "rule:location/位于" ; prov:wasDerivedFrom <https://w3id.org/onecity/article/a> ;
    oc:evidence <https://w3id.org/onecity/statement/aa01/evidence/1> .
  <https://w3id.org/onecity/statement/aa01/evidence/1> a oa:TextQuoteSelector ;
    oc:evidenceRole "predicate" ; oa:exact "江城大学位于江城"@zh ; oa:start 3 ; oa:end 11 .
}
<https://w3id.org/onecity/graph/inferred> { id:da-xue a org:Organization . }
<https://w3id.org/onecity/graph/ontology> {
  oc:University rdfs:subClassOf org:Organization , oc:Organization ; rdfs:label "大学"@zh .
  oc:Organization rdfs:label "组织"@zh .
  oc:City rdfs:label "市"@zh ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty oc:partOf ] .
  industry:energy a skos:Concept ; skos:prefLabel "能源"@zh .
}
"""


@pytest.fixture
def quads() -> list[Quad]:
    return list(parse(TRIG.encode(), format=RdfFormat.TRIG))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium."""
    with sync_playwright() as play:
        engine = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield engine
        engine.close()


@pytest.fixture(scope="session")
def barriers() -> Callable[..., list[str]]:
    """What axe-core (https://github.com/dequelabs/axe-core) finds serious or critical in a page.

    In a ``part`` alone, by some ``rules`` alone, where these are given.
    """
    axe = Axe()

    def find(page: Page, part: str | None = None, rules: tuple[str, ...] = ()) -> list[str]:
        # axe would fetch style sheets again, which pages forbid
        options: dict[str, object] = {"resultTypes": ["violations"], "preload": False}
        if rules:
            options["runOnly"] = list(rules)
        found = axe.run(page, part, options).response["violations"]
        return [
            f"{rule['id']}: {node['html']} {node['any'] and node['any'][0]['message']}"
            for rule in found
            if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"]
        ]

    return find
