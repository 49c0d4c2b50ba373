"""Words of parts of a corpus, and strings of them that come again."""
