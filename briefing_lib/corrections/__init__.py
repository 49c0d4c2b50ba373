"""A researcher's decisions: cells set, rows dropped, meetings joined or parted, kept beside the corpus and replayed.

decisions.py   ``corrections.csv``: what was decided, one line a row of a table
values.py      which cells can be set, and to what
anchors.py     where the words of a decision stand now, and which row is theirs
follow.py      what else changes with a cell: the bounds of a date, a baseline
replay.py      decisions applied to the tables as they were read
deciding.py    a new decision, checked against the tables before it is kept
"""
