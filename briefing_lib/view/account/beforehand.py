"""What was told while a meeting was still ahead: older than what a later document says, and no contradiction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing_lib.view.account.comparing import compare
from briefing_lib.view.drawing import periods

BEFOREHAND = "told beforehand"
OPEN = frozenset(("planned", "expected", "proposed"))
"""What a meeting is said to be that may still become anything else."""


def compare_status(values: Mapping[str, Sequence[str]], published: Mapping[str, str]) -> dict[str, str]:
    """Return the verdict on the status each document gives a meeting, as ``compare``, the overtaken left out.

    An account is overtaken if it is only of what is to come, and a document published later tells what came of it.

    Args:
        values: what each document tells.
        published: date of publication of each document, as EDTF; '' where it is not known.

    >>> compare_status({"a": ["planned"], "b": ["held"]}, {"a": "2024-05-02", "b": "2024-05-09"})
    {'a': 'told beforehand', 'b': 'told by one only'}
    >>> compare_status({"a": ["planned"], "b": ["held"]}, {"a": "2024-05-09", "b": "2024-05-02"})
    {'a': 'differs', 'b': 'differs'}
    """
    days = {document: periods.bounds(published.get(document, "")) for document in values}
    ends = [span[0] for document in values if (span := days[document]) and not OPEN.issuperset(values[document])]
    overtaken = {
        document
        for document, told in values.items()
        if (span := days[document]) and OPEN.issuperset(told) and ends and span[1] < max(ends)
    }
    rest = compare({d: told for d, told in values.items() if d not in overtaken}, str.__eq__)
    return {document: BEFOREHAND if document in overtaken else rest[document] for document in values}
