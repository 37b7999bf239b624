"""SKOS schemes as Turtle data: statuses, levels, industries, indicators, units and the like."""
