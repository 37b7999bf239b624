from pyoxigraph import Store

from exports.site.reply import Cell, reply
from graph.catalogue import read_question

HEAD = "# zh: 问\n# en: Ask\n"


def test_names_lead_to_pages_and_quotes_do_not() -> None:
    text = HEAD + 'SELECT ?zone ?quote { VALUES (?zone ?quote) { ("甲园" "甲园") } }'
    found = reply(Store(), read_question("q", text), {"甲园": "iri:a"})
    assert found.rows == ((Cell("甲园", "iri:a"), Cell("甲园")),)
    assert (found.count, found.csv.decode("utf-8-sig")) == (1, "zone,quote\r\n甲园,甲园\r\n")


def test_numbers_are_grouped_and_years_are_not() -> None:
    text = HEAD + (
        "SELECT ?value ?year { VALUES (?value ?year) "
        '{ (16890000000.5 "2021"^^<http://www.w3.org/2001/XMLSchema#gYear>) (-2600 UNDEF) } }'
    )
    found = reply(Store(), read_question("q", text), {})
    assert {row[0].text for row in found.rows} == {"16,890,000,000.5", "-2600"}
    assert [found.is_numeric(column) for column in (0, 1)] == [True, False]


def test_a_question_about_what_is_not_there_says_why() -> None:
    text = (
        HEAD + "# param zone: type=entity needed=yes example=别处\nSELECT ?x { BIND($zone AS ?x) }"
    )
    found = reply(Store(), read_question("q", text), {})
    assert (found.rows, found.reason) == ((), "nothing is called '别处'")
    assert found.values == {"zone": "别处"}


def test_the_answer_speaks_the_language_of_the_page_and_its_sparql_runs_as_it_stands() -> None:
    text = HEAD + "# param lang: type=language default=zh\nSELECT ?x { BIND($lang AS ?x) }"
    found = reply(Store(), read_question("q", text), {}, "en")
    assert [row[0].text for row in found.rows] == ["en"]
    assert "$lang" not in found.sparql
    assert found.values == {}


def test_the_title_of_an_article_leads_to_it_and_its_address_is_not_shown() -> None:
    text = HEAD + "SELECT ?source ?article { VALUES (?source ?article) { ('某报' <iri:a1>) } }"
    found = reply(Store(), read_question("q", text), {})
    assert (found.columns, found.rows) == (("source",), ((Cell("某报", "iri:a1"),),))
    assert found.csv.decode("utf-8-sig").startswith("source,article")


def test_yes_and_no_are_in_the_language_of_the_page() -> None:
    text = HEAD + "SELECT ?shared { VALUES ?shared { true false } }"
    told = {
        lang: {row[0].text for row in reply(Store(), read_question("q", text), {}, lang).rows}
        for lang in ("zh", "en")
    }
    assert told == {"zh": {"是", "否"}, "en": {"yes", "no"}}
