"""Service of process: what was issued, every attempt, what the law demands of it, and what may follow."""
