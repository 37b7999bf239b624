"""What each version of the ontology had when it was released: its terms and its JSON-LD context."""
