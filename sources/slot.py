"""Slots: places in a sentence where only a company can stand, whatever its name is made of.

Somebody has to carry out or pay a thing (由甲承建, 甲投资3亿元), there is a post in it (甲董事长),
a word for a company stands before it (投资方为甲), or the code of its shares behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon
from ontology.vocabulary import vocabulary
from sources.coinage import coined_class, is_han, is_like_person, is_marked, is_rare, tail_of
from sources.firm import Firm
from sources.name import Name
from sources.place import is_place
from sources.surname import has_surname
from sources.token import Token, is_known_word

__all__ = ["find_mothers", "find_slots"]

#: The code of shares, with or without the exchange, in brackets.
_CODE = re.compile(r"\((?:[^()]{0,6}[:：])?[0-9]{3,6}x{0,3}(?:\.[A-Z]{2})?(?:,[^()]*)?\)")
#: A round of funding behind the verb that tells who gets it.
_ROUND = re.compile(f"{alternation('Completed')}?[^,。;]{{0,8}}{alternation('FundingRound')}")
#: Marks that open and close a clause.
_OPEN, _CLOSED = frozenset(",;:。!?、“”()\n—"), frozenset(",;。!?”)\n")
#: Longest name, in tokens and in characters.
_MOST, _LONGEST = 5, 8
_CUE = "firm/slot"
#: Classes of what companies have in several places.
_OWNED = ("Platform", "Project", "Place")
#: Marks behind a name that many a noun has, too, so that the name must be rare.
_WEAK = frozenset({"closed", "trade", "held", "part"})
_MARKED = frozenset({"round", "seen", "verb"})
#: Marks that nobody has.
_FREE = frozenset({"coded", "round", "called", "quoted"})
#: Marks of a name that may be of any words.
_NAMED = frozenset({"called", "quoted"})
_OWN = frozenset({"held", "part"})
#: Shortest rare word that has things of its own, in characters.
_LONG = 3


@dataclass(frozen=True, slots=True)
class _Words:
    doers: frozenset[str]
    openers: frozenset[str]
    withs: frozenset[str]
    copulas: frozenset[str]
    bringers: frozenset[str]
    deeds: frozenset[str]
    joint: frozenset[str]
    posts: frozenset[str]
    parts: frozenset[str]
    own: frozenset[str]
    seen: frozenset[str]
    gains: frozenset[str]
    firms: frozenset[str]
    naming: frozenset[str]
    places: frozenset[str]
    trades: frozenset[str]
    payers: frozenset[str]
    ties: frozenset[str]
    adverbs: frozenset[str]
    aspects: frozenset[str]
    ends: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    return _Words(
        doers=lexicon.forms("AgentMarker", "DoerMarker", "SlotOpener"),
        openers=lexicon.forms("FirmOpener"),
        withs=lexicon.forms("Comitative"),
        copulas=lexicon.forms("Copula"),
        bringers=lexicon.forms("BringVerb"),
        deeds=lexicon.forms("FirmVerb"),
        joint=lexicon.forms("JointVerb"),
        posts=lexicon.forms("FirmPost") & lexicon.forms("Title", "PersonRole"),
        parts=lexicon.forms("FirmPost", "FirmBoss"),
        own=lexicon.forms("FirmPost") & lexicon.forms("FirmBoss"),
        seen=lexicon.forms("SeenVerb"),
        gains=lexicon.forms("RoundGain"),
        firms=lexicon.forms("PlainFirm"),
        naming=lexicon.forms("Naming"),
        places=lexicon.forms("Locative", "GoInto"),
        trades=lexicon.forms("TradeVerb"),
        payers=lexicon.forms("StakeVerb"),
        ties=lexicon.forms("Attributive"),
        adverbs=lexicon.forms("Future", "IntentWord", "BodyAdverb", "Jointly"),
        aspects=lexicon.forms("AspectSign"),
        ends=lexicon.forms("BrandEnd"),
    )


def find_slots(shadow: str, tokens: tuple[Token, ...]) -> Iterator[Firm]:
    """Companies that what stands before and behind them tells, in one sentence."""
    for index, token in enumerate(tokens):
        if index and (right := _right(shadow, tokens, index, token)):
            quoted = right == "called" and tokens[index - 1].text == "”"
            last = index - 2 if right == "held" or quoted else index - 1
            while last and right in ("paid", "round") and _is_adverb(tokens[last]):
                last -= 1  # 晴岚|计划|投资
            held = right == "post" and has_surname(shadow, token.end)
            if held and tokens[last].pos == "nr" and len(tokens[last].text) > 2:
                continue  # 陈伟明|总经理
            firm = _filled(tokens, last, right, held)
            if firm is not None:
                yield firm


def find_mothers(shadow: str, tokens: tuple[Token, ...], names: Iterable[Name]) -> Iterator[Firm]:
    """Companies that with a place open the name of what they have there (瑞达洛阳基地).

    The text has to name them once more.
    """
    for name in names:
        words = [token for token in tokens if name.start <= token.start < name.head]
        if not vocabulary().is_any(name.cls, _OWNED):
            continue
        cut = next((at for at, word in enumerate(words) if at and is_place(word.text)), 0)
        span = words[:cut]
        cls = coined_class(span) if span else ""
        if cls and shadow.count(shadow[name.start : span[-1].end]) > 1:
            yield Firm(name.start, span[-1].end, cls, _CUE)


def _right(shadow: str, tokens: tuple[Token, ...], index: int, token: Token) -> str:
    """What the word behind a name tells: coded, post, held (甲的董事长), paid, deed or closed."""
    words = _words()
    if token.text == "(":
        return "coded" if _CODE.match(shadow, token.start) else ""
    if token.text == "”" and tokens[index - 1].text != "”":
        return "quoted"
    if token.text in _CLOSED:
        return "closed"
    if token.text in words.seen:
        return "seen"
    if token.text in words.gains and _ROUND.match(shadow, token.end):
        return "round"
    if token.text in words.ties and _is_firm(tokens, index + 1):
        return "called"
    held = index > 1 and tokens[index - 1].text in words.ties
    if token.text in (words.parts if held else words.posts):
        return "held" if held else "post"
    if token.text in words.own:
        return "part"
    if token.text in words.trades:
        return "trade"
    if token.text in words.joint:
        return "joint"
    counted = index + 1 < len(tokens) and tokens[index + 1].pos == "m"
    if counted and token.text in words.payers:
        return "paid"
    if token.text in words.deeds:
        return "deed"
    return "verb" if token.pos == "v" else ""


def _is_firm(tokens: tuple[Token, ...], index: int) -> bool:
    """Is a word for a company there, and no noun of which it is only a part (的公司|产品)?"""
    if index >= len(tokens) or tokens[index].text not in _words().firms:
        return False
    return index + 1 >= len(tokens) or tokens[index + 1].pos[0] != "n"


def _is_adverb(token: Token) -> bool:
    """Is it of the sentence, between a company and what it pays (计划, 已获)?"""
    words = _words()
    return token.text in words.adverbs or token.text[0] in words.ends


#: What has to stand before a name, by what stands behind it.
_PAIRS = {
    "coded": frozenset({"open", "role", "by", "with", "brought", "word"}),
    "post": frozenset({"open", "role", "with", "tie"}),
    "held": frozenset({"open", "copula", "tie"}),
    "part": frozenset({"open", "tie"}),
    "trade": frozenset({"open", "role", "by"}),
    "paid": frozenset({"open", "role", "by"}),
    "deed": frozenset({"role", "by"}),
    "joint": frozenset({"with", "by", "role"}),
    "closed": frozenset({"role", "brought"}),
    "round": frozenset({"open", "role", "tie"}),
    "seen": frozenset({"at"}),
    "verb": frozenset({"role"}),
    "called": frozenset({"named"}),
    "quoted": frozenset({"told"}),
}


def _filled(tokens: tuple[Token, ...], last: int, right: str, held: bool) -> Firm | None:
    """The company that ends at ``last``, if the word before it goes with what is behind it.

    A post that is ``held`` by somebody named behind it is in no person (智行者创始人王一凡).
    """
    end = tokens[last].end
    odd = right != "paid" or (last and not is_known_word(tokens[last - 1].text))
    if len(tokens[last].text) == 1 and tokens[last].pos == "v" and not odd:
        return None  # 沈鼓|来|投30亿元
    for first in range(last, max(-1, last - _MOST), -1):
        if end - tokens[first].start > _LONGEST or not tokens[first].text.isalpha():
            return None
        if tokens[first].end != tokens[min(first + 1, last)].start and first != last:
            return None
        left = _left(tokens, first)
        if left not in _PAIRS[right]:
            if left not in ("", "word"):
                return None
            continue
        span = tokens[first : last + 1]
        text = "".join(token.text for token in span)
        cls = coined_class(span) or ("Enterprise" if right in _NAMED and is_han(text) else "")
        free = held or right in _FREE or tail_of(text)
        if not cls or (not free and is_like_person(span)):
            return None
        if right in _MARKED and (not is_marked(span) or (right == "verb" and not tail_of(text))):
            return None  # 公司|早有|准备
        if right in _WEAK and not _is_weighty(span, right):
            return None
        if right == "closed" and left == "brought" and _is_goods(span):
            return None
        return Firm(span[0].start, end, cls, _CUE)
    return None


def _is_weighty(span: Sequence[Token], right: str) -> bool:
    """Is the name rare enough for a mark that many a noun has, too?"""
    if right == "held" and sum(len(token.text) for token in span) > _LONG:
        return is_marked(span)
    return is_rare(span, _LONG if right in _OWN else 0)


def _is_goods(span: Sequence[Token]) -> bool:
    """Is it what anybody buys or signs (收购|旧粮食, 签下|大单)?"""
    text = "".join(token.text for token in span)
    if len(span) == 1:
        return len(text) < _LONG and span[0].pos == "n" and not tail_of(text)
    quality = len(span[0].text) == 1 and span[0].pos == "a"
    return quality and is_known_word(text[1:])


def _left(tokens: tuple[Token, ...], first: int) -> str:
    """What the word before a name tells: open, role, by, with, copula, brought, word or nothing."""
    words = _words()
    if first > 1 and tokens[first - 1].text == "“":
        if tokens[first - 2].text in words.naming:
            return "named"
        return "told" if tokens[first - 2].text in words.openers else "open"
    if not first or tokens[first - 1].text in _OPEN:
        colon = first > 1 and tokens[first - 1].text == ":"
        return "role" if colon and tokens[first - 2].text in words.openers else "open"
    before = tokens[first - 1].text
    if before in words.doers:
        return "by"
    if before in words.openers:
        return "role"
    if before in words.copulas:
        return "role" if first > 1 and tokens[first - 2].text in words.openers else "copula"
    aspect = before in words.aspects and first > 1
    if before in words.bringers or (aspect and tokens[first - 2].text in words.bringers):
        return "brought"
    if before in words.withs:
        return "with"
    if before in words.naming:
        return "named"
    if before in words.places:
        return "at"
    if before in words.ties:
        return "tie"
    return "" if tokens[first - 1].pos[0] in "nvabjlmsfztq" else "word"
