from sources.stretch import brand_runs
from sources.token import tokenize


def _runs(text: str) -> list[str]:
    tokens = tuple(tokenize(text, 0, len(text)))
    return [text[tokens[first].start : tokens[last].end] for first, last in brand_runs(tokens)]


def test_a_stretch_ends_at_verbs_and_marks() -> None:
    assert _runs("由曜芯半导体投资建设") == ["曜芯半导体"]
    assert _runs("引进碳谷纤维、甬锐轴承")[:2] == ["碳谷纤维", "甬锐轴承"]


def test_a_telling_end_belongs_to_it_though_it_is_a_number() -> None:
    assert _runs("由鹤岭一重牵头") == ["鹤岭一重"]
