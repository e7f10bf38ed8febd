"""Guideline runs of a case: asked of the record or by hand, computed by the state's rows, kept as they were."""
