"""What everything stands on: classes, relations, shapes, concepts and the lexicon, as Turtle.

- ``vocabulary``: classes, relations and concepts as Python sees them; ``terms``: how each is read
- ``lexicon.cue``: the words that signal them
- ``namespaces``: every namespace and graph name, once
- ``errors``: the one error tree
"""
