"""Measures how costs grow with the work; figures are ratios of two sides of one run."""
