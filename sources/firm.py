"""Firms: short names of companies, told by a rare word, a telling end and what stands around."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon
from ontology.vocabulary import vocabulary
from sources.brand import brand_in, is_brand
from sources.modifier import is_general
from sources.place import is_place
from sources.stretch import brand_runs, is_inside
from sources.token import Token, is_known_word

__all__ = ["Firm", "brands_of", "find_firms", "in_row"]

#: Tags that the segmenter gives to names of persons, places and other things.
_PROPER = frozenset({"nr", "ns", "nz", "nrt", "nrfg", "ng", "zg"})
#: First letters of tags of words that end no company's name.
_LOOSE = frozenset("bflisz")
#: Lengths in characters: of a brand before its end, and of a name without a telling end.
_SHORTEST, _LONGEST, _LONGEST_BARE = 2, 4, 6
_SHORTEST_BARE, _LONG_BRAND = 4, 3
#: Kinds of cues of everyday words, which make no name of a company.
_COMMON = (
    *("GenericModifier", "ThinModifier", "LevelModifier", "LeftStop", "ActionVerb"),
    *("InnerVerb", "FieldNoun", "FirmTail"),
)


@dataclass(frozen=True, slots=True)
class Firm:
    """A company's short name: span, class and cue."""

    start: int
    end: int
    cls: str
    cue: str


@dataclass(frozen=True, slots=True)
class _Words:
    tails: dict[str, tuple[str, str, str]]
    civic: frozenset[str]
    common: frozenset[str]
    kinds: frozenset[str]
    areas: frozenset[str]
    openers: frozenset[str]
    posts: frozenset[str]
    titles: frozenset[str]
    deeds: frozenset[str]
    partners: frozenset[str]
    joiners: frozenset[str]
    fields: frozenset[str]
    topics: frozenset[str]
    etc: frozenset[str]
    firms: frozenset[str]
    copulas: frozenset[str]
    closers: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    return _Words(
        tails={
            cue.form: (cue.signals or "Enterprise", cue.id, _strength(cue))
            for cue in lexicon.cues("FirmTail")
        },
        civic=lexicon.forms("CivicTail"),
        common=lexicon.forms(*_COMMON),
        kinds=lexicon.forms("KindLetter"),
        areas=lexicon.forms("AreaLetter", "AspectSign"),
        openers=lexicon.forms("FirmOpener"),
        posts=lexicon.forms("FirmPost"),
        titles=lexicon.forms("FirmPost") & lexicon.forms("Title"),
        deeds=lexicon.forms("FirmVerb"),
        partners=lexicon.forms("Comitative", "AgentMarker"),
        joiners=lexicon.forms("Joiner", "ItemJoiner"),
        fields=_only_focus() | lexicon.forms("FieldVerb"),
        topics=lexicon.forms("FieldNoun"),
        copulas=lexicon.forms("Copula"),
        closers=lexicon.forms("FirmTail") | _of_enterprises("HeadNoun"),
        etc=lexicon.forms("ListEnd"),
        firms=_of_enterprises("ListClass"),
    )


def _strength(cue: Cue) -> str:
    """How much a tail tells: sure (only companies end in it), weak (industries too), or neither.

    One that is told is a word of any kind, which the words around must tell to close a name.
    """
    marks = ("sure", "weak", "told")
    return next((mark for mark in marks if cue.attributes.get(mark) == "true"), "")


def _only_focus() -> frozenset[str]:
    """Triggers that say what somebody works on, and nothing else."""
    triggers = load_lexicon().cues("Trigger")
    other = {cue.form for cue in triggers if cue.signals != "focusesOn"}
    return frozenset(cue.form for cue in triggers if cue.signals == "focusesOn") - other


def _of_enterprises(kind: str) -> frozenset[str]:
    """The forms of one kind of cue that stand for companies."""
    return frozenset(cue.form for cue in load_lexicon().cues(kind) if cue.signals == "Enterprise")


