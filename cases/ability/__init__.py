"""Ability to pay: what must be asked and found, what can be withheld, and a purge that can be paid on its day."""
