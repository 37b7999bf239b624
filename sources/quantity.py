"""Quantities: numbers with a unit, as claimed in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from ontology.lexicon import Cue, alternation, load_lexicon
from sources.bare import find_unit, is_large
from sources.date import date_spans
from sources.numberpattern import amount_pattern, approximator_before
from sources.numeral import chinese_signs, value

__all__ = ["Quantity", "quantities"]

# Names in quotation marks are short; what stands in them is no claim (“6+1”, “三个一批”).
_NAME = re.compile(r"《[^《》\r\n]{0,80}》|“[^“”,。\r\n]{1,12}”|‘[^‘’,。\r\n]{1,12}’")
_CLAUSE_END = re.compile(r"[,。;!?:\r\n]")
_FAR = frozenset({"money", "share"})
_BOUNDS = frozenset({"over", "atLeast", "atMost"})
_LOOK_BACK = 14  # characters: as far as a change word stands before its share in one clause


@dataclass(slots=True)
class Quantity:
    """A number with its unit: ``shadow[start:end]`` covers approximators, number and unit.

    ``number`` is a decimal in base units of ``unit`` (a code of ``ontology/lexicon/units.ttl``);
    ``high`` is the upper end when a range is given (``number`` is the lower one). A share that
    falls is negative growth. ``approximator``: about, nearly, atLeast, over, atMost or ``None``.
    ``kind``: count, money, area, length, mass, share, growth, points (percentage points),
    multiple, duration, rate (per something), bare (a large number without unit), announced
    (it only announces a list), criterion (it only sorts: 千万元以上项目) and the like: the
    ``lex:quantityKind`` of the unit.
    ``counts``: what family of things the measure word counts, such as ``organisation``.
    ``direction``: up or down when a word before it says so, else ``None``.
    ``number_start``, ``unit_end``: the number and unit without the approximators around them.
    """

    start: int
    end: int
    number: str
    unit: str
    approximator: str | None
    text: str
    kind: str
    counts: str = ""
    high: str | None = None
    direction: str | None = None
    number_start: int = 0
    unit_end: int = 0


@lru_cache(maxsize=32)
def _by_form(kind: str) -> dict[str, Cue]:
    return {cue.form: cue for cue in load_lexicon().cues(kind)}


@lru_cache(maxsize=32)
def _forms(kind: str) -> tuple[str, ...]:
    return tuple(sorted(load_lexicon().forms(kind), key=lambda form: (-len(form), form)))


def _plain(number: Decimal, factor: Decimal, *, share: bool = False) -> str:
    """``number * factor`` without exponent; shares keep their digits (70% is 0.70)."""
    result = number * factor
    if share:
        return format(result, "f")
    if factor > 1 and factor != factor.to_integral_value():
        result = result.quantize(Decimal("0.01"))
    text = format(result, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantities(shadow: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Quantities of ``shadow[start:end]`` in reading order, without overlaps.

    >>> [(q.number, q.unit, q.approximator) for q in quantities("总投资超1689亿元,占70%以上")]
    [('168900000000', 'CNY', 'over'), ('0.70', 'FRACTION', 'atLeast')]
    """
    stop = len(shadow) if end is None else end
    matches = list(amount_pattern().finditer(shadow, start, stop))
    if not matches:
        return []
    taken = date_spans(shadow, start, stop)
    taken += [match.span() for match in _NAME.finditer(shadow, start, stop)]
    taken.sort()
    starts = [span[0] for span in taken]
    found: list[Quantity] = []
    for match in matches:
        place = bisect_right(starts, match.start()) - 1
        if place >= 0 and any(
            match.start() < last for _, last in taken[max(0, place - 1) : place + 1]
        ):
            continue
        quantity = _amount(shadow, start, match)
        if quantity is not None:
            found.append(quantity)
    return _join_ranges(shadow, found)


