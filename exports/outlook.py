"""The outlook: what if the layout were another, and where policies lead, as tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from exports.survey import Finding, Survey
from graph.analysis.chain import STAGES, Chain, Link, find_chains
from graph.analysis.coverage import cover
from graph.analysis.network import Network, Thing, pair, pairs, select
from graph.analysis.scenario import Outcome, suppose
from ontology.errors import NotFoundError, QueryError
from ontology.vocabulary import vocabulary

__all__ = ["follow_chains", "try_change"]

_MOST = 6
_SAID = ("stated", "planned", "target")
#: What a thing is that nobody has told of yet.
_NEW = "Alliance"


def try_change(
    out: Path,
    without: Collection[str],
    untied: Collection[tuple[str, str]],
    tied: Collection[tuple[str, str]],
    lang: str = "zh",
    also: Collection[str] = (),
) -> Finding:
    """What falls apart or comes together; a name in ``tied`` that nothing has is a new body.

    :raises NotFoundError: a name to take away is unknown, or a name is of several things.
    :raises QueryError: a pair to take apart is not tied.
    """
    survey = Survey(out, lang)
    gone = [survey.find(name) for name in without]
    cut = [(survey.find(one), survey.find(other)) for one, other in untied]
    new: dict[str, Thing] = {}

    def end(name: str) -> str:
        try:
            return survey.find(name)
        except NotFoundError:
            if survey.knows(name):
                raise
            new[name] = Thing(name, name, _NEW)
            return name

    joined = [(end(one), end(other)) for one, other in tied]
    named = [*gone, *(name for ends in (*cut, *joined) for name in ends)]
    network = select(survey.network, {"stated", *also}, keep=named)
    _check_tied(survey, network, cut)
    found = suppose(network, gone, cut, joined, new.values())
    rows = [(survey.word("new"), name, "", "") for name in new]
    rows += _changes(survey, found)
    return survey.finding("scenario", ("what", "which", "before", "after"), rows, network.ties)


def _changes(survey: Survey, found: Outcome) -> Iterator[tuple[str, str, str, str]]:
    """What is otherwise, a row each: what, which, before and after."""
    for name in ("things", "pieces", "largest", "pairs"):
        before, after = (str(getattr(shape, name)) for shape in (found.before, found.after))
        yield survey.word(f"shape-{name}"), "", before, after
    for part in found.fallen:
        yield survey.word("fallen"), survey.names(part, _MOST), "", str(len(part))
    for reach in found.changed:
        ends = f"{survey.name(reach.one)} — {survey.name(reach.other)}"
        before, after = (_steps(survey, side) for side in (reach.before, reach.after))
        yield survey.word("steps"), ends, before, after


def _check_tied(survey: Survey, network: Network, cut: Iterable[tuple[str, str]]) -> None:
    """Taking away what is not there would look like a change that changes nothing."""
    tied = pairs(network.ties)
    for one, other in cut:
        if pair(one, other) not in tied:
            what = f"{survey.name(one)!r} and {survey.name(other)!r} are not tied"
            raise QueryError(what, remedy="see onecity path, or count more with --also")


def _steps(survey: Survey, number: int | None) -> str:
    return survey.word("none") if number is None else str(number)


def follow_chains(out: Path, about: str | None, lang: str = "zh") -> Finding:
    """Each instrument or purse with its meeting, money, parks and results, holes shown as such.

    :param about: only chains that lead through this thing.
    :raises NotFoundError: the name is unknown.
    """
    survey = Survey(out, lang)
    wanted = survey.find(about) if about else None
    chains = [
        chain
        for chain in find_chains(select(survey.network, _SAID, without=()))
        if wanted is None or wanted in _things(chain)
    ]
    rows = []
    for chain in chains:
        seen = cover(survey.network, chain.ties)
        cells = (_stage(survey, chain.stages[stage]) for stage in STAGES)
        rows.append((*cells, str(seen.articles), str(seen.quotes)))
    ties = [tie for chain in chains for tie in chain.ties]
    return survey.finding("chain", (*STAGES, "articles", "quotes"), rows, ties)


def _things(chain: Chain) -> set[str]:
    return {link.thing for links in chain.stages.values() for link in links}


def _stage(survey: Survey, links: tuple[Link, ...]) -> str:
    if not links:
        return f"— {survey.word('missing')}"
    told = [_link(survey, link) for link in links[:_MOST]]
    more = len(links) - _MOST
    return ", ".join([*told, f"+{more}"] if more > 0 else told)


def _link(survey: Survey, link: Link) -> str:
    if link.figure is not None:
        text = f"{link.figure.indicator} {link.figure.text}".strip()
    else:
        text = survey.name(link.thing)
    marks = [vocabulary().label(link.status, survey.lang)] if link.status else []
    marks += [survey.word(link.kind)] if link.kind != "stated" else []
    return f"{text} ({', '.join(marks)})" if marks else text
