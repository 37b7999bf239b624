"""Small articles for tests: each fact is one line, the text is made of the facts.

``重庆大学/University locatedIn 沙坪坝区/District`` is one statement with its own sentence as quote;
``modality=target``, ``status=``, ``speaker=`` and the fields of a value may follow. Every thing
that occurs gets its ``type`` statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import Store

from graph.build import Build, Run, build
from graph.store import open_store
from sources.document import Document
from sources.statement import Evidence, Node, Statement, Value, identify
from tests.graph.answers import build_corpus

_VALUE = ("number", "unit", "indicator", "approximator", "as_of")

Article = Callable[..., Run]
Builder = Callable[..., Build]


def _node(text: str) -> Node:
    name, _, cls = text.rpartition("/")
    return Node(name.replace("_", " "), cls)


class _Text:
    """Grows sentence by sentence; each piece is its own quote."""

    def __init__(self, doc: str) -> None:
        self.doc, self.parts, self.length = doc, list[str](), 0

    def quote(self, words: str, role: str = "predicate") -> Evidence:
        start = self.length
        self.parts.append(words + "。\n")
        self.length += len(words) + 2
        return Evidence(role, start, start + len(words), words)


def _fact(line: str, text: _Text) -> Statement:
    subject, predicate, *rest = line.split(" ")
    options = dict(part.split("=", 1) for part in rest if "=" in part)
    plain = [part for part in rest if "=" not in part]
    classes = {"altLabel": "Label", "hasStatus": "Status"}
    target: Node | None = None
    if plain and predicate in classes:
        target = Node(plain[0].replace("_", " "), classes[predicate])
    elif plain:
        target = _node(plain[0])
    written = options.get("text", options.get("number", ""))
    numbers = {name: options[name] for name in _VALUE if name in options}
    quote = text.quote(f"{_node(subject).name}{predicate}{target.name if target else ''}{written}")
    return Statement(
        doc=text.doc,
        sha256="",
        subject=_node(subject),
        predicate=predicate,
        object=target,
        value=Value(text=written, **numbers) if written else None,
        status=options.get("status"),
        modality=options.get("modality", "asserted"),
        speaker=options.get("speaker"),
        evidence=(quote,),
        method="rule:test",
        confidence=float(options.get("confidence", "0.9")),
    )


def write(doc: str, *facts: str, **meta: str) -> Run:
    """An article and its statements."""
    text = _Text(doc)
    told = [_fact(fact, text) for fact in facts]
    nodes: dict[tuple[str, str], None] = {}
    for fact in told:
        nodes[fact.subject.name, fact.subject.cls] = None
        if fact.object is not None and fact.object.cls not in {"Label", "Status", "Class"}:
            nodes[fact.object.name, fact.object.cls] = None
        if fact.speaker:
            nodes[fact.speaker, "Person"] = None
    for name, cls in nodes:
        told.append(
            Statement(
                doc, "", Node(name, cls), "type", Node(cls, "Class"),
                evidence=(text.quote(name),), method="rule:test",
            )
        )  # fmt: skip
    written = "".join(text.parts)
    document = Document(
        doc=doc,
        path=doc,
        text=written,
        sha256=sha256(written.encode()).hexdigest(),
        title=meta.get("title", f"{doc}的标题"),
        publisher=meta.get("publisher", "某日报"),
        published=meta.get("published", "2021-05-21"),
    )
    return document, [identify(statement) for statement in told]


@pytest.fixture
def article() -> Article:
    """``article(doc, *facts)`` gives a document with its statements."""
    return write


@pytest.fixture
def make(tmp_path: Path) -> Builder:
    """``make(*runs)`` builds into a new folder."""
    folders: Iterable[int] = iter(range(1000))
    numbers = iter(folders)

    def made(*runs: Run, curation: Path | None = None, check: bool = True) -> Build:
        return build(runs, tmp_path / f"build{next(numbers)}", curation=curation, check=check)

    return made


SAMPLE = (
    "西部(重庆)科学城/ScienceCity locatedIn 沙坪坝区/District",
    "西部(重庆)科学城/ScienceCity altLabel 科学城",
    "沙坪坝区/District partOf 重庆/City",
    "西永微电园/IndustrialPark partOf 西部(重庆)科学城/ScienceCity",
    "广阳岛智创生态城/EcoCity locatedIn 南岸区/District",
    "重庆大学/University locatedIn 西部(重庆)科学城/ScienceCity",
    "重庆大学/University altLabel Chongqing_University",
    "超瞬态实验装置/ScienceFacility establishedBy 重庆大学/University modality=target speaker=明炬",
    "超瞬态实验装置/ScienceFacility hasStatus planned",
    "超瞬态实验装置/ScienceFacility locatedIn 西部(重庆)科学城/ScienceCity",
    "超算中心/ScienceCenter locatedIn 西部(重庆)科学城/ScienceCity modality=negated",
    "数据学院/University establishedBy 重庆大学/University modality=target",
    "大数据学院/University establishedBy 重庆大学/University modality=hypothetical",
    "物流港/Park locatedIn 重庆/City modality=denied",
    "明炬/Person holds 重庆大学/University text=副校长",
    "卢红/Person holds 重庆大学/University text=院长 status=closed",
    "重庆大学/University observation number=7 unit=NUM indicator=国家重点实验室数量 text=7个 "
    "as_of=2021-04 approximator=about",
    "重庆大学/University observation number=500000000 unit=CNY indicator=科研经费 text=5亿元 "
    "as_of=2025 modality=target",
    "重庆大学/University observation number=9 unit=NUM indicator=分校数量 text=9个 modality=denied",
)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Two articles of one city, built once."""
    second = write("b1", SAMPLE[0], SAMPLE[2], "科学城基金/Fund establishedBy 重庆大学/University")
    return build([write("a1", *SAMPLE), second], tmp_path_factory.mktemp("sample") / "build")


@pytest.fixture(scope="session")
def store(sample: Build) -> Store:
    """The store of the sample, read only."""
    return open_store(sample.directory)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of the fixed corpus of six articles, as annotators read them; read only."""
    return open_store(build_corpus(tmp_path_factory.mktemp("corpus") / "build").directory)
