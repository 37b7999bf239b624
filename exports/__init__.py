"""From a dataset to what people open.

A build: ``harvest`` reads and extracts the articles, ``archive`` keeps their words, ``edition``
makes all files of them, ``refusal`` leaves out what breaks a shape, ``publish`` puts them in place
whole, under a ``lock``, with a ``manifest``; ``difference`` compares two builds.

Answers: ``answer`` asks, ``tables`` lays out, ``magnitude`` reads large numbers out,
``workbook`` and ``spreadsheet`` are for Excel, and ``pagelink`` leads from there to the pages;
``footnote`` writes references; ``notebook`` gives them to pandas;
``appraisal`` compares with annotators; ``terminal`` prints.

Layout analysis: ``survey`` opens a build for planners; ``sights`` lays out ways, comparisons and
gaps, ``gauge`` measures, ``outlook`` what if and policy chains.

Commands, by who uses them: ``researcher``, ``planner``, ``curator``, with the options that they
share in ``option``; the others stand in the command file. ``glossary`` writes and reads the lexicon
as a spreadsheet.

Formats: ``serialize`` knows them all; ``selection`` says what goes in, ``prefixes`` how IRIs are
shortened; ``turtle`` is for people; ``propertygraph`` becomes ``graphml``, ``gexf`` and
``csvpair``; ``xmltext`` keeps XML clean. ``view`` tells the graph in another vocabulary, by the
queries in ``views``.

The network page: ``picture_reader`` asks the store for a ``picture``; ``tree`` says what contains
what, ``layout``, ``packing`` and ``lettering`` where it stands, ``lanes`` which way its lines go;
``drawing`` makes it SVG, ``page_data`` JSON with ``page_survey`` for what the analysis finds, and
``network`` the page.

The static site: ``site`` is a room of its own within this one.

The report: ``ledger`` counts what was taken and what was not; ``marking`` cuts a text where
underlines begin or end, ``annotation`` lays out an article with its facts, ``wording`` has the
phrases, and ``report`` writes it.

The server: ``endpoint`` gives a build out as web pages and by the SPARQL 1.1 Protocol.

The ontology for readers: ``reference`` writes its page and the guide to extending it, ``diagram``
draws its patterns.
"""
