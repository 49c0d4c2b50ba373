"""Whose figure it is: parties, flow, period, source, and what follows from it."""
