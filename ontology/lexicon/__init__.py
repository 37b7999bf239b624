"""The lexicon: Turtle files that curators edit, and the loader that reads them."""

from ontology.lexicon.cue import LEXICON, Cue, Lexicon, alternation, load_lexicon, pattern

__all__ = ["LEXICON", "Cue", "Lexicon", "alternation", "load_lexicon", "pattern"]
