"""Values every other part is made of. Standard library only; no clock, no database, no environment."""
