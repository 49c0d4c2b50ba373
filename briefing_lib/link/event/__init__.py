"""How mentions of one meeting become one event."""
