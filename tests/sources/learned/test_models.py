"""The shipped models load, are small, and speak in the terms of the ontology."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from ontology.vocabulary import vocabulary
from sources.extract import extract
from sources.learned.linear import load_linear
from sources.learned.models import SIGHTS, load_models
from sources.learned.tagger import Tagger
from sources.learned.word import family
from sources.statement import dump, maker
from tests.sources.conftest import document

FOLDER = Path(str(files("sources.learned")))
LINEAR = ("classes", "owners", "relations", "statuses")
MOST_BYTES = 10_000_000
TEXT = (
    "青岚高新区与滦安大学共建量子实验室,总投资12亿元。滦安大学校长李明远表示,"
    "晴岚科技有限公司已落户青岚高新区。\n该园区现有企业360家,今年将引进松河智造等企业。"
)


def test_all_models_together_are_small() -> None:
    models = [path for path in FOLDER.iterdir() if path.suffix in {".json", ".crf", ".txt"}]
    names = {f"{name}{end}" for name in SIGHTS for end in (".crf", ".txt")}
    names |= {f"{name}.json" for name in LINEAR}
    assert {path.name for path in models} == names
    assert sum(path.stat().st_size for path in models) < MOST_BYTES


@pytest.mark.parametrize("name", LINEAR)
def test_a_linear_model_is_whole(name: str) -> None:
    model = load_linear(name)
    assert model.labels and len(model.labels) == len(model.bias) == len(set(model.labels))
    assert all(
        0 <= label < len(model.labels) for pairs in model.weights.values() for label, _ in pairs
    )


def test_labels_are_terms_of_the_ontology() -> None:
    words = vocabulary()
    assert set(load_linear("classes").labels) <= set(words.classes)
    assert {label[:-1] for label in load_linear("relations").labels} <= set(words.relations)
    assert {label[-1] for label in load_linear("relations").labels} <= {">", "<"}
    assert load_linear("owners").labels == ("owner",)
    assert load_linear("statuses").labels == ("stands",)


@pytest.mark.parametrize("at", range(len(SIGHTS)), ids=SIGHTS)
def test_the_features_of_a_tagger_are_listed(at: int) -> None:
    tagger = load_models().taggers[at]
    assert tagger.known == Tagger(tagger.model).known


@pytest.mark.parametrize("at", range(len(SIGHTS)), ids=SIGHTS)
def test_a_tagger_knows_the_families(at: int) -> None:
    labels = set(load_models().taggers[at].labels())
    families = {family(cls) for cls in vocabulary().classes}
    assert "O" in labels
    assert {label[2:] for label in labels - {"O"}} <= families
    assert {label[:2] for label in labels - {"O"}} == {"B-", "I-"}


def test_evidence_of_what_was_learned_re_slices() -> None:
    found = extract(document(TEXT)).statements
    assert found
    for statement in found:
        assert statement.evidence, dump(statement)
        for quote in statement.evidence:
            assert TEXT[quote.start : quote.end] == quote.exact, dump(statement)


def test_reading_twice_finds_the_same() -> None:
    assert extract(document(TEXT)) == extract(document(TEXT))


def test_rules_alone_claim_nothing_learned() -> None:
    alone = extract(document(TEXT), learned=False).statements
    assert "model" not in {maker(statement) for statement in alone}


@pytest.mark.parametrize("text", ["", "。", "\n\n", "123", "Hello, world.", "“”《》", "等"])
def test_texts_that_say_nothing_are_read(text: str) -> None:
    assert extract(document(text)).statements == ()
