"""Who takes part: the parties a word of meeting tells of, whether it is a verb or a noun."""

from __future__ import annotations

from briefing_lib.link.meeting_nouns import noun_cast
from briefing_lib.link.meeting_verbs import verb_cast
from briefing_lib.link.meeting_words import VERBS, Hit
from briefing_lib.link.scene import Cast, Scene


def cast(scene: Scene, hit: Hit) -> Cast | None:
    """Return the parties of the meeting a word tells of; None if the word tells of no meeting."""
    return verb_cast(scene, hit) if hit.form in VERBS else noun_cast(scene, hit)
