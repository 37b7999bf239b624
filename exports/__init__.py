"""Everything that people open: the graph in other formats, pages, tables, reports."""
