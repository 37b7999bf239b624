"""Learned reading: compact linear models, trained on annotated texts, that weigh what rules find.

Each model is a file in this folder, written by :mod:`sources.learned.train`. The features of every
model include what the rules and the lexicon say, so a curator's new word is heard at once.
"""
