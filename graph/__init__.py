"""Statements become an RDF dataset: resolve, populate, store, reason, validate, query."""
