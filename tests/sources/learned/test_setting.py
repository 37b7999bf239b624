"""Settings: what stands around a number beyond the things of its sentence."""

from __future__ import annotations

from sources.learned.memory import Memory
from sources.learned.scene import Scenes
from sources.learned.setting import Setting, Settings
from sources.quantity import quantities
from tests.sources.learned.conftest import parse_text

TEXT = (
    "松河高新区今年建设忙\n一、云溪科技园\n鹿鸣大学与檀溪大学签约。"
    "园区占地300亩。\n二、其他\n青岚大学揭牌。"
)


def setting(text: str, sentence: str) -> Setting:
    parsed = parse_text(text)
    start = parsed.layout.shadow.index(sentence)
    turns = next(turns for turns in parsed.turns if turns and turns[0].sentence[0] == start)
    return Settings(parsed, Memory(parsed.references)).of(Scenes(parsed).of(turns))


def test_a_paragraph_and_a_section_tell_what_they_named_before_the_sentence() -> None:
    found = setting(TEXT, "园区占地")
    assert list(found.paragraph) == ["鹿鸣大学", "檀溪大学"]
    assert list(found.section) == ["云溪科技园", "鹿鸣大学", "檀溪大学"]
    assert found.headed == {"云溪科技园"}


def test_what_was_named_last_may_own_a_number_though_the_sentence_has_a_subject() -> None:
    found = setting(TEXT, "青岚大学")
    names = [item.entity.name for item in found.unsaid(0) if item.how.startswith("earlier")]
    assert names[:2] == ["云溪科技园", "檀溪大学"]


def test_features_tell_the_order_in_a_paragraph_and_how_the_text_calls_a_thing() -> None:
    found = setting(TEXT, "园区占地")
    clause = found.scene.turns[0].clause
    (number,) = quantities(found.scene.shadow, clause.start, clause.end)
    items = {item.entity.name: item for item in found.unsaid(0)}
    features = set(found.see(0, items["鹿鸣大学"], "earlier", number))
    assert {"par=0|earlier", "par=0|University", "sec=1|earlier", "head=False|earlier"} <= features
    assert {"tail=False|earlier", "cl=占地|University"} <= features
