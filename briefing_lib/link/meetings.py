"""Sentences to meetings: one row for each mention that says something about a meeting.

Words of meeting start the rules (``meeting_words``); the parties around a word give the participants
(``participants``), the words before and behind it the status (``status``), the nearest place and date the rest
(``meeting_place``). What a sentence leaves open is taken from the same meeting or the visit around it (``carry``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefing_lib.link.meeting_carry import Draft, carry
from briefing_lib.link.meeting_dates import dates_of, stretched
from briefing_lib.link.meeting_kind import kind_of, points_back, says_enough
from briefing_lib.link.meeting_place import place_of
from briefing_lib.link.meeting_words import VERBS, Hit, find_hits
from briefing_lib.link.participants import cast
from briefing_lib.link.parties import Party
from briefing_lib.link.people import People, is_seat, state_of_place
from briefing_lib.link.resolve import Resolver
from briefing_lib.link.reach import behind, clause_end
from briefing_lib.link.scene import Cast, Scene
from briefing_lib.link.status import status_of
from briefing_lib.link.status_nouns import looks_back
from briefing_lib.tables import Date, Meeting, Mention, Sentence

_TITLES = frozenset({"headline", "heading", "caption"})
# Nouns that tell of no meeting in a sentence that names nobody and gives no day.
_NEED_NAMES = frozenset(
    {
        "session",
        "speech",
        "journey",
        "signing",
        "address",
        "visit",
        "travel",
        "host",
        "discuss",
        "be in",
        "tell",
        "see",
        "call on",
        "pen",
    }
)
# Verbs that tell of no meeting unless a name stands right behind them; they are frequent, and passed over first.
_NEED_NEAR = frozenset({"travel", "be in", "go", "invite", "tell", "call on", "see", "invitation"})
_SILENT = frozenset({"boilerplate", "byline"})


def find_meetings(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], dates: Sequence[Date], published: str
) -> list[Meeting]:
    """Find the mentions of meetings.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
        mentions: its mentions, in order.
        dates: its dates, in order.
        published: the document's date as EDTF; empty if not known.

    Returns:
        Meetings in the order of the words that tell of them.

    >>> text = "Kenya and Egypt will hold talks in Nairobi."
    >>> sentences = [Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")]
    >>> mentions = [
    ...     Mention("d", "d#1", 0, 5, "Kenya", "Kenya", "state", "actor", "alias"),
    ...     Mention("d", "d#1", 10, 15, "Egypt", "Egypt", "state", "actor", "alias"),
    ...     Mention("d", "d#1", 35, 42, "Nairobi", "Nairobi", "place", "place", "alias"),
    ... ]
    >>> [(m.type, m.status, m.participants, m.place) for m in find_meetings(text, sentences, mentions, [], "")]
    [('talks', 'planned', ['Egypt', 'Kenya'], 'Nairobi')]
    """
    plain = without_title_case(text, sentences)
    people = People(plain, sentences, mentions)
    starts = [date.start for date in dates]
    drafts: list[Draft] = []
    resolver = Resolver(people, drafts, sentences)
    for sentence, hits in _by_sentence(plain, sentences):
        near = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        named = people.mentions_in(sentence.start, sentence.end)
        hits = _outside_names(hits, named) if named else [hit for hit in hits if near or hit.frame not in _NEED_NAMES]
        hits = [hit for hit in hits if hit.frame not in _NEED_NEAR or _named_behind(plain, hit, named)]
        if not hits and sentence.kind not in _TITLES:
            continue
        scene = Scene(plain, sentence, hits, near, people)
        if not scene.parties and not near and not scene.mentions:
            continue
        first = len(drafts)
        if scene.titled and (visit := _presence(scene, resolver, published)):
            drafts.append(visit)
        for hit in hits:
            for draft in _read(scene, hit, resolver, published):
                _add(drafts, first, draft)
    carry(drafts)
    return [row for draft in drafts if (row := draft.row(text)) is not None]


_SMALL = re.compile(
    r"\b(?:A|About|After|Ahead|Amid|An|And|Are|As|At|Be|Before|Between|Both|But|By|Could|Due|During|Eve|Expected|For|From|Has|Have|His|Her|In|"
    r"Into|Is|Likely|Might|Not|Of|Off|On|Or|Over|Set|Should|Since|Talks|That|The|Their|To|Upon|Was|Were|While|Will|With|Would)\b"
)


def without_title_case(text: str, sentences: Sequence[Sentence]) -> str:
    """Return the text with the little words of Title Case Headlines in small letters, every offset as it was.

    >>> line = "Modi Likely To Meet With Putin In Goa"
    >>> without_title_case(line, [Sentence("d#1", "d", 1, 0, len(line), line, "author", "headline")])
    'Modi likely to Meet with Putin in Goa'
    """
    parts, last = [], 0
    for sentence in sentences:
        line = (
            text[sentence.start : sentence.end]
            if sentence.kind in _TITLES or text[sentence.start : sentence.start + 12].isupper()
            else ""
        )
        if line:
            if line.isupper() and len(line.lower()) == len(line):
                parts += [text[last : sentence.start], line.lower()]
                last = sentence.end
                continue
            if sentence.kind not in _TITLES:
                continue
            first = len(line.split(" ", 1)[0])
            parts += [text[last : sentence.start + first], _SMALL.sub(lambda hit: hit.group().lower(), line[first:])]
            last = sentence.end
    return "".join([*parts, text[last:]]) if parts else text


def _by_sentence(text: str, sentences: Sequence[Sentence]) -> list[tuple[Sentence, list[Hit]]]:
    """Return the sentences with words of meeting, and titles, which may do without: "Lavrov in China with Wang"."""
    found: dict[int, list[Hit]] = {at: [] for at, sentence in enumerate(sentences) if sentence.kind in _TITLES}
    at = 0
    for hit in find_hits(text):
        while at < len(sentences) and sentences[at].end <= hit.start:
            at += 1
        if at == len(sentences):
            break
        if hit.start >= sentences[at].start and sentences[at].kind not in _SILENT:
            found.setdefault(at, []).append(hit)
    return [(sentences[at], hits) for at, hits in sorted(found.items())]


def _named_behind(text: str, hit: Hit, mentions: Sequence[Mention]) -> bool:
    return text.startswith((" him ", " her ", " them "), hit.end) or any(
        hit.end <= m.start <= hit.end + 70 for m in mentions
    )


def _outside_names(scene_hits: list[Hit], mentions: Sequence[Mention]) -> list[Hit]:
    """Leave out words that are part of a name: the "Forum" of an organisation that is called so."""
    return [h for h in scene_hits if not any(m.start <= h.start < m.end for m in mentions)]


# " in", " in the": between a person and the place of a headline.
_IN = re.compile(r"\s+(?:in|arrives in|lands in|heads to|off to|back in)\s+(?:the\s+)?$")
_PURPOSE = re.compile(r"\s+(?:for|with|on|to|as|ahead)\b")


def _presence(scene: Scene, resolver: Resolver, published: str) -> Draft | None:
    """Read a headline without a verb as a visit: "X in Turkey for talks with Y", "X in Kenya with Y"."""
    for person, place in zip(scene.parties, scene.parties[1:], strict=False):
        gap = scene.text[person.end : place.start]
        if person.kind != "person" or place.kind not in ("state", "place") or not _IN.match(gap):
            continue
        purpose = _PURPOSE.match(scene.text, place.end, scene.sentence.end)
        if not purpose:
            continue
        hit = Hit(place.start, place.start, "visit", "travel", "past")
        others = behind(scene, purpose.end(), scene.sentence.end) if purpose.group().strip() == "with" else []
        return _draft(scene, hit, Cast([person], others, [place], False), resolver, published)
    return None


def _read(scene: Scene, hit: Hit, resolver: Resolver, published: str) -> list[Draft]:
    """Read the meetings a word tells of: none, one, or one for each party or destination."""
    parties = cast(scene, hit)
    if parties is None:
        return []
    drafts = []
    if parties.apart:
        for other in parties.others:
            drafts.append(_draft(scene, hit, parties._replace(others=[other]), resolver, published))
    else:
        drafts.append(_draft(scene, hit, parties, resolver, published))
    return [draft for draft in drafts if draft is not None]


# "a joint commission", "the Joint Committee would hold its tenth session"
_JOINT = re.compile(
    r"\b(?:joint|mixed|bilateral|intergovernmental)\s+(?:[\w-]+\s+){0,2}(?:commission|committee|session|meeting)\b",
    re.I,
)
_FURTHER = re.compile(r"\b(?:further|another|second|third|fresh|new|follow-up)\s+(?:round\s+of\s+)?$")
_JUST = re.compile(r"\bjust\s+(?:now\s+)?$")


def _draft(scene: Scene, hit: Hit, parties: Cast, resolver: Resolver, published: str) -> Draft | None:
    subjects = resolver.actors(scene, parties.subjects, [])
    others = resolver.actors(scene, parties.others, subjects)
    journey = hit.frame in ("journey", "visit", "travel", "be in", "go", "invite", "invitation")
    skip = {m.start for m in scene.mentions for s in (*parties.subjects, *parties.others) if s.start <= m.start < s.end}
    place, place_state = "", ""
    place_span: tuple[int, int] | None = None
    if parties.destinations:
        destination = parties.destinations[0]
        place, place_state = _place_name(destination.surface, destination.name, destination.kind)
        place_span = (destination.start, parties.destinations[-1].end)
    else:
        mention = place_of(scene, hit, skip)
        if mention and journey and not 0 <= mention.start - hit.end < 25:
            mention = None
        if mention:
            place, place_state = _place_name(mention.text, mention.actor, mention.type)
            place_span = (mention.start, mention.end)
    actors = sorted({*subjects, *others})
    if (
        len(actors) < 2
        and not parties.others
        and scene.text[hit.start - 24 : hit.start]
        and _JOINT.search(scene.left(hit.end, 70))
    ):
        actors = sorted({*actors, *resolver.two_states(scene.sentence)}) if not actors else actors
    if (
        not actors
        and (place or scene.dates)
        and hit.form == "noun"
        and hit.type in ("talks", "call", "other")
        and (points_back(scene, hit) or _FURTHER.search(scene.left(hit.start, 24)))
    ):
        actors = sorted(resolver.before(scene.sentence))
    if (
        hit.frame == "travel"
        and scene.word(hit).startswith("return")
        and place_state in {resolver.people.state(a) for a in subjects}
    ):
        return None
    if journey:
        visitors = [a for a in subjects if a != place_state]
        homes = {resolver.people.state(a) for a in visitors} if place_state else set()
        if (
            parties.destinations
            and place_state in homes
            and status_of(scene, hit, hit.start) == "proposed"
            and len(visitors) == 1
        ):
            # "confirmed his invitation to visit Russia": he is the host; whom he spoke with is the guest.
            guest = resolver.partner(visitors[0])
            actors = sorted({guest, place_state}) if guest else actors
        elif parties.destinations and place_state and place_state not in homes:
            # "Lavrov in China with Wang Yi": who is visited stands for the host.
            hosts = [_place_name(d.surface, d.name, d.kind)[1] for d in parties.destinations]
            actors = sorted({*visitors, *(others or hosts)} - {""})
            if len(parties.destinations) > 1:
                place = place_state = ""
        elif place_state and visitors and place_state not in homes and hit.frame == "journey":
            actors = sorted({*visitors, *others, place_state})
    if not scene.dates and not place and not says_enough(scene, hit, parties, actors, False, False, ""):
        return None
    first = min((p.start for p in parties.subjects if p.start >= scene.sentence.start), default=hit.start)
    status = status_of(scene, hit, first)
    dates, basis = dates_of(scene, hit, status, published)
    dated = _relation(dates, published)
    if dated:
        status = status_of(scene, hit, first, dated)
    edtf, earliest, latest = _joined(dates)
    if len(edtf) < 10 and status == "held" and _JUST.search(scene.left(hit.start, 20)) and len(published) == 10:
        # "we have just signed": said on the day itself, by one who was there.
        if any(p.name in ("we", "i") for p in parties.subjects):
            edtf, earliest, latest, basis = published, published, published, "publication (just)"
    long = stretched(scene, hit, edtf)
    if long != edtf:
        edtf, (earliest, latest) = long, long.split("/")
    kind = kind_of(scene, hit, parties)
    worth = says_enough(scene, hit, parties, actors, bool(place), bool(dates), status)
    weak = (
        not worth and kind in ("talks", "summit") and len(actors) < 2 and bool(place or dates) and hit.form not in VERBS
    )
    if not worth and not weak:
        return None
    start, end = _span(scene, hit, parties, place_span, dates)
    return Draft(
        sentence=scene.sentence,
        start=start,
        end=end,
        type=kind,
        participants=actors,
        place=place,
        place_state=place_state,
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
        weak=weak,
        assumed=scene.titled and hit.form not in VERBS and status == "held" and not dated,
        looks_ahead=status == "planned" and not dated and hit.form not in VERBS and looks_back(scene, hit),
        people=resolver.people,
    )


def _place_name(words: str, actor: str, kind: str) -> tuple[str, str]:
    """Return the name of a place and the state it lies in: ("Beijing", "China") for the capital that is named for its government."""
    if kind == "state":
        return (words if is_seat(words) else actor), actor
    return actor, state_of_place(actor) or state_of_place(words)


def _relation(dates: list[Date], published: str) -> str:
    """Return whether the meeting's date lies ahead of the publication or behind it; empty if that is not known."""
    known = [d for d in dates if d.earliest]
    if not known:
        return ""
    if not published:
        return _BASES.get(known[0].basis, "")
    bounds = published.rstrip("~?%").split("/")
    if known[0].earliest > bounds[-1]:
        return "future"
    return "past" if known[-1].latest < bounds[0] else ""


_BASES = {"weekday after publication": "future", "weekday before publication": "past"}


def _joined(dates: list[Date]) -> tuple[str, str, str]:
    if not dates:
        return "", "", ""
    if len(dates) == 1 or not (dates[0].edtf and dates[1].edtf):
        known = next((d for d in dates if d.edtf), dates[0])
        return known.edtf, known.earliest, known.latest
    first, last = sorted(dates, key=lambda d: d.earliest)
    if first.edtf == last.edtf:
        return first.edtf, first.earliest, first.latest
    return f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}", first.earliest, last.latest


