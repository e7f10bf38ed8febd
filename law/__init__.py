"""Dated rows of law with their cites, and the functions by which courts count. Pure: nothing here reads a clock."""