def find_firms(
    tokens: tuple[Token, ...], runs: list[tuple[int, int]] | None = None
) -> Iterator[Firm]:
    """Short names of companies in one sentence, in order; ``runs`` are its :func:`brand_runs`."""
    found: dict[int, Firm] = {}
    for first, last in brand_runs(tokens) if runs is None else runs:
        brand = _with_tail(tokens, first, last) or _bare(tokens, first, last)
        if brand is not None:
            found[first] = brand
    yield from found.values()


def brands_of(name: str) -> list[str]:
    """The brands that may stand for a company: its name without the words that close it.

    >>> brands_of("晴岚科技集团"), brands_of("蓝鲸科技"), brands_of("绿色能源")
    (['晴岚', '晴岚科技'], ['蓝鲸'], [])
    """
    ends = _words().closers
    return [
        name[:cut]
        for cut in range(_SHORTEST, len(name) - 1)
        if name[cut:] in ends and name[:cut] not in _words().common and not is_place(name[:cut])
    ]


def _with_tail(tokens: tuple[Token, ...], first: int, last: int) -> Firm | None:
    """The company's name that fills the stretch and ends in a telling word."""
    tails = _words().tails
    while last > first and tokens[last].pos[0] in _LOOSE and tokens[last].text not in tails:
        last -= 1  # 泰源木业|二期
    cut = _tail(tokens[last].text)
    if cut is None:
        return None
    tail, (cls, cue, strength) = cut
    end = tokens[last].end - len(tail)
    words = [t for t in tokens[first : last + 1] if t.start < end]
    if not words or _goes_on(tokens, last + 1):
        return None
    begin = _stem(words, end)
    if begin is None:
        return None
    stem = words[begin:]
    rare, brand = _is_rare(stem, end), _joined(stem, end)
    if brand[-1] in _words().areas:
        return None
    placed, told = is_place(brand), _is_told(tokens, first, last)
    if placed and tail not in _words().civic and strength != "sure" and not told:
        return None
    plain = _is_common(stem, end) or (strength != "sure" and not told)
    if (not rare and not placed and plain) or (strength == "told" and not told):
        return None
    if strength == "weak" and (_is_topic(tokens, first, last) or brand[-1] in _words().kinds):
        return None
    start = stem[0].start
    if begin and is_place(words[begin - 1].text):
        start = words[begin - 1].start
    elif begin:
        return None
    return Firm(start, tokens[last].end, cls, cue)


def in_row(tokens: tuple[Token, ...], first: int, last: int) -> Firm | None:
    """The company that the item ``first`` to ``last`` of a row of companies is, by its end."""
    cut = _tail(tokens[last].text)
    if cut is None or _goes_on(tokens, last + 1):
        return None
    tail, (cls, cue, strength) = cut
    end = tokens[last].end - len(tail)
    words = [token for token in tokens[first : last + 1] if token.start < end]
    if not words or not _SHORTEST <= end - words[0].start <= _LONGEST or _is_common(words, end):
        return None
    kind = strength != "sure" and _joined(words, end)[-1] in _words().kinds | _words().areas
    if kind or _is_topic(tokens, first, last):
        return None
    return Firm(words[0].start, tokens[last].end, cls, cue)


def _goes_on(tokens: tuple[Token, ...], index: int) -> bool:
    """Does the word at ``index`` go on with the name (银凤科技|企业园, 王店智造|点)?"""
    if index >= len(tokens) or tokens[index].text in _words().posts:
        return False
    token = tokens[index]
    noun = len(token.text) == 1 and token.pos[0] in "nqgs" and token.text not in _words().deeds
    return noun or token.text in _words().openers


def _tail(text: str) -> tuple[str, tuple[str, str, str]] | None:
    """The telling end of a word: the word itself, or the end of one that is in no dictionary."""
    tails = _words().tails
    if text in tails:
        return text, tails[text]
    if is_known_word(text):
        return None
    for size in range(min(4, len(text) - 1), 1, -1):
        if text[-size:] in tails:
            return text[-size:], tails[text[-size:]]
    return None


def _stem(words: list[Token], end: int) -> int | None:
    """Index of the word that the brand starts with."""
    for begin in range(len(words)):
        size = end - words[begin].start
        if _SHORTEST <= size <= _LONGEST:
            if begin == 0 and len(words) > 1 and is_place(words[0].text):
                rest = end - words[1].start
                return 1 if rest >= _SHORTEST else 0
            return begin
    return None


