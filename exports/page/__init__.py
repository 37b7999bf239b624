"""The parts of the network page: template, style, scripts and its words in both languages."""
