"""The shipped articles, each with its sidecar and its review file."""
