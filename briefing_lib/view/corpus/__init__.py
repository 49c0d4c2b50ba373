"""What the overview shows of a corpus: who speaks, when it was published."""
