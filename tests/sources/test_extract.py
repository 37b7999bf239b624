import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.extract import extract
from sources.fold import fold
from sources.statement import Statement
from tests.sources.conftest import document, read_text

#: Pieces of which texts are made that the rules have something to say about.
PIECES = (
    *("云溪市", "西部(云溪)科学城", "兰陵大学", "滦安科技园", "方亦舟", "云溪市市长方亦舟"),
    *(
        "与",
        "由",
        "在",
        "的",
        "等",
        "、",
        ",",
        "。",
        ";",
        "“天光”",
        "《银杉条例》",
        "(以下简称“银杉”)",
    ),
    *("尚未", "将", "如果", "力争", "引进", "建设", "签约", "位于", "揭牌", "获批", "聚焦"),
    *("电子信息", "产业", "企业30家", "5亿元", "3%", "2025年", "12", "AI", " ", "\n"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
#: Half-width signs and how they are written at full width.
WIDE = str.maketrans(
    {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F) if chr(code) != '"'}
)


def said(statements: tuple[Statement, ...]) -> list[str]:
    """What the statements say, whichever way the text writes its signs."""
    facts = [
        (
            fold(s.subject.name),
            s.predicate,
            fold(s.object.name) if s.object else "",
            (s.value.number, s.value.unit, s.value.as_of, fold(s.value.text)) if s.value else (),
            s.modality,
            s.speaker,
            [(e.role, e.start, e.end) for e in s.evidence],
        )
        for s in statements
    ]
    return sorted(map(repr, facts))


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_full_and_half_width_say_the_same(text: str) -> None:
    half, full = extract(document(text)), extract(document(text.translate(WIDE)))
    assert said(half.statements) == said(full.statements)


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_every_quote_re_slices(text: str) -> None:
    for statement in extract(document(text)).statements:
        assert statement.evidence
        for quote in statement.evidence:
            assert text[quote.start : quote.end] == quote.exact != ""


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=120)
    | st.text(st.sampled_from("云溪市科学城的等()“”《》、。,:;·0-%\n "), max_size=80)
)
def test_no_text_is_too_odd(text: str) -> None:
    extraction = extract(document(text))
    for start, end in extraction.untouched:
        assert 0 <= start < end <= len(text)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_names_in_statements_have_a_type(text: str) -> None:
    found = extract(document(text)).statements
    typed = {s.subject.name for s in found if s.predicate == "type"}
    for statement in found:
        assert statement.subject.name in typed
        if statement.object is not None and statement.object.cls not in {
            "Class",
            "Label",
            "Status",
        }:
            assert statement.object.name in typed


def test_statements_come_in_reading_order_with_ids_of_their_own() -> None:
    found = read_text("兰陵大学位于云溪市。银杉大学位于滦安市。").extraction.statements
    starts = [min(e.start for e in statement.evidence) for statement in found]
    assert starts == sorted(starts)
    assert len({statement.id for statement in found}) == len(found)


def test_sentences_of_which_nothing_is_taken_are_untouched() -> None:
    text = "兰陵大学位于云溪市。大家都很高兴。银杉大学位于云溪市。\n"
    extraction = extract(document(text))
    assert [text[start:end] for start, end in extraction.untouched] == ["大家都很高兴。"]


def test_an_empty_text_says_nothing() -> None:
    extraction = extract(document(""))
    assert (extraction.statements, extraction.rejected, extraction.untouched) == ((), (), ())


@pytest.mark.parametrize("repeat", [2, 3])
def test_what_is_said_again_is_stated_once(repeat: int) -> None:
    text = "兰陵大学位于云溪市。\n"
    assert len(read_text(text * repeat).of("locatedIn")) == 1
