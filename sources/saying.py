"""Sayings: what stands between somebody's name and what he or she says."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern

__all__ = ["LAST_GAP", "gesture", "reporting", "says", "tells"]

#: Longest stretch between a speaker's name and the verb of saying, in characters.
_SAY_REACH = 14
#: What stands between a name and its verb; the same when nothing may be left out of it.
_GAP = f"[^,。;:!?“”\n]{{0,{_SAY_REACH}}}?"
LAST_GAP = _GAP.removesuffix("?")


@lru_cache(maxsize=1)
def says() -> re.Pattern[str]:
    """What stands between a name and what its bearer says: the verb and what leads on to it."""
    return re.compile(f"{_GAP}{alternation('SayVerb')}(?!{alternation('Attributive')})")


@lru_cache(maxsize=1)
def tells() -> re.Pattern[str]:
    """What stands between a name and the colon before what its bearer says (算了一笔账:)."""
    other = alternation("OtherActor", "Team", "ListEnd")
    return re.compile(f"(?![^,。;:]*?{other}){_GAP}{alternation('Telling')}{LAST_GAP}:(?!“)")


@lru_cache(maxsize=1)
def gesture() -> re.Pattern[str]:
    """What stands between a name and the quotation that it opens (某人摆了摆手:“…”)."""
    return re.compile(f"{_GAP}:“")


def reporting(shadow: str, verb: re.Match[str]) -> int | None:
    """Where the verb ends that reports what is said; None if it only tells that somebody spoke.

    某人致辞并揭牌 and 某人关于方案的汇报 report nothing, 某人致辞时|表示 and 某人发言: do.
    """
    if _topical().search(verb.group()):
        return None
    end = verb.end()
    if not verb.group().endswith(_bare()) or _led().match(shadow, end):
        return end
    comma = shadow.startswith(",", end)
    more = (pattern("SayVerb") if comma else says()).match(shadow, end + comma)
    return more.end() if more is not None else None


@lru_cache(maxsize=1)
def _led() -> re.Pattern[str]:
    """What leads on to a colon (在致辞中|报了一组数:)."""
    return re.compile(f"{_GAP}:")


@lru_cache(maxsize=1)
def _bare() -> tuple[str, ...]:
    return tuple(sorted(load_lexicon().forms("SpeakVerb")))


@lru_cache(maxsize=1)
def _topical() -> re.Pattern[str]:
    """A report on something (关于方案的|汇报) is a thing, which others hear."""
    tie = alternation("Attributive")
    return re.compile(f"^{alternation('TopicMark')}.*{tie}{alternation('SayVerb')}$")
