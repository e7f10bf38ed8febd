"""The facts of North Carolina's fact sheets for hearings other than contempt, and of the agent's testimony outline."""

PAPERS: tuple[type, ...] = ()
