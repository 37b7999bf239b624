from pathlib import Path

import pytest

from ontology.errors import InputError
from sources.sidecar import Sidecar, read_sidecar


def _write(folder: Path, text: str) -> Path:
    (folder / "a.meta.json").write_text(text, "utf-8")
    return folder / "a.txt"


def test_without_a_sidecar_nothing_is_said(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "a.txt") == Sidecar()


def test_a_sidecar_is_read(tmp_path: Path) -> None:
    article = _write(
        tmp_path, '\ufeff{"title": "开工", "authors": ["李星婷"], "published": "2021-05"}'
    )
    assert read_sidecar(article) == Sidecar("开工", "", ("李星婷",), "2021-05")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{\n"title": "a",\n}', ":3:1: broken JSON: Expecting property name"),
        ("[]", ":1: not a JSON object"),
        ('{\n"titel": "a"}', ":2: unknown key 'titel' (did you mean title?)"),
        ('{\n"zzz": "a"}', ":2: unknown key 'zzz' (known: title, publisher,"),
        ('{"title": 3}', ":1: title is not a text"),
        ('{"title": "a",\n "authors": "b"}', ":2: authors is not a list of texts"),
        (
            '{"published": "May 2021"}',
            ":1: 'May 2021' is no date (write 2021, 2021-05 or 2021-05-23)",
        ),
        ("[" * 100_000, ": nested too deeply"),
    ],
)
def test_a_broken_sidecar_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_sidecar(_write(tmp_path, text))
    assert str(caught.value).startswith(str(tmp_path / "a.meta.json") + message)


def test_a_sidecar_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_bytes(b'{"title": "\xff"}')
    with pytest.raises(InputError, match="cannot read the sidecar"):
        read_sidecar(tmp_path / "a.txt")
