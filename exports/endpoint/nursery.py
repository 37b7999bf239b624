"""The nursery: imported once by the process that workers are made from, so that they start warm.

Each worker is a copy of that process: what it has read need not be read again.
"""

from __future__ import annotations

from exports.endpoint import worker
from graph.catalogue import questions
from ontology.vocabulary import vocabulary

__all__ = ["worker"]

vocabulary()
questions()
