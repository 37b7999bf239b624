"""The body that is written right before the title of a post."""

from __future__ import annotations

from sources.post import read_post
from sources.seat import Named, longest_at, written
from tests.sources.conftest import read_stages


def _seat(text: str, lead: str) -> tuple[str, str] | None:
    """The body that is written in ``lead``, and the title from there on."""
    stages = read_stages(text)
    at = stages.layout.shadow.index(lead)
    post = read_post(stages.layout.shadow, at, at + len(lead))
    assert post is not None
    spoken = {ref.end: ref for ref in stages.references}
    named = Named(longest_at(stages.reading), spoken, stages.entities, {})
    body, start = written(stages.layout.shadow, post, named)
    return (body[0].name, stages.layout.shadow[start : post.end]) if body else None


def test_the_body_is_what_is_named_right_before_the_title() -> None:
    assert _seat("兰陵大学校长方亦舟出席。", "兰陵大学校长") == ("兰陵大学", "校长")


def test_a_part_of_the_body_belongs_to_the_title() -> None:
    text = "兰陵大学召开会议，兰陵大学化工学院院长方亦舟出席。"
    assert _seat(text, "兰陵大学化工学院院长") == ("兰陵大学", "化工学院院长")


def test_no_body_is_written_where_nothing_is_named() -> None:
    assert _seat("会上，副院长方亦舟发言。", "副院长") is None
