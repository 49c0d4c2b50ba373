"""Who takes part: the parties a word of meeting tells of, whether it is a verb or a noun."""

from __future__ import annotations

from briefing_lib.link.meeting.nouns import noun_cast
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.verbs import verb_cast
from briefing_lib.link.meeting.words import VERBS, Hit


def cast(scene: Scene, hit: Hit) -> Cast | None:
    """Return the parties of the meeting a word tells of; None if the word tells of no meeting."""
    return verb_cast(scene, hit) if hit.form in VERBS else noun_cast(scene, hit)
