"""How names are found, and whose they are."""
