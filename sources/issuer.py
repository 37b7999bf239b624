"""Issuers: whom the title of a document names as who has issued it (《云溪市委关于…的意见》)."""

from __future__ import annotations

from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.headnoun import head_of

__all__ = ["may_issue"]


def may_issue(title: str, body: str) -> bool:
    """May ``body`` have issued the document, or does its title name somebody else?

    >>> may_issue("云溪市委关于创业的意见", "银杉部"), may_issue("关于创业的意见", "银杉部")
    (False, True)
    """
    named = [title.partition(word)[0] for word in _about() if word in title]
    issuer = min(named, key=len, default="")
    if not issuer or head_of(issuer) is None:
        return True
    return issuer.endswith(body) or body.endswith(issuer)


@lru_cache(maxsize=1)
def _about() -> tuple[str, ...]:
    return tuple(sorted(load_lexicon().forms("TitleAbout")))
