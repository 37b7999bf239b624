"""The lexicon: Turtle files that curators edit, and the loader that reads them."""

from ontology.lexicon.cue import LEXICON, Cue, Lexicon, load_lexicon

__all__ = ["LEXICON", "Cue", "Lexicon", "load_lexicon"]
