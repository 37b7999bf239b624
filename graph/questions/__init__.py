"""The saved questions, one SPARQL file each; :mod:`graph.catalogue` reads them."""
