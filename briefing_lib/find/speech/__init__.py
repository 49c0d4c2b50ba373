"""Who says what: saying words, sources and what is said."""
