"""The facts of California's papers."""

PAPERS: tuple[type, ...] = ()
