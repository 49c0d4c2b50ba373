"""Sentences to dates, mentions, quantities and quotations: spans in the text."""
