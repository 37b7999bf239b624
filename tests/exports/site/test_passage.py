import pytest

from exports.picture import Quote
from exports.site.passage import Passages, Piece
from graph.mint import article_iri
from sources.document import Document

TEXT = "江州简报\n第一句话。江州高新区拥有实验室。又一句话。很远的最后一句。\n"
A1 = article_iri("a1")


def quote(exact: str) -> Quote:
    start = TEXT.index(exact)
    return Quote(exact, start=start, end=start + len(exact))


@pytest.fixture
def passages() -> Passages:
    found = Passages()
    found.add(Document("a1", "", TEXT, ""))
    return found


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)


def test_a_quote_stands_in_its_sentence_with_its_words_marked(passages: Passages) -> None:
    assert shown(passages.show(A1, [quote("实验室")])) == "江州高新区拥有[实验室]。"


def test_two_quotes_of_a_sentence_are_marked_in_it_once(passages: Passages) -> None:
    found = passages.show(A1, [quote("拥有"), quote("江州高新区"), quote("拥有实验室")])
    assert shown(found) == "[江州高新区拥有实验室]。"


def test_between_sentences_that_are_apart_stands_an_ellipsis(passages: Passages) -> None:
    found = passages.show(A1, [quote("最后"), quote("实验室")])
    assert shown(found) == "江州高新区拥有[实验室]。 … 很远的[最后]一句。"


def test_words_that_are_not_the_articles_are_not_shown_as_its(passages: Passages) -> None:
    assert passages.show(A1, [Quote("别的话", start=3, end=6)]) == ()


def test_without_the_text_the_quote_stands_alone(passages: Passages) -> None:
    assert shown(passages.show("unknown", [quote("拥有")])) == "[拥有]"


def test_a_long_sentence_is_cut_around_its_marks() -> None:
    text = "前" * 200 + "要点" + "后" * 200 + "。"
    passages = Passages()
    passages.add(Document("a2", "", text, ""))
    found = shown(passages.show(article_iri("a2"), [Quote("要点", start=200, end=202)]))
    assert found == "…" + "前" * 30 + "[要点]" + "后" * 30 + "…"
