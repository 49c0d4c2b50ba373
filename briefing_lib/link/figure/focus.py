"""Says which two states a document is about, if it is about two: a visit, a treaty, the trade of neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from briefing_lib.link.figure.economies import demonyms_in
from briefing_lib.tables import Mention

_THIRD = 0.6  # how often a third may be named, beside the second
_SECOND = 0.25  # how often the second must be, beside the first
_HEADLINE = 3  # times that a name of the headline counts


class Focus:
    """The states of a document, counted when first asked for: names, capitals that stand for them, and adjectives.

    Args:
        text: the document.
        headline: character after its headline.
        mentions: its mentions, in order.

    >>> Focus("Chilean wine for Peruvian shops, Peruvian tin for Chilean works", 0, []).pair
    ('Chile', 'Peru')
    """

    def __init__(self, text: str, headline: int, mentions: Sequence[Mention]):
        self._text, self._headline, self._mentions = text, headline, mentions

    @cached_property
    def pair(self) -> tuple[str, str] | tuple[()]:
        """The two states named most, if no third is named nearly as often."""
        counts: Counter[str] = Counter()
        named = [(m.start, m.actor) for m in self._mentions if m.type == "state"]
        for at, name in [*named, *demonyms_in(self._text, 0, len(self._text))]:
            counts[name] += _HEADLINE if at < self._headline else 1
        best = counts.most_common(3)
        if len(best) < 2 or best[1][1] < 2 or best[1][1] < _SECOND * best[0][1]:
            return ()
        if len(best) == 3 and best[2][1] > _THIRD * best[1][1]:
            return ()
        return best[0][0], best[1][0]

    def other(self, state: str) -> str:
        """Return the second of the two, given one; "" for any other state."""
        if state not in self.pair:
            return ""
        return next(name for name in self.pair if name != state)