def _amount(shadow: str, start: int, match: re.Match[str]) -> Quantity | None:
    """The quantity of one match; ``None`` when it is a rank, a class or an idiom."""
    if match["word"]:
        return _worded(shadow, start, match)
    before = shadow[max(start, match.start() - 6) : match.start()].rstrip(" ")
    if before.endswith(_forms("OrdinalMark")):
        return None
    if shadow.startswith(_forms("ClassMark"), match.end("core")):
        return None
    span, upper = value(match["number"]), value(match["upper"] or match["number"])
    if span is None or upper is None or upper[1] < span[0]:
        return None
    span = span[0], upper[1]
    if match["odd"]:
        # 六成五: the digit counts a tenth of the one before it.
        tenth = _digits()[match["odd"]] / 10
        span = span[0] + tenth, span[1] + tenth
    cue = _unit(shadow, start, match)
    far = bool(match["of"]) or (cue is not None and cue.attributes["quantityKind"] in _FAR)
    approximator, first = approximator_before(shadow, start, match.start(), far=far)
    inner = match["inside"] or match["inside2"]
    if inner:
        approximator = _by_form_at("inside")[inner].signals
    if match["after"]:
        approximator = _by_form_at("after")[match["after"]].signals
    if not match["arabic"] and _is_idiom(match, span, cue, approximator):
        return None
    quantity = Quantity(
        *(first, match.end(), "", "NUM", approximator, shadow[first : match.end()], "bare"),
        number_start=match.start(),
        unit_end=match.end("core"),
    )
    return _measured(shadow, start, match, quantity, span, cue)


@lru_cache(maxsize=1)
def _digits() -> dict[str, Decimal]:
    cues = (*load_lexicon().cues("Digit"), *load_lexicon().cues("HalfMark"))
    return {cue.form: Decimal(cue.attributes["value"]) for cue in cues}


def _unit(shadow: str, start: int, match: re.Match[str]) -> Cue | None:
    """The cue for the unit: its own, that of the list it stands in, or what a noun tells."""
    own = match["unit"] or (match["shared"] if match.start() > start else None)
    if own:
        return _by_form("Unit")[own]
    if match["of"] or match["currency"] or not is_large(match["number"] + (match["bare"] or "")):
        return None
    return find_unit(shadow, start, match.span(), match.endpos)


def _measured(
    shadow: str,
    start: int,
    match: re.Match[str],
    quantity: Quantity,
    span: tuple[Decimal, Decimal],
    cue: Cue | None,
) -> Quantity | None:
    """Give ``quantity`` its number and unit."""
    scale = Decimal(1)
    signs = match["scale"] or match["bare"] or ""
    if match["shared"]:
        # 3.1亿、5.7亿元 and 3.1、5.7亿元
        signs = "" if cue and signs and cue.form.startswith(signs) else signs or match["last"]
    for sign in signs:
        worth = value(sign)
        scale *= worth[0] if worth else 1
    if match["of"]:
        return _fraction(shadow, start, match, quantity, span[0])
    kind, unit, counts = "bare", "NUM", ""
    if cue is not None:
        scale *= Decimal(cue.attributes.get("factor", "1"))
        most = cue.attributes.get("atMostNumber")
        if most and span[1] > Decimal(most):
            return None
        kind, unit = cue.attributes["quantityKind"], cue.signals
        counts = cue.attributes.get("counts", "")
    elif match["currency"]:
        kind, unit = "money", _by_form("CurrencyMark")[match["currency"]].signals
    elif not match["bare"]:
        return None
    if shadow.startswith(_forms("RateMark"), match.end("core")):
        kind = "rate"
    elif kind == "money" and _sorts(shadow, match, quantity):
        kind = "criterion"
    low, high = (_plain(end, scale, share=unit == "FRACTION") for end in span)
    quantity = replace(quantity, number=low, high=high if high != low else None)
    return _changed(shadow, start, replace(quantity, kind=kind, unit=unit, counts=counts))


def _fraction(
    shadow: str, start: int, match: re.Match[str], quantity: Quantity, whole: Decimal
) -> Quantity | None:
    """Two thirds, thirty hundredths: the first number divides the second."""
    part = value(match["part"])
    if part is None or whole == 0:
        return None
    share = part[0] / whole
    exact = share.quantize(Decimal("0.0001"))
    text = format(share if share == exact else exact, "f")
    return _changed(shadow, start, replace(quantity, number=text, unit="FRACTION", kind="share"))


def _worded(shadow: str, start: int, match: re.Match[str]) -> Quantity:
    """An amount in words: half of, doubled."""
    cue = _by_form("AmountWord")[match["word"]]
    approximator, first = approximator_before(shadow, start, match.start())
    if match["wordafter"]:
        approximator = _by_form_at("after")[match["wordafter"]].signals
    attributes = cue.attributes
    return Quantity(
        *(first, match.end(), attributes["value"], cue.signals),
        attributes.get("approximator") or approximator,
        *(shadow[first : match.end()], attributes["quantityKind"]),
        number_start=match.start(),
        unit_end=match.end("word"),
    )


