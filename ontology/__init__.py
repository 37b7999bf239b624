"""The vocabulary everything stands on: OWL, SKOS, SHACL, lexicon, JSON-LD context, errors."""
