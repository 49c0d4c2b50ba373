"""Palaces and ministries in which something takes place, as the states that sit there."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_lib.find.gazetteer import bundled
from briefing_lib.find.mentions import SEAT_AS_PLACE
from briefing_lib.find.name.eras import seat_on
from briefing_lib.tables import Mention


def as_governments(mentions: Sequence[Mention], published: str = "") -> Sequence[Mention]:
    """Return mentions with palaces and ministries as the states that sit there, even where something takes place in
    them: what was promised at the Blue House is South Korea's.

    >>> at = Mention("d", "d#1", 0, 10, "Blue House", "Blue House", "place", "place", SEAT_AS_PLACE)
    >>> as_governments([at])[0].actor
    'South Korea'
    """
    if not any(mention.rule == SEAT_AS_PLACE for mention in mentions):
        return mentions
    named = {mention.actor for mention in mentions}
    return [_as_government(m, published, named) if m.rule == SEAT_AS_PLACE else m for m in mentions]


def _as_government(mention: Mention, published: str, named: set[str]) -> Mention:
    today = bundled().senses.get(mention.text)
    sense = seat_on(mention.text, today, published, named.__contains__) if today else None
    return mention._replace(actor=sense.actor, type="state", role="actor") if sense else mention
