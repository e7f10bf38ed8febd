"""The shapes in which the API answers."""
