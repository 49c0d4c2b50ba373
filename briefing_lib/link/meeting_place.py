"""Where: the place that belongs to a word of meeting in its sentence, and how far anything is from such a word."""

from __future__ import annotations

import re

from briefing_lib.link.meeting_words import VERBS, Hit
from briefing_lib.link.people import capital_of, is_seat
from briefing_lib.link.scene import CLAUSE, Scene, either
from briefing_lib.link.tokens import state_of_demonym
from briefing_lib.tables import Mention

# What a place or a date has to be nearer than, in characters, clauses and other meetings counted in.
FAR = 170.0
_CLAUSE_COST, _VERB_COST, _NOUN_COST = 60, 60, 60
# "in", "at the", "in the capital", "in central": right before a place.
_AT = re.compile(
    r"\b(?P<word>" + either(r"[Ii]n [Aa]t near outside to into for on(?=\s+the\s+(?:\w+\s+)?island\b)") + r")\s+(?:"
    + either(
        "the a capital city island of port town resort southern northern eastern western central downtown nearby Black "
        "Sea Alpine "
        r"[a-z]+ern [A-Z]\w+(?:an|ese|ish|i)(?=\sisland) [A-Z]\w+(?:an|ese|ish)?"
    )
    + r"[,\s]+){0,4}$"
)  # fmt: skip
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
_WHERE = re.compile(r"(?:\s\w+){0,3},?\s+where\s(?:(?!\ssaid\s|\stold\s)[^;]){0,60}$")
_IN_CAPITAL = re.compile(
    r"\b[Ii]n\s(?:the\s)?(?P<state>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}?)(?:['’]s)?\scapital\b(?!,?\s[A-Z])"
)
_HELD_IN = re.compile(r"\b(?:held|place|convened|hosted)\s[^;,]{0,40}$")
_AND = re.compile(r"\band\s+(?:an?|the|his|her|their)?\s*(?:[\w-]+\s+){0,2}$")
_SIDELINES = re.compile(
    r"\bon the (?:sidelines|margins|fringes) of\b|\b(?:take|takes|took)\splace\sat\b|\bheld\s(?:at|during)\b|"
    # "meet again at the ministerial meeting in Lima"
    r"\bat\s(?:the|an?)\s(?:[\w’'-]+\s){0,6}?(?:summit|meeting|conference|forum|gathering|session)\b"
)
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
    for mention in scene.mentions:
        if mention.type not in ("place", "state") or mention.start in skip:
            continue
        if mention.end < hit.start and _WHERE.match(scene.text, mention.end, hit.start):
            # "to Peking, where he was received"
            return mention
        if mention.type == "place" and _told_without_preposition(scene, hit, mention):
            return mention
        before = scene.left(mention.start, 50)
        at = _AT.search(before)
        if not at or not _located(scene, hit, mention, at["word"].lower()):
            continue
        if _TOPIC.search(before[: at.start()]) or scene.text.startswith(("'s", "’s"), mention.end):
            continue
        far = cost(scene, hit, mention.start, mention.end)
        if mention.start > hit.end and _HELD_IN.search(scene.text, hit.end, mention.start) and far < FAR:
            # "a conference on X in Asia, to be held in Samarkand"
            far = 0.0
        if mention.start > hit.end and _ABOUT.search(scene.text, hit.end, mention.start - len(before) + at.start()):
            far += 90
        if far < best[0]:
            best = (far, mention)
    if best[1] is None and (capital := _capital(scene, hit)):
        return capital
    here = best[1] is None and scene.text.find("here", hit.end, hit.end + 120) >= 0
    if here and _HERE.match(scene.text, hit.end, scene.sentence.end):
        return scene.people.dateline(hit.start)
    return best[1]


def _capital(scene: Scene, hit: Hit) -> Mention | None:
    """Return the place that "in the Kenyan capital" and "in Kenya's capital" stand for."""
    start, end = max(scene.sentence.start, hit.start - 120), min(hit.end + 160, scene.sentence.end)
    if scene.text.find(" capital", start, end) < 0:
        return None
    found = _IN_CAPITAL.search(scene.text, hit.end, end) or _IN_CAPITAL.search(scene.text, start, hit.start)
    if not found or cost(scene, hit, found.start(), found.end()) >= FAR:
        return None
    named = (m.actor for m in scene.mentions if m.start == found.start("state") and m.type == "state")
    state = state_of_demonym(found["state"]) or next(named, "")
    city, sentence = capital_of(state), scene.sentence
    if not city:
        return None
    return Mention(
        sentence.document, sentence.sentence, found.start("state"), found.end(), city, city, "place", "place", "capital"
    )


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


_WHEN = re.compile(r"\swhen\s[^,;]*$")


def cost(scene: Scene, hit: Hit, start: int, end: int) -> float:
    """Return how far a span is from a word of meeting, clauses and other meetings between them counted in."""
    behind = start >= hit.end
    first, last = (hit.end, start) if behind else (end, hit.start)
    far = float(last - first) * (1.0 if behind else 1.3)
    aside = _SIDELINES.search(scene.text, first, last)
    if aside and not any(first <= other.start < aside.start() for other in scene.hits if other != hit):
        return far
    far += _CLAUSE_COST * sum(1 for _ in CLAUSE.finditer(scene.text, first, last))
    for other in scene.hits:
        if other != hit and first <= other.start < last:
            # "a meeting of X and an informal summit of Y in Bishkek": one place for both.
            joined = (
                behind
                and hit.form not in VERBS
                and _AND.search(scene.text, max(hit.end, other.start - 40), other.start)
            )
            if other.type == "visit" and _WHEN.search(scene.text, first, other.start):
                # "will sign the treaty when X visits Lima on 2 July"
                continue
            far += _VERB_COST if other.form in VERBS else 0 if joined else _NOUN_COST
    return far
