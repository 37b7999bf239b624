"""Founders: the title of a person can say that he founded the body that it is held in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.draft import Draft

__all__ = ["with_founders"]

#: How far before the title the body may stand, in characters: it is written there.
_REACH = 2


def with_founders(posts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of posts, and with each founder (甲公司创始人、董事长某人) what he founded."""
    for post in posts:
        yield post
        body = post.object
        title = post.value.text if post.value is not None else ""
        if body is None or pattern("FounderTitle").search(title) is None:
            continue
        spans = {role: (start, end) for role, start, end in post.spans}
        if not 0 <= spans["predicate"][0] - spans["alias"][1] <= _REACH:
            continue
        if vocabulary().fits("establishedBy", body.cls, post.subject.cls):
            yield replace(
                post, subject=body, predicate="establishedBy", object=post.subject,
                cue="grammar/founder", value=None, status=None,
            )  # fmt: skip
