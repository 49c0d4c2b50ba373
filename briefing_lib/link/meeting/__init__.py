"""How a sentence tells of a meeting: who, where, when, and whether it took place."""
