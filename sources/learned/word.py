"""Words: what a tagger sees of each word of a sentence, and of the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.mention import Mention
from sources.name import head_of
from sources.place import division_class
from sources.token import Token, is_known_word

__all__ = ["family", "see_words", "split_words"]

#: Families of classes that the tagger tells apart, the first that fits; finer classes follow later.
_FAMILIES = {
    "AdministrativeArea": "area",
    "Place": "zone",
    "University": "school",
    "ResearchInstitute": "school",
    "Platform": "platform",
    "Enterprise": "firm",
    "FinancialInstitution": "firm",
    "Alliance": "alliance",
    "Organization": "body",
    "Person": "person",
    "Industry": "field",
    "ResearchField": "field",
    "Policy": "policy",
    "Fund": "fund",
    "FinancialProduct": "fund",
    "Project": "project",
    "Designation": "designation",
    "Event": "event",
}
#: Kinds of cues whose forms are told to the model by kind.
_KINDS = (
    *("HeadNoun", "Trigger", "ActionVerb", "InnerVerb", "Joiner", "Preposition", "AgentMarker"),
    *("Comitative", "Locative", "ListEnd", "GenericModifier", "Title", "SayVerb", "AreaLetter"),
    *("Attributive", "Demonstrative", "FirmTail", "FirmPost", "FirmVerb", "FirmOpener"),
    *("ListClass", "FieldNoun", "TitleOpener", "KindLetter"),
)
#: How far a word looks for the head of its name, for the mark before it and for 等 after it.
_HEAD_REACH, _MARK_REACH, _LIST_REACH = 7, 8, 12
_PAUSES, _MARKS, _CLAUSE_MARKS = (
    frozenset(",。;:、!?"),
    frozenset("、,。;:!?“《"),
    frozenset(",。;"),
)
#: Features of a word that its neighbours see, too: no dictionary has it; it is a place.
_FLAGS = frozenset({"o", "a"})
_QUOTES = {"“": "q", "‘": "q", "《": "b", "”": "", "’": "", "》": ""}
_EDGE = "#"


@cache
def family(cls: str) -> str:
    """The family of a class, as the tagger tells them apart.

    >>> family("HighTechZone"), family("Fund"), family("Article")
    ('zone', 'fund', 'other')
    """
    words = vocabulary()
    return next((name for parent, name in _FAMILIES.items() if words.is_a(cls, parent)), "other")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for kind in _KINDS:
        for form in load_lexicon().forms(kind):
            found.setdefault(form, []).append(kind)
    return {form: tuple(kinds) for form, kinds in found.items()}


def split_words(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Token]:
    """The words of a sentence, cut also where a mention starts or ends.

    >>> words = split_words([Token(0, 4, "宁波人才", "n")], [Mention(0, 2, "宁波", "City", "", "")])
    >>> [word.text for word in words]
    ['宁波', '人才']
    """
    edges = sorted({at for mention in mentions for at in (mention.start, mention.end)})
    words: list[Token] = []
    for token in tokens:
        cuts = [at for at in edges if token.start < at < token.end]
        for start, end in zip([token.start, *cuts], [*cuts, token.end], strict=True):
            text = token.text[start - token.start : end - token.start]
            words.append(Token(start, end, text, token.pos) if cuts else token)
    return words


def see_words(words: Sequence[Token], mentions: Sequence[Mention]) -> list[list[str]]:
    """The features of each word; ``mentions`` are what rules found, in order."""
    seen = list(_looks(words, mentions))
    return [_features(seen, at) for at in range(len(seen))]


@lru_cache(maxsize=65536)
def _plain(text: str, pos: str) -> tuple[str, str, str, tuple[str, ...], tuple[str, ...]]:
    """What a word shows wherever it stands: text, tag, family of its head, kinds, features."""
    head = head_of(text)
    kin = family(head.signals) if head is not None else ""
    kinds = _kinds().get(text, ())
    features = (
        *("bias", f"t={text}", f"p={pos}", f"l={min(len(text), 4)}", f"c={_script(text[0])}"),
        *(("o",) if _script(text[0]) == "han" and not is_known_word(text) else ()),
        *(f"s1={text[-1]}", f"s2={text[-2:]}", f"f1={text[0]}", f"h={kin}"),
        f"d={division_class(text)}",
        *(f"k={kind}" for kind in kinds),
    )
    return text, pos, kin, kinds, features


def _script(sign: str) -> str:
    if sign.isdigit():
        return "digit"
    if "\u4e00" <= sign <= "\u9fff":
        return "han"
    return "latin" if sign.isascii() and sign.isalpha() else "mark"


#: A word's plain look, what rules say of it, and inside which marks it stands.
_Look = tuple[tuple[str, str, str, tuple[str, ...], tuple[str, ...]], str, str]


def _looks(words: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[_Look]:
    inside, at = "", 0
    for word in words:
        inside = _QUOTES.get(word.text, inside)
        while at < len(mentions) and mentions[at].end <= word.start:
            at += 1
        rule = "O"
        if at < len(mentions) and mentions[at].start <= word.start:
            mention = mentions[at]
            place = "B" if mention.start == word.start else "I"
            place += "E" if mention.end <= word.end else ""
            rule = f"{place}-{family(mention.cls)}/{mention.source}"
        yield _plain(word.text, word.pos), rule, inside


def _features(seen: list[_Look], at: int) -> list[str]:
    (text, pos, _, _, plain), rule, inside = seen[at]
    features = [*plain, f"r={rule}", f"q={inside}", f"r|p={rule}|{pos[0]}"]
    for step in (-2, -1, 1, 2):
        features += _neighbour(seen, at + step, step)
    before, after = (_look(seen, at - 1), _look(seen, at + 1))
    features += (
        *(f"pp={before[1]} {pos} {after[1]}", f"-t={before[0]}|{text}", f"t+={text}|{after[0]}"),
        *(f"-r={before[2]}|{rule}", f"r+={rule}|{after[2]}"),
        *_head_ahead(seen, at),
        *_frame(seen, at),
    )
    return features


def _look(seen: list[_Look], at: int) -> tuple[str, str, str]:
    if 0 <= at < len(seen):
        (text, pos, *_), rule, _ = seen[at]
        return text, pos, rule
    return _EDGE, _EDGE, _EDGE


def _neighbour(seen: list[_Look], at: int, step: int) -> list[str]:
    if not 0 <= at < len(seen):
        return [f"{step}:{_EDGE}"]
    (text, pos, kin, kinds, plain), rule, _ = seen[at]
    features = [f"{step}:t={text}", f"{step}:p={pos}", f"{step}:r={rule}", f"{step}:h={kin}"]
    if abs(step) == 1:
        features += [f"{step}:{mark}" for mark in plain if mark in _FLAGS]
        features += (f"{step}:s={text[-1]}", *(f"{step}:k={kind}" for kind in kinds))
    return features


def _head_ahead(seen: list[_Look], at: int) -> Iterator[str]:
    """The head noun in which a name that starts here may end."""
    for ahead in range(at, min(len(seen), at + _HEAD_REACH)):
        (text, _, kin, *_), *_ = seen[ahead]
        if text in _PAUSES:
            yield f"nh=stop{min(ahead - at, 3)}"
            return
        if kin:
            yield f"nh={kin}"
            yield f"nh={kin}{ahead - at}"
            return


def _frame(seen: list[_Look], at: int) -> Iterator[str]:
    """The mark before the word, and the word behind the 等 that closes its list."""
    for back in range(at - 1, max(-1, at - _MARK_REACH), -1):
        text = seen[back][0][0]
        if text in _MARKS:
            yield f"pv={text}{min(at - back, 4)}"
            break
    for ahead in range(at + 1, min(len(seen), at + _LIST_REACH)):
        text = seen[ahead][0][0]
        if pattern("ListEnd").match(text):
            yield f"le={_look(seen, ahead + 1)[0]}"
            yield "le"
            return
        if text in _CLAUSE_MARKS:
            return
