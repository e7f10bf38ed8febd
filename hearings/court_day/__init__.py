"""Court day: what the court did with each hearing, what follows from it, and what the next attorney must know."""
