"""The endpoint: a build as web pages and by the SPARQL 1.1 Protocol.

In front, one process that never looks into the store: ``server`` listens, a ``connection`` has a
clock, the ``gate`` lets requests in, ``application`` knows the addresses and ``operation`` the
protocol; ``description`` says what there is, ``handover`` gives answers out, which a ``validator``
spares who has them, and ``command`` starts it all.

Behind, processes that may die: the ``crew`` has a ``colleague`` for each ``worker``, which the
``midwife`` gets from the ``nursery`` and which works in ``confinement``. Its ``evaluation`` fills a
``parcel`` in a form of ``media``, says a ``refusal``, gives updates their dataset (``using``), or
writes a ``page`` with the ``notice`` of a thing or the ``wording`` of a refusal.
"""
