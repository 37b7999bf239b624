"""Business: what a company or fund does, told behind whose it is (高新区|投资|集团有限公司)."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon
from sources.token import Token

__all__ = ["is_business", "is_trading"]


def is_business(tokens: tuple[Token, ...], index: int, first: int) -> bool:
    """Do only such words stand from ``index`` to the legal form or fund at ``first``?

    What they follow is no doer then, but opens the name (自贸区|开放|发展基金).
    """
    legal, words = _words()
    if tokens[first].text in load_lexicon().forms("FundForm"):
        legal, words = frozenset({tokens[first].text}), load_lexicon().forms("FundPurpose")
    owner = tokens[index - 1] if index else None
    if owner is None or owner.end != tokens[index].start or tokens[first].text not in legal:
        return False
    return all(token.text in words for token in tokens[index:first])


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    lexicon = load_lexicon()
    return lexicon.forms("LegalForm"), lexicon.forms("BusinessWord")


def is_trading(rest: str) -> bool:
    """Are these the words of a business and a legal form, and nothing else?

    >>> is_trading("投资集团有限公司"), is_trading("云溪有限公司")
    (True, False)
    """
    return _trading().fullmatch(rest) is not None


@lru_cache(maxsize=1)
def _trading() -> re.Pattern[str]:
    return re.compile(f"{alternation('BusinessWord')}*{alternation('LegalForm')}")
