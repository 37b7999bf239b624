"""Invented texts for tests of the learned reading, and lessons made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sources.draft import Draft
from sources.ladder import Stated, climb
from sources.learned.scene import Scene, Scenes
from sources.learned.train import Lesson, lessons, train
from sources.mention import mention
from sources.parse import Parse, parse, rule_relations
from sources.segment import segment
from sources.unnamed import Unnamed
from tests.sources.conftest import PUBLISHED, document

#: Names that no dictionary has, for the passages to be made of.
_STEMS = ("云溪", "银杉", "滦安", "松河", "鹿鸣", "沧澜", "青岚", "檀溪")
_PASSAGES = (
    """\
= {n}-1 2023-06-12
{{A:HighTechZone {one}高新区}}与{{B:University {two}大学}}共建{{C:Laboratory {one}量子实验室}}。
A cooperatesWith B
C establishedBy A
C establishedBy B
""",
    """\
= {n}-2 2023-06-12
{{A:Enterprise {two}科技有限公司}}落户{{B:HighTechZone {one}高新区}}。{{A {two}科技有限公司}}新建\
实验室{n}个。
A locatedIn B
A observation {n} NUM 实验室数量
""",
    """\
= {n}-3 2023-06-12
{{B:University {one}大学}}对面的{{A:HighTechZone {two}高新区}}现有企业{n}家,研发机构{n}个。
A observation {n} NUM 企业数量
A observation {n} NUM 研发机构数量
""",
    """\
= {n}-4 2023-06-12
{{A:HighTechZone {one}高新区}}揭牌，{{B:University {two}大学}}计划迁入。
A hasStatus operational
""",
)
_ARTICLE = "松河高新区揭牌\n松河高新区位于松河市。松河高新区今天揭牌。\n"
_COLUMNS = "subject subject_class predicate object object_class number unit indicator approximator"
_GOLD = (
    "\t".join([*_COLUMNS.split(), "as_of", "status", "modality", "speaker", "quote"])
    + "\n松河高新区\tHighTechZone\ttype\tHighTechZone\tClass"
    + "\t" * 7
    + "asserted\t\t松河高新区位于松河市。\n"
)


def parse_text(text: str) -> Parse:
    """What rules make of ``text`` before any fact."""
    layout = segment(document(text))
    return parse(layout, mention(layout))


def stated_in(text: str) -> tuple[Scene, Stated]:
    """The last sentence of ``text`` as models see it, and the statuses that rules read there."""
    parsed = parse_text(text)
    stated = climb(parsed, PUBLISHED, Unnamed(parsed.layout.shadow, parsed.turns))[-1]
    return Scenes(parsed).of(stated.turns), stated


def scene_of(text: str) -> tuple[Scene, list[Draft]]:
    """The last sentence of ``text`` as models see it, and the relations that rules find there."""
    parsed = parse_text(text)
    turns = next(turns for turns in reversed(parsed.turns) if turns)
    return Scenes(parsed).of(turns), list(rule_relations(parsed, turns))


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Annotated articles and passages: one of each is tuned, one is not."""
    root = tmp_path_factory.mktemp("lessons")
    articles, passages = root / "articles", root / "passages"
    for folder in (articles, passages):
        folder.mkdir()
    for name in ("one", "two"):
        (articles / f"{name}.txt").write_text(_ARTICLE, encoding="utf-8")
        (articles / f"{name}.gold.tsv").write_text(_GOLD, encoding="utf-8")
    (articles / "split.tsv").write_text(
        "file\tsplit\tgenre\none\ttuned\t快讯\ntwo\tuntuned\t快讯\n", encoding="utf-8"
    )
    pairs = [(one, two) for one in _STEMS for two in _STEMS if one != two]
    texts = [
        passage.format(n=n, one=one, two=two)
        for passage in _PASSAGES  # one sort after the other, so that each is in every fold
        for n, (one, two) in enumerate(pairs[::5], 2)
    ]
    (passages / "seen.txt").write_text("\n".join(texts), encoding="utf-8")
    (passages / "unseen.txt").write_text(texts[0], encoding="utf-8")
    (passages / "split.tsv").write_text(
        "file\tsplit\nseen\ttuned\nunseen\tuntuned\n", encoding="utf-8"
    )
    return articles, passages


@pytest.fixture(scope="session")
def given(folders: tuple[Path, Path]) -> list[Lesson]:
    """The tuned lessons."""
    return list(lessons(*folders))


@pytest.fixture(scope="session")
def trained(given: list[Lesson], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the models learned from the lessons."""
    folder = tmp_path_factory.mktemp("trained")
    train(given, folder)
    return folder