@lru_cache(maxsize=4)
def _by_form_at(position: str) -> dict[str, Cue]:
    cues = load_lexicon().cues("Approximator")
    return {cue.form: cue for cue in cues if cue.attributes.get("position") == position}


def _sorts(shadow: str, match: re.Match[str], quantity: Quantity) -> bool:
    """Does the sum only sort what is counted behind it (10亿元以上项目9个, 税收过亿元的有14家)?"""
    if match["after"] and not match["arabic"] and _is_scale(match["number"]):
        return True
    found = _sorting().match(shadow, match.end("core"), match.endpos)
    return found is not None and (found["by"] is not None or quantity.approximator in _BOUNDS)


@lru_cache(maxsize=1)
def _sorting() -> re.Pattern[str]:
    sort, tie = alternation("Threshold"), alternation("Attributive")
    signs = f"(?:[0-9]|[{chinese_signs()[0]}])+"
    count = f"{signs}{alternation('CountSign')}?{alternation('UnnamedMeasure')}"
    lead = f"(?P<by>{sort}){tie}?[^,。;、:0-9]{{1,8}}?|{tie}[^,。;、:0-9]{{0,8}}?"
    # 投资超30亿元项目3个, 营收过亿元企业达14家.
    lead += f"|{alternation('UnnamedNoun', 'UnnamedProject')}[^,。;、:0-9]{{0,2}}?"
    return re.compile(f"(?:{lead}){count}")


def _is_scale(signs: str) -> bool:
    """Whether a numeral names a scale only: ten million, a hundred."""
    return all(sign in chinese_signs()[1] for sign in signs)


def _is_idiom(
    match: re.Match[str], span: tuple[Decimal, Decimal], cue: Cue | None, approximator: str | None
) -> bool:
    """A Chinese numeral that counts nothing: 一个, 二次, 百家, 万元."""
    if match["of"]:
        return False
    if cue is None:
        return True
    number, kind = match["number"], cue.attributes["quantityKind"]
    if kind in {"count", "announced", "duration"} and number in _by_form("NoCount"):
        return True
    if not span[1]:
        return True  # 汽车零部件
    if len(number) >= 3 and not any(map(_is_scale, number)):
        return True  # 七二五所: a name
    if _is_scale(number) and span[0] >= 100:
        return approximator is None and (kind != "money" or len(number) == 1)
    return False


def _changed(shadow: str, start: int, quantity: Quantity) -> Quantity:
    """See whether a word before it makes the amount a change, and in which direction."""
    window = shadow[max(start, quantity.start - _LOOK_BACK) : quantity.start]
    ends = [match.end() for match in _CLAUSE_END.finditer(window)]
    window = window[ends[-1] if ends else 0 :]
    best: tuple[int, int, Cue] | None = None
    for form, cue in _by_form("GrowthWord").items():
        place = window.rfind(form)
        if place >= 0 and (best is None or (place + len(form), len(form)) > best[:2]):
            best = (place + len(form), len(form), cue)
    if best is None:
        return quantity
    between = window[best[0] :]
    for reached in _forms("NotLevelMark"):
        between = between.replace(reached, "")
    level = any(mark in between for mark in _forms("LevelMark"))
    if level and best[2].attributes.get("always") != "true":
        return quantity
    direction = best[2].signals
    if quantity.kind != "share":
        listed = any(mark in between for mark in _forms("ItemJoiner"))  # 起降点、航线58条
        near = (len(between) <= 3 and not listed) or quantity.kind in {"points", "multiple"}
        return replace(quantity, direction=direction) if near else quantity
    sign = "-" if direction == "down" else ""
    return replace(quantity, kind="growth", direction=direction, number=sign + quantity.number)


def _join_ranges(shadow: str, found: list[Quantity]) -> list[Quantity]:
    """Join two amounts with a range mark between: 20万元至50万元."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        if last is not None and last.end <= quantity.start and last.high is None:
            between = shadow[last.end : quantity.start].strip(" ")
            same = last.unit == quantity.unit or last.kind == "bare"
            if between in _forms("RangeMark") and same:
                joined[-1] = replace(
                    last,
                    unit=quantity.unit,
                    kind=quantity.kind,
                    counts=quantity.counts,
                    end=quantity.end,
                    high=quantity.number,
                    text=shadow[last.start : quantity.end],
                    unit_end=quantity.unit_end,
                    approximator=quantity.approximator or last.approximator,
                )
                continue
        joined.append(quantity)
    return joined
