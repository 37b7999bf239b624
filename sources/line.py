"""Lines of an article and what each looks like by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon, pattern
from sources.timepattern import time_pattern

__all__ = ["Line", "is_sentence", "lines", "width"]

_LINE = re.compile(r"[^\r\n\u000b\u000c\u0085\u2028\u2029]+")
# Markdown: heading marks, quote marks, bullets, emphasis around a whole line.
_MARKDOWN = re.compile(r"(#{1,6})[ \t]+|(?:>[ \t]*)+|[-*+•·■●◆▪][ \t]+")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_ITEM = re.compile(r"[|>/»·•丨｜\s]+")
_WORD = re.compile(r"\w")
_NARROW = re.compile("[\0-\u2e7f]")
# A heading in a newspaper has room for about this many signs; a name plate for fewer.
LONGEST_HEADING = 40
LONGEST_BYLINE = 80


@dataclass(slots=True)
class Line:
    """One line that is not blank: ``shadow[start:end]`` is ``text``, white space left out.

    ``kind`` is what it looks like by itself (see :class:`~sources.segment.Paragraph`) or one of
    guests, summary, contents, tail: it announces what follows; ``""`` when it looks like nothing
    but text. ``rank``: of a numbered or marked heading, outer ones lower, else 0.
    """

    start: int
    end: int
    text: str
    kind: str = ""
    rank: int = 0


def width(text: str) -> int:
    """Length in Chinese signs: two Latin ones count as one."""
    if len(text) > 1000:
        return len(text)  # no heading or plate, whatever its signs
    return len(text) - len(_NARROW.findall(text)) // 2


def is_sentence(text: str) -> bool:
    """Whether a line is running text rather than a heading, a name plate or an item."""
    ended = text.rstrip("”’) ").endswith(("。", "!", "?", ";", "…"))
    return ended or "。" in text or width(text) > 3 * LONGEST_HEADING


@lru_cache(maxsize=64)
def _starts(kind: str) -> tuple[str, ...]:
    return tuple(sorted(load_lexicon().forms(kind)))


@lru_cache(maxsize=1)
def _noise() -> tuple[dict[int, tuple[str, ...]], re.Pattern[str]]:
    """The openings of noise, by how long its line may be, and the lines that are all noise."""
    starts: dict[int, tuple[str, ...]] = {}
    for cue in load_lexicon().cues("NoiseStart"):
        longest = int(cue.attributes.get("longest", "60"))
        starts[longest] = (*starts.get(longest, ()), cue.form)
    patterns = "|".join(f"(?:{form})" for form in _starts("NoisePattern"))
    return starts, re.compile(patterns)


@lru_cache(maxsize=1)
def _numbered() -> tuple[tuple[re.Pattern[str], int], ...]:
    cues = load_lexicon().cues("NumberedHeading")
    return tuple((re.compile(cue.form), int(cue.attributes["rank"])) for cue in cues)


@lru_cache(maxsize=1)
def _image() -> re.Pattern[str]:
    suffixes = "|".join(map(re.escape, _starts("ImageSuffix")))
    return re.compile(rf"[^\s,。]{{1,120}}\.(?:{suffixes})", re.IGNORECASE)


def _any_of(kind: str) -> str:
    forms = sorted(_starts(kind), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(map(re.escape, forms)) + ")"


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    """A byline's label with its colon, maybe after the name of a paper: 重庆日报作者 : …"""
    return re.compile(rf"[\[(【□■]?[^\s:,。]{{0,8}}?{_any_of('BylineStart')}[ \t]*[:/]")


@lru_cache(maxsize=1)
def _inner_label() -> re.Pattern[str]:
    either = f"(?:{_any_of('BylineStart')}|{_any_of('SourceStart')})"
    return re.compile(rf"[\s|]{either}[ \t]*[:/]")


@lru_cache(maxsize=8)
def _opening(kind: str) -> re.Pattern[str]:
    """A word of ``kind`` at the start of a line, then a space, a sign or nothing."""
    return re.compile(rf"[\[(【<□■◎●★—-]*[ ]*{_any_of(kind)}(?=[\]:)】>\s]|$)[\]:)】>\s]*")


