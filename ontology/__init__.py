"""What everything stands on: classes, relations, shapes, concepts and the lexicon, as Turtle.

- ``vocabulary``: classes, relations and concepts as Python sees them; ``terms``: how each is read
- ``lexicon.cue``: the words that signal them; ``lexicon.sheet``: the same as rows for curators;
  ``lexicon.revision``: what their changes come to, by ``lexicon.usage``; ``lexicon.resource``: the
  Turtle, read and rewritten
- ``alignment``: the mappings to other vocabularies, and the axioms made of them
- ``release``: the terms of each version in ``releases``, and what changed between them
- ``namespaces``: every namespace and graph name, once
- ``errors``: the one error tree
"""
