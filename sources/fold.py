"""A shadow of the text for matching: one way to write each sign, offsets unmoved."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

__all__ = ["CLOSERS", "OPENERS", "fold", "is_traditional"]

#: Opening signs that are left after folding, and their closing partners, in the same order.
OPENERS = "“‘《〈([{【"
CLOSERS = "”’》〉)]}】"

# Signs that print differently but mean the same. NFKC is no help: it rewrites numerals
# (㈠, ½, 10⁴), splits ellipses and so moves offsets.
_SIGNS = {
    "“": "「﹁〝❝„«",
    "”": "」﹂〞〟❞‟»",
    "‘": "『﹃❛‚‹",
    "’": "』﹄❜›",
    "(": "（﹙︵❨⦅｟",
    ")": "）﹚︶❩⦆｠",
    "[": "［〔﹝❲︹",
    "]": "］〕﹞❳︺",
    "【": "〖︻〘",
    "】": "〗︼〙",
    "《": "︽≪⟪",
    "》": "︾≫⟫",
    "〈": "︿⟨〈",
    "〉": "﹀⟩〉",
    "、": "､﹑",
    "。": "｡",
    "·": "・‧•∙⋅･᛫",
    "—": "―─━⸺﹘",
    "-": "‐‑‒–−﹣",
    "~": "〜∼˜",
    "¥": "￥",
    "%": "﹪",
    "+": "﹢",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u202f\u205f\u2060\u3000\ufeff",
}
#: From which share of simplified characters on a text was in traditional ones; Chinese characters.
_TRADITIONAL, _FIRST_HAN, _LAST_HAN = 0.2, "\u3400", "\u9fff"
# An upright quotation mark opens and closes by turns; a lone one in its line says nothing.
_UPRIGHT = re.compile(r'"([^"\r\n\u0085\u2028\u2029]*)"')


def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for block in (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00)):
        for code in block:  # radicals and compatibility forms that fonts and PDFs leave behind
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = plain
    rows = files("ontology").joinpath("lexicon", "traditional.tsv").read_text("utf-8").splitlines()
    for row in rows:
        traditional, _, simplified = row.partition("\t")
        if len(traditional) == len(simplified) == 1:
            table[ord(traditional)] = simplified
    for plain, others in _SIGNS.items():
        table.update({ord(other): plain for other in others})
    return {code: table.get(ord(plain), plain) for code, plain in table.items()}


@lru_cache(maxsize=1)
def _folds() -> dict[int, str]:
    return _table()


def fold(text: str) -> str:
    """``text`` with one sign per meaning; the same length, so spans hold in both.

    Half-width letters, digits and punctuation; “ ” and ‘ ’ for all quotation marks;
    simplified characters for traditional ones where that is one to one. Numerals are never
    rewritten. Folding twice changes nothing more.

    >>> fold('２０２１年，「一城多園」（試點）')
    '2021年,“一城多园”(试点)'
    >>> fold('打造"两江"与"科学城"')
    '打造“两江”与“科学城”'
    """
    folded = text.translate(_folds())
    return _UPRIGHT.sub(r"“\1”", folded) if '"' in folded else folded


def is_traditional(text: str, folded: str) -> bool:
    """Is ``text`` in traditional characters, going by how many of them ``folded`` has simplified?

    >>> [is_traditional(text, fold(text)) for text in ("兩岸科學園區", "两岸科學园区")]
    [True, False]
    """
    other = sum(
        own != plain and _FIRST_HAN <= own <= _LAST_HAN
        for own, plain in zip(text, folded, strict=True)
    )
    return other > _TRADITIONAL * len(text)
