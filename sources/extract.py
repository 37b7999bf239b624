"""Extraction: an article in, statements with evidence out. Deterministic and offline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sources.attendance import without_guests
from sources.currency import find_home
from sources.document import Document
from sources.draft import Draft, Subject
from sources.founder import with_founders
from sources.innate import name_relations
from sources.ladder import Stated, climb
from sources.learned.judge import judge
from sources.learned.models import Models, load_models
from sources.learned.owner import Owners
from sources.learned.scene import Scenes
from sources.learned.stand import stand
from sources.learned.tagger import tag
from sources.mention import mention
from sources.observe import Chooser, observe
from sources.outlook import look_ahead
from sources.parse import Parse, parse
from sources.prospect import Outlook, carries_on, foresee
from sources.renamed import succeed
from sources.role import hold
from sources.rung import settle_rungs
from sources.segment import Layout, segment
from sources.statement import Statement
from sources.topic import drop_loose, settle_topics
from sources.trail import Trail
from sources.turn import Turn
from sources.unnamed import Unnamed
from sources.verify import Rejection, verify

__all__ = ["Extraction", "Voice", "draft_facts", "extract", "list_untouched"]

#: What ends a sentence or a salutation, but not a line of a title.
_SAID = "。;:,!?)"


class Voice:
    """What the models say of one document."""

    def __init__(self, scenes: Scenes, models: Models) -> None:
        """``scenes`` show the document as the models see it."""
        self.scenes, self.models = scenes, models
        self.owners = Owners(scenes, models.owners)

    def judge(self, turns: list[Turn], drafts: list[Draft]) -> list[Draft]:
        """The relations of a sentence."""
        return list(judge(self.scenes.of(turns), drafts, self.models.relations))

    def stand(self, stated: Stated) -> list[Draft]:
        """The statuses of a sentence."""
        scene, model = self.scenes.of(stated.turns), self.models.statuses
        return list(stand(scene, stated.drafts, stated.held, stated.sight, model))


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in one article.

    ``statements`` passed the verifier, in reading order; ``rejected`` did not, each with a
    reason; ``untouched`` are the spans of sentences from which nothing was taken.
    """

    document: Document
    statements: tuple[Statement, ...]
    rejected: tuple[Rejection, ...]
    untouched: tuple[tuple[int, int], ...]


def extract(
    document: Document, *, learned: bool = True, models: Models | None = None
) -> Extraction:
    """Read all statements of ``document``; without the learned models when not ``learned``.

    ``models`` are the shipped ones if not given.

    >>> found = extract(Document("a", "", "青石大学位于云溪市。", ""))
    >>> [(s.subject.name, s.predicate, s.object.name) for s in found.statements][1]
    ('青石大学', 'type', 'University')
    """
    layout = segment(document)
    ruled = mention(layout)
    if learned:
        models = models or load_models()
        parsed = parse(layout, tag(layout, ruled, models.taggers, models.classes))
        voice = Voice(Scenes(parsed), models)
        drafts = list(draft_facts(parsed, document.published, voice))
    else:
        parsed = parse(layout, ruled)
        drafts = list(draft_facts(parsed, document.published))
    settle_topics(drafts)
    drafts = settle_rungs(drafts)
    statements, rejected = verify(document, layout, parsed.entities, parsed.references, drafts)
    statements = drop_loose(statements)
    return Extraction(document, statements, rejected, list_untouched(layout, statements))


def draft_facts(
    parsed: Parse,
    published: str | None,
    voice: Voice | None = None,
    choose: Chooser | None = None,
) -> Iterator[Draft]:
    """Drafts of all that a document says: by names and titles, then sentence by sentence.

    With a ``voice`` the models have their say on each; ``choose`` has the last word on
    whose the numbers are, instead of the model.
    """
    if voice is not None and choose is None:
        choose = voice.owners.choose
    layout, reading, entities = parsed.layout, parsed.reading, parsed.entities
    posts = hold(layout, reading, entities, parsed.references, parsed.trail)
    yield from with_founders(posts)
    yield from name_relations(reading, entities)
    yield from succeed(parsed.renamed)
    outlook, home = look_ahead(layout), find_home(layout)
    unnamed, titled = Unnamed(layout.shadow, parsed.turns), _titled(layout, parsed.trail)
    block, carried = -1, False
    for stated in climb(parsed, published, unnamed):
        turns, related = stated.turns, stated.related
        sentence = layout.sentences[turns[0].clause.sentence]
        ahead, paragraph = outlook[sentence.paragraph], stated.sight.paragraph
        kept = list(unnamed.withhold(turns, voice.judge(turns, related) if voice else related))
        stands = [*(voice.stand(stated) if voice else stated.drafts), *stated.labelled]
        if block != sentence.paragraph:
            block, carried = sentence.paragraph, False
        known = Outlook(published, ahead, carried)
        yield from foresee(layout.shadow, turns, kept, stands, known)
        carried = carries_on(layout.shadow, turns, carried)
        measures = titled or _measures(layout, turns[0].clause.sentence, parsed.trail)
        told = observe(
            *(layout.shadow, turns, published, paragraph, measures, ahead),
            *(entities.by_name, choose, home),
        )
        yield from without_guests(layout.shadow, unnamed.withhold(turns, told))


def _titled(layout: Layout, trail: Trail) -> Subject | None:
    """The policy that the title names, or its second line, whose measures the text then lists."""
    titles = layout.sections[0].heading
    if not titles:
        return None
    end = titles[-1][1]
    ref = trail.last(end, ("Policy",))
    after = next((p for p in layout.paragraphs if p.start >= end), None)
    if ref is None and after is not None and layout.shadow[after.end - 1] not in _SAID:
        ref = trail.last(after.end, ("Policy",))
    return Subject.of(ref) if ref is not None else None


def _measures(layout: Layout, index: int, trail: Trail) -> Subject | None:
    """The policy whose measures sentence ``index`` lists: named last in its section."""
    sentence = layout.sentences[index]
    ref = trail.last(sentence.end, ("Policy",))
    if ref is None or ref.start < layout.sections[sentence.section].start:
        return None
    return Subject.of(ref)


def list_untouched(layout: Layout, statements: Iterable[Statement]) -> tuple[tuple[int, int], ...]:
    """Sentences in which no evidence lies."""
    touched = sorted({(e.start, e.end) for s in statements for e in s.evidence})
    spans = []
    position = reached = 0
    for sentence in layout.sentences:
        while position < len(touched) and touched[position][0] < sentence.end:
            reached = max(reached, touched[position][1])
            position += 1
        if sentence.kind == "body" and reached <= sentence.start:
            spans.append((sentence.start, sentence.end))
    return tuple(spans)
