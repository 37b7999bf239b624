"""Minting: readable ASCII names for IRIs, whatever the label.

A name becomes its pinyin without tones. Names that would share an IRI all get a short hash: none
keeps the plain form, so an IRI never starts to mean another thing when an article is added.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from graph.terms import ARTICLE, CONCEPT

__all__ = ["article_iri", "assign", "clean", "concept_iri", "digest", "slug"]

#: Longest readable part of a slug; what is cut off is replaced by a hash.
LONGEST = 80
_WORD = re.compile(r"[a-z0-9]+")
_DOC = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_SPACE = re.compile(r"\s+")


def digest(*parts: str, size: int = 8) -> str:
    """The first ``size`` hexadecimal digits of a hash over ``parts``.

    >>> digest("a", "b") == digest("ab")
    False
    """
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return sha256(joined).hexdigest()[:size]


def clean(label: str) -> str:
    r"""A label without what cannot be seen or written: controls, bidi marks, zero widths.

    Variant characters and widths stay as they are; runs of space become one space.

    >>> clean("重庆\u200b大学\u202e\n 主页\x00")
    '重庆大学 主页'
    """
    kept = []
    for char in label:
        category = unicodedata.category(char)
        if category == "Cc" and char in "\t\n\r\x0b\x0c":
            kept.append(" ")
        elif category not in {"Cc", "Cf", "Cs", "Co", "Cn"}:
            kept.append(char)
    return _SPACE.sub(" ", "".join(kept)).strip()


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """Pinyin syllables and Latin words, joined by hyphens; always ASCII, never empty.

    >>> slug("西部（重庆）科学城"), slug("5G产业园"), slug("！！")
    ('xi-bu-chong-qing-ke-xue-cheng', '5g-chan-ye-yuan', '_41fa91dd')
    """
    from pypinyin import lazy_pinyin

    text = unicodedata.normalize("NFKC", clean(name)).casefold()
    syllables = lazy_pinyin(text, errors=lambda other: f" {other} ")
    folded = unicodedata.normalize("NFKD", " ".join(syllables))
    ascii_only = "".join(char for char in folded if not unicodedata.combining(char))
    words = _WORD.findall(ascii_only)
    readable = "-".join(words)
    if not readable:
        return "_" + digest(name)
    if len(readable) > LONGEST:
        return readable[:LONGEST].rsplit("-", 1)[0] + "_" + digest(name)
    return readable


def assign(identities: Mapping[str, str], base: str) -> dict[str, str]:
    """An IRI under ``base`` for each identity, from its name; the order does not matter.

    :param identities: what tells a thing from all others, mapped to its name.

    >>> iris = assign({"江北区": "江北区", "疆北区": "疆北区", "重庆": "重庆"}, "id/")
    >>> iris["重庆"], iris["江北区"]
    ('id/chong-qing', 'id/jiang-bei-qu_f4972889')
    """
    groups: dict[str, list[str]] = {}
    for identity, name in identities.items():
        groups.setdefault(slug(name), []).append(identity)
    iris: dict[str, str] = {}
    for readable, members in groups.items():
        if len(members) == 1:
            iris[members[0]] = base + readable
            continue
        size = 8
        while len({digest(member, size=size) for member in members}) < len(members):
            size += 4
        # "_" never occurs inside a readable part, so no hashed form equals a plain one
        stem = readable.split("_", 1)[0]
        iris |= {member: f"{base}{stem}_{digest(member, size=size)}" for member in members}
    return iris


def article_iri(doc: str) -> str:
    """IRI of an article; names that are no plain ASCII word become a slug with a hash.

    >>> article_iri("chongqing-roundtable")
    'https://w3id.org/onecity/article/chongqing-roundtable'
    >>> article_iri("../通知")
    'https://w3id.org/onecity/article/tong-zhi_fc4b7765'
    """
    if _DOC.fullmatch(doc) and ".." not in doc:
        return ARTICLE + doc
    readable = slug(doc)
    return f"{ARTICLE}{readable.split('_', 1)[0]}_{digest(doc)}"


def concept_iri(scheme: str, local: str) -> str:
    """IRI of a concept of ours: ``concept_iri("indicator", "zong-tou-zi")``."""
    return f"{CONCEPT}{scheme}/{local}"
