"""The court's calendar: what fits into a session, moves and their causes, closings, clashes, next dates and feeds."""
