"""The command line: parses, calls one action or query, answers."""
