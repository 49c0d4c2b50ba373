"""One word of meeting to a draft: who, where, when and whether, as its own sentence tells it."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.dates import (
    after_publication,
    before_publication,
    dates_of,
    joined_days,
    limited,
    nearest_year,
    relation,
    stretched,
    told_after_stay,
)
from briefing_lib.link.meeting.draft import Draft, Place
from briefing_lib.link.meeting.kind import kind_of, points_back, says_enough
from briefing_lib.link.meeting.known import JOINT, body_meets, known, nameless, opens, travelling
from briefing_lib.link.meeting.reach import with_whom
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.settled import Settled
from briefing_lib.link.meeting.span import span_of
from briefing_lib.link.meeting.status import considered, status_of
from briefing_lib.link.meeting.status_behind import to_be_held, told_behind
from briefing_lib.link.meeting.status_nouns import looks_back
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.venue import HOUSE, JOURNEYS, at_home, place_and_state, told_venue
from briefing_lib.link.meeting.words import VERBS, Hit
from briefing_lib.link.people import HEIRS

_HOMEWARD = ("return", "left", "leav", "depart", "flew", "fl", "head")
# "had been due to meet", "that was to have taken place": over, if it did not come to that
_WAS_TO = re.compile(
    r"\b(?:(?:had|has|have)\snot\s(?:been\sheld|taken\splace)|did\snot\stake\splace|had\sbeen\s(?:due|expected|scheduled|set)|(?:was|were)\s(?:due|to\shave|supposed))\b"
)
_WAS_TO_HAVE = re.compile(r"\b(?:was|were)\s(?:meant\s|due\s|supposed\s)?to\shave\s")
# "said at a joint [press conference]"
_SAID_AT = re.compile(
    r"\b(?:said|told|announced|added|declared|stated|warned)\b[^,;]{0,30}?\b(?:at|during|in)\s(?:[\w-]+\s){0,4}$"
)
# "held long talks there with X"
_THERE = re.compile(r"\s(?:\w+\s){0,2}there\b")
_TOGETHER = re.compile(r"\b(?:joint|jointly|together)\b")
_SUCH = re.compile(
    r"\b(?:such\s+(?:an?\s+)?|there\s+(?:was|were|is|are|has\sbeen|will\sbe)\s(?:no|not\sany)\s+)$", re.I
)
# "a summit [of the bloc]"
_OF_THE_BODY = re.compile(r"\sof\sthe\s(?:alliance|association|bloc|body|club|group|grouping|organi[sz]ation|union)\b")
# "Technical teams are to resume negotiations": of the two states
_TEAMS = re.compile(r"\b(?i:teams|delegations|negotiators|experts|envoys|technicians|working\sgroups)\b")
_JUST = re.compile(r"\bjust\s+(?:now\s+)?$")


def draft_of(scene: Scene, hit: Hit, parties: Cast, resolver: Settled, published: str) -> Draft | None:
    """Return the draft of the meeting a word tells of; None if it says too little to be one.

    Args:
        scene: the sentence.
        hit: the word.
        parties: the parties it tells of.
        resolver: knows who "he" and "the two leaders" are.
        published: the document's date as EDTF.
    """
    if hit.frame in ("noun", "session") and not scene.dates and _bare(scene, hit, parties):
        return None
    told_again = False
    subjects = resolver.actors(scene, parties.subjects, [])
    others = resolver.actors(scene, parties.others, subjects)
    unnamed = hit.form not in VERBS and not parties.implied and not JOINT.search(scene.left(hit.end, 70))
    if unnamed and parties.subjects and not subjects and not others:
        # "X chaired a cabinet meeting", "proposed a meeting of defence ministers": whoever does it.
        acting = subjects_of(scene, hit, min([hit.start, *(p.start for p in parties.subjects)]))[0]
        subjects = resolver.actors(scene, [p for p in acting if p not in parties.subjects], [])
    place = told_venue(scene, hit, parties)
    gathering = None
    if (
        (hit.frame in ("attend", "go") or scene.text.startswith(" town", hit.end))
        and not parties.destinations
        and (gathering := resolver.last_gathering(scene.sentence)) is None
        and hit.frame == "attend"
    ):
        return None
    if hit.frame in JOURNEYS or hit.frame in ("attend", "reach") and parties.destinations:
        homes = {resolver.people.state(actor) for actor in subjects}
        if (
            scene.word(hit).startswith(_HOMEWARD)
            and place.state
            and place.state in homes | {HEIRS.get(home, "") for home in homes}
        ):
            # Who goes home visits nobody.
            return None
        actors = _travellers(scene, hit, parties, resolver, subjects, others, place)
        if hit.frame == "back" and not parties.destinations:
            actors, place = resolver.visit_of(subjects, scene.sentence)
            if not actors:
                return None
        if len(parties.destinations) > 1:
            place = place._replace(name="", state="")
    else:
        if len(subjects) == 1 and not others and any(p.name == "we" for p in parties.subjects) and hit.form in VERBS:
            # "We last met in Suva", she said: with whom she met before.
            others = [other] if (other := resolver.other_side(subjects[0])) else []
        if len(others) == 1 and not subjects and opens(scene, hit) and resolver.people.is_person(others[0]):
            # "A meeting with X did not take place": with the one the talk is of.
            subjects = [one for one in [resolver.acting_before(scene.sentence)] if one and one != others[0]]
        if hit.type == "press" and len(subjects) == 1 and not others and _TOGETHER.search(scene.left(hit.end, 60)):
            # "told a joint press conference": with whom the speaker met, as said before or right behind.
            after = next((one for one in scene.hits if one.start >= hit.end and one.type in ("talks", "summit")), None)
            told = [p for p in with_whom(scene, after) if p.kind in ("person", "counterpart")] if after else []
            others = resolver.actors(scene, told[:1], subjects)
            others = others or ([other] if (other := resolver.other_side(subjects[0])) else [])
        if hit.frame == "sign" and len(others) == 1 and not subjects and resolver.people.is_state(others[0]):
            # "the fisheries agreement with Morocco, signed on 3 May": of the two states the talk is of.
            sides = resolver.sides_near(scene.sentence)
            subjects = [side for side in sides if side != others[0]] if others[0] in sides else []
        actors = sorted({*subjects, *others})
        if not actors and hit.form in ("noun", "plural") and _SUCH.search(scene.left(hit.start, 30)):
            # "No such meeting is planned.", "There was no meeting in London."
            actors = resolver.last_two(scene.sentence)
            told_again = bool(actors)
        whose = place.name or _OF_THE_BODY.match(scene.text, hit.end)
        if not actors and whose and hit.type == "summit" and (body := resolver.body_named(scene.sentence)):
            # "the Madrid summit": of the organisation the talk is of.
            actors = [body]
        if len(actors) < 2 and not parties.others and (parties.implied or not actors):
            # "he said the meeting was planned for October 7"
            actors = known(scene, hit, parties, resolver, bool(place.name)) or actors
    if not actors and hit.frame == "meet" and parties.implied and (noun := body_meets(scene, hit)):
        # "The club next meets on 29 June": the one that was named.
        actors = [body] if (body := resolver.body_called(noun, hit.start)) else []
    carries = hit.frame in ("meet", "gather", "closet")
    carries = (
        carries
        or hit.type == "talks"
        and hit.form == "plural"
        and not scene.titled
        and bool(_TEAMS.search(scene.left(hit.start, 110)))
    )
    if not actors and carries and nameless(parties) and (place.name or scene.dates):
        # "Their defence ministers may meet in Rome", "The negotiators meet on Monday": of the two states.
        actors = resolver.sides_near(scene.sentence)
    if gathering is not None and actors:
        # "Nicaragua's X has confirmed that he will attend": the meeting told of before.
        bodies = [one for one in gathering.participants if not resolver.people.is_person(one)]
        actors = sorted({*actors, *(bodies if len(bodies) == 1 and not resolver.people.is_state(bodies[0]) else [])})
        place, told_again = Place(gathering.place, gathering.place_state), True
    blank = not scene.dates and not place.name and not told_again
    if blank and not says_enough(scene, hit, parties, actors, False, False, ""):
        return None
    guests = [] if subjects or others or hit.frame != "journey" else travelling(scene, hit, parties, resolver)
    if guests:
        # "A visit to Rotorua planned for Friday has been cancelled": by whoever is travelling.
        actors, told_again = sorted({*guests, place.state} - {""}), True
    elif hit.frame == "journey" and not actors and points_back(scene, hit) and told_behind(scene, hit):
        # "the trip may be moved to March"
        actors, place = resolver.last_visit(scene.sentence, place)
        told_again = bool(actors)
    first = min((p.start for p in parties.subjects if p.start >= scene.sentence.start), default=hit.start)
    status = status_of(scene, hit, first)
    dates, basis = dates_of(scene, hit, status, published)
    firm = hit.form in VERBS or considered(scene, hit) or to_be_held(scene, hit)
    if status == "proposed" or firm and status in ("planned", "expected"):
        dates = [
            after_publication(date, published) if firm or not date.basis.startswith("weekday") else date
            for date in dates
        ]
    if hit.type == "press" and (said := _SAID_AT.search(scene.left(hit.start, 80))):
        # What is said there may be about another day, and about what is to come.
        spoken = hit.start - len(scene.left(hit.start, 80)) + said.start()
        status, dates = "held", [date for date in dates if date.start > spoken]
        if place.start >= 0 and place.start < spoken:
            place = Place()
    if status in ("cancelled", "postponed", "denied"):
        over = bool(_WAS_TO_HAVE.search(_around(scene, hit)))
        dates = [nearest_year(date, published, over) for date in dates]
    if not dates and status == "held" and (about := told_after_stay(scene, hit)):
        dates, basis = [about], "sentence (told after the stay)"
    dated = relation(dates, published)
    if dated and not (hit.type == "press" and status == "held"):
        status = status_of(scene, hit, first, dated)
    if status == "held" or dated == "future" and _WAS_TO.search(_around(scene, hit)):
        dates = [before_publication(date, published) for date in dates]
    edtf, earliest, latest = joined_days(dates)
    if gathering is not None and not edtf:
        edtf, earliest, latest, basis = gathering.edtf, gathering.earliest, gathering.latest, "carried"
    if status in ("planned", "expected", "proposed") and limited(scene, dates, published):
        edtf, earliest, basis = f"{published}/{latest}", published, f"{basis} (before)"
    just = (
        status == "held"
        and _JUST.search(scene.left(hit.start, 20))
        and any(p.name in ("we", "i") for p in parties.subjects)
    )
    if just and len(edtf) < 10 and len(published) == 10:
        # "we have just signed": said on the day itself, by one who was there.
        edtf, earliest, latest, basis = published, published, published, "publication (just)"
    if scene.titled and hit.frame == "press" and status == "held" and not edtf and len(published) == 10:
        edtf, earliest, latest, basis = published, published, published, "publication"
    long = stretched(scene, hit, edtf, dates[0].start if dates else -1)
    if long != edtf:
        edtf, (earliest, latest) = long, long.split("/")
    kind = kind_of(scene, hit, parties)
    if not place.name and status == "held" and kind in ("talks", "press") and hit.frame not in JOURNEYS:
        there = resolver.last_place() if _THERE.match(scene.text, hit.end, scene.sentence.end) else Place()
        place = there if there.name else at_home(scene, hit, actors, edtf, published) or place
    is_noun = hit.form not in VERBS
    worth = says_enough(scene, hit, parties, actors, bool(place.name), bool(dates), status)
    worth = worth or told_again
    local = scene.text.startswith(" the ", hit.end)
    homeless = hit.frame == "visit" and hit.form == "base" and not (place.name or parties.destinations or local)
    weak = not worth and is_noun and kind in ("talks", "summit") and len(actors) < 2 and bool(place.name or dates)
    if not worth and not weak:
        return None
    start, end = span_of(scene, hit, parties, place, dates)
    return Draft(
        sentence=scene.sentence,
        start=start,
        end=end,
        type=kind,
        participants=actors,
        place=place.name,
        place_state=place.state,
        date_text=" and ".join(d.text for d in dates),
        edtf=edtf,
        earliest=earliest,
        latest=latest,
        basis=basis,
        status=status,
        rule=f"{hit.frame}: {scene.text[hit.start : hit.end]}",
        at=hit.start,
        told=bool(parties.others) or len(actors) > 1,
        told_with=bool(parties.others),
        nameless=bool(parties.others) and not others and all(p.kind == "office" for p in parties.others),
        spread=len(parties.destinations) > 1,
        weak=weak or homeless,
        assumed=scene.titled and is_noun and status == "held" and not dated,
        looks_ahead=status == "planned" and not dated and is_noun and looks_back(scene, hit),
        people=resolver.people,
    )


def _bare(scene: Scene, hit: Hit, parties: Cast) -> bool:
    """Does a noun stand alone: without parties, a place or a word that points to a meeting told of before?"""
    if parties.subjects or parties.others or parties.destinations or _SUCH.search(scene.left(hit.start, 30)):
        return False
    end = scene.sentence.end
    placed = any(m.type in ("place", "state") for m in scene.mentions) or scene.text.find(" capital", hit.end, end) >= 0
    return not placed and scene.text.find("here", hit.end, end) < 0 and not HOUSE.search(scene.text, hit.end, end)


def _travellers(
    scene: Scene, hit: Hit, parties: Cast, resolver: Settled, subjects: list[str], others: list[str], place: Place
) -> list[str]:
    """Return who takes part in a journey: the visitors and the host states, or the hosts named."""
    visitors = [actor for actor in subjects if actor != place.state]
    homes = {resolver.people.state(actor) for actor in visitors} if place.state else set()
    if place.state in homes and len(visitors) == 1 and parties.destinations:
        status = status_of(scene, hit, hit.start)
        if status in ("proposed", "planned") and (guest := resolver.partner(visitors[0], place.state)):
            # "confirmed his invitation to visit Russia": he is the host; whom he spoke with is the guest.
            return sorted({guest, place.state})
    elif parties.destinations and place.state:
        # "Lavrov in China with Wang Yi": who is visited stands for the host.
        hosts = [place_and_state(d.surface, d.name, d.kind)[1] for d in parties.destinations]
        return sorted({*visitors, *(others or hosts)} - {""})
    elif visitors and place.state and place.state not in homes and hit.frame in ("journey", "visit"):
        return sorted({*visitors, *others, place.state})
    return sorted({*subjects, *others})


def _around(scene: Scene, hit: Hit) -> str:
    """Return the clause from a little before a word to a little behind it."""
    before = scene.text.rfind(";", scene.sentence.start, hit.start)
    behind = scene.text.find(";", hit.end, scene.sentence.end)
    start, end = max(scene.sentence.start, before + 1), behind if behind > 0 else scene.sentence.end
    return scene.text[max(start, hit.start - 90) : min(end, hit.end + 90)]
