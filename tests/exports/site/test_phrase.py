import json
import re
from importlib.resources import files
from string import Formatter

import pytest

from exports.site.phrase import phrase

PHRASES: dict[str, list[str]] = json.loads(
    files("exports.site").joinpath("phrases.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("key", sorted(PHRASES))
def test_a_phrase_says_the_same_with_the_same_values_in_both_languages(key: str) -> None:
    zh, en = PHRASES[key]
    assert zh
    assert en
    fields = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (zh, en)]
    assert fields[0] == fields[1]


def test_every_phrase_that_a_page_says_is_there_and_none_is_left_over() -> None:
    folder = files("exports.site").joinpath("templates")
    texts = [path.read_text("utf-8") for path in folder.iterdir() if path.name.endswith(".html")]
    texts += [
        path.read_text("utf-8")
        for path in files("exports.site").iterdir()
        if path.name in ("findings.py", "lookup.py")
    ]
    words = set(re.findall(r"""["']([a-z.]+)["']""", "\n".join(texts)))
    assert sorted(key for key in PHRASES if not key.startswith("badge.") and key not in words) == []
    said = set(re.findall(r"""say\(["']([a-z.]+)["']""", "\n".join(texts)))
    assert sorted(said - PHRASES.keys()) == []


def test_an_unknown_phrase_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrase("no such phrase", "en")
