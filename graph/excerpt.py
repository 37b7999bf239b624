"""The excerpt: what a remote graph says about one thing, brought here as a small store.

It holds all that a card of the thing reads, so that :func:`graph.show.card` tells the same of a
remote graph as of a build.
"""

from __future__ import annotations

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from graph.lookup import find_entity
from graph.query import bind
from graph.remote import Remote
from graph.terms import INFERRED

__all__ = ["take"]

_TOLD = """{ ?told rdf:subject $thing } UNION { ?told rdf:object $thing }
    UNION { ?told rdf:object ?post . ?post org:postIn $thing }"""
#: The thing and its posts; its statements; what these speak of, and whose labels are read.
_NODES = (
    "{ VALUES ?s { $thing } } UNION { ?s org:postIn $thing }",
    f"{{ SELECT DISTINCT (?told AS ?s) WHERE {{ {_TOLD} }} }}",
    f"""{{ SELECT DISTINCT ?s WHERE {{ {_TOLD}
    VALUES ?link {{ oc:evidence prov:wasDerivedFrom oc:attributedTo rdf:subject rdf:object }}
    ?told ?link ?s }} }}""",
    f"""{{ SELECT DISTINCT ?s WHERE {{ {_TOLD}
    VALUES ?link {{ oc:indicator org:postIn }}
    ?told rdf:object ?end . ?end ?link ?s }} }}""",
)


def take(remote: Remote, name: str) -> Store:
    """The store that holds what ``remote`` says of the thing that ``name`` names.

    :raises NotFoundError: with the nearest names.
    :raises EndpointError: when no whole answer comes.
    """
    thing = NamedNode(find_entity(remote, name))
    store = Store()
    _copy(remote, store, *(f"{nodes} ?s ?p ?o" for nodes in _NODES), thing=thing)
    inferred = list(remote.quads_for_pattern(thing, None, None, NamedNode(INFERRED)))
    store.extend(inferred)
    others = {quad.object for quad in inferred if isinstance(quad.object, NamedNode)}
    if others:
        values = " ".join(sorted(map(str, others)))
        _copy(remote, store, f"VALUES ?s {{ {values} }} ?s ?p ?o")
    return store


def _copy(remote: Remote, store: Store, *patterns: str, **terms: NamedNode) -> None:
    for pattern in patterns:
        text = bind(f"SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }}", terms)
        for subject, predicate, value in remote.answer(text).rows:
            store.add(Quad(subject, predicate, value, DefaultGraph()))  # type: ignore[arg-type]
