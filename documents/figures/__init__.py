"""One figure everywhere: what the papers and exhibits of a packet say of the same fact, compared."""
