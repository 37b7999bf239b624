"""Words: what a tagger sees of each word of a sentence, and of the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
_INSIDE = {"“": "q", "‘": "q", "《": "b", "”": "", "’": "", "》": ""}
_PAUSES, _MARKS, _CLAUSE_MARKS = (
    frozenset(",。;:、!?"),
    frozenset("、,。;:!?“《"),
    frozenset(",。;"),
)


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


@dataclass(frozen=True, slots=True)
class _Plain:
    """What a word shows wherever it stands.

    ``kin``: the family of the head noun that it ends in; ``features``: its own features, and
    ``near`` those that it gives to words one or two steps away, by the way to it.
    """

    text: str
    pos: str
    kin: str
    lists: bool
    features: tuple[str, ...]
    near: dict[int, tuple[str, ...]]


def see_words(words: Sequence[Token], mentions: Sequence[Mention]) -> list[list[str]]:
    """The features of each word; ``mentions`` are what rules found, in order."""
    seen = [_plain(word.text, word.pos) for word in words]
    rules = list(_rules(words, mentions))
    further = zip(_marks(seen), _frames(seen), strict=True)
    return [[*_features(seen, rules, at), mark, *frame] for at, (mark, frame) in enumerate(further)]


@lru_cache(maxsize=65536)
def _plain(text: str, pos: str) -> _Plain:
    head = head_of(text)
    kin = family(head.signals) if head is not None else ""
    kinds = [f"k={kind}" for kind in _kinds().get(text, ())]
    rare = "\u4e00" <= text[0] <= "\u9fff" and not is_known_word(text)
    own = ["bias", f"t={text}", f"p={pos}", f"s1={text[-1]}", f"s2={text[-2:]}", f"f1={text[0]}"]
    own += [f"h={kin}", f"d={division_class(text)}", *kinds, *(["o"] if rare else [])]
    near = {
        step: (f"{step}:t={text}", f"{step}:p={pos}", f"{step}:s={text[-1]}")
        + tuple(f"{step}:{kind}" for kind in kinds)
        for step in (-1, 1)
    }
    near |= {step: (f"{step}:t={text}",) for step in (-2, 2)}
    lists = pattern("ListEnd").match(text) is not None
    return _Plain(text, pos, kin, lists, tuple(own), near)


def _rules(words: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[str]:
    """What the rules say of each word: where in which mention it stands."""
    at = 0
    for word in words:
        while at < len(mentions) and mentions[at].end <= word.start:
            at += 1
        if at == len(mentions) or mentions[at].start > word.start:
            yield "O"
            continue
        mention = mentions[at]
        place = "B" if mention.start == word.start else "I"
        place += "E" if mention.end <= word.end else ""
        yield f"{place}-{family(mention.cls)}/{mention.source}"


def _features(seen: list[_Plain], rules: list[str], at: int) -> list[str]:
    """The features of a word by itself, by its neighbours and by what rules say of them."""
    word, rule = seen[at], rules[at]
    features = [*word.features, f"r={rule}", f"r|p={rule}|{word.pos[0]}"]
    for step in (-2, -1, 1, 2):
        beside = at + step
        if 0 <= beside < len(seen):
            features += seen[beside].near[step]
            features.append(f"{step}:r={rules[beside]}")
        else:
            features.append(f"{step}:#")
    before = seen[at - 1] if at else _NOTHING
    after = seen[at + 1] if at + 1 < len(seen) else _NOTHING
    features += (
        f"pp={before.pos} {word.pos} {after.pos}",
        f"-t={before.text}|{word.text}",
        f"t+={word.text}|{after.text}",
        f"-r={rules[at - 1] if at else ''}|{rule}",
        f"r+={rule}|{rules[at + 1] if at + 1 < len(rules) else ''}",
    )
    return features


_NOTHING = _Plain("#", "#", "", False, (), {})


def _marks(seen: list[_Plain]) -> Iterator[str]:
    """Inside which marks each word stands: quotation marks, title marks or none."""
    inside = ""
    for word in seen:
        inside = _INSIDE.get(word.text, inside)
        yield f"q={inside}"


def _frames(seen: list[_Plain]) -> Iterator[list[str]]:
    """What stands further off: the mark before, the head of the name ahead, 等 behind the list."""
    for at in range(len(seen)):
        yield [*_mark_before(seen, at), *_head_ahead(seen, at), *_list_end(seen, at)]


def _mark_before(seen: list[_Plain], at: int) -> Iterator[str]:
    for back in range(at - 1, max(-1, at - _MARK_REACH), -1):
        text = seen[back].text
        if text in _MARKS:
            yield f"pv={text}{min(at - back, 4)}"
            return


def _head_ahead(seen: list[_Plain], at: int) -> Iterator[str]:
    """The head noun in which a name that starts here may end."""
    for ahead in range(at, min(len(seen), at + _HEAD_REACH)):
        word = seen[ahead]
        if word.text in _PAUSES:
            yield f"nh=stop{min(ahead - at, 3)}"
            return
        if word.kin:
            yield f"nh={word.kin}"
            yield f"nh={word.kin}{ahead - at}"
            return


def _list_end(seen: list[_Plain], at: int) -> Iterator[str]:
    for ahead in range(at + 1, min(len(seen), at + _LIST_REACH)):
        word = seen[ahead]
        if word.lists:
            yield f"le={seen[ahead + 1].text if ahead + 1 < len(seen) else '#'}"
            yield "le"
            return
        if word.text in _CLAUSE_MARKS:
            return
