"""What each document tells of a meeting or a period, and how the accounts stand to each other."""
