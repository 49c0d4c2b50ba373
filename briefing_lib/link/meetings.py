"""Sentences to meetings: one row for each mention that says something about a meeting.

Words of meeting start the rules (``meeting_words``); the parties around a word give the participants
(``participants``), the words before and behind it the status (``status``), the nearest place and date the rest
(``meeting_draft``). What a sentence leaves open is taken from the same meeting or the stay around it
(``meeting_carry``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefing_lib.link.meeting.agreed import agreed_together
from briefing_lib.link.meeting.carry import carry
from briefing_lib.link.meeting.days import settle_days
from briefing_lib.link.meeting.draft import Draft
from briefing_lib.link.meeting.forums import is_forum
from briefing_lib.link.meeting.gaps import met_after
from briefing_lib.link.meeting.headlines import titled, titles_of, without_title_case
from briefing_lib.link.meeting.journeys import comes_here
from briefing_lib.link.meeting.lists import further
from briefing_lib.link.meeting.meeting_draft import draft_of
from briefing_lib.link.meeting.ones import one_of, told_by_number
from briefing_lib.link.meeting.participants import cast
from briefing_lib.link.meeting.reach import behind
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.setting import settle_places
from briefing_lib.link.meeting.settled import Settled
from briefing_lib.link.meeting.stages import heard
from briefing_lib.link.meeting.verbs import may_tell
from briefing_lib.link.meeting.words import VERBS, Hit, find_hits, only_named
from briefing_lib.link.people import People
from briefing_lib.link.tokens import speaks_of_somebody
from briefing_lib.tables import Date, Meeting, Mention, Sentence

_SILENT = frozenset({"boilerplate", "byline"})
# Words that tell of no meeting in a sentence that names nobody and gives no day.
_NEED_NAMES = frozenset(
    {"session", "speech", "journey", "address", "visit", "travel", "host", "discuss", "be in", "tell", "see",
     "call on", "pen", "phone", "spend", "took", "back", "reporters", "report"}
)  # fmt: skip
# Verbs that tell of no meeting unless a name stands right behind them; they are frequent, and passed over first.
_NEED_NEAR = frozenset(
    {
        "travel",
        "be in",
        "go",
        "invite",
        "tell",
        "call on",
        "see",
        "invitation",
        "phone",
        "send",
        "brief",
        "spend",
        "took",
        "back",
        "report",
        "raise",
    }
)
# "saw the Turkish Ambassador": whoever is met may bear no name.
_HOLDER = re.compile(
    r"\s(?:the|his|her|its|their)\s(?:[A-Z][\w’'-]+\s){0,3}?(?:[Aa]mbassador|[Cc]hairman|Chancellor|Crown\sPrince|Emir|[Ee]nvoy|"
    r"Foreign\sSecretary|Governor|King|[Mm]inister|Pope|[Pp]remier|[Pp]resident|Prime\sMinister|Queen|Secretary-General|Sultan|"
    r"colleague|counterpart|delegation|foreign\sminister|prime\sminister|opposite\snumber)\b"
)
_OF_PERSONS = frozenset({"see", "call on", "phone", "brief"})
# " in", " in the": between a person and the place of a headline.
_IN = re.compile(r"\s+(?:in|arrives in|lands in|heads to|off to|back in)\s+(?:the\s+)?$")
_HIM = re.compile(r"\s(?:him|her|them)(?:\s|[.,;])")
_PURPOSE = re.compile(r"\s+(?:for|with|on|to|as|ahead)\b")


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
    people = People(plain, sentences, mentions, published)
    # "for two days" and "every Friday" say no day; the ends of a range are told by the range.
    days = [
        date for date in dates if (date.edtf or date.timex_type not in ("DURATION", "SET")) and date.rule != "range end"
    ]
    starts = [date.start for date in days]
    drafts: list[Draft] = []
    # What the item of a round-up tells says nothing of the next one's people.
    told: list[Draft] = []
    items = people.items()
    resolver = Settled(people, told, sentences)
    for sentence, hits in _by_sentence(plain, sentences):
        if items and sentence.start >= items[0]:
            del items[: sum(start <= sentence.start for start in items)]
            told.clear()
        near = days[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        named = people.mentions_in(sentence.start, sentence.end)
        hits = [hit for hit in hits if _may_tell(plain, sentence, hit, named, bool(near))]
        hits = [h for h in hits if h.frame != "agree" or agreed_together(plain, h, named, bool(near), hits)]
        telling = [hit for hit in hits if may_tell(plain, hit, named, sentence.end)]
        if not telling and not titled(plain, sentence):
            continue
        scene = Scene(plain, sentence, hits, near, people)
        signed = any(hit.frame == "sign" for hit in telling)
        if not scene.parties and not near and not named and not signed:
            continue
        first, known = len(drafts), len(told)
        if scene.titled and (visit := _presence(scene, resolver, published)):
            drafts.append(visit)
            told.append(visit)
        for hit in telling:
            for draft in _read(scene, hit, resolver, published):
                _add(drafts, first, draft)
            told[known:] = drafts[first:]
    settle_days(drafts, plain, days, published)
    carry(drafts)
    settle_places(drafts)
    return [row for draft in drafts if (row := draft.row(text)) is not None]


def _by_sentence(text: str, sentences: Sequence[Sentence]) -> list[tuple[Sentence, list[Hit]]]:
    """Return the sentences with words of meeting, and titles, which may do without: "Lavrov in China with Wang"."""
    found: dict[int, list[Hit]] = {at: [] for at in titles_of(text, sentences)}
    at = 0
    for hit in find_hits(text):
        if hit.frame == "one" and not told_by_number(text, hit, text.rfind("\n", 0, hit.start) + 1, len(text)):
            # "first", "another": most count something else
            continue
        while at < len(sentences) and sentences[at].end <= hit.start:
            at += 1
        if at == len(sentences):
            break
        if hit.start >= sentences[at].start and hit.end <= sentences[at].end and sentences[at].kind not in _SILENT:
            found.setdefault(at, []).append(hit)
    return [(sentences[at], hits) for at, hits in sorted(found.items())]


def _may_tell(text: str, sentence: Sentence, hit: Hit, named: Sequence[Mention], dated: bool) -> bool:
    """May a word tell of a meeting? Not if it is part of a name, or its sentence has nothing to tell with."""
    if hit.frame == "one":
        return told_by_number(text, hit, sentence.start, sentence.end)
    if hit.frame == "back" and hit.form == "base":
        return dated
    if not named:
        if hit.frame in _NEED_NEAR or not dated and hit.frame in _NEED_NAMES:
            return False
        # "the talks between the two sides": a noun without a name or a day needs somebody.
        return dated or hit.form in VERBS or speaks_of_somebody(text, sentence.start, sentence.end)
    if not dated and only_named(text, hit):
        return False
    if any(m.start <= hit.start < m.end for m in named):
        own = any(m.start == hit.start for m in named)
        inside = hit.frame == "session" and is_forum(text, hit) and not own
        return dated and (hit.frame == "council" or inside)
    if hit.frame in ("go", "be in") and (
        comes_here(text, hit) or text.startswith("here", hit.end - 4) or text.startswith(" town", hit.end)
    ):
        return True
    if hit.frame == "tell" and heard(text, hit, sentence.end):
        return True
    if hit.frame == "see" and text.find("whom ", max(0, hit.start - 40), hit.start) >= 0:
        return dated
    if hit.frame not in _NEED_NEAR or _HIM.match(text, hit.end):
        return True
    if hit.frame in _OF_PERSONS and _HOLDER.match(text, hit.end, sentence.end):
        return True
    return any(hit.end <= m.start <= hit.end + 70 for m in named) or text.find(" capital", hit.end, hit.end + 45) > 0


def _presence(scene: Scene, resolver: Settled, published: str) -> Draft | None:
    """Read a headline without a verb as a visit: "X in Turkey for talks with Y", "X in Kenya with Y"."""
    if any(hit.form in VERBS for hit in scene.hits):
        return None
    for person, place in zip(scene.parties, scene.parties[1:], strict=False):
        gap = scene.text[person.end : place.start]
        if person.kind != "person" or place.kind not in ("state", "place") or not _IN.match(gap):
            continue
        purpose = _PURPOSE.match(scene.text, place.end, scene.sentence.end)
        if not purpose:
            continue
        hit = Hit(place.start, place.start, "visit", "travel", "past")
        others = behind(scene, purpose.end(), scene.sentence.end) if purpose.group().strip() == "with" else []
        return draft_of(scene, hit, Cast([person], others, [place], False), resolver, published)
    return None


def _read(scene: Scene, hit: Hit, resolver: Settled, published: str) -> list[Draft]:
    """Read the meetings a word tells of: none, one, or one with each of those who are met apart."""
    if hit.frame == "one":
        return one_of(scene, hit, resolver, published)
    parties = cast(scene, hit)
    if parties is None:
        return []
    casts = [parties._replace(others=[other]) for other in parties.others] if parties.apart else [parties]
    drafts = [draft for one in casts if (draft := draft_of(scene, hit, one, resolver, published)) is not None]
    if drafts and (second := met_after(scene, hit, parties)):
        after, parties = second
        for other in parties.others:
            draft = draft_of(scene, after, parties._replace(others=[other]), resolver, published)
            if draft is not None:
                draft.status = drafts[0].status
                drafts.append(draft)
    return [*drafts, *further(scene, hit, drafts[-1], published)] if len(drafts) == 1 else drafts


def _add(drafts: list[Draft], first: int, draft: Draft) -> None:
    """Add a draft unless its meeting is told already: in the same sentence, or before "the two discussed"."""
    discussed = draft.rule.startswith("discuss: ") and draft.status == "held" and not draft.told_with
    if discussed and any(set(earlier.participants) == set(draft.participants) for earlier in drafts):
        return
    purpose = draft.rule.startswith("discuss: ") and not draft.told_with
    if purpose and any(set(d.participants) == set(draft.participants) for d in drafts[first:]):
        # "will meet in Caracas to discuss their debts"
        return
    noun = draft.type in ("other", "summit", "talks") and not draft.told_with
    for earlier in drafts[first:]:
        heard = earlier.type == "speech" and earlier.at < draft.at < max(earlier.end, earlier.at + 45)
        if noun and heard and set(draft.participants) <= set(earlier.participants):
            # "told delegates at the conference": the audience, no second meeting.
            return
        named_again = earlier.type == "summit" and draft.type == "other" and draft.participants == earlier.participants
        if named_again and 0 <= draft.at - earlier.at < 90 and draft.edtf == earlier.edtf:
            # "the European Council that will assemble in Brussels"
            return
        if earlier.same_in_sentence(draft):
            earlier.absorb(draft)
            return
    drafts.append(draft)
