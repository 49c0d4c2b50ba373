"""Exchanges: a question, or several in a row, with the answers to it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_lib.tables import Passage


def number_exchanges(passages: Sequence[Passage]) -> list[Passage]:
    """Number the exchanges of a document from 1; passages outside one keep 0.

    A question opens a new exchange unless no answer stands between it and the question before. What a moderator says
    inside an exchange belongs to it.

    >>> kinds = ["statement", "question", "question", "answer", "question", "answer"]
    >>> [p.exchange for p in number_exchanges([Passage("d", i, i, i, kind, "", "", 0) for i, kind in enumerate(kinds)])]
    [0, 1, 1, 1, 2, 2]
    """
    number, answered = 0, True
    waiting: list[int] = []  # what a moderator said since the last answer
    found = list(passages)
    for i, passage in enumerate(found):
        if passage.kind == "question":
            if answered:
                number, answered = number + 1, False
                waiting.clear()
            found[i] = passage._replace(exchange=number)
        elif passage.kind == "answer" and number:
            answered = True
            for at in waiting:
                found[at] = found[at]._replace(exchange=number)
            waiting.clear()
            found[i] = passage._replace(exchange=number)
        elif passage.voice == "moderator" and number:
            waiting.append(i)
    return found
