"""Hearsay: what a text only passes on: rumours, what is denied, and questions."""

from __future__ import annotations

import re
from functools import cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.guarded import has_word

__all__ = ["asks", "is_asked", "is_denied", "is_gossip", "is_rumoured"]

#: What answers a question: the sentence after it.
_ANSWER = re.compile(r"[”\s]*[^。!?]{0,30}")
#: What stands between words for hearsay and the clause that tells it.
_TELLING = (",", ":", ",“", ":“")


def is_denied(shadow: str, start: int, verb: int, around: tuple[int, int]) -> bool:
    """Is it only said, and denied? What follows a denial in a clause of its own is not."""
    begin, stop = around
    if has_word("Confirmed", shadow, verb, stop):
        return False
    if _is_false_news(shadow, begin, start):
        return True
    if has_word("Denial", shadow, start, verb) or has_word("Hearsay", shadow, start, verb):
        return True
    said = [match.end() for match in pattern("Denial").finditer(shadow, begin, verb)]
    if said and _is_quoted(shadow, said[-1], start):
        return True
    since = said[-1] if said else begin
    if not said and has_word("Hearsay", shadow, since, verb):
        return True
    heard = has_word("Rumour", shadow, since, verb)
    after = pattern("Denial").search(shadow, verb, stop)
    if after is None:
        return False
    if "。" in shadow[verb : after.start()]:
        return False
    rumoured = heard or has_word("Rumour", shadow, verb, after.start())
    return shadow.count(",", verb, after.start()) <= (2 if rumoured else 1)


def _is_false_news(shadow: str, begin: int, start: int) -> bool:
    """Is the clause what a heading calls untrue (谣言一:甲园已关停)?"""
    head = shadow[begin:start]
    return re.search(f"{alternation('FalseNews')}{alternation('CountSign')}?:\\Z", head) is not None


def _is_quoted(shadow: str, denial: int, start: int) -> bool:
    """Does the clause at ``start`` tell the rumour that is denied (驳斥了这一说法:甲园关停)?"""
    rumour = pattern("Rumour").search(shadow, denial, start)
    return rumour is not None and shadow[rumour.end() : start] == ":"


def is_gossip(shadow: str, begin: int, start: int, verb: int) -> bool:
    """Is it only what people say (坊间传园区要搬; 有一种说法,园区要搬)?

    ``begin`` is where the sentence starts, ``start`` the clause.
    """
    told = list(pattern("Gossip").finditer(shadow, begin, start))
    if told and shadow[told[-1].end() : start] in _TELLING:
        return True
    if _passes_on().search(shadow, begin, verb) is not None:
        return True
    said = [match.end() for match in pattern("Gossip").finditer(shadow, start, verb)]
    return bool(said) and "”" not in shadow[said[-1] : verb]


@cache
def _passes_on() -> re.Pattern[str]:
    """Somebody without a name tells it (知情人士向媒体透露), or it goes about (在网上流传,称)."""
    insider = f"{alternation('Insider')}[^,。;:!?”]{{0,12}}?{alternation('SayVerb')}"
    return re.compile(f"{insider}|{alternation('Gossip')}[,:]{alternation('SayVerb')}")


def is_rumoured(shadow: str, start: int, at: int) -> bool:
    """Is ``at`` inside what ``shadow[start:]`` says that people only say?

    >>> text = "网传“李星将出任院长”,院方说无此安排"
    >>> is_rumoured(text, 0, 3), is_rumoured(text, 0, 11)
    (True, False)
    """
    said = [match.end() for match in pattern("Hearsay").finditer(shadow, start, at)]
    return bool(said) and not any(mark in shadow[said[-1] : at] for mark in "”;。")


def is_asked(shadow: str, verb: int, stop: int) -> bool:
    """Is it a question that what comes next denies (任会长?本人否认。)?"""
    asked = stop - 1 if shadow[stop - 1 : stop] == "?" else stop
    if shadow[asked : asked + 1] != "?" or asked < verb:
        return False
    answer = _ANSWER.match(shadow, asked + 1)
    return answer is not None and has_word("Denial", shadow, *answer.span())


def asks(shadow: str, verb: int, stop: int) -> bool:
    """Does the sentence ask whether the deed is done (已经投用了吗?)?"""
    asked = stop - 1 if shadow[stop - 1 : stop] == "?" else stop
    if shadow[asked : asked + 1] != "?":
        return False
    return shadow[verb:asked].endswith(tuple(load_lexicon().forms("AskEnd")))
