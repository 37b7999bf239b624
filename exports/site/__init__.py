"""The static site: a page for each thing, article and question, usable from a folder.

``press`` makes all pages of a build in both languages and puts the folder in place whole.

What is on them: ``profile`` gathers all about one thing, with each quote in its sentence, which
``passage`` finds; ``reading`` lays out an article, ``reply`` answers a question, ``overview`` says
where to begin, ``findings`` what the layout analysis found, ``excerpt`` is one thing in Turtle,
``lookup`` what the search goes through.

How: ``address`` gives every page a name that any file system takes and links them, ``frame`` fills
the templates, ``phrase`` has the words of both languages.
"""
