"""Tables as numbers, worked out once and kept at hand: what makes a control answer at once with 10,000 documents."""
