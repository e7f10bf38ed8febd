"""Wrong figures planted in papers and exhibits, and whether each is caught with both places named."""
