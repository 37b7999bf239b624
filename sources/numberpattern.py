"""The pattern of amounts: number, factor, unit and approximators, from the lexicon's words."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon
from sources.numeral import ARABIC, chinese_signs

__all__ = ["amount_pattern", "approximator_before"]


_PAUSE = re.compile(r"[,;。:0-9]")


def _either(cues: tuple[Cue, ...]) -> str:
    """Pattern for the forms of ``cues``, longest first, each with its own forbidden sequel."""
    parts = []
    for cue in sorted(cues, key=lambda cue: (-len(cue.form), cue.form)):
        part = re.escape(cue.form)
        if "notBefore" in cue.attributes:
            part += f"(?![{re.escape(cue.attributes['notBefore'])}])"
        elif cue.form[-1].isascii() and cue.form[-1].isalnum():
            part += "(?![A-Za-z0-9])"
        parts.append(part)
    return "|".join(parts)


def _approximators(position: str) -> tuple[Cue, ...]:
    cues = load_lexicon().cues("Approximator")
    return tuple(cue for cue in cues if cue.attributes.get("position") == position)


def _going_on() -> str:
    """Pattern for the units behind which their next digit may stand (六成五)."""
    units = load_lexicon().cues("Unit")
    return "|".join(sorted(cue.form for cue in units if "goesOn" in cue.attributes)) or "(?!)"


def _odd() -> str:
    return "|".join(sorted(load_lexicon().forms("Digit", "HalfMark")))


@lru_cache(maxsize=1)
def amount_pattern() -> re.Pattern[str]:
    """Amounts on folded text.

    Groups: word (an amount in words) with wordafter; or number (``arabic`` when in digits),
    inside, scale, inside2, unit, odd (a digit behind it), of and part (fractions), last and
    shared (scale and unit of the list it stands in), after, currency (a sign before);
    core ends after the unit, before what approximates it.
    """
    lexicon = load_lexicon()
    signs, scales = chinese_signs()
    units, after = _either(lexicon.cues("Unit")), _either(_approximators("after"))
    inside = _either(_approximators("inside"))
    marks = "|".join(re.escape(cue.form) for cue in lexicon.cues("FractionMark"))
    ranges = "|".join(re.escape(cue.form) for cue in lexicon.cues("RangeMark"))
    arabic = rf"(?<![0-9A-Za-z.])(?<![0-9][,:/])(?P<arabic>{ARABIC})(?![0-9])"
    chinese = rf"(?<![{signs}])[{signs}]{{1,14}}"
    # The upper end of a range whose unit stands only once is read with the lower end.
    upper = rf"(?:[ ]?(?:{ranges})[ ]?(?P<upper>{ARABIC}|[{signs}]{{1,14}}))?"
    factor = rf"(?P<inside>{inside})?(?P<scale>[{scales}]{{0,3}}?)(?P<inside2>{inside})?"
    odd = rf"(?:(?<={_going_on()})(?P<odd>{_odd()})(?!{units}|[{signs}]))?"
    joint = "|".join(re.escape(cue.form) for cue in lexicon.cues("IndicatorJoiner"))
    item = rf"(?:{joint}){ARABIC}"
    # In a list of numbers only the last has the unit: 2.2、1.9和3.4平方公里.
    rest = rf"(?=(?:{item}[{scales}]{{0,2}})*{item}(?P<last>[{scales}]{{0,3}}?)(?P<shared>{units}))"
    # A look at the first sign: most open no amount, and need not be tried in all its ways.
    words = lexicon.forms("AmountWord", "CurrencyMark")
    first = re.escape("".join(sorted({form[0] for form in words})))
    return re.compile(
        rf"(?=[0-9{signs}{first}])(?:"
        rf"(?P<word>{_either(lexicon.cues('AmountWord'))})(?P<wordafter>{after})?"
        rf"|(?:(?P<currency>{_either(lexicon.cues('CurrencyMark'))})[ ]?)?(?P<core>"
        rf"(?P<number>{arabic}|{chinese})"
        rf"(?:{upper}{factor}[ ]?(?P<unit>{units}){odd}|(?P<of>{marks})"
        rf"(?P<part>{ARABIC}|[{signs}]{{1,8}})|(?P<bare>[{scales}]{{0,3}})(?:{rest})?))"
        rf"(?P<after>{after})?)"
    )


@lru_cache(maxsize=1)
def _before() -> tuple[dict[str, Cue], tuple[int, ...]]:
    table = {cue.form: cue for cue in _approximators("before")}
    return table, tuple(sorted({len(form) for form in table}, reverse=True))


def approximator_before(
    shadow: str, start: int, number: int, *, far: bool = False
) -> tuple[str | None, int]:
    """The approximator that ends at ``number``, and where it begins (else ``number``).

    ``far``: some may also stand a few signs before (约占全省的三分之一).

    >>> approximator_before("总投资约3", 0, 4), approximator_before("节约3", 0, 2)
    (('about', 3), (None, 2))
    """
    table, lengths = _before()
    place = number
    while place > start and shadow[place - 1] == " ":
        place -= 1
    for length in lengths:
        first = place - length
        cue = table.get(shadow[first:place]) if first >= start else None
        if cue is not None and _fits(cue, shadow, start, first, number):
            return cue.signals, first
    for form, cue in table.items() if far else ():
        if "reach" in cue.attributes:
            reach = len(form) + int(cue.attributes["reach"])
            first = shadow.rfind(form, max(start, place - reach), place)
            if 0 <= first < place and not _PAUSE.search(shadow, first, place):
                return cue.signals, number
    return None, number


def _fits(cue: Cue, shadow: str, start: int, first: int, number: int) -> bool:
    if first > start and shadow[first - 1] in cue.attributes.get("notAfter", ""):
        return False
    return cue.attributes.get("numeral") != "chinese" or not shadow[number].isascii()
