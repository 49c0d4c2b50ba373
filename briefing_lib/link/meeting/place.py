"""Where: the place that belongs to a word of meeting in its sentence."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.near import FAR, cost
from briefing_lib.link.meeting.scene import CLAUSE, Scene, either
from briefing_lib.link.meeting.where import AT, described_place, told_place
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.people import is_seat
from briefing_lib.tables import Mention

# "the war in", "the situation in": what is talked about lies there, not the talks.
_TOPIC = re.compile(
    r"\b"
    + either(
        "ambassador attacks? based born ceasefire conflicts? cooperation coup crisis developments earthquake "
        "elections? envoy events "
        "fighting floods forces hostages interests? invasion investments? operations? peace people presence "
        "process projects? "
        "protests? reforms? rights role security settlement situation stability troops truce unrest violence wars?"
    )
    + r"\s+$"
)
_ABOUT = re.compile(
    r"\b"
    + either("about over regarding concerning discuss(?:ed|ing|es)? aimed focus(?:ed|ing)? on")
    + r"\s+(?!the\s(?:side|margin|fringe))[a-z]+\s"
)
# "met X here on Tuesday": where the dispatch comes from.
_HERE = re.compile(r"[^;:“”\"]{0,110}?\bhere\b(?=[\s.,;])")
_HELD_IN = re.compile(r"\b(?:held|place|convened|hosted)\s[^;,]{0,40}$")
# "addressing the Council, Moscow, May 18"
_DATELINE = re.compile(
    r",\s+(?:\d{1,2}\s)?"
    + either("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun")
    + r"|,\s+(?:19|20)\d\d"
)


def place_of(scene: Scene, hit: Hit, skip: set[int]) -> Mention | None:
    """Return the mention that says where the meeting is; states and places behind "in" or "at" count.

    Args:
        scene: the sentence.
        hit: the word of meeting.
        skip: where the mentions begin that are parties of the meeting.
    """
    best: tuple[float, Mention | None] = (FAR, None)
    if told := told_place(scene, hit, skip):
        return told
    for mention in scene.mentions:
        if mention.type not in ("place", "state") or mention.start in skip:
            continue
        if mention.type == "place" and _told_without_preposition(scene, hit, mention):
            return mention
        before = scene.left(mention.start, 60)
        if mention.end < hit.start and _VENUE.match(scene.text, mention.end, hit.start):
            return mention
        at = AT.search(before) or (_ON_VISIT.search(before) if mention.start > hit.end else None)
        if not at or at.re is AT and not _located(scene, hit, mention, (at["word"] or at["site"]).lower()):
            continue
        if _TOPIC.search(before[: at.start()]) or scene.text.startswith(("'s", "’s"), mention.end):
            continue
        far = cost(scene, hit, mention.start, mention.end)
        if mention.end < hit.start and _in_brackets(scene, mention):
            # "In Tunis the President, back from a cure in Switzerland, received"
            far += 60
        if mention.end < hit.start and _other_day(scene, hit, mention):
            # "met X in Seoul in April, and in September he received Y"
            far += 70
        if mention.end < hit.start and mention.start - len(before) + at.start() - scene.sentence.start < 3:
            far = min(far, 60.0 + 30 * sum(mention.end <= h.start < hit.start for h in scene.hits))
        if mention.start > hit.end and _HELD_IN.search(scene.text, hit.end, mention.start) and far < FAR:
            # "a conference on X in Asia, to be held in Samarkand"
            far = 0.0
        if mention.start > hit.end and _ABOUT.search(scene.text, hit.end, mention.start - len(before) + at.start()):
            far += 90
        if far < best[0]:
            best = (far, mention)
    if best[1] is None and (found := described_place(scene, hit)):
        return found
    here = best[1] is None and scene.text.find("here", hit.end, hit.end + 120) >= 0
    if here and _HERE.match(scene.text, hit.end, scene.sentence.end):
        return scene.people.dateline(hit.start)
    return best[1]


# "offered Pretoria as a venue for"
_VENUE = re.compile(r"\sas\s(?:an?|the)\s(?:\w+\s)?(?:venue|location|site|setting|host)\s(?:for|of)\b")
# "on a visit to", "during her stay in", "when X visits"
_ON_VISIT = re.compile(
    r"\b(?:(?:during|on|in\sthe\scourse\sof)\s(?:an?|the|his|her|its|their|that)\s(?:[\w-]+\s){0,4}?"
    r"(?:visit|trip|tour|stay|stopover|journey)\s(?:to|in|of)|(?:when|as)\s[^,;]{3,40}\s(?:visits|visited|is\sin|was\sin))"
    r"\s(?:the\s)?$"
)
_COMMAS = re.compile(r",\s[^,;]*$")


def _in_brackets(scene: Scene, mention: Mention) -> bool:
    """Does a place stand in an aside between commas without a word of meeting?"""
    aside = _COMMAS.search(scene.text, scene.sentence.start, mention.start)
    if aside is None or not scene.text.startswith(",", mention.end):
        return False
    return not any(aside.start() < other.start < mention.start for other in scene.hits)


def _other_day(scene: Scene, hit: Hit, mention: Mention) -> bool:
    """Does a clause with a date of its own begin between a place and the word of meeting?"""
    clause = next(CLAUSE.finditer(scene.text, mention.end, hit.start), None)
    if clause is None or not any(other.end <= mention.start for other in scene.hits):
        return False
    return any(clause.start() <= date.start < hit.start for date in scene.dates)


def _told_without_preposition(scene: Scene, hit: Hit, mention: Mention) -> bool:
    """Is it "the Camp David talks", or a caption's "the Council, Moscow, May 18"?"""
    if mention.end < hit.start:
        return hit.frame != "journey" and not scene.text[mention.end : hit.start].strip()
    return scene.text[mention.start - 2 : mention.start] == ", " and bool(_DATELINE.match(scene.text, mention.end))


_FIXED_FOR = re.compile(r"\b(?:fixed|foreseen|planned|scheduled|set|slated)\sfor\s(?:the\s)?$")


def _located(scene: Scene, hit: Hit, mention: Mention, word: str) -> bool:
    if word == "for" and _FIXED_FOR.search(scene.left(mention.start, 40)):
        return mention.start > hit.end
    if word in ("to", "for", "into"):
        moves = hit.frame in ("journey", "travel") or hit.frame == "host" and hit.type == "talks"
        return mention.start > hit.end and moves
    return word != "at" or mention.type == "place" or is_seat(mention.text)
