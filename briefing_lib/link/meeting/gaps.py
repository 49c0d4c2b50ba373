"""A verb said once and meant twice: "spoke with X on Monday and with Y a day later", "sees X at ten and Y at noon"."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.reach import behind
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.words import VERBS, Hit

# What stands between the first who is met and the second: where and when, and no verb.
_AND = re.compile(
    r"(?P<between>\s[^;:.]{3,70}?),?\sand\s(?:(?:then|later|also|afterwards|finally)\s)?(?P<with>with\s|to\s)?"
    r"(?:the\s|his\s|her\s|its\s|their\s|visiting\s)*"
)
_VERB = re.compile(r"\s(?:is|are|was|were|has|had|have|will|would|to|who|which|that|said|says|and|[a-z]{3,}ed)\s")
_FRAMES = frozenset({"meet", "see", "speak", "with", "closet", "host", "call on"})
_MET = frozenset({"person", "counterpart", "office"})


def met_after(scene: Scene, hit: Hit, cast: Cast) -> tuple[Hit, Cast] | None:
    """Return the second meeting a verb tells of, at the one who is met there, and its parties; None if there is none.

    Args:
        scene: the sentence.
        hit: the verb.
        cast: the parties of its first meeting.
    """
    if hit.form not in VERBS or hit.frame not in _FRAMES or not cast.others or cast.others[0].kind not in _MET:
        return None
    start = cast.others[-1].end
    joined = _AND.match(scene.text, start, scene.sentence.end)
    if not joined or _VERB.search(joined["between"] + " "):
        return None
    between = [d.start for d in scene.dates] + [m.start for m in scene.mentions if m.type in ("place", "state")]
    if not any(start <= at < joined.end("between") for at in between) and " at " not in joined["between"]:
        return None
    parties = behind(scene, joined.end(), joined.end() + 30)
    if not parties or not all(p.kind in _MET for p in parties) or any(scene.possessive(p) for p in parties):
        return None
    if not joined["with"] and (scene.goes_on(parties[-1]) or not _when_or_where(scene, parties[-1].end)):
        return None
    last = parties[-1]
    place = Hit(last.start, last.end, hit.type, hit.frame, hit.form)
    return place, Cast(cast.subjects, parties, [], cast.implied, len(parties) > 1)


def _when_or_where(scene: Scene, start: int) -> bool:
    """Does a date or a place follow at once?"""
    named = [d.start for d in scene.dates] + [m.start for m in scene.mentions if m.type in ("place", "state")]
    return any(start < at < start + 20 for at in named) or scene.text.startswith(" at ", start)
