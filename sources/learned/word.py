"""Words: what a tagger sees of each word of a sentence, and of the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.headnoun import head_of
from sources.mention import Mention
from sources.place import division_class
from sources.token import Token, is_known_word

__all__ = [
    *("Eye", "Plain", "WordSight", "family", "frames", "look_at", "marks", "say_rules"),
    "split_words",
]

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
    edges = {at for mention in mentions for at in (mention.start, mention.end)}
    words: list[Token] = []
    for token in tokens:
        cuts = [at for at in range(token.start + 1, token.end) if at in edges]
        if not cuts:
            words.append(token)
            continue
        for start, end in zip([token.start, *cuts], [*cuts, token.end], strict=True):
            text = token.text[start - token.start : end - token.start]
            words.append(Token(start, end, text, token.pos))
    return words


@dataclass(frozen=True, slots=True)
class Plain:
    """What a word shows wherever it stands.

    ``kin``: the family of the head noun that it ends in; ``kinds``: what cues it is;
    ``features``: its own features, and ``near`` those that it gives to words one or two steps
    away, by the way to it.
    """

    text: str
    pos: str
    kin: str
    kinds: tuple[str, ...]
    rare: bool
    lists: bool
    features: tuple[str, ...]
    near: dict[int, tuple[str, ...]]


class Eye:
    """What sees for a tagger: it tells only the features that its model has a weight for."""

    def __init__(self, known: frozenset[str] | None = None) -> None:
        """``known``: the features that count; all if not given."""
        self.known = known

    def _counting(self, features: Iterable[str]) -> Iterable[str]:
        """Those of the features that count."""
        known = self.known
        return features if known is None else [f for f in features if f in known]


class WordSight(Eye):
    """Sees words as a tagger does: only the features that its model has a weight for."""

    def __init__(self, known: frozenset[str] | None = None) -> None:
        """``known``: the features that count; all if not given."""
        super().__init__(known)
        self._plain = lru_cache(maxsize=65536)(self._look)
        self._ruled = lru_cache(maxsize=65536)(self._see_rules)
        self._tagged = lru_cache(maxsize=65536)(self._see_tags)

    def cut(self, words: Sequence[Token]) -> Sequence[Token]:
        """What the tagger labels: the words themselves."""
        return words

    def see(self, words: Sequence[Token], mentions: Sequence[Mention]) -> list[list[str]]:
        """The features of each word; ``mentions`` are what rules found, in order."""
        seen = [self._plain(word.text, word.pos) for word in words]
        # Two words that are none stand on either side of the sentence.
        around = [_NOTHING, _NOTHING, *seen, _NOTHING, _NOTHING]
        rules = [None, None, *say_rules(words, mentions), None, None]
        found = []
        for at, (mark, frame) in enumerate(zip(marks(seen), frames(seen), strict=True)):
            back, before, word, after, ahead = around[at : at + 5]
            texts = f"-t={before.text}|{word.text}", f"t+={word.text}|{after.text}"
            features = [
                *word.features,
                *self._ruled(tuple(rules[at : at + 5]), word.pos[0]),
                *self._tagged(before.pos, word.pos, after.pos),
                *back.near.get(-2, ()),
                *before.near.get(-1, ()),
                *after.near.get(1, ()),
                *ahead.near.get(2, ()),
            ]
            features += self._counting((*texts, mark, *frame))
            found.append(features)
        return found

    def _see_rules(self, rules: tuple[str | None, ...], pos: str) -> tuple[str, ...]:
        """What rules say of a word and of the two on either side; None is beyond the sentence."""
        _, before, rule, after, _ = rules
        told = [f"r={rule}", f"r|p={rule}|{pos}", f"-r={before or ''}|{rule}"]
        told.append(f"r+={rule}|{after or ''}")
        for step, beside in zip((-2, -1, 0, 1, 2), rules, strict=True):
            if step:
                told.append(f"{step}:#" if beside is None else f"{step}:r={beside}")
        return tuple(self._counting(told))

    def _see_tags(self, before: str, pos: str, after: str) -> tuple[str, ...]:
        return tuple(self._counting((f"pp={before} {pos} {after}",)))

    def _look(self, text: str, pos: str) -> Plain:
        """What a word shows wherever it stands, as far as it counts."""
        plain = look_at(text, pos)
        near = {step: tuple(self._counting(told)) for step, told in plain.near.items()}
        return replace(plain, features=tuple(self._counting(plain.features)), near=near)


def look_at(text: str, pos: str) -> Plain:
    """What a word shows wherever it stands."""
    head = head_of(text)
    kin = family(head.signals) if head is not None else ""
    kinds = tuple(f"k={kind}" for kind in _kinds().get(text, ()))
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
    return Plain(text, pos, kin, kinds, rare, lists, tuple(own), near)


def say_rules(words: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[str]:
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


_NOTHING = Plain("#", "#", "", (), False, False, (), {})


def marks(seen: list[Plain]) -> Iterator[str]:
    """Inside which marks each word stands: quotation marks, title marks or none."""
    inside = ""
    for word in seen:
        inside = _INSIDE.get(word.text, inside)
        yield f"q={inside}"


def frames(seen: list[Plain]) -> list[list[str]]:
    """What stands further off: the mark before, the head of the name ahead, 等 behind the list."""
    found: list[list[str]] = [[] for _ in seen]
    mark = -_MARK_REACH
    for at, word in enumerate(seen):
        if at - mark < _MARK_REACH:
            found[at].append(f"pv={seen[mark].text}{min(at - mark, 4)}")
        if word.text in _MARKS:
            mark = at
    # Behind a word: the next pause or head of a name (from the word itself on), and the next end
    # of a list with no mark before it.
    ahead, end = len(seen) + _HEAD_REACH, -1
    for at in range(len(seen) - 1, -1, -1):
        word = seen[at]
        if end >= 0 and end - at < _LIST_REACH:
            follower = seen[end + 1].text if end + 1 < len(seen) else "#"
            found[at] += (f"le={follower}", "le")
        if word.lists:
            end = at
        elif word.text in _CLAUSE_MARKS:
            end = -1
        if word.kin or word.text in _PAUSES:
            ahead = at
        if ahead - at < _HEAD_REACH:
            found[at] += _head(seen[ahead], ahead - at)
    return found


def _head(word: Plain, steps: int) -> tuple[str, ...]:
    """A pause, or the head noun in which a name may end, so many words ahead."""
    if word.text in _PAUSES:
        return (f"nh=stop{min(steps, 3)}",)
    return (f"nh={word.kin}", f"nh={word.kin}{steps}")
