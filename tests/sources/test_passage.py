"""Passages: annotated lines become texts, places and statements; broken lines say where."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import ReviewError
from sources.passage import read_passages

GOOD = """= x-001 2023-06-12
{A:ScienceCity 兴隆湖科学城}与{B:University 西南理工大学}共建{C:Laboratory 量子实验室}。
{~A 该园}引进企业12家,{P:Person 李工}说{B 西理工}会来。
A cooperatesWith B
C hasStatus underConstruction
P holds B 副校长 closed
A observation 12 NUM 企业数量 approx=about as_of=2023 modality=target speaker=P

= x-002
{A:Enterprise 天光}即{A= 天光公司}。
"""


def _write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "x.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_braces_give_text_and_places(tmp_path: Path) -> None:
    first = read_passages(_write(tmp_path, GOOD))[0]
    text = first.document.text
    assert text.startswith("兴隆湖科学城与西南理工大学共建量子实验室。\n该园引进")
    assert [(text[p.start : p.end], p.key, p.points) for p in first.places][3:5] == [
        ("该园", "A", True),
        ("李工", "P", False),
    ]
    assert first.document.published == "2023-06-12"


def test_fact_lines_become_statements(tmp_path: Path) -> None:
    found = read_passages(_write(tmp_path, GOOD))[0].statements
    facts = {s.predicate: s for s in found}
    assert facts["altLabel"].object is not None and facts["altLabel"].object.name == "西理工"
    assert facts["holds"].status == "closed" and facts["holds"].value is not None
    number = facts["observation"]
    assert (number.modality, number.speaker) == ("target", "李工")
    assert number.value is not None and number.value.as_of == "2023"


def test_the_fullest_form_is_the_name(tmp_path: Path) -> None:
    second = read_passages(_write(tmp_path, GOOD))[1]
    assert second.names == {"A": "天光公司"}
    assert [(s.predicate, s.subject.name) for s in second.statements] == [
        ("type", "天光公司"),
        ("altLabel", "天光公司"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{A:Nothing 天光}", "unknown class Nothing"),
        ("{A 天光}", "unknown key A"),
        ("{A:Park 天光}\nA likes A", "unknown relation likes"),
        ("{A:Park 天光}\nA hasStatus open", "unknown word 'open'"),
        ("{A:Park 天光}\nA observation x NUM 企业数量", "'x' is no number"),
        ("{A:Park 天光}\nA observation 1 XXX 企业数量", "unknown unit XXX"),
        ("{A:Park 天光}\nA locatedIn B", "unknown key B"),
        ("{A:Park 天光", "a brace that is no mention"),
    ],
)
def test_broken_lines_are_errors_that_name_the_line(
    tmp_path: Path, line: str, message: str
) -> None:
    path = _write(tmp_path, f"= x-001\n{line}\n")
    with pytest.raises(ReviewError) as caught:
        read_passages(path)
    assert message in caught.value.what
    assert caught.value.where == f"{path}:{3 if chr(10) in line else 2}"
