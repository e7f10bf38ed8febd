"""The papers and exhibits of a hearing as one PDF, and the packets of a court session as one binder."""
