"""Files to documents, passages (who is speaking) and sentences."""
