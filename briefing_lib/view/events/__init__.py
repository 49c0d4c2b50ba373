"""Meetings as a chronology shows them: chosen, named and laid out in lanes."""
