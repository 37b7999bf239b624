"""Who has an answer of this build already is told that it still holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exports.endpoint.conftest import Server, Starter, make_build

HTML = {"Accept": "text/html"}
PATHS = [("/style.css", {}), ("/files/network.html", {}), ("/id/da-xue", HTML),
         ("/id/da-xue?lang=en", HTML), ("/id/da-xue", {"Accept": "application/ld+json"}),
         ("/ontology", HTML), ("/ontology", {"Accept": "text/turtle"})]  # fmt: skip


@pytest.mark.parametrize(("path", "headers"), PATHS)
def test_what_a_client_has_is_not_sent_again(
    reader: Server, path: str, headers: dict[str, str]
) -> None:
    first = reader.ask(path, headers=headers)
    assert first.status == 200
    tag = first.headers["ETag"]
    for known in (tag, f'"other", W/{tag}'):
        again = reader.ask(path, headers=headers | {"If-None-Match": known})
        assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag)
        assert again.headers["Cache-Control"] == "no-cache"
    other = reader.ask(path, headers=headers | {"If-None-Match": '"other"'})
    assert (other.status, other.body) == (200, first.body)


def test_each_form_and_language_has_a_tag_of_its_own(reader: Server) -> None:
    tags = [reader.ask(path, headers=headers).headers["ETag"] for path, headers in PATHS]
    assert len(set(tags)) == len(tags)


def test_another_build_is_sent(serve: Starter, tmp_path: Path) -> None:
    make_build(tmp_path / "out", "1")
    server = serve(tmp_path / "out")
    before = server.ask("/id/da-xue", headers=HTML).headers["ETag"]
    make_build(tmp_path / "out", "2")
    after = server.ask("/id/da-xue", headers=HTML | {"If-None-Match": before})
    assert after.status == 200
    assert after.headers["ETag"] != before


def test_what_may_change_has_no_tag(editor: Server, reader: Server) -> None:
    assert "ETag" not in editor.ask("/ontology", headers=HTML).headers
    assert "ETag" not in reader.query("ASK {}").headers
    assert "ETag" not in reader.ask("/id/nothing-of-that-name").headers
