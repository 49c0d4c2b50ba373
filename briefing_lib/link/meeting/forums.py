"""Bodies that are meetings, by their name: "the Antalya Diplomacy Forum, which opens on 1 May"."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.words import Hit

_FORUM_MEETS = re.compile(
    r"(?:\sin\s[A-Z][\w-]+)?(?:,\swhich\s[^.;]{3,90})?,?\s(?:(?:(?:will|would|is\sto|was\sto|is\sdue\sto|may)\s(?:now\s)?)?"
    r"(?:(?:be|was|is)\s(?:held|convened|hosted|opened|planned|scheduled)|t[ao]kes?\splace|took\splace|opens?|opened|begins?|began|"
    r"convenes?|convened|meets|met)\b|(?:on|from)\s\d|in\s(?:the\s)?[A-Z][\w-]+,?\s(?:on|from|in|next|last|this)\b)"
)


def is_forum(text: str, hit: Hit) -> bool:
    """Is it the word of a name that is a meeting's: "the Antalya Diplomacy Forum"?

    >>> is_forum("the Business Forum", Hit(13, 18, "other", "session", "noun"))
    True
    """
    return text[hit.start : hit.end] in ("Forum", "Conference", "Congress", "Dialogue", "Convention", "Symposium")


def forum_cast(scene: Scene, hit: Hit) -> Cast | None:
    """Read "the Business Forum, which had been planned for September, would take place in Ankara".

    Args:
        scene: the sentence.
        hit: the word of a session, inside the name.

    Returns:
        The body; None where its name is all that is said.
    """
    meets = _FORUM_MEETS.match(scene.text, hit.end, scene.sentence.end)
    body = [p for p in scene.parties if p.start < hit.start < p.end == hit.end and p.kind == "organisation"]
    return Cast(body, [], [], False) if meets and body else None
