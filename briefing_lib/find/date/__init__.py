"""How expressions of time are written, and what day they mean."""
