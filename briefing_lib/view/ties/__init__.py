"""Who is named with whom: the pairs, and their picture as a network or a matrix."""
