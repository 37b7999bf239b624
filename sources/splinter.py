"""Splinters: names of areas that only open a longer name that we do not know (汾阳|酒协)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.reference import Reference
from sources.token import Token, is_known_word

__all__ = ["is_splintered"]

#: What an area is said to do itself.
_DEEDS = frozenset({"cooperatesWith", "establishedBy", "memberOf", "issuedBy"})
#: Tags of words that go on with a name: nouns, but for names of places, and words before nouns.
_GOES_ON, _PLACE, _LEADS = "njb", "ns", "vag"


def is_splintered(draft: Draft, references: Sequence[Reference], words: Sequence[Token]) -> bool:
    """Does an area only open the name of another body (北京稷下教育科技设立乙基金)?

    ``references`` and ``words`` are those of the text and of the sentence, in order.
    """
    if draft.predicate not in _DEEDS or draft.object is None:
        return False
    areas = [
        entity
        for entity in (draft.subject, draft.object)
        if vocabulary().is_a(entity.cls, "AdministrativeArea")
    ]
    for _, start, _ in draft.spans if areas else ():
        at = bisect_left(references, start, key=lambda ref: ref.start)
        ref = references[at] if at < len(references) else None
        if ref is None or ref.start != start or all(ref.entity is not area for area in areas):
            continue
        named = at + 1 < len(references) and references[at + 1].start == ref.end
        if not named and _goes_on(words, ref.end):
            return True
    return False


def _goes_on(words: Sequence[Token], end: int) -> bool:
    """Is a noun right behind the area, and none that stands for it (甲市|方面)?"""
    at = bisect_left(words, end, key=lambda word: word.start)
    if at >= len(words) or words[at].start != end:
        return False
    word, lexicon = words[at], load_lexicon()
    if word.text in lexicon.forms("OwnSide", "BudgetWord", "Trigger", "ActionVerb"):
        return False
    area = words[at - 1].text if at else ""
    whole = len(area) > 2 and area[-1] in lexicon.forms("AreaLetter")
    if whole and is_known_word(word.text):
        return False  # 云溪市|出|场地
    if word.text[0] in lexicon.forms("CountSign"):
        return False  # 甲市、乙市|八市
    after = words[at + 1] if at + 1 < len(words) else None
    short = len(word.text) == 1 and word.pos[0] in _LEADS  # 江苏|食|职院
    if short and after is not None:
        return after.pos[0] == "n" and after.pos != _PLACE
    coined = len(word.text) > 1 and not is_known_word(word.text)  # 汾阳|酒协
    return coined or (word.pos[0] in _GOES_ON and word.pos != _PLACE)
