"""The graph as other vocabularies tell it: one CONSTRUCT query each."""
