import json
from dataclasses import replace
from pathlib import Path

import pytest

from sources.calibrate import calibrate, judged
from sources.confidence import (
    BANDS,
    FEWEST,
    WEIGHT,
    Calibration,
    count,
    dump,
    load_calibration,
    read,
    sift,
)
from sources.statement import Node, Statement, identify
from sources.statement import dump as dump_statement

ROOT = Path(__file__).parent.parent


def relation(
    number: int = 0, cue: str = "rule:trigger/focus/聚焦", source: str = "explicit"
) -> Statement:
    one, other = Node(f"甲{number}", "Park"), Node("乙", "City")
    return identify(Statement("a", "", one, "locatedIn", other, method=cue, subject_source=source))


def test_without_counts_a_statement_is_as_likely_right_as_wrong() -> None:
    assert Calibration().confidence(relation()) == 0.5


def test_a_thin_cell_leans_on_the_one_above_it() -> None:
    many = [(relation(n), n % 10 != 0) for n in range(400)]
    few = [(relation(n, source="headline"), False) for n in range(FEWEST - 1)]
    found = count([*many, *few])
    thin = found.confidence(relation(source="headline"))
    # Too few in a headline to count: it is as sure as relations by rules are in all.
    assert ("relation", "rule", "headline") not in found.cells
    assert thin == pytest.approx(found.confidence(relation()), abs=0.03)
    enough = count([*many, *((relation(n, source="headline"), False) for n in range(60))])
    assert enough.confidence(relation(source="headline")) < 0.3


def test_the_formula_is_the_stated_one() -> None:
    found = Calibration({(): (30, 40), ("relation",): (9, 10)})
    above = (30 + WEIGHT * 0.5) / (40 + WEIGHT)
    assert found.confidence(relation()) == round((9 + WEIGHT * above) / (10 + WEIGHT), 2)


def test_a_models_own_probability_counts_by_band_and_is_not_written() -> None:
    sure, unsure = replace(relation(), chance=0.97), replace(relation(), chance=0.52)
    found = count([(sure, True)] * 50 + [(unsure, False)] * 50)
    assert found.confidence(sure) > 0.8 > 0.2 > found.confidence(unsure)
    assert "chance" not in json.loads(dump_statement(sure))
    assert sure == relation()


def test_what_is_written_is_read_again() -> None:
    found = load_calibration()
    assert read(dump(found)) == found


def test_bands_are_foretold_by_the_other_texts() -> None:
    (alone,) = calibrate([("t", relation(), True)] * 50).bands
    assert (alone.least, alone.stated, alone.measured, alone.count) == (0.5, 0.5, 1.0, 50)
    given = [(f"t{n}", relation(), True) for n in range(20) for _ in range(50)]
    (among,) = calibrate(given).bands
    assert (among.least, among.measured, among.count) == (0.9, 1.0, 1000)


def test_a_threshold_keeps_the_things_that_sure_statements_need() -> None:
    link = replace(relation(), confidence=0.9)
    things = [
        identify(Statement("a", "", Node(name, cls), "type", Node(cls, "Class"), confidence=0.4))
        for name, cls in (("甲0", "Park"), ("乙", "City"), ("丙", "City"))
    ]
    kept, below = sift([link, *things], 0.8)
    assert [s.subject.name for s in kept] == ["甲0", "甲0", "乙"]
    assert [s.subject.name for s in below] == ["丙"]
    assert sift([link, *things], 0.0) == ((link, *things), ())


@pytest.fixture(scope="module")
def untuned() -> list[tuple[str, Statement, bool]]:
    return list(judged(ROOT / "articles", ROOT / "passages"))


def test_the_shipped_confidence_means_what_it_says(
    untuned: list[tuple[str, Statement, bool]],
) -> None:
    shipped = load_calibration()
    assert shipped.error < 0.05
    assert {band.least for band in shipped.bands} <= set(BANDS)
    stated = sum(shipped.confidence(statement) for _, statement, _ in untuned) / len(untuned)
    right = sum(true for _, _, true in untuned) / len(untuned)
    assert stated == pytest.approx(right, abs=0.05), "run: python -m sources.calibrate"


def test_surer_statements_are_more_often_right(
    untuned: list[tuple[str, Statement, bool]],
) -> None:
    shipped = load_calibration()
    told = [(shipped.confidence(statement), true) for _, statement, true in untuned]
    shares = []
    for least in (0.0, 0.7, 0.85):
        kept = [true for confidence, true in told if confidence >= least]
        shares.append(sum(kept) / len(kept))
    assert shares == sorted(shares)
    assert shares[-1] > shares[0] + 0.05
