"""Labels: what annotators say, brought to the words, pairs and numbers of a text."""

from __future__ import annotations

from pathlib import Path

from sources.learned.label import Told, label_pair, label_words, named_places
from sources.learned.pair import pairs
from sources.passage import Passage, read_passages
from sources.quantity import Quantity
from sources.token import Token
from tests.sources.learned.conftest import scene_of

BUILD = """\
= x-1 2023-06-12
{A:HighTechZone 云溪高新区}与{B:University 滦安大学}共建{C:Laboratory 量子实验室},\
{A 云溪}引进企业36家。
A cooperatesWith B
C establishedBy A
A observation 36 NUM 企业数量
"""


def passage(tmp_path: Path, text: str = BUILD) -> Passage:
    path = tmp_path / "x.txt"
    path.write_text(text, encoding="utf-8")
    return read_passages(path)[0]


def amount(number: str, unit: str = "NUM") -> Quantity:
    return Quantity(0, 1, number, unit, None, number, "count")


def test_every_place_of_a_name_and_of_its_other_form_is_found(tmp_path: Path) -> None:
    given = passage(tmp_path)
    text = given.document.text
    places = named_places(given.document, given.statements)
    assert [(text[start:end], cls) for start, end, cls in places] == [
        ("云溪高新区", "HighTechZone"),
        ("滦安大学", "University"),
        ("量子实验室", "Laboratory"),
        ("云溪", "HighTechZone"),
    ]


def test_a_form_inside_a_longer_one_is_no_place(tmp_path: Path) -> None:
    given = passage(
        tmp_path, "= x-1\n{A:University 滦安大学}在{B:Laboratory 滦安大学量子实验室}开会。\n"
    )
    places = named_places(given.document, given.statements)
    assert [(start, end) for start, end, _ in places] == [(0, 4), (5, 14)]


def test_names_next_to_each_other_begin_anew() -> None:
    words = [Token(0, 2, "青岚", "n"), Token(2, 4, "松河", "n")]
    places = [(0, 2, "Enterprise"), (2, 4, "Enterprise")]
    assert label_words(words, places) == ["B-firm", "B-firm"]


def test_a_name_that_ends_inside_a_word_is_not_told() -> None:
    assert label_words([Token(0, 4, "青岚松河", "n")], [(0, 2, "Enterprise")]) == ["O"]


def test_a_pair_has_the_labels_of_the_gold(tmp_path: Path) -> None:
    given = passage(tmp_path)
    told, (scene, drafts) = Told(given.statements), scene_of(given.document.text)
    labels = {
        (pair.left.entity.name, pair.right.entity.name): set(
            label_pair(pair, told, scene.turns[0].sentence)
        )
        for pair in pairs(scene, drafts)
        if pair.left.group is not None
    }
    assert labels["云溪高新区", "滦安大学"] == {"cooperatesWith>"}
    assert labels["云溪高新区", "量子实验室"] == {"establishedBy<"}
    assert labels["滦安大学", "量子实验室"] == set()


def test_only_the_sentence_that_says_it_counts(tmp_path: Path) -> None:
    given = passage(tmp_path)
    told, (scene, drafts) = Told(given.statements), scene_of(given.document.text)
    beyond = (len(given.document.text) + 1, len(given.document.text) + 9)
    assert all(label_pair(pair, told, beyond) == {} for pair in pairs(scene, drafts))


def test_a_number_is_owned_by_whom_the_gold_says(tmp_path: Path) -> None:
    given = passage(tmp_path)
    told, whole = Told(given.statements), (0, len(given.document.text))
    assert told.owners(amount("36"), whole) == {told.names("云溪高新区")}
    assert told.owners(amount("36.0"), whole) == {told.names("云溪高新区")}
    assert told.owners(amount("37"), whole) == set()
    assert told.owners(amount("36", "PERSON"), whole) == set()
    assert told.owners(amount("36"), (900, 901)) == set()
