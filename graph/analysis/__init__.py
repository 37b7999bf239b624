"""Layout analysis: how parks and what stands in them connect, and what the texts leave open.

``network`` is what every analysis looks at: things, ties of four kinds (stated, planned, target,
inferred), and the quotes behind each; ``reader`` reads it from a store, ``coverage`` counts what
stands behind an answer, and ``meaning`` says it in planning words.

Parks: ``projection`` ties parks by what they share, ``gap`` finds gaps, overlaps and strays,
``chain`` follows a policy from meeting to result.

Shape: ``cohesion`` finds bridges and cut points, ``centrality`` measures how each thing stands,
``brokerage`` who stands between parks, ``community`` which groups there are, ``scenario`` what
changes when something is taken away or added.

Side by side: ``route`` finds ways between two things, ``comparison`` what two things, articles or
dates share.
"""
