"""Numbers, units and what they count."""
