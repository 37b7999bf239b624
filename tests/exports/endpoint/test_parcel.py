"""An answer on its way is whole, in memory or in a file, or it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.endpoint.parcel import SMALL, Parcel
from exports.endpoint.refusal import RefusalError


@given(st.lists(st.binary(max_size=200), max_size=20))
def test_what_is_small_stays_in_memory(parts: list[bytes]) -> None:
    parcel = Parcel(Path("/nonexistent/spool"))
    for part in parts:
        parcel.write(part)
    assert parcel.seal() == b"".join(parts)


def test_what_is_large_is_in_the_file_as_it_was_written(tmp_path: Path) -> None:
    parcel = Parcel(tmp_path / "spool")
    parts = [bytes([number]) * (SMALL // 3) for number in range(7)]
    for part in parts:
        parcel.write(part)
    assert parcel.seal() is None
    assert (tmp_path / "spool").read_bytes() == b"".join(parts)
    assert parcel.length == 7 * (SMALL // 3)


def test_what_is_too_large_leaves_nothing(tmp_path: Path) -> None:
    parcel = Parcel(tmp_path / "spool", largest=2 * SMALL)
    parcel.write(b"a" * (2 * SMALL))
    with pytest.raises(RefusalError, match="larger than 0 MiB") as caught:
        parcel.write(b"a")
    assert (caught.value.status, parcel.refusal) == (413, caught.value)
    parcel.drop()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("bad", ["\0", "\x0b", "\x1f", "\ufffe", "\uffff", "&#0;", "&#x1F;"])
def test_xml_takes_no_character_that_it_cannot_hold(bad: str) -> None:
    with pytest.raises(RefusalError) as caught:
        Parcel(Path("spool"), xml=True).write(f"<a>{bad}</a>".encode())
    assert caught.value.status == 406
    parcel = Parcel(Path("spool"), xml=True)
    with pytest.raises(RefusalError):
        for byte in f"<a>{bad}</a>".encode():
            parcel.write(bytes([byte]))
    fine = Parcel(Path("spool"), xml=True)
    fine.write("<a>\t\n\r &#10;&#x9; 一\ufffd\U0001f600</a>".encode())
    assert fine.length > 0