def _span(scene: Scene, hit: Hit, parties: Cast, place: tuple[int, int] | None, dates: list[Date]) -> tuple[int, int]:
    """Return the clause: from its subject, where that is near, to the last thing said of the meeting before the next one."""
    edges: list[tuple[int, int]] = [(hit.start, hit.end)]
    near: list[Party] = [*parties.others, *parties.destinations]
    if not parties.implied:
        near += parties.subjects
    edges += [(p.start, p.end) for p in near]
    end = clause_end(scene, hit)
    edges += [(d.start, d.end) for d in dates if hit.end <= d.start < end]
    if place and hit.end <= place[0] < end:
        edges.append(place)
    start = max(min(e[0] for e in edges), scene.sentence.start)
    return start, min(max(e[1] for e in edges), scene.sentence.end)


def _together(earlier: Draft, draft: Draft) -> bool:
    return set(earlier.participants) == set(draft.participants)


def _add(drafts: list[Draft], first: int, draft: Draft) -> None:
    """Add a draft unless the same sentence has told the meeting already: "met X for talks", "arrived for a visit"."""
    if (
        draft.rule.startswith("discuss: ")
        and draft.status == "held"
        and not draft.told_with
        and any(_together(d, draft) for d in drafts)
    ):
        return
    for earlier in drafts[first:]:
        if earlier.same_in_sentence(draft):
            earlier.absorb(draft)
            return
    drafts.append(draft)
