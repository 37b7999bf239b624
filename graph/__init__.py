"""From statements to a dataset that answers questions.

Who is who: ``roster`` holds every name, ``identity`` its key; ``telling`` says whether a name alone
tells its bearer, ``homonym`` parts what only shares a name, ``union`` joins what is one.
``division`` knows which area lies in which, ``curation`` reads what people decided. ``resolve``
runs them all and ``mint`` gives the IRI.

The dataset: ``populate`` writes statements as quads with ``terms`` and, by ``layout``, the parts of
layouts; ``background`` adds the ontology, ``reason`` what follows, ``naming`` what names say;
``validate`` checks the shapes and ``blame`` says whose fault a broken one is; ``build`` runs them
into a ``store``.

Questions: ``catalogue`` of the saved ones in ``questions``, whose parameters take a ``value``;
``query`` asks, behind a ``guard``. ``ask`` finds the one that people's own words put, by the
``thesaurus`` and by ``spotting`` names in them. ``coverage`` says which asks for which term.
``lookup`` finds a thing by name, ``show`` tells all about it, ``citation`` gathers what a
reference names.

Layout analysis: ``analysis`` is a room of its own within this one: ties between parks, gaps, what
holds the network together, policy chains, things and articles side by side.

For others: ``dataset`` is the store behind rdflib; ``remote`` asks a SPARQL endpoint instead of a
store, by ``courier``; ``excerpt`` brings from there what a card shows.
"""
