"""The facts of North Carolina's proposed orders."""

PAPERS: tuple[type, ...] = ()
