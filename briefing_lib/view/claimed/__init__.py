"""Figures that are claimed: series, their levels and their changes."""
