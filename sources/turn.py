"""Turns: a clause with its subjects and what the text around it was about."""

from __future__ import annotations

from dataclasses import dataclass, field

from ontology.lexicon import load_lexicon, pattern
from sources.clause import Clause, Group, Hit
from sources.draft import Subject
from sources.link import Link
from sources.modality import modality_of

__all__ = ["Turn"]

#: How far behind partners their verb may stand, in characters.
_PARTNER_REACH = 3


@dataclass(slots=True)
class Turn:
    """A clause with its subjects; ``own`` is the group in the clause that is its subject.

    ``subjects`` is empty when the clause is about something that we have no entity for;
    ``context`` then tells whom the text around it is about. ``sentence``: the span of the
    sentence. ``before``: whom the text was about before the clause. ``topic``: what the sentence
    has just brought up (设立 X, …), ``agents``: who 由 last named as the doers. ``relative``:
    the relative clauses in the clause. ``prior``: the last list before the clause, ``met``: who
    last met in the sentence before it. ``head``: the things that head the list item around it.
    ``aim``: whose aim the clause is, ``means``: who did something by what it says.
    ``paper``: the one policy that the article's title names, ``realm``: the area of which the
    article is a plan or report. ``past``: what the sentence before has brought up last.
    ``former``: what the sentence says was there before its subject. ``bound``: the clause before
    says that its subject joins hands with another. ``owner``: whom the paragraph is about, things
    left aside that only a clause without a subject has brought up (与甲公司共建的乙). ``wide``: the
    sentence has come to an area that the text never names (我省), and named nobody since.
    """

    clause: Clause
    subjects: tuple[Subject, ...]
    own: Group | None
    context: tuple[Subject, ...] = ()
    sentence: tuple[int, int] = (0, 0)
    before: tuple[Subject, ...] = ()
    topic: tuple[Subject, ...] = ()
    agents: tuple[Subject, ...] = ()
    relative: tuple[Link, ...] = ()
    aim: tuple[Subject, ...] = ()
    means: tuple[Subject, ...] = ()
    merged: tuple[Subject, ...] = ()
    listed: Group | None = None
    together: bool = False
    prior: Group | None = None
    met: tuple[Subject, ...] = ()
    bound: bool = False
    head: tuple[Subject, ...] = ()
    paper: Subject | None = None
    realm: Subject | None = None
    past: tuple[Subject, ...] = ()
    former: tuple[Subject, ...] = ()
    owner: tuple[Subject, ...] = ()
    wide: bool = False
    _modalities: dict[int, str] = field(default_factory=dict, repr=False, compare=False)

    def link(self, hit: Hit) -> Link | None:
        """The relative clause that ``hit`` is a verb of."""
        for link in self.relative:
            if link.start <= hit.start <= link.mark:
                return link
        return None

    def modality(self, shadow: str, verb: int, group: Group | None = None) -> str:
        """The modality of what the verb at ``verb`` says.

        ``group`` is a list before the verb that a small word governs: what denies that word
        denies the deed, too (尚未与 A 签约). Without it the partners right before the verb are.
        """
        if verb not in self._modalities:
            said = modality_of(shadow, self.clause.start, verb, self.sentence)
            self._modalities[verb] = said
        said = self._modalities[verb]
        group = group or self._partners(verb)
        if group is None or said != "asserted":
            return said
        start = group.start - len(group.governor)
        return modality_of(shadow, self.clause.start, start, self.sentence)

    def _partners(self, verb: int) -> Group | None:
        """With whom it is done, named right before the verb."""
        withs = load_lexicon().forms("Comitative")
        near = (g for g in self.clause.groups if 0 <= verb - g.tail <= _PARTNER_REACH)
        return next((g for g in near if g.governor in withs), None)

    def pairs_off(self, shadow: str, at: int) -> bool:
        """Does 分别 stand between the subject of the clause and ``at``?"""
        start = self.own.tail if self.own is not None else self.clause.start
        return pattern("Respectively").search(shadow, start, at) is not None