def label_end(text: str, kind: str) -> int | None:
    """Where the text after the label begins: ``label_end("摘要:科技", "AbstractStart") == 3``."""
    match = _opening(kind).match(text)
    return match.end() if match else None


def heading_rank(text: str) -> tuple[int, int]:
    """Rank of a numbered heading and the length of its number; ``(0, 0)`` without number."""
    for number, rank in _numbered():
        match = number.match(text)
        if match and match.end():
            return rank, match.end()
    return 0, 0


@lru_cache(maxsize=1)
def _document_number() -> re.Pattern[str]:
    return re.compile("|".join(_starts("DocumentNumber")))


def _is_navigation(text: str) -> bool:
    if width(text) > 6 * LONGEST_HEADING or "。" in text:
        return False
    items = [item for item in _ITEM.split(text) if item]
    words = load_lexicon().forms("NavigationWord")
    known = sum(item in words for item in items)
    if len(items) == 1:
        return text in words
    return known >= 2 and known * 2 >= len(items)


def _is_noise(text: str) -> bool:
    if text in load_lexicon().forms("NoiseLine") or not _WORD.search(text):
        return True
    if len(text) > 400:
        return False
    starts, patterns = _noise()
    if any(text.startswith(forms) and width(text) <= most for most, forms in starts.items()):
        return not is_sentence(text) or width(text) > 20
    return bool(patterns.fullmatch(text)) or _is_navigation(text)


def _is_caption(text: str) -> bool:
    if _image().fullmatch(text) or _PICTURE.fullmatch(text):
        return True
    if width(text) > 2 * LONGEST_BYLINE:
        return False
    return text.lstrip("[(【").startswith(_starts("CaptionStart")) or (
        text.endswith(_starts("CaptionEnd")) and (is_sentence(text) or " " in text or "/" in text)
    )


def is_date_line(text: str) -> bool:
    """A line that is a date and little else (weekday, hour, name of the paper)."""
    if width(text) > LONGEST_HEADING or is_sentence(text) or "," in text:
        return False
    match = time_pattern().search(text)
    if match is None or not (match["ny"] or match["y"]) or heading_rank(text)[0]:
        return False  # 二、2025年工作回顾 heads a section
    if pattern("Title").search(text):
        return False  # the day of a report, and who gave it
    return width(text[: match.start()] + text[match.end() :]) <= 14 and match.start() <= 12


def _is_byline(text: str) -> bool:
    if width(text) > LONGEST_BYLINE or is_sentence(text):
        return False
    if _labelled().match(text) or label_end(text, "BylineStart") is not None:
        return True
    if _inner_label().search(text) or is_date_line(text):
        return True
    return bool(_document_number().fullmatch(text))


def look(text: str) -> str:
    """What a line looks like by itself; see :class:`Line`."""
    short = width(text) <= 2 * LONGEST_HEADING
    label = label_end(text, "AbstractStart")
    if label is not None and ":" in text[:label]:
        return "summary"
    if short and not is_sentence(text):
        for kind, name in (("AbstractStart", "summary"), ("GuestStart", "guests")):
            if label_end(text, kind) is not None:
                return name
        if text in load_lexicon().forms("ContentsStart"):
            return "contents"
        if label_end(text, "TailStart") is not None:
            return "tail"
    if _is_caption(text):
        return "caption"
    if short and _opening("SourceStart").match(text) and ":" in text:
        return "byline" if time_pattern().search(text) else "source"
    if _is_byline(text):
        return "byline"
    return "noise" if _is_noise(text) else ""


def lines(shadow: str) -> Iterator[Line]:
    """Lines of the folded text that are not blank, Markdown marks left out."""
    for match in _LINE.finditer(shadow):
        start, end = match.span()
        whole = match[0]
        start += len(whole) - len(whole.lstrip())
        end -= len(whole) - len(whole.rstrip())
        if start >= end:
            continue
        rank = 0
        mark = _MARKDOWN.match(shadow, start, end)
        if mark and mark.end() < end:
            rank = -(7 - len(mark[1])) if mark[1] else 0
            start = mark.end()
        if end - start > 4 and shadow.startswith("**", start) and shadow.endswith("**", start, end):
            start, end = start + 2, end - 2
        text = shadow[start:end]
        kind = look(text) if end - start <= 1000 else ""
        yield Line(start, end, text, kind, rank or heading_rank(text)[0])
