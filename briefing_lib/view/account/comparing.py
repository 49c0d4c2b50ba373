"""Accounts of one aspect compared: which agree, which stand out, and what one has that no other has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

AGREES, DIFFERS, ALONE = "agrees", "differs", "told by one only"
OWN, SHARED = "some only here", "nothing only here"
"""Of lists: each document is free to give its own part, so that none contradicts another."""


class Compared(NamedTuple):
    """How an account stands to the others.

    Attributes:
        verdict: agrees, differs or told by one only; of a list some only here, nothing only here or told by one only.
        only: of a list, what no other document has.
        without: of a list, what every other document that says anything has and this one leaves out.
    """

    verdict: str
    only: list[str]
    without: list[str]


def compare(values: Mapping[str, Sequence[Any]], agree: Callable[[Any, Any], bool]) -> dict[str, str]:
    """Return the verdict on each document's values.

    Two documents agree if one value of each may both be so. Where not all do, what most documents tell is taken for
    the common account, and those that do not agree with it stand out; where no account has more documents than
    another, all stand out.

    >>> compare({"a": ["held"], "b": ["held"], "c": ["planned"]}, str.__eq__)
    {'a': 'agrees', 'b': 'agrees', 'c': 'differs'}
    >>> compare({"a": ["Lima"], "b": ["Quito"]}, str.__eq__)
    {'a': 'differs', 'b': 'differs'}
    >>> compare({"a": ["Lima"]}, str.__eq__)
    {'a': 'told by one only'}
    """
    if len(values) < 2:
        return dict.fromkeys(values, ALONE)
    fits = {
        one: {
            other for other, theirs in values.items() if one == other or any(agree(a, b) for a in own for b in theirs)
        }
        for one, own in values.items()
    }
    most = max(map(len, fits.values()))
    common = [one for one, others in fits.items() if len(others) == most]
    settled = most > 1 and all(other in fits[one] for one in common for other in common)
    return {one: AGREES if settled and others.issuperset(common) else DIFFERS for one, others in fits.items()}


def compare_lists(values: Mapping[str, Sequence[str]]) -> dict[str, Compared]:
    """Return how each document's list stands to the others: what it has that no other has, and what it leaves out.

    >>> compare_lists({"a": ["trade", "energy"], "b": ["trade"]})["a"]
    Compared(verdict='some only here', only=['energy'], without=[])
    >>> compare_lists({"a": ["trade", "energy"], "b": ["trade"]})["b"]
    Compared(verdict='nothing only here', only=[], without=['energy'])
    """
    having: dict[str, int] = {}
    for own in values.values():
        for value in dict.fromkeys(own):
            having[value] = having.get(value, 0) + 1
    found = {}
    for document, own in values.items():
        only = [value for value in dict.fromkeys(own) if having[value] == 1] if len(values) > 1 else []
        others = len(values) - 1
        without = [value for value, number in having.items() if number == others and value not in own]
        found[document] = Compared(ALONE if not others else OWN if only else SHARED, only, without)
    return found