def _joined(words: list[Token], end: int) -> str:
    return "".join(token.text for token in words)[: end - words[0].start] if words else ""


def _is_rare(stem: list[Token], end: int) -> bool:
    """Is the brand no word of the language, or one that only names use?"""
    text = _joined(stem, end)
    if _is_common(stem, end):
        return False
    if len(stem) == 1 or is_known_word(text):
        return stem[0].pos in _PROPER if is_known_word(text) else True
    letters = sum(len(token.text) == 1 for token in stem)
    return (
        letters > 1
        or any(not is_known_word(t.text) for t in stem)
        or (letters == 1 and any(t.pos in _PROPER and not is_place(t.text) for t in stem))
    )


def _is_common(stem: list[Token], end: int) -> bool:
    """Is the brand made of general words only?"""
    text, common = _joined(stem, end), _words().common
    return text in common or is_general(text) or all(t.text in common for t in stem)


def _is_told(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Do the words around say that this is a company?"""
    words = _words()
    before = tokens[first - 1].text if first else ""
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if before in words.openers or after in words.posts:
        return True
    tied = before == ":" or before in words.copulas
    if tied and first > 1 and _closes_opener(tokens, first - 2):
        return True  # 投资方为赛步达, 业主|单位|为相山新材
    if after in words.etc and any(t.text in words.firms for t in tokens[last + 2 : last + 6]):
        return True
    return before in words.partners and after in words.deeds


def _closes_opener(tokens: tuple[Token, ...], index: int) -> bool:
    """Is the word at ``index``, alone or with the one before it, one for a company?"""
    openers, text = _words().openers, tokens[index].text
    return text in openers or (index > 0 and tokens[index - 1].text + text in openers)


def _is_topic(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Does the word stand in a list of industries or products (主攻 A、B; A、B 等产业)?"""
    words = _words()
    at = first
    while at > 1 and tokens[at - 1].text in words.joiners and is_inside(tokens, at - 2):
        at -= 2
        while at and is_inside(tokens, at - 1):
            at -= 1
        item = "".join(token.text for token in tokens[at:first])
        if vocabulary().find("industries", item.split("、")[0]) is not None:
            return True
    if at and tokens[at - 1].text in words.fields:
        return True
    whole = "".join(token.text for token in tokens[first : last + 1])
    if any(vocabulary().find(scheme, whole) is not None for scheme in ("industries", "fields")):
        return True
    after = [token.text for token in tokens[last + 1 : last + 4]]
    return any(text in words.topics for text in after)


def _bare(tokens: tuple[Token, ...], first: int, last: int) -> Firm | None:
    """A name without a telling end that a post or an apposition marks as a company."""
    start, end = tokens[first].start, tokens[last].end
    if not _SHORTEST <= end - start <= _LONGEST_BARE:
        return None
    inside = tokens[first : last + 1]
    text = "".join(token.text for token in inside)
    if any(token.pos[0] == "v" and is_known_word(token.text) for token in inside):
        return None
    before = tokens[first - 1].text if first else ""
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    words = _words()
    told = _is_told(tokens, first, last)
    if not told and not (_opens(before) and (after in words.titles or after in words.deeds)):
        return None
    brand = brand_in(text)
    if not is_brand(brand, tokens[first]):
        return None
    end, tail = start + len(brand), _tail(tokens[last].text)
    cls = tail[1][0] if tail is not None else "Enterprise"
    if end - start < _SHORTEST_BARE and not (after in words.titles and _opens(before)):
        told = told and inside[0].pos[0] not in "vdmtrpc"
        told |= len(brand) == _LONG_BRAND and _opens(before) and after in words.deeds
        closed = not after.isalpha() or after in words.deeds - words.closers
        return Firm(start, end, cls, "firm/told") if told and closed else None
    told |= _opens(before) and after in words.deeds
    return Firm(start, end, cls, "firm/told") if told else None


def _opens(before: str) -> bool:
    """Is it the first word of a clause?"""
    return not before or before in ",;:。!?、“”()"
