"""Spheres: in bodies of which classes a title is held."""

from __future__ import annotations

from functools import lru_cache

from ontology.lexicon import load_lexicon

__all__ = ["areas_of", "bodies_of", "is_led"]


def bodies_of(title: str) -> tuple[str, ...]:
    """The classes of bodies that have a title, in the order they are tried; none are known.

    >>> bodies_of("副理事长")[0]
    'Alliance'
    """
    hints = [form for form in _hints() if title.endswith(form)]
    return _hints()[max(hints, key=len)] if hints else ()


@lru_cache(maxsize=1)
def _areas() -> dict[str, tuple[str, ...]]:
    """The classes that the opening letters of a title point to: 区 in 区长."""
    cues = [*load_lexicon().cues("AreaLetter"), *load_lexicon().cues("Committee")]
    return {c.form: tuple(c.attributes["of"].split()) for c in cues if "of" in c.attributes}


@lru_cache(maxsize=1)
def _hints() -> dict[str, tuple[str, ...]]:
    """The classes of bodies in which a title is held: an alliance for 理事长."""
    return {c.form: tuple(c.attributes["of"].split()) for c in load_lexicon().cues("TitleHint")}


def areas_of(title: str) -> tuple[str, ...]:
    """The classes of areas that a title points to: a district for 区委书记 and 常务副区长.

    >>> areas_of("区委书记")
    ('District',)
    """
    leads = [form for form in _areas() if title.startswith(form)]
    if leads:
        return _areas()[max(leads, key=len)]
    heads = [cue for cue in load_lexicon().cues("AreaTitle") if title.endswith(cue.form)]
    return tuple(heads[0].attributes["of"].split()) if heads else ()


def is_led(name: str, title: str) -> bool:
    """Does the title open with the letter that the name of the body ends in?

    >>> is_led("云溪研究所", "副所长"), is_led("云溪研究院", "副所长")
    (True, False)
    """
    letter = title[-2:-1]
    return letter in load_lexicon().forms("LedBody", "LedLetter") and name.endswith(letter)
