from sources.clause import Clause, clauses
from sources.protagonist import fade, find_actors, find_headline
from sources.segment import Layout
from sources.theme import theme
from tests.sources.conftest import read_stages, read_text


def read_parts(text: str) -> tuple[Layout, list[list[Clause]]]:
    stages = read_stages(text)
    references = stages.references
    parts = [
        clauses(
            stages.layout.shadow,
            index,
            words,
            [r for r in references if words and words[0].start <= r.start < words[-1].end],
        )
        for index, words in enumerate(stages.reading.tokens)
    ]
    return stages.layout, parts


def test_a_section_that_one_body_opens_again_and_again_is_about_it() -> None:
    layout, parts = read_parts("滦安科技园引进企业20家。滦安科技园建成厂房。去年增长5%。")
    own = [[theme(layout.shadow, clause, ()) for clause in said] for said in parts]
    assert {s.entity.name for s in find_actors(layout, own).values()} == {"滦安科技园"}


def test_a_section_with_two_bodies_has_no_actor() -> None:
    layout, parts = read_parts("滦安科技园引进企业20家。云溪市引进企业30家。")
    own = [[theme(layout.shadow, clause, ()) for clause in said] for said in parts]
    assert find_actors(layout, own) == {}


def test_the_title_is_about_its_one_document_or_place() -> None:
    layout, parts = read_parts("滦安科技园一年间\n去年增长5%，投资30亿元。")
    headline = find_headline(layout, parts)
    assert headline is not None
    assert (headline.entity.name, headline.source) == ("滦安科技园", "headline")
    assert fade(headline) is headline


def test_a_title_with_two_places_is_about_neither() -> None:
    layout, parts = read_parts("滦安科技园与银杉科技园比一比\n去年增长5%，投资30亿元。")
    assert find_headline(layout, parts) is None


def test_here_is_the_zone_named_last() -> None:
    found = read_text("远达公司、博恒公司先后入驻滦安科技园。这里已聚集企业95家。")
    assert {(who, number) for who, _, number, _ in found.numbers} == {("滦安科技园", "95")}


def test_here_is_no_other_place_than_the_one_spoken_of() -> None:
    found = read_text("滦安科技园紧邻银杉科技园。这里已聚集企业95家。")
    assert {(who, number) for who, _, number, _ in found.numbers} == {("滦安科技园", "95")}
